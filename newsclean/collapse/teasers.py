"""Paragraphs that break off in dots, on a page that also holds the whole of them."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.model import Block, Label, Span
from newsclean.text.patterns import lazy

# The dots and the space before them are among the last characters of the text. With 5
# and 18, none of 634 labelled pages changes.
TAIL = 9
CUT_OFF = lazy(r"\s{0,9}(?:\.{3}|…{1,9})\s{0,9}$")
# A shorter text that breaks off is an unfinished sentence. In characters. Of the 1,243 open
# labelled pages, with 12 one loses, with 48 F1 changes on none.
SHORTEST_TEASER = 24


def teasers(blocks: Sequence[Block], body: Sequence[bool]) -> list[Span]:
    """COPY spans for body blocks that break off, where another block begins with all of their text.

    A hidden block is no reason to drop one that is shown.

    >>> teaser = Block("The harbour board met on Tuesday and vo…", "p", 0)
    >>> whole = Block("The harbour board met on Tuesday and voted.", "p", 0)
    >>> [span.block for span in teasers([teaser, whole], [True, True])]
    [0]
    >>> other = Block("The harbour board did not meet on Tuesday.", "p", 0)
    >>> teasers([teaser, other], [True, True])
    []
    """
    broken = _broken_off(blocks, body)
    spans = []
    for index, block in enumerate(blocks if broken else ()):
        other, text = broken.get(block.text[:SHORTEST_TEASER], (index, ""))
        if other != index and not block.hidden and block.text.startswith(text):
            spans.append(
                Span(other, 0, len(blocks[other].text), Label.COPY, "longer copy elsewhere")
            )
            del broken[text[:SHORTEST_TEASER]]
    return sorted(spans)


def _broken_off(blocks: Sequence[Block], body: Sequence[bool]) -> dict[str, tuple[int, str]]:
    """The beginning of each text that breaks off -> its block, and the text without the dots."""
    broken: dict[str, tuple[int, str]] = {}
    for index, block in enumerate(blocks):
        if not body[index] or not block.text.rstrip().endswith(("...", "…")):
            continue
        if end := CUT_OFF.search(block.text[-TAIL:]):
            text = block.text[: max(0, len(block.text) - TAIL) + end.start()]
            if len(text) >= SHORTEST_TEASER:
                broken.setdefault(text[:SHORTEST_TEASER], (index, text))
    return broken
