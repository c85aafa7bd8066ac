"""Reads the lexicon's entries from the tables that stand beside this module."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import NamedTuple


class Entry(NamedTuple):
    """A word or pattern that says what a text is. `match` is `is`, `starts`, `has` or `pattern`; see `newsclean.lexicon`."""

    language: str
    group: str
    match: str
    text: str
    example: str
    unlike: str

    @property
    def rule(self) -> str:
        """The entry's name in reports.

        >>> Entry("zh", "share", "is", "分享到", "分享到：", "").rule
        'share/zh/分享到'
        """
        return f"{self.group}/{self.language}/{self.text}"


def read_package() -> Iterator[Entry]:
    """The entries of every table in this package, by file name and line."""
    folder = files("newsclean.lexicon")
    for name in sorted(path.name for path in folder.iterdir() if path.name.endswith(".tsv")):
        yield from read_table(folder.joinpath(name).read_text("utf-8").split("\n"))


def read_table(lines: Iterable[str]) -> Iterator[Entry]:
    r"""The entries of one table; none if its header is another. A line with too few or too many columns is a TypeError.

    >>> list(read_table(["language\tgroup\tmatch\ttext\texample\tunlike", "# menus", "de\tnavigation\tis\tStartseite\tStartseite\t"]))
    [Entry(language='de', group='navigation', match='is', text='Startseite', example='Startseite', unlike='')]
    >>> list(read_table(["name\tweight", "sidebar\t-2"]))
    []
    """
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    if next(rows, []) == list(Entry._fields):
        yield from (Entry(*row) for row in rows)
