"""Which tables are tables of data, not of layout."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.model import Element, Page
from newsclean.parse.elements import TABLE_CELLS

# In characters. Longer cells are the columns of a layout, unless they are few. Out of fold, on the
# 2,533 labelled pages two lose 0.01 with 100 characters, none changes with 400. Of the share of
# long cells, with 0.12 one gains 0.04 and one loses 0.004, with 0.5 one loses 0.02.
LONGEST_CELL = 200
MOST_LONG_CELLS = 0.25
# A cell with more blocks is a column of a layout. With 6 two of these pages gain 0.03 and one loses
# a little, with 24 none changes.
MOST_BLOCKS = 12
# A column has at least so many blocks, and is a menu if more than this share of it is links. None
# of the 1,443 tables of data on these pages has both a menu and a column with most of its text.
FEWEST_IN_COLUMN, MENU_LINKS = 3, 0.85
# The page's own structure stands in tables of layout only.
OF_LAYOUT = frozenset({"h1", "h2", "table", "form", "nav", "article", "header", "footer"})
# A row or column of more is a mistake: it is the most columns that browsers let a cell span.
MOST_SPAN = 1000


def is_data_table(page: Page, table: int) -> bool:
    """Whether a table is one of data, not of layout.

    It has two rows, or one of short cells, with two cells in a row; its cells are short, and hold
    nothing that a page is built of.
    """
    root = page.elements[table]
    if root.role in ("presentation", "none"):
        return False
    rows: dict[int, list[Element]] = {}
    for index in range(table + 1, len(page.elements)):
        element = page.elements[index]
        if element.first >= root.last:
            break
        if element.tag in OF_LAYOUT:
            return False
        if element.tag in TABLE_CELLS:
            rows.setdefault(element.parent, []).append(element)
    cells = [cell for row in rows.values() for cell in row]
    if not any(_width(row) > 1 for row in rows.values()):
        return False
    if len(rows) == 1 and not all(cell.last - cell.first == 1 for cell in cells):
        return False
    if any(cell.last - cell.first > MOST_BLOCKS for cell in cells) or _has_columns(page, cells):
        return False
    long = sum(_length(page, cell) > LONGEST_CELL for cell in cells)
    return long <= (MOST_LONG_CELLS * len(cells) if len(rows) > 1 else 0)


def _has_columns(page: Page, cells: Sequence[Element]) -> bool:
    """Whether cells are the columns of a page: one has most of the text, and one is a menu."""
    columns = [cell for cell in cells if cell.last - cell.first >= FEWEST_IN_COLUMN]
    most = max((_length(page, cell) for cell in columns), default=0)
    if most <= LONGEST_CELL or 2 * most <= sum(_length(page, cell) for cell in cells):
        return False
    return any(_linked(page, cell) > MENU_LINKS * _length(page, cell) for cell in columns)


def tables_in_figures(page: Page) -> dict[int, int]:
    """A figure -> the table of data in it, whose caption the figure has."""
    found: dict[int, int] = {}
    for index in [index for index, one in enumerate(page.elements) if one.tag == "table"]:
        figure = _figure_around(page, page.elements[index])
        if figure is not None and figure not in found and is_data_table(page, index):
            found[figure] = index
    return found


def _figure_around(page: Page, table: Element) -> int | None:
    """The figure that a table is in, by itself or in a wrapper that scrolls."""
    parent = table.parent
    if parent >= 0 and page.elements[parent].tag == "div":
        parent = page.elements[parent].parent
    return parent if parent >= 0 and page.elements[parent].tag == "figure" else None


def _width(row: Sequence[Element]) -> int:
    """How many cells a row has, empty ones included, as far as one with text follows them."""
    return max(len(row), 1 + max(number_in(cell, "column", 0) for cell in row))


def number_in(element: Element, name: str, default: int) -> int:
    """The number that an attribute of a cell states."""
    value = dict(element.attributes).get(name, "").strip()
    return min(int(value), MOST_SPAN) if value.isdecimal() and len(value) < 7 else default


def _length(page: Page, cell: Element) -> int:
    return sum(len(block.text) for block in page.blocks[cell.first : cell.last])


def _linked(page: Page, cell: Element) -> int:
    return sum(block.linked for block in page.blocks[cell.first : cell.last])
