"""Where pages print names of people who are no authors: tags, and the comments of readers."""

from __future__ import annotations

from newsclean.fields.authors.links import addresses
from newsclean.fields.context import Context
from newsclean.parse.class_words import COMMENT_NAMES
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


def is_commenter(context: Context, index: int) -> bool:
    """Whether a block names readers: it is below the body, in an element for comments.

    One around the headline is named so because the page has comments.
    """
    elements, headline = context.page.elements, context.headline
    if context.body_blocks and index < context.body_blocks[-1]:
        return False
    for at in context.page.ancestors(context.page.blocks[index].element):
        element = elements[at]
        if headline is not None and element.first <= headline < element.last:
            return False
        if COMMENT_NAMES.search(element.class_names):
            return True
    return False
