"""The elements of a page as columns: most features of elements take one pass over a column."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import count, islice
from typing import NamedTuple

from newsclean.model import Element


class ElementColumns(NamedTuple):
    """A value for each element of a page, in the page's order."""

    parents: Sequence[int]
    """The parent's index; -1 for the root."""

    parents_or_root: Sequence[int]
    """The same, but the root is its own parent."""

    tags: Sequence[str]
    class_names: Sequence[str]
    depths: Sequence[int]
    firsts: Sequence[int]
    lasts: Sequence[int]

    template_keys: Sequence[int]
    """Equal for elements that one piece of a template makes: same tag and class names, and a parent
    with the same tag and class names."""

    sibling_keys: Sequence[int]
    """Equal for siblings with the same tag and class names."""

    sibling_counts: Mapping[int, int]
    """How many elements have each sibling key."""

    @classmethod
    def from_elements(cls, elements: Sequence[Element]) -> ElementColumns:
        """The columns of a page's elements, of which there is at least one."""
        columns = zip(*elements, strict=True)
        parents, tags, class_names, depths, firsts, lasts = islice(columns, 6)
        parents_or_root = [max(parent, 0) for parent in parents]
        numbers = defaultdict[tuple[str, str], int](count().__next__)
        looks = list(map(numbers.__getitem__, zip(tags, class_names, strict=True)))
        base = len(numbers)
        sibling_keys = [parent * base + look for parent, look in zip(parents, looks, strict=True)]
        return cls(
            parents=parents,
            parents_or_root=parents_or_root,
            tags=tags,
            class_names=class_names,
            depths=depths,
            firsts=firsts,
            lasts=lasts,
            template_keys=[
                looks[parent] * base + look
                for parent, look in zip(parents_or_root, looks, strict=True)
            ],
            sibling_keys=sibling_keys,
            sibling_counts=Counter(sibling_keys),
        )

    def totals(self, running: Sequence[float]) -> list[float]:
        """The total within each element of what has these running sums over the blocks."""
        return [
            running[last] - running[first]
            for first, last in zip(self.firsts, self.lasts, strict=True)
        ]
