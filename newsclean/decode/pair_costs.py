"""What two characters side by side cost, by their kinds."""

from __future__ import annotations

from newsclean.decode.kinds import CAPITAL, SCRIPTS, SMALL, Kind


def pair_cost(first: int, second: int) -> int:
    """The bits that a kind of character costs after another, beyond those of each alone.

    >>> pair_cost(Kind.CYRILLIC_UPPER, Kind.CYRILLIC), pair_cost(Kind.CYRILLIC, Kind.CYRILLIC_UPPER)
    (0, 9)
    """
    low, high = sorted((first, second))
    if high <= Kind.HALF_WIDTH:
        return _letters_cost(first, second)
    if Kind.OPENING in (first, second):
        return _opening_cost(first, second)
    if first == Kind.ELLIPSIS and second <= Kind.ASCII_UPPER:
        return 6
    if low == Kind.HALF_WIDTH:
        # A word in half-width katakana has at least two of them.
        return 3
    if Kind.SIGN in (first, second):
        return 4 if low <= Kind.HALF_WIDTH else 0
    if Kind.EAST_MARK in (first, second):
        # Full-width punctuation stands beside full-width characters.
        return 3 if low <= Kind.UPPER else 6 if low <= Kind.THAI else 0
    return _word_end_cost(low, high)


def _letters_cost(first: int, second: int) -> int:
    """What two letters in a row cost."""
    scripts = {SCRIPTS[first], SCRIPTS[second]}
    if len(scripts) == 1:
        return 9 if first in SMALL and second in CAPITAL else 0
    if scripts == {"han", "kana"}:
        return 0
    if scripts == {"han", "hangul"} or "half-width" in scripts:
        return 4
    if min(first, second) <= Kind.ASCII_UPPER and scripts & {"han", "kana", "hangul"}:
        return 3
    return 10


def _opening_cost(first: int, second: int) -> int:
    """What an inverted question or exclamation mark costs beside another character."""
    if first == Kind.OPENING:
        return 0 if second <= Kind.GREEK_UPPER or second in (Kind.OPENING, Kind.QUOTE) else 10
    return 8 if first <= Kind.HALF_WIDTH or first == Kind.DIGIT else 0


def _word_end_cost(low: int, high: int) -> int:
    """What a letter beside a space or punctuation costs.

    Few letters beyond ASCII begin or end a word, and letters of other alphabets do not stand alone
    among Latin ones.
    """
    if low == Kind.HAN and high in (Kind.SPACE, Kind.MARK, Kind.QUOTE):
        return 3
    if low in (Kind.LOWER, Kind.UPPER):
        return 2
    return 4 if Kind.CYRILLIC <= low <= Kind.THAI else 0
