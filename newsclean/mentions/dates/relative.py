"""Finds dates that need a day to count from: "3 hours ago", 昨天 08:12, and days without a year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache
from typing import NamedTuple

from newsclean.mentions.dates.calendars import FIRST_YEAR, LAST_YEAR, calendar_day, days_of_month
from newsclean.mentions.dates.finder import TO_ASCII, DateMention
from newsclean.mentions.dates.months import month_before, month_of
from newsclean.mentions.dates.times import time_after, time_before
from newsclean.mentions.dates.words import DAY_BEFORE_YESTERDAY, JUST_NOW, TODAY, YESTERDAY
from newsclean.text.package_data import read_rows
from newsclean.text.patterns import lazy

# Parts of the forms in ago.tsv that need not be there, and what stands between the others.
OPTIONAL = lazy(r"(?:\[[^\[\]]{1,40}\]|.)\?")
NUMBER_OR_UNIT = lazy(r"[NU ]")
DIGIT = lazy(r"\d")
# In the order of the columns of ago.tsv.
UNITS = ("second", "minute", "hour", "day", "week", "month", "year")
DAYS_AGO = {
    **dict.fromkeys((*TODAY, *JUST_NOW), 0),
    **dict.fromkeys(YESTERDAY, 1),
    **dict.fromkeys(DAY_BEFORE_YESTERDAY, 2),
}
DAY_WORD = lazy(
    rf"(?<![^\W_])(?:{'|'.join(sorted(map(re.escape, DAYS_AGO), key=len, reverse=True))})", re.I
)
# Such a word without a time is a date only on a line with hardly more on it: "hier" is also a word
# of German.
LONGEST_LABEL = 12

# Days without a year near them, and with a sign that makes them a date: 9月12日, 09-12 10:06,
# 12 сентября, Sept. 12.
MONTH_DAY = lazy(
    r"(?<![\d年년./\-])(?<!\d\s)(?P<month>\d{1,2})\s?(?:月|월)\s?(?P<day>\d{1,2})\s?[日일號号]"
)
NUMBERS = lazy(
    r"(?<![\d年년./\-:])(?P<month>\d{1,2})[-/](?P<day>\d{1,2})"
    r"(?:\s?[(（][月火水木金土日][)）])?(?=\s\d{1,2}:\d\d)(?![-/.]\d)"
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


class _Found(NamedTuple):
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


def relative_dates(text: str, reference: datetime) -> tuple[DateMention, ...]:
    """The dates in a text that say how long ago they are, or name a day without a year.

    >>> noon = datetime(2024, 9, 12, 12)
    >>> [str(date.value) for date in relative_dates("3小时前", noon)]
    ['2024-09-12 09:00:00']
    >>> [str(date.value) for date in relative_dates("December 31", noon)]
    ['2023-12-31 00:00:00']
    >>> relative_dates("a long time ago", noon)
    ()
    """
    if not FIRST_YEAR < reference.year < LAST_YEAR:
        return ()
    plain = text.translate(TO_ASCII)
    readers = (*_BY_WORDS, _yearless) if _has_word(plain) else (_yearless,)
    dates = [date for reader in readers for date in reader(plain, reference)]
    dates.sort(key=lambda date: (date.start, -date.end))
    found: list[DateMention] = []
    for date in dates:
        if not found or date.start >= found[-1].end:
            found.append(DateMention(*date, text[date.start : date.end]))
    return tuple(found)


def _has_word(text: str) -> bool:
    """Whether a text has a word without which nothing in it says how long ago something was.

    Most texts are ruled out in a tenth of the time that the patterns take.
    """
    folded = _fold(text)
    return any(word in folded for word in _needed_words())


@cache
def _needed_words() -> frozenset[str]:
    """The names of days, and of each form in ago.tsv the longest part that is always there."""
    forms = [
        form
        for _, alternatives, *_ in read_rows("newsclean.mentions.dates", "ago.tsv")
        for form in alternatives.split("|")
    ]
    parts = [OPTIONAL.sub("N", form) for form in forms]
    words = [max(NUMBER_OR_UNIT.split(part), key=len) for part in parts]
    return frozenset(map(_fold, (*DAYS_AGO, *words)))


def _fold(text: str) -> str:
    """The text without differences that patterns which ignore case ignore."""
    return text.replace("İ", "i").casefold()


@cache
def _ago_pattern() -> re.Pattern[str]:
    """All the ways to say how long ago something was.

    Branch *i* names its unit `hour_i` and its number `number_i`.
    """
    branches: list[str] = []
    for _, forms, one, *units in read_rows("newsclean.mentions.dates", "ago.tsv"):
        for form in forms.split("|"):
            i = len(branches)
            named = [f"(?P<{unit}_{i}>{words})" for unit, words in zip(UNITS, units, strict=True)]
            number, unit = rf"(?P<number_{i}>\d{{1,3}}|{one})", f"(?:{'|'.join(named)})"
            branches.append(form.replace(" ", r"\s").replace("N", number, 1).replace("U", unit, 1))
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(branches)})(?![a-zà-ÿа-яء-ي])", re.I)


def _ago(text: str, reference: datetime) -> Iterator[_Found]:
    """Find "3 hours ago", 3小时前, "vor 2 Tagen"."""
    for found in _ago_pattern().finditer(text):
        parts = {key.rpartition("_")[0]: part for key, part in found.groupdict().items() if part}
        number = parts.pop("number", "1")
        (unit,) = parts
        value = _before(reference, unit, int(number) if number.isdecimal() else 1)
        has_time = unit in ("second", "minute", "hour")
        if value:
            yield _Found(value if has_time else _midnight(value), *found.span(), has_time)


def _before(reference: datetime, unit: str, count: int) -> datetime | None:
    """The moment so many units before the reference.

    A month before is the same day of that month, or its last.
    """
    if unit not in ("month", "year"):
        try:
            return reference - timedelta(**{f"{unit}s": count})
        except OverflowError:
            return None
    months = count * (12 if unit == "year" else 1)
    year, month = divmod(reference.year * 12 + reference.month - 1 - months, 12)
    if year < 1:
        return None
    day = min(reference.day, days_of_month(year, month + 1))
    return reference.replace(year=year, month=month + 1, day=day)


def _named_days(text: str, reference: datetime) -> Iterator[_Found]:
    """Find 昨天 08:12, "yesterday", "just now"."""
    for found in DAY_WORD.finditer(text):
        word = found[0].lower()
        if word in JUST_NOW:
            yield _Found(reference, *found.span(), True)
            continue
        day = _midnight(reference - timedelta(days=DAYS_AGO[word]))
        date = _with_time(text, *found.span(), day, reference)
        if date.has_time or len(text) <= len(word) + LONGEST_LABEL:
            yield date


_BY_WORDS = (_ago, _named_days)


def _yearless(text: str, reference: datetime) -> Iterator[_Found]:
    """Find 9月12日, "Sept. 12"; each is the last such day that is not after the reference."""
    if not DIGIT.search(text):
        return
    # The page may be of a zone in which the next day has begun.
    limit = reference.replace(tzinfo=None) + timedelta(days=1)
    for month, day, start, end in _days_without_year(text):
        years = (reference.year + 1, reference.year, reference.year - 1)
        values = (calendar_day(year, month, day) for year in years)
        if latest := next((value for value in values if value and value <= limit), None):
            yield _with_time(text, start, end, latest, reference)


def _days_without_year(text: str) -> Iterator[_Yearless]:
    for pattern in (MONTH_DAY, NUMBERS):
        for found in pattern.finditer(text):
            yield _Yearless(int(found["month"]), int(found["day"]), *found.span())
    for found in DAY_NAME.finditer(text):
        if month := month_of(found["month"], found["ordinal"] == "."):
            yield _Yearless(month, int(found["day"]), *found.span())
    for found in AFTER_MONTH.finditer(text):
        if before := month_before(text, found.start()):
            start, month = before
            yield _Yearless(month, int(found["day"]), start, found.end())


def _with_time(text: str, start: int, end: int, day: datetime, reference: datetime) -> _Found:
    time = time_after(text, end, day) or time_before(text, start, 0, day)
    if time:
        start, end, day = min(start, time.start), max(end, time.end), time.value
    value = day if day.tzinfo else day.replace(tzinfo=reference.tzinfo)
    return _Found(value, start, end, time is not None)


def _midnight(value: datetime) -> datetime:
    return value.replace(hour=0, minute=0, second=0, microsecond=0)
