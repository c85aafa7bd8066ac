"""The time of day printed beside a date, and its zone if one is stated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from typing import NamedTuple

from newsclean.mentions.dates.weekdays import any_weekday, weekdays
from newsclean.mentions.dates.words import AFTER_NOON, BEFORE_NOON, BETWEEN, NOON
from newsclean.mentions.dates.zones import ZONES, ZONES_BEFORE, zone_offset
from newsclean.text.patterns import lazy

Half = str  # one of the following
AM, PM, MIDDAY = "am", "pm", "midday"
HALVES: Mapping[str, Half] = {
    **dict.fromkeys(BEFORE_NOON, AM),
    **dict.fromkeys(AFTER_NOON, PM),
    **dict.fromkeys(NOON, MIDDAY),
}


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


# Parts of the two patterns below.
HALF = _any_of(HALVES)
CLOCK = rf"""
    (?P<hour>\d{{1,2}})\s? (?:[:：.h]|(?P<hour_word>[时時](?![间間])|시(?!간))|点|點)\s?
    (?P<minute>\d{{2}}|\d(?=\s?[分분]))?(?!\d)\s? (?:分|분)?
    (?: [:：.]?(?P<second>[0-5]\d) (?:[.:,]\d{{1,9}})?\s? (?:秒|초)? )?
    (?P<clock_word>\s?(?:Uhr|น\.))?\s?
    (?P<half_after>(?:{HALF})(?!\w))?
"""
# Zones by name are read in capitals only: "est" is a word of French.
ZONE = rf"""
    \s?[(（\[]?\s?
    (?P<zone>
        (?:GMT|UTC)\s?[+\-−]\s?\d{{1,2}}(?::?\d{{2}})?(?!\d)
        | [+\-−]\d{{2}}:?\d{{2}}(?!\d)
        | [+\-−]\d{{2}}(?![\d:.])
        | (?-i:Z|{_any_of(ZONES)})(?!\w)
    )?
"""
# What may stand between a day and its time but for words.
GAP = r"""
    [\s,，,،|·•@(（\[\])）\-–—/日]
    | [.:](?=[\s,|])
    | T(?=\d)
    | [（(][月火水木金土日월화수목금토일一二三四五六][)）]
    | (?:周|週|星期|禮拜|礼拜)[一二三四五六日天]
"""


def _after(gap: str) -> str:
    """A pattern for the time after a day, with what may stand between the two up to nine times."""
    return rf"""
    (?P<gap>(?:{gap}){{0,9}})
    (?P<zone_before>{_any_of(ZONES_BEFORE)})?\s?
    (?P<half>{HALF})?\s?
    (?: {CLOCK} | (?P<bare_hour>\d{{1,2}})\s?(?P<bare_half>(?:[ap]\.?\s?m\.?|Uhr)(?!\w)) )
    {ZONE}
    """


# "T10:06:32Z", "（周一）上午10:06", ", 3 p.m. ET"; with words " um 10:06 Uhr", ", Monday at 10:06".
# The many names of days make the second take four times as long to compile.
AFTER = lazy(_after(GAP), re.I | re.X)
AFTER_WORDS = lazy(
    lambda: _after(rf"{GAP} | (?:{_any_of(BETWEEN)}|{any_weekday()})(?![^\W\d_])\.?"),
    re.I | re.X,
)
DIGIT = lazy(r"\d")
# What a match of it must have to be a time: 12.5 and "12 h" are none.
SIGNS_OF_TIME = ("minute", "hour_word", "half", "half_after", "clock_word", "bare_hour")
# Before a day: "10:06 | 12 September 2024", "8:06 p.m. on Sept. 12, 2024".
BEFORE = lazy(
    rf"""
    (?<![\d:.])(?P<half>{HALF})?\s? {CLOCK} {ZONE} [)）\]]?
    [\s,|·•–—\-/h]{{1,4}}$
    """,
    re.I | re.X,
)
# What may stand between the time and the day, beside the days of the week.
BEFORE_DAY = frozenset({"on", "am", "den", "le", "el", "il"})
# As far before a day as its time can begin.
WINDOW = 40


class Time(NamedTuple):
    """A day with its time.

    Attributes:
        start: Offset of the first character of the time.
        end: Offset after its last character.
        value: The day with the time, aware if a zone is printed.
    """

    start: int
    end: int
    value: datetime


def time_after(text: str, end: int, day: datetime) -> Time | None:
    """The time that is printed right after a day whose text ends at `end`.

    >>> time_after("12 May 2024, 3:06 p.m.", 11, datetime(2024, 5, 12)).value
    datetime.datetime(2024, 5, 12, 15, 6)
    >>> time_after("12 May 2024, 30 pages", 11, datetime(2024, 5, 12)) is None
    True
    """
    digit = DIGIT.search(text, end)
    if digit is None:
        return None
    has_words = _has_words(text[end : digit.start()])
    found = AFTER_WORDS.match(text, end) if has_words else AFTER.match(text, end)
    if not found or not any(found[sign] for sign in SIGNS_OF_TIME):
        return None
    return _read_time(found, end, day)


def _has_words(between: str) -> bool:
    """Whether a text has a word or the name of a day that may stand between a day and its time."""
    # The letter of ISO 8601, and signs and spaces, are most of what stands there.
    if between == "T" or not any(map(str.isalpha, between)):
        return False
    lower = between.lower()
    return any(word in lower for word in _words_between())


@cache
def _words_between() -> frozenset[str]:
    return frozenset((*BETWEEN, *weekdays()))


def time_before(text: str, start: int, floor: int, day: datetime) -> Time | None:
    """The time that is printed right before a day whose text starts at `start`.

    The time starts at `floor` or after it.

    >>> time_before("10:06 | 12 May 2024", 8, 0, datetime(2024, 5, 12)).value
    datetime.datetime(2024, 5, 12, 10, 6)
    >>> time_before("Page 10, 12 May 2024", 9, 0, datetime(2024, 5, 12)) is None
    True
    """
    low = max(floor, start - WINDOW)
    window = _without_words(_without_words(text[low:start]))
    found = BEFORE.search(window) if ":" in window or "." in window or "h" in window else None
    if not found or not found["minute"] or not (time := _read_time(found, 0, day)):
        return None
    return Time(low + found.start("half" if found["half"] else "hour"), start, time.value)


def _without_words(text: str) -> str:
    """The text without a word at its end that may stand between a time and its day."""
    plain = text.rstrip(" ,.")
    last = plain.rpartition(" ")[2]
    is_between = last.lower() in BEFORE_DAY or last.lower() in weekdays()
    return plain[: -len(last)] if is_between else text


def _read_time(found: re.Match[str], floor: int, day: datetime) -> Time | None:
    """The time that a match of one of the two patterns prints."""
    parts = {name: part for name, part in found.groupdict().items() if part}
    hour = _hour_of_24(int(parts.get("hour") or parts.get("bare_hour", 0)), _half(parts))
    minute, second = int(parts.get("minute", 0)), int(parts.get("second", 0))
    if hour > 23 or minute > 59:
        return None
    end = found.end()
    if _is_range(parts):
        end = found.start("zone")
        del parts["zone"]
    while end > floor and found.string[end - 1] in " (（[":
        end -= 1
    moment = day.replace(hour=hour, minute=minute, second=second)
    return Time(found.start(), end, moment.replace(tzinfo=_zone(parts, moment)))


def _half(parts: Mapping[str, str]) -> Half | None:
    word = (parts.get("half") or parts.get("half_after") or parts.get("bare_half", "")).lower()
    return HALVES.get(word) or {"a": AM, "p": PM}.get(word[:1])


def _hour_of_24(hour: int, half: Half | None) -> int:
    """The hour of 24 that a clock of twelve shows. At midday it may be 11 or 1.

    >>> _hour_of_24(8, PM), _hour_of_24(12, AM), _hour_of_24(11, MIDDAY), _hour_of_24(1, MIDDAY)
    (20, 0, 11, 13)
    """
    if (half == PM and hour < 12) or (half == MIDDAY and hour < 10):
        return hour + 12
    return 0 if hour == 24 or (half == AM and hour == 12) else hour


def _is_range(parts: Mapping[str, str]) -> bool:
    """Whether what looks like a zone is the end of a span of time, as in 10:00-11:30."""
    has_minus = parts.get("zone", "")[:1] in ("-", "−")
    return has_minus and "second" not in parts and "T" not in parts.get("gap", "").upper()


def _zone(parts: Mapping[str, str], moment: datetime) -> timezone | None:
    if "zone_before" in parts:
        minutes = ZONES_BEFORE.get(parts["zone_before"].lower())
    else:
        minutes = zone_offset(parts["zone"], moment) if "zone" in parts else None
    if minutes is None:
        return None
    return timezone(timedelta(minutes=minutes)) if minutes else UTC
