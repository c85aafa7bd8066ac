"""What is known of a block by the element that it stands in, and by those around that."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import log1p

from newsclean.features import chains
from newsclean.features.anchor import Anchor
from newsclean.features.chains import Chain
from newsclean.features.sums import Sums
from newsclean.model import Element, Page

OWN_NAMES = (
    "depth parent_text alike alike_length siblings in_core up_to_headline headline_share up_to_anchor anchor_share"
    " like_anchor articles_before articles article_share items"
).split()
OUTER_NAMES = (
    "outer_text outer_links outer_share outer_siblings parent_prose title_in_parent beside_anchor prose_share prose_rank"
    " far_text far_links far_share title_in_far title_in_farther notices_in_far"
).split()
NAMES = (*chains.NAMES, *OWN_NAMES, *OUTER_NAMES)
# The steps up that the root counts as where there is no headline to go up to; its elements count one more for each step in.
FAR = 50
# The innermost element with this share of the page's prose is its core.
CORE = 0.6

Kind = tuple[str, str, str, str]
"""Elements of one kind are made by one piece of a template: tag and names of the element and of its parent."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The elements of a page, and what their rows are made of."""

    elements: Sequence[Element]
    sums: Sums
    chains: Sequence[Chain]
    items: Sequence[int]  # of how many teasers each is one, or stands in one
    anchor: Anchor
    core: Element
    siblings: Mapping[tuple[int, str, str], int]  # how many elements have this parent, tag and names
    alike: Mapping[Kind, Sequence[float]]  # of each kind, how many blocks stand in its elements, and their words
    ways_to_anchor: Sequence[tuple[int, int]]
    ways_to_headline: Sequence[tuple[int, int]]
    articles: Sequence[int]  # the elements that are `article`
    article_of: Sequence[int]  # the innermost of those around each element, or -1

    def rows(self, asked: Collection[int]) -> dict[int, list[float]]:
        """The columns NAMES, for each of the elements that is asked for."""
        outer = {parent: self._outer(parent) for parent in {self.elements[index].parent for index in asked}}
        return {index: [*self._own(index), *outer[self.elements[index].parent]] for index in asked}

    def _own(self, index: int) -> list[float]:
        """The columns of chains.NAMES and OWN_NAMES."""
        element, article = self.elements[index], self.article_of[index]
        flags, groups, own, worst, best = self.chains[index]
        kind = kind_of(self.elements, index)
        count, words = self.alike[kind]
        head_up, head = self.ways_to_headline[index]
        anchor_up, anchor = self.ways_to_anchor[index]
        return [
            *flags, *groups, own, worst, best,
            element.depth, self._text(index)[0], log1p(count), log1p(words / count),
            self.siblings[element.parent, element.tag, element.names], self.core.first <= element.first and element.last <= self.core.last,
            head_up, self._share(head), anchor_up, self._share(anchor), kind == kind_of(self.elements, self.anchor.element),
            bisect_left(self.articles, article) if article >= 0 else -1, len(self.articles), self._share(article), self.items[index],
        ]  # fmt: skip

    def _outer(self, parent: int) -> list[float]:
        """The columns OUTER_NAMES of the elements in this one; the root stands in itself."""
        sums, prose = self.sums, self.anchor.prose.get(parent, 0.0)
        outer = self.elements[max(parent, 0)]
        at = max(outer.parent, 0)
        far = self.elements[at]
        farther = self.elements[max(far.parent, 0)]
        return [
            *self._text(max(parent, 0)), self.siblings[outer.parent, outer.tag, outer.names],
            sums.prose[outer.last] - sums.prose[outer.first], sums.titled(outer.first, outer.last),
            parent == self.elements[self.anchor.element].parent, prose / self.anchor.total,
            prose / self.anchor.most, *self._text(at), sums.titled(far.first, far.last), sums.titled(farther.first, farther.last),
            (sums.notices[far.last] - sums.notices[far.first]) / (sums.words[far.last] - sums.words[far.first] or 1),
        ]  # fmt: skip

    def _text(self, index: int) -> tuple[float, float, float]:
        """How much text an element has, how much of it is linked, and its share of the page."""
        words, linked, element = self.sums.words, self.sums.linked, self.elements[index]
        count = words[element.last] - words[element.first]
        return log1p(count), (linked[element.last] - linked[element.first]) / (count or 1), count / (words[-1] or 1)

    def _share(self, index: int) -> float:
        """An element's share of the text of the page; -1 of none."""
        words, element = self.sums.words, self.elements[index]
        return (words[element.last] - words[element.first]) / (words[-1] or 1) if index >= 0 else -1


def surroundings(
    page: Page, sums: Sums, chain: Sequence[Chain], items: Sequence[int], anchor: Anchor, headline: int | None
) -> Surroundings:
    """What the rows of a page's elements are made of. `headline` is the index of the headline's block."""
    elements = page.elements
    return Surroundings(
        elements=elements,
        sums=sums,
        chains=chain,
        items=items,
        anchor=anchor,
        core=_core(elements, sums.prose),
        siblings=Counter((element.parent, element.tag, element.names) for element in elements),
        alike=_alike(page, sums),
        ways_to_anchor=_ways_up(elements, anchor.element),
        ways_to_headline=_ways_up(elements, page.blocks[headline].element if headline is not None else -1),
        articles=[index for index, element in enumerate(elements) if element.tag == "article"],
        article_of=_article_of(elements),
    )


def kind_of(elements: Sequence[Element], index: int) -> Kind:
    """What piece of the template makes an element."""
    element = elements[index]
    outer = elements[max(element.parent, 0)]
    return element.tag, element.names, outer.tag, outer.names


def _core(elements: Sequence[Element], prose: Sequence[float]) -> Element:
    """The innermost element that holds enough of the page's prose, from the root by way of elements that hold it too."""
    enough = prose[-1] * CORE
    best = elements[0]
    for element in elements:
        if prose[element.last] - prose[element.first] >= enough and element.first >= best.first and element.last <= best.last:
            best = element
    return best


def _alike(page: Page, sums: Sums) -> dict[Kind, list[float]]:
    """For each kind of element, how many blocks stand in elements of it, and their words."""
    totals: dict[Kind, list[float]] = {}
    for index, block in enumerate(page.blocks):
        total = totals.setdefault(kind_of(page.elements, block.element), [0.0, 0.0])
        total[0] += 1
        total[1] += sums.words[index + 1] - sums.words[index]
    return totals


def _article_of(elements: Sequence[Element]) -> list[int]:
    """For each element the innermost `article` around it, or -1."""
    found: list[int] = []
    for index, element in enumerate(elements):
        found.append(index if element.tag == "article" else found[element.parent] if element.parent >= 0 else -1)
    return found


def _ways_up(elements: Sequence[Element], goal: int) -> list[tuple[int, int]]:
    """For each element: how many steps up the nearest one is that is or holds `goal`, and which that is.

    A goal of -1 is none: it counts as FAR steps above the root, in no element (-1).
    """
    around = set()
    while goal >= 0:
        around.add(goal)
        goal = elements[goal].parent
    ways: list[tuple[int, int]] = []
    for index, element in enumerate(elements):
        if index in around:
            ways.append((0, index))
        elif element.parent < 0:
            ways.append((FAR, -1))
        else:
            up, at = ways[element.parent]
            ways.append((up + 1, at))
    return ways
