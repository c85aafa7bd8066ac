"""The words and patterns that say what a piece of a page is, in every language, as tables.

Each `.tsv` file here has the columns of `Entry`. How an entry is compared with a text, both folded to lower case, plain
Arabic letters and the like (see `folding`):

- `is`: with the whole text, but for punctuation and spaces at its ends;
- `starts`: with its start, after such punctuation;
- `has`: with any part of it;
- `pattern`: as a regular expression, written as folding leaves a text, searched.

Words of scripts with spaces between words match whole words only. `example` is a text that the entry must hit, `unlike` one it must not.
Groups have dotted names; the first part says what a line is that holds the words: notice, share, related, comment, navigation, pager,
advert, player, endmark. The words of role, label and person say nothing of a line by themselves; the field readers look them up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from newsclean.lexicon.entries import Entry, read_package
from newsclean.lexicon.match import Hit, Index, find_hits, index
from newsclean.model import UNLIMITED, Budget

__all__ = ["Entry", "Hit", "Lexicon", "lexicon"]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All entries, and the ways to look them up."""

    entries: tuple[Entry, ...]
    groups: Mapping[str, tuple[Entry, ...]]
    index: Index

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Lexicon:
        """A lexicon of these entries."""
        entries = tuple(entries)
        return cls(entries, MappingProxyType(_groups(entries)), index(entries))

    def group(self, name: str) -> tuple[Entry, ...]:
        """The entries of a group and of the groups inside it; KeyError if there are none.

        >>> any(entry.text == "All rights reserved" for entry in lexicon().group("notice.copyright"))
        True
        >>> lexicon().group("notice.weather")
        Traceback (most recent call last):
        KeyError: 'notice.weather'
        """
        return self.groups[name]

    def hits(self, texts: Sequence[str], budget: Budget = UNLIMITED) -> list[tuple[Hit, ...]]:
        """Where entries stand in each of the texts, by place; those of the field readers (roles, labels) are left out."""
        return find_hits(self.index, texts, budget)


def _groups(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    """The entries by group, each also under the groups around its own."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        name = entry.group
        while name:
            groups.setdefault(name, []).append(entry)
            name = name.rpartition(".")[0]
    return {name: tuple(members) for name, members in groups.items()}


@cache
def lexicon() -> Lexicon:
    """The lexicon that comes with the package, read once."""
    return Lexicon.of(read_package())
