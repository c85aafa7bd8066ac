"""Reads the entries of the lexicon from its tables, one for each language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import newsclean
from newsclean.lexicon.groups import GROUPS, PACKAGE
from newsclean.text.package_data import read_rows

FOLDER = Path(newsclean.__file__).parent / "lexicon"


class Entry(NamedTuple):
    """A word or pattern that says what a text is.

    ``match`` is ``equals``, ``prefix``, ``contains`` or ``regex``. ``example`` is a text that the
    entry matches, ``unlike`` one that it does not match, or "".
    """

    language: str
    group: str
    match: str
    text: str
    example: str
    unlike: str

    @property
    def rule(self) -> str:
        """The name of the entry in reports.

        >>> Entry("zh", "share", "equals", "分享到", "分享到：", "").rule
        'share/zh/分享到'
        """
        return f"{self.group}/{self.language}/{self.text}"


def read_tables() -> Iterator[Entry]:
    """Yield the entries of all tables of the package, by language."""
    for path in sorted(FOLDER.glob("*.tsv")):
        if path.name != GROUPS:
            yield from read_entries(path.stem, read_rows(PACKAGE, path.name))


def read_entries(language: str, rows: Iterable[Sequence[str]]) -> Iterator[Entry]:
    """Yield the entries of a table from its rows: group, match, text, example, unlike.

    An example that is empty or left off is the text itself. A row with fewer than three columns
    or more than five is a TypeError.

    >>> entry = next(read_entries("de", [["navigation", "equals", "Startseite"]]))
    >>> entry.language, entry.match, entry.example
    ('de', 'equals', 'Startseite')
    >>> next(read_entries("de", [["navigation", "Startseite"]]))
    Traceback (most recent call last):
    TypeError: ...
    """
    for row in rows:
        yield _entry(language, *row)


def _entry(
    language: str, group: str, match: str, text: str, example: str = "", unlike: str = ""
) -> Entry:
    return Entry(language, group, match, text, example or text, unlike)
