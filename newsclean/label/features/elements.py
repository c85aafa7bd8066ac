"""What is known of a block by the element that it stands in, and by those around that."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log1p

from newsclean.label.features.anchor import Anchor
from newsclean.label.features.chains import Chain
from newsclean.label.features.outline import Outline
from newsclean.label.features.sums import Sums
from newsclean.model import Page

OWN_NAMES = (
    "depth parent_text alike alike_length siblings in_core up_to_headline headline_share up_to_anchor anchor_share"
    " like_anchor articles_before articles article_share items"
).split()
OUTER_NAMES = (
    "outer_text outer_links outer_share outer_siblings parent_prose title_in_parent beside_anchor prose_share prose_rank"
    " far_text far_links far_share title_in_far title_in_farther notices_in_far"
).split()
# The steps up that the root counts as where there is no headline to go up to; its elements count one more for each step in.
FAR = 50
# The innermost element with this share of the page's prose is its core.
CORE = 0.6


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The elements of a page, and what is known of each."""

    outline: Outline
    sums: Sums
    anchor: Anchor
    words: list[float]  # of each element
    linked: list[float]  # words in hyperlinks
    shares: list[float]  # of the words of the page; and -1 at the end, so that it is the share of element -1, which is none

    @classmethod
    def of(cls, outline: Outline, sums: Sums, anchor: Anchor, words: list[float], linked: list[float]) -> Surroundings:
        total = sums.words[-1] or 1
        return cls(outline, sums, anchor, words, linked, [*[count / total for count in words], -1])

    def own(self, asked: Sequence[int], page: Page, items: Sequence[int], headline: int | None) -> list[list[float]]:
        """The columns OWN_NAMES, of the elements that are asked for."""
        outline, shares, kinds = self.outline, self.shares, self.outline.kinds
        count, words = _alike(page, kinds, self.sums)
        core = _core(outline, self.sums.prose)
        first, last = outline.firsts[core], outline.lasts[core]
        to_headline = _nearest(outline, page.blocks[headline].element if headline is not None else -1)
        to_anchor = _nearest(outline, self.anchor.element)
        articles, article_in = _articles(outline)
        return [
            [outline.depths[element] for element in asked],
            [log1p(self.words[element]) for element in asked],
            [log1p(count[kinds[element]]) for element in asked],
            [log1p(words[kinds[element]] / count[kinds[element]]) for element in asked],
            [outline.siblings[outline.alike[element]] for element in asked],
            [first <= outline.firsts[element] and outline.lasts[element] <= last for element in asked],
            *self._way(asked, to_headline),
            *self._way(asked, to_anchor),
            [kinds[element] == kinds[self.anchor.element] for element in asked],
            [bisect_left(articles, article_in[element]) if article_in[element] >= 0 else -1 for element in asked],
            [len(articles)] * len(asked),
            [shares[article_in[element]] for element in asked],
            [items[element] for element in asked],
        ]

    def _way(self, asked: Sequence[int], ends: Sequence[int]) -> tuple[list[float], list[float]]:
        """For each element asked for, how many steps up its end is, and that one's share of the page; -1 is FAR above the root."""
        depths = (*self.outline.depths, -FAR)
        return [depths[element] - depths[ends[element]] for element in asked], [self.shares[ends[element]] for element in asked]

    def outer(self, asked: Sequence[int]) -> list[list[float]]:
        """The columns OUTER_NAMES, of the elements in these; the root stands in itself, which is asked for as -1."""
        outline, sums, anchor = self.outline, self.sums, self.anchor
        outer = [max(element, 0) for element in asked]
        far = [outline.outers[element] for element in outer]
        farther = [outline.outers[element] for element in far]
        prose, notices = sums.prose, sums.notices
        return [
            *self._text(outer),
            [outline.siblings[outline.alike[element]] for element in outer],
            [prose[outline.lasts[element]] - prose[outline.firsts[element]] for element in outer],
            self._titled(outer),
            [element == outline.parents[anchor.element] for element in asked],
            [anchor.prose.get(element, 0.0) / anchor.total for element in asked],
            [anchor.prose.get(element, 0.0) / anchor.most for element in asked],
            *self._text(far),
            self._titled(far),
            self._titled(farther),
            [(notices[outline.lasts[element]] - notices[outline.firsts[element]]) / (self.words[element] or 1) for element in far],
        ]

    def _text(self, asked: Sequence[int]) -> tuple[list[float], list[float], list[float]]:
        """How much text elements have, how much of it is linked, and its share of the page."""
        return (
            [log1p(self.words[element]) for element in asked],
            [self.linked[element] / (self.words[element] or 1) for element in asked],
            [self.shares[element] for element in asked],
        )

    def _titled(self, asked: Sequence[int]) -> list[float]:
        """How much of the text of elements speaks of the title."""
        return self.sums.titled([self.outline.firsts[element] for element in asked], [self.outline.lasts[element] for element in asked])


def chain_columns(asked: Sequence[Chain]) -> list[Sequence[float]]:
    """The columns of chains.NAMES."""
    return list(zip(*[(*flags, *groups, own, worst, best) for flags, groups, own, worst, best in asked], strict=True))


def _core(outline: Outline, prose: Sequence[float]) -> int:
    """The innermost element that holds enough of the page's prose, from the root by way of elements that hold it too."""
    enough = prose[-1] * CORE
    best, first, last = 0, outline.firsts[0], outline.lasts[0]
    for element, held in enumerate(outline.sums(prose)):
        if held >= enough and outline.firsts[element] >= first and outline.lasts[element] <= last:
            best, first, last = element, outline.firsts[element], outline.lasts[element]
    return best


def _alike(page: Page, kinds: Sequence[int], sums: Sums) -> tuple[dict[int, int], dict[int, float]]:
    """For each kind of element, how many blocks stand in elements of it, and their words."""
    count: dict[int, int] = {}
    words: dict[int, float] = {}
    for block, (before, after) in zip(page.blocks, pairwise(sums.words), strict=True):
        kind = kinds[block.element]
        count[kind] = count.get(kind, 0) + 1
        words[kind] = words.get(kind, 0.0) + after - before
    return count, words


def _articles(outline: Outline) -> tuple[list[int], list[int]]:
    """The elements that are `article`; and for each element the innermost one of these around it, or -1."""
    articles = [index for index, tag in enumerate(outline.tags) if tag == "article"]
    around = [-1] * len(outline.tags)
    if articles:
        for index, (tag, parent) in enumerate(zip(outline.tags, outline.parents, strict=True)):
            around[index] = index if tag == "article" else around[parent] if parent >= 0 else -1
    return articles, around


def _nearest(outline: Outline, goal: int) -> list[int]:
    """For each element the nearest one up that is or holds `goal`; -1 if that is -1, which is none."""
    around = set()
    while goal >= 0:
        around.add(goal)
        goal = outline.parents[goal]
    ends: list[int] = []
    for index, parent in enumerate(outline.parents):
        ends.append(index if index in around else ends[parent] if parent >= 0 else -1)
    return ends
