"""Which blocks get a row, and the table of these: what the other modules here measure, side by side.

Nothing depends on the site. `NAMES` gives the columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsclean.label.features import chains, elements, measures, places
from newsclean.label.features.anchor import find_anchor
from newsclean.label.features.elements import Surroundings
from newsclean.label.features.hints import Hints
from newsclean.label.features.measures import lengths, measure
from newsclean.label.features.outline import Outline, outline_of
from newsclean.label.features.places import place_columns
from newsclean.label.features.sums import running, spread, sums_of
from newsclean.label.features.teasers import teaser_items
from newsclean.model import Page

NAMES = (*measures.NAMES, *chains.NAMES, *elements.OWN_NAMES, *elements.OUTER_NAMES, *places.NAMES)
WORDS = NAMES.index("words")
# A block of fewer words is an entry of a menu if more than this share is link of the element around its own, or of the next one out. These are
# two in five of all blocks, and of the body's weight 1.1 %; without them, body F1 of articles is the same or better, cross-validated by site.
MENU_WORDS, MENU_LINKS = 15, 0.85


class Part(NamedTuple):
    """Some columns of a table, with one value for all rows that share it; and for each row its place in these columns."""

    columns: Sequence[Sequence[float]]
    places: Sequence[int]


class Table(NamedTuple):
    """The columns NAMES of the blocks that are no entries of a menu, in parts that stand side by side."""

    size: int  # blocks of the page
    asked: list[int]  # those that have a row
    parts: tuple[Part, ...]

    def spread(self, values: Sequence[float]) -> list[float]:
        """For each block of the page its row's value; 0 for one without a row, which is surely no body."""
        return spread(values, self.asked, self.size)

    def words(self) -> list[float]:
        """The words of each block that has a row; 0 for the others."""
        return self.spread(self.parts[0].columns[WORDS] if self.parts else ())

    def rows(self) -> list[list[float] | None]:
        """A row for each block of the page; None for one that has none."""
        found: list[list[float] | None] = [None] * self.size
        columns = [[column[place] for place in places] for columns, places in self.parts for column in columns]
        for index, row in zip(self.asked, zip(*columns, strict=True), strict=True):
            found[index] = [*row]
        return found


def features(page: Page, hints: Hints) -> Table:
    """The table of a page's blocks."""
    if not page.blocks:
        return Table(0, [], ())
    counted = lengths(page.blocks)
    words, linked = running(counted.words), running(counted.linked)
    outline = outline_of(page.elements)
    words_of, linked_of = outline.sums(words), outline.sums(linked)
    asked = _asked(page, outline, counted.words, words_of, linked_of)
    if not asked:
        return Table(len(page.blocks), [], ())
    measured = measure(page.blocks, counted, asked, hints.about, hints.word_weights)
    notices = [any(group.startswith("notice") for group in groups) if groups else False for groups in hints.groups]
    sums = sums_of(measured, counted, words, linked, asked, notices)
    within, own = _numbered([page.blocks[index].element for index in asked])
    chained = chains.chains(outline, own, hints.name_weights)
    in_chain, different = _numbered([chained.places[element] for element in own])
    in_outer, outer = _numbered([outline.parents[element] for element in own])
    items = teaser_items(outline, sums.teasers)
    anchor = find_anchor(page, outline, asked, measured, chained, items, hints.headline)
    around = Surroundings.of(outline, sums, anchor, words_of, linked_of)
    parts = (
        Part(measured.columns, range(len(asked))),
        Part(elements.chain_columns([chained.made[number] for number in different]), [in_chain[place] for place in within]),
        Part(around.own(own, page, items, hints.headline), within),
        Part(around.outer(outer), [in_outer[place] for place in within]),
        Part(place_columns(page, asked, counted, sums, hints), range(len(asked))),
    )
    return Table(len(page.blocks), asked, parts)


def _numbered(values: Sequence[int]) -> tuple[list[int], list[int]]:
    """The place of each value among the different ones; and these.

    >>> _numbered([7, 3, 7])
    ([0, 1, 0], [7, 3])
    """
    places: dict[int, int] = {}
    return [places.setdefault(value, len(places)) for value in values], list(places)


def _asked(page: Page, outline: Outline, counts: Sequence[float], words: Sequence[float], linked: Sequence[float]) -> list[int]:
    """The blocks that are no entries of a menu, by how many words each has, and each element, and how many of those are in hyperlinks."""
    links = [link > MENU_LINKS * count for link, count in zip(linked, words, strict=True)]
    outer = outline.outers
    menus = [links[around] or links[outer[around]] for around in outer]
    return [
        index
        for index, (block, count) in enumerate(zip(page.blocks, counts, strict=True))
        if count >= MENU_WORDS or not menus[block.element]
    ]
