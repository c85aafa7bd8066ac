"""Body spans -> paragraphs of their kinds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from newsclean.model import Element, Kind, Label, Page, Paragraph, Span

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
CELLS = frozenset({"td", "th"})
LISTS = frozenset({"ul", "ol", "menu", "dir"})
# The tags that can say what kind of paragraph is inside them; most around one do not.
TELLING = frozenset(
    {*HEADINGS, *CELLS, *LISTS, "figcaption", "caption", "pre", "li", "dd", "dt", "blockquote"}
)
BETWEEN_CELLS = " | "
# A cell of a table of data; longer ones are the columns of a layout.
LONGEST_CELL = 200


def paragraphs_of(page: Page, spans: Sequence[Span]) -> tuple[Paragraph, ...]:
    """The body's paragraphs in page order. The cells of a row of data are one paragraph."""
    found: list[Paragraph] = []
    last_row = -1
    for block, text in _texts(page, spans):
        kind, level, row = _kind(page, block)
        if kind is Kind.TABLE and row == last_row and found:
            found[-1] = Paragraph(Kind.TABLE, found[-1].text + BETWEEN_CELLS + text)
        else:
            found.append(Paragraph(kind, text, level))
        last_row = row if kind is Kind.TABLE else -1
    return tuple(found)


def _texts(page: Page, spans: Sequence[Span]) -> Iterator[tuple[int, str]]:
    """Each block that has body in it, and its body text. A byline in a sentence is part of it: "Harbour City, 9 May (Jane Roe) - The …"."""
    kept: defaultdict[int, list[Span]] = defaultdict(list)
    body, byline = Label.BODY, Label.BYLINE
    for span in spans:
        label = span.label
        if label is body or label is byline:
            kept[span.block].append(span)
    for block, pieces in kept.items():
        if body in [span.label for span in pieces]:
            whole = page.blocks[block].text
            text = "".join([whole[span.start : span.end] for span in pieces]).strip()
            if text:
                yield block, text


def _kind(page: Page, block: int) -> tuple[Kind, int, int]:
    """The kind of a block, its level, and the element that is its table row (-1 if it is in none)."""
    kind, level, lists = Kind.PARAGRAPH, 0, 0
    index = page.blocks[block].element
    while index >= 0:
        element = page.elements[index]
        index = element.parent
        tag = element.tag
        if tag not in TELLING:
            continue
        if tag in HEADINGS and kind is Kind.PARAGRAPH:
            return Kind.HEADING, HEADINGS[tag], -1
        if tag == "figcaption" or tag == "caption":
            return Kind.CAPTION, 0, -1
        if tag == "pre":
            return Kind.CODE, 0, -1
        if tag in CELLS and kind is Kind.PARAGRAPH and _is_data(page, element):
            return Kind.TABLE, 0, element.parent
        if (tag == "li" or tag == "dd" or tag == "dt") and kind is Kind.PARAGRAPH:
            kind = Kind.LIST_ITEM
        elif tag == "blockquote" and kind is Kind.PARAGRAPH:
            kind = Kind.QUOTE
        lists += tag in LISTS
    if kind is Kind.LIST_ITEM:
        level = max(lists, 1)
    return kind, level, -1


def _is_data(page: Page, cell: Element) -> bool:
    """Whether a cell is one of a row of short cells, not a column of a layout."""
    row = page.elements[cell.parent] if cell.parent >= 0 else cell
    several = row.last - row.first > cell.last - cell.first
    return (
        several
        and cell.last - cell.first <= 2
        and len(page.blocks[cell.first].text) <= LONGEST_CELL
    )
