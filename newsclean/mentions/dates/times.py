"""The time of day printed beside a date, and its zone if one is stated."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import NamedTuple

from newsclean.mentions.dates.words import BETWEEN, HALVES, WEEKDAYS, ZONES, ZONES_BEFORE


def _any_of(words: object) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))  # type: ignore[call-overload]


HALF = _any_of(HALVES)
# Zones by name in capitals only: "est" is a word of French.
AMERICAN = {"ET": -300, "CT": -360, "MT": -420, "PT": -480}
ZONE = (
    r"\s?[(（\[]?\s?(?P<zone>(?:GMT|UTC)\s?[+\-−]\s?\d{1,2}(?::?\d{2})?(?!\d)|[+\-−]\d{2}:?\d{2}(?!\d)|[+\-−]\d{2}(?![\d:.])"
    rf"|(?-i:Z|{_any_of([*ZONES, *AMERICAN])})(?!\w))?"
)
CLOCK = (
    rf"(?P<hour>\d{{1,2}})\s?(?:[:：.h]|(?P<hours>[时時](?![间間])|시(?!간))|点|點)\s?(?P<minute>\d{{2}}|\d(?=\s?[分분]))?(?!\d)\s?(?:分|분)?"
    rf"(?:[:：.]?(?P<second>[0-5]\d)(?:[.:,]\d{{1,9}})?\s?(?:秒|초)?)?(?P<uhr>\s?(?:Uhr|น\.))?\s?(?P<late>(?:{HALF})(?!\w))?"
)
AFTER = re.compile(
    rf"(?P<gap>(?:[\s,，،|·•@(（\[\])）\-–—/日]|T(?=\d)|(?:{_any_of(BETWEEN)}|{WEEKDAYS})(?![^\W\d_])\.?"
    rf"|[（(][月火水木金土日월화수목금토일一二三四五六][)）]|(?:周|週|星期|禮拜|礼拜)[一二三四五六日天]){{0,9}})"
    rf"(?P<before>{_any_of(ZONES_BEFORE)})?\s?(?P<half>{HALF})?\s?(?:{CLOCK}|(?P<bare>\d{{1,2}})\s?(?P<bare_late>(?:[ap]\.?\s?m\.?|Uhr)(?!\w))){ZONE}",
    re.I,
)
BEFORE = re.compile(
    rf"(?<![\d:.])(?P<half>{HALF})?\s?{CLOCK}{ZONE}[)）\]]?[\s,|·•–—\-/]{{1,4}}(?:(?:on|am|den|le|el|il|{WEEKDAYS})[\s,.]{{1,3}}){{0,2}}$",
    re.I,
)
# As far before a date as its time can begin.
WINDOW = 40


class Time(NamedTuple):
    """A day with its time, and the characters that print the time."""

    start: int
    end: int
    value: datetime


def time_after(text: str, end: int, day: datetime) -> Time | None:
    """The time that is printed right after a date which ends at `end`."""
    found = AFTER.match(text, end)
    if not found or not any(found[sign] for sign in ("minute", "hours", "half", "late", "uhr", "bare")):
        return None
    return _timed(found, end, day)


def time_before(text: str, start: int, floor: int, day: datetime) -> Time | None:
    """The time that is printed right before a date which begins at `start`, and after `floor`."""
    low = max(floor, start - WINDOW)
    window = text[low:start]
    found = BEFORE.search(window) if ":" in window or "." in window or "h" in window else None
    if not found or not found["minute"] or not (timed := _timed(found, 0, day)):
        return None
    return Time(low + found.start("half" if found["half"] else "hour"), start, timed.value)


def _timed(found: re.Match[str], floor: int, day: datetime) -> Time | None:
    groups = found.groupdict()
    hour, minute, second = (int(groups.get(key) or 0) for key in ("hour", "minute", "second"))
    late = groups["half"] or groups["late"] or groups.get("bare_late") or ""
    hour = _hour(hour or int(groups.get("bare") or 0), HALVES.get(late.lower()) or late.lower()[:1])
    if hour > 23 or minute > 59:
        return None
    zone, end = groups["zone"], found.end()
    if zone and zone[0] in "-−" and not (groups["second"] or "T" in (groups.get("gap") or "").upper()):
        zone, end = None, found.start("zone")  # 10:00-11:30 is a span of time
    moment = day.replace(hour=hour, minute=minute, second=second)
    offset = ZONES_BEFORE.get((groups.get("before") or "").lower()) if groups.get("before") else zone_offset(zone, moment) if zone else None
    while end > floor and found.string[end - 1] in " (（[":
        end -= 1
    return Time(found.start(), end, moment.replace(tzinfo=_zone(offset)))


def _hour(hour: int, half: str) -> int:
    """The hour of 24 that a clock of twelve shows; `half` is a, p, or n for words that mean noon."""
    if (half == "p" and hour < 12) or (half == "n" and hour < 10):
        return hour + 12
    return 0 if half == "a" and hour == 12 else 0 if hour == 24 else hour


def _zone(minutes: int | None) -> timezone | None:
    return None if minutes is None else UTC if minutes == 0 else timezone(timedelta(minutes=minutes))


def zone_offset(name: str, moment: datetime) -> int | None:
    """Minutes east of Greenwich: of +08:00, GMT+7, CEST. None if no place on earth has it.

    A page that prints the name of the winter's zone in summer means the time on its readers' clocks.

    >>> zone_offset("GMT+7", datetime(2024, 9, 12)), zone_offset("ET", datetime(2024, 9, 12)), zone_offset("CET", datetime(2024, 1, 12))
    (420, -240, 60)
    >>> zone_offset("+99:00", datetime(2024, 9, 12)) is None
    True
    """
    if digits := re.sub(r"\D", "", name):
        sign = -1 if "-" in name or "−" in name else 1
        hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
        offset = sign * (60 * hours + minutes)
        return offset if -720 <= offset <= 840 and minutes % 15 == 0 else None
    if name == "Z":
        return 0
    if name in AMERICAN or name in ("EST", "PST", "MST"):
        return {**ZONES, **AMERICAN}[name] + 60 * _summer(moment, (3, 8), (11, 1))
    if name in ("CET", "MEZ", "EET", "WET"):
        return ZONES[name] + 60 * _summer(moment, (3, 25), (10, 25))
    return ZONES.get(name)


def _summer(moment: datetime, first: tuple[int, int], last: tuple[int, int]) -> bool:
    """Whether a moment is in summer time, which begins and ends on the first Sunday from these (month, day) on."""
    begin, end = (_sunday(datetime(moment.year, *date)) for date in (first, last))
    return begin <= moment.replace(tzinfo=None) < end


def _sunday(day: datetime) -> datetime:
    return day + timedelta(days=(6 - day.weekday()) % 7)
