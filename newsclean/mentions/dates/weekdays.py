"""The names of the days of the week in the languages of newspapers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from newsclean.text.package_data import read_rows


@cache
def weekdays() -> Mapping[str, int]:
    """The number of each day of the week by its names and abbreviations; Monday is 0."""
    numbers: dict[str, int] = {}
    for _, *cells in read_rows("newsclean.mentions.dates", "weekdays.tsv"):
        for number, cell in enumerate(cells):
            for name in cell.split("|"):
                numbers.setdefault(name, number)
    return numbers


def any_weekday() -> str:
    """All names as alternatives of a pattern; those that begin alike share their beginning.

    >>> "m(?:" in any_weekday()
    True
    """
    return _alternatives(list(weekdays()))


def _alternatives(names: Sequence[str]) -> str:
    tails: dict[str, list[str]] = {}
    for name in names:
        tails.setdefault(name[:1], []).append(name[1:])
    parts: list[str] = []
    for first, rests in tails.items():
        if len(rests) == 1:
            parts.append(re.escape(first + rests[0]))
        else:
            longer = _alternatives([rest for rest in rests if rest])
            parts.append(f"{re.escape(first)}(?:{longer}){'?' if '' in rests else ''}")
    return "|".join(parts)


def without_weekday(text: str) -> str:
    """The text without a day of the week at its end, be it in lower case.

    >>> without_weekday("updated fri., "), without_weekday("updated on ")
    ('updated ', 'updated on ')
    """
    plain = text.rstrip(" ,.")
    last = plain.rpartition(" ")[2]
    return plain[: -len(last)] if last in weekdays() else text
