"""The standfirst: what stands between headline and text and sums the article up, as the page's metadata do in the same words."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from newsclean.label import captions
from newsclean.metadata.meta_names import DESCRIPTION_META
from newsclean.model import Block, Page
from newsclean.text.match_key import match_key

SHORTEST, LONGEST = 20, 600


def descriptions(page: Page) -> set[str]:
    """What the metadata describe the page by, squeezed."""
    return {match_key(text) for name in DESCRIPTION_META if (text := page.metadata.first(name))}


def is_standfirst(
    page: Page, block: Block, title: str, described: Collection[str], held: Sequence[int]
) -> bool:
    """Whether a block is one of the descriptions, and neither the headline nor the blocks held for the text tell it again."""
    text = block.text
    # A page may be described by the caption of its picture.
    if (
        block.hidden
        or block.tag in captions.TAGS
        or not SHORTEST <= len(text) <= LONGEST
        or block.linked * 2 > len(text)
    ):
        return False
    told = match_key(text)
    if told not in described or told in match_key(title):
        return False
    return all(page.blocks[index] is block or text not in page.blocks[index].text for index in held)
