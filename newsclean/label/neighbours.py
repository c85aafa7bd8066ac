"""What the blocks around a block say about it.

What stands between two paragraphs is body, and links that end the text are not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newsclean.label.desk_credits import below_desk_credits
from newsclean.label.last_lines import last_lines
from newsclean.label.main_part import main_blocks
from newsclean.label.quotations import quotations
from newsclean.model import Block, Element, Page
from newsclean.parse.elements import TABLE_CELLS

CELLS = TABLE_CELLS | {"caption"}
# Between a paragraph in a cell and its table are the cell, a row and a group of rows. With 2 and 8,
# none of these pages changes.
CELL_TO_TABLE = 4
# What is body between paragraphs of the body, as one thing of several blocks or by itself, from the
# score LOWEST_BETWEEN on: of 91 such headings 57 are body, of 30 lists 23, of 39 tables 27, of 24
# quotations 19. Anything from 0.05 to 0.25 does as well.
SEVERAL = frozenset({"table", "ul", "ol", "blockquote"})
HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
ALONE = HEADINGS | {"blockquote"}
THINGS = SEVERAL | ALONE
LOWEST_BETWEEN = 0.15
# Headings, cells of tables and code anywhere between the paragraphs of the element that holds most
# of the body are body from these scores on. Out of fold, body F1 rises by 0.001 on articles-en and
# by 0.002 to 0.003 on other pages; of the other sets none falls by more than 0.001.
MAIN_LOWEST = {
    **dict.fromkeys(HEADINGS | TABLE_CELLS, LOWEST_BETWEEN),
    "pre": 0.05,
}
# A heading, or a short line that is all bold, right between two blocks of the body is body from
# this score on. Out of fold, of 75 such bold lines that were none before 57 are in the gold, and of
# 19 such headings with less than LOWEST_BETWEEN 17.
LOWEST_BOLD, LONGEST_BOLD = 0.05, 80
# With a lower score none of these rules makes a block body.
LEAST = min(LOWEST_BOLD, LOWEST_BETWEEN, *MAIN_LOWEST.values())


def body_rules(page: Page, scores: Sequence[float], threshold: float) -> list[str]:
    """The rule that makes each block body; "" if it is not body.

    A block is body by its own "score", from the threshold on, or because it is "between"
    paragraphs.
    """
    likely = [score >= threshold for score in scores]
    below = below_desk_credits(page, likely)
    likely = [is_likely and index not in below for index, is_likely in enumerate(likely)]
    last = last_lines(page, likely)
    body = [is_likely and index not in last for index, is_likely in enumerate(likely)]
    # Only now: a heading over links at the end would stand between paragraphs.
    promoted = promote_between(page, body, scores)
    quoted = quotations(page, likely, scores)
    return [
        "score" if is_body else "between" if is_between or index in quoted else ""
        for index, (is_body, is_between) in enumerate(zip(body, promoted, strict=True))
    ]


def promote_between(page: Page, body: Sequence[bool], scores: Sequence[float]) -> list[bool]:
    """Which blocks belong to a heading, table, list, quotation or code between body paragraphs.

    The paragraphs are in the same element as the whole thing; or, for headings, cells and code,
    anywhere in the element that holds most of the body.
    """
    found = [False] * (len(body) + 1)
    if not any(body):
        return found[:-1]
    beside = _paragraphs_by_parent(page, body)
    main = _main_paragraphs(page, body)
    body = [*body, False]
    # From the end, since a heading is body if what it stands over is.
    for index in reversed(range(len(page.blocks))):
        if scores[index] < LEAST:
            continue
        block = page.blocks[index]
        tag = role_of(page.elements, block)
        if scores[index] >= LOWEST_BOLD and index and _is_title(block):
            found[index] = body[index - 1] and (body[index + 1] or found[index + 1])
        if body[index] or scores[index] < MAIN_LOWEST.get(tag, LOWEST_BETWEEN):
            continue
        is_in_main = tag in MAIN_LOWEST and index in main
        is_over_body = tag not in HEADINGS or body[index + 1] or found[index + 1]
        found[index] |= (is_in_main and is_over_body) or _is_beside(page, block, index, beside)
    return found[:-1]


def _is_title(block: Block) -> bool:
    """Whether a block is a heading, or a short line that is all bold and no link."""
    if block.tag in HEADINGS:
        return True
    is_bold = block.bold >= len(block.text) and not block.linked
    return block.tag not in TABLE_CELLS and is_bold and len(block.text) <= LONGEST_BOLD


def _paragraphs_by_parent(page: Page, body: Sequence[bool]) -> dict[int, range]:
    """An element -> the blocks from its first to its last body paragraph."""
    found: dict[int, range] = {}
    for index, (block, is_body) in enumerate(zip(page.blocks, body, strict=True)):
        if is_body and block.tag == "p":
            parent = page.elements[block.element].parent
            found[parent] = range(found.get(parent, range(index, 0)).start, index + 1)
    return found


def _is_beside(page: Page, block: Block, index: int, paragraphs: Mapping[int, range]) -> bool:
    """Whether a block belongs to a thing that has body paragraphs before and after it."""
    elements = page.elements
    is_alone = block.tag in ALONE
    thing = block.element if is_alone else container_of(elements, block, role_of(elements, block))
    if thing < 0 or elements[thing].tag not in THINGS:
        return False
    return index in paragraphs.get(elements[thing].parent, ())


def _main_paragraphs(page: Page, body: Sequence[bool]) -> range:
    """The blocks from the first to the last paragraph of the element that holds most body."""
    main = main_blocks(page, body)
    paragraphs = [i for i in main if body[i] and page.blocks[i].tag not in MAIN_LOWEST]
    return range(paragraphs[0], paragraphs[-1]) if paragraphs else range(0)


def role_of(elements: Sequence[Element], block: Block) -> str:
    """The tag of a block; that of the cell for a paragraph that is all a cell has.

    For a section that is all of an item, as editors of WeChat write lists, it is that of the item.
    Only a fixture shows this; it is not measured.
    """
    outer = elements[max(elements[block.element].parent, 0)]
    if outer.last - outer.first != 1:
        return block.tag
    is_held = outer.tag in TABLE_CELLS or is_section_of_item(elements, block)
    return outer.tag if is_held else block.tag


def is_section_of_item(elements: Sequence[Element], block: Block) -> bool:
    if block.tag != "section":
        return False
    parent = elements[block.element].parent
    return parent >= 0 and elements[parent].tag == "li"


def container_of(elements: Sequence[Element], block: Block, role: str) -> int:
    """The element that holds a block and its siblings: the table of a cell, else the parent."""
    container = parent = elements[block.element].parent
    if is_section_of_item(elements, block):
        return elements[parent].parent
    if role not in CELLS:
        return parent
    for _ in range(CELL_TO_TABLE):
        if container < 0 or elements[container].tag == "table":
            break
        container = elements[container].parent
    is_table = container >= 0 and elements[container].tag == "table"
    return container if is_table else parent
