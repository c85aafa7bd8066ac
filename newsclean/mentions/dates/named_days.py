"""Text -> the days that it prints with the name of the month."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import chain

from newsclean.lexicon.folding import fold
from newsclean.mentions.dates.calendars import (
    calendar_day,
    ethiopic_day,
    solar_day,
    year_of_two_digits,
)
from newsclean.mentions.dates.day import Day, Notation
from newsclean.mentions.dates.months import MONTH, month_before, month_of, months
from newsclean.mentions.dates.times import time_after
from newsclean.text.patterns import lazy

APOSTROPHE = "['’‘]"
# 12 September 2024, 12-Sep-2024, 12. September 2024, 12 de septiembre de 2024. A year of two digits
# stands after an apostrophe, a hyphen or stroke, or a Thai month, or it ends the text or precedes a
# time: 12 Sep '24, 12-Sep-24, 12 ก.ย. 67, 12 Sep 24, 10:06. The Levant prints two names of a month:
# 12 آذار/مارس 2024.
DAY_MONTH_YEAR = lazy(
    rf"""
    (?P<day>\d(?<!\d\d)(?<!\d[.,:/]\d)\d?)
    (?P<ordinal>st|nd|rd|th|er|ro|\.|º|ª|°|-го|-ші|-нче|ης|ی)? [\s\-/.]{{0,2}}
    (?:(?:de|of|do|di|den|d’|ta’|ቀን)\s|ខែ)? (?P<month>{MONTH})(?:\s?/\s?{MONTH})?[.,،]?
    [\s\-/.]{{0,2}} (?:(?:de|del|năm|พ\.ศ\.|ឆ្នាំ)\s?)?
    (?: (?P<year>\d{{4}})(?!\d)
      | (?P<short_year>
            (?:{APOSTROPHE}|(?<=[^\W\d_][\-/])|(?<=[ก-๙][\s.])|(?<=[ก-๙]\.\s))\d\d(?!\d)
            | \d\d(?=\s?$|[\s,|·–—\-]{{1,4}}\d{{1,2}}[:.h]\d\d)
        )
    )
    """,
    re.I | re.X,
)
# The end of "Sept. 12, 2024". The month is looked up before it, because a search that began with a
# word would try one at every letter.
AFTER_MONTH = lazy(
    rf"""
    (?P<day>\d(?<!\d\d)(?<!\d[.,:/]\d)\d?) (?:st|nd|rd|th)? \s?[,.،\-]?\s?
    (?:(?:de|at|of|ቀን)\s)? (?<=[\s,.\-])
    (?: (?P<year>\d{{4}}) | (?P<short_year>{APOSTROPHE}\d\d) )(?!\d)
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
    (?P<year>\d(?<!\d\d)\d{{3}}) [.\-]?\s? (?:gada|yil|жыл|жылы|жылғы|елның)\s
    (?P<day>\d{{1,2}})(?:-|\.|-ші)?\s? (?P<month>{MONTH})(?![^\W\d_])
    """,
    re.I | re.X,
)
# The end of "Sep 12 10:06:32 UTC 2024", as the C library and Java print a moment.
TIME_AND_YEAR = lazy(
    r"(?P<day>\d(?<!\d\d)\d?)(?=\s\d\d:\d\d)(?P<time>[\d:\s]{6,10}(?:[A-Z]{1,5}|[+\-]\d{4})?)\s?"
    r"(?P<year>\d{4})(?![\d:])"
)
# ግንቦት 2 ቀን 2016
ETHIOPIC = lazy(
    r"(?P<month>[\u1200-\u137f]{2,5})\s(?P<day>\d{1,2})(?:\s?ቀን)?,?\s(?P<year>\d{4})(?!\d)"
)
# Two characters of a script that has names of months, as these have at least; no Chinese or Korean
# ones. Some of them are signs, which costs nothing but time. In Thai, a point stands between them.
LETTERS = lazy("[A-Za-z\u00aa-\u2dff]{2}|[ก-๙]\\.[ก-๙]")
THAI = lazy("[ก-๙]")


def with_name_of_month(text: str, _: Notation) -> Iterator[Day]:
    """Find 12 September 2024, "Sept. 12, 2024", ۲۲ شهریور ۱۴۰۳."""
    if LETTERS.search(text):
        yield from _day_month_year(text)
        yield from _month_day_year(text)
        yield from _month_day_time_year(text)
        yield from _year_and_name(text)
        yield from _ethiopic(text)


def _day_month_year(text: str) -> Iterator[Day]:
    for found in DAY_MONTH_YEAR.finditer(text):
        name, number = found["month"], int(found["day"])
        year = _year(found, "th" if THAI.match(name) else "")
        if month := month_of(name, found["ordinal"] == "."):
            day = calendar_day(year, month, number)
        else:
            day = _day_of_other_calendar(year, name, number)
        if day:
            yield Day(found.start(), found.end(), day)


def _day_of_other_calendar(year: int, name: str, number: int) -> datetime | None:
    if month := months("persian").get(fold(name), 0):
        return solar_day(year, month, number)
    return ethiopic_day(year, months("ethiopic").get(fold(name), 0), number)


def _year(found: re.Match[str], language: str = "") -> int:
    if found["year"]:
        return int(found["year"])
    return year_of_two_digits(int(found["short_year"][-2:]), language)


def _month_day_year(text: str) -> Iterator[Day]:
    for found in AFTER_MONTH.finditer(text):
        if before := month_before(text, found.start()):
            start, month = before
            if day := calendar_day(_year(found), month, int(found["day"])):
                yield Day(start, found.end(), day)


def _month_day_time_year(text: str) -> Iterator[Day]:
    for found in TIME_AND_YEAR.finditer(text) if ":" in text else ():
        before = month_before(text, found.start())
        day = before and calendar_day(int(found["year"]), before[1], int(found["day"]))
        if before and day:
            time = time_after(text[: found.end("time")], found.end("day"), day)
            yield Day(before[0], found.end(), time.value if time else day)


def _ethiopic(text: str) -> Iterator[Day]:
    for found in ETHIOPIC.finditer(text):
        day = _day_of_other_calendar(int(found["year"]), found["month"], int(found["day"]))
        if day:
            yield Day(found.start(), found.end(), day)


def _year_and_name(text: str) -> Iterator[Day]:
    for found in chain(YEAR_MONTH_DAY.finditer(text), YEAR_DAY_MONTH.finditer(text)):
        month = month_of(found["month"])
        if month and (day := calendar_day(int(found["year"]), month, int(found["day"]))):
            yield Day(found.start(), found.end(), day)
