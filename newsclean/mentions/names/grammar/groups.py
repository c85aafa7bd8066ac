"""Who wrote, by the works and titles that stand before or after names in Japanese and Korean.

    byline = { group }
    group  = { work | title } names [ title | work ]

A work that follows a group whose names have one already begins the next: 文：甲　写真：乙.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from newsclean.lexicon.compiled import words

NAME, TITLE, WRITER, PICTURE, DESK, PAPER = "name", "title", "writer", "picture", "desk", "paper"
"""The kinds of parts: a title such as 記者 goes with a writer or a photographer."""
REPORT = "report"
"""Only in Chinese: a word after the names and the place, such as 报道."""
MOST_NAMES = 8


class Part(NamedTuple):
    """A word of a byline and what it is."""

    kind: str
    text: str


class Group:
    """The people with one work, and the kinds of words that stand before and after their names."""

    __slots__ = ("after", "before", "names")

    def __init__(self, before: Iterable[str] = ()) -> None:
        self.names: list[str] = []
        self.before = set(before)
        self.after: set[str] = set()

    @property
    def signs(self) -> set[str]:
        """The kinds of all words beside the names."""
        return self.before | self.after

    @property
    def wrote(self) -> bool:
        """Whether the people are authors, and did not only take pictures or edit."""
        signs = self.signs
        if PICTURE in self.before:  # 记者 林知秋 / 摄影 周望舒 报道
            return WRITER in signs
        return not signs.isdisjoint((WRITER, REPORT)) or signs.isdisjoint((PICTURE, DESK))


def authors(parts: Iterable[Part]) -> tuple[str, ...]:
    """The names of those who wrote.

    >>> authors([Part(WRITER, "글"), Part(NAME, "이서연"), Part(PICTURE, "사진"), Part(NAME, "김")])
    ('이서연',)
    """
    groups = [Group()]
    for kind, text in parts:
        _add(kind, text, groups)
    # Without a work or a title, names are no byline.
    told = [group for group in groups if not group.signs.isdisjoint((WRITER, TITLE))]
    names = [name for group in told if group.wrote for name in group.names]
    return tuple(dict.fromkeys(names)) if len(names) <= MOST_NAMES else ()


def _add(kind: str, text: str, groups: list[Group]) -> None:
    group = groups[-1]
    if kind == NAME:
        if group.after:
            groups.append(Group())
        groups[-1].names.append(text)
    elif kind == TITLE or (group.names and not group.before and not group.after):
        (group.after if group.names else group.before).add(kind)
    elif kind != PAPER:
        if group.names:
            groups.append(Group())
        groups[-1].before.add(kind)


@cache
def works(language: str) -> Mapping[str, str]:
    """The works that the lexicon has for a language, each with its kind."""
    writers = ("label.author", "role.writer", "name.writing")
    pictures = ("label.picture", "role.photographer", "role.designer", "name.pictures")
    kinds = dict.fromkeys(writers, WRITER) | dict.fromkeys(pictures, PICTURE)
    groups = ("role", "label", "name.writing", "name.pictures")
    found = {
        entry.text: kinds.get(entry.group, DESK)
        for group in groups
        for entry in words(group)
        if entry.language == language and entry.group != "label.source"
    }
    return MappingProxyType(found)
