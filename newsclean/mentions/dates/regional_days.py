"""Days in figures that only the pages of some languages print."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from newsclean.mentions.dates.calendars import ERAS, calendar_day, year_of_two_digits
from newsclean.mentions.dates.day import Day, Notation, Reader
from newsclean.text.patterns import lazy

# 24.05.10, 24-5-10. Numbers of one digit in both places are more often the version of a program.
SHORT_YEAR_FIRST = lazy(
    r"""
    (?P<year>\d(?<!\d\d)(?<!\d[.,:/\-]\d)\d) (?P<sign>[./\-])\s?
    (?=\d\d|\d[./\-]\s?\d\d) (?P<month>\d{1,2}) (?P=sign)\s? (?P<day>\d{1,2})(?!\d)(?![.:/\-]\d)
    """,
    re.X,
)
# 113/05/10, 113年5月10日, 99年5月10日: years since 1911.
REPUBLIC_YEAR = lazy(
    r"""
    (?P<year>\d(?<!\d\d)(?<!\d[.,:/\-]\d)\d(?:\d|(?=年))) (?P<sign>[./\-年])\s?
    (?P<month>\d{1,2}) (?P<second_sign>[./\-月])\s? (?P<day>\d{1,2})(?!\d)(?![.:/\-]\d)日?
    """,
    re.X,
)
# R6.5.10, H30/5/10: years of the eras 令和 and 平成.
ERA_LETTER = lazy(
    r"""
    (?P<era>[RHＲＨ](?<![^\W\d_][RHＲＨ]))\s? (?P<year>\d{1,2}|元) [./\-年]\s?
    (?P<month>\d{1,2}) [./\-月]\s? (?P<day>\d{1,2})(?!\d)日?
    """,
    re.X,
)
ERA_OF_LETTER = {"R": "令和", "Ｒ": "令和", "H": "平成", "Ｈ": "平成"}
# No news page is older.
FIRST_ONLINE = 1994


def regional_days(text: str, notation: Notation) -> Iterator[Day]:
    """The days that are written as only the text's language writes them.

    >>> [str(day.value.date()) for day in regional_days("24.05.10 10:06", Notation(None, "ko"))]
    ['2024-05-10']
    >>> list(regional_days("24.05.10 10:06", Notation(None, "de")))
    []
    """
    for reader in READERS.get(notation.language, ()):
        yield from reader(text, notation)


def _short_year_first(text: str, _: Notation) -> Iterator[Day]:
    for found in SHORT_YEAR_FIRST.finditer(text):
        year = year_of_two_digits(int(found["year"]))
        day = calendar_day(year, int(found["month"]), int(found["day"]))
        if day and year >= FIRST_ONLINE:
            yield Day(found.start(), found.end(), day)


def _republic_year(text: str, _: Notation) -> Iterator[Day]:
    for found in REPUBLIC_YEAR.finditer(text):
        year = ERAS["民國"] + int(found["year"])
        day = calendar_day(year, int(found["month"]), int(found["day"]))
        if day and year >= FIRST_ONLINE:
            yield Day(found.start(), found.end(), day)


def _era_letter(text: str, _: Notation) -> Iterator[Day]:
    for found in ERA_LETTER.finditer(text):
        year = 1 if found["year"] == "元" else int(found["year"])
        year += ERAS[ERA_OF_LETTER[found["era"]]]
        if day := calendar_day(year, int(found["month"]), int(found["day"])):
            yield Day(found.start(), found.end(), day)


READERS: Mapping[str, tuple[Reader, ...]] = {
    "ko": (_short_year_first,),
    "ja": (_short_year_first, _era_letter),
    "zh-Hans": (_short_year_first,),
    "zh-Hant": (_short_year_first, _republic_year),
}
