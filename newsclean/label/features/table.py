"""Which blocks are scored, and the table of their features.

Nothing here depends on the site.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from newsclean.label.features import (
    ancestors,
    blocks,
    element,
    parent,
    position,
    whole_page,
)
from newsclean.label.features.ancestors import read_ancestries
from newsclean.label.features.blocks import (
    BlockCounts,
    ScoredBlocks,
    count_words,
    read_first_words,
)
from newsclean.label.features.containers import Containers
from newsclean.label.features.element import read_elements
from newsclean.label.features.page_signals import PageSignals
from newsclean.label.features.parent import read_parents
from newsclean.label.features.position import read_positions
from newsclean.label.features.prose_center import find_prose_center
from newsclean.label.features.running_sums import spread, sum_blocks
from newsclean.label.features.teasers import teaser_items
from newsclean.label.features.templates import count_templates
from newsclean.label.features.whole_page import WholePage
from newsclean.model import Page

NAMES: tuple[str, ...] = (
    *blocks.FEATURES,
    *ancestors.FEATURES,
    *element.FEATURES,
    *parent.FEATURES,
    *position.FEATURES,
    *whole_page.FEATURES,
)
"""The names of all features. The trees know them by these, so their order means nothing."""

# A shorter block, in words, is an entry of a menu if more than this share of the parent of its
# element is linked, or of the grandparent. Two in five of all blocks are, which hold 1.1 % of the
# body's weight; without them body F1 of articles is the same or better, cross-validated by site.
SHORTEST_BESIDE_LINKS, MENU_LINKS = 15, 0.85

Input = TypeVar("Input")


class Part(NamedTuple):
    """Columns by name, which several rows may share; and for each row its index in them."""

    columns: Mapping[str, Sequence[float]]
    indices: Sequence[int]


class FeatureTable(NamedTuple):
    """A row of features for each block of a page that may be body."""

    size: int
    """How many blocks the page has."""
    scored: Sequence[int]
    """The indices of the blocks that have a row: all but the entries of menus."""
    parts: tuple[Part, ...]

    def spread(self, values: Sequence[float]) -> list[float]:
        """For each block of the page the value of its row; 0 for one that has none."""
        return spread(values, self.scored, self.size)

    def words(self) -> list[float]:
        """The number of words of each block that has a row; 0 for the others."""
        return self.spread(self.parts[0].columns["words"] if self.parts else ())

    def rows(self) -> list[list[float] | None]:
        """For each block its values in the order of NAMES; None for one without a row."""
        found: list[list[float] | None] = [None] * self.size
        columns = [
            [column[index] for index in indices]
            for columns, indices in self.parts
            for column in columns.values()
        ]
        for index, row in zip(self.scored, zip(*columns, strict=True), strict=True):
            found[index] = [*row]
        return found


def feature_table(page: Page, signals: PageSignals) -> FeatureTable:
    """The features of a page's blocks."""
    if not page.blocks:
        return FeatureTable(0, (), ())
    counts = count_words(page.blocks)
    containers = Containers.from_page(page, counts)
    scored = _scored(page, containers, counts.words)
    parts = _parts(page, signals, scored, counts, containers) if scored else ()
    return FeatureTable(len(page.blocks), scored, parts)


def _scored(page: Page, containers: Containers, words: Sequence[float]) -> list[int]:
    """The blocks that are no entries of a menu."""
    links = [
        linked > MENU_LINKS * count
        for linked, count in zip(containers.linked, containers.words, strict=True)
    ]
    outward = containers.elements.parents_or_root
    is_menu = [links[outer] or links[outward[outer]] for outer in outward]
    return [
        index
        for index, (block, count) in enumerate(zip(page.blocks, words, strict=True))
        if count >= SHORTEST_BESIDE_LINKS or not is_menu[block.element]
    ]


def _parts(
    page: Page,
    signals: PageSignals,
    scored: Sequence[int],
    counts: BlockCounts,
    containers: Containers,
) -> tuple[Part, ...]:
    """The parts of the table.

    What holds for an element is worked out once for all blocks in it, and what holds for its parent
    once for all elements in that.
    """
    own = [page.blocks[index] for index in scored]
    first_words = read_first_words(own, signals.about, signals.word_weights)
    sums = sum_blocks(counts, first_words, scored, signals.groups)
    elements, of_block = _distinct([block.element for block in own])
    parents, of_element = _distinct([containers.elements.parents[index] for index in elements])
    ancestries = read_ancestries(containers.elements, elements, signals.class_weights)
    different, ancestry_of = _distinct([ancestries.indices[index] for index in elements])
    items = teaser_items(containers.elements, sums.teasers)
    center = find_prose_center(
        page, containers.elements, scored, counts, first_words, ancestries, items, signals.headline
    )
    ancestries_in = [ancestries.distinct[index] for index in different]
    weights = dict(zip(scored, first_words.mean_weights, strict=True))
    templates = count_templates(page.blocks, containers.elements, counts, weights)
    elements_in = read_elements(
        page, elements, containers, sums, center, items, templates, signals.headline
    )
    parents_in = read_parents(parents, containers, sums, center)
    every = range(len(scored))
    return (
        _part(blocks.FEATURES, ScoredBlocks.from_counts(own, scored, counts, first_words), every),
        _part(ancestors.FEATURES, ancestries_in, [ancestry_of[index] for index in of_block]),
        _part(element.FEATURES, elements_in, of_block),
        _part(parent.FEATURES, parents_in, [of_element[index] for index in of_block]),
        _part(position.FEATURES, read_positions(page, scored, sums, signals), every),
        _part(whole_page.FEATURES, WholePage(sums, signals.kind), [0] * len(scored)),
    )


def _part(
    features: Mapping[str, Callable[[Input], Sequence[float]]],
    found: Input,
    indices: Sequence[int],
) -> Part:
    return Part({name: feature(found) for name, feature in features.items()}, indices)


def _distinct(values: Sequence[int]) -> tuple[list[int], list[int]]:
    """The different values, and for each of the values its index among them.

    >>> _distinct([7, 3, 7])
    ([7, 3], [0, 1, 0])
    """
    index: dict[int, int] = {}
    indices = [index.setdefault(value, len(index)) for value in values]
    return list(index), indices
