"""The class names of a page's elements, searched for what they say."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from newsclean.model import Element


class NamePattern(NamedTuple):
    """A pattern for class names.

    Attributes:
        pattern: The pattern.
        parts: Letters of which every name that it finds has some.
    """

    pattern: re.Pattern[str]
    parts: tuple[str, ...]


class ClassNames:
    """The different class names of a page's elements.

    Most patterns find nothing on most pages, and a search for letters in all the names together
    shows it in a hundredth of the time.

    >>> comments = NamePattern(re.compile(r"\\bcomment\\b"), ("comment",))
    >>> sorted(ClassNames(["comment", "comments", "story"]).found_by(comments))
    ['comment']
    """

    __slots__ = ("_joined", "_names")

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(names)
        self._joined = "\n".join(self._names)

    @classmethod
    def from_elements(cls, elements: Iterable[Element]) -> ClassNames:
        return cls([element.class_names for element in elements])

    def containing(self, *parts: str) -> list[str]:
        """The names that contain one of some texts."""
        present = [part for part in parts if part in self._joined]
        if not present:
            return []
        return [name for name in self._names if any(part in name for part in present)]

    def found_by(self, wanted: NamePattern) -> dict[str, re.Match[str]]:
        """The names that a pattern finds, each with its first match."""
        search = wanted.pattern.search
        return {name: match for name in self.containing(*wanted.parts) if (match := search(name))}
