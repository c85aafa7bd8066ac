"""Text -> the calendar days printed in it, in any of the calendars that newspapers use."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.mentions.dates.day import Day, Notation, Reader
from newsclean.mentions.dates.named_days import with_name_of_month
from newsclean.mentions.dates.numeric_days import (
    in_eras,
    in_numerals,
    numeric,
    roman,
    vietnamese,
    year_first,
)
from newsclean.mentions.dates.regional_days import regional_days
from newsclean.text.patterns import lazy

# What the dates of most readers have: four digits, or two after the name of a month.
YEAR = lazy(
    r"\d{4}|\d(?:(?<=[^\W\d_][\s\-/'’‘]\d)|(?<=[ก-๙]\.\d)|(?<=[ก-๙]\.\s\d)|(?<=\s['’‘]\d))\d(?!\d)"
)

READERS: tuple[Reader, ...] = (
    regional_days,
    year_first,
    in_numerals,
    in_eras,
    with_name_of_month,
    vietnamese,
    roman,
    numeric,
)
WITHOUT_YEAR: tuple[Reader, ...] = (regional_days, in_numerals, in_eras, numeric)
"""The readers of days whose year need not have four digits of ASCII."""
ASCII_READERS: tuple[Reader, ...] = (
    regional_days,
    year_first,
    with_name_of_month,
    roman,
    numeric,
)
ASCII_WITHOUT_YEAR: tuple[Reader, ...] = (regional_days, numeric)
"""Those of both that find days in texts of ASCII."""
UNKNOWN = Notation()


def find_days(text: str, notation: Notation = UNKNOWN) -> list[Day]:
    """The days in a text, in order, without overlaps.

    Where two readings overlap, the one that starts earlier is taken, and of those the longer one.
    Only digits of ASCII are read.

    >>> days = find_days("12. September 2024, Sept. 13, 2024 and 二〇二四年九月十四日")
    >>> [str(day.value.date()) for day in days]
    ['2024-09-12', '2024-09-13', '2024-09-14']
    >>> find_days("Call 0391-8797096, or come to room 12-14")
    []
    """
    days = [day for reader in _readers_for(text) for day in reader(text, notation)]
    if len(days) < 2:
        return days
    days.sort(key=lambda day: (day.start, -day.end))
    found: list[Day] = []
    for day in days:
        if not found or day.start >= found[-1].end:
            found.append(day)
    return found


def _readers_for(text: str) -> Sequence[Reader]:
    """The readers that may find a day in a text, by whether it has a year and other letters."""
    has_year = YEAR.search(text) is not None
    if text.isascii():
        return ASCII_READERS if has_year else ASCII_WITHOUT_YEAR
    return READERS if has_year else WITHOUT_YEAR
