"""Which quotations of a few lines belong to the body although they stand apart from it."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.model import Page
from newsclean.parse.class_words import QUOTE_NAMES
from newsclean.text.match_key import match_key

OPENING_QUOTES = frozenset("“„‟\"‘'«»「『")
# A block between blocks of the likely body that begins with a quotation mark, in an element that is
# named for a quotation, is body from this score on, unless the text has it as well. On the 1,837
# labelled articles this changes nothing; without the name, four pages lose 0.02 each and two gain.
LOWEST = 0.15


def quotations(page: Page, likely: Sequence[bool], scores: Sequence[float]) -> set[int]:
    """The blocks that are quotations of the body, of those that are not likely body by their score.

    >>> from newsclean.parse import parse
    >>> page = parse("<p>It sails.<div class=quote>“At last!” – Ada</div><p>It is full.")
    >>> quotations(page, [True, False, True], [0.9, 0.2, 0.9])
    {1}
    >>> quotations(page, [True, False, False], [0.9, 0.2, 0.2])
    set()
    """
    body = [index for index, is_likely in enumerate(likely) if is_likely]
    if not body:
        return set()
    found = {
        index
        for index in range(body[0], body[-1])
        if not likely[index] and scores[index] >= LOWEST and _is_quotation(page, index)
    }
    text = match_key(" ".join(page.blocks[index].text for index in body)) if found else ""
    return {index for index in found if match_key(page.blocks[index].text) not in text}


def _is_quotation(page: Page, index: int) -> bool:
    block = page.blocks[index]
    if block.text[:1] not in OPENING_QUOTES or 2 * block.linked > len(block.text):
        return False
    element = page.elements[block.element]
    around = page.elements[max(element.parent, 0)]
    return any(QUOTE_NAMES.search(one.class_names) for one in (element, around))
