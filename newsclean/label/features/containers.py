"""How much text each element of a page holds."""

from __future__ import annotations

from collections.abc import Sequence
from math import log1p
from typing import NamedTuple

from newsclean.label.features.blocks import BlockCounts
from newsclean.label.features.element_columns import ElementColumns
from newsclean.label.features.running_sums import RunningSums, running
from newsclean.model import Page


class Containers(NamedTuple):
    """The elements of a page as containers of text.

    The methods return a value for each of the elements `of` which they are asked.
    """

    elements: ElementColumns
    words: Sequence[float]
    linked: Sequence[float]
    """Words in hyperlinks."""
    shares: Sequence[float]
    """The share of the page's words; a last item of -1 is for the index -1, which is no element."""

    @classmethod
    def from_page(cls, page: Page, counts: BlockCounts) -> Containers:
        elements = ElementColumns.from_elements(page.elements)
        words, linked = (elements.totals(running(column)) for column in counts[:2])
        total = sum(counts.words) or 1
        return cls(elements, words, linked, [*[count / total for count in words], -1])

    def log_words(self, of: Sequence[int]) -> list[float]:
        return [log1p(self.words[element]) for element in of]

    def link_densities(self, of: Sequence[int]) -> list[float]:
        return [self.linked[element] / (self.words[element] or 1) for element in of]

    def word_shares(self, of: Sequence[int]) -> list[float]:
        return [self.shares[element] for element in of]

    def sibling_counts(self, of: Sequence[int]) -> list[int]:
        """How many children of the parent have the element's tag and class names."""
        keys, counts = self.elements.sibling_keys, self.elements.sibling_counts
        return [counts[keys[element]] for element in of]

    def prose(self, of: Sequence[int], sums: RunningSums) -> list[float]:
        """The words of blocks of prose."""
        prose, firsts, lasts = sums.prose, self.elements.firsts, self.elements.lasts
        return [prose[lasts[element]] - prose[firsts[element]] for element in of]

    def title_shares(self, of: Sequence[int], sums: RunningSums) -> list[float]:
        """The share of the compared words that are in the title."""
        firsts, lasts = self.elements.firsts, self.elements.lasts
        return sums.title_shares(
            [firsts[element] for element in of], [lasts[element] for element in of]
        )

    def notice_densities(self, of: Sequence[int], sums: RunningSums) -> list[float]:
        """The share of the words that are in notices of the lexicon."""
        notices, firsts, lasts = sums.notices, self.elements.firsts, self.elements.lasts
        return [
            (notices[lasts[element]] - notices[firsts[element]]) / (self.words[element] or 1)
            for element in of
        ]
