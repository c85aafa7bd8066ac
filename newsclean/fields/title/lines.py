"""What the lines of a headline have in common, and those above and below it."""

from __future__ import annotations

from newsclean.fields.context import Context
from newsclean.model import Block, Candidate, Label, Page, Span
from newsclean.text.patterns import lazy

LONGEST_TITLE = 300
BREADCRUMB = lazy(r"[>›»/]|首页|首頁|当前位置|您现在的位置|所在位置|ホーム|トップ")
LABELLED = lazy(
    r"^\S{0,8}(?:来源|來源|时间|時間|作者|记者|記者|编辑|編輯|責編|责编|出典|출처|원제|原标题|原题|原題)"
    r"\s{0,3}[:：]|^By\s|^\(|^（|^本报"
)


def whole_block(block: Block, index: int, label: Label, rule: str) -> Span:
    """The span of all the text of a block."""
    return Span(index, 0, len(block.text), label, rule)


def line_candidate(page: Page, index: int, value: str, label: Label, origin: str) -> Candidate[str]:
    """The candidate for a value that block `index` holds."""
    block = page.blocks[index]
    return Candidate(value, origin, block.text, (whole_block(block, index, label, origin),))


def is_line(context: Context, block: Block) -> bool:
    """Whether a block can be a line of a headline: no link, menu, date, byline or label."""
    text = block.text
    if block.hidden or len(text) > LONGEST_TITLE or block.link_density > 0.5:
        return False
    if LABELLED.search(text) or BREADCRUMB.search(text):
        return False
    return not context.dates(text)


def class_names(page: Page, block: Block) -> str:
    """The class names of the block's element and of the inline elements in it."""
    if not block.pieces:
        return page.elements[block.element].class_names
    inline_names = (element.class_names for element in block.inline_elements)
    return " ".join((page.elements[block.element].class_names, *inline_names))
