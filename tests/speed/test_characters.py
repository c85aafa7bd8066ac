"""Compiled counts of characters and keys of texts are exactly those of their pure twins."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean._speed import COMPILED
from newsclean.text import match_key, scripts

if COMPILED is None:
    pytest.skip("the compiled functions are not used", allow_module_level=True)

TEXTS = st.text(max_size=2000) | st.text(
    st.sampled_from("aZ1 _-éßİΣ渡轮「」カ글\ud800\ufeff"), max_size=2000
)


@given(TEXTS)
def test_counts(text: str) -> None:
    assert scripts.count_wide(text) == scripts.count_wide_purely(text)
    assert scripts.count_han_and_kana(text) == scripts.count_han_and_kana_purely(text)
    assert scripts.count_hangul(text) == scripts.count_hangul_purely(text)


@given(TEXTS)
def test_keys(text: str) -> None:
    assert match_key.match_key(text) == match_key.match_key_purely(text)


def test_every_character() -> None:
    texts = list(map(chr, range(0x3400)))
    # One that is longer casefolded would leave the text to the pure twin.
    rest = [
        chr(code) for code in range(0x3400, sys.maxunicode + 1) if len(chr(code).casefold()) == 1
    ]
    texts += ["".join(rest[start : start + 64]) for start in range(0, len(rest), 64)]
    for text in texts:
        assert match_key.match_key(text) == match_key.match_key_purely(text), text
        assert scripts.count_wide(text) == scripts.count_wide_purely(text), text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a" * 256,
        "A " * 129,
        "é" * 257,
        "a" * 1024,
        "a" * 1025,
        "É" * 1024,
        "渡" * 5000,
        "ß" * 5000,
    ],
)
def test_texts_of_any_length(text: str) -> None:
    assert match_key.match_key(text) == match_key.match_key_purely(text)
    assert scripts.count_wide(text) == scripts.count_wide_purely(text)


@pytest.mark.parametrize("text", [b"text", None, 5])
def test_what_is_no_text_is_an_error(text: Any) -> None:
    for function in (match_key.match_key, scripts.count_wide, scripts.count_hangul):
        with pytest.raises(TypeError):
            function(text)


def fail(_: object) -> Any:
    raise ZeroDivisionError


@pytest.mark.parametrize(
    ("read", "error"),
    [
        (fail, ZeroDivisionError),
        (lambda _: ("a" * 255, bytes(256)), ValueError),
        (lambda _: ("a" * 256, bytes(255)), ValueError),
    ],
)
def test_an_error_of_what_is_called_is_passed_on(read: Any, error: type[Exception]) -> None:
    assert COMPILED is not None
    with pytest.raises(error):
        COMPILED.Keys(read, str).make("é")
    with pytest.raises(ZeroDivisionError):
        COMPILED.Keys(match_key.characters, fail).make("ß")
