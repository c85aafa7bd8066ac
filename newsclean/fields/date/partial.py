"""Dates by the headline that are printed in pieces, or that need a day to count from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import accumulate, takewhile

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
from newsclean.mentions.dates.months import month_of
from newsclean.mentions.dates.relative import relative_dates
from newsclean.mentions.dates.times import time_after
from newsclean.mentions.dates.words import UPDATED
from newsclean.model import Block, Label, Span
from newsclean.text.patterns import lazy

LONGEST_PIECE, MOST_PIECES = 14, 4
DIGIT = lazy(r"\d")
YEAR = lazy(r"\d{4}")
# A rating or a price beside a year is no month and day: 6.2.
DECIMAL = lazy(r"\d\.\d{1,2}|\d{1,2}\.\d")
# A label before a time without a day: "(updated: 10:06)".
UPDATED_AT = lazy(
    lambda: (
        rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, UPDATED), key=len, reverse=True))})\s?[:：]?"
    ),
    re.I,
)


def read_split(context: Context) -> Iterator[DateCandidate]:
    """Dates whose parts stand in blocks of their own: 2024 | 09/12 | 10:06:32."""
    blocks = context.page.blocks
    for index in near_headline(context):
        following = takewhile(_is_piece, blocks[index : index + MOST_PIECES])
        pieces = [block.text for block in following]
        if date := _date_of(context, pieces):
            starts = accumulate((len(piece) + 1 for piece in pieces), initial=0)
            spans = tuple(
                Span(number, 0, len(piece), Label.META, "date")
                for number, (piece, start) in enumerate(zip(pieces, starts, strict=False), index)
                if start < date.end
            )
            signs = date_signs(context, index, date) | {"first"}
            yield printed_candidate(date, signs, index, spans)


def _date_of(context: Context, pieces: list[str]) -> DateMention | None:
    """The date that starts with the first of the pieces and ends in a later one."""
    text = " ".join(pieces)
    if len(pieces) > 1 and DECIMAL.fullmatch(pieces[1]):
        return None
    # The layout draws the stroke between a year that stands alone and its month and day.
    is_year = pieces and YEAR.fullmatch(pieces[0])
    joined = f"{text[:4]}/{text[5:]}" if is_year else text
    date = next(iter(context.dates(joined)), None) if pieces else None
    if date is None or date.start > 0 or date.end <= len(pieces[0]):
        return None
    return date._replace(text=text[: date.end])


def _is_piece(block: Block) -> bool:
    """Whether a block may be a part of a date: a number, a time, or the name of a month."""
    if len(block.text) > LONGEST_PIECE or block.hidden:
        return False
    return DIGIT.search(block.text) is not None or month_of(block.text.strip(".,")) > 0


def read_relative(context: Context) -> Iterator[DateCandidate]:
    """Dates that are counted from the caller's reference date; none without one."""
    if context.reference_date:
        for index in _undated_lines(context):
            text = context.page.blocks[index].text
            for date in relative_dates(text, context.reference_date):
                yield _line_candidate(context, index, date)


def time_without_year(context: Context, day: datetime) -> DateCandidate | None:
    """The time that a line prints with the month and the day of `day`: 09-12 10:06."""
    reference = datetime(day.year, day.month, day.day)
    for index in _undated_lines(context):
        text = context.page.blocks[index].text
        for date in relative_dates(text, reference) if ":" in text else ():
            has_day = any(map(str.isdigit, text[date.start : date.end - len("10:06")]))
            if date.has_time and has_day and date.value.date() == day.date():
                return _line_candidate(context, index, date)
    return None


def update_without_day(context: Context, best: DateCandidate) -> DateCandidate | None:
    """The time of a change on the day of the publication: (updated: 10:06)."""
    day = best.value.value.replace(hour=0, minute=0, second=0)
    for index in near_headline(context):
        text = context.page.blocks[index].text
        if len(text) > LONGEST_LINE or not DIGIT.search(text):
            continue
        for label in UPDATED_AT.finditer(text):
            if time := time_after(text, label.end(), day):
                date = DateMention(
                    time.value, time.start, time.end, True, text[time.start : time.end]
                )
                candidate = _line_candidate(context, index, date)._replace(updated=True)
                return candidate if is_later(candidate, best) else None
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
