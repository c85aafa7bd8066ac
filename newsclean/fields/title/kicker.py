"""The kicker (引题): the line above the headline that belongs to it."""

from __future__ import annotations

import re

from newsclean.fields.context import Context
from newsclean.fields.title.lines import class_names, is_line, line_candidate
from newsclean.label.headline import HEADLINE_TAGS
from newsclean.model import Block, Candidate, Label, Page
from newsclean.text.match_key import match_key
from newsclean.text.patterns import lazy
from newsclean.text.scripts import HAN, KANA, count_han_and_kana
from newsclean.text.sentences import CLAUSE_ENDS

KICKER_NAMES = lazy(
    r"kicker|eyebrow|pre-?title|sup(?:er)?-?title|over-?line|top-?line|roof-?line|yin-?ti|shoulder"
    r"|intro-?title|dachzeile|spitzmarke|antetitulo|surtitre|volanta|occhiello|\br[uo]o?-?titr|\byt\b|__topic"
)
# Words on the state of the article, which tell nothing of its subject.
STATE = lazy(
    r"(?:last )?updated|aktualisiert|mis à jour|actualizado|live|breaking(?: news)?|sponsored"
    r"|anzeige|exclusive",
    re.I,
)
HAN_OR_KANA = lazy(f"[{KANA}{HAN}]")
SHORTEST_KICKER, LONGEST_KICKER = 4, 60
# A kicker without a class name of its own is a phrase rather than a word: 云州要闻 is a section,
# 美丽云州·湿地故事 is a kicker.
SHORTEST_PHRASE = 7
# A heading of fewer words names a section.
FEWEST_WORDS = 4
MAY_BE_KICKER = ("h2", "h3", "h4", "h5", "p", "div", "td")


def find_kicker(context: Context, headline: int) -> Candidate[str] | None:
    """The displayed line above the headline, unless it is a section, a menu or a byline."""
    page, above = context.page, headline - 1
    while above >= 0 and page.blocks[above].hidden:
        above -= 1
    if above < 0:
        return None
    block, head = page.blocks[above], page.blocks[headline]
    if not _may_be_kicker(context, block, head):
        return None
    is_phrase = is_wide_phrase(block.text) and (page.plain or is_beside(page, block, head))
    is_phrase = is_phrase or _is_heading_beside(page, block, head)
    if not is_phrase and not KICKER_NAMES.search(class_names(page, block)):
        return None
    return line_candidate(page, above, block.text, Label.KICKER, "line above the headline")


def _may_be_kicker(context: Context, block: Block, head: Block) -> bool:
    text = block.text
    if not SHORTEST_KICKER <= len(text) <= LONGEST_KICKER or STATE.fullmatch(text):
        return False
    return is_line(context, block) and match_key(text) not in match_key(head.text)


def is_wide_phrase(text: str) -> bool:
    """Whether a text is a phrase in Chinese or Japanese, and no sentence.

    >>> is_wide_phrase("美丽云州·湿地故事"), is_wide_phrase("云州要闻")
    (True, False)
    """
    count = count_han_and_kana(text)
    return count >= SHORTEST_PHRASE and count > len(text) / 2 and not text.endswith(CLAUSE_ENDS)


def _is_heading_beside(page: Page, block: Block, head: Block) -> bool:
    """Whether a line is a heading of some words, unlinked, in the element of the headline."""
    if block.tag not in HEADLINE_TAGS or block.links or len(block.text.split()) < FEWEST_WORDS:
        return False
    return page.elements[block.element].parent == page.elements[head.element].parent


def is_beside(page: Page, block: Block, head: Block) -> bool:
    """Whether two blocks stand in the same element, or in cells of two rows of one table."""
    if block.element == head.element:
        return True
    return _container(page, block) == _container(page, head) and block.tag in MAY_BE_KICKER


def _container(page: Page, block: Block) -> int:
    """The element around a block's own; for a table cell, the element around its row."""
    element = page.elements[block.element]
    if element.tag == "td" and element.parent >= 0:
        return page.elements[element.parent].parent
    return element.parent
