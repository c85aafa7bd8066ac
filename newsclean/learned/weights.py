"""The learned values of each reader, as types."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple

from newsclean.learned.files import read_learned
from newsclean.learned.logistic import Logistic
from newsclean.learned.trees import Scorer, read_trees


class Labeller(NamedTuple):
    """How likely a block is body."""

    trees: Scorer
    class_words: Mapping[str, float]
    """How much a word of a class or id speaks for the body: log odds."""
    text_words: Mapping[str, float]
    """How much a word of the text does."""


class Quality(NamedTuple):
    """How likely a body is right, and a page an article."""

    quality: Logistic
    article: Logistic


class SignWeight(NamedTuple):
    """What a sign of a date is worth."""

    weight: float
    """By how much the sign changes the logarithm of a day's chance."""
    right: int
    """Of the days with the sign, how many were the article's."""
    seen: int


class Count(NamedTuple):
    """How often an origin of names was right."""

    right: int
    seen: int

    @property
    def share(self) -> float:
        """The share of right ones, drawn towards a half where few were seen."""
        return (self.right + 1) / (self.seen + 2)


class Confidence(NamedTuple):
    """How likely the value of a field is right."""

    logistic: Logistic
    origins: Mapping[str, Count]
    """For each kind of origin, how often the values that were taken from it were right."""


@cache
def load_labeller(features: tuple[str, ...]) -> Labeller:
    """The labeller learned for features with these names.

    Raises:
        WeightsError: It was learned for other ones.
    """
    learned = read_learned("labeller", features).learned
    return Labeller(
        read_trees(learned["trees"]),
        learned["class_words"],
        learned["text_words"],
    )


@cache
def load_quality(signals: tuple[str, ...]) -> Quality:
    """What was learned for signals with these names.

    Raises:
        WeightsError: It was learned for other ones.
    """
    learned = read_learned("quality", signals).learned
    return Quality(
        **{
            name: Logistic(found["bias"], MappingProxyType(found["weights"]))
            for name, found in learned.items()
        }
    )


@cache
def load_date_signs() -> Mapping[str, SignWeight]:
    """The weight of each sign of a date; signs seen on few days are left out."""
    learned = read_learned("dates").learned
    return MappingProxyType({sign: SignWeight(**found) for sign, found in learned.items()})


@cache
def load_author_counts() -> Mapping[str, Count]:
    """For each origin of names how often they were the authors'."""
    return _counts(read_learned("authors").learned)


@cache
def load_source_counts() -> Mapping[str, Count]:
    """For each place that names an outlet how often it was the one credited."""
    return _counts(read_learned("sources").learned)


def _counts(learned: Mapping[str, Any]) -> Mapping[str, Count]:
    return MappingProxyType({name: Count(**found) for name, found in learned.items()})


@cache
def load_confidence() -> Mapping[str, Confidence]:
    """For each field with counts what was learned about the values taken for it."""
    learned = read_learned("confidence").learned
    return MappingProxyType({field: _confidence(found) for field, found in learned.items()})


def _confidence(found: Mapping[str, Any]) -> Confidence:
    logistic = Logistic(found["bias"], MappingProxyType(found["weights"]))
    return Confidence(logistic, _counts(found["origins"]))
