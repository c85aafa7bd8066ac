"""Reads what `tools.lexicon` compiles from the tables, which takes milliseconds.

Reading the tables themselves and folding their 10,000 entries takes ten times as long, and a
program that reads one page would wait for it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from newsclean.lexicon.groups import PACKAGE
from newsclean.text.package_data import read_text

# Made by `python -m tools.lexicon`: the rules of the groups with a label, and the words of all.
RULES, WORDS = "rules.json", "words.json"

Rows = Sequence[tuple[str, str, int, str]]
"""Of the entries of a group in a language: match, text, whether it leads, and what it is unlike."""


class Rule(NamedTuple):
    """One spelling of an entry that may stand anywhere in a text."""

    group: str
    name: str
    needle: str  # the folded spelling; of a regex, the longest literal that every match contains
    regex: str  # "" unless the entry is one
    word_start: bool  # no letter may stand before the needle
    word_end: bool  # no letter may stand after it


class Index(NamedTuple):
    """The rules of the groups with a label, by the way they are looked up.

    Where several have one key, those whose group prevails come first.
    """

    whole: Mapping[str, Sequence[tuple[str, str]]]
    """By the folded text without edges: group and name."""
    prefixes: Mapping[str, Sequence[tuple[str, str, bool]]]
    """By the folded prefix: group, name, and whether no letter may follow."""
    openings: Mapping[str, tuple[str, ...]]
    """The prefixes by their first two characters."""
    inside: Mapping[str, Sequence[Rule]]
    """The others by a sign that every text has which they match; "" if there is none."""


class Word(NamedTuple):
    """An entry as the readers of fields and names use it."""

    language: str
    group: str
    match: str
    text: str
    leads: bool
    """Whether the text stands at the start of its example, so that what it names follows it."""
    unlike: str
    """A text that the entry does not match, or ""."""


@cache
def load_index() -> Index:
    """The rules of the package. They are read on the first call."""
    return read_index()


def read_index() -> Index:
    """The rules of the package, read anew for a caller that makes its own index of them."""
    found = json.loads(read_text(PACKAGE, RULES))
    openings: dict[str, list[str]] = {}
    for prefix in found["prefixes"]:
        openings.setdefault(prefix[:2], []).append(prefix)
    return Index(
        found["whole"],
        found["prefixes"],
        {opening: tuple(prefixes) for opening, prefixes in openings.items()},
        {sign: [Rule(*rule) for rule in rules] for sign, rules in found["inside"].items()},
    )


@cache
def words(group: str) -> tuple[Word, ...]:
    """The words of a group and of the groups inside it, by language.

    They are read on the first call. KeyError if there are none.

    >>> "All rights reserved" in {word.text for word in words("notice.copyright")}
    True
    >>> words("notice.weather")
    Traceback (most recent call last):
    KeyError: 'notice.weather'
    """
    found = [
        Word(language, name, match, text, bool(leads), unlike)
        for name, language, rows in _inside(group)
        for match, text, leads, unlike in rows
    ]
    if not found:
        raise KeyError(group)
    return tuple(sorted(found))


def line_texts(group: str) -> Iterator[str]:
    """Yield the texts of a group, and of the groups inside it, that may be a whole line."""
    for _, _, rows in _inside(group):
        for match, text, _, _ in rows:
            if match in ("equals", "prefix"):
                yield text


def _inside(group: str) -> Iterator[tuple[str, str, Rows]]:
    """Yield the name, language and rows of a group and of the groups inside it."""
    for name, languages in _words().items():
        if name == group or name.startswith(f"{group}."):
            for language, rows in languages.items():
                yield name, language, rows


@cache
def _words() -> Mapping[str, Mapping[str, Rows]]:
    found: dict[str, dict[str, Rows]] = json.loads(read_text(PACKAGE, WORDS))
    # Python's collector looks through lists again and again, but not through tuples of texts.
    for languages in found.values():
        for language, rows in languages.items():
            languages[language] = tuple(map(tuple, rows))  # type: ignore[arg-type]
    return MappingProxyType(found)
