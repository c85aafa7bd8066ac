"""What the features need to know of a page beside its blocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

NO_WEIGHTS: Mapping[str, float] = MappingProxyType({})


class Hints(NamedTuple):
    """What other readers found on the page, and what training learned of words."""

    groups: Sequence[frozenset[str]]  # the lexicon's groups that each block hits
    headline: int | None = None  # index of the headline's block
    about: str = ""  # the page's titles and its description
    witness: str = ""  # the article's text by JSON-LD, without white space
    name_weights: Mapping[str, float] = NO_WEIGHTS  # how much a word of a class or id speaks for the body
    word_weights: Mapping[str, float] = NO_WEIGHTS  # how much a word of the text does
