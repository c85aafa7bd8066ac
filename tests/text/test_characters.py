"""Characters that XML does not allow, the length of texts, and white space."""

from __future__ import annotations

import re

import pytest

from newsclean.text.characters import (
    collapse_spaces,
    replace_invalid,
    text_length,
    without_invalid_references,
)

INVALID = [*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF]


def test_every_invalid_character_becomes_a_space_and_no_other_does() -> None:
    for code in INVALID:
        assert replace_invalid(f"a{chr(code)}b") == ("a b", 1)
    kept = "".join(map(chr, sorted(set(range(0x110000)).difference(INVALID))))
    assert replace_invalid(kept) == (kept, 0)


@pytest.mark.parametrize("reference", ["&#{};", "&#x{:x};", "&#X00{:X}", "&#0{}"])
def test_references_to_control_characters_become_spaces(reference: str) -> None:
    # The parser itself replaces references to NUL and to surrogates.
    for code in [code for code in INVALID if 0 < code < 0xD800 or code > 0xDFFF]:
        assert without_invalid_references(f"a{reference.format(code)}&") == "a &", code
    for code in (9, 10, 13, 0x20, 0xFFFD, 0x10FFFF):
        text = f"a{reference.format(code)}&"
        assert without_invalid_references(text) == text


def test_wide_letters_count_alone_and_in_runs() -> None:
    assert text_length("渡轮 a 返航") == text_length("渡轮返航") + len(" a ") == 15


def test_spaces_of_long_texts_are_collapsed_alike() -> None:
    words = "one  two\u00a0three\tfour " * 90_000
    assert collapse_spaces(words) == re.sub(r"\s+", " ", words).strip()
    plain = "one two three " * 90_000
    assert collapse_spaces(plain) == plain.strip()
