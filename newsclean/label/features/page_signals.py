"""What the features use of a page besides its blocks and elements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

NO_WEIGHTS: Mapping[str, float] = {}


class PageKind(NamedTuple):
    """What speaks for or against a page being an article."""

    prices: int = 0
    """How many signs of a currency its text has."""
    og_type: int = 0
    """1 if `og:type` is a kind of article, -1 if it is another type, else 0."""
    article: bool = False
    """Whether JSON-LD has an article."""
    other: bool = False
    """Whether JSON-LD has a product, a list, a forum or the like."""


NO_KIND = PageKind()


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

    kind: PageKind = NO_KIND

    class_weights: Mapping[str, float] = NO_WEIGHTS
    """How much a word of a class or id speaks for the body: log odds."""

    word_weights: Mapping[str, float] = NO_WEIGHTS
    """How much a word of the text speaks for the body: log odds."""
