"""The dates that a page prints on its lines: around the headline, at the head of the body, and after its end."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import accumulate

from newsclean.fields.context import Context
from newsclean.fields.date.candidate import (
    DATE_NAMES,
    NEAR_ABOVE,
    NEAR_BELOW,
    UPDATED_NAMES,
    DateCandidate,
    both_readings,
    date_at,
    is_comment,
    is_inside,
    place_signs,
)
from newsclean.mentions.dates import DateMention as DateFound
from newsclean.mentions.dates import DateMention as Relative
from newsclean.mentions.dates.finder import TO_ASCII as FOLDS
from newsclean.mentions.dates.months import month_of
from newsclean.mentions.dates.relative import relative_dates
from newsclean.mentions.dates.words import OTHER, PUBLISHED, UPDATED, UPDATED_AFTER
from newsclean.model import Block, Label, Span

# Where a line of date can stand, in blocks before the headline and after the body's end; and how long such a line can be.
BEFORE, AFTER_BODY, MOST_BLOCKS, LONGEST_LINE = 80, 40, 400, 200
# How far into a longer block a date is looked for, and in how many blocks at the head of the body.
LEAD, REACH, LEADING_BLOCKS = 40, 100, 3
LABEL_LETTERS = 18
# What every full date has; nearly all lines of a page are done with after this search, three times as fast for its one first class.
DATED = re.compile(
    r"[\d〇零○一二三四五六七八九十元](?:(?<=\d)(?:\d{3}|\d?\s?[./\-|]\s?\d\d?\s?[./\-|]\s?\d\d)|年)"
)
# Elements whose text is about the article however long it is: "This post was written on … and filed under …".
LINE_NAMES = re.compile(
    r"post-?meta|entry-?(?:meta|utility|footer)|post-?(?:footer|info)|byline|dateline"
)
PICTURE_NAMES = re.compile(r"caption|figure|gallery|photo|pic(?:ture|box)|image")
# Pieces of one date in blocks of their own: 2024 | 09/12 | 10:06:32.
PIECE, MOST_PIECES = 14, 4
DIGIT = re.compile(r"\d")
YEAR = re.compile(r"\d{4}")
# More different days in elements of one kind are a list.
MOST_DAYS = 2


def says_one_of(words: Sequence[str], text: str) -> bool:
    """Whether a text in lower case has one of the words; where letters are written apart, only from the start of one.

    >>> says_one_of(("date", "日期"), "the date: "), says_one_of(("date", "日期"), "updated "), says_one_of(("date", "日期"), "发布日期：")
    (True, False, True)
    """
    for word in words if text else ():
        at = text.find(word)
        if at >= 0 and (at == 0 or word[0] >= "\u2e80" or not text[at - 1].isalpha()):
            return True
    return False


def read_printed(context: Context) -> Iterator[DateCandidate]:
    """Full dates on lines that can carry the article's."""
    blocks = context.page.blocks
    lines = [index for index in _dated_lines(context) if not is_comment(context, index)]
    found = [
        (index, date)
        for index in lines
        for date in context.dates(blocks[index].text[: _reach(blocks[index])])
    ]
    days: defaultdict[tuple[str, str], set[datetime]] = defaultdict(set)
    for index, date in found:
        days[_kind(context, index)].add(date.value)
    first = next((index for index, _ in found if index >= context.start), -1)
    for index, date in found:
        signs = _signs(context, index, date)
        if "aside" in signs or ("part" in signs and _is_caption(context, index)):
            continue
        if len(days[_kind(context, index)]) > MOST_DAYS:
            signs.add("listed")
        if index == first:
            signs.add("first")
        yield from both_readings(
            _option(date, signs, index, (Span(index, date.start, date.end, Label.META, "date"),))
        )


def read_split(context: Context) -> Iterator[DateCandidate]:
    """Dates whose parts stand in blocks of their own by the headline, and times in the block after the date."""
    blocks = context.page.blocks
    for index in _near(context):
        if not _is_piece(blocks[index]):
            continue
        pieces = [blocks[index].text]
        while (
            len(pieces) < MOST_PIECES
            and index + len(pieces) < len(blocks)
            and _is_piece(blocks[index + len(pieces)])
        ):
            pieces.append(blocks[index + len(pieces)].text)
        text = " ".join(pieces)
        # A year alone is joined to its month and day by a stroke, which the layout drew.
        joined = f"{text[:4]}/{text[5:]}" if YEAR.fullmatch(pieces[0]) else text
        date = next(iter(context.dates(joined)), None)
        if date and date.start == 0 and date.end > len(pieces[0]):
            spans, length = [], 0
            for place, piece in enumerate(pieces):
                if length < date.end:
                    spans.append(Span(index + place, 0, len(piece), Label.META, "date"))
                length += len(piece) + 1
            found = date._replace(text=text[: date.end])
            yield _option(found, _signs(context, index, found) | {"first"}, index, tuple(spans))


def read_relative(context: Context) -> Iterator[DateCandidate]:
    """Dates by the headline that need the caller's day to count from; none without one."""
    if context.reference_date:
        for index in _undated_lines(context):
            for date in relative_dates(
                context.page.blocks[index].text.translate(FOLDS), context.reference_date
            ):
                yield _counted(context, index, date)


def time_without_year(context: Context, day: datetime) -> DateCandidate | None:
    """The time that a line by the headline prints with the month and day of `day`, but without its year: 09-12 10:06."""
    for index in _undated_lines(context):
        text = context.page.blocks[index].text
        for date in (
            relative_dates(text.translate(FOLDS), datetime(day.year, day.month, day.day))
            if ":" in text
            else ()
        ):
            named = any(letter.isdigit() for letter in text[date.start : date.end - len("10:06")])
            if date.has_time and named and date.value.date() == day.date():
                return _counted(context, index, date)
    return None


def _undated_lines(context: Context) -> Iterator[int]:
    """The short lines by the headline that print no full date."""
    for index in _near(context):
        block = context.page.blocks[index]
        in_body = context.is_body(index)
        if (
            len(block.text) <= (LEAD if in_body else REACH)
            and not block.hidden
            and not DATED.search(block.text)
        ):
            yield index


def _counted(context: Context, index: int, date: Relative) -> DateCandidate:
    found = DateFound(
        date.value,
        date.start,
        date.end,
        date.has_time,
        context.page.blocks[index].text[date.start : date.end],
    )
    return _option(
        found,
        _signs(context, index, found),
        index,
        (Span(index, date.start, date.end, Label.META, "date"),),
    )


def _near(context: Context) -> range:
    return range(
        max(0, context.start - NEAR_ABOVE),
        min(len(context.page.blocks), context.start + NEAR_BELOW + 1),
    )


def _range(context: Context) -> range:
    last = max(context.body_blocks[-1] if context.body_blocks else 0, context.start)
    low = max(0, context.start - BEFORE) if context.headline is not None else 0
    return range(low, min(len(context.page.blocks), last + AFTER_BODY, low + MOST_BLOCKS))


def _dated_lines(context: Context) -> Iterator[int]:
    """The blocks that can carry the article's date and have one: short lines, lines about the article, the first words of the body."""
    blocks, elements = context.page.blocks, context.page.elements
    leading = context.body_blocks[:LEADING_BLOCKS]
    around = _range(context)
    texts = [block.text for block in blocks[around.start : around.stop]]
    lines = {
        index: text for index, text in enumerate(texts, around.start) if len(text) <= LONGEST_LINE
    }
    others = {
        index: elements[blocks[index].element].names
        for index in around
        if index not in lines and index not in leading
    }
    lines |= {index: blocks[index].text[:LEAD] for index in leading if index not in lines}
    # One search through all of them costs less than one for each.
    text = "\n".join(lines.values())
    starts = [0, *accumulate([len(line) + 1 for line in lines.values()])]
    order = list(lines)
    places = {bisect_right(starts, found.start()) - 1 for found in DATED.finditer(text)}
    named = {names for names in set(others.values()) if LINE_NAMES.search(names)}
    about = {index for index, names in others.items() if names in named}
    for index in sorted({order[place] for place in places} | about):
        if not says_one_of(OTHER, blocks[index].text[:LONGEST_LINE].lower()):
            yield index


def _is_caption(context: Context, index: int) -> bool:
    """Whether a line belongs to a picture, whose date is that of the picture."""
    block = context.page.blocks[index]
    return context.page.elements[block.element].tag == "figcaption" or is_inside(
        context.page, block, PICTURE_NAMES, 2
    )


def _reach(block: Block) -> int:
    return LONGEST_LINE if len(block.text) <= LONGEST_LINE else REACH


def _is_piece(block: Block) -> bool:
    """Whether a block may be a part of a date: a number, a time, the name of a month."""
    return (
        len(block.text) <= PIECE
        and not block.hidden
        and (DIGIT.search(block.text) is not None or month_of(block.text.strip(".,")) > 0)
    )


def _kind(context: Context, index: int) -> tuple[str, str]:
    block = context.page.blocks[index]
    return block.tag, context.page.elements[block.element].names


def _option(
    found: DateFound, signs: set[str], index: int, spans: tuple[Span, ...]
) -> DateCandidate:
    return date_at(
        found,
        "printed",
        "printed",
        frozenset(f"printed {sign}" for sign in signs) | {"printed"},
        "updated" in signs,
        index,
        spans,
    )


def _signs(context: Context, index: int, date: DateFound) -> set[str]:
    """What speaks for and against a printed date."""
    block = context.page.blocks[index]
    signs = place_signs(context, index)
    before = block.text[max(0, date.start - LABEL_LETTERS) : date.start].lower()
    after = block.text[date.end : date.end + 2]
    if says_one_of(UPDATED, before) or after in UPDATED_AFTER:
        signs.add("updated")
    elif says_one_of(PUBLISHED, before):
        signs.add("published")
    names = " ".join(
        [
            _kind(context, index)[1],
            *(mark.names for mark in block.marks if mark.start <= date.start < mark.end),
        ]
    )
    if DATE_NAMES.search(names):
        signs.add("named")
    if UPDATED_NAMES.search(names):
        signs.add("named-updated")
    if date.has_time:
        signs.add("time")
    if block.hidden:
        signs.add("hidden")
    if block.linked > 0.8 * len(block.text):
        signs.add("linked")
    share = len(date.text) / len(block.text)
    signs.add("alone" if share > 0.6 else "half" if share > 0.3 else "part")
    return signs
