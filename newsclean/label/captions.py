"""Which blocks are captions of pictures, by their elements."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.label.class_names import ClassNames, NamePattern
from newsclean.label.tables import tables_in_figures
from newsclean.model import Page
from newsclean.parse.class_words import CAPTION_NAME, CAPTION_STATE

CAPTION = NamePattern(
    CAPTION_NAME, ("caption", "photo", "pic", "bildunterschrift", "legende", "foto")
)
TAGS = frozenset({"figure", "figcaption"})
# A block of more words is the article's text. Cross-validated by site, body F1 of articles-en and
# news-fields is within 0.0003 with anything from 60 to 120.
LONGEST = 100
# What a figure may hold beside its caption: tables, lists, code, quotations.
TEXT = frozenset(
    "blockquote caption dd dt h1 h2 h3 h4 h5 h6 li pre td th".split(),
)


def captions(page: Page, words: Sequence[float], names: ClassNames) -> list[bool]:
    """Which blocks are captions: those in an element, or in a child of one, that is named so.

    `words` is how many words each block has, and `names` are those of the page's elements.
    """
    elements = page.elements
    named = {name for name in names.found_by(CAPTION) if _is_caption(name)}
    holds = {
        index
        for index, element in enumerate(elements)
        if element.tag in TAGS or (element.class_names in named and element.tag not in TEXT)
    } - _captions_of_tables(page)
    if not holds:
        return [False] * len(page.blocks)
    containers = {index for index in holds if elements[index].tag not in TEXT}
    return [
        (block.element in holds or elements[block.element].parent in containers)
        and block.tag not in TEXT
        and count <= LONGEST
        for block, count in zip(page.blocks, words, strict=True)
    ]


def _captions_of_tables(page: Page) -> set[int]:
    """The captions that stand with a table of data in a figure: they go with the table."""
    figures = tables_in_figures(page)
    if not figures:
        return set()
    return {
        index
        for index, element in enumerate(page.elements)
        if element.tag == "figcaption" and element.parent in figures
    }


def _is_caption(name: str) -> bool:
    """Whether a class name says that its element is a caption, and not that it has one."""
    return CAPTION_NAME.search(CAPTION_STATE.sub("", name)) is not None
