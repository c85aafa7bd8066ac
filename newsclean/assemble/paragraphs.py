"""Body spans -> paragraphs of their kinds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from newsclean.assemble.embeds import add_embeds
from newsclean.assemble.footnotes import find_footnotes
from newsclean.assemble.lines import Line
from newsclean.assemble.marks import read_line
from newsclean.assemble.placed import Placed
from newsclean.assemble.places import PLAIN, Place, Places, language_of_code, number_of
from newsclean.assemble.tables import read_table
from newsclean.assemble.verse import join_verses
from newsclean.metadata.addresses import page_base
from newsclean.model import Kind, Label, Mark, MarkKind, Page, Paragraph, Span


class Piece(NamedTuple):
    """A block of the body: its index, its kept text, and where it stands."""

    block: int
    line: Line
    place: Place


def place_paragraphs(page: Page, spans: Sequence[Span]) -> list[Placed]:
    """The body's paragraphs in page order, with their blocks."""
    lists: dict[int, int] = {}
    items: set[int] = set()
    lasts: dict[int, int] = {}
    found: list[Placed] = []
    for table, group in groupby(_pieces(page, spans), attrgetter("place.table")):
        if table >= 0:
            found.append(_table(page, table, list(group), lists))
        else:
            found += [_paragraph(page, piece, lists, items, lasts) for piece in group]
    found = find_footnotes(page, found)
    return add_embeds(page, join_verses(page, found), spans)


def _pieces(page: Page, spans: Sequence[Span]) -> Iterator[Piece]:
    base = page_base(page)
    places = Places(page)
    for block, kept in _kept(spans):
        line = read_line(page.blocks[block], kept, base)
        if line.text:
            yield Piece(block, line, places.place_of(block))


def _kept(spans: Sequence[Span]) -> list[tuple[int, list[tuple[int, int]]]]:
    """Each block that has body in it, and where its body text is.

    A byline in a sentence is part of it: "Harbour City, 9 May (Jane Roe) - The …".
    """
    kept: dict[int, list[tuple[int, int]]] = {}
    with_body: set[int] = set()
    body, byline = Label.BODY, Label.BYLINE
    for block, start, end, label, _, _ in spans:
        if label is body or label is byline:
            kept.setdefault(block, []).append((start, end))
            if label is body:
                with_body.add(block)
    return [(block, ranges) for block, ranges in kept.items() if block in with_body]


def _table(page: Page, table: int, pieces: Sequence[Piece], lists: dict[int, int]) -> Placed:
    found = read_table(page, table, {piece.block: piece.line for piece in pieces})
    place = pieces[0].place
    paragraph = Paragraph(
        found.kind,
        found.text,
        quote=place.quote,
        list_id=_list_id(place, lists),
        table=found.table,
    )
    return Placed(paragraph, tuple(piece.block for piece in pieces))


def _list_id(place: Place, lists: dict[int, int]) -> int | None:
    """The number of the innermost list; lists are numbered in the order of their first items."""
    return lists.setdefault(place.list, len(lists)) if place.list >= 0 else None


def _paragraph(
    page: Page, piece: Piece, lists: dict[int, int], items: set[int], lasts: dict[int, int]
) -> Placed:
    """The paragraph of one block. `items` are the items of lists that have begun."""
    block, line, place = piece
    if page.blocks[block].is_preformatted:
        return Placed(_code(page, piece, lists), (block,))
    if place is PLAIN:
        return Placed(Paragraph(Kind.PARAGRAPH, line.text, 0, line.marks), (block,))
    starts_item = place.item >= 0 and place.item not in items
    items.add(place.item)
    kind, level = _kind(page, place, starts_item)
    is_item = starts_item and kind in (Kind.LIST_ITEM, Kind.HEADING)
    paragraph = Paragraph(
        kind,
        line.text,
        level,
        _marks(line, kind),
        place.quote,
        None if kind in (Kind.HEADING, Kind.CAPTION) else _list_id(place, lists),
        number_of(page, place.item, place.list, lasts) if is_item else None,
    )
    return Placed(paragraph, (block,))


def _marks(line: Line, kind: Kind) -> tuple[Mark, ...]:
    """The marks of a line, but not bold print of a whole heading, which is bold by itself."""
    if kind is not Kind.HEADING:
        return line.marks
    return tuple(
        mark
        for mark in line.marks
        if mark.kind is not MarkKind.STRONG or (mark.start, mark.end) != (0, len(line.text))
    )


def _kind(page: Page, place: Place, starts_item: bool) -> tuple[Kind, int]:
    """The kind of a block that is no code, and its level."""
    if place.heading:
        return Kind.HEADING, place.heading
    if place.is_caption:
        return Kind.CAPTION, 0
    if place.item >= 0:
        kinds = {"dt": Kind.TERM, "dd": Kind.DEFINITION}
        kind = kinds.get(page.elements[place.item].tag, Kind.LIST_ITEM)
        return kind if starts_item else Kind.PARAGRAPH, max(place.depth, 1)
    return Kind.QUOTE if place.quote else Kind.PARAGRAPH, 0


def _code(page: Page, piece: Piece, lists: dict[int, int]) -> Paragraph:
    return Paragraph(
        Kind.CODE,
        piece.line.text,
        marks=piece.line.marks,
        quote=piece.place.quote,
        list_id=_list_id(piece.place, lists),
        language=language_of_code(page, piece.block),
    )
