"""Lists of teasers: siblings from one piece of a template, each with a linked headline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newsclean.label.features.element_columns import ElementColumns

# Two siblings of one template may be a column and the column beside it.
FEWEST_ITEMS = 3


def teaser_items(elements: ElementColumns, teasers: Sequence[float]) -> list[int]:
    """For each element the length of the longest list of teasers that it is in, or 0.

    `teasers[i]` is the number of linked headlines before block i.
    """
    keys = [
        key if headlines else None
        for key, headlines in zip(elements.sibling_keys, elements.totals(teasers), strict=True)
    ]
    count = Counter(keys)
    count[None] = 0
    items: list[int] = []
    for key, parent in zip(keys, elements.parents, strict=True):
        of_parent = items[parent] if parent >= 0 else 0
        own = count[key]
        items.append(own if own >= FEWEST_ITEMS and own > of_parent else of_parent)
    return items
