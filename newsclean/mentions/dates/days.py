"""Text -> the calendar days printed in it, in any of the calendars that newspapers use."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import chain
from typing import NamedTuple

from newsclean.mentions.dates.calendars import (
    ERAS,
    NUMERALS,
    calendar_day,
    is_solar_year,
    read_digits,
    read_numerals,
    solar_day,
)
from newsclean.mentions.dates.months import MONTH, SOLAR_MONTHS, month_before, month_of
from newsclean.text.patterns import lazy


class Day(NamedTuple):
    """A day in a text.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        value: The day, at midnight.
        swapped: The other reading of 03/04/2024; None if there is only one.
    """

    start: int
    end: int
    value: datetime
    swapped: datetime | None = None


Reader = Callable[[str, bool | None], Iterator[Day]]

# A pattern that begins with a digit lets the search skip to the next one, which makes it twice as
# fast. So what must not stand before the digit is looked at after it.

# 2024-09-12, 2024/9/12, 2024.05.10., 2024年5月10日, 2024년 5월 10일; and 2024-09-1210:06, where the
# time touches the day.
YEAR_FIRST = lazy(
    r"""
    (?P<year>\d(?<!\d\d)(?<!\d[.,]\d)\d{3}) \s?(?:[-/.–]|年|년)\s?
    (?P<month>\d{1,2}) \s?(?:[-/.–]|月|월)\s?
    (?: (?P<day>\d{1,2})(?!\d) | (?P<day_before_time>\d\d)(?=\d\d:\d\d) )
    \s?(?:日|일|號|号|\.(?!\d))?
    """,
    re.X,
)
NUMERAL_DATE = lazy(
    rf"(?P<year>[{NUMERALS}]{{4}})年(?P<month>[{NUMERALS}]{{1,2}})月(?P<day>[{NUMERALS}]{{1,3}})日"
)
ERA_DATE = lazy(
    rf"""
    (?P<era>{"|".join(ERAS)})\s?
    (?P<year>\d{{1,3}}|[元{NUMERALS}]{{1,4}}) \s?[年./-]\s?
    (?P<month>\d{{1,2}}|[{NUMERALS}]{{1,2}}) \s?[月./-]\s?
    (?P<day>\d{{1,2}}|[{NUMERALS}]{{1,3}}) \s?日?
    """,
    re.X,
)
# The Levant prints two names of a month: 12 آذار/مارس 2024.
# 12 September 2024, 12-Sep-2024, 12. September 2024, 12 de septiembre de 2024.
DAY_MONTH_YEAR = lazy(
    rf"""
    (?P<day>\d(?<!\d\d)(?<!\d[.,:/]\d)\d?)
    (?P<ordinal>st|nd|rd|th|er|ro|\.|º|ª|°|-го|ης)? [\s\-/]{{0,2}}
    (?:(?:de|of|do|di|den|d’)\s)? (?P<month>{MONTH})(?:\s?/\s?{MONTH})?[.,،]? [\s\-/]{{0,2}}
    (?:(?:de|del|năm|พ\.ศ\.)\s?)? (?P<year>\d{{4}})(?!\d)
    """,
    re.I | re.X,
)
# The end of "Sept. 12, 2024". The month is looked up before it, because a search that began with a
# word would try one at every letter.
AFTER_MONTH = lazy(
    r"""
    (?P<day>\d(?<!\d\d)(?<!\d[.,:/]\d)\d?) (?:st|nd|rd|th)? \s?[,.،\-]?\s?
    (?:(?:de|at|of)\s)? (?<=[\s,.\-])(?P<year>\d{4})(?!\d)
    """,
    re.I | re.X,
)
# 2024 September 12, 2024. szeptember 12., 2024 m. rugsėjo 12 d., 2024ko irailaren 12a.
YEAR_MONTH_DAY = lazy(
    rf"""
    (?P<year>\d(?<!\d\d)\d{{3}}) (?:ko)? [\s.,\-]{{1,2}} (?:m\.\s)?
    (?P<month>{MONTH})\.? [\s\-]{{1,2}} (?P<day>\d{{1,2}})(?!\d)\.?
    """,
    re.I | re.X,
)
# 2024. gada 12. septembris, 2024-yil 12-sentabr, 2024 жылғы 12 қыркүйек. A word for "year" stands
# between the numbers.
YEAR_DAY_MONTH = lazy(
    rf"""
    (?P<year>\d(?<!\d\d)\d{{3}}) [.\-]?\s? (?:gada|yil|жыл|жылы|жылғы)\s
    (?P<day>\d{{1,2}})[.\-]?\s? (?P<month>{MONTH})(?![^\W\d_])
    """,
    re.I | re.X,
)
# 12 tháng 9 năm 2024
VIETNAMESE = lazy(
    r"""
    (?<!\d)(?P<day>\d{1,2}) \s[Tt]háng\s (?P<month>\d{1,2})
    (?:,|\snăm|,\snăm)?\s (?P<year>\d{4})(?!\d)
    """,
    re.X,
)
# 12.09.2024, 12/9/24, 12-09-2024; with spaces around the signs only 12 | 9 | 2024.
NUMERIC = lazy(
    r"""
    (?P<first>\d(?<!\d\d)(?<!\d[.,:/\-]\d)\d?)
    (?: (?P<sign>[./\-])\s? (?P<second>\d{1,2}) (?P=sign)\s?
        (?P<year>\d{4}|\d{2}(?!\d|[.,:/\-]\d))
    | \s(?P<spaced_sign>[./\-|])\s (?P<spaced_second>\d{1,2}) \s(?P=spaced_sign)\s
        (?P<spaced_year>\d{4})
    ) (?!\d)(?![\-.]\d)
    """,
    re.X,
)
# Two characters of a script that has names of months, as these have at least; no Chinese or Korean
# ones. Some of them are signs, which costs nothing but time. In Thai, a point stands between them.
LETTERS = lazy("[A-Za-z\u00aa-\u2dff]{2}|[ก-๙]\\.[ก-๙]")
# What the dates of most readers have.
YEAR = lazy(r"\d{4}")


def find_days(text: str, day_first: bool | None = None) -> list[Day]:
    """The days in a text, in order, without overlaps.

    Where two readings overlap, the one that starts earlier is taken, and of those the longer one.
    Only digits of ASCII are read. `day_first` says how 03/04/2024 is meant; None means day first
    unless only the other reading is a day.

    >>> days = find_days("12. September 2024, Sept. 13, 2024 and 二〇二四年九月十四日")
    >>> [str(day.value.date()) for day in days]
    ['2024-09-12', '2024-09-13', '2024-09-14']
    >>> find_days("Call 0391-8797096, or come to room 12-14")
    []
    """
    readers = READERS if YEAR.search(text) else WITHOUT_YEAR
    days = [day for reader in readers for day in reader(text, day_first)]
    if len(days) < 2:
        return days
    days.sort(key=lambda day: (day.start, -day.end))
    found: list[Day] = []
    for day in days:
        if not found or day.start >= found[-1].end:
            found.append(day)
    return found


def _year_first(text: str, _: bool | None) -> Iterator[Day]:
    for found in YEAR_FIRST.finditer(text):
        year, month = int(found["year"]), int(found["month"])
        number = int(found["day"] or found["day_before_time"])
        read = solar_day if is_solar_year(year) and "/" in found[0] else calendar_day
        if day := read(year, month, number):
            yield Day(found.start(), found.end(), day)


def _in_numerals(text: str, _: bool | None) -> Iterator[Day]:
    for found in NUMERAL_DATE.finditer(text) if "年" in text else ():
        month, number = read_numerals(found["month"]), read_numerals(found["day"])
        if day := calendar_day(read_digits(found["year"]), month, number):
            yield Day(found.start(), found.end(), day)


def _in_eras(text: str, _: bool | None) -> Iterator[Day]:
    for found in ERA_DATE.finditer(text) if any(era in text for era in ERAS) else ():
        year, month, number = (read_numerals(found[part]) for part in ("year", "month", "day"))
        if day := calendar_day(ERAS[found["era"]] + year, month, number):
            yield Day(found.start(), found.end(), day)


def _with_name_of_month(text: str, _: bool | None) -> Iterator[Day]:
    if LETTERS.search(text):
        yield from _day_month_year(text)
        yield from _month_day_year(text)
        yield from _year_and_name(text)


def _day_month_year(text: str) -> Iterator[Day]:
    for found in DAY_MONTH_YEAR.finditer(text):
        year, number = int(found["year"]), int(found["day"])
        if month := month_of(found["month"], found["ordinal"] == "."):
            day = calendar_day(year, month, number)
        else:
            day = solar_day(year, SOLAR_MONTHS.get(found["month"], 0), number)
        if day:
            yield Day(found.start(), found.end(), day)


def _month_day_year(text: str) -> Iterator[Day]:
    for found in AFTER_MONTH.finditer(text):
        if before := month_before(text, found.start()):
            start, month = before
            if day := calendar_day(int(found["year"]), month, int(found["day"])):
                yield Day(start, found.end(), day)


def _year_and_name(text: str) -> Iterator[Day]:
    for found in chain(YEAR_MONTH_DAY.finditer(text), YEAR_DAY_MONTH.finditer(text)):
        month = month_of(found["month"])
        if month and (day := calendar_day(int(found["year"]), month, int(found["day"]))):
            yield Day(found.start(), found.end(), day)


def _vietnamese(text: str, _: bool | None) -> Iterator[Day]:
    for found in VIETNAMESE.finditer(text) if "áng" in text else ():
        if day := calendar_day(int(found["year"]), int(found["month"]), int(found["day"])):
            yield Day(found.start(), found.end(), day)


def _numeric(text: str, day_first: bool | None) -> Iterator[Day]:
    """Read 12.09.2024, 12/09/2024, 12-09-24. With points the day always comes first."""
    for found in NUMERIC.finditer(text):
        first, second = int(found["first"]), int(found["second"] or found["spaced_second"])
        year = int(found["year"] or found["spaced_year"])
        year += 2000 if year < 100 else 0
        has_points = (found["sign"] or found["spaced_sign"]) == "."
        readings = [calendar_day(year, second, first)]
        readings.append(None if has_points else calendar_day(year, first, second))
        if day_first is False and not has_points:
            readings.reverse()
        if day := readings[0] or readings[1]:
            swapped = readings[1] if readings[0] and readings[1] != day else None
            yield Day(found.start(), found.end(), day, swapped)


READERS: tuple[Reader, ...] = (
    _year_first,
    _in_numerals,
    _in_eras,
    _with_name_of_month,
    _vietnamese,
    _numeric,
)
WITHOUT_YEAR: tuple[Reader, ...] = (_in_numerals, _in_eras, _numeric)
"""The readers of days whose year need not have four digits of ASCII."""
