"""Which blocks an article does not end with: links, labels of what follows, addresses and signs."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.model import Block, Page
from newsclean.parse.elements import HEADINGS, TABLE_CELLS
from newsclean.text.characters import text_length
from newsclean.text.patterns import lazy
from newsclean.text.sentences import COLONS

# An article does not end with a block of higher link density: it leads to another article.
# Cross-validated by site, leaks on news-cjk are halved, and body F1 moves by 0.001 at most.
LAST_LINKED = 0.9
# A last line that ends in a colon is the label of something that is no body, such as links, and one
# that ends in an address is about the newsroom or the source. Out of fold, of 61 labels on 48 pages
# 49 are not in the gold, of 23 lines with an address 19, and of 14 lines without letters none is.
LONGEST_LINE = 80
MAIL = r"[\w+-]@[\w-]{1,63}\.[\w.-]{2,63}|(?<!\w)@\w{2,30}"
ADDRESS = lazy(rf"(?:https?://\S{{1,80}}|\bwww\.\S{{1,80}}|{MAIL})[)\].]?$")
# A longer line that ends with a mail address or a handle says how to reach the author. In letters;
# of seven such last lines five are not in the gold.
LONGEST_CONTACT = 160
CONTACT = lazy(rf"(?:{MAIL})[)\].]?$")
LETTER = lazy(r"[^\W_]")
OVER_LINKS = frozenset(HEADINGS) - {"h1"} | {"blockquote"}


def last_lines(page: Page, body: Sequence[bool]) -> set[int]:
    """The blocks at the end of the body that are no part of it, with the heading over them.

    None if they are half of its text.
    """
    body_blocks = [index for index, is_body in enumerate(body) if is_body]
    found: set[int] = set()
    for index in reversed(body_blocks):
        block = page.blocks[index]
        is_over = bool(found) and block.tag in OVER_LINKS
        if not is_over and not _leads_away(page, block):
            break
        found.add(index)
        if not _leads_away(page, block):
            break
    length = sum(len(page.blocks[index].text) for index in body_blocks)
    return found if 2 * sum(len(page.blocks[index].text) for index in found) < length else set()


def _leads_away(page: Page, block: Block) -> bool:
    """Whether a block is only links, a label, an address, or a line of signs.

    A cell with one block is data; that of a layout has more.
    """
    element = page.elements[block.element]
    is_cell = block.tag in TABLE_CELLS and element.last - element.first == 1
    if is_cell or block.tag == "caption":
        return False
    text = block.text.rstrip()
    return (
        block.linked > LAST_LINKED * len(text)
        or (len(text) <= LONGEST_LINE and _is_tail(text))
        or (text_length(text) <= LONGEST_CONTACT and bool(CONTACT.search(text)))
    )


def _is_tail(text: str) -> bool:
    """Whether a line is one that other text follows, or is about the newsroom.

    >>> _is_tail("On the web:"), _is_tail("More at www.example.org"), _is_tail("___")
    (True, True, True)
    >>> _is_tail("The ferry sails at noon.")
    False
    """
    return text.endswith(COLONS) or bool(ADDRESS.search(text)) or not LETTER.search(text)
