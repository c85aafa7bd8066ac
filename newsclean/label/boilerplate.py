"""Which lines are boilerplate by their words, whatever their score."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.label.neighbours import CELLS
from newsclean.lexicon import Hit
from newsclean.lexicon.folding import fold
from newsclean.lexicon.lookups import button_words
from newsclean.model import Block, Page

# A short line that begins as boilerplate or holds a notice is no body: some pages print such lines
# as the last paragraph. Cross-validated by site, leaks fall by a twentieth on articles-en and by a
# fifth on news-cjk; body F1 moves by less than 0.0005 on every set.
NOTICES = frozenset({"notice.copyright", "notice.licence", "notice.disclaimer"})
GROUPS = frozenset(
    {"notice", "share", "related", "pager", "advert", "player", "comment", "endmark"}
)
# The longest line of that kind, and the longest row of buttons, in characters.
LONGEST_LINE, LONGEST_ROW = 80, 40
# A longer line must begin with a phrase of this length: "This article contains affiliate links"
# begins no other paragraph. Cross-validated by site, no set loses with anything from 18 to 30.
LONG_PHRASE = 18


def is_boilerplate(page: Page, block: Block, hits: Sequence[Hit]) -> bool:
    """Whether a block is a line of boilerplate: it begins so, holds a notice, or is only buttons.

    `hits` are what the lexicon finds in it. A cell of data is never boilerplate.
    """
    if len(block.text) > LONGEST_LINE:
        found = any(_begins(hit) and hit.end - hit.start >= LONG_PHRASE for hit in hits)
    else:
        found = any(hit.group in NOTICES or _begins(hit) for hit in hits)
        found = found or is_row_of_buttons(block.text)
    return found and not _is_data_cell(page, block)


def _begins(hit: Hit) -> bool:
    return hit.start <= 1 and hit.group.partition(".")[0] in GROUPS


def is_row_of_buttons(text: str) -> bool:
    """Whether a line has several words, each of which alone would be boilerplate.

    >>> is_row_of_buttons("分享 收藏 举报"), is_row_of_buttons("Share Reply")
    (True, True)
    >>> is_row_of_buttons("Share prices")
    False
    """
    words = fold(text).split() if len(text) <= LONGEST_ROW else []
    return len(words) > 1 and button_words(GROUPS).issuperset(words)


def _is_data_cell(page: Page, block: Block) -> bool:
    """Whether a block is all that a cell of a table has; the cells of a layout have more."""
    element = page.elements[block.element]
    return block.tag in CELLS and element.last - element.first == 1
