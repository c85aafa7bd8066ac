"""The text of a paragraph and its marks, from the kept characters of a block.

The text is that of the block but for four things, which are all done here: a superscript number
after a digit gets a "^", references to notes and the arrows that lead back from them go, the gaps
between kept pieces close, and so does the white space at the ends. Cells of tables are joined in
`tables`, lines in `verse`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsclean.assemble.lines import Line
from newsclean.assemble.notes import Inlines, address_of, find_notes, find_returns, may_have_notes
from newsclean.model import Block, Inline, Mark, MarkKind
from newsclean.model.block import Pieces
from newsclean.text.patterns import lazy
from newsclean.text.ranges import RangeIndex

KINDS = {
    **dict.fromkeys(("b", "strong"), MarkKind.STRONG),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), MarkKind.EM),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), MarkKind.CODE),
    **dict.fromkeys(("s", "strike", "del"), MarkKind.STRIKE),
    "a": MarkKind.LINK,
    "sup": MarkKind.SUP,
    "sub": MarkKind.SUB,
    "ruby": MarkKind.RUBY,
}
"""The tags that mark text, and as what."""
VALUED = (MarkKind.LINK, MarkKind.RUBY)
"""The marks that say nothing without a value."""

POWER = lazy(r"[-+−–]?\d{1,4}")
Ranges = Sequence[tuple[int, int]]


Found = tuple[int, int, MarkKind, str]
"""A mark in the text of a block: where it starts and ends, its kind, and its value."""


def read_line(block: Block, kept: Ranges, base: str) -> Line:
    """The kept characters of a block, with the links and marks in them.

    Addresses of links are made whole with `base`.
    """
    if block.is_preformatted:
        return _read_code(block, kept, base)
    if not block.pieces or (len(kept) == 1 and not _may_have_marks(block.pieces)):
        return Line("".join([block.text[start:end] for start, end in kept]).strip())
    placed = block.placed
    if len(kept) == 1 and not may_have_notes(placed):
        return _read_range(block.text, *kept[0], _marks(placed, base))
    return _read_pieces(block.text, kept, placed, base)


def _read_pieces(text: str, kept: Ranges, placed: Inlines, base: str) -> Line:
    """The line that is made of several pieces of a block, or that refers to notes."""
    notes = find_notes(text, placed, base)
    inserted = [start for start, end in _powers(text, placed, notes)]
    removed = {*notes, *find_returns(text, placed, base)}
    line, places = _rewritten(text, _without(kept, removed), inserted)
    marks = [
        Mark(*span, kind, value)
        for start, end, kind, value in _marks(placed, base)
        if (span := _shown(line, places.of(start), places.of(end)))
    ]
    if notes:
        shown = RangeIndex(kept)
        marks += [
            Mark(places.of(start), places.of(start), MarkKind.NOTE, value)
            for (start, end), value in notes.items()
            if shown.holds(start, end)
        ]
    return Line(line, _nested(marks))


def _read_range(text: str, start: int, end: int, found: Iterable[Found]) -> Line:
    """The line that is all of a range of a block's text; `found` are the marks of the block."""
    kept = text[start:end]
    line = kept.strip()
    start, length = start + len(kept) - len(kept.lstrip()), len(line)
    marks = []
    for first, last, kind, value in found:
        first, last = min(max(first - start, 0), length), min(max(last - start, 0), length)
        if span := _shown(line, first, last):
            marks.append(Mark(*span, kind, value))
    return Line(line, _nested(marks))


def _may_have_marks(pieces: Pieces) -> bool:
    """Whether an inline element of a block is of a kind that marks text or refers to a note."""
    tags = [piece.tag for piece in pieces if isinstance(piece, Inline)]
    return not KINDS.keys().isdisjoint(tags)


def _read_code(block: Block, kept: Ranges, base: str) -> Line:
    """Code with its links; what else is marked in it are the colors of its words."""
    if len(kept) > 1 or not block.linked:
        return Line("".join([block.text[start:end] for start, end in kept]).strip("\n").rstrip())
    (start, end) = kept[0]
    text = block.text[start:end].rstrip()
    links = [
        Mark(first - start, last - start, kind, address)
        for first, last, kind, address in _marks(block.placed, base)
        if kind is MarkKind.LINK and start <= first < last <= start + len(text)
    ]
    return Line(text, _nested(links))


def _marks(placed: Inlines, base: str) -> list[Found]:
    """The marks, outer ones first where two cover the same text."""
    found: list[Found] = []
    for inline, start, end in reversed(placed):
        kind, value = KINDS.get(inline.tag), ""
        if kind is MarkKind.LINK:
            value = address_of(inline.href, base)
        elif kind is MarkKind.RUBY:
            value = inline.value
        if kind is not None and (value or kind not in VALUED):
            found.append((start, end, kind, value))
    return found


def _powers(text: str, placed: Inlines, notes: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The superscript numbers that stand right after a digit: 10 to the power of 6."""
    powers = [
        (start, end)
        for inline, start, end in placed
        if inline.tag == "sup"
        and text[start - 1 : start].isdigit()
        and POWER.fullmatch(text[start:end])
    ]
    if not powers:
        return []
    noted = RangeIndex(notes)
    return [(start, end) for start, end in powers if not noted.holds(start, end)]


def _without(kept: Ranges, notes: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The kept ranges without those of the notes."""
    found = []
    removed = sorted(notes)
    index = 0
    for start, end in kept:
        while index < len(removed) and removed[index][0] < end:
            first, last = removed[index]
            if start <= first and last <= end:
                found.append((start, first))
                start = last
            index += 1
        found.append((start, end))
    return [(start, end) for start, end in found if start < end]


class _Places(NamedTuple):
    """Where the characters of a block are in the text of a paragraph."""

    starts: list[int]
    pieces: list[tuple[int, int, int]]
    first: int
    length: int

    def of(self, position: int) -> int:
        index = bisect_right(self.starts, position) - 1
        if index < 0:
            return 0
        start, end, place = self.pieces[index]
        found = place + min(position, end) - start
        return min(max(found - self.first, 0), self.length)


def _rewritten(text: str, kept: Ranges, inserted: Iterable[int]) -> tuple[str, _Places]:
    """The text of a paragraph, and where in it each character of the block is."""
    powers = sorted(inserted)
    parts: list[str] = []
    pieces: list[tuple[int, int, int]] = []
    length = 0
    for start, end in kept:
        cuts = [start, *[cut for cut in powers if start < cut < end], end]
        for index, (first, last) in enumerate(pairwise(cuts)):
            part = text[first:last]
            if index:
                parts.append("^")
                length += 1
            elif parts and parts[-1].endswith(" ") and part.startswith(" "):
                first, part = first + 1, part[1:]
            pieces.append((first, last, length))
            parts.append(part)
            length += len(part)
    whole = "".join(parts)
    stripped = whole.strip()
    lead = len(whole) - len(whole.lstrip())
    return stripped, _Places([piece[0] for piece in pieces], pieces, lead, len(stripped))


def _shown(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A range of the text without the white space at its ends; None if it has nothing else."""
    marked = text[start:end]
    # Few marks begin or end with a space.
    if marked and not (marked[0].isspace() or marked[-1].isspace()):
        return start, end
    shown = marked.lstrip()
    start += len(marked) - len(shown)
    end = start + len(shown.rstrip())
    return (start, end) if start < end else None


def _nested(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks in order, each inside the one around it.

    Those that repeat another, links inside links, and those that cross another are left out.
    """
    if len(marks) < 2:
        return tuple(marks)
    order = sorted(marks, key=lambda mark: (mark.start, -mark.end))
    found: list[Mark] = []
    around: list[Mark] = []
    for mark in order:
        while around and around[-1].end <= mark.start and around[-1] is not mark:
            around.pop()
        if any(_says_the_same(outer, mark) for outer in around):
            continue
        if around and mark.end > around[-1].end:
            continue
        found.append(mark)
        if mark.start < mark.end:
            around.append(mark)
    return tuple(found)


def _says_the_same(outer: Mark, mark: Mark) -> bool:
    if outer.kind is not mark.kind or mark.kind is MarkKind.NOTE:
        return False
    return mark.kind is MarkKind.LINK or (outer.start, outer.end) == (mark.start, mark.end)
