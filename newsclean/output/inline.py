"""A text with marks as a row of events, for writers of any format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsclean.model import Mark, MarkKind


class Event(NamedTuple):
    """Text, or the beginning or end of a mark. A note begins and does not end."""

    text: str = ""
    begins: Mark | None = None
    ends: Mark | None = None


def events(text: str, marks: Iterable[Mark]) -> Iterator[Event]:
    """The text with its marks. Marks that do not fit the text, or cross another, are left out.

    >>> [event.text or (event.begins or event.ends).kind.value
    ...     for event in events("one two", [Mark(0, 3, MarkKind.EM), Mark(4, 7, MarkKind.STRONG)])]
    ['em', 'one', 'em', ' ', 'strong', 'two', 'strong']
    """
    position = 0
    still_open: list[Mark] = []
    for mark in _fitting(text, marks):
        while still_open and still_open[-1].end <= mark.start:
            yield from _text(text, position, still_open[-1].end)
            position = still_open[-1].end
            yield Event(ends=still_open.pop())
        if still_open and mark.end > still_open[-1].end:
            continue
        yield from _text(text, position, mark.start)
        position = mark.start
        yield Event(begins=mark)
        if mark.kind is not MarkKind.NOTE:
            still_open.append(mark)
    while still_open:
        yield from _text(text, position, still_open[-1].end)
        position = still_open[-1].end
        yield Event(ends=still_open.pop())
    yield from _text(text, position, len(text))


def _fitting(text: str, marks: Iterable[Mark]) -> list[Mark]:
    """The marks within the text, in order, without white space at their ends.

    An empty one says nothing, unless it is a note.
    """
    fitting = []
    for mark in marks:
        start, end = mark.start, mark.end
        if not 0 <= start <= end <= len(text) or (mark.kind is MarkKind.NOTE) != (start == end):
            continue
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if start < end or mark.kind is MarkKind.NOTE:
            fitting.append(Mark(start, end, mark.kind, mark.value))
    return sorted(fitting, key=lambda mark: (mark.start, -mark.end))


def _text(text: str, start: int, end: int) -> Iterator[Event]:
    if start < end:
        yield Event(text=text[start:end])
