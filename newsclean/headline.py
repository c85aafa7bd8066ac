"""Which block is the headline: the page's own title, printed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsclean.model import Block, Page

NOT_WORD = re.compile(r"[\W_]+")
TITLE_META = ("og:title", "twitter:title", "headline", "dc.title", "title", "articletitle")
# A shorter run of letters is found inside any title.
SHORTEST = 4
RANKS = {"h1": 3.0, "h2": 2.0, "h3": 1.0}


def find_headline(page: Page) -> int | None:
    """The index of the block that prints the headline, or None if no block does.

    That is the block that covers most of the page's title in its metadata, headings and earlier blocks first; failing that, the first h1.
    """
    said = [squeeze(text) for text in (page.metadata.title, *(page.metadata.first(name) for name in TITLE_META)) if text]
    best, best_score = None, 0.0
    for index, block in enumerate(page.blocks):
        if len(block.text) > 300 or block.hidden:
            continue
        score = _score(block, said)
        if score > best_score:
            best, best_score = index, score
    if best is None:
        best = next((index for index, block in enumerate(page.blocks) if block.tag == "h1" and len(block.text) >= SHORTEST), None)
    return best


def squeeze(text: str) -> str:
    """The letters and digits of a text, casefolded: what two printings of a headline share."""
    return NOT_WORD.sub("", text).casefold()


def _score(block: Block, said: Sequence[str]) -> float:
    """How surely the block is the headline: the share of a title that it covers, with a little for its rank and against a link."""
    text = block.text
    key = squeeze(text)
    if len(key) < SHORTEST:
        return 0.0
    cover = max((len(key) / len(title) for title in said if key in title), default=0.0)
    cover = max(cover, max((len(title) / len(key) for title in said if title and title in key), default=0.0))
    # Under a third it is as likely the site's name or a word of the menu.
    if cover < 0.34:
        return 0.0
    return cover + 0.15 * RANKS.get(block.tag, 0.0) - (0.3 if block.linked * 2 > len(text) else 0.0)
