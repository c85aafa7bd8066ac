"""Machine-readable value -> date: what meta elements, attributes and JSON hold."""

from __future__ import annotations

from datetime import UTC, date, datetime

from newsclean.mentions.dates.calendars import FIRST_YEAR, LAST_YEAR, calendar_day
from newsclean.mentions.dates.finder import DateMention, find_dates
from newsclean.text.patterns import lazy

# 20240520, 20240520T1006, 20240520 10:06
COMPACT = lazy(
    r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?:[T ]?(?P<hour>\d{2}):?(?P<minute>\d{2}))?"
)
# Seconds or milliseconds since 1970, from 2001 on.
EPOCH = lazy(r"1\d{9}(?:\d{3})?")
LONGEST_VALUE = 100
# What programs write for a date that was never set.
UNSET = frozenset({date(1, 1, 1), date(1970, 1, 1), date(1969, 12, 31)})


def parse_date(
    value: str, day_first: bool | None = None, language: str | None = None
) -> DateMention | None:
    """The date that a machine-readable value states, or the first date printed in it.

    >>> parse_date("20240520T1006").value
    datetime.datetime(2024, 5, 20, 10, 6)
    >>> parse_date("1716199592000").value.isoformat()
    '2024-05-20T10:06:32+00:00'
    >>> parse_date("Fri Mar 13 21:30:09 EST 2015").value.isoformat()
    '2015-03-13T21:30:09-04:00'
    >>> parse_date("soon") is None, parse_date("1970-01-01T00:00:00Z") is None
    (True, True)
    """
    mention = _read(value.strip()[:LONGEST_VALUE], day_first, language)
    return None if mention and mention.value.date() in UNSET else mention


def _read(value: str, day_first: bool | None, language: str | None) -> DateMention | None:
    # Most values are ISO 8601, which needs no search.
    if value[4:5] == "-" and (moment := _parse_iso(value)):
        return DateMention(moment, 0, len(value), ":" in value, value)
    if EPOCH.fullmatch(value):
        moment = datetime.fromtimestamp(int(value[:10]), UTC)
        return DateMention(moment, 0, len(value), True, value)
    if date := _parse_compact(value):
        return date
    # A bar stands for the space between day and time.
    text = value if "T" in value else value.replace("|", " ")
    return next(iter(find_dates(text, day_first, language)), None)


def _parse_iso(value: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment.replace(microsecond=0) if FIRST_YEAR <= moment.year <= LAST_YEAR else None


def _parse_compact(value: str) -> DateMention | None:
    found = COMPACT.match(value)
    if not found:
        return None
    day = calendar_day(int(found["year"]), int(found["month"]), int(found["day"]))
    if not day:
        return None
    hour, minute = (int(found[part] or 0) for part in ("hour", "minute"))
    has_time = found["hour"] is not None and hour < 24 and minute < 60
    value_of_day = day.replace(hour=hour, minute=minute) if has_time else day
    return DateMention(value_of_day, 0, found.end(), has_time, found[0])
