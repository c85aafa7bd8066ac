"""The names of months in the languages of newspapers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from newsclean.lexicon.folding import fold
from newsclean.text.package_data import read_rows
from newsclean.text.patterns import lazy

# A word that may be the name of a month: two words in Arabic, points inside an abbreviation in
# Thai. It is a part of larger patterns, which are verbose.
MONTH = r"""(?:
    (?:تشرين|كانون)\s[^\s\d]{4,7}
    | [ก-๙]{1,3}\.[ก-๙]\.
    | [^\s\d.,:;/()\[\]|·•–—\-_'’<>+،]{2,14}
)"""
MONTH_AT_END = lazy(rf"(?<![^\W\d_])(?P<month>{MONTH})[.,]?[\s\-]?$", re.X)
# Of a month with what stands between it and the day.
LONGEST_MONTH = 18

# A name that two languages give to different months: Polish, which prints 12 listopada for the 12th
# of November, and Croatian, which prints 12. listopada for the 12th of October.
MONTHS_AFTER_POINT = {"listopada": 10}


@cache
def months(calendar: str = "") -> Mapping[str, int]:
    """The number of each month of a calendar by its names and abbreviations, folded.

    The calendar is "persian", "ethiopic" or the Gregorian one.
    """
    numbers: dict[str, int] = {}
    for tag, *cells in read_rows("newsclean.mentions.dates", "months.tsv"):
        is_asked = tag.partition("-u-ca-")[2] == calendar
        for number, cell in enumerate(cells if is_asked else (), 1):
            for name in cell.split("|") if cell != "-" else ():
                numbers.setdefault(fold(name), number)
    return numbers


def month_of(name: str, is_after_point: bool = False) -> int:
    """The number of the month with this name or abbreviation, or 0 if it is none.

    `is_after_point` says that the day before it is printed with a point.

    >>> month_of("Sept"), month_of("сентября"), month_of("Section")
    (9, 9, 0)
    >>> month_of("listopada"), month_of("listopada", is_after_point=True)
    (11, 10)
    """
    name = fold(name)
    return (is_after_point and MONTHS_AFTER_POINT.get(name)) or months().get(name, 0)


def month_before(text: str, stop: int) -> tuple[int, int] | None:
    """Where the name of the month starts that stands right before `stop`, and its number.

    >>> month_before("On Sept. 12", 9), month_before("Section 12", 8)
    ((3, 9), None)
    """
    low = max(0, stop - LONGEST_MONTH)
    found = MONTH_AT_END.search(text[low:stop])
    month = month_of(found["month"]) if found else 0
    return (low + found.start(), month) if found and month else None
