"""Which paragraphs are the notes that the text refers to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsclean.assemble.placed import Placed
from newsclean.model import Inline, Kind, MarkKind, Page, Paragraph
from newsclean.text.patterns import lazy

MAY_BE_NOTES = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.DEFINITION})
# The element that a reference leads to holds the note and hardly anything else. In elements and in
# blocks.
FARTHEST, MOST_BLOCKS = 3, 6
NUMBER = lazy(r"[\[(]?(\d{1,4})[\])]?")


def find_footnotes(page: Page, found: Sequence[Placed]) -> list[Placed]:
    """The paragraphs, with those that a reference in another one leads to as footnotes."""
    note = MarkKind.NOTE
    ids = {mark.value for one in found for mark in one.paragraph.marks if mark.kind is note}
    if not ids:
        return [*found]
    notes = {
        placed.blocks[0]
        for placed in found
        if placed.paragraph.kind in MAY_BE_NOTES
        and not ids.isdisjoint(_ids_of(page, placed.blocks[0]))
    }
    lists = {_list_of(placed) for placed in found if placed.blocks[0] in notes} - {None}
    return [
        placed._replace(paragraph=_footnote(placed.paragraph))
        if placed.blocks[0] in notes or _list_of(placed) in lists
        else placed
        for placed in found
    ]


def _list_of(placed: Placed) -> int | None:
    """The list that a paragraph is an item of. A list with one note in it is one of notes."""
    paragraph = placed.paragraph
    return paragraph.list_id if paragraph.kind is Kind.LIST_ITEM else None


def _ids_of(page: Page, block: int) -> Iterator[str]:
    """The ids by which a link can lead to the beginning of a block."""
    yield from (piece.id for piece in page.blocks[block].pieces if isinstance(piece, Inline))
    ancestors = page.ancestors(page.blocks[block].element)
    for index, _ in zip(ancestors, range(FARTHEST), strict=False):
        element = page.elements[index]
        if element.first != block or element.last - element.first > MOST_BLOCKS:
            return
        yield element.id


def _footnote(paragraph: Paragraph) -> Paragraph:
    number = paragraph.number
    if number is None and (begins := NUMBER.match(paragraph.text)):
        number = int(begins[1])
    return replace(paragraph, kind=Kind.FOOTNOTE, number=number)
