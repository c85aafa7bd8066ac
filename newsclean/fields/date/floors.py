"""The date of the first post of a Chinese thread, whose posts are numbered as floors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from newsclean.fields.context import Context
from newsclean.fields.date.candidate import DateCandidate, printed_candidate
from newsclean.fields.forums import FIRST_POST
from newsclean.fields.zones import DATE
from newsclean.mentions.dates import DateMention
from newsclean.text.patterns import lazy

FLOOR = lazy(r"(?:^|\s)(?P<mark>\d{1,5}\s?[楼樓F#]|楼主|樓主|沙发|沙發)(?=\s|$)")
FIRST = lazy(FIRST_POST)
# The line of a post holds who wrote it, its floor, its date, and buttons. Two of them are a thread.
# Half and twice change none of 161 open and 848 composed pages.
LONGEST_LINE = 60


class _Floor(NamedTuple):
    """The line of a post: its floor as printed without spaces, its block, and its date."""

    mark: str
    block: int
    date: DateMention


def first_post(context: Context, candidates: Sequence[DateCandidate]) -> DateCandidate | None:
    """The date on the line of the first of several floors, which may stand below the post.

    None if the metadata state a date or a line above it does: comments have floors, too.
    """
    if context.script != "chinese" or any(candidate.block is None for candidate in candidates):
        return None
    floors = list(islice(_floors(context), 2))
    if len(floors) < 2 or not FIRST.fullmatch(floors[0].mark):
        return None
    _, block, date = floors[0]
    is_stated = any(other.block is not None and other.block < block for other in candidates)
    return None if is_stated else printed_candidate(date, set(), block, ())


def _floors(context: Context) -> Iterator[_Floor]:
    """The lines of the posts that state a floor and a date."""
    blocks = context.page.blocks
    last = context.body_blocks[-1] if context.body_blocks else context.start
    for index in range(context.start, min(last + DATE.after, len(blocks))):
        text = blocks[index].text
        found = FLOOR.search(text) if len(text) <= LONGEST_LINE else None
        if found and (dates := context.dates(text)):
            yield _Floor("".join(found["mark"].split()), index, dates[0])
