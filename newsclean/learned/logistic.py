"""Logistic regression: a weighted sum of named values, read as log odds."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp
from typing import NamedTuple

# Below this exp() of the opposite number is so great that the probability is 0 for any use, and a
# little below it overflows.
LEAST_LOG_ODDS = -50


class Logistic(NamedTuple):
    """The weights of a logistic regression."""

    bias: float
    weights: Mapping[str, float]

    def probability(self, values: Mapping[str, float]) -> float:
        """The probability for these values, one for each weight.

        >>> Logistic(-1.0, {"length": 0.5}).probability({"length": 2.0})
        0.5
        """
        weighted = (weight * values[name] for name, weight in self.weights.items())
        return probability(self.bias + sum(weighted))


def probability(log_odds: float) -> float:
    """The probability with these log odds.

    >>> probability(0.0), probability(-1000.0)
    (0.5, 0.0)
    """
    return 1 / (1 + exp(-log_odds)) if log_odds > LEAST_LOG_ODDS else 0.0
