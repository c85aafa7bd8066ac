"""Finds dates that need a day to count from: "3 hours ago", 昨天 08:12, and days without a year."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import cache

from newsclean.mentions.dates.calendars import FIRST_YEAR, LAST_YEAR, days_of_month
from newsclean.mentions.dates.finder import DateMention, with_ascii_signs
from newsclean.mentions.dates.weekdays import weekdays
from newsclean.mentions.dates.words import DAY_BEFORE_YESTERDAY, JUST_NOW, TODAY, YESTERDAY
from newsclean.mentions.dates.yearless import DIGIT, Found, as_mentions, with_time, yearless
from newsclean.text.package_data import read_rows
from newsclean.text.patterns import lazy

# Parts of the forms in ago.tsv that need not be there, and what stands between the others.
OPTIONAL = lazy(r"(?:\[[^\[\]]{1,40}\]|.)\?")
NUMBER_OR_UNIT = lazy(r"[NU ]")
# In the order of the columns of ago.tsv.
UNITS = ("second", "minute", "hour", "day", "week", "month", "year")
DAYS_AGO = {
    **dict.fromkeys((*TODAY, *JUST_NOW), 0),
    **dict.fromkeys(YESTERDAY, 1),
    **dict.fromkeys(DAY_BEFORE_YESTERDAY, 2),
}
DAY_WORD = lazy(
    rf"(?<![^\W_])(?:{'|'.join(sorted(map(re.escape, DAYS_AGO), key=len, reverse=True))})", re.I
)
# Words that may be days of the week. Shorter ones are more often something else: "so", "do".
WEEKDAY = lazy(
    r"(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]|[月火水木金土日]曜日?|[월화수목금토일]요일"
    r"|(?<![^\W_])[^\W\d_]{3,16}(?:-[^\W\d_]{5})?(?![^\W_])"
)
# A day of the week alone is no date: it has its time beside it.
CLOCK = lazy(r"\d[:.h点點時时시]|\d\s?[ap]\.?m")
# Such a word without a time is a date only on a line with hardly more on it: "hier" is also a word
# of German.
LONGEST_LABEL = 12


def relative_dates(text: str, reference: datetime) -> tuple[DateMention, ...]:
    """The dates in a text that say how long ago they are, or name a day without a year.

    >>> noon = datetime(2024, 9, 12, 12)
    >>> [str(date.value) for date in relative_dates("3小时前", noon)]
    ['2024-09-12 09:00:00']
    >>> [str(date.value) for date in relative_dates("December 31", noon)]
    ['2023-12-31 00:00:00']
    >>> relative_dates("a long time ago", noon)
    ()
    """
    if not FIRST_YEAR < reference.year < LAST_YEAR:
        return ()
    plain = with_ascii_signs(text)
    readers: list[Callable[[str, datetime], Iterator[Found]]] = []
    if _has_word(plain):
        readers += _BY_WORDS
    if DIGIT.search(plain):
        readers += (_weekdays, yearless) if CLOCK.search(plain) else (yearless,)
    if not readers:
        return ()
    return as_mentions(text, (date for reader in readers for date in reader(plain, reference)))


def _has_word(text: str) -> bool:
    """Whether a text has a word without which nothing in it says how long ago something was.

    Most texts are ruled out in a tenth of the time that the patterns take.
    """
    return any(map(_fold(text).__contains__, _needed_words()))


@cache
def _needed_words() -> frozenset[str]:
    """The names of days, and of each form in ago.tsv the longest part that is always there."""
    forms = [
        form
        for _, alternatives, *_ in read_rows("newsclean.mentions.dates", "ago.tsv")
        for form in alternatives.split("|")
    ]
    parts = [OPTIONAL.sub("N", form) for form in forms]
    words = [max(NUMBER_OR_UNIT.split(part), key=len) for part in parts]
    return frozenset(map(_fold, (*DAYS_AGO, *words)))


def _fold(text: str) -> str:
    """The text without differences that patterns which ignore case ignore."""
    return text.replace("İ", "i").casefold()


@cache
def _ago_pattern() -> re.Pattern[str]:
    """All the ways to say how long ago something was.

    Branch *i* names its unit `hour_i` and its number `number_i`.
    """
    branches: list[str] = []
    for _, forms, one, *units in read_rows("newsclean.mentions.dates", "ago.tsv"):
        for form in forms.split("|"):
            i = len(branches)
            named = [f"(?P<{unit}_{i}>{words})" for unit, words in zip(UNITS, units, strict=True)]
            number, unit = rf"(?P<number_{i}>\d{{1,3}}|{one})", f"(?:{'|'.join(named)})"
            branches.append(form.replace(" ", r"\s").replace("N", number, 1).replace("U", unit, 1))
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(branches)})(?![a-zà-ÿа-яء-ي])", re.I)


def _ago(text: str, reference: datetime) -> Iterator[Found]:
    """Find "3 hours ago", 3小时前, "vor 2 Tagen"."""
    for found in _ago_pattern().finditer(text):
        parts = {key.rpartition("_")[0]: part for key, part in found.groupdict().items() if part}
        number = parts.pop("number", "1")
        (unit,) = parts
        value = _before(reference, unit, int(number) if number.isdecimal() else 1)
        has_time = unit in ("second", "minute", "hour")
        if value:
            yield Found(value if has_time else _midnight(value), *found.span(), has_time)


def _before(reference: datetime, unit: str, count: int) -> datetime | None:
    """The moment so many units before the reference.

    A month before is the same day of that month, or its last.
    """
    if unit not in ("month", "year"):
        try:
            return reference - timedelta(**{f"{unit}s": count})
        except OverflowError:
            return None
    months = count * (12 if unit == "year" else 1)
    year, month = divmod(reference.year * 12 + reference.month - 1 - months, 12)
    if year < 1:
        return None
    day = min(reference.day, days_of_month(year, month + 1))
    return reference.replace(year=year, month=month + 1, day=day)


def _named_days(text: str, reference: datetime) -> Iterator[Found]:
    """Find 昨天 08:12, "yesterday", "just now"."""
    for found in DAY_WORD.finditer(text):
        word = found[0].lower()
        if word in JUST_NOW:
            yield Found(reference, *found.span(), True)
            continue
        day = _midnight(reference - timedelta(days=DAYS_AGO[word]))
        date = with_time(text, *found.span(), day, reference)
        if date.has_time or len(text) <= len(word) + LONGEST_LABEL:
            yield date


def _weekdays(text: str, reference: datetime) -> Iterator[Found]:
    """Find "Friday 10:06", 星期五 10:06; each is the last such day with that time."""
    for found in WEEKDAY.finditer(text):
        number = weekdays().get(found[0].lower())
        if number is None:
            continue
        day = _midnight(reference - timedelta(days=(reference.weekday() - number) % 7))
        date = with_time(text, *found.span(), day, reference)
        if date.has_time and date.value.replace(tzinfo=None) > reference.replace(tzinfo=None):
            date = date._replace(value=date.value - timedelta(days=7))
        if date.has_time:
            yield date


_BY_WORDS = (_ago, _named_days)


def _midnight(value: datetime) -> datetime:
    return value.replace(hour=0, minute=0, second=0, microsecond=0)
