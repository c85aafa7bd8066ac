"""How much a word of a class name, or of the text, speaks for the body."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from newsclean.label.features.ancestors import CLASS_WORD
from newsclean.label.features.words import first_words
from newsclean.model import Page

# The words in classes and ids of so many elements count, from that of the block outwards.
LEVELS = 4


class WordSets(NamedTuple):
    """Words of a page."""

    in_body: frozenset[str]
    """Those of blocks that are body."""
    outside: frozenset[str]
    """Those of blocks that are not."""


class PageWords(NamedTuple):
    """The words of a page's class names and of its text."""

    names: WordSets
    texts: WordSets


def page_words(page: Page, body: Sequence[bool], optional: Sequence[bool]) -> PageWords:
    """The words of a page; blocks that may be body or not are left out."""
    kept = [(index, is_body) for index, is_body in enumerate(body) if not optional[index]]
    return PageWords(_sets(page, kept, _names_of), _sets(page, kept, _words_of))


def _sets(
    page: Page, kept: Iterable[tuple[int, bool]], read: Callable[[Page, int], Iterable[str]]
) -> WordSets:
    found: tuple[set[str], set[str]] = (set(), set())
    for index, is_body in kept:
        found[is_body].update(read(page, index))
    outside, in_body = map(frozenset, found)
    return WordSets(in_body, outside)


def _names_of(page: Page, index: int) -> list[str]:
    """The words in classes and ids of the block's element and of the elements around it."""
    found: list[str] = []
    element = page.blocks[index].element
    for _ in range(LEVELS):
        if element < 0:
            break
        words = CLASS_WORD.findall(page.elements[element].class_names)
        found += [word for word in words if len(word) > 1]
        element = page.elements[element].parent
    return found


def _words_of(page: Page, index: int) -> list[str]:
    return first_words(page.blocks[index].text)


def log_odds(pages: Iterable[tuple[str, WordSets]], sites: int, least: float) -> dict[str, float]:
    """For each word on so many sites the log odds, counted in sites, that its block is body.

    `pages` have the site and the words of each page.

    >>> words = WordSets(frozenset(["story"]), frozenset(["menu"]))
    >>> log_odds([("a", words), ("b", words)], 2, 0.1)
    {'menu': -1.1, 'story': 1.1}
    >>> log_odds([("a", words), ("a", words)], 2, 0.1)
    {}
    """
    within: dict[str, set[str]] = defaultdict(set)
    outside: dict[str, set[str]] = defaultdict(set)
    for site, words in pages:
        for word in words.in_body:
            within[word].add(site)
        for word in words.outside:
            outside[word].add(site)
    found = {}
    for word in sorted(within.keys() | outside.keys()):
        for_body, against = within.get(word, set()), outside.get(word, set())
        weight = round(math.log((len(for_body) + 1) / (len(against) + 1)), 2)
        if len(for_body | against) >= sites and abs(weight) >= least:
            found[word] = weight
    return found
