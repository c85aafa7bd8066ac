"""The weights in labeller.json, handed out to code that has the columns they were learned from.

A weight belongs to a column by its position only, so that a column that was added, removed or
moved since the training would go unnoticed: every page would still get an answer, a wrong one.
Whoever asks for weights therefore names its columns, and gets an error if they are others.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from types import MappingProxyType
from typing import Any

from newsclean.errors import WeightsError
from newsclean.learned.trees import Trees
from newsclean.text.package_data import read_text

FILE = "labeller.json"
REMEDY = "install newsclean again or, if you changed its code, train again"


@dataclass(frozen=True, slots=True)
class BlockWeights:
    """What says of a block whether it is body.

    Attributes:
        features: The names of the columns.
        trees: The trees over them.
        names: For words in classes and ids, how much each speaks for the body.
        words: The same for words of the text.
    """

    features: tuple[str, ...]
    trees: Trees
    names: Mapping[str, float]
    words: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class PageWeights:
    """What says of a page whether its body is right, and whether it is an article.

    Attributes:
        signals: The names of the signals.
        quality: The bias, then the weight of each signal.
        article: The same for whether the page is an article.
    """

    signals: tuple[str, ...]
    quality: tuple[float, ...]
    article: tuple[float, ...]


def block_weights(features: Sequence[str]) -> BlockWeights:
    """The weights of a block's columns; WeightsError if these were not learned from them."""
    learned, _ = _weights()
    check_names("features", learned.features, features)
    return learned


def page_weights(signals: Sequence[str]) -> PageWeights:
    """The weights of a page's signals; WeightsError if these were not learned from them."""
    _, learned = _weights()
    check_names("signals", learned.signals, signals)
    return learned


def check_names(kind: str, learned: Sequence[str], wanted: Sequence[str]) -> None:
    """Raise WeightsError at the first column that the training and the code name differently.

    >>> check_names("features", ("length", "words"), ("length", "words"))
    >>> check_names("features", ("length", "words"), ("length", "depth"))
    Traceback (most recent call last):
    newsclean.errors.WeightsError: labeller.json has 'words' as number 1 of the features, ...
    """
    if learned == wanted:
        return
    for number, (of_file, of_code) in enumerate(zip_longest(learned, wanted)):
        if of_file != of_code:
            raise WeightsError(
                f"{FILE} has {of_file!r} as number {number} of the {kind}, but the code has "
                f"{of_code!r}; {REMEDY}"
            )


@cache
def _weights() -> tuple[BlockWeights, PageWeights]:
    """All weights that ship with the package."""
    return read_weights(json.loads(read_text("newsclean.learned", FILE)))


def read_weights(found: Mapping[str, Any]) -> tuple[BlockWeights, PageWeights]:
    """The weights in the form that training writes; WeightsError if their numbers do not agree."""
    names, words = (MappingProxyType(found[key]) for key in ("names", "words"))
    blocks = BlockWeights(tuple(found["features"]), Trees.of(found["trees"]), names, words)
    quality, article = (tuple(found[key]) for key in ("quality", "article"))
    pages = PageWeights(tuple(found["signals"]), quality, article)
    if max(blocks.trees.columns, default=-1) >= len(blocks.features):
        raise WeightsError(f"the trees in {FILE} ask for a column that has no name; {REMEDY}")
    if not len(quality) == len(article) == 1 + len(pages.signals):
        raise WeightsError(f"{FILE} lacks the weight of a signal; {REMEDY}")
    return blocks, pages
