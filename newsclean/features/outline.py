"""The elements of a page as columns: most of what is known of them is found by going through one or two of these."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from newsclean.model import Element


@dataclass(frozen=True, slots=True)
class Outline:
    """For each element of a page, in its order."""

    parents: Sequence[int]  # -1 of the root
    outers: Sequence[int]  # the same, but the root stands in itself
    tags: Sequence[str]
    names: Sequence[str]
    depths: Sequence[int]
    firsts: Sequence[int]
    lasts: Sequence[int]
    kinds: Sequence[int]  # one number for those that one piece of a template makes: tag and names are the same, and those of the outer one
    alike: Sequence[int]  # one number for those side by side that have the same tag and names
    siblings: Sequence[int]  # how many these are, itself included

    def sums(self, running: Sequence[float]) -> list[float]:
        """What each element holds of something, by its running sums over the blocks."""
        return [running[last] - running[first] for first, last in zip(self.firsts, self.lasts, strict=True)]


def outline_of(elements: Sequence[Element]) -> Outline:
    """The outline of a page with these elements, of which there is at least one."""
    parents, tags, names, depths, firsts, lasts = zip(*elements, strict=True)
    outers = [max(parent, 0) for parent in parents]
    numbers: dict[tuple[str, str], int] = {}
    pieces = [numbers.setdefault(piece, len(numbers)) for piece in zip(tags, names, strict=True)]
    alike = [parent * len(numbers) + piece for parent, piece in zip(parents, pieces, strict=True)]
    count = Counter(alike)
    return Outline(
        parents=parents,
        outers=outers,
        tags=tags,
        names=names,
        depths=depths,
        firsts=firsts,
        lasts=lasts,
        kinds=[pieces[outer] * len(numbers) + piece for outer, piece in zip(outers, pieces, strict=True)],
        alike=alike,
        siblings=[count[number] for number in alike],
    )
