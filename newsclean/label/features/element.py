"""Features of the element that a block stands in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from math import log1p
from typing import NamedTuple

from newsclean.label.features.containers import Containers
from newsclean.label.features.element_columns import ElementColumns
from newsclean.label.features.prose_center import ProseCenter
from newsclean.label.features.running_sums import RunningSums
from newsclean.label.features.templates import Repeated, Templates, find_repeated
from newsclean.model import Page

# The depth at which a headline counts that the page does not have: so far above the root.
NO_DEPTH = -50
# The innermost element with this share of the page's prose is its core.
CORE = 0.6
NO_ELEMENT = -1


class ScoredElements(NamedTuple):
    """What the features here are made of: the different elements of the scored blocks."""

    containers: Containers
    center: ProseCenter
    indices: Sequence[int]
    items: Sequence[int]
    """For each element of the page, the length of the list of teasers that it is in."""
    templates: Templates
    repeated: Repeated
    core: range
    """The blocks of the page's core."""
    to_headline: Sequence[int]
    """For each element of the page, the innermost ancestor that holds the headline; or -1."""
    to_center: Sequence[int]
    """The same for the center of the prose."""
    articles: Sequence[int]
    """The elements that are `article`."""
    article_of: Sequence[int]
    """For each element of the page, the innermost `article` that it is or is in; or -1."""


def read_elements(
    page: Page,
    indices: Sequence[int],
    containers: Containers,
    sums: RunningSums,
    center: ProseCenter,
    items: Sequence[int],
    templates: Templates,
    headline: int | None,
) -> ScoredElements:
    """What the features are made of, for these elements of the page.

    `items` are those of `teaser_items`; `headline` is the index of the headline's block.
    """
    elements = containers.elements
    articles, article_of = _articles(elements)
    headline_element = page.blocks[headline].element if headline is not None else NO_ELEMENT
    return ScoredElements(
        containers,
        center,
        indices,
        items,
        templates,
        find_repeated(elements, containers.words),
        _core(elements, sums.prose),
        _common_ancestors(elements, headline_element),
        _common_ancestors(elements, center.element),
        articles,
        article_of,
    )


def _core(elements: ElementColumns, prose: Sequence[float]) -> range:
    """The blocks of the innermost element that holds enough of the page's prose."""
    enough = prose[-1] * CORE
    first, last = elements.firsts[0], elements.lasts[0]
    for element, own in enumerate(elements.totals(prose)):
        # A parent stands before its children, so the last element that matches is innermost.
        if own >= enough and elements.firsts[element] >= first and elements.lasts[element] <= last:
            first, last = elements.firsts[element], elements.lasts[element]
    return range(first, last)


def _articles(elements: ElementColumns) -> tuple[list[int], list[int]]:
    """The `article` elements, and for each element of the page the innermost one around it."""
    articles = [index for index, tag in enumerate(elements.tags) if tag == "article"]
    article_of = [NO_ELEMENT] * len(elements.tags)
    if articles:
        for index, (tag, parent) in enumerate(zip(elements.tags, elements.parents, strict=True)):
            of_parent = article_of[parent] if parent >= 0 else NO_ELEMENT
            article_of[index] = index if tag == "article" else of_parent
    return articles, article_of


def _common_ancestors(elements: ElementColumns, goal: int) -> list[int]:
    """For each element the innermost that is or holds both it and `goal`; -1 if `goal` is -1."""
    ancestors = set()
    while goal >= 0:
        ancestors.add(goal)
        goal = elements.parents[goal]
    found: list[int] = []
    for index, parent in enumerate(elements.parents):
        of_parent = found[parent] if parent >= 0 else NO_ELEMENT
        found.append(index if index in ancestors else of_parent)
    return found


def _of_templates(of: ScoredElements, values: Sequence[float]) -> list[float]:
    """The value of the template of each element."""
    keys, numbers = of.containers.elements.template_keys, of.templates.numbers
    return [values[numbers[keys[element]]] for element in of.indices]


def _template_means(
    of: ScoredElements, totals: Sequence[float], counts: Sequence[float]
) -> list[float]:
    """The mean over what is counted, of the template of each element."""
    pairs = zip(_of_templates(of, totals), _of_templates(of, counts), strict=True)
    return [total / (count or 1.0) for total, count in pairs]


def _template_spans(of: ScoredElements) -> list[float]:
    """From the first to the last block of the template, as a share of the page's blocks."""
    count = of.containers.elements.lasts[0] or 1
    return [span / count for span in _of_templates(of, of.templates.spans)]


def _is_in_core(of: ScoredElements) -> list[bool]:
    firsts, lasts = of.containers.elements.firsts, of.containers.elements.lasts
    start, stop = of.core.start, of.core.stop
    return [start <= firsts[element] and lasts[element] <= stop for element in of.indices]


def _levels(of: ScoredElements, ends: Sequence[int]) -> list[int]:
    """How many levels each element is below its end."""
    depths = (*of.containers.elements.depths, NO_DEPTH)
    return [depths[element] - depths[ends[element]] for element in of.indices]


def _end_shares(of: ScoredElements, ends: Sequence[int]) -> list[float]:
    """The share of the page's words that each element's end holds."""
    return of.containers.word_shares([ends[element] for element in of.indices])


def _is_like_center(of: ScoredElements) -> list[bool]:
    keys = of.containers.elements.template_keys
    center = keys[of.center.element]
    return [keys[element] == center for element in of.indices]


def _articles_before(of: ScoredElements) -> list[int]:
    """How many `article` elements begin before the one around each element."""
    own = [of.article_of[element] for element in of.indices]
    return [bisect_left(of.articles, article) if article >= 0 else -1 for article in own]


FEATURES: Mapping[str, Callable[[ScoredElements], Sequence[float]]] = {
    "depth": lambda of: [of.containers.elements.depths[element] for element in of.indices],
    "element_log_words": lambda of: of.containers.log_words(of.indices),
    "template_log_blocks": lambda of: list(map(log1p, _of_templates(of, of.templates.blocks))),
    "template_log_length": lambda of: list(
        map(log1p, _template_means(of, of.templates.words, of.templates.blocks))
    ),
    "template_link_density": lambda of: _template_means(
        of, of.templates.linked, of.templates.words
    ),
    "template_ends": lambda of: _template_means(of, of.templates.closed, of.templates.blocks),
    "template_word_weight": lambda of: _template_means(
        of, of.templates.weights, of.templates.scored
    ),
    "template_span": _template_spans,
    "repeated_siblings": lambda of: [of.repeated.siblings[element] for element in of.indices],
    "repeated_log_words": lambda of: [of.repeated.log_words[element] for element in of.indices],
    "repeated_elements": lambda of: [of.repeated.elements[element] for element in of.indices],
    "siblings": lambda of: of.containers.sibling_counts(of.indices),
    "in_core": _is_in_core,
    "up_to_headline": lambda of: _levels(of, of.to_headline),
    "headline_share": lambda of: _end_shares(of, of.to_headline),
    "up_to_center": lambda of: _levels(of, of.to_center),
    "center_share": lambda of: _end_shares(of, of.to_center),
    "like_center": _is_like_center,
    "articles_before": _articles_before,
    "articles": lambda of: [len(of.articles)] * len(of.indices),
    "article_share": lambda of: _end_shares(of, of.article_of),
    "teaser_items": lambda of: [of.items[element] for element in of.indices],
}
