"""Dates by the headline whose parts stand in elements of their own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, takewhile

from newsclean.fields.context import Context
from newsclean.fields.date.candidate import DateCandidate, printed_candidate
from newsclean.fields.date.position import near_headline
from newsclean.fields.date.printed import date_signs
from newsclean.mentions.dates import DateMention
from newsclean.mentions.dates.calendars import calendar_day
from newsclean.mentions.dates.months import month_of
from newsclean.model import Block, Label, Span
from newsclean.text.patterns import lazy

LONGEST_PIECE, MOST_PIECES = 14, 4
DIGIT = lazy(r"\d")
YEAR = lazy(r"\d{4}")
# A rating or a price beside a year is no month and day: 6.2.
DECIMAL = lazy(r"\d\.\d{1,2}|\d{1,2}\.\d")
# Leaves of a calendar: 12 | 2024-09, 12 | 09/2024; and, where the month comes first, 09-12 | 2024.
LEAF = lazy(
    r"(?P<day>\d{1,2})日?\s(?:(?P<year>\d{4})[-./年]\s?(?P<month>\d{1,2})月?"
    r"|(?P<first_month>\d{1,2})[-./](?P<last_year>\d{4}))(?!\S)"
)
MONTH_FIRST_LEAF = lazy(r"(?P<month>\d{1,2})[-/月]\s?(?P<day>\d{1,2})日?\s(?P<year>\d{4})年?(?!\S)")
MONTH_FIRST = ("zh", "ja", "ko")


def read_split(context: Context) -> Iterator[DateCandidate]:
    """Dates whose parts stand in blocks of their own: 2024 | 09/12 | 10:06:32."""
    blocks = context.page.blocks
    for index in near_headline(context):
        following = takewhile(_is_piece, blocks[index : index + MOST_PIECES])
        pieces = [block.text for block in following]
        if pieces and (date := _leaf(context, pieces) or _joined(context, pieces)):
            signs = date_signs(context, index, date) | {"first"}
            yield printed_candidate(date, signs, index, _spans(pieces, index, date.end))


def _is_piece(block: Block) -> bool:
    """Whether a block may be a part of a date: a number, a time, or the name of a month."""
    if len(block.text) > LONGEST_PIECE or block.hidden:
        return False
    return DIGIT.search(block.text) is not None or month_of(block.text.strip(".,")) > 0


def _leaf(context: Context, pieces: list[str]) -> DateMention | None:
    """The date that begins with the day or ends with the year, as on the leaf of a calendar."""
    text = " ".join(pieces)
    has_month_first = (context.language or "").startswith(MONTH_FIRST)
    found = LEAF.match(text) or (MONTH_FIRST_LEAF.match(text) if has_month_first else None)
    if not found or found.end() < len(pieces[0]):
        return None
    parts = {name.rpartition("_")[2]: int(part) for name, part in found.groupdict().items() if part}
    day = calendar_day(parts["year"], parts["month"], parts["day"])
    return DateMention(day, 0, found.end(), False, found[0]) if day else None


def _joined(context: Context, pieces: list[str]) -> DateMention | None:
    """The date that starts with the first of the pieces and ends in a later one."""
    text = " ".join(pieces)
    if len(pieces) > 1 and DECIMAL.fullmatch(pieces[1]):
        return None
    # The layout draws the stroke between a year that stands alone and its month and day.
    joined = f"{text[:4]}/{text[5:]}" if YEAR.fullmatch(pieces[0]) else text
    date = next(iter(context.dates(joined)), None)
    if date is None or date.start > 0 or date.end <= len(pieces[0]):
        return None
    return date._replace(text=text[: date.end])


def _spans(pieces: list[str], index: int, end: int) -> tuple[Span, ...]:
    """The pieces that a date of `end` characters consists of; the first is block `index`."""
    starts = accumulate((len(piece) + 1 for piece in pieces), initial=0)
    return tuple(
        Span(number, 0, len(piece), Label.META, "date")
        for number, (piece, start) in enumerate(zip(pieces, starts, strict=False), index)
        if start < end
    )
