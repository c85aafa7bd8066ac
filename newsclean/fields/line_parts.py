"""The parts of a line: what its dates, labels, separators and the edges of its elements leave."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from newsclean.fields.context import Context
from newsclean.model import InlineElement, Link
from newsclean.text.patterns import lazy

SEPARATOR = lazy(r"[\s|｜丨/／·•—–-]+")


class Part(NamedTuple):
    """A part of a line, between its dates, labels, separators and the edges of its elements.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        href: The address that it links to, or "".
        is_element: Whether it is all the text of an element.
        class_names: Those of the inline element that it is the text of, or of the whole block's.
    """

    start: int
    end: int
    href: str
    is_element: bool
    class_names: str


def line_parts(context: Context, index: int) -> list[Part]:
    """The parts of a block that are neither date nor label, by position."""
    block = context.page.blocks[index]
    taken = [(date.start, date.end) for date in context.dates(block.text)]
    taken += [(item.start, item.end) for item in context.labelled(block.text)]
    taken += [found.span() for found in SEPARATOR.finditer(block.text)]
    # Both are computed on demand.
    elements, links = block.inline_elements, block.links
    edges = {edge for element in elements for edge in (element.start, element.end)}
    edges |= {edge for link in links for edge in (link.start, link.end)}
    edges |= {edge for span in taken for edge in span} | {0, len(block.text)}
    free = [
        (start, end)
        for start, end in pairwise(sorted(edges))
        if start < end and not any(a <= start and end <= b for a, b in taken)
    ]
    own_names = context.page.elements[block.element].class_names
    return [_part(block.text, own_names, elements, links, *span) for span in free]


def _part(
    text: str,
    own_names: str,
    elements: Sequence[InlineElement],
    links: Sequence[Link],
    start: int,
    end: int,
) -> Part:
    inside = [e for e in elements if e.start <= start and end <= e.end]
    is_block = end - start == len(text)
    names = [*(element.class_names for element in inside), *([own_names] if is_block else ())]
    around = [link for link in links if link.start <= start and end <= link.end]
    ends = [*((e.start, e.end) for e in inside), *((a.start, a.end) for a in around)]
    whole = is_block or (start, end) in ends
    return Part(start, end, around[0].href if around else "", whole, " ".join(names))
