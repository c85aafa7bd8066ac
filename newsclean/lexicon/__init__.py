"""Words and patterns of many languages that say what a text on a page is.

Each language has a table, ``<language>.tsv``, named by its BCP 47 tag; ``mul.tsv`` has what pages
of any language use, such as the names of social networks. A row is an `Entry`. Its ``match`` is
one of

- ``equals``: it is the whole text, punctuation and spaces at the ends of the text aside;
- ``prefix``: the text starts with it, after such punctuation;
- ``contains``: it stands anywhere in the text;
- ``regex``: it is a regular expression that is searched for in the text.

Entry and text are compared without case, accents and the like (see `newsclean.lexicon.folding`);
a ``regex`` is written as folding leaves a text. In scripts that put spaces between words, an entry
matches whole words only.

``groups.tsv`` lists the groups, with the label that each gives to a block. The words of a group
without a label say nothing about a block: they are looked up by the readers of fields and names,
through `newsclean.lexicon.lookups`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from newsclean.lexicon.entries import Entry, read_tables
from newsclean.lexicon.index import Index, build_index
from newsclean.lexicon.match import Hit, find_hits
from newsclean.model import UNLIMITED, Budget

__all__ = ["Entry", "Hit", "Lexicon", "lexicon"]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All entries, and the ways to look them up."""

    entries: tuple[Entry, ...]
    groups: Mapping[str, tuple[Entry, ...]]
    index: Index

    @classmethod
    def from_entries(cls, entries: Iterable[Entry]) -> Lexicon:
        """Return the lexicon of these entries."""
        entries = tuple(entries)
        return cls(entries, MappingProxyType(_by_group(entries)), build_index(entries))

    def group(self, name: str) -> tuple[Entry, ...]:
        """Return the entries of a group and of the groups inside it; KeyError if there are none.

        >>> texts = [entry.text for entry in lexicon().group("notice.copyright")]
        >>> "All rights reserved" in texts
        True
        >>> lexicon().group("notice.weather")
        Traceback (most recent call last):
        KeyError: 'notice.weather'
        """
        return self.groups[name]

    def hits(self, texts: Sequence[str], budget: Budget = UNLIMITED) -> list[tuple[Hit, ...]]:
        """Return for each text where the entries of groups with a label match, by position."""
        return find_hits(self.index, texts, budget)


def _by_group(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    """Return the entries by group, each also under the groups that contain its own."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        name = entry.group
        while name:
            groups.setdefault(name, []).append(entry)
            name = name.rpartition(".")[0]
    return {name: tuple(members) for name, members in groups.items()}


@cache
def lexicon() -> Lexicon:
    """Return the lexicon of the package. It is read on the first call."""
    return Lexicon.from_entries(read_tables())
