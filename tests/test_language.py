"""The language of a text is told by its letters and its commonest words."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.mentions.language import language_of

TEXTS: dict[str, str] = tomllib.loads((Path(__file__).parent / "languages.toml").read_text("utf-8"))


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
        ("Rådet sa fredag at ferja går igjen fra den gamle brygga på mandag, og at det ikke ble dyrere.", "nb-NO", "no"),
        (
            "「いつもの船」 says the old sign, and the ferry is still here for the people of the island, as in the days of the steamers.",
            "",
            "en",
        ),
    ],
)
def test_what_the_page_says_decides_only_between_equals(text: str, stated: str, wanted: str | None) -> None:
    assert language_of(text, stated) == wanted


@given(st.text(), st.text(max_size=8))
def test_any_text_has_a_language_or_none(text: str, stated: str) -> None:
    found = language_of(text, stated)
    assert found is None or re.fullmatch(r"[a-z]{2,3}|zh-Han[st]", found)
