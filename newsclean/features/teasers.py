"""Lists of teasers: elements side by side, made by one piece of a template, each with a linked headline."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsclean.model import Element

# Two of a kind may be a column and its neighbour.
FEWEST_ITEMS = 3


class Item(NamedTuple):
    """One of `of` teasers; `prose` is the number of linked headlines in it over that of its words of prose and one."""

    of: int = 0
    prose: float = 0.0


NO_ITEM = Item()


def teaser_items(elements: Sequence[Element], teasers: Sequence[float], prose: Sequence[float]) -> list[Item]:
    """For each element the teaser that it is or that it stands in, of the longest list; NO_ITEM if it is in none.

    `teasers` and `prose` are sums over the blocks: `teasers[i]` linked headlines and `prose[i]` words of prose stand before block i.
    """
    own = [teasers[element.last] - teasers[element.first] for element in elements]
    lists: dict[tuple[int, str, str], int] = {}
    for element, heads in zip(elements, own, strict=True):
        if heads:
            key = (element.parent, element.tag, element.names)
            lists[key] = lists.get(key, 0) + 1
    items: list[Item] = []
    for element, heads in zip(elements, own, strict=True):
        around = items[element.parent] if element.parent >= 0 else NO_ITEM
        count = lists[element.parent, element.tag, element.names] if heads else 0
        if count >= FEWEST_ITEMS and count > around.of:
            items.append(Item(count, heads / (1 + prose[element.last] - prose[element.first])))
        else:
            items.append(around)
    return items
