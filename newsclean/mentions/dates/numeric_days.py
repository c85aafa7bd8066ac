"""Text -> the days that it prints with the number of the month."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclean.mentions.dates.calendars import (
    ERAS,
    NUMERALS,
    calendar_day,
    day_of_year,
    read_digits,
    read_numerals,
    year_of_two_digits,
)
from newsclean.mentions.dates.day import Day, Notation
from newsclean.text.patterns import lazy

# A pattern that begins with a digit lets the search skip to the next one, which makes it twice as
# fast. So what must not stand before the digit is looked at after it.

# 2024-09-12, 2024/9/12, 2024.05.10., 2024年5月10日, 2024년 5월 10일, 2024 оны 5 сарын 10; with the
# year of the Japanese era in brackets, or in front of such brackets; and 2024-09-1210:06, where the
# time touches the day.
YEAR_FIRST = lazy(
    r"""
    (?P<year>\d(?<!\d\d)(?<!\d[.,]\d)\d{3}) (?:[(（](?:令和|平成|昭和)?[\d元]{1,2}年?[)）])?
    [)）]?\s?(?:[-/.–]|年|년|оны)[)）]?\s?
    (?P<month>\d{1,2}) \s?(?:[-/.–]|月|월|сарын)\s?
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
# 12 IX 2024, 12/IX/2024, 12.IX.2024
ROMAN_DATE = lazy(
    r"""
    (?P<day>\d(?<!\d\d)(?<!\d[.,:/\-]\d)\d?) [./\-\s]{1,2} (?P<month>[IVX]{1,4}) [./\-\s]{1,2}
    (?P<year>\d{4})(?!\d)
    """,
    re.X,
)
ROMAN_MONTHS = "I II III IV V VI VII VIII IX X XI XII".split()


def year_first(text: str, _: Notation) -> Iterator[Day]:
    """Find 2024-09-12, 2024年5月10日."""
    for found in YEAR_FIRST.finditer(text):
        number = int(found["day"] or found["day_before_time"])
        if day := day_of_year(int(found["year"]), int(found["month"]), number):
            yield Day(found.start(), found.end(), day)


def in_numerals(text: str, _: Notation) -> Iterator[Day]:
    """Find 二〇二四年九月十二日."""
    for found in NUMERAL_DATE.finditer(text) if "年" in text else ():
        month, number = read_numerals(found["month"]), read_numerals(found["day"])
        if day := calendar_day(read_digits(found["year"]), month, number):
            yield Day(found.start(), found.end(), day)


def in_eras(text: str, _: Notation) -> Iterator[Day]:
    """Find 令和6年9月12日, 民國113年5月20日."""
    for found in ERA_DATE.finditer(text) if any(era in text for era in ERAS) else ():
        year, month, number = (read_numerals(found[part]) for part in ("year", "month", "day"))
        if day := calendar_day(ERAS[found["era"]] + year, month, number):
            yield Day(found.start(), found.end(), day)


def vietnamese(text: str, _: Notation) -> Iterator[Day]:
    """Find 12 tháng 9 năm 2024."""
    for found in VIETNAMESE.finditer(text) if "áng" in text else ():
        if day := calendar_day(int(found["year"]), int(found["month"]), int(found["day"])):
            yield Day(found.start(), found.end(), day)


def roman(text: str, _: Notation) -> Iterator[Day]:
    """Find 12 IX 2024."""
    for found in ROMAN_DATE.finditer(text) if not {"I", "V", "X"}.isdisjoint(text) else ():
        month = ROMAN_MONTHS.index(found["month"]) + 1 if found["month"] in ROMAN_MONTHS else 0
        if day := calendar_day(int(found["year"]), month, int(found["day"])):
            yield Day(found.start(), found.end(), day)


def numeric(text: str, notation: Notation) -> Iterator[Day]:
    """Find 12.09.2024, 12/09/2024, 12-09-24. With points the day always comes first."""
    for found in NUMERIC.finditer(text):
        first, second = int(found["first"]), int(found["second"] or found["spaced_second"])
        year = int(found["year"] or found["spaced_year"])
        year = year_of_two_digits(year, notation.language) if year < 100 else year
        has_points = (found["sign"] or found["spaced_sign"]) == "."
        readings = [day_of_year(year, second, first)]
        readings.append(None if has_points else calendar_day(year, first, second))
        if notation.day_first is False and not has_points:
            readings.reverse()
        if day := readings[0] or readings[1]:
            swapped = readings[1] if readings[0] and readings[1] != day else None
            yield Day(found.start(), found.end(), day, swapped)
