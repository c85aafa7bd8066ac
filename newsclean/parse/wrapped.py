"""Paragraphs whose lines were broken by hand with <br>, as if for a typewriter.

The lines of such a paragraph are nearly as long as each other and end anywhere in a sentence. Those
of verses, addresses and lists are not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from newsclean.model import Block, Inline, Page
from newsclean.model.block import PREFORMATTED, Pieces
from newsclean.parse.reindex import keep_blocks
from newsclean.text.scripts import WIDE, count_wide
from newsclean.text.sentences import CLOSING_SIGNS

# An element with fewer lines is an address as often as a paragraph.
FEWEST_LINES = 5
# Widths of the longest line, in columns; a Chinese character takes two.
NARROWEST, WIDEST = 30, 130
# A line is broken before the word that does not fit, so it lacks a word at most; in Chinese it
# lacks a character or two. In columns.
LONGEST_WORD, WIDE_SLACK = 16, 6
# The shares of lines that are nearly full, that end in the middle of a sentence, and, of those in
# letters with cases, that begin with a small letter.
FULL, OPEN, SMALL = 0.85, 0.5, 0.35


def join_wrapped(page: Page) -> Page:
    """The page with the lines of each paragraph that was broken by hand in one block."""
    if len([block for block in page.blocks if block.line]) < FEWEST_LINES - 1:
        return page
    joined: dict[int, Block] = {}
    dropped: set[int] = set()
    for lines in _runs(page.blocks):
        paragraphs = list(_paragraphs(page.blocks, lines))
        if len(lines) >= FEWEST_LINES and is_wrapped(
            [[page.blocks[index].text for index in paragraph] for paragraph in paragraphs]
        ):
            for first, *others in paragraphs:
                joined[first] = _joined([page.blocks[index] for index in (first, *others)])
                dropped.update(others)
    if not dropped:
        return page
    blocks = tuple(joined.get(index, block) for index, block in enumerate(page.blocks))
    kept = [index for index in range(len(blocks)) if index not in dropped]
    return keep_blocks(replace(page, blocks=blocks), kept)


def _runs(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """The lines of each element, as far as no other element stands between them."""
    for (_, tag, _, is_aside), run in groupby(
        range(len(blocks)),
        lambda i: (blocks[i].element, blocks[i].tag, blocks[i].hidden, blocks[i].aside),
    ):
        if tag != PREFORMATTED and not is_aside:
            yield list(run)


def _paragraphs(blocks: Sequence[Block], lines: Sequence[int]) -> Iterator[list[int]]:
    """The lines in groups between which there is an empty line."""
    paragraph: list[int] = []
    for index in lines:
        if paragraph and blocks[index].line != blocks[paragraph[-1]].line + 1:
            yield paragraph
            paragraph = []
        paragraph.append(index)
    if paragraph:
        yield paragraph


def is_wrapped(paragraphs: Sequence[Sequence[str]]) -> bool:
    """Whether the lines of these paragraphs were broken by hand.

    >>> prose = [
    ...     "The ferry to the islands sails again from", "Monday, the council said. It had been",
    ...     "laid up since the storm in March, and no", "other boat could be found in time."]
    >>> is_wrapped([prose]), is_wrapped([["12 Quay Street", "Skarvik", "Open daily", "from ten"]])
    (True, False)
    """
    inner = [line for paragraph in paragraphs for line in paragraph[:-1]]
    if not inner:
        return False
    widths = [len(line) + count_wide(line) for line in inner]
    full = max(widths)
    is_wide = 2 * sum(widths) > 3 * sum(map(len, inner))
    slack = WIDE_SLACK if is_wide else LONGEST_WORD
    if not NARROWEST <= full <= WIDEST:
        return False
    if _share([width >= full - slack for width in widths]) < FULL:
        return False
    if _share([not line.endswith(CLOSING_SIGNS) for line in inner]) < OPEN:
        return False
    starts = [line[0] for paragraph in paragraphs for line in paragraph[1:]]
    cased = [start.islower() for start in starts if start.lower() != start.upper()]
    return len(cased) * 2 < len(starts) or _share(cased) >= SMALL


def _share(flags: Sequence[bool]) -> float:
    return sum(flags) / len(flags)


def _joined(lines: Sequence[Block]) -> Block:
    """The lines as one block. No space is put between Chinese characters, or behind a hyphen."""
    text, pieces = lines[0].text, _closed(lines[0])
    for line in lines[1:]:
        is_glued = (WIDE.search(text[-1]) and WIDE.search(line.text[0])) or (
            text[-1] == "-" and text[-2:-1].isalpha() and line.text[0].islower()
        )
        gap = "" if is_glued else " "
        text = f"{text}{gap}{line.text}"
        pieces = (*_stripped(pieces, -1), gap, *_stripped(_closed(line), 0))
    return lines[0]._replace(
        text=text,
        linked=sum(line.linked for line in lines),
        bold=sum(line.bold for line in lines),
        pieces=pieces,
    )


def _closed(line: Block) -> Pieces:
    """The pieces of a line, with an end for each inline element that goes on in the next."""
    pieces = line.pieces or (line.text,)
    still_open = sum(isinstance(piece, Inline) for piece in pieces) - pieces.count(None)
    return (*pieces, *[None] * still_open)


def _stripped(pieces: Pieces, end: int) -> Pieces:
    """The pieces without the white space at one end of the text: 0 its start, -1 its end."""
    found = list(pieces)
    order = range(len(found)) if end == 0 else range(len(found) - 1, -1, -1)
    for index in order:
        piece = found[index]
        if isinstance(piece, str):
            found[index] = piece.lstrip() if end == 0 else piece.rstrip()
            if found[index]:
                break
    return tuple(found)
