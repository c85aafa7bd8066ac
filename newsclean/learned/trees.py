"""Boosted trees: the learned part of the labeller, with no library at run time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp
from types import MappingProxyType
from typing import Any

# Leaves are whole numbers, of which so many are one of the log odds. Rounded so, 150 of them are off by 0.01 as a rule and by 0.3 at most.
UNIT = 256

Part = tuple[Sequence[Sequence[float]], Sequence[int]]
"""Some of a table's columns, which several of its rows may share; and for each row of the table which place in those columns is its."""


@dataclass(frozen=True, slots=True)
class Trees:
    """Trees that each add a leaf's value to a row's score.

    All leaves of all trees are numbered from left to right, and a set of leaves is an integer with a bit for each. A row that fails a test
    cannot reach the leaves on the left of it; what it can reach after all tests is, of each tree, the first one left. What the tests of one
    column leave is known for each stretch between two values. (Lucchese et al., QuickScorer, SIGIR 2015.)
    """

    columns: Mapping[int, tuple[tuple[float, ...], tuple[int, ...]]]
    """A column -> the values it is compared with, in order, and the leaves left to a row that fails the first 0, 1, 2 … of these tests."""
    every: int  # all leaves
    first: int  # the first leaf of each tree
    digits: tuple[int, ...]  # the leaves of which the value, beyond the least of their tree, has the binary digit 0, 1, 2 …
    least: int  # the sum of every tree's least leaf, which each row's score begins with

    @classmethod
    def of(cls, trees: Sequence[Any]) -> Trees:
        """The trees as JSON holds them: a leaf is a whole number of UNITs, another node is a list of column, value, left and right.

        A row whose column is at most the value goes left.
        """
        leaves: list[int] = []
        tests: dict[int, dict[float, int]] = {}
        least = first = 0
        for tree in trees:
            start = len(leaves)
            _number(tree, leaves, tests)
            low = min(leaves[start:])
            leaves[start:] = [leaf - low for leaf in leaves[start:]]
            least += low
            first |= 1 << start
        every = (1 << len(leaves)) - 1
        columns = {column: (tuple(sorted(found)), _left(found, every)) for column, found in sorted(tests.items())}
        places = max(leaves, default=0).bit_length()
        digits = tuple(int("0" + "".join(str(leaf >> place & 1) for leaf in reversed(leaves)), 2) for place in range(places))
        return cls(MappingProxyType(columns), every, first, digits, least)

    def scores(self, parts: Sequence[Part]) -> list[float]:
        """For each row of a table the sum of the leaves that it reaches: log odds. The parts' columns are numbered one after the other.

        >>> trees = Trees.of([[0, 0.5, -256, 256], 640])
        >>> trees.scores([([[0.3, 0.7]], [0, 1, 1])])
        [1.5, 3.5, 3.5]
        """
        found: list[int] = []
        number = 0
        for columns, places in parts:
            left = self._left(columns, number)
            found = [leaves & left[place] for leaves, place in zip(found or [self.every] * len(places), places, strict=True)]
            number += len(columns)
        return [self._score(leaves) for leaves in found]

    def probabilities(self, parts: Sequence[Part]) -> list[float]:
        """For each row of a table the probability that its score gives."""
        return [probability(score) for score in self.scores(parts)]

    def _left(self, columns: Sequence[Sequence[float]], number: int) -> list[int]:
        """For each place in these columns, of which the first has this number, the leaves that their tests leave."""
        left = self.every
        various = []
        for column, (values, after) in (
            (columns[at - number], self.columns[at]) for at in range(number, number + len(columns)) if at in self.columns
        ):
            if column.count(column[0]) < len(column):
                various.append((column, values, after))
            else:
                left &= after[bisect_left(values, column[0])]
        found = [left] * len(columns[0])
        for column, values, after in various:
            found = [leaves & after[bisect_left(values, value)] for leaves, value in zip(found, column, strict=True)]
        return found

    def _score(self, leaves: int) -> float:
        """The score of a row to which these leaves are left."""
        leaves &= ~(leaves - self.first)  # the first of each tree
        return (self.least + sum([(leaves & digit).bit_count() << place for place, digit in enumerate(self.digits)])) / UNIT


def _number(tree: Any, leaves: list[int], tests: dict[int, dict[float, int]]) -> None:
    """Add a tree's leaves, and to each of its tests those that a row which fails it cannot reach."""
    if not isinstance(tree, list):
        leaves.append(tree)
        return
    column, value, left, right = tree
    start = len(leaves)
    _number(left, leaves, tests)
    found = tests.setdefault(column, {})
    found[value] = found.get(value, 0) | ((1 << len(leaves) - start) - 1) << start
    _number(right, leaves, tests)


def _left(tests: Mapping[float, int], every: int) -> tuple[int, ...]:
    """The leaves left to a row that fails the first 0, 1, 2 … of a column's tests."""
    left = [every]
    for value in sorted(tests):
        left.append(left[-1] & ~tests[value])
    return tuple(left)


def probability(log_odds: float) -> float:
    """The probability of which these are the log odds."""
    return 1 / (1 + exp(-log_odds)) if log_odds > -50 else 0.0
