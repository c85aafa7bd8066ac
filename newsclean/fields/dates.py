"""Text -> the dates printed in it, in the languages of newspapers. Nothing reads the clock: a relative date needs a reference."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import NamedTuple

from newsclean.fields.date_words import ERAS, HALVES, MONTHS, ZONES


class DateFound(NamedTuple):
    """A date in a text: its value, where it stands, and whether a time of day is printed with it."""

    value: datetime
    start: int
    end: int
    has_time: bool
    text: str


DIGIT = re.compile(r"\d|[〇零一二三四五六七八九十]{2}年|[元一二三四五六七八九十]年")
MONTH_NAME = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
HALF_NAME = "|".join(sorted(map(re.escape, HALVES), key=len, reverse=True))
WIDE_DIGITS = str.maketrans("０１２３４５６７８９：／．－", "0123456789:/.-")
HAN_DIGITS = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
HAN = "〇零○一二三四五六七八九十"
FIRST_YEAR, LAST_YEAR = 1850, 2100

# Year first: 2024-09-12, 2024/9/12, 2024.05.10., 2024年5月10日, 2024년 5월 10일.
YEAR_FIRST = re.compile(r"(?<![\d.,])(\d{4})\s?(?:[-/.]|年|년)\s?(\d{1,2})\s?(?:[-/.]|月|월)\s?(\d{1,2})(?!\d)\s?(?:日|일|號|号|\.(?!\d))?")
HAN_DATE = re.compile(rf"([〇零○一二三四五六七八九]{{4}})年([{HAN}]{{1,2}})月([{HAN}]{{1,3}})日")
ERA_DATE = re.compile(rf"({'|'.join(ERAS)})\s?(\d{{1,3}}|元)\s?[年.]\s?(\d{{1,2}})\s?[月.]\s?(\d{{1,2}})\s?日?")
DAY_FIRST = re.compile(
    rf"(?<![\d.,:/])(\d{{1,2}})(?:st|nd|rd|th|er|\.|º|ª|-го)?[\s\-/]?(?:\s?(?:de|of|do|di|den)\s)?\s?({MONTH_NAME})\.?,?(?:\s(?:de|del)\s|[\s\-/,]\s?)\s?(\d{{4}})(?!\d)",
    re.I,
)
MONTH_FIRST = re.compile(rf"(?<!\w)({MONTH_NAME})\.?\s?(\d{{1,2}})(?:st|nd|rd|th)?\s?,?\s(?:de\s|at\s)?(\d{{4}})(?!\d)", re.I)
NUMERIC = re.compile(r"(?<![\d.,:/\-])(\d{1,2})([./\-])\s?(\d{1,2})\2\s?(\d{4}|\d{2}(?![\d.,:]))(?!\d)")
TIME = re.compile(
    rf"(?P<gap>(?:\sг\.)?[T\s日,，|\-–—·•@(（\[]{{0,6}}(?:(?:at|um|à|a las|às|alle|kl\.?|o godz\.?|в|klo|saat|,|om|u|\w{{2,9}}day|(?:周|週|星期|禮拜)[一二三四五六日天]|\([月火水木金土日월화수목금토일]\))[\s,)]{{1,3}}){{0,2}})"
    rf"(?P<half>{HALF_NAME})?\s?(?P<hour>\d{{1,2}})\s?(?:[:：.hH]|时|時|시|点|點)\s?(?P<minute>\d{{2}})?(?!\d)(?:\s?(?:分|분))?"
    rf"(?:[:：.]?(?P<second>[0-5]\d)(?:\.\d{{1,9}})?\s?(?:秒|초)?)?\s?(?P<late>[ap]\.?m\.?(?!\w))?(?:\s?Uhr)?"
    rf"\s?\(?(?P<zone>Z(?!\w)|(?:GMT|UTC)?[+\-−]\d{{2}}:?\d{{2}}|(?:{'|'.join(ZONES)})(?!\w))?",
    re.I,
)
URL_DATE = re.compile(r"(?<!\d)((?:19|20)\d{2})([/\-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d{1,2}(?!\d))")


def find_dates(text: str, day_first: bool | None = None) -> tuple[DateFound, ...]:
    """The dates in a text in the order of their places. `day_first` settles 03/04/2024; None reads it so unless the text says otherwise.

    >>> [found.value.isoformat() for found in find_dates("更新时间:2024/9/12 10:06:32    来源:焦作日报")]
    ['2024-09-12T10:06:32']
    >>> find_dates("Call 0391-8797096")
    ()
    """
    if not DIGIT.search(text):
        return ()
    plain = text.translate(WIDE_DIGITS)
    found: list[DateFound] = []
    for start, end, day in sorted(_days(plain, day_first), key=lambda item: (item[0], -item[1])):
        if found and start < found[-1].end:
            continue
        found.append(_with_time(text, plain, start, end, day))
    return tuple(found)


def date_in_url(url: str) -> datetime | None:
    """The date in an address's path, if it holds one: /2024/05/20/, /20240520/, t20240520_1.

    >>> date_in_url("https://example.org/a/2024-05/20/c_1.htm")
    datetime.datetime(2024, 5, 20, 0, 0)
    >>> date_in_url("https://example.org/a/12345678.htm") is None
    True
    """
    path = url.partition("://")[2].partition("/")[2].partition("?")[0]
    for found in URL_DATE.finditer(path):
        if day := _day(int(found[1]), int(found[3]), int(found[4])):
            return day
    mixed = re.search(r"(?<!\d)((?:19|20)\d{2})[-/](\d{1,2})[-/](\d{1,2})(?!\d)", path)
    return _day(*map(int, mixed.groups())) if mixed else None


def parse_date(value: str, day_first: bool | None = None) -> DateFound | None:
    """The date that a machine-readable value states, or the first date printed in it."""
    value = value.strip()[:100]
    compact = re.match(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2}):?(\d{2}))?", value)
    if compact and (day := _day(*map(int, compact.groups()[:3]))):
        has_time = compact[4] is not None and int(compact[4]) < 24 and int(compact[5]) < 60
        if has_time:
            day = day.replace(hour=int(compact[4]), minute=int(compact[5]))
        return DateFound(day, 0, compact.end(), has_time, compact[0])
    return next(iter(find_dates(value, day_first)), None)


def _days(text: str, day_first: bool | None) -> Iterator[tuple[int, int, datetime]]:
    """Where the calendar dates stand, and what they are."""
    for found in YEAR_FIRST.finditer(text):
        if day := _day(int(found[1]), int(found[2]), int(found[3])):
            yield found.start(), found.end(), day
    if "年" in text or "." in text:
        for found in ERA_DATE.finditer(text):
            year = ERAS[found[1]] + (1 if found[2] == "元" else int(found[2]))
            if day := _day(year, int(found[3]), int(found[4])):
                yield found.start(), found.end(), day
        for found in HAN_DATE.finditer(text):
            year = int("".join(str(HAN_DIGITS[character]) for character in found[1]))
            if day := _day(year, _han(found[2]), _han(found[3])):
                yield found.start(), found.end(), day
    for found in DAY_FIRST.finditer(text):
        if day := _day(int(found[3]), MONTHS[found[2].lower()], int(found[1])):
            yield found.start(), found.end(), day
    for found in MONTH_FIRST.finditer(text):
        if day := _day(int(found[3]), MONTHS[found[1].lower()], int(found[2])):
            yield found.start(), found.end(), day
    for found in NUMERIC.finditer(text):
        if day := _numeric(found, day_first):
            yield found.start(), found.end(), day


def _numeric(found: re.Match[str], day_first: bool | None) -> datetime | None:
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    year += 2000 if year < 100 else 0
    if first > 12 or (second <= 12 and (day_first is not False or found[2] == ".")):
        return _day(year, second, first)
    return _day(year, first, second)


def _day(year: int, month: int, day: int) -> datetime | None:
    try:
        return datetime(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None


def _han(digits: str) -> int:
    """The number that Chinese numerals under a hundred write: 十二, 二十, 三."""
    tens, ten, ones = digits.rpartition("十")
    return (HAN_DIGITS.get(tens, 1) if ten else 0) * 10 + HAN_DIGITS.get(ones, 0)


def _with_time(text: str, plain: str, start: int, end: int, day: datetime) -> DateFound:
    """The date with the time that is printed after it, or right before it, if one is."""
    found = TIME.match(plain, end)
    value = _time(found, day) if found and (found["minute"] or found["half"] or found["late"]) else None
    if found and value:
        stop = found.end()
        while stop > end and plain[stop - 1] in " (":
            stop -= 1
        return DateFound(value, start, stop, True, text[start:stop])
    before = re.search(
        r"(?<!\d)(\d{1,2}):(\d{2})(?::\d{2})?\s?([ap]\.?m\.?)?(?:\s?[A-Z]{2,4})?[\s,|·•\-–on]{1,5}$",
        plain[max(0, start - 30) : start],
        re.I,
    )
    if before and int(before[1]) < 24 and int(before[2]) < 60:
        hour = int(before[1]) % 12 + 12 * before[3].lower().startswith("p") if before[3] else int(before[1])
        at = max(0, start - 30) + before.start()
        return DateFound(day.replace(hour=hour, minute=int(before[2])), at, end, True, text[at:end])
    while end > start and plain[end - 1] == " ":
        end -= 1
    return DateFound(day, start, end, False, text[start:end])


def _time(found: re.Match[str], day: datetime) -> datetime | None:
    hour, minute, second = int(found["hour"]), int(found["minute"] or 0), int(found["second"] or 0)
    half = HALVES.get((found["half"] or "").lower()) or (found["late"] or "").lower()[:1]
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    if hour == 24 and minute == 0:
        hour = 0
    if hour > 23 or minute > 59 or second > 59:
        return None
    return day.replace(hour=hour, minute=minute, second=second, tzinfo=_zone(found["zone"]))


def _zone(name: str | None) -> timezone | None:
    if not name:
        return None
    if name.upper() in ZONES:
        return timezone(timedelta(minutes=ZONES[name.upper()]))
    if name.upper() == "Z":
        return UTC
    sign = -1 if re.search("[-−]", name) else 1
    digits = re.sub(r"\D", "", name)
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(sign * offset) if offset < timedelta(hours=24) else None


def without_dates(text: str) -> tuple[str, bool]:
    """The text with two spaces for each of its dates, and whether it had one.

    >>> without_dates("Jane Roe 2024-05-10")
    ('Jane Roe   ', True)
    """
    found = find_dates(text)
    for date in reversed(found):
        text = f"{text[: date.start]}  {text[date.end :]}"
    return text, bool(found)
