"""The elements of a page as columns: most of what is known of them is found by going through one or two of these."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from newsclean.model import Element


@dataclass(frozen=True, slots=True)
class Outline:
    """For each element of a page, in its order; the last for each kind of sibling."""

    parents: Sequence[int]  # -1 of the root
    outers: Sequence[int]  # the same, but the root stands in itself
    tags: Sequence[str]
    names: Sequence[str]
    depths: Sequence[int]
    firsts: Sequence[int]
    lasts: Sequence[int]
    kinds: Sequence[int]  # one number for those that one piece of a template makes: tag and names are the same, and those of the outer one
    alike: Sequence[int]  # one number for those side by side that have the same tag and names
    siblings: Mapping[int, int]  # of each such number, how many elements have it

    def sums(self, running: Sequence[float]) -> list[float]:
        """What each element holds of something, by its running sums over the blocks."""
        return [running[last] - running[first] for first, last in zip(self.firsts, self.lasts, strict=True)]


def outline_of(elements: Sequence[Element]) -> Outline:
    """The outline of a page with these elements, of which there is at least one."""
    parents, tags, names, depths, firsts, lasts = zip(*elements, strict=True)
    outers = [max(parent, 0) for parent in parents]
    numbers = defaultdict[tuple[str, str], int](count().__next__)  # each piece has the number of those before it
    pieces = list(map(numbers.__getitem__, zip(tags, names, strict=True)))
    alike = [parent * len(numbers) + piece for parent, piece in zip(parents, pieces, strict=True)]
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
        siblings=Counter(alike),
    )
