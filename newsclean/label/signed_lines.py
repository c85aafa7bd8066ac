"""Which lines are comments of readers: each begins with a name and a date, in one element."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set

from newsclean.label.signatures import (
    AROUND_NAME,
    FEWEST_TEXTS,
    LETTERS,
    LONGEST_LINE,
    LONGEST_NAME,
    texts_before,
)
from newsclean.mentions.dates import find_dates
from newsclean.model import Page
from newsclean.text.patterns import lazy
from newsclean.text.sentences import COLONS

# In lines of one element a date needs its time of day, and so many lines have a name and a date.
# Out of fold, one page of 2,533 changes, from 0.26 to 0.40.
FEWEST_LINES = 2
TIME = lazy(r"\d[:：.]\d\d")


def signed_lines(page: Page, headline: int | None) -> Iterator[range]:
    """The blocks from the first of several lines that begin with a name and a date with its time.

    They are in one element, below the headline and some text, and reach to the end of it.
    """
    first = 0 if headline is None else headline + 1
    timed = [
        index
        for index, block in enumerate(page.blocks[first:], first)
        if TIME.search(block.text, 0, LONGEST_LINE)
    ]
    if len(timed) < FEWEST_LINES:
        return
    for container, lines in _by_container(page, timed, first).items():
        if container < 0 or len(lines) < FEWEST_LINES:
            continue
        # Asked last, as to look for dates takes long.
        names = [_name_before_time(page.blocks[index].text) for index in lines]
        signed = [index for index, name in zip(lines, names, strict=True) if name]
        if len({*names} - {""}) >= FEWEST_LINES:
            yield range(signed[0], page.elements[container].last)


def _by_container(page: Page, lines: Sequence[int], first: int) -> dict[int, list[int]]:
    """An element -> those of these lines in it that have some text above them."""
    texts = texts_before(page)
    broken = {block.element for block in page.blocks if block.line}
    found: dict[int, list[int]] = defaultdict(list)
    for index in lines:
        if texts[index] - texts[first] >= FEWEST_TEXTS:
            found[_container(page, index, broken)].append(index)
    return found


def _container(page: Page, index: int, broken: Set[int]) -> int:
    """The element that holds a line and others, outside of wrappers of the line alone.

    A forum's page may have a table with the name and the date of each post, and its text below.
    """
    own = page.blocks[index].element
    if own in broken:
        return own
    around = page.ancestors(page.elements[own].parent)
    return next((at for at in around if page.elements[at].last - page.elements[at].first > 1), -1)


def _name_before_time(text: str) -> str:
    """The name that a line begins with, if a date with its time follows, and a colon or nothing.

    Only a line that `TIME` finds a time in has one.

    >>> _name_before_time("well wisher wrote on Mar 12, 2008 7:15 AM: The county knew.")
    'well wisher wrote on'
    >>> _name_before_time("The board met on Mar 12, 2008 7:15 AM in the town hall.")
    ''
    """
    text = text[:LONGEST_LINE]
    for date in find_dates(text)[:1]:
        name, rest = text[: date.start].strip(AROUND_NAME), text[date.end :].strip()
        if date.has_time and len(name) <= LONGEST_NAME and LETTERS.search(name):
            return name if not rest or rest.startswith(COLONS) else ""
    return ""
