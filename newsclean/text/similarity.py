"""How much two texts have in common."""

from __future__ import annotations

from itertools import pairwise


def likeness(first: str, second: str) -> float:
    """The share of their pairs of letters that two squeezed texts have in common (Dice's coefficient).

    >>> likeness("night", "nacht")
    0.25
    >>> likeness("", "a")
    0.0
    """
    return dice(letter_pairs(first), letter_pairs(second))


def letter_pairs(text: str) -> frozenset[tuple[str, str]]:
    return frozenset(pairwise(text))


def dice(pairs: frozenset[tuple[str, str]], others: frozenset[tuple[str, str]]) -> float:
    return 2 * len(pairs & others) / (len(pairs) + len(others)) if pairs and others else 0.0
