"""Finds days that are printed without their year: 9月12日, 09-12 10:06, 12 сентября, Sept. 12."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from newsclean.mentions.dates.calendars import calendar_day
from newsclean.mentions.dates.finder import DateMention, with_ascii_signs
from newsclean.mentions.dates.months import month_before, month_of
from newsclean.mentions.dates.times import time_after, time_before
from newsclean.text.patterns import lazy

DIGIT = lazy(r"\d")
# No year is near them, and a sign makes them a date.
MONTH_DAY = lazy(
    r"(?<![\d年년./\-])(?<!\d\s)(?P<month>\d{1,2})\s?(?:月|월)\s?(?P<day>\d{1,2})\s?[日일號号]"
)
NUMBERS = lazy(
    r"(?<![\d年년./\-:])(?P<month>\d{1,2})[-/](?P<day>\d{1,2})"
    r"(?:\s?[(（][月火水木金土日][)）])?(?=\s\d{1,2}:\d\d)(?![-/.]\d)"
)
# 12.9. klo 10.06
POINTS = lazy(
    r"(?<![\d./\-:])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?=,?\s(?:(?:klo|um|kl\.?|u|в)\s)?\d{1,2}[.:]\d\d)"
)
DAY_NAME = lazy(
    r"""
    (?<![\d.,:/])(?P<day>\d{1,2})(?P<ordinal>st|nd|rd|th|er|\.|º|ª|°|-го)?\s
    (?:de\s|of\s)?(?P<month>[^\W\d_]{3,14})(?![^\W\d_])\.?(?!,?\s(?:de\s|del\s)?\d{4})
    """,
    re.I | re.X,
)
# The month is looked up before it.
AFTER_MONTH = lazy(r"(?<![\d.,:/])(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\d.:/]|,?\s\d{4})", re.I)


class Found(NamedTuple):
    """A date that is counted from the reference, and the characters that print it."""

    value: datetime
    start: int
    end: int
    has_time: bool


class _Yearless(NamedTuple):
    """A month and a day, and the characters that print them."""

    month: int
    day: int
    start: int
    end: int


def dates_without_year(text: str, reference: datetime) -> tuple[DateMention, ...]:
    """The days in a text without a year; each is the last such day that is not after the reference.

    >>> [str(date.value) for date in dates_without_year("Dec 31, 10:06", datetime(2024, 9, 12))]
    ['2023-12-31 10:06:00']
    >>> dates_without_year("3 days ago", datetime(2024, 9, 12))
    ()
    """
    return as_mentions(text, yearless(with_ascii_signs(text), reference))


def as_mentions(text: str, dates: Iterable[Found]) -> tuple[DateMention, ...]:
    """The dates in order, without those that overlap an earlier one or a longer one."""
    found: list[DateMention] = []
    for date in sorted(dates, key=lambda date: (date.start, -date.end)):
        if not found or date.start >= found[-1].end:
            found.append(DateMention(*date, text[date.start : date.end]))
    return tuple(found)


def yearless(text: str, reference: datetime) -> Iterator[Found]:
    """Find 9月12日, "Sept. 12" in a text whose digits are ASCII."""
    if not DIGIT.search(text):
        return
    # The page may be of a zone in which the next day has begun.
    limit = reference.replace(tzinfo=None) + timedelta(days=1)
    for month, day, start, end in _days_without_year(text):
        years = (reference.year + 1, reference.year, reference.year - 1)
        values = (calendar_day(year, month, day) for year in years)
        if latest := next((value for value in values if value and value <= limit), None):
            yield with_time(text, start, end, latest, reference)


def _days_without_year(text: str) -> Iterator[_Yearless]:
    for pattern in (MONTH_DAY, NUMBERS, POINTS):
        for found in pattern.finditer(text):
            yield _Yearless(int(found["month"]), int(found["day"]), *found.span())
    for found in DAY_NAME.finditer(text):
        if month := month_of(found["month"], found["ordinal"] == "."):
            yield _Yearless(month, int(found["day"]), *found.span())
    for found in AFTER_MONTH.finditer(text):
        if before := month_before(text, found.start()):
            start, month = before
            yield _Yearless(month, int(found["day"]), start, found.end())


def with_time(text: str, start: int, end: int, day: datetime, reference: datetime) -> Found:
    """A day with the time beside it, in the zone of the reference if none is printed."""
    time = time_after(text, end, day) or time_before(text, start, 0, day)
    if time:
        start, end, day = min(start, time.start), max(end, time.end), time.value
    value = day if day.tzinfo else day.replace(tzinfo=reference.tzinfo)
    return Found(value, start, end, time is not None)
