"""Text -> the dates printed in it, in the languages of newspapers. Nothing reads the clock: a relative date needs a reference."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from newsclean.mentions.dates.days import FIRST_YEAR, LAST_YEAR, calendar_day, find_days, month_of
from newsclean.mentions.dates.times import time_after, time_before


class DateFound(NamedTuple):
    """A date in a text: its value, where it stands, and whether a time of day is printed with it.

    `swapped` is the other reading of a date such as 03/04/2024.
    """

    value: datetime
    start: int
    end: int
    has_time: bool
    text: str
    swapped: datetime | None = None


# What every date has: a digit, or a year in Chinese numerals.
DIGIT = re.compile(r"[\d〇零○一二三四五六七八九十元](?:(?<=\d)|年)")
# Digits of other scripts, and the signs that stand between them, one character for one.
FOLDS = str.maketrans(
    {chr(zero + value): str(value) for zero in (0xFF10, 0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50) for value in range(10)}
    | {"：": ":", "／": "/", "．": ".", "－": "-", "\u00a0": " ", "\u202f": " ", "‐": "-", "‑": "-", "\u200f": " ", "\u200e": " "}
)
# A site's path holds the day as /2024/05/20/, /20240520/, t20240520_1, or as numbers of one digit too.
URL_DATE = re.compile(r"(?<!\d)((?:19|20)\d{2})([/\-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d{1,2}(?!\d))")
URL_NUMBERS = re.compile(r"(?<!\d)((?:19|20)\d{2})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
URL_NAMED = re.compile(r"/((?:19|20)\d{2})/([a-z]{3,9})/(\d{1,2})(?!\d)")
URL_DAY_FIRST = re.compile(r"(?<!\d)(0[1-9]|[12]\d|3[01])[-_](0[1-9]|1[0-2])[-_]((?:19|20)\d{2})(?!\d)")
# An archive's address holds the moment of its visit before the address that it kept.
ARCHIVED = re.compile(r"/\d{14}(?:[a-z]{2}_)?/(?=https?:|(?:[\w\-]{1,63}\.){1,5}[a-z]{2,10}/)")
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:[T ]?(\d{2}):?(\d{2}))?")
EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
LONGEST_VALUE = 100


def find_dates(text: str, day_first: bool | None = None) -> tuple[DateFound, ...]:
    """The dates in a text in the order of their places. `day_first` settles 03/04/2024; None reads it so unless the text says otherwise.

    >>> [found.value.isoformat() for found in find_dates("更新时间:2024/9/12 10:06:32    来源:焦作日报")]
    ['2024-09-12T10:06:32']
    >>> find_dates("Call 0391-8797096")
    ()
    """
    if not DIGIT.search(text):
        return ()
    plain = text.translate(FOLDS)
    found: list[DateFound] = []
    floor = 0
    for day in find_days(plain, day_first):
        start, end, value = day.start, day.end, day.value
        time = time_after(plain, end, value) or time_before(plain, start, floor, value)
        if time:
            start, end, value = min(start, time.start), max(end, time.end), time.value
        while end > start and plain[end - 1] == " ":
            end -= 1
        swapped = day.swapped and datetime.combine(day.swapped.date(), value.timetz())
        found.append(DateFound(value, start, end, time is not None, text[start:end], swapped))
        floor = end
    return tuple(found)


def date_in_url(url: str) -> datetime | None:
    """The date in an address's path, if it holds one: /2024/05/20/, /20240520/, t20240520_1.

    >>> date_in_url("https://example.org/a/2024-05/20/c_1.htm")
    datetime.datetime(2024, 5, 20, 0, 0)
    >>> date_in_url("https://example.org/world/2024/may/20/ferry-returns")
    datetime.datetime(2024, 5, 20, 0, 0)
    >>> date_in_url("https://archive.example/web/20160218174457/http://example.org/12345678.htm") is None
    True
    """
    path = url.partition("://")[2].partition("/")[2].partition("?")[0]
    if archived := ARCHIVED.search(f"/{path}"):
        path = path[archived.end() - 1 :]
    for found in (*URL_DATE.finditer(path), *URL_NUMBERS.finditer(path)):
        year, month, day = (int(number) for number in found.groups() if number.isdecimal())
        if value := calendar_day(year, month, day):
            return value
    if (named := URL_NAMED.search(f"/{path}")) and (month := month_of(named[2])):
        return calendar_day(int(named[1]), month, int(named[3]))
    last = URL_DAY_FIRST.search(path)
    return calendar_day(int(last[3]), int(last[2]), int(last[1])) if last else None


def parse_date(value: str, day_first: bool | None = None) -> DateFound | None:
    """The date that a machine-readable value states, or the first date printed in it.

    >>> parse_date("20240520T1006").value
    datetime.datetime(2024, 5, 20, 10, 6)
    >>> parse_date("1716199592000").value.isoformat()
    '2024-05-20T10:06:32+00:00'
    >>> parse_date("soon") is None
    True
    """
    value = value.strip()[:LONGEST_VALUE]
    if value[4:5] == "-" and (moment := _of_iso(value)):
        return DateFound(moment, 0, len(value), ":" in value, value)
    if EPOCH.fullmatch(value):
        return DateFound(datetime.fromtimestamp(int(value[:10]), UTC), 0, len(value), True, value)
    compact = COMPACT.match(value)
    if compact and (day := calendar_day(*map(int, compact.groups()[:3]))):
        has_time = compact[4] is not None and int(compact[4]) < 24 and int(compact[5]) < 60
        if has_time:
            day = day.replace(hour=int(compact[4]), minute=int(compact[5]))
        return DateFound(day, 0, compact.end(), has_time, compact[0])
    return next(iter(find_dates(value.replace("|", " ") if "T" not in value else value, day_first)), None)


def _of_iso(value: str) -> datetime | None:
    """The moment of an ISO 8601 text, which most values are, and which need no search."""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment.replace(microsecond=0) if FIRST_YEAR <= moment.year <= LAST_YEAR else None


def without_dates(text: str, found: Sequence[DateFound] | None = None) -> tuple[str, bool]:
    """The text with two spaces for each of its dates, and whether it had one. `found` are its dates if they are known.

    >>> without_dates("Jane Roe 2024-05-10")
    ('Jane Roe   ', True)
    """
    found = find_dates(text) if found is None else found
    for date in reversed(found):
        text = f"{text[: date.start]}  {text[date.end :]}"
    return text, bool(found)
