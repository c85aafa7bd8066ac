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

# Made by `python -m tools.lexicon`: the rules of the groups with a label; of all groups the words,
# and their texts that may be a whole line, folded.
RULES, WORDS, LINES = "rules.json", "words.txt", "lines.txt"


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
    found = [_word(name, line) for name, line in _lines(WORDS, group)]
    if not found:
        raise KeyError(group)
    return tuple(sorted(found))


def _word(group: str, line: str) -> Word:
    language, match, text, leads, unlike = line.split("\t")
    return Word(language, group, match, text, leads == "1", unlike)


def folded_lines(group: str) -> Iterator[str]:
    """Yield the folded texts of a group, and of those inside it, that may be a whole line."""
    return (line for _, line in _lines(LINES, group))


def _lines(file: str, group: str) -> Iterator[tuple[str, str]]:
    """Yield the lines of a group, and of the groups inside it, each with the name of its group."""
    for name, lines in _groups(file).items():
        if name == group or name.startswith(f"{group}."):
            yield from ((name, line) for line in lines.split("\n"))


@cache
def _groups(file: str) -> Mapping[str, str]:
    """The lines of each group in a file: a paragraph, the first line of which is its name.

    Only those of the groups that are asked for are divided further, as a page needs few of them.
    """
    paragraphs = read_text(PACKAGE, file).rstrip("\n").split("\n\n")
    named = (paragraph.partition("\n") for paragraph in paragraphs)
    return MappingProxyType({name: lines for name, _, lines in named})
