"""Every entry of the lexicon hits what it says it hits."""

from __future__ import annotations

from itertools import groupby

import pytest

from newsclean.fields.credits import find_credits
from newsclean.fields.labelled import find_labelled
from newsclean.fields.western import is_person, western_names
from newsclean.lexicon import Entry, lexicon
from newsclean.lexicon.match import READERS_OWN

ENTRIES = lexicon().entries
LANGUAGES = ("zh", "en", "ja", "ko", "de", "fr", "es", "ru")
GROUPS = ("notice.copyright", "notice.disclaimer", "notice.cookie", "notice.paywall", "share", "related", "comment", "navigation", "advert")


def _hits(text: str) -> set[str]:
    return {hit.rule for hit in lexicon().matcher(text).hits(text)}


@pytest.mark.parametrize("group", sorted({entry.group for entry in ENTRIES if not entry.group.startswith(READERS_OWN)}))
def test_entries_hit_their_examples_and_nothing_unlike(group: str) -> None:
    entries = [entry for entry in ENTRIES if entry.group == group]
    assert [entry.rule for entry in entries if entry.rule not in _hits(entry.example)] == []
    assert [entry.rule for entry in entries if entry.unlike and entry.rule in _hits(entry.unlike)] == []
    assert [entry.rule for entry in entries if entry.match == "pattern" and not entry.unlike] == []


@pytest.mark.parametrize("entry", [entry for entry in ENTRIES if entry.group.startswith("role.")], ids=lambda entry: entry.rule)
def test_roles_are_read_from_their_examples(entry: Entry) -> None:
    found = [credit for credit, *_ in find_credits(entry.example)]
    assert [(credit.role.casefold(), credit.key) for credit in found] == [("".join(entry.text.split()).casefold(), entry.group[5:])] or [
        (credit.role, credit.key) for credit in found
    ] == [(entry.text, entry.group[5:])]
    assert found[0].names


@pytest.mark.parametrize(
    "entry", [e for e in ENTRIES if e.group.startswith("label.") and (":" in e.example or "：" in e.example)], ids=lambda e: e.rule
)
def test_labels_are_read_from_their_examples(entry: Entry) -> None:
    [item] = find_labelled(entry.example)
    assert item.group == entry.group
    assert item.value


def test_no_entry_stands_twice() -> None:
    keys = sorted((entry.group, entry.match, entry.text.casefold(), entry.language) for entry in ENTRIES)
    assert [key for key, same in groupby(keys) if len(list(same)) > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_group(language: str) -> None:
    assert [group for group in GROUPS if not any(e.language == language and e.group == group for e in ENTRIES)] == []
    assert any(entry.language == language and entry.group.startswith("role.") for entry in ENTRIES)
    assert any(entry.language == language and entry.group == "label.source" for entry in ENTRIES)
    assert any(entry.language == language and entry.group == "label.author" for entry in ENTRIES)


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e.group.startswith("person.")], ids=lambda e: e.rule)
def test_words_that_are_no_names_are_not_read_as_names(entry: Entry) -> None:
    assert not is_person(f"Jane {entry.text.title()}") or entry.group == "person.degree"
    assert [name for name in western_names(entry.example) if entry.text.casefold() in name.casefold().split()] == []
