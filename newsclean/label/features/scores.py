"""How likely each block is body: what the trees make of its features.

The features are read and scored by compiled functions, if there are any, and else by the twins of
these, which training uses too.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import Any, NamedTuple

from newsclean._speed import COMPILED
from newsclean.label.features import blocks
from newsclean.label.features.ancestors import ANCESTOR_TAGS, group_bits
from newsclean.label.features.page_signals import PageSignals
from newsclean.label.features.running_sums import has_notice
from newsclean.label.features.table import NAMES, feature_table
from newsclean.label.features.words import first_words, letters, topic_words
from newsclean.learned import load_labeller
from newsclean.learned.trees import probabilities
from newsclean.learned.weights import Labeller
from newsclean.model import Page
from newsclean.text.sentences import CLOSING_SIGNS

# What a block holds, by the lexicon, as bits.
HAS_NOTICE, HAS_RELATED, HAS_SHARE = 1, 2, 4


class Scores(NamedTuple):
    """What is known of each block of a page; 0 for the entries of menus."""

    body: list[float]
    """The probability that it is body."""
    words: list[float]
    """How many words it has."""


def score_blocks(page: Page, signals: PageSignals) -> Scores:
    """The scores of a page's blocks, with the weights that the package has learned."""
    return score_by(load_labeller(NAMES), _load_reader(), page, signals)


def score_by(learned: Labeller, reader: Any, page: Page, signals: PageSignals) -> Scores:
    """The scores of a page's blocks; `reader` is the compiled one of the same weights, or None."""
    if reader is not None and page.blocks:
        return _score_compiled(reader, learned, page, signals)
    table = feature_table(
        page,
        signals._replace(class_weights=learned.class_words, word_weights=learned.text_words),
    )
    return Scores(table.spread(probabilities(learned.trees, table.parts)), table.words())


def _score_compiled(reader: Any, learned: Labeller, page: Page, signals: PageSignals) -> Scores:
    scored, words, rows = read_rows(reader, page, signals)
    trees: Any = learned.trees
    return Scores(trees.probabilities(rows, NAMES, scored, len(page.blocks)), words)


def read_rows(
    reader: Any, page: Page, signals: PageSignals
) -> tuple[list[int], list[float], bytes]:
    """The indices of the blocks that have a row of features, the words of all, and the rows.

    The rows are the bytes of as many numbers as NAMES for each of the blocks that have one.
    """
    found: tuple[list[int], list[float], bytes] = reader.read(
        page.blocks,
        page.elements,
        bytes([_flags(groups) if groups else 0 for groups in signals.groups]),
        -1 if signals.headline is None else signals.headline,
        topic_words(signals.about),
        signals.json_ld_body,
        signals.kind,
    )
    return found


def _flags(groups: Collection[str]) -> int:
    return (
        HAS_NOTICE * has_notice(groups)
        | HAS_RELATED * ("related" in groups)
        | HAS_SHARE * ("share" in groups)
    )


@cache
def _load_reader() -> Any:
    learned = load_labeller(NAMES)
    return new_reader(dict(learned.text_words), dict(learned.class_words))


def new_reader(text_words: dict[str, float], class_words: dict[str, float]) -> Any:
    """The compiled reader of features with these weights of words, or None."""
    if COMPILED is None:
        return None
    return COMPILED.Reader(
        text_words,
        class_words,
        blocks.TAG_RANK,
        blocks.OTHER_RANK,
        {tag: index for index, tag in enumerate(ANCESTOR_TAGS)},
        "".join(CLOSING_SIGNS),
        letters,
        group_bits,
        first_words,
        sum,
    )
