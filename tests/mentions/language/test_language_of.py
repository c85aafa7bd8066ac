"""The language of a text, by its letters and its commonest words."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.mentions.language import language_of
from newsclean.mentions.language.letters import OTHER, SCRIPTS, count_scripts
from newsclean.mentions.language.words import WORTH, has_list
from newsclean.text.package_data import read_rows

TEXTS: dict[str, str] = tomllib.loads((Path(__file__).parent / "texts.toml").read_text("utf-8"))


def test_there_are_languages() -> None:
    assert len(TEXTS) >= 60


@pytest.mark.parametrize("tag", TEXTS)
def test_a_short_text_is_enough(tag: str) -> None:
    assert language_of(TEXTS[tag]) == tag


@pytest.mark.parametrize("tag", TEXTS)
def test_a_page_that_says_english_of_another_text_is_not_believed(tag: str) -> None:
    assert language_of(TEXTS[tag], "en-US") == tag


@pytest.mark.parametrize(
    ("text", "stated", "wanted"),
    [
        ("8:06", "de", None),
        ("", "", None),
        ("Zyx qwv", "", None),
        ("天地人", "zh-TW", "zh-Hant"),
        ("天地人", "zh-CN", "zh-Hans"),
        (
            (
                "Rådet sa fredag at ferja går igjen fra den gamle brygga på mandag, og at det ikke"
                " ble dyrere."
            ),
            "nb-NO",
            "no",
        ),
        (
            (
                "「いつもの船」 says the old sign, and the ferry is still here for the people of"
                " the island, as in the days of the steamers."
            ),
            "",
            "en",
        ),
    ],
)
def test_what_the_page_says_decides_only_between_equals(
    text: str, stated: str, wanted: str | None
) -> None:
    assert language_of(text, stated) == wanted


@given(st.text(), st.text(max_size=8))
def test_any_text_has_a_language_or_none(text: str, stated: str) -> None:
    found = language_of(text, stated)
    assert found is None or re.fullmatch(r"[a-z]{2,3}|zh-Han[st]", found)


@given(st.text())
def test_every_letter_is_of_one_script(text: str) -> None:
    scripts = count_scripts(text)
    assert scripts.total() == sum(letter.isalpha() for letter in text)
    assert set(scripts) <= {script for script, _, _ in SCRIPTS} | {OTHER}


def test_each_list_has_words_of_its_own() -> None:
    rows = list(read_rows("newsclean.mentions.language", "words.tsv"))
    words = {(script, language): text.split() for script, language, text in rows}
    assert len(words) == len(rows)
    assert [key for key, found in words.items() if len(set(found)) != len(found)] == []
    assert all(has_list(script) for script, _ in words)
    sharers = [
        sum(word in found for (other, _), found in words.items() if other == script)
        for (script, _), mine in words.items()
        for word in mine
    ]
    assert min(sharers) == 1
    # Whole shares, so that sums are exact.
    assert all(WORTH % sharing == 0 for sharing in sharers)


# Neighbours whose first words are the same.
ALIKE = {"af", "no", "sk"}


@pytest.mark.parametrize("tag", [tag for tag in TEXTS if tag not in ALIKE])
def test_a_line_is_enough(tag: str) -> None:
    assert language_of(TEXTS[tag][:80]) == tag


def test_letters_of_their_own_are_of_listed_languages() -> None:
    rows = list(read_rows("newsclean.mentions.language", "own_letters.tsv"))
    listed = {
        (script, language)
        for script, language, _ in read_rows("newsclean.mentions.language", "words.tsv")
    }
    assert {(script, language) for script, language, _ in rows} <= listed
    assert all(len(letter) == 1 for _, _, letters in rows for letter in letters.split())
