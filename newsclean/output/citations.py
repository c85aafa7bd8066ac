"""Which blocks of the page a paragraph of the article is made of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from newsclean.assemble.notes import LONGEST_ABOVE_LINE as LONGEST_REFERENCE
from newsclean.model import Label, Mark, MarkKind, Paragraph, Report
from newsclean.text.match_key import match_key


def paragraph_blocks(report: Report) -> tuple[tuple[int, ...], ...]:
    """For each paragraph of the article, the indices of the blocks that its text is from.

    The letters and digits of the body are searched for those of each paragraph, in order. A
    paragraph that is not on the page, but in its data, has no blocks.

    >>> from newsclean import explain
    >>> page = '''<ul><li>Home</ul><h1>Ferry returns</h1>
    ... <p>The ferry to the islands sails again from Monday, said the harbour office.
    ... <p>It was laid up in March, when a storm broke the ramp at which cars drive on board.'''
    >>> paragraph_blocks(explain(page))
    ((2,), (3,))
    """
    blocks, starts, body = _body(report)
    found: list[tuple[int, ...]] = []
    position = 0
    for paragraph in report.article.paragraphs:
        start, end = _find(body, paragraph, position)
        if start < 0:
            found.append(())
            continue
        position = end
        first, last = bisect_right(starts, start) - 1, bisect_right(starts, position - 1)
        found.append(tuple(dict.fromkeys(blocks[first:last])))
    return tuple(found)


def _find(body: str, paragraph: Paragraph, position: int) -> tuple[int, int]:
    """Where the key of a paragraph begins and ends in that of the body; -1 if it is not there.

    References to notes are in the blocks, but not in the text.
    """
    for texts in _orders(paragraph):
        keys = [key for text in texts if (key := match_key(text))]
        found = _find_keys(body, keys, position)
        if found is not None:
            return found
    return -1, -1


def _find_keys(body: str, keys: Sequence[str], position: int) -> tuple[int, int] | None:
    start = body.find(keys[0], position) if keys else -1
    if start < 0:
        return None
    end = start + len(keys[0])
    for key in keys[1:]:
        at = body.find(key, end, end + len(key) + LONGEST_REFERENCE)
        if at < 0:
            return None
        end = at + len(key)
    return start, end


def _orders(paragraph: Paragraph) -> Iterator[list[str]]:
    """The text of a paragraph, or of the cells of a table, cut where notes are.

    The caption of a table stands above it or below.
    """
    if paragraph.table is None:
        yield [*_cut(paragraph.text, paragraph.marks)]
        return
    cells = [cell for row in paragraph.table.rows for cell in row]
    texts = [text for cell in cells for text in _cut(cell.text, cell.marks)]
    yield [paragraph.table.caption, *texts]
    yield [*texts, paragraph.table.caption]


def _cut(text: str, marks: Iterable[Mark]) -> Iterator[str]:
    notes = [mark.start for mark in marks if mark.kind is MarkKind.NOTE]
    for start, end in pairwise([0, *notes, len(text)]):
        yield text[start:end]


def _body(report: Report) -> tuple[list[int], list[int], str]:
    """The block of each piece of the body, where its key starts in all of them, and that text."""
    pieces = [
        (span.block, key)
        for span in report.spans
        if span.label in (Label.BODY, Label.BYLINE, Label.CAPTION)
        and (key := match_key(report.page.blocks[span.block].text[span.start : span.end]))
    ]
    starts, length = [], 0
    for _, key in pieces:
        starts.append(length)
        length += len(key)
    return [block for block, _ in pieces], starts, "".join(key for _, key in pieces)
