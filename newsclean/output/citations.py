"""Which blocks of the page a paragraph of the article is made of."""

from __future__ import annotations

from bisect import bisect_right

from newsclean.model import Label, Report
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
        key = match_key(paragraph.text)
        start = body.find(key, position) if key else -1
        if start < 0:
            found.append(())
            continue
        position = start + len(key)
        first, last = bisect_right(starts, start) - 1, bisect_right(starts, position - 1)
        found.append(tuple(dict.fromkeys(blocks[first:last])))
    return tuple(found)


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
