"""What is kept or dropped as a whole, whatever its parts score.

These are tables of data, notes, and quotations with the line that says whose they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsclean.label.regions import Region
from newsclean.label.tables import is_data_table, tables_in_figures
from newsclean.model import Block, Inline, Page
from newsclean.text.patterns import lazy
from newsclean.text.ranges import RangeIndex

TABLE, NOTE, WHOSE = "table", "note", "whose quotation"
# A table with this share of body text is body; so is one between body blocks that is not links. Of
# the 2,533 labelled pages none changes with shares of 0.15 and 0.6, since the cells of a table have
# one score; with links up to 0.35 one gains 0.02, with 0.9 one gains 0.05.
BODY_SHARE, MOSTLY_LINKS = 0.3, 0.7
# A reference to a note is a number, letter or sign, raised or in brackets. With 6 and 24 characters
# none of these pages changes.
LONGEST_REFERENCE = 12
BRACKETED = lazy(r"\[[^\[\]]{1,10}\]")
DASHES = ("—", "–", "―", "-")
# The element that a reference leads to holds the note and hardly anything else. In blocks. With 6
# one of these pages loses 0.16, with 12 no more.
MOST_BLOCKS = 3


def keep_whole(page: Page, rules: Sequence[str], regions: Sequence[Region | None]) -> list[str]:
    """The rules that make blocks body, "" where none does, with these things made whole."""
    found = [*rules]
    for first, last in (*_tables(page), *_captioned_tables(page)):
        blocks = [index for index in range(first, last) if not page.blocks[index].hidden]
        if not blocks:
            continue
        is_body = _is_body(page, found, regions, blocks)
        for index in blocks:
            found[index] = (found[index] or TABLE) if is_body else ""
    for index in _notes(page, found):
        found[index] = found[index] or NOTE
    for index in _whose(page, found):
        found[index] = found[index] or WHOSE
    return found


def _tables(page: Page) -> Iterator[tuple[int, int]]:
    """The first block of each table of data, and the one after its last."""
    for index, element in enumerate(page.elements):
        if element.tag == "table" and is_data_table(page, index):
            yield element.first, element.last


def _captioned_tables(page: Page) -> Iterator[tuple[int, int]]:
    """The same for figures of nothing but a table of data and its caption."""
    for figure, table in tables_in_figures(page).items():
        outer, inner = page.elements[figure], page.elements[table]
        if outer.last - outer.first - (inner.last - inner.first) == 1:
            yield outer.first, outer.last


def _is_body(
    page: Page, rules: Sequence[str], regions: Sequence[Region | None], blocks: Sequence[int]
) -> bool:
    """Whether a table is body: by its own cells, or by the blocks before and after it."""
    sizes = [(len(page.blocks[index].text), page.blocks[index].linked, index) for index in blocks]
    total = sum(size for size, _, _ in sizes)
    if sum(size for size, _, index in sizes if rules[index]) >= BODY_SHARE * total:
        return True
    # A region inside of a table is of something that only looks like teasers or comments.
    in_region = all(regions[index] for index in blocks)
    if in_region or sum(linked for _, linked, _ in sizes) > MOSTLY_LINKS * total:
        return False
    before, after = blocks[0] - 1, blocks[-1] + 1
    while before >= 0 and page.blocks[before].hidden:
        before -= 1
    while after < len(page.blocks) and page.blocks[after].hidden:
        after += 1
    return before >= 0 and after < len(page.blocks) and bool(rules[before] and rules[after])


def _notes(page: Page, rules: Sequence[str]) -> Iterator[int]:
    """The blocks of the notes that body blocks refer to."""
    ids = {
        fragment
        for block, rule in zip(page.blocks, rules, strict=True)
        if rule and block.linked and _has_fragment(block)
        for fragment in _references(block.text, block.placed)
    }
    if not ids:
        return
    for element in page.elements:
        if element.id in ids and element.last - element.first <= MOST_BLOCKS:
            for index in range(element.first, element.last):
                if not page.blocks[index].hidden:
                    yield index


def _has_fragment(block: Block) -> bool:
    """Whether a link in a block leads to an element, of this page or another."""
    return any("#" in piece.href for piece in block.pieces if isinstance(piece, Inline))


def _references(text: str, placed: Sequence[tuple[Inline, int, int]]) -> Iterator[str]:
    """The fragments that raised or bracketed links in a text lead to."""
    raised = RangeIndex(
        (start, end) for inline, start, end in placed if inline.tag == "sup" and start
    )
    for inline, start, end in placed:
        fragment = inline.href.rpartition("#")[2] if "#" in inline.href else ""
        if not fragment or end - start > LONGEST_REFERENCE:
            continue
        if raised.touches(start, end) or BRACKETED.fullmatch(text, start, end):
            yield fragment


def _whose(page: Page, rules: Sequence[str]) -> Iterator[int]:
    """The last lines of quotations that begin with a dash, below a line of the body."""
    for element in page.elements:
        last = element.last - 1
        if element.tag == "blockquote" and last > element.first:
            block = page.blocks[last]
            if rules[last - 1] and block.text.startswith(DASHES) and not block.hidden:
                yield last
