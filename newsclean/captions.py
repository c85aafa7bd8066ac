"""Which blocks are captions of pictures, by the elements that they stand in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsclean.model import Page

TAGS = frozenset({"figure", "figcaption"})
NAMES = re.compile(r"(?:^|[ _-])(?:[a-z]{0,16}captions?|photo-?text|pic-?text|bildunterschrift|legende|pie-?de-?foto)(?:$|[ _-])")
# A block of more words is the article's text.
LONGEST = 100
# What a figure may hold beside its caption: tables, lists, code, quotations.
TEXT = frozenset({"blockquote", "caption", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "li", "pre", "td", "th"})


def captions(page: Page, words: Sequence[float]) -> list[bool]:
    """Which blocks, by how many words each has, are captions: what their element, or the one around it, is or calls itself."""
    named: dict[str, bool] = {}
    holds = []
    for element in page.elements:
        names = element.names
        if names not in named:
            named[names] = NAMES.search(names) is not None
        holds.append(element.tag in TAGS or (named[names] and element.tag not in TEXT))
    found = []
    for block, count in zip(page.blocks, words, strict=True):
        parent = page.elements[block.element].parent
        inside = holds[block.element] or (parent >= 0 and holds[parent] and page.elements[parent].tag not in TEXT)
        found.append(inside and block.tag not in TEXT and count <= LONGEST)
    return found
