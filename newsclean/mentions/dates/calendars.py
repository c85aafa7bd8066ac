"""Calendars, eras and numerals -> a day of the Gregorian calendar."""

from __future__ import annotations

from datetime import date, datetime, timedelta

# No newspaper prints a date of its own outside of these years.
FIRST_YEAR, LAST_YEAR = 1850, 2100
# Thai pages count from the death of the Buddha.
BUDDHIST_OFFSET, FIRST_BUDDHIST_YEAR, LAST_BUDDHIST_YEAR = 543, 2443, 2643
# Iranian and Afghan pages have a solar year that begins in spring.
FIRST_SOLAR_YEAR, LAST_SOLAR_YEAR = 1300, 1479
FIRST_SOLAR_DAY = date(1921, 3, 21)
# The years of each cycle of 33 that have a day more. The cycle has agreed with the astronomical
# calendar since 1799, and will until 2256.
SOLAR_LEAP_YEARS = (1, 5, 9, 13, 17, 22, 26, 30)

# The year before the first of each era.
ERAS = {"民國": 1911, "民国": 1911, "令和": 2018, "平成": 1988, "昭和": 1925}
# What a number in Chinese numerals can have, as a class of a pattern.
NUMERALS = "〇零○Ｏ一二三四五六七八九十"
DIGIT_OF_NUMERAL = {
    **{numeral: str(digit) for digit, numeral in enumerate("〇一二三四五六七八九")},
    **dict.fromkeys("零○Ｏ", "0"),
    "元": "1",  # the first year of an era
}


def calendar_day(year: int, month: int, day: int) -> datetime | None:
    """The day, or None if there is no such day. The year may be of the Buddhist era.

    >>> calendar_day(2567, 9, 12)
    datetime.datetime(2024, 9, 12, 0, 0)
    >>> calendar_day(2024, 2, 30) is None
    True
    """
    if FIRST_BUDDHIST_YEAR <= year <= LAST_BUDDHIST_YEAR:
        year -= BUDDHIST_OFFSET
    try:
        return datetime(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except (ValueError, OverflowError):
        return None


def days_of_month(year: int, month: int) -> int:
    """How many days a month has. The module `calendar` would import the locales.

    >>> days_of_month(2024, 2), days_of_month(2100, 2), days_of_month(2024, 9)
    (29, 28, 30)
    """
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def solar_day(year: int, month: int, day: int) -> datetime | None:
    """The day that is named in the Persian calendar, or None if there is no such day.

    >>> solar_day(1403, 6, 22)
    datetime.datetime(2024, 9, 12, 0, 0)
    >>> solar_day(1403, 13, 1) is None
    True
    """
    # The first six months have 31 days.
    if not (is_solar_year(year) and 1 <= month <= 12 and 1 <= day <= (31 if month <= 6 else 30)):
        return None
    leap_days = sum(past % 33 in SOLAR_LEAP_YEARS for past in range(FIRST_SOLAR_YEAR, year))
    days_before_month = (month - 1) * 30 + min(month - 1, 6)
    days = (year - FIRST_SOLAR_YEAR) * 365 + leap_days + days_before_month + day - 1
    return datetime.combine(FIRST_SOLAR_DAY + timedelta(days=days), datetime.min.time())


def is_solar_year(year: int) -> bool:
    """Whether a year is one of the Persian calendar in modern times.

    >>> is_solar_year(1403), is_solar_year(2024)
    (True, False)
    """
    return FIRST_SOLAR_YEAR <= year <= LAST_SOLAR_YEAR


def read_numerals(text: str) -> int:
    """The number that is written in Chinese numerals or in ASCII digits.

    >>> read_numerals("十二"), read_numerals("二十"), read_numerals("一一三"), read_numerals("12")
    (12, 20, 113, 12)
    >>> read_numerals("元")
    1
    """
    if text.isdecimal():
        return int(text)
    if "十" not in text:
        return read_digits(text)
    tens, _, ones = text.rpartition("十")
    return int(DIGIT_OF_NUMERAL.get(tens, "1")) * 10 + int(DIGIT_OF_NUMERAL.get(ones[:1], "0"))


def read_digits(numerals: str) -> int:
    """The number whose digits are written one by one in Chinese numerals.

    >>> read_digits("二〇二四")
    2024
    """
    return int("".join(DIGIT_OF_NUMERAL.get(numeral, "0") for numeral in numerals))
