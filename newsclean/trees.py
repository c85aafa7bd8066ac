"""Boosted trees: the learned part of the labeller, with no library at run time."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate
from math import exp
from operator import or_
from types import MappingProxyType
from typing import Any

Node = Any  # a recursive type that is checked by class, for speed
"""A leaf is what it adds to the score beyond the tree's least leaf, as the places of the binary digits that are 1. Another node is (test,
node if passed, node if not): a test is an index into all pairs of a column and a value it is compared with."""

# Leaves are whole numbers, of which so many are one of the log odds. Rounded so, 150 of them are off by 0.01 as a rule and by 0.3 at most.
UNIT = 256
# Rows are scored so many at a time: an operation on a larger set takes longer, and one on a smaller set takes as long.
AT_ONCE = 512
# With so few values to compare with, a column is looked through for each of them; with more, it is put in order once. For a page of 227
# blocks and 5 values the first takes 29 microseconds and the second 89; for 19 values both take 47.
FEW = 12
# For bytes.translate: `UP_TO[most]` makes the digit 1 of a place that is at most `most`, and 0 of a later one.
UP_TO = tuple(bytes(b"01"[place <= most] for place in range(256)) for most in range(FEW))
# Binary digits of a sum, and of a leaf: more than the weights that ship need, which a test checks.
SUM_PLACES, LEAF_PLACES = 24, 16


@dataclass(frozen=True, slots=True)
class Trees:
    """Trees that each add a leaf's value to a row's score.

    They are asked for all rows at once. A set of rows is an integer with a bit for each row, so a node splits its rows with two operations,
    and scores are added up bit by bit of their binary digits: `planes[k]` holds the rows whose sum has the digit k set. The idea of testing
    every threshold once for all trees is QuickScorer's (Lucchese et al. 2015); here the bits are rows instead of leaves.
    """

    columns: tuple[tuple[int, tuple[float, ...]], ...]  # a column of the rows, and the values it is compared with, in order
    trees: tuple[Node, ...]
    least: int  # the sum of every tree's least leaf, which each row's score begins with

    @classmethod
    def of(cls, trees: Sequence[Any]) -> Trees:
        """The trees as JSON holds them: a leaf is a whole number of UNITs, another node is a list of column, value, left and right.

        A row whose column is at most the value goes left. ValueError if a tree's leaves differ by more than LEAF_PLACES can hold.
        """
        values: dict[int, set[float]] = {}
        for tree in trees:
            _collect(tree, values)
        columns = tuple((column, tuple(sorted(values[column]))) for column in sorted(values))
        tests = {test: index for index, test in enumerate((column, value) for column, row in columns for value in row)}
        lowest = [min(_leaves(tree)) for tree in trees]
        if any(max(_leaves(tree)) - least >> LEAF_PLACES for tree, least in zip(trees, lowest, strict=True)):
            raise ValueError(f"the leaves of a tree must not differ by {1 << LEAF_PLACES} or more")
        return cls(columns, tuple(_node(tree, tests, low) for tree, low in zip(trees, lowest, strict=True)), sum(lowest))

    def scores(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """For each row of features the sum of the leaves that it reaches: log odds.

        >>> trees = Trees.of([[0, 0.5, -256, 256], 640])
        >>> trees.scores([[0.3], [0.7]])
        [1.5, 3.5]
        """
        return [score for start in range(0, len(rows), AT_ONCE) for score in self._scores(rows[start : start + AT_ONCE])]

    def probabilities(self, rows: Sequence[Sequence[float] | None]) -> list[float]:
        """For each row the probability that its score gives; 0 for None, which is surely not."""
        found = iter(self.scores([row for row in rows if row is not None]))
        return [probability(next(found)) if row is not None else 0.0 for row in rows]

    def _scores(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """The scores of rows that are few enough to be asked at once."""
        passing = self._passing(rows)
        every = (1 << len(rows)) - 1
        planes = [0] * SUM_PLACES
        for tree in self.trees:
            _add(planes, _reached(tree, every, passing))
        digits = [f"{plane:0{len(rows)}b}" for plane in reversed(planes)]
        return [(int("".join(row), 2) + self.least) / UNIT for row in zip(*digits, strict=True)][::-1]

    def _passing(self, rows: Sequence[Sequence[float]]) -> list[int]:
        """For each test the rows that pass it."""
        columns = list(zip(*rows, strict=True))
        return [passed for column, values in self.columns for passed in _at_most(columns[column], values)]


def _at_most(column: Sequence[float], values: Sequence[float]) -> Iterable[int]:
    """For each of the values, which are in order, the set of rows whose column is at most that."""
    if len(values) <= FEW:
        place = {value: bisect_left(values, value) for value in set(column)}
        places = bytes(map(place.__getitem__, reversed(column)))
        return (int(places.translate(table), 2) for table in UP_TO[: len(values)])
    order = sorted(range(len(column)), key=column.__getitem__)
    in_order = [column[row] for row in order]
    first = list(accumulate([1 << row for row in order], or_, initial=0))
    return (first[bisect_right(in_order, value)] for value in values)


def _reached(tree: Node, every: int, passing: Sequence[int]) -> list[int]:
    """For each place of a binary digit, the set of rows that reach a leaf in which that digit is 1."""
    digits = [0] * LEAF_PLACES
    waiting = [(tree, every)]
    while waiting:
        node, rows = waiting.pop()
        while node.__class__ is tuple:
            test, left, right = node
            passed = rows & passing[test]
            if passed == rows:
                node = left
            elif not passed:
                node = right
            else:
                waiting.append((right, rows ^ passed))
                node, rows = left, passed
        for place in node:
            digits[place] |= rows
    return digits


def _add(planes: list[int], digits: Sequence[int]) -> None:
    """Add to each row's sum: as on paper, digit by digit with a carry, for all rows at once."""
    carry = 0
    for place, plane in enumerate(planes):
        digit = digits[place] if place < LEAF_PLACES else 0
        half = digit ^ plane
        planes[place] = half ^ carry
        carry = (digit & plane) | (half & carry)


def _collect(tree: Any, values: dict[int, set[float]]) -> None:
    """Add to `values` what each column is compared with in the tree."""
    if isinstance(tree, list):
        column, value, *both = tree
        values.setdefault(column, set()).add(value)
        for node in both:
            _collect(node, values)


def _leaves(tree: Any) -> list[int]:
    return [*_leaves(tree[2]), *_leaves(tree[3])] if isinstance(tree, list) else [tree]


def _node(tree: Any, tests: Mapping[tuple[int, float], int], least: int) -> Node:
    """A tree as JSON holds it -> as rows pass it; `least` is its least leaf."""
    if isinstance(tree, list):
        column, value, left, right = tree
        return tests[column, value], _node(left, tests, least), _node(right, tests, least)
    return bytes(place for place in range(LEAF_PLACES) if (tree - least) >> place & 1)


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
        trees=Trees.of(found["trees"]),
        names=MappingProxyType(found["names"]),
        words=MappingProxyType(found["words"]),
        quality=tuple(found["quality"]),
        article=tuple(found["article"]),
    )


def probability(log_odds: float) -> float:
    """The probability of which these are the log odds."""
    return 1 / (1 + exp(-log_odds)) if log_odds > -50 else 0.0
