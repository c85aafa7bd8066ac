"""Whether a line is part of what readers wrote below the article."""

from __future__ import annotations

from newsclean.fields.context import Context
from newsclean.parse.class_words import COMMENT_NAMES


def is_comment(context: Context, index: int) -> bool:
    """Whether a block is of readers: it is below the body, in an element for comments.

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
