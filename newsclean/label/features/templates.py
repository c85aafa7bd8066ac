"""What the blocks that one piece of a template makes have in common.

One comment, teaser or entry of a list may look like a paragraph; all of them together do not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log1p
from typing import NamedTuple

from newsclean.label.features.blocks import BlockCounts
from newsclean.label.features.element_columns import ElementColumns
from newsclean.model import Block
from newsclean.text.sentences import ends_sentence

# A container of fewer blocks is a paragraph, a heading or an item itself.
FEWEST_BLOCKS = 2
# An element without siblings of its kind is not repeated.
FEWEST_REPEATS = 2


class Templates(NamedTuple):
    """Totals over the blocks that each piece of a template makes."""

    numbers: Mapping[int, int]
    """The index of each template key in what follows."""
    blocks: Sequence[float]
    words: Sequence[float]
    linked: Sequence[float]
    """Words in hyperlinks."""
    closed: Sequence[float]
    """Blocks that end a sentence."""
    scored: Sequence[float]
    """Blocks that are scored."""
    weights: Sequence[float]
    """The mean weights of the words of scored blocks."""
    spans: Sequence[int]
    """How many blocks there are from the first to the last one, without that."""


class Repeated(NamedTuple):
    """For each element, the containers that it is or is in and that the page repeats."""

    siblings: Sequence[int]
    """How many siblings of its kind the container has that has most of them, itself included."""
    log_words: Sequence[float]
    """How many words that container has."""
    elements: Sequence[int]
    """How many elements the template makes of the container of which it makes most."""


def count_templates(
    blocks: Sequence[Block],
    elements: ElementColumns,
    counts: BlockCounts,
    weights: Mapping[int, float],
) -> Templates:
    """Count the blocks of each template key; `weights` are those of the scored blocks by index."""
    numbers: dict[int, int] = {}
    keys = elements.template_keys
    of_block = [numbers.setdefault(keys[block.element], len(numbers)) for block in blocks]
    firsts: dict[int, int] = {}
    for index, number in enumerate(of_block):
        firsts.setdefault(number, index)
    lasts = dict(zip(of_block, range(len(of_block)), strict=True))
    of_scored = [of_block[index] for index in weights]
    size = len(numbers)
    return Templates(
        numbers,
        _totals(size, of_block, [1] * len(blocks)),
        _totals(size, of_block, counts.words),
        _totals(size, of_block, counts.linked),
        _totals(size, of_block, [ends_sentence(block.text) for block in blocks]),
        _totals(size, of_scored, [1] * len(of_scored)),
        _totals(size, of_scored, [*weights.values()]),
        [lasts[number] - firsts[number] for number in range(size)],
    )


def _totals(size: int, numbers: Sequence[int], values: Sequence[float]) -> list[float]:
    """The total of the values with each of the numbers below `size`."""
    found = [0.0] * size
    for number, value in zip(numbers, values, strict=True):
        found[number] += value
    return found


def find_repeated(elements: ElementColumns, words: Sequence[float]) -> Repeated:
    """Find the containers that the page repeats; `words` is how many each element has."""
    made = Counter(elements.template_keys)
    siblings: list[int] = []
    log_words: list[float] = []
    most_made: list[int] = []
    for index, parent in enumerate(elements.parents):
        most, length, of_template = 0, 0.0, 0
        if parent >= 0:
            most, length, of_template = siblings[parent], log_words[parent], most_made[parent]
            if elements.lasts[index] - elements.firsts[index] >= FEWEST_BLOCKS:
                own = elements.sibling_counts[elements.sibling_keys[index]]
                if own >= max(most, FEWEST_REPEATS):
                    most, length = own, log1p(words[index])
                of_template = max(of_template, made[elements.template_keys[index]])
        siblings.append(most)
        log_words.append(length)
        most_made.append(of_template)
    return Repeated(siblings, log_words, most_made)
