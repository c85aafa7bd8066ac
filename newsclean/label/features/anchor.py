"""Where on the page a reader would say the text is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp

from newsclean.label.features.chains import COMMENT, NOWHERE, Chains
from newsclean.label.features.measures import Measures
from newsclean.label.features.outline import Outline
from newsclean.label.features.teasers import FEWEST_ITEMS
from newsclean.model import Page

# A long paragraph says no more of its place than this many words.
MOST_WORDS = 150
# Each of the next makes prose count less or more as the place of an article. Cross-validated by site, they hold together: with all of
# them body F1 rises by 0.01 to 0.02 on layouts unlike those of the training pages, and by nothing on the others.
TITLE_WORD, MOST_TITLE_WORDS = 0.5, 4
IN_COMMENT = IN_TEASER = 0.3
AFTER_HEADLINE, BEFORE_HEADLINE = 1.3, 0.5
NAME_WEIGHT, WORD_WEIGHT = 0.35, 0.5


@dataclass(frozen=True, slots=True)
class Anchor:
    """The first element among those side by side that hold the most prose; how much that is, in all, and by parent element."""

    element: int
    most: float
    total: float
    prose: Mapping[int, float]


def find_anchor(
    page: Page, outline: Outline, asked: Sequence[int], measured: Measures, chained: Chains, items: Sequence[int], headline: int | None
) -> Anchor:
    """The anchor of a page: prose counts for more that speaks of the title, and for less among comments and teasers."""
    prose: dict[int, float] = {}
    first: dict[int, int] = {}
    for index, title, mean in zip(asked, measured.title, measured.means, strict=True):
        words = measured.prose[index]
        if not words:
            continue
        element = page.blocks[index].element
        chain = chained.of(element)
        weight = min(words, MOST_WORDS) * (1 + TITLE_WORD * min(title, MOST_TITLE_WORDS))
        weight *= exp(NAME_WEIGHT * min(0.0, chain.worst) + WORD_WEIGHT * min(max(mean, -2.0), 1.0))
        if chain.groups[COMMENT] < NOWHERE:
            weight *= IN_COMMENT
        if items[element] >= FEWEST_ITEMS:
            weight *= IN_TEASER
        if headline is not None:
            weight *= AFTER_HEADLINE if index > headline else BEFORE_HEADLINE
        parent = outline.parents[element]
        prose[parent] = prose.get(parent, 0.0) + weight
        first.setdefault(parent, element)
    if not prose:
        return Anchor(page.blocks[0].element, 1.0, 1.0, {})
    best = max(prose, key=prose.__getitem__)
    return Anchor(first[best], prose[best], sum(prose.values()), prose)
