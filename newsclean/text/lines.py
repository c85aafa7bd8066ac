"""Searches of many short texts at once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate


def find_lines(pattern: re.Pattern[str], texts: Sequence[str]) -> set[int]:
    """The indices of the texts in which a pattern matches, and perhaps a few more.

    One search of all costs less than one for each. A pattern whose match goes on to the end of the
    line is the fastest. One that matches a line feed may match across two texts.

    >>> sorted(find_lines(re.compile("[:=].*"), ["By: Jane", "Ferry", "a = b: c"]))
    [0, 2]
    """
    found = [match.start() for match in pattern.finditer("\n".join(texts))]
    if not found:
        return set()
    starts = [0, *accumulate([len(text) + 1 for text in texts])]
    return {bisect_right(starts, start) - 1 for start in found}
