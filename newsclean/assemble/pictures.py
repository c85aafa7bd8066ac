"""Where in the article its pictures stand."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from newsclean.model import Image


def place_pictures(
    images: Sequence[Image], blocks: Sequence[Sequence[int]], captions: Collection[int]
) -> tuple[Image, ...]:
    """The pictures with the paragraph that each stands before; `blocks` are those of each.

    One that only the page's metadata name has no place in the text, and neither has one that stands
    between other things than body and captions, such as teasers.
    """
    if not any(blocks):
        return tuple(images)
    near = {*captions, *(block for own in blocks for block in own)}
    placed = []
    for image in images:
        if near.isdisjoint((image.block - 1, image.block)) or (image.lead and not image.block):
            placed.append(image)
            continue
        index = next(
            (i for i, own in enumerate(blocks) if own and own[-1] >= image.block), len(blocks)
        )
        placed.append(replace(image, paragraph=index))
    return tuple(placed)
