"""Boosted trees as flat arrays: the learned part of the labeller, with no library at run time."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Trees:
    """Trees that each add their leaf's value to a score. Node i asks whether column `feature[i]` is at most `value[i]`: if so the next
    node is i + 1, else `other[i]`. A leaf has the feature -1, and `value[i]` is what it adds."""

    roots: tuple[int, ...]
    feature: tuple[int, ...]
    value: tuple[float, ...]
    other: tuple[int, ...]
    base: float

    def score(self, row: Sequence[float]) -> float:
        """The sum of the leaves that a row of features reaches: log odds.

        >>> Trees((0,), (0, -1, -1), (0.5, -1.0, 1.0), (2, 0, 0), 0.0).score([0.3])
        -1.0
        >>> Trees((0,), (0, -1, -1), (0.5, -1.0, 1.0), (2, 0, 0), 0.0).score([0.7])
        1.0
        """
        feature, value, other = self.feature, self.value, self.other
        total = self.base
        for node in self.roots:
            while (column := feature[node]) >= 0:
                node = node + 1 if row[column] <= value[node] else other[node]
            total += value[node]
        return total


@dataclass(frozen=True, slots=True)
class Weights:
    """All that training learned: the trees, and how much a word of a class, or of the text, speaks for the body."""

    features: tuple[str, ...]
    trees: Trees
    names: Mapping[str, float]
    words: Mapping[str, float]


@cache
def weights() -> Weights:
    """The weights that ship with the package."""
    found = json.loads(files("newsclean").joinpath("weights.json").read_text("utf-8"))
    trees = found["trees"]
    return Weights(
        features=tuple(found["features"]),
        trees=Trees(tuple(trees["roots"]), tuple(trees["feature"]), tuple(trees["value"]), tuple(trees["other"]), trees["base"]),
        names=MappingProxyType(found["names"]),
        words=MappingProxyType(found["words"]),
    )


def probability(log_odds: float) -> float:
    """The probability of which these are the log odds."""
    return 1 / (1 + exp(-log_odds)) if log_odds > -50 else 0.0
