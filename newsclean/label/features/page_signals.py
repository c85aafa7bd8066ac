"""What the features use of a page besides its blocks and elements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

NO_WEIGHTS: Mapping[str, float] = {}


class PageSignals(NamedTuple):
    """What other readers found on the page, and the learned weights of words."""

    groups: Sequence[frozenset[str]]
    """For each block, the groups of the lexicon entries that occur in it."""

    headline: int | None = None
    """The index of the headline's block."""

    about: str = ""
    """The page's titles and its description."""

    json_ld_body: str = ""
    """The article's text as the JSON-LD has it, without white space."""

    class_weights: Mapping[str, float] = NO_WEIGHTS
    """How much a word of a class or id speaks for the body: log odds."""

    word_weights: Mapping[str, float] = NO_WEIGHTS
    """How much a word of the text speaks for the body: log odds."""
