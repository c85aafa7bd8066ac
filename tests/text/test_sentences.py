"""The signs that end a sentence, and the scripts that have no spaces between words."""

from __future__ import annotations

import unicodedata

import pytest

from newsclean.text.scripts import HAN, HANGUL, KANA, WIDE
from newsclean.text.sentences import CLAUSE_ENDS, CLOSING_SIGNS, SEPARATORS, has_sentence_end


@pytest.mark.parametrize(
    "text", ["渡轮复航。", "何时复航？", "Sails again!", "Mr. Roe", "It ends.", "又涨了…"]
)
def test_a_sentence_ends_in(text: str) -> None:
    assert has_sentence_end(text)


@pytest.mark.parametrize(
    "text", ["", "version 3.5", "example.org", "更新时间：", "(Reuters)", "渡轮、码头", "run();"]
)
def test_no_sentence_ends_in(text: str) -> None:
    assert not has_sentence_end(text)


@pytest.mark.parametrize("end", ["。", "！", "!", "？", "?", "."])
def test_what_ends_a_sentence_is_in_every_list(end: str) -> None:
    assert has_sentence_end(end)
    assert end in SEPARATORS
    assert end in CLOSING_SIGNS
    assert end in CLAUSE_ENDS


@pytest.mark.parametrize(
    ("ranges", "names"),
    [
        (HAN, ("CJK UNIFIED", "HEXAGRAM")),
        (KANA, ("HIRAGANA", "KATAKANA", "COMBINING KATAKANA")),
        (HANGUL, ("HANGUL SYLLABLE",)),
    ],
)
def test_a_script_has_only_its_own_characters(ranges: str, names: tuple[str, ...]) -> None:
    first, last = ord(ranges[0]), ord(ranges[2])
    assert ranges[1] == "-"
    found = [unicodedata.name(chr(code), "") for code in range(first, last + 1)]
    assert [
        name for name in found if name and not name.startswith((*names, "KATAKANA-HIRAGANA"))
    ] == []
    assert all(WIDE.match(chr(code)) for code in range(first, last + 1))


@pytest.mark.parametrize("character", "aéя1。、 ー"[:-1])
def test_other_characters_are_not_wide(character: str) -> None:
    assert not WIDE.match(character)
