"""Text -> the calendar days printed in it, in any of the calendars that newspapers use."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from newsclean.mentions.dates.words import ERAS, MONTHS, SOLAR_MONTHS


class Day(NamedTuple):
    """A day in a text, and where it stands; `swapped` is the other reading of 03/04/2024."""

    start: int
    end: int
    value: datetime
    swapped: datetime | None = None


FIRST_YEAR, LAST_YEAR = 1850, 2100
# Thai pages count from the death of the Buddha; Iranian and Afghan ones have a solar year that begins in spring.
BUDDHIST_AHEAD, FIRST_BUDDHIST_YEAR, LAST_BUDDHIST_YEAR = 543, 2443, 2643
FIRST_SOLAR_YEAR, LAST_SOLAR_YEAR = 1300, 1479
HAN = "〇零○Ｏ一二三四五六七八九十"
HAN_DIGITS = {character: str(value) for value, character in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0", "Ｏ": "0", "元": "1"}

# Patterns begin with a digit and look behind it after: so the search skips to the next digit, which makes it twice as fast.
# A word that may be a month's name; Arabic ones may have two words and abbreviated Thai ones have points inside.
NAME = r"((?:تشرين|كانون)\s[^\s\d]{4,7}|[ก-๙]{1,3}\.[ก-๙]\.|[^\s\d.,:;/()\[\]|·•–—\-_'’<>+،]{2,14})"
# Year first: 2024-09-12, 2024/9/12, 2024.05.10., 2024年5月10日, 2024년 5월 10일, and 2024-09-1210:06 where the time touches the day.
YEAR_FIRST = re.compile(
    r"(\d(?<!\d\d)(?<!\d[.,]\d)\d{3})\s?(?:[-/.–]|年|년)\s?(\d{1,2})\s?(?:[-/.–]|月|월)\s?(?:(\d{1,2})(?!\d)|(\d\d)(?=\d\d:\d\d))\s?(?:日|일|號|号|\.(?!\d))?"
)
HAN_DATE = re.compile(rf"([{HAN}]{{4}})年([{HAN}]{{1,2}})月([{HAN}]{{1,3}})日")
ERA_DATE = re.compile(
    rf"({'|'.join(ERAS)})\s?(\d{{1,3}}|[元{HAN}]{{1,4}})\s?[年./-]\s?(\d{{1,2}}|[{HAN}]{{1,2}})\s?[月./-]\s?(\d{{1,2}}|[{HAN}]{{1,3}})\s?日?"
)
DAY_NAME = re.compile(
    rf"(\d(?<!\d\d)(?<!\d[.,:/]\d)\d?)(?:st|nd|rd|th|er|ro|\.|º|ª|°|-го|ης)?[\s\-/]{{0,2}}(?:(?:de|of|do|di|den|d’)\s)?{NAME}[.,،]?[\s\-/]{{0,2}}(?:(?:de|del|năm|พ\.ศ\.)\s?)?(\d{{4}})(?!\d)",
    re.I,
)
# The month's name stands right before this, and is looked up there: a search that began with a name would try one at every letter.
AFTER_NAME = re.compile(r"(\d(?<!\d\d)(?<!\d[.,:/]\d)\d?)(?:st|nd|rd|th)?\s?[,.،\-]?\s?(?:(?:de|at|of)\s)?(?<=[\s,.\-])(\d{4})(?!\d)", re.I)
NAME_BEFORE = re.compile(rf"(?<![^\W\d_]){NAME}[.,]?[\s\-]?$")
LONGEST_NAME = 18
LETTER = re.compile(r"[^\W\d_年月日년월일]{2}")
YEAR_NAME = re.compile(rf"(\d(?<!\d\d)\d{{3}})[\s.,\-]{{1,2}}{NAME}\.?[\s\-]{{1,2}}(\d{{1,2}})(?!\d)\.?", re.I)
VIETNAMESE = re.compile(r"(?<!\d)(\d{1,2})\s[Tt]háng\s(\d{1,2})(?:,|\snăm|,\snăm)?\s(\d{4})(?!\d)")
NUMERIC = re.compile(
    r"(\d(?<!\d\d)(?<!\d[.,:/\-]\d)\d?)(?:([./\-])\s?(\d{1,2})\2\s?(\d{4}|\d{2}(?!\d|[.,:/\-]\d))|\s([./\-|])\s(\d{1,2})\s\5\s(\d{4}))(?!\d)(?![\-.]\d)"
)


def find_days(text: str, day_first: bool | None = None) -> list[Day]:
    """The days in a text by their places; where two readings overlap, the earlier and longer one. Digits are those of ASCII.

    >>> [str(day.value.date()) for day in find_days("12. September 2024, Sept. 13, 2024 and 二〇二四年九月十四日")]
    ['2024-09-12', '2024-09-13', '2024-09-14']
    >>> find_days("Call 0391-8797096, or come to room 12-14")
    []
    """
    found: list[Day] = []
    for day in sorted((day for reader in READERS for day in reader(text, day_first)), key=lambda day: (day.start, -day.end)):
        if not found or day.start >= found[-1].end:
            found.append(day)
    return found


def calendar_day(year: int, month: int, day: int) -> datetime | None:
    """The day, if there is one; a year of the Buddhist era is brought to ours.

    >>> calendar_day(2567, 9, 12)
    datetime.datetime(2024, 9, 12, 0, 0)
    >>> calendar_day(2024, 2, 30) is None
    True
    """
    if FIRST_BUDDHIST_YEAR <= year <= LAST_BUDDHIST_YEAR:
        year -= BUDDHIST_AHEAD
    try:
        return datetime(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None


def solar_day(year: int, month: int, day: int) -> datetime | None:
    """The day of the Persian calendar. Its leap years are those of the 33-year cycle, which has been right since 1799 and is until 2256.

    >>> solar_day(1403, 6, 22)
    datetime.datetime(2024, 9, 12, 0, 0)
    >>> solar_day(1403, 13, 1) is None
    True
    """
    if not (FIRST_SOLAR_YEAR <= year <= LAST_SOLAR_YEAR and 1 <= month <= 12 and 1 <= day <= (31 if month <= 6 else 30)):
        return None
    leaps = sum((past % 33) in (1, 5, 9, 13, 17, 22, 26, 30) for past in range(FIRST_SOLAR_YEAR, year))
    passed = (year - FIRST_SOLAR_YEAR) * 365 + leaps + (month - 1) * 30 + min(month - 1, 6) + day - 1
    return datetime.combine(date(1921, 3, 21) + timedelta(days=passed), datetime.min.time())


def month_of(name: str) -> int:
    """The number of the month with this name or abbreviation, or 0.

    >>> month_of("Sept"), month_of("сентября"), month_of("Section")
    (9, 9, 0)
    """
    return MONTHS.get(name.lower(), 0)


# Readers


def _year_first(text: str, _: bool | None) -> Iterator[Day]:
    for found in YEAR_FIRST.finditer(text):
        year, month, number = int(found[1]), int(found[2]), int(found[3] or found[4])
        solar = FIRST_SOLAR_YEAR <= year <= LAST_SOLAR_YEAR and "/" in found[0]
        if day := (solar_day if solar else calendar_day)(year, month, number):
            yield Day(found.start(), found.end(), day)


def _of_eras(text: str, _: bool | None) -> Iterator[Day]:
    if "年" in text:
        for found in HAN_DATE.finditer(text):
            year = int("".join(HAN_DIGITS.get(character, "0") for character in found[1]))
            if day := calendar_day(year, _han(found[2]), _han(found[3])):
                yield Day(found.start(), found.end(), day)
    if any(era in text for era in ERAS):
        for found in ERA_DATE.finditer(text):
            if day := calendar_day(ERAS[found[1]] + _han(found[2]), _han(found[3]), _han(found[4])):
                yield Day(found.start(), found.end(), day)


def _named(text: str, _: bool | None) -> Iterator[Day]:
    if not LETTER.search(text):
        return
    for found in DAY_NAME.finditer(text):
        if month := month_of(found[2]):
            day = calendar_day(int(found[3]), month, int(found[1]))
        else:
            day = solar_day(int(found[3]), SOLAR_MONTHS.get(found[2], 0), int(found[1]))
        if day:
            yield Day(found.start(), found.end(), day)
    for found in AFTER_NAME.finditer(text):
        low = max(0, found.start() - LONGEST_NAME)
        before = NAME_BEFORE.search(text[low : found.start()])
        if before and (month := month_of(before[1])) and (day := calendar_day(int(found[2]), month, int(found[1]))):
            yield Day(low + before.start(), found.end(), day)
    for found in YEAR_NAME.finditer(text):
        if (month := month_of(found[2])) and (day := calendar_day(int(found[1]), month, int(found[3]))):
            yield Day(found.start(), found.end(), day)


def _vietnamese(text: str, _: bool | None) -> Iterator[Day]:
    for found in VIETNAMESE.finditer(text) if "áng" in text else ():
        if day := calendar_day(int(found[3]), int(found[2]), int(found[1])):
            yield Day(found.start(), found.end(), day)


def _numeric(text: str, day_first: bool | None) -> Iterator[Day]:
    """12.09.2024, 12/09/2024, 12-09-24. `day_first` settles 03/04/2024: a point between always has the day first."""
    for found in NUMERIC.finditer(text):
        first, second, year = int(found[1]), int(found[3] or found[6]), int(found[4] or found[7])
        year += 2000 if year < 100 else 0
        pointed = (found[2] or found[5]) == "."
        readings = [calendar_day(year, second, first), None if pointed else calendar_day(year, first, second)]
        if day_first is False and not pointed:
            readings.reverse()
        if day := readings[0] or readings[1]:
            yield Day(found.start(), found.end(), day, readings[1] if readings[0] and readings[1] != day else None)


READERS: tuple[Callable[[str, bool | None], Iterator[Day]], ...] = (_year_first, _of_eras, _named, _vietnamese, _numeric)


def _han(digits: str) -> int:
    """The number that ASCII digits or Chinese numerals write: 12, 十二, 二十, 一一三, 元."""
    if digits.isdecimal():
        return int(digits)
    if "十" not in digits:
        return int("".join(HAN_DIGITS.get(digit, "0") for digit in digits))
    tens, ten, ones = digits.rpartition("十")
    return (int(HAN_DIGITS.get(tens, "1")) if ten else 0) * 10 + int(HAN_DIGITS.get(ones[:1], "0"))
