"""Calendars, eras and numerals -> a day of the Gregorian calendar."""

from __future__ import annotations

from datetime import date, datetime, timedelta

# No news page prints a date of its own outside of these years. Years of the Nepali calendar are
# above them: 2051 of that calendar began in 1994.
FIRST_YEAR, LAST_YEAR = 1850, 2050
# Thai pages count from the death of the Buddha.
BUDDHIST_OFFSET, FIRST_BUDDHIST_YEAR, LAST_BUDDHIST_YEAR = 543, 2443, 2593
# No news page is older than 1994, so a year of two digits below 37 is none of theirs.
FIRST_BUDDHIST_YEAR_ONLINE = 2537
# Iranian and Afghan pages have a solar year that begins in spring. A year from 1414 on is one of
# the Islamic calendar, whose months begin when the moon is seen: 1414 began in 1993.
FIRST_SOLAR_YEAR, LAST_SOLAR_YEAR = 1300, 1413
FIRST_SOLAR_DAY = date(1921, 3, 21)
# The years of each cycle of 33 that have a day more. The cycle has agreed with the astronomical
# calendar since 1799, and will until 2256.
SOLAR_LEAP_YEARS = (1, 5, 9, 13, 17, 22, 26, 30)
# The Ethiopian year has twelve months of 30 days and the rest. Each fourth is a leap year, the
# first of them 3. Until 2100 the new year is on 11 September, or a day later after a leap year.
ETHIOPIC_OFFSET, FIRST_ETHIOPIC_YEAR = 8, 1893

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


def year_of_two_digits(year: int, language: str = "") -> int:
    """The year that two digits stand for; in Thai it is of the Buddhist era.

    >>> year_of_two_digits(24), year_of_two_digits(99), year_of_two_digits(67, "th")
    (2024, 1999, 2567)
    """
    if language == "th" and FIRST_BUDDHIST_YEAR_ONLINE <= 2500 + year <= LAST_BUDDHIST_YEAR:
        return 2500 + year
    return year + (2000 if year <= LAST_YEAR - 2000 else 1900)


def day_of_year(year: int, month: int, day: int) -> datetime | None:
    """The day of the Persian calendar, if the year is one of it, else of the Gregorian one.

    >>> day_of_year(1403, 6, 22), day_of_year(2024, 9, 12)
    (datetime.datetime(2024, 9, 12, 0, 0), datetime.datetime(2024, 9, 12, 0, 0))
    """
    return (solar_day if is_solar_year(year) else calendar_day)(year, month, day)


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

    >>> is_solar_year(1403), is_solar_year(1445), is_solar_year(2024)
    (True, False, False)
    """
    return FIRST_SOLAR_YEAR <= year <= LAST_SOLAR_YEAR


def ethiopic_day(year: int, month: int, day: int) -> datetime | None:
    """The day that is named in the Ethiopian calendar, or None if there is no such day.

    >>> ethiopic_day(2016, 9, 2), ethiopic_day(2015, 13, 6)
    (datetime.datetime(2024, 5, 10, 0, 0), datetime.datetime(2023, 9, 11, 0, 0))
    >>> ethiopic_day(2016, 13, 6) is None
    True
    """
    is_year = FIRST_ETHIOPIC_YEAR <= year <= LAST_YEAR - ETHIOPIC_OFFSET
    longest = 30 if month <= 12 else 6 if year % 4 == 3 else 5
    if not (is_year and 1 <= month <= 13 and 1 <= day <= longest):
        return None
    new_year = datetime(year + ETHIOPIC_OFFSET - 1, 9, 12 if year % 4 == 0 else 11)
    return new_year + timedelta(days=30 * (month - 1) + day - 1)


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
