"""Lists of teasers: elements side by side, made by one piece of a template, each with a linked headline."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.model import Element

# Two of a kind may be a column and its neighbour.
FEWEST_ITEMS = 3


def teaser_items(elements: Sequence[Element], teasers: Sequence[float]) -> list[int]:
    """For each element: of how many teasers it is one, or stands in one; of the longest list; 0 if it is in none.

    `teasers[i]` linked headlines stand before block i.
    """
    own = [teasers[element.last] - teasers[element.first] for element in elements]
    lists: dict[tuple[int, str, str], int] = {}
    for element, heads in zip(elements, own, strict=True):
        if heads:
            key = (element.parent, element.tag, element.names)
            lists[key] = lists.get(key, 0) + 1
    items: list[int] = []
    for element, heads in zip(elements, own, strict=True):
        around = items[element.parent] if element.parent >= 0 else 0
        count = lists[element.parent, element.tag, element.names] if heads else 0
        items.append(max(count, around) if count >= FEWEST_ITEMS else around)
    return items
