"""Tables of data: which tables they are, and their rows and cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from newsclean.assemble.lines import Line, join_lines
from newsclean.label.tables import number_in
from newsclean.model import Cell, Element, Kind, MarkKind, Page, Paragraph, Table
from newsclean.parse.elements import TABLE_CELLS

BETWEEN_CELLS = " | "


def read_table(page: Page, table: int, lines: Mapping[int, Line]) -> Paragraph:
    """The paragraph of a table, from the text of those of its blocks that are kept."""
    caption: list[str] = []
    cells: dict[int, list[Line]] = {}
    for block, line in lines.items():
        cell = _cell_of(page, block, table)
        if cell is None:
            caption.append(line.text)
        else:
            cells.setdefault(cell, []).append(line)
    rows = [
        _row([(page.elements[cell], cells[cell]) for cell in row])
        for _, row in groupby(cells, lambda cell: page.elements[cell].parent)
    ]
    found = Table(tuple(_with_header(rows)), " ".join(caption))
    return Paragraph(Kind.TABLE, text_of(found), table=found)


def text_of(table: Table) -> str:
    """The caption and the rows of a table, one a line.

    >>> text_of(Table(((Cell("Port"), Cell("")), (Cell("Holm"), Cell("6"))), "Trips"))
    'Trips\\nPort |\\nHolm | 6'
    """
    rows = (BETWEEN_CELLS.join(cell.text for cell in row).rstrip() for row in table.rows)
    return "\n".join(filter(None, (table.caption, *rows)))


def _cell_of(page: Page, block: int, table: int) -> int | None:
    """The cell of a table that a block is in; None if it is in none, such as a caption."""
    if not page.elements[table].first <= block < page.elements[table].last:
        return None
    for index in page.ancestors(page.blocks[block].element):
        if index == table:
            break
        if page.elements[index].tag in TABLE_CELLS:
            return index
    return None


def _row(cells: Sequence[tuple[Element, Sequence[Line]]]) -> tuple[Cell, ...]:
    """A row with its empty cells, as far as one with text follows them."""
    row: list[Cell] = []
    column = 0
    for element, lines in cells:
        row += [Cell("")] * (number_in(element, "column", column) - column)
        columns = max(number_in(element, "colspan", 1), 1)
        line = join_lines(lines, " ")
        row.append(
            Cell(
                line.text.replace("\n", " "),
                element.tag == "th",
                columns,
                max(number_in(element, "rowspan", 1), 1),
                line.marks,
            )
        )
        column = number_in(element, "column", column) + columns
    return tuple(row)


def _with_header(rows: Sequence[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """The rows, the first of several cells as header if it is all bold and no other row is.

    Word processors and most editors have no other way to write the head of a table.
    """
    if any(cell.header for row in rows for cell in row):
        return [*rows]
    bold = [row for row in rows if len(row) > 1 and all(map(_is_bold, row))]
    first = next((row for row in rows if len(row) > 1), None)
    if len(bold) != 1 or bold[0] is not first or rows[-1] is first:
        return [*rows]
    header = tuple(replace(cell, header=True) for cell in first)
    return [header if row is first else row for row in rows]


def _is_bold(cell: Cell) -> bool:
    whole = 0, len(cell.text)
    return any(
        mark.kind is MarkKind.STRONG and (mark.start, mark.end) == whole for mark in cell.marks
    )
