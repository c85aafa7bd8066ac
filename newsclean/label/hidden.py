"""The elements that hide text, and which of them one script displays together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from newsclean.model import Block, Page
from newsclean.text.characters import text_length
from newsclean.text.patterns import lazy

# Hidden lines that are shorter, or mostly link, are menus and labels. Of 804 labelled pages with
# hidden text, F1 changes on two with lines of 48, on none with 12 or densities of 0.3 and 0.7.
SHORTEST_LINE, MOSTLY_LINK = 24, 0.5
# What differs in the names of elements that one script displays: "part-2", "s:1f".
NUMBERING = lazy(r":\S*|\d+")
PARTS = frozenset({"p", "h2", "h3", "h4", "li", "blockquote", "figure"})


class Hidden(NamedTuple):
    """Elements that one script will display.

    Attributes:
        hiders: Their indexes in `page.hiders`.
        ranges: The blocks of each, first and last + 1.
        length: The length of their text, as `text_length` measures it.
    """

    hiders: tuple[int, ...]
    ranges: tuple[tuple[int, int], ...]
    length: int

    def holds(self, block: int) -> bool:
        """Whether one of the elements holds the block."""
        return any(first <= block < last for first, last in self.ranges)


def find_hidden(page: Page) -> list[Hidden]:
    """The outermost elements that hide text; siblings that are alike are one."""
    sums = list(accumulate(_hidden_lengths(page.blocks), initial=0))
    groups: dict[tuple[int, str, str], list[int]] = defaultdict(list)
    end = 0
    for index, (first, last) in enumerate(page.hiders):
        if last > end:
            groups[_template(page, first, last) or (index, "", "")].append(index)
            end = last
    found = []
    for hiders in groups.values():
        ranges = tuple(page.hiders[index] for index in hiders)
        length = sum(sums[last] - sums[first] for first, last in ranges)
        found.append(Hidden(tuple(hiders), ranges, length))
    return found


def _hidden_lengths(blocks: Sequence[Block]) -> Iterator[int]:
    """The length of each hidden block that has text of its own; 0 for all others."""
    seen = {block.text for block in blocks if not block.hidden}
    for block in blocks:
        if block.hidden and block.text not in seen and block.link_density <= MOSTLY_LINK:
            seen.add(block.text)
            length = text_length(block.text)
            yield length if length >= SHORTEST_LINE else 0
        else:
            yield 0


def _template(page: Page, first: int, last: int) -> tuple[int, str, str] | None:
    """What the element with these blocks has in common with those displayed together with it.

    None if nothing tells it from others.
    """
    element = _outermost(page, first, last)
    if element < 0:
        return None
    parent, tag, names, *_ = page.elements[element]
    return (parent, tag, NUMBERING.sub("", names)) if names or tag in PARTS else None


def _outermost(page: Page, first: int, last: int) -> int:
    """The outermost element that holds these blocks at most, -1 if there is none."""
    found = -1
    for index in page.ancestors(page.blocks[first].element):
        element = page.elements[index]
        if element.first < first or last < element.last:
            break
        found = index
    return found


def depth(page: Page, hidden: Hidden) -> int:
    """How deep the elements are; an inline element is as deep as the one around it."""
    first, last = hidden.ranges[0]
    element = _outermost(page, first, last)
    return page.elements[element if element >= 0 else page.blocks[first].element].depth
