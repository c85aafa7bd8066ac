"""A page with some of its blocks, in which every index is right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from newsclean.model import Element, Page, Player

# Browsers do not nest deeper than this either.
DEEPEST = 512


def keep_blocks(page: Page, kept: Sequence[int], most_elements: int | None = None) -> Page:
    """The page with these blocks, and the elements that hold one of them.

    If the elements are more than `most_elements`, or are too deep, those that only wrap another one
    are left out, and so are the deepest.
    """
    flags = [0] * len(page.blocks)
    for index in kept:
        flags[index] = 1
    # How many kept blocks stand before each.
    place = list(accumulate(flags, initial=0))
    elements, index_of = _keep_elements(page.elements, place, most_elements)
    return replace(
        page,
        blocks=tuple(
            page.blocks[i]._replace(element=index_of[page.blocks[i].element]) for i in kept
        ),
        elements=elements,
        images=tuple(replace(image, block=place[image.block]) for image in page.images),
        players=tuple(
            Player(
                player.address,
                place[player.block],
                index_of[player.element] if player.element >= 0 else -1,
            )
            for player in page.players
        ),
        machine_dates=tuple(date._replace(block=place[date.block]) for date in page.machine_dates),
        hiders=tuple(
            (place[first], place[last]) for first, last in page.hiders if place[first] < place[last]
        ),
    )


def is_deep(elements: Sequence[Element], most: int) -> bool:
    """Whether elements are more than these, or nested deeper than any page's."""
    return len(elements) > most or max((element.depth for element in elements), default=0) > DEEPEST


def _keep_elements(
    elements: Sequence[Element], place: Sequence[int], most: int | None
) -> tuple[tuple[Element, ...], list[int]]:
    """The elements that hold a kept block, and for each old index the new one.

    The index of an element that goes is that of the nearest one around it that stays.
    """
    stays = [place[element.first] < place[element.last] for element in elements]
    depths = [element.depth for element in elements]
    staying = [element for element, stay in zip(elements, stays, strict=True) if stay]
    if most is not None and is_deep(staying, most):
        # Numbers instead of pairs: Python's collector looks through a hundred thousand of those.
        spans = [place[e.first] * (place[-1] + 1) + place[e.last] for e in elements]
        stays, depths = _shallow([element.parent for element in elements], spans, stays)
    index_of: list[int] = []
    found: list[Element] = []
    for element, stay, depth in zip(elements, stays, depths, strict=True):
        parent = index_of[element.parent] if element.parent >= 0 else -1
        index_of.append(len(found) if stay else parent)
        if stay:
            first, last = place[element.first], place[element.last]
            found.append(element._replace(parent=parent, depth=depth, first=first, last=last))
    return tuple(found), index_of


def _shallow(
    parents: Sequence[int], spans: Sequence[int], holds: Sequence[bool]
) -> tuple[list[bool], list[int]]:
    """Which elements stay, and their depths.

    Those go that hold one element and nothing else, and those that are nested too deep.
    """
    wraps = [False] * len(parents)
    for parent, span, holds_any in zip(parents, spans, holds, strict=True):
        if holds_any and parent > 0 and span == spans[parent]:
            wraps[parent] = True
    depths: list[int] = []
    for parent, is_wrapper in zip(parents, wraps, strict=True):
        depths.append((depths[parent] if parent >= 0 else -1) + (not is_wrapper))
    stays = [
        stay and not wrapper and depth < DEEPEST
        for stay, wrapper, depth in zip(holds, wraps, depths, strict=True)
    ]
    return stays, depths
