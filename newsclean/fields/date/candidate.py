"""What a reader of dates hands on: a date, the place that states it, and the signs by which it is weighed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from newsclean.fields.context import Context
from newsclean.mentions.dates import DateMention as DateFound
from newsclean.model import Block, Candidate, Page, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class DateCandidate(Candidate[DateFound]):
    """A date that the page states; its signs are rows of the learned weights.

    Attributes:
        family: The kind of witness; witnesses of several kinds that agree count for more.
        updated: Whether it is stated as the date of a change.
        block: Index of the block that states it, if one does.
    """

    family: str
    updated: bool = False
    block: int | None = None


def date_at(
    found: DateFound,
    origin: str,
    family: str,
    signs: frozenset[str],
    updated: bool = False,
    block: int | None = None,
    spans: tuple[Span, ...] = (),
) -> DateCandidate:
    """The candidate for a date that was found."""
    return DateCandidate(
        value=found,
        origin=origin,
        text=found.text,
        spans=spans,
        signs=signs,
        family=family,
        updated=updated,
        block=block,
    )


DATE_NAMES = re.compile(r"date|time(?!line)|publi|posted|shijian|riqi|datum|fecha")
PUBLISHED_NAMES = re.compile(r"publi|pub-?date|posted|issued|created")
UPDATED_NAMES = re.compile(r"modif|updat|edited|changed")
COMMENT_NAMES = re.compile(r"comment(?!ary)|disqus|respond|repl(?:y|ies)")
ASIDE_NAMES = re.compile(
    r"related|recommend|sidebar|footer|teaser|latest|popular|trending|more-|-more|promo|read-next|carousel|swiper|aside"
)
SHORT_LINE = 40
# How many elements around a block speak for it by their names; and how near the headline and the body's end is near.
NEARBY_ELEMENTS, ANY_NEARBY, NEAR_ABOVE, NEAR_BELOW, NEAR_END = 4, 8, 3, 8, 12


def both_readings(option: DateCandidate) -> Iterator[DateCandidate]:
    """The option, and if it is printed as 03/04/2024 one of the other reading, which counts if other places agree."""
    yield option
    if option.value.swapped:
        found = option.value._replace(value=option.value.swapped, swapped=option.value.value)
        yield replace(option, value=found, signs=frozenset({"swapped"}))


def is_near(context: Context, index: int) -> bool:
    """Whether a block stands within a few blocks of the headline."""
    return -NEAR_ABOVE <= index - context.start <= NEAR_BELOW


def place_signs(context: Context, index: int) -> set[str]:
    """Where a block stands: before or after the headline and the body, and whether in an element of other things."""
    signs = set()
    if context.headline is not None:
        away = index - context.headline
        # Counted from the headline's block; each name is a row of the weights.
        bounds = (
            (-12, "way-above"),
            (-NEAR_ABOVE, "far-above"),
            (0, "above"),
            (4, "beside"),
            (NEAR_BELOW + 1, "below"),
        )
        signs.add(next((name for bound, name in bounds if away < bound), "far-below"))
    if context.body_blocks:
        # A short line at the head of the body can be the line of date itself.
        texts = (
            held for held in context.body_blocks if len(context.page.blocks[held].text) > SHORT_LINE
        )
        first = next(texts, context.body_blocks[0])
        ends = (
            (first, "before-body"),
            (context.body_blocks[-1] + 1, "in-body"),
            (context.body_blocks[-1] + NEAR_END + 1, "after-body"),
        )
        signs.add(next((name for bound, name in ends if index < bound), "far-after-body"))
    if context.is_body(index) and "before-body" not in signs:
        signs.add("body")
    if "before-body" not in signs and is_inside(
        context.page, context.page.blocks[index], ASIDE_NAMES, NEARBY_ELEMENTS
    ):
        signs.add("aside")
    return signs


def is_comment(context: Context, index: int) -> bool:
    """Whether a block after the headline is in an element for readers' comments, whose dates are never the article's."""
    return index > context.start and is_inside(
        context.page, context.page.blocks[index], COMMENT_NAMES, ANY_NEARBY
    )


def is_inside(page: Page, block: Block, names: re.Pattern[str], levels: int) -> bool:
    """Whether one of so many elements around a block has such a name."""
    around: list[str] = []
    index = block.element
    while index >= 0 and len(around) < levels:
        element = page.elements[index]
        around.append(element.names)
        index = element.parent
    return names.search(" ".join(around)) is not None
