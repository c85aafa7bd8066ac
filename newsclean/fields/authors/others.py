"""Where pages print names of people who are no authors: tags and sections."""

from __future__ import annotations

from newsclean.fields.authors.links import addresses
from newsclean.fields.context import Context
from newsclean.text.patterns import lazy

TOPIC_NAMES = lazy(r"(?:^|[ _-])(?:tags?|topics?|keywords?|categor(?:y|ies))(?:$|[ _-])")
TOPIC_PAGE = lazy(r"/(?:tags?|topics?|keywords?|categor(?:y|ies)|cate?|channel|section|area)/")


def is_topic(context: Context, index: int) -> bool:
    """Whether a block is a tag or a section: by its class, its parent's, or where it links to."""
    block, elements = context.page.blocks[index], context.page.elements
    own = elements[block.element]
    around = elements[own.parent].class_names if own.parent >= 0 else ""
    if TOPIC_NAMES.search(own.class_names) or TOPIC_NAMES.search(around):
        return True
    return block.linked > 0 and any(map(TOPIC_PAGE.search, addresses(block)))
