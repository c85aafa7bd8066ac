"""Ranges of characters that are asked about often."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate


class RangeIndex:
    """Ranges in any order, which may overlap; a question takes logarithmic time.

    >>> index = RangeIndex([(5, 9), (0, 3)])
    >>> index.holds(6, 8), index.holds(2, 6), index.touches(3, 4), index.touches(10, 12)
    (True, False, True, False)
    """

    __slots__ = ("_lasts", "_starts")

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(ranges)
        self._starts = [start for start, _ in ordered]
        # The furthest end of a range that begins here or earlier.
        self._lasts = list(accumulate((end for _, end in ordered), max))

    def holds(self, start: int, end: int) -> bool:
        """Whether one range has all of this one."""
        return self._furthest(start) >= end

    def touches(self, start: int, end: int) -> bool:
        """Whether a range overlaps this one, or ends or begins where it begins or ends."""
        return self._furthest(end) >= start

    def _furthest(self, start: int) -> int:
        """The furthest end of the ranges that begin at `start` or earlier."""
        index = bisect_right(self._starts, start) - 1
        return self._lasts[index] if index >= 0 else -1
