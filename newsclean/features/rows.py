"""Which blocks get a row, and the row: what the other modules here measure of a block, side by side.

Nothing depends on the site. `NAMES` gives the columns.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.features import elements, measures, places
from newsclean.features.anchor import find_anchor
from newsclean.features.chains import chains
from newsclean.features.elements import surroundings
from newsclean.features.hints import Hints
from newsclean.features.measures import lengths, measure
from newsclean.features.places import place_rows
from newsclean.features.sums import running, sums_of
from newsclean.features.teasers import teaser_items
from newsclean.model import Page

NAMES = (*measures.NAMES, *elements.NAMES, *places.NAMES)
# A block of fewer words is an entry of a menu if more than this share is link of the element around its own, or of the next one out. These are
# two in five of all blocks, and of the body's weight 1.1 %; without them, body F1 of articles is the same or better, cross-validated by site.
MENU_WORDS, MENU_LINKS = 15, 0.85


def features(page: Page, hints: Hints) -> list[list[float] | None]:
    """A row of `NAMES` for each block of the page; None for an entry of a menu, which is no body."""
    if not page.blocks:
        return []
    counted = lengths(page.blocks)
    words, linked = running(counted.words), running(counted.linked)
    asked = _asked(page, counted.words, words, linked)
    measured = measure(page.blocks, counted, asked, hints.about, hints.word_weights)
    sums = sums_of(measured, hints.groups, words, linked)
    chain = chains(page.elements, hints.name_weights)
    items = teaser_items(page.elements, sums.teasers)
    anchor = find_anchor(page, measured, chain, items, hints.headline)
    around = surroundings(page, sums, chain, items, anchor, hints.headline).rows({page.blocks[index].element for index in asked})
    place = place_rows(page, measured, sums, hints, asked)
    rows: list[list[float] | None] = [None] * len(page.blocks)
    for index in asked:
        rows[index] = [*measured.rows[index], *around[page.blocks[index].element], *place[index]]
    return rows


def _asked(page: Page, counts: Sequence[float], words: Sequence[float], linked: Sequence[float]) -> list[int]:
    """The blocks that are no entries of a menu, by how many words each has, and the running sums of words and of those in hyperlinks."""
    links = [
        linked[element.last] - linked[element.first] > MENU_LINKS * (words[element.last] - words[element.first])
        for element in page.elements
    ]
    outer = [max(element.parent, 0) for element in page.elements]
    return [
        index
        for index, (block, count) in enumerate(zip(page.blocks, counts, strict=True))
        if count >= MENU_WORDS or not (links[outer[block.element]] or links[outer[outer[block.element]]])
    ]
