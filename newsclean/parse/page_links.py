"""A link that was never closed, and so holds most of the page, is none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from newsclean.model import Block, Inline, Page

# An unclosed link holds this share of the page's text, in so many blocks. A card that is one link
# has fewer, and a menu is many links.
MOST_OF_PAGE, MANY_BLOCKS = 0.5, 6


def without_page_links(page: Page) -> Page:
    """The page, without a link that holds most of its text.

    >>> from newsclean.parse import parse
    >>> page = parse("<a href=/top>" + "<p>The ferry sails again.</p>" * 6)
    >>> {block.linked for block in page.blocks}
    {0}
    """
    if not _are_mostly_linked(page.blocks):
        return page
    wide = _page_links(page.blocks)
    if not wide:
        return page
    blocks = (_unlinked(block, wide) if block.linked else block for block in page.blocks)
    return replace(page, blocks=tuple(blocks))


def _are_mostly_linked(blocks: Sequence[Block]) -> bool:
    linked = sum([block.linked for block in blocks])
    return linked > MOST_OF_PAGE * sum([len(block.text) for block in blocks])


def _page_links(blocks: Sequence[Block]) -> set[int]:
    """The ids of the links that hold most of the page. A link has one Inline in all its blocks."""
    lengths: dict[int, int] = defaultdict(int)
    counts: dict[int, int] = defaultdict(int)
    for block in blocks:
        for key in {id(piece) for piece in block.pieces if _is_link(piece)}:
            lengths[key] += len(block.text)
            counts[key] += 1
    enough = MOST_OF_PAGE * sum(len(block.text) for block in blocks)
    return {key for key in lengths if lengths[key] > enough and counts[key] >= MANY_BLOCKS}


def _is_link(piece: str | Inline | None) -> bool:
    return isinstance(piece, Inline) and piece.tag == "a"


def _unlinked(block: Block, wide: set[int]) -> Block:
    """A block without these links; the others keep their text."""
    pieces: list[str | Inline | None] = []
    open_: list[Inline] = []
    linked = 0
    for piece in block.pieces:
        if isinstance(piece, Inline):
            open_.append(piece)
            if id(piece) not in wide:
                pieces.append(piece)
        elif piece is None:
            if id(open_.pop()) not in wide:
                pieces.append(None)
        else:
            pieces.append(piece)
            if any(_is_link(inline) and id(inline) not in wide for inline in open_):
                linked += len(piece.strip())
    return block._replace(linked=linked, pieces=tuple(pieces))
