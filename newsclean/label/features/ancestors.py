"""Features from the tag, class and id of a block's element and of the elements around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from newsclean.label.features.element_columns import ElementColumns
from newsclean.parse.class_words import CLASS_GROUPS

ANCESTOR_TAGS = ("article", "main", "aside", "footer", "figure", "li", "section")
_TAG_INDEX = {tag: index for index, tag in enumerate(ANCESTOR_TAGS)}
OTHER_TAG = -1
_GROUP = re.compile("|".join(f"(?P<{group}>{words})" for group, words in CLASS_GROUPS.items()))
_GROUP_INDEX = {group: index for index, group in enumerate(CLASS_GROUPS)}
COMMENT = _GROUP_INDEX["comment"]
CLASS_WORD = re.compile(r"[a-z]+")
# After this many letters of different class words no group is looked for in new ones. Of 888 pages
# the one with most of them has 4,840.
MOST_LETTERS = 50_000
# The distance to a group that no ancestor belongs to; a real one counts as at most one less.
NOWHERE = 9
# Each distance, seen from an element one level farther in.
ONE_FARTHER = (*range(1, NOWHERE), NOWHERE - 1, NOWHERE)
# Elements down to this depth are html and body, whose class names are about the whole page.
OUTERMOST = 2
NO_GROUPS: frozenset[int] = frozenset()

ClassNames = tuple[float, float, frozenset[int]]
"""Of an element's class names: the least and greatest weight of their words, and their groups."""


class Ancestry(NamedTuple):
    """What an element and its ancestors say of the text in them."""

    tags: tuple[int, ...] = (0,) * len(ANCESTOR_TAGS)
    """How many of these elements have each tag of ANCESTOR_TAGS."""

    distances: tuple[int, ...] = (NOWHERE,) * len(CLASS_GROUPS)
    """For each group, how many elements with a class name are inside the nearest one of it."""

    own_weight: float = 0.0
    least_weight: float = 0.0
    greatest_weight: float = 0.0


class Ancestries(NamedTuple):
    """The different ancestries of a page, and for each element the index of its own; -1 for an
    element that was not asked for."""

    distinct: list[Ancestry]
    indices: list[int]

    def of(self, element: int) -> Ancestry:
        return self.distinct[self.indices[element]]


Feature = Callable[[Sequence[Ancestry]], Sequence[float]]


def _tag_feature(index: int) -> Feature:
    return lambda ancestries: [ancestry.tags[index] for ancestry in ancestries]


def _group_feature(index: int) -> Feature:
    return lambda ancestries: [ancestry.distances[index] for ancestry in ancestries]


FEATURES: Mapping[str, Feature] = {
    **{f"in_{tag}": _tag_feature(index) for tag, index in _TAG_INDEX.items()},
    **{f"to_{group}": _group_feature(index) for group, index in _GROUP_INDEX.items()},
    "own_class_weight": lambda ancestries: [one.own_weight for one in ancestries],
    "least_class_weight": lambda ancestries: [one.least_weight for one in ancestries],
    "greatest_class_weight": lambda ancestries: [one.greatest_weight for one in ancestries],
}


def read_ancestries(
    elements: ElementColumns, wanted: Collection[int], weights: Mapping[str, float]
) -> Ancestries:
    """The ancestries of the elements that are `wanted`.

    `weights` say how much a word of a class or id speaks for the body. Elements with the same
    parent, tag and class names share an ancestry, so a list of a hundred items costs no more than
    one of two.
    """
    known: dict[tuple[int, int, str], int] = {}
    distinct: list[Ancestry] = [Ancestry()]
    indices = [-1] * len(elements.parents)
    read: dict[str, ClassNames] = {}
    groups = _GroupsOfWords()
    class_names, parents, tags = elements.class_names, elements.parents, elements.tags
    for element in _with_ancestors(elements, wanted):
        names, parent = class_names[element], parents[element]
        of_parent = indices[parent] if parent >= 0 else 0
        tag = _TAG_INDEX.get(tags[element], OTHER_TAG)
        key = (of_parent, tag, names)
        index = known.get(key)
        if index is None:
            if names and names not in read:
                read[names] = _read_class_names(names, weights, groups)
            index = known[key] = len(distinct)
            depth = elements.depths[element]
            distinct.append(_inside(distinct[of_parent], tag, depth, read.get(names)))
        indices[element] = index
    return Ancestries(distinct, indices)


def _with_ancestors(elements: ElementColumns, wanted: Collection[int]) -> list[int]:
    """These elements and all their ancestors, parents first."""
    found, parents = set(wanted), elements.parents
    for element in wanted:
        while (element := parents[element]) >= 0 and element not in found:
            found.add(element)
    return sorted(found)


def _inside(parent: Ancestry, tag: int, depth: int, names: ClassNames | None) -> Ancestry:
    """The ancestry of an element, from its parent's and its own tag and class names."""
    tags, distances, _, least, greatest = parent
    if tag != OTHER_TAG:
        tags = (*tags[:tag], tags[tag] + 1, *tags[tag + 1 :])
    if names is None:
        return Ancestry(tags, distances, 0.0, least, greatest)
    own_least, own_greatest, groups = names
    if depth > OUTERMOST:
        farther = [ONE_FARTHER[distance] for distance in distances]
        for group in groups:
            farther[group] = 0
        distances = tuple(farther)
    own = own_least + own_greatest
    return Ancestry(tags, distances, own, min(least, own_least), max(greatest, own_greatest))


class _GroupsOfWords(dict[str, frozenset[int]]):
    """The groups of each class word of a page, found when they are first needed."""

    def __init__(self) -> None:
        self._letters = 0

    def __missing__(self, word: str) -> frozenset[int]:
        self._letters += len(word)
        found = self[word] = _groups(word)
        return found

    def of(self, words: list[str]) -> frozenset[int]:
        """The groups of all these words."""
        known = self.keys() & words if self._letters > MOST_LETTERS else words
        return NO_GROUPS.union(*[self[word] for word in known])


def _read_class_names(
    names: str, weights: Mapping[str, float], groups: _GroupsOfWords
) -> ClassNames:
    words = CLASS_WORD.findall(names)
    known = [0.0, *[weights[word] for word in words if word in weights]]
    return min(known), max(known), groups.of(words)


# Most pages use the same class names, and to search one for every group takes long. The cache does
# not change any result.
@lru_cache(maxsize=10_000)
def _groups(word: str) -> frozenset[int]:
    """The groups of which a part is in this word."""
    return frozenset([_GROUP_INDEX[match.lastgroup or ""] for match in _GROUP.finditer(word)])


@lru_cache(maxsize=10_000)
def group_bits(word: str) -> int:
    """The same with a bit for each group.

    >>> group_bits("comments") == 1 << COMMENT, group_bits("zx")
    (True, 0)
    """
    return sum(1 << group for group in _groups(word))
