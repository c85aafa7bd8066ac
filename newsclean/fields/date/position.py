"""Where a block that states a date stands, as signs for and against that date."""

from __future__ import annotations

import re
from itertools import islice, takewhile

from newsclean.fields.context import Context
from newsclean.fields.zones import DATE_LINE
from newsclean.model import Element
from newsclean.parse.class_words import ASIDE_NAMES, COMMENT_NAMES

# How many elements, a block's own and its ancestors, are searched for names. Of 613 open pages,
# half of the first and half of the second lose 1 right day each; twice of them loses none.
ASIDE_LEVELS, COMMENT_LEVELS = 4, 8
# A shorter line at the start of the body may be the line of the date itself. Half and twice change
# no day.
LONGEST_DATE_LINE = 40
# A subtitle and a byline may be taken for body above the first paragraph, so the first blocks of
# the body stand above all comments. One changes one of 848 composed pages, six none; of 161 open
# pages no day changes.
LINES_TAKEN = 3
# Up to so many blocks after the body's end are near it. Half and twice change no day.
NEAR_END = 12
# Distances from the headline's block, and the sign below each. Each sign has a weight.
DISTANCES = (
    (-12, "way-above"),
    (-DATE_LINE.above, "far-above"),
    (0, "above"),
    (4, "beside"),
    (DATE_LINE.below + 1, "below"),
)


def is_near(context: Context, index: int) -> bool:
    """Whether a block stands where the line of the date does."""
    return -DATE_LINE.above <= index - context.start <= DATE_LINE.below


def near_headline(context: Context) -> range:
    """The blocks among which the line of the date stands."""
    stop = min(len(context.page.blocks), context.start + DATE_LINE.below + 1)
    return range(max(0, context.start - DATE_LINE.above), stop)


def position_signs(context: Context, index: int) -> set[str]:
    """The signs of a block's position in relation to the headline and the body.

    A block after the start of the body also gets a sign if it is in an element of other articles.
    """
    signs = set()
    if context.headline is not None:
        signs.add(_distance_sign(index - context.headline))
    if context.body_blocks:
        signs.add(_body_sign(context, index))
    if "before-body" in signs:
        return signs
    if context.is_body(index):
        signs.add("body")
    if is_inside(context, index, ASIDE_NAMES, ASIDE_LEVELS):
        signs.add("aside")
    return signs


def _distance_sign(distance: int) -> str:
    return next((sign for bound, sign in DISTANCES if distance < bound), "far-below")


def _body_sign(context: Context, index: int) -> str:
    blocks, body_blocks = context.page.blocks, context.body_blocks
    texts = (other for other in body_blocks if len(blocks[other].text) > LONGEST_DATE_LINE)
    bounds = (
        (next(texts, body_blocks[0]), "before-body"),
        (body_blocks[-1] + 1, "in-body"),
        (body_blocks[-1] + NEAR_END + 1, "after-body"),
    )
    return next((sign for bound, sign in bounds if index < bound), "far-after-body")


def is_comment_date(context: Context, index: int) -> bool:
    """Whether a date in a block is that of a comment: its element, after the headline, is for them.

    Nothing up to the first blocks of the body is one: the element of the date may be named after a
    link to the comments.
    """
    above = (context.start, *context.body_blocks[:LINES_TAKEN])
    return index > max(above) and is_inside(context, index, COMMENT_NAMES, COMMENT_LEVELS)


def is_inside(context: Context, index: int, names: re.Pattern[str], levels: int) -> bool:
    """Whether the element of a block or an ancestor, `levels` elements in all, has such a name.

    An element that holds the headline, too, is the article's: its name tells what else it may hold
    or how the page looks, as in `<body class="comments-open">`.
    """
    elements = context.page.elements
    around = islice(context.page.ancestors(context.page.blocks[index].element), levels)
    apart = takewhile(lambda element: not _holds_headline(context, elements[element]), around)
    return names.search(" ".join(elements[element].class_names for element in apart)) is not None


def _holds_headline(context: Context, element: Element) -> bool:
    headline = context.headline
    return headline is not None and element.first <= headline < element.last
