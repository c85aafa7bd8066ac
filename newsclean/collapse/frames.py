"""The lines around a copy, from its headline to its credits, that belong to the copy as well."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import NamedTuple

from newsclean.collapse.sentences import Sentence
from newsclean.model import Block, Label, Span

# How many lines before and after a copied body may be copies of its headline, date line and
# credits. Of the 1,243 open labelled pages, F1 changes on none with 7 and with 30.
FRAME = 15
# Of a changed line next to a copy, the share of its strings of this many characters that also stand
# at the same end of the text that is kept. Of 2,006 other paragraphs of real articles one in 150
# shares so much with its article's opening; half of them share less than 0.05.
STRING, SHARED = 5, 0.6
# A longer block is not one line, and would be looked at again for each copy. In characters;
# of 634 labelled pages none changes with 500 and 8,000.
LONGEST_LINE = 2_000
# How many blocks on each side of the edge of the kept text a changed line is compared with. With 1
# one of these pages gains and two lose, with 4 one gains and one loses.
NEAR = 2


class _Side(NamedTuple):
    """The lines beside a copy, outwards, and the lines of the kept text that they may repeat.

    Attributes:
        lines: Indices of the blocks beside the copy, nearest first.
        known: Indices of the blocks of, and around, the kept text.
        edge: Index of the block where the kept text begins or ends.
    """

    lines: range
    known: range
    edge: int


def framed_copy(
    drop: range,
    keep: range,
    sentences: Sequence[Sentence],
    blocks: Sequence[Block],
    in_copies: Set[int],
) -> list[Span]:
    """COPY spans for the sentences `drop`, from their headline to their credits.

    The lines around them are part of the copy if they also stand, as they are or slightly changed,
    around the sentences `keep`. `in_copies` are the blocks of any copy or its source.
    """
    first, last = sentences[drop[0]], sentences[drop[-1]]
    kept = range(sentences[keep[0]].block, sentences[keep[-1]].block)
    low, high = _frame(range(first.block, last.block), kept, blocks, in_copies)
    spans = []
    for index in range(low, high + 1):
        start = first.start if index == first.block == kept.stop else 0
        end = last.end if index == last.block == kept.start else len(blocks[index].text)
        spans.append(Span(index, start, end, Label.COPY, "copy"))
    return spans


def _frame(
    dropped: range, kept: range, blocks: Sequence[Block], in_copies: Set[int]
) -> tuple[int, int]:
    """The first and last block of a copy with the lines around it.

    `dropped` and `kept` run from the first block of each text to its last.
    """
    low, high = dropped.start, dropped.stop
    before = max(0, kept.start - FRAME)
    after = min(len(blocks), kept.stop + FRAME + 1)
    # A line between the two texts is looked up on the far side of the kept one, or it would be
    # found where it stands itself.
    if kept.stop < low:
        above = _Side(range(low - 1, kept.stop, -1), range(before, kept.stop + 1), kept.start)
        low = _reach(blocks, low, above, in_copies)
        known = range(kept.start, min(after, low))
        below = _Side(range(high + 1, len(blocks)), known, kept.stop)
        high = _reach(blocks, high, below, in_copies)
    elif kept.start > high:
        below = _Side(range(high + 1, kept.start), range(kept.start, after), kept.stop)
        high = _reach(blocks, high, below, in_copies)
        known = range(max(before, high + 1), kept.stop + 1)
        low = _reach(blocks, low, _Side(range(low - 1, -1, -1), known, kept.start), in_copies)
    return low, high


def _reach(blocks: Sequence[Block], edge: int, side: _Side, in_copies: Set[int]) -> int:
    """The outermost line on one side of a copy that still repeats a line of the kept text."""
    known = {blocks[index].text for index in side.known}
    near = range(side.edge - NEAR, side.edge + NEAR + 1)
    strings = _strings([blocks[index] for index in near if index in side.known])
    for index in side.lines[:FRAME]:
        text = blocks[index].text
        if index in in_copies or not (text in known or _is_like(text, strings)):
            break
        edge = index
    return edge


def _strings(blocks: Sequence[Block]) -> set[str]:
    """Every string of STRING characters in some blocks."""
    texts = (block.text for block in blocks if len(block.text) <= LONGEST_LINE)
    return {text[i : i + STRING] for text in texts for i in range(len(text) - STRING + 1)}


def _is_like(line: str, strings: set[str]) -> bool:
    """Whether most of a line consists of the strings of other lines.

    >>> text = "The harbour board met on Tuesday and voted to keep the lighthouse."
    >>> near = _strings([Block(text, "p", 0)])
    >>> _is_like("On Tuesday the harbour board voted to keep the lighthouse.", near)
    True
    >>> _is_like("The ferry did not sail on Tuesday.", near)
    False
    """
    own = [line[i : i + STRING] for i in range(len(line) - STRING + 1)]
    shared = sum(string in strings for string in own)
    return len(line) <= LONGEST_LINE and shared > SHARED * max(len(own), 4)
