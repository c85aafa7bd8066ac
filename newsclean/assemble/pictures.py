"""Where in the article its pictures stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import accumulate

from newsclean.model import Image, Label, Page, Span


def place_pictures(
    page: Page,
    images: Sequence[Image],
    blocks: Sequence[Sequence[int]],
    spans: Sequence[Span],
) -> tuple[Image, ...]:
    """The pictures with the paragraph that each stands before; `blocks` are those of each.

    One that only the page's metadata name has no place in the text, and neither has one that stands
    between other things than body and captions, such as teasers. But the lead picture, if it is
    printed above the body, stands before it.
    """
    body = [block for own in blocks for block in own]
    if not body or not images:
        return tuple(images)
    caption = Label.CAPTION
    near = {*[block for block, _, _, label, _, _ in spans if label is caption], *body}
    shown = [i for i, b in enumerate(page.blocks) if i in near or not (b.hidden or b.aside)]
    placed = []
    # Where each paragraph ends; one without blocks ends where the one before does.
    ends = [*accumulate([own[-1] if own else -1 for own in blocks], max)]
    for image in images:
        is_above = image.lead and 0 < image.block <= body[0]
        if is_above or (not _is_unprinted(image) and _is_between(image.block, shown, near)):
            # The paragraph that the block is in, or the next one.
            image = replace(image, paragraph=bisect_left(ends, image.block))
        placed.append(image)
    return tuple(placed)


def _is_unprinted(image: Image) -> bool:
    """Whether only the metadata name a picture."""
    return image.lead and not image.block


def _is_between(block: int, shown: Sequence[int], near: Collection[int]) -> bool:
    """Whether what is shown right before or right after a place is one of these blocks.

    What stands beside a text, such as the source of a formula, is not looked at.
    """
    after = bisect_left(shown, block)
    return any(index in near for index in shown[max(after - 1, 0) : after + 1])
