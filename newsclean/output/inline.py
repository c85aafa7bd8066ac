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


def lines_of(text: str, marks: Iterable[Mark]) -> Iterator[tuple[str, list[Mark]]]:
    r"""Each line of the text with its marks; marks end at the end of a line and begin again.

    >>> list(lines_of("a\nb", [Mark(0, 3, MarkKind.EM)]))[1]
    ('b', [Mark(start=0, end=1, kind=<MarkKind.EM: 'em'>, value='')])
    """
    # The next one is last; of marks of the same text, the outer ones come first.
    waiting = sorted(marks, key=lambda mark: (mark.start, -mark.end))[::-1]
    begun: list[Mark] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        while waiting and waiting[-1].start <= end:
            begun.append(waiting.pop())
        yield line, [_within(mark, start, end) for mark in begun if _touches(mark, start, end)]
        begun = [mark for mark in begun if mark.end > end]
        start = end + 1


def _touches(mark: Mark, start: int, end: int) -> bool:
    """Whether some of the mark is between two offsets; an empty one may be at either."""
    if mark.start == mark.end:
        return start <= mark.start <= end
    return mark.start < end and start < mark.end


def _within(mark: Mark, start: int, end: int) -> Mark:
    """The part of a mark between two offsets, with offsets from the first of them."""
    first, last = max(mark.start, start) - start, min(mark.end, end) - start
    return Mark(first, last, mark.kind, mark.value)


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
    return sorted(fitting, key=_outer_first)


def _outer_first(mark: Mark) -> tuple[int, bool, int, bool]:
    """The order of marks: a note before a mark that begins there, since it is no part of a link.

    Of several marks on one text, code is innermost, as Markdown needs it.
    """
    return mark.start, mark.kind is not MarkKind.NOTE, -mark.end, mark.kind is MarkKind.CODE


def _text(text: str, start: int, end: int) -> Iterator[Event]:
    if start < end:
        yield Event(text=text[start:end])
