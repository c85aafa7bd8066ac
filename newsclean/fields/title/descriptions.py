"""The subtitle that repeats the page's description."""

from __future__ import annotations

from collections.abc import Collection

from newsclean.fields.context import Context
from newsclean.label import captions
from newsclean.metadata.meta_names import DESCRIPTION_META
from newsclean.model import Block, Page
from newsclean.text.match_key import match_key

SHORTEST, LONGEST = 20, 600


def descriptions(page: Page) -> set[str]:
    """The match keys of the descriptions in the page's metadata."""
    return {match_key(text) for name in DESCRIPTION_META if (text := page.metadata.first(name))}


def is_description(context: Context, block: Block, title: str, described: Collection[str]) -> bool:
    """Whether a block is one of the descriptions, and neither the title nor the body contains it.

    `described` are the match keys of the descriptions.
    """
    # The description of some pages is the caption of their picture.
    if block.hidden or block.tag in captions.TAGS or block.link_density > 0.5:
        return False
    if not SHORTEST <= len(block.text) <= LONGEST:
        return False
    key = match_key(block.text)
    if key not in described or key in match_key(title):
        return False
    body = (context.page.blocks[index] for index in context.body_blocks)
    return all(other is block or block.text not in other.text for other in body)
