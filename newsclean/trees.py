"""Boosted trees: the learned part of the labeller, with no library at run time."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from types import MappingProxyType
from typing import Any

Node = Any  # a recursive type that is checked by class, for speed
"""A leaf is what it adds to the score. Another node is (column, value, left, right): a row whose column is at most the value goes left."""


@dataclass(frozen=True, slots=True)
class Trees:
    """Trees that each add a leaf's value to a score, in stages. A row whose score after a stage is out of the stage's bounds is judged by
    it: training saw hardly one so low that is body, or so high that is not. Most blocks of a page are known for what they are soon."""

    stages: tuple[tuple[tuple[Node, ...], float, float], ...]  # the trees of each stage, and its bounds

    @classmethod
    def of(cls, stages: Sequence[Mapping[str, Any]]) -> Trees:
        """The trees as JSON holds them: for each stage its trees and its bounds; a node is a number, or column, value, left and right."""
        return cls(tuple((tuple(map(_node, stage["trees"])), stage["low"], stage["high"]) for stage in stages))

    def score(self, row: Sequence[float]) -> float:
        """The sum of the leaves that a row of features reaches: log odds.

        >>> trees = Trees(((((0, 0.5, -1.0, 1.0),), -0.5, 9.0), ((2.5,), -9.0, 9.0)))
        >>> trees.score([0.3]), trees.score([0.7])
        (-1.0, 3.5)
        """
        total = 0.0
        for trees, low, high in self.stages:
            for node in trees:
                while node.__class__ is tuple:
                    column, value, left, right = node
                    node = left if row[column] <= value else right
                total += node
            if not low < total < high:
                break
        return total


@dataclass(frozen=True, slots=True)
class Weights:
    """What training learned: the trees, how much a word of a class or of the text speaks for the body, and how sure a page's body is."""

    features: tuple[str, ...]
    trees: Trees
    names: Mapping[str, float]
    words: Mapping[str, float]
    quality: tuple[float, ...]  # the bias, and the weight of each of newsclean.quality.SIGNALS
    article: tuple[float, ...]  # the same for whether a page is an article


@cache
def weights() -> Weights:
    """The weights that ship with the package."""
    found = json.loads(files("newsclean").joinpath("weights.json").read_text("utf-8"))
    return Weights(
        features=tuple(found["features"]),
        trees=Trees.of(found["stages"]),
        names=MappingProxyType(found["names"]),
        words=MappingProxyType(found["words"]),
        quality=tuple(found["quality"]),
        article=tuple(found["article"]),
    )


def _node(found: Any) -> Node:
    if not isinstance(found, list):
        return float(found)
    column, value, left, right = found
    return column, float(value), _node(left), _node(right)


def probability(log_odds: float) -> float:
    """The probability of which these are the log odds."""
    return 1 / (1 + exp(-log_odds)) if log_odds > -50 else 0.0
