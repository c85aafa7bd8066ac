"""Lists of teasers: elements side by side, made by one piece of a template, each with a linked headline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newsclean.label.features.outline import Outline

# Two of a kind may be a column and its neighbour.
FEWEST_ITEMS = 3


def teaser_items(outline: Outline, teasers: Sequence[float]) -> list[int]:
    """For each element: of how many teasers it is one, or stands in one; of the longest list; 0 if it is in none.

    `teasers[i]` linked headlines stand before block i.
    """
    lists = [number if heads else None for number, heads in zip(outline.alike, outline.sums(teasers), strict=True)]
    count = Counter(lists)
    count[None] = 0
    items: list[int] = []
    for number, parent in zip(lists, outline.parents, strict=True):
        around = items[parent] if parent >= 0 else 0
        own = count[number]
        items.append(own if own >= FEWEST_ITEMS and own > around else around)
    return items
