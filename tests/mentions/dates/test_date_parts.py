"""The parts that dates are read with: calendars, numerals, months, zones."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.lexicon.folding import fold
from newsclean.mentions.dates.calendars import (
    calendar_day,
    is_solar_year,
    read_digits,
    read_numerals,
    solar_day,
)
from newsclean.mentions.dates.days import find_days
from newsclean.mentions.dates.months import MONTHS_AFTER_POINT, month_of, months
from newsclean.mentions.dates.weekdays import weekdays
from newsclean.mentions.dates.zones import ZONES, zone_offset
from newsclean.text.package_data import read_rows

NUMERALS = "〇一二三四五六七八九"


@given(st.integers(1300, 1479), st.integers(1, 12), st.integers(1, 31))
def test_days_of_the_persian_calendar_follow_each_other(year: int, month: int, day: int) -> None:
    here, next_day = solar_day(year, month, day), solar_day(year, month, day + 1)
    if here and next_day:
        assert next_day - here == timedelta(days=1)


@pytest.mark.parametrize(
    ("solar", "ours"),
    [((1300, 1, 1), (1921, 3, 21)), ((1399, 12, 30), (2021, 3, 20)), ((1403, 1, 1), (2024, 3, 20))],
)
def test_the_persian_new_year(solar: tuple[int, int, int], ours: tuple[int, int, int]) -> None:
    assert solar_day(*solar) == datetime(*ours)


@pytest.mark.parametrize("day", [(1403, 1, 0), (1403, 7, 31), (1299, 1, 1), (1480, 1, 1)])
def test_no_day_of_the_persian_calendar(day: tuple[int, int, int]) -> None:
    assert solar_day(*day) is None


@given(st.integers(), st.integers(), st.integers())
def test_any_numbers_are_a_day_or_none(year: int, month: int, day: int) -> None:
    found = calendar_day(year, month, day)
    assert found is None or (found.month, found.day) == (month, day)
    assert not is_solar_year(year) or found is None


@given(st.integers(1, 99))
def test_numerals_are_read(number: int) -> None:
    tens, ones = divmod(number, 10)
    ten = "" if not tens else "十" if tens == 1 else f"{NUMERALS[tens]}十"
    assert read_numerals(ten + (NUMERALS[ones] if ones else "")) == number
    assert read_numerals(str(number)) == number
    assert read_digits("".join(NUMERALS[int(digit)] for digit in str(number))) == number


def test_each_language_has_twelve_months() -> None:
    rows = list(read_rows("newsclean.mentions.dates", "months.tsv"))
    lengths = {row[0]: len(row) - 1 for row in rows if all(row)}
    assert len(lengths) == len(rows)
    assert {tag for tag, length in lengths.items() if length != 12} == {"am-u-ca-ethiopic"}
    assert set(months().values()) == set(months("persian").values()) == set(range(1, 13))
    assert [name for name in months() if name != fold(name)] == []


def test_each_language_has_seven_days_of_the_week() -> None:
    rows = list(read_rows("newsclean.mentions.dates", "weekdays.tsv"))
    assert [row[0] for row in rows if len(row) != 8 or not all(row)] == []
    assert [name for name in weekdays() if name != name.lower()] == []
    assert weekdays()["пятница"] == weekdays()["friday"] == 4


def test_a_name_of_two_months_is_told_apart_by_a_point() -> None:
    numbers: dict[str, set[int]] = {}
    for tag, *cells in read_rows("newsclean.mentions.dates", "months.tsv"):
        for number, cell in enumerate(() if "-u-ca-" in tag else cells, 1):
            for name in cell.split("|"):
                numbers.setdefault(fold(name), set()).add(number)
    del numbers["-"]
    assert {name: found for name, found in numbers.items() if len(found) > 1} == {
        name: {month_of(name), after_point} for name, after_point in MONTHS_AFTER_POINT.items()
    }


@pytest.mark.parametrize(
    ("name", "moment", "hours"),
    [
        ("CET", datetime(2024, 3, 30), 1),
        ("CET", datetime(2024, 3, 31), 2),
        ("CET", datetime(2024, 10, 27), 1),
        ("ET", datetime(2024, 3, 9), -5),
        ("ET", datetime(2024, 3, 10), -4),
        ("EDT", datetime(2024, 1, 1), -4),
        ("Z", datetime(2024, 1, 1), 0),
        ("UTC+5:30", datetime(2024, 1, 1), 5.5),
        ("−0330", datetime(2024, 1, 1), -3.5),
    ],
)
def test_the_offset_of_a_zone(name: str, moment: datetime, hours: float) -> None:
    assert zone_offset(name, moment) == 60 * hours


@pytest.mark.parametrize("name", ["IST", "+15:00", "-12:30", "+08:07", "GMT+99"])
def test_no_zone(name: str) -> None:
    assert zone_offset(name, datetime(2024, 1, 1)) is None


@given(st.sampled_from(sorted(ZONES)), st.datetimes())
def test_every_zone_is_on_earth(name: str, moment: datetime) -> None:
    offset = zone_offset(name, moment)
    assert offset is not None
    assert -720 <= offset <= 840


# As newspapers print the fifteenth of a month of 2023, by the first name of the month in the table.
FORMS = {
    "sr": "15. {} 2023.",
    "bs": "15. {} 2023.",
    "sl": "15. {} 2023",
    "mk": "15 {} 2023",
    "be": "15 {} 2023",
    "lt": "2023 m. {} 15 d.",
    "lv": "2023. gada 15. {}",
    "et": "15. {} 2023",
    "is": "15. {} 2023",
    "sq": "15 {} 2023",
    "eu": "2023ko {} 15a",
    "gl": "15 de {} de 2023",
    "af": "15 {} 2023",
    "az": "15 {} 2023",
    "uz": "2023-yil 15-{}",
    "kk": "2023 жылғы 15 {}",
    "ka": "15 {}, 2023",
    "hy": "15 {}, 2023",
    "tl": "{} 15, 2023",
    "sw": "15 {} 2023",
}


@pytest.mark.parametrize("language", FORMS)
def test_dates_are_read_as_each_language_writes_them(language: str) -> None:
    [months_of] = [
        cells
        for tag, *cells in read_rows("newsclean.mentions.dates", "months.tsv")
        if tag == language
    ]
    for number, cell in enumerate(months_of, 1):
        for name in cell.split("|"):
            for text in (FORMS[language].format(name), FORMS[language].format(name.upper())):
                found = find_days(f"{text} 10:06")
                assert [day.value.date() for day in found] == [date(2023, number, 15)], text
                assert found[0].start == 0
