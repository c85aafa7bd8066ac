"""Cuts what is left of a page that is beyond all measure, and says so in a sentence.

What a reader could read passes through untouched. Three things keep the rest of the run linear and
small, whatever a page holds: `limit_text` before it is parsed, `limit_page` and `limit_metadata`
after. Each prefers what an article is made of: text that stands close together, and stands nowhere
before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsclean.model import UNLIMITED, Block, Budget, Limits, Page
from newsclean.parse.metadata_limits import limit_metadata
from newsclean.parse.reindex import DEEPEST, is_deep, keep_blocks

# Blocks that stay or go together: fewer than an article has, and more than the lines above and
# below its headline.
BLOCKS_TOGETHER = 24
# The head of a page with its headline, and its footer.
FIRST_STRETCHES, LAST_STRETCHES = 8, 2
# Of the pieces of 200 development pages the longest has 4,100 characters.
LONGEST_PARAGRAPH = 10_000
MOST_IMAGES, MOST_MACHINE_DATES = 2000, 2000


def limit_page(page: Page, limits: Limits, budget: Budget = UNLIMITED) -> Page:
    """The page within the limits, with a sentence in `truncations` for each thing that was cut.

    The same page if nothing was.

    >>> from newsclean.model import Element, Metadata
    >>> blocks = Block("x" * 90, "p", 0), Block("The ferry sails.", "p", 0)
    >>> page = Page(blocks, (Element(-1, "body", "", 0, 0, 2),), Metadata())
    >>> limit_page(page, Limits(blocks=1)).truncations
    ('Of 2 pieces of text 1 were cut, those with the least text of their own.',)
    >>> limit_page(page, Limits()) is page
    True
    """
    page, notes = _limit_text(page, limits)
    page, more = _limit_blocks(page, limits, budget)
    notes += more
    page, more = _limit_pictures(page)
    notes += more
    metadata, more = limit_metadata(page.metadata)
    notes += more
    if not notes:
        return page
    return replace(page, metadata=metadata, truncations=(*page.truncations, *notes))


def _limit_text(page: Page, limits: Limits) -> tuple[Page, list[str]]:
    total = _length(page.blocks)
    if total <= limits.text:
        return page, []
    page = replace(page, blocks=_shortened(page.blocks, limits.text))
    cut = total - _length(page.blocks)
    if not cut:
        return page, []
    return page, [
        f"Of {total:,} characters of text {cut:,} were cut, from the ends of the longest pieces."
    ]


def _limit_blocks(page: Page, limits: Limits, budget: Budget) -> tuple[Page, list[str]]:
    """The page without the blocks with least text, and with fewer and shallower elements."""
    count, most = len(page.blocks), 2 * limits.blocks
    many = count > limits.blocks or _length(page.blocks) > limits.text
    if not many and not is_deep(page.elements, most):
        return page, []
    budget.check()
    kept = _best_blocks(page.blocks, limits) if many else range(count)
    flat = keep_blocks(page, kept, most)
    notes = []
    if many:
        notes.append(
            f"Of {count:,} pieces of text {count - len(flat.blocks):,} were cut, "
            "those with the least text of their own."
        )
    if len(flat.elements) < len(keep_blocks(page, kept).elements):
        notes.append(
            f"Elements that hold one element only, and those deeper than {DEEPEST}, "
            "were taken for what is around them."
        )
    return flat, notes


def _limit_pictures(page: Page) -> tuple[Page, list[str]]:
    count = len(page.images) + len(page.machine_dates)
    page = replace(page, players=page.players[:MOST_IMAGES]) if page.players else page
    if count <= MOST_IMAGES + MOST_MACHINE_DATES:
        return page, []
    page = replace(
        page,
        images=page.images[:MOST_IMAGES],
        machine_dates=page.machine_dates[:MOST_MACHINE_DATES],
    )
    left = len(page.images) + len(page.machine_dates)
    return page, [f"Of {count:,} pictures and stated dates {left:,} were kept."]


def _length(blocks: Sequence[Block]) -> int:
    return sum([len(block.text) for block in blocks])


def _shortened(blocks: Sequence[Block], most: int) -> tuple[Block, ...]:
    """The blocks with the longest ones cut to one length.

    All together are then no longer than `most`, but no paragraph is cut.
    """
    sizes = sorted(len(block.text) for block in blocks)
    left, length = most, 0
    for place, size in enumerate(sizes):
        length = max(left // (len(sizes) - place), LONGEST_PARAGRAPH)
        if size > length:
            break
        left -= size
    return tuple(
        block._replace(
            text=block.text[:length].rstrip(), pieces=(), linked=min(block.linked, length)
        )
        if len(block.text) > length
        else block
        for block in blocks
    )


def _best_blocks(blocks: Sequence[Block], limits: Limits) -> list[int]:
    """The indices of the blocks to keep.

    They are the first and last ones, and the stretches with the most text that is no link and
    stands nowhere before.
    """
    seen: set[str] = set()
    weights: list[int] = []
    for block in blocks:
        weights.append(0 if block.text in seen else max(len(block.text) - block.linked, 0))
        seen.add(block.text)
    stretches = [
        range(start, min(start + BLOCKS_TOGETHER, len(blocks)))
        for start in range(0, len(blocks), BLOCKS_TOGETHER)
    ]
    edges = {*range(FIRST_STRETCHES), *range(len(stretches) - LAST_STRETCHES, len(stretches))}
    new = [sum([weights[block] for block in stretch]) for stretch in stretches]
    # A stretch without new text is a copy; those of the edges stay, as the headline's lines may be
    # among them.
    order = sorted(
        (i for i in range(len(stretches)) if new[i] or i in edges),
        key=lambda i: (i not in edges, -new[i]),
    )
    kept: list[int] = []
    room = limits.text
    for stretch in (stretches[i] for i in order):
        room -= sum([len(blocks[i].text) for i in stretch])
        if room < 0 and kept:
            break
        kept += stretch[: limits.blocks - len(kept)]
    return sorted(kept)
