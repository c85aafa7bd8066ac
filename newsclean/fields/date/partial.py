"""Dates by the headline that need a day to count from: without the year, or with the time only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import chain

from newsclean.fields.context import Context
from newsclean.fields.date.candidate import DateCandidate, printed_candidate
from newsclean.fields.date.choice import is_later
from newsclean.fields.date.position import near_headline
from newsclean.fields.date.printed import (
    DATED,
    LONGEST_LEAD,
    LONGEST_LINE,
    LONGEST_START,
    date_signs,
)
from newsclean.mentions.dates import DateMention
from newsclean.mentions.dates.relative import relative_dates
from newsclean.mentions.dates.times import time_after
from newsclean.mentions.dates.urls import month_in_url
from newsclean.mentions.dates.words import UPDATED
from newsclean.mentions.dates.yearless import dates_without_year
from newsclean.model import Label, Span
from newsclean.text.patterns import lazy

# A label before a time or a day: "(updated: 10:06)".
UPDATED_AT = lazy(
    lambda: (
        rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, UPDATED), key=len, reverse=True))})\s?[:：]?"
    ),
    re.I,
)
# Neither half nor twice of the two lengths below changes a day or a change of 613 open pages.
#
# What may stand between such a label and a day without its year: "updated on Sept. 13".
LONGEST_GAP = 12
# From a day on, each day without a year is one of the next twelve months.
ALMOST_A_YEAR = timedelta(days=363)
# The end of a dateline: "ISLAND, Sept. 12 (Agency) –".
DATELINE_END = lazy(r"[.,]?\s?[)）\]】]?\s?(?:[(（][^()（）]{2,30}[)）]\s?)?[-–—:：]|\s?[电電讯訊]")
LONGEST_DATELINE = 80


def read_relative(context: Context) -> Iterator[DateCandidate]:
    """Dates that are counted from the caller's reference date; none without one."""
    if context.reference_date:
        for index in _undated_lines(context):
            text = context.page.blocks[index].text
            for date in relative_dates(text, context.reference_date):
                yield _line_candidate(context, index, date)


def read_yearless(context: Context) -> Iterator[DateCandidate]:
    """Days without a year, on a line or in a dateline, in the month that the address states."""
    last = month_in_url(context.page.url or context.first("og:url"))
    if last is None:
        return
    for index in chain(_undated_lines(context), context.body_blocks[:1]):
        text = context.page.blocks[index].text[:LONGEST_DATELINE]
        is_line = not context.is_body(index)
        for date in dates_without_year(text, last):
            is_of_month = (date.value.year, date.value.month) == (last.year, last.month)
            if is_of_month and (is_line or DATELINE_END.match(text, date.end)):
                yield _line_candidate(context, index, date)


def time_without_year(context: Context, day: datetime) -> DateCandidate | None:
    """The time that a line prints with the month and the day of `day`: 09-12 10:06."""
    reference = datetime(day.year, day.month, day.day)
    for index in _undated_lines(context):
        text = context.page.blocks[index].text
        for date in dates_without_year(text, reference) if ":" in text else ():
            if date.has_time and date.value.date() == day.date():
                return _line_candidate(context, index, date)
    return None


def update_without_year(context: Context, best: DateCandidate) -> DateCandidate | None:
    """The change whose line names its time or its day only: (updated: 10:06), updated May 11."""
    found = _updates(context, best.value.value)
    update = next(found, None)
    return update if update and is_later(update, best) else None


def _updates(context: Context, published: datetime) -> Iterator[DateCandidate]:
    for index in near_headline(context):
        text = context.page.blocks[index].text
        is_line = len(text) <= LONGEST_LINE and any(map(str.isdigit, text))
        for label in UPDATED_AT.finditer(text) if is_line and _may_be_update(text) else ():
            if date := _time_at(text, label.end(), published) or _day_at(text, label, published):
                yield _line_candidate(context, index, date)._replace(updated=True)


def _may_be_update(text: str) -> bool:
    """Whether a text has a word for an update; a search without regard to case is slow."""
    lower = text.replace("İ", "i").lower()
    return any(word in lower for word in UPDATED)


def _time_at(text: str, start: int, published: datetime) -> DateMention | None:
    """The time at `start`, on the day of the publication."""
    time = time_after(text, start, published.replace(hour=0, minute=0, second=0))
    if time is None:
        return None
    return DateMention(time.value, time.start, time.end, True, text[time.start : time.end])


def _day_at(text: str, label: re.Match[str], published: datetime) -> DateMention | None:
    """The day without a year behind a label, which is the first from the publication on."""
    midnight = datetime(published.year, published.month, published.day)
    for date in dates_without_year(text, midnight + ALMOST_A_YEAR):
        if label.end() <= date.start <= label.end() + LONGEST_GAP:
            return date
    return None


def _undated_lines(context: Context) -> Iterator[int]:
    """The short lines by the headline that print no full date."""
    for index in near_headline(context):
        block = context.page.blocks[index]
        longest = LONGEST_LEAD if context.is_body(index) else LONGEST_START
        if len(block.text) <= longest and not block.hidden and not DATED.search(block.text):
            yield index


def _line_candidate(context: Context, index: int, date: DateMention) -> DateCandidate:
    span = Span(index, date.start, date.end, Label.META, "date")
    return printed_candidate(date, date_signs(context, index, date), index, (span,))
