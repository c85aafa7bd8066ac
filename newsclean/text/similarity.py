"""How much two texts have in common."""

from __future__ import annotations

from itertools import pairwise

Pairs = frozenset[tuple[str, str]]


def likeness(first: str, second: str) -> float:
    """Dice's coefficient of the pairs of letters of two match keys, from 0 to 1.

    >>> likeness("night", "nacht")
    0.25
    >>> likeness("", "a")
    0.0
    """
    return dice(letter_pairs(first), letter_pairs(second))


def letter_pairs(text: str) -> Pairs:
    """The different pairs of adjacent characters of a text.

    >>> sorted(letter_pairs("abab"))
    [('a', 'b'), ('b', 'a')]
    >>> letter_pairs("a")
    frozenset()
    """
    return frozenset(pairwise(text))


def dice(first: Pairs, second: Pairs) -> float:
    """Twice the share of the pairs that both sets hold; 0 if one of them is empty."""
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0
