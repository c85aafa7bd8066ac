"""Finds the dates printed in a text, with their times of day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from newsclean.mentions.dates.day import Notation
from newsclean.mentions.dates.days import find_days
from newsclean.mentions.dates.times import time_after, time_before
from newsclean.mentions.dates.weekdays import without_weekday
from newsclean.text.patterns import lazy


class DateMention(NamedTuple):
    """A date in a text.

    Attributes:
        value: The date and the time, which is midnight if none is printed; aware only if a zone is.
        start: Offset of its first character.
        end: Offset after its last character.
        has_time: Whether a time of day is printed with it.
        text: The text from `start` to `end`.
        swapped: The other reading of a date such as 03/04/2024; None if there is only one.
    """

    value: datetime
    start: int
    end: int
    has_time: bool
    text: str
    swapped: datetime | None = None


MIDNIGHT = datetime.min.time()
# A weekday before a date, of any length if nothing stands before it. Of six letters or more it is
# no part of a name, but for three: Jane Sun, Plácido Domingo.
SHORTEST_WEEKDAY, LONGEST_WEEKDAY = 6, 24
NAMES = ("domenica", "domingo", "sabato")
# Every date has a digit or a year in Chinese numerals.
DIGIT = lazy(r"[\d〇零○一二三四五六七八九十元](?:(?<=\d)|年)")
# The zero of each script whose digits are printed: full-width, Arabic, Persian, Devanagari,
# Bengali, Gurmukhi, Gujarati, Odia, Tamil, Telugu, Kannada, Malayalam, Thai, Lao, Burmese, Khmer.
ZEROS = (
    *(0xFF10, 0x0660, 0x06F0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6),
    *(0x0D66, 0x0E50, 0x0ED0, 0x1040, 0x17E0),
)
TO_ASCII = str.maketrans(
    {chr(zero + digit): str(digit) for zero in ZEROS for digit in range(10)}
    | {"：": ":", "／": "/", "．": ".", "－": "-", "‐": "-", "‑": "-"}
    | dict.fromkeys("\u00a0\u202f\u200f\u200e", " ")
)
"""Digits and the signs between them, one character for one, so that offsets stay the same."""
ANY_SUCH = lazy(f"[{''.join(map(chr, TO_ASCII))}]")


def find_dates(
    text: str, day_first: bool | None = None, language: str | None = None
) -> tuple[DateMention, ...]:
    """The dates in a text, in order.

    `day_first` says how 03/04/2024 is meant; None means day first unless only the other reading
    is a day. In some languages 24.05.10 begins with the year, and 67 is a year of the Thai
    calendar.

    >>> dates = find_dates("更新时间:2024/9/12 10:06:32    来源:焦作日报")
    >>> [date.value.isoformat() for date in dates]
    ['2024-09-12T10:06:32']
    >>> find_dates("Call 0391-8797096")
    ()
    """
    if not DIGIT.search(text):
        return ()
    plain = with_ascii_signs(text)
    found: list[DateMention] = []
    last_end = 0
    for day in find_days(plain, Notation(day_first, language or "")):
        start, end, value = day.start, day.end, day.value
        time = time_after(plain, end, value) or time_before(plain, start, last_end, value)
        if time:
            start, end, value = min(start, time.start), max(end, time.end), time.value
        end = start + len(plain[start:end].rstrip(" "))
        swapped = day.swapped and datetime.combine(day.swapped.date(), value.timetz())
        has_time = time is not None or value.time() != MIDNIGHT
        found.append(DateMention(value, start, end, has_time, text[start:end], swapped))
        last_end = end
    return tuple(found)


def with_ascii_signs(text: str) -> str:
    """The text with digits, and signs in dates, of other scripts replaced by those of ASCII."""
    # To search takes a tenth of the time of translating, and the colon is in most that are found.
    text = text if text.isascii() else text.replace("：", ":")
    return text.translate(TO_ASCII) if ANY_SUCH.search(text) else text


def _before_weekday(text: str) -> str:
    """The text without a weekday at its end, unless that may be a name.

    >>> _before_weekday("Jane Roe Friday, "), _before_weekday("Jane Sun, ")
    ('Jane Roe ', 'Jane Sun, ')
    """
    end = text[-LONGEST_WEEKDAY:].lower()
    weekday = end.removeprefix(without_weekday(end)).rstrip(" ,.")
    is_alone = len(text.strip(" ,.")) == len(weekday)
    if not weekday or not (is_alone or (len(weekday) >= SHORTEST_WEEKDAY and weekday not in NAMES)):
        return text
    return text.rstrip(" ,.")[: -len(weekday)]


def without_dates(text: str, found: Sequence[DateMention] | None = None) -> tuple[str, bool]:
    """The text with two spaces in place of each date and its weekday, and whether it had one.

    `found` are the dates of the text, if they are known already.

    >>> without_dates("Jane Roe 2024-05-10"), without_dates("Friday, 10 May 2024 Jane Roe")
    (('Jane Roe   ', True), ('   Jane Roe', True))
    """
    found = find_dates(text) if found is None else found
    for date in reversed(found):
        text = f"{_before_weekday(text[: date.start])}  {text[date.end :]}"
    return text, bool(found)
