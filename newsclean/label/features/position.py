"""Features of a block's position on the page, and of the blocks before and after it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from math import log1p
from typing import NamedTuple

from newsclean.label.features.blocks import OTHER_RANK, TAG_RANK
from newsclean.label.features.page_signals import PageSignals
from newsclean.label.features.running_sums import RunningSums
from newsclean.model import Page
from newsclean.text.scripts import count_wide

# The greatest distance to the headline, in blocks; and the greatest number of equal blocks.
FARTHEST, MOST_REPEATS = 50, 5
# The distance to the headline on a page without one.
NO_HEADLINE = 2 * FARTHEST
# A window has so many blocks before a block and as many after it.
WINDOW = 4
# A longer block is not the heading of a list of links, whatever the lexicon finds in it: in words.
LONGEST_HEADING = 10
# How many characters at the start of each block are looked at to find the page's script.
SCRIPT_CHARACTERS = 50
# The characters at the start of a block that are looked for in the article's text by JSON-LD.
STATED_CHARACTERS = 60
NOT_STATED = -1


class Windows(NamedTuple):
    """A range of blocks for each scored block, and how many words it has."""

    firsts: Sequence[int]
    lasts: Sequence[int]
    words: Sequence[float]

    def totals(self, running: Sequence[float]) -> list[float]:
        """The total within each window of what has these running sums."""
        return [
            running[last] - running[first]
            for first, last in zip(self.firsts, self.lasts, strict=True)
        ]

    def means(self, running: Sequence[float]) -> list[float]:
        """The mean over each window's blocks of what has these running sums."""
        return [
            (running[last] - running[first]) / (last - first)
            for first, last in zip(self.firsts, self.lasts, strict=True)
        ]


class Positions(NamedTuple):
    """What the features here are made of."""

    page: Page
    texts: Sequence[str]
    scored: Sequence[int]
    sums: RunningSums
    signals: PageSignals
    windows: Windows


def read_positions(
    page: Page, scored: Sequence[int], sums: RunningSums, signals: PageSignals
) -> Positions:
    """What the features are made of, for the scored blocks of a page."""
    count = len(page.blocks)
    firsts = [max(index - WINDOW, 0) for index in scored]
    lasts = [min(index + WINDOW + 1, count) for index in scored]
    words = [
        sums.words[last] - sums.words[first] for first, last in zip(firsts, lasts, strict=True)
    ]
    texts = [block.text for block in page.blocks]
    return Positions(page, texts, scored, sums, signals, Windows(firsts, lasts, words))


def _shares_before(at: Positions) -> list[float]:
    """The share of the page's words that stand before each block."""
    words = at.sums.words
    total = words[-1] or 1.0
    return [words[index] / total for index in at.scored]


def _distances(scored: Sequence[int], headline: int | None) -> list[float]:
    if headline is None:
        return [NO_HEADLINE] * len(scored)
    return [max(-FARTHEST, min(FARTHEST, index - headline)) for index in scored]


def _wide_share(texts: Sequence[str]) -> float:
    """The share of Chinese, Japanese and Korean characters at the start of all blocks."""
    starts = "".join([text[:SCRIPT_CHARACTERS] for text in texts])
    return count_wide(starts) / (len(texts) * SCRIPT_CHARACTERS)


def _repeats(at: Positions) -> list[int]:
    """How many blocks of the page have each block's text."""
    counts = Counter(at.texts)
    return [min(counts[at.texts[index]], MOST_REPEATS) for index in at.scored]


def _is_under_related(at: Positions) -> list[bool]:
    """Whether each block stands in one container with a heading of related links before it."""
    elements, words = at.page.elements, at.sums.words
    ends: list[int] = []
    end = 0
    for index, (block, groups) in enumerate(zip(at.page.blocks, at.signals.groups, strict=True)):
        ends.append(end)
        if groups and "related" in groups and words[index + 1] - words[index] <= LONGEST_HEADING:
            end = elements[max(elements[block.element].parent, 0)].last
    return [index < ends[index] for index in at.scored]


def _words_since_headline(at: Positions) -> list[float]:
    """The logarithm of the words from the headline on; -1 before it and without one."""
    headline, words = at.signals.headline, at.sums.words
    if headline is None:
        return [-1.0] * len(at.scored)
    start = words[headline]
    return [log1p(words[index] - start) if index >= headline else -1.0 for index in at.scored]


def _since(at: Positions, group: str) -> list[int]:
    """How many blocks before each the last short one is that has an entry of this group."""
    words = at.sums.words
    found: list[int] = []
    last = -FARTHEST
    for index, groups in enumerate(at.signals.groups):
        found.append(min(index - last, FARTHEST))
        if groups and group in groups and words[index + 1] - words[index] <= LONGEST_HEADING:
            last = index
    return [found[index] for index in at.scored]


def _is_stated(at: Positions) -> list[float]:
    """Whether the article's text by JSON-LD has the start of each block."""
    body, texts = at.signals.json_ld_body, at.texts
    if not body:
        return [NOT_STATED] * len(at.scored)
    return [texts[index][:STATED_CHARACTERS].replace(" ", "") in body for index in at.scored]


def _next_tag_ranks(at: Positions) -> list[int]:
    ranks = [*[TAG_RANK.get(block.tag, OTHER_RANK) for block in at.page.blocks], 0]
    return [ranks[index + 1] for index in at.scored]


FEATURES: Mapping[str, Callable[[Positions], Sequence[float]]] = {
    "position": lambda at: [index / len(at.texts) for index in at.scored],
    "text_before": _shares_before,
    "from_headline": lambda at: _distances(at.scored, at.signals.headline),
    "wide_share": lambda at: [_wide_share(at.texts)] * len(at.scored),
    "repeats": _repeats,
    "window_log_words": lambda at: list(map(log1p, at.windows.words)),
    "window_link_density": lambda at: [
        linked / (words or 1)
        for linked, words in zip(at.windows.totals(at.sums.linked), at.windows.words, strict=True)
    ],
    "window_word_weight": lambda at: at.windows.means(at.sums.word_weights),
    "window_bad_words": lambda at: at.windows.means(at.sums.bad_words),
    "title_in_window": lambda at: at.sums.title_shares(at.windows.firsts, at.windows.lasts),
    "under_related": _is_under_related,
    "words_since_headline": _words_since_headline,
    "since_related": lambda at: _since(at, "related"),
    "since_share": lambda at: _since(at, "share"),
    "in_json_ld": _is_stated,
    "next_tag_rank": _next_tag_ranks,
}
