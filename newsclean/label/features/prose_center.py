"""Where most of the prose stands that is likely to be the article's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp
from typing import NamedTuple

from newsclean.label.features.ancestors import COMMENT, NOWHERE, Ancestries, Ancestry
from newsclean.label.features.blocks import BlockCounts, FirstWords
from newsclean.label.features.element_columns import ElementColumns
from newsclean.label.features.teasers import FEWEST_ITEMS
from newsclean.model import Page

# A paragraph counts for at most so many words.
MOST_WORDS = 150
# Factors on the words of a block. Cross-validated by site, body F1 rises with all of them together
# by 0.01 to 0.02 on layouts unlike those of the training pages, and does not move on the others.
TITLE_WORD, MOST_TITLE_WORDS = 0.5, 4
IN_COMMENT = IN_TEASER = 0.3
AFTER_HEADLINE, BEFORE_HEADLINE = 1.3, 0.5
CLASS_WEIGHT, WORD_WEIGHT = 0.35, 0.5
LEAST_WORD_WEIGHT, GREATEST_WORD_WEIGHT = -2.0, 1.0


class ProseCenter(NamedTuple):
    """The first block's element among the siblings that hold most of the weighted prose."""

    element: int
    most: float
    """The prose of these siblings."""
    total: float
    """The prose of the page."""
    by_parent: Mapping[int, float]
    """The prose of the children of each element."""


def find_prose_center(
    page: Page,
    elements: ElementColumns,
    scored: Sequence[int],
    counts: BlockCounts,
    first_words: FirstWords,
    ancestries: Ancestries,
    items: Sequence[int],
    headline: int | None,
) -> ProseCenter:
    """The center of a page's prose.

    Prose weighs more if it shares words with the title, and less among comments and teasers.
    `items` are those of `teaser_items`; `headline` is the index of the headline's block.
    """
    prose: dict[int, float] = {}
    first: dict[int, int] = {}
    words_of = zip(scored, first_words.in_title, first_words.mean_weights, strict=True)
    for index, in_title, mean_weight in words_of:
        words = counts.prose[index]
        if words:
            element = page.blocks[index].element
            weight = _block_weight(words, in_title, mean_weight, ancestries.of(element))
            if items[element] >= FEWEST_ITEMS:
                weight *= IN_TEASER
            if headline is not None:
                weight *= AFTER_HEADLINE if index > headline else BEFORE_HEADLINE
            parent = elements.parents[element]
            prose[parent] = prose.get(parent, 0.0) + weight
            first.setdefault(parent, element)
    if not prose:
        return ProseCenter(page.blocks[0].element, 1.0, 1.0, {})
    best = max(prose, key=prose.__getitem__)
    return ProseCenter(first[best], prose[best], sum(prose.values()), prose)


def _block_weight(words: float, in_title: int, mean_weight: float, ancestry: Ancestry) -> float:
    """The words of a block, weighted by what they and its class names say."""
    weight = min(words, MOST_WORDS) * (1 + TITLE_WORD * min(in_title, MOST_TITLE_WORDS))
    word_weight = min(max(mean_weight, LEAST_WORD_WEIGHT), GREATEST_WORD_WEIGHT)
    class_weight = min(0.0, ancestry.least_weight)
    weight *= exp(CLASS_WEIGHT * class_weight + WORD_WEIGHT * word_weight)
    return weight * IN_COMMENT if ancestry.distances[COMMENT] < NOWHERE else weight
