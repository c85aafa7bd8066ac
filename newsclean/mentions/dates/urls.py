"""URL -> the date in its path."""

from __future__ import annotations

from datetime import datetime

from newsclean.mentions.dates.calendars import calendar_day, days_of_month
from newsclean.mentions.dates.months import month_of
from newsclean.text.patterns import lazy

# /2024/05/20/, /20240520/, t20240520_1
DATE = lazy(
    r"(?<!\d)((?:19|20)\d{2})([/\-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d{1,2}(?!\d))"
)
# /2024/5/20/
SHORT_DATE = lazy(r"(?<!\d)((?:19|20)\d{2})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
# /2024/may/20/
MONTH_NAME = lazy(r"/((?:19|20)\d{2})/([a-z]{3,9})/(\d{1,2})(?!\d)")
# /2024/WORLD/05/20/, with one section between the year and the month
SECTION = lazy(r"/((?:19|20)\d{2})/[A-Za-z][\w-]{1,30}/(0[1-9]|1[0-2])/(0[1-9]|[12]\d|3[01])/")
# /20-05-2024/
DAY_FIRST = lazy(r"(?<!\d)(0[1-9]|[12]\d|3[01])[-_](0[1-9]|1[0-2])[-_]((?:19|20)\d{2})(?!\d)")
# /2024/05/
MONTH = lazy(r"/((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2])/")
# An archive's URL holds the moment of its visit before the URL that it kept.
ARCHIVED = lazy(r"/\d{14}(?:[a-z]{2}_)?/(?=https?:|(?:[\w\-]{1,63}\.){1,5}[a-z]{2,10}/)")


def date_in_url(url: str) -> datetime | None:
    """The date in the path of a URL, if it holds one.

    >>> date_in_url("https://example.org/a/2024-05/20/c_1.htm")
    datetime.datetime(2024, 5, 20, 0, 0)
    >>> date_in_url("https://example.org/world/2024/may/20/ferry-returns")
    datetime.datetime(2024, 5, 20, 0, 0)
    >>> date_in_url("https://example.org/2024/WORLD/05/20/ferry.returns/index.html")
    datetime.datetime(2024, 5, 20, 0, 0)
    >>> date_in_url("https://archive.example/web/20160218174457/http://example.org/1.htm") is None
    True
    """
    path = _path_of(url)
    for found in (*DATE.finditer(path), *SHORT_DATE.finditer(path)):
        year, month, day = (int(number) for number in found.groups() if number.isdecimal())
        if value := calendar_day(year, month, day):
            return value
    if (named := MONTH_NAME.search(f"/{path}")) and (month := month_of(named[2])):
        return calendar_day(int(named[1]), month, int(named[3]))
    if with_section := SECTION.search(f"/{path}"):
        return calendar_day(*map(int, with_section.groups()))
    day_first = DAY_FIRST.search(path)
    return calendar_day(*map(int, day_first.group(3, 2, 1))) if day_first else None


def month_in_url(url: str) -> datetime | None:
    """The last day of the month in the path of a URL, if it holds a month and no day.

    >>> month_in_url("https://example.org/2024/05/ferry-returns")
    datetime.datetime(2024, 5, 31, 0, 0)
    >>> month_in_url("https://example.org/2024/05/20/ferry") is None
    True
    """
    found = MONTH.search(f"/{_path_of(url)}")
    if not found or date_in_url(url):
        return None
    year, month = int(found[1]), int(found[2])
    return datetime(year, month, days_of_month(year, month))


def _path_of(url: str) -> str:
    """The path, or in an archive's URL what follows the moment of the visit."""
    path = url.partition("://")[2].partition("/")[2].partition("?")[0]
    archived = ARCHIVED.search(f"/{path}")
    return path[archived.end() - 1 :] if archived else path
