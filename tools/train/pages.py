"""Labelled pages, read and aligned with their gold."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from benchmarks.data import Gold, read_gold, read_page
from newsclean.decode import decode
from newsclean.label import read_signals
from newsclean.label.features import PageSignals
from newsclean.label.reveal import display
from newsclean.model import Page
from newsclean.parse import parse
from tools.split import is_aside, site_of
from tools.train.align import align, tokens
from tools.train.words import PageWords, page_words

TYPED = frozenset({"textarea", "input"})
FOLDS = 5
# Sets whose gold was made by the makers of another.
MAKERS = {"news-zh": "news-cjk"}


@dataclass(frozen=True)
class Sample:
    """A labelled page: its blocks, the share of each that is in the gold, and their lengths in
    words. `optional` are the blocks that the gold allows in the body and out of it.
    """

    path: Path
    gold: Gold
    site: str
    page: Page
    signals: PageSignals
    shares: list[float]
    lengths: list[int]
    optional: list[bool]

    @cached_property
    def body(self) -> list[bool]:
        """For each block, whether it is body."""
        return [share >= 0.5 for share in self.shares]

    @cached_property
    def words(self) -> PageWords:
        """The words of its blocks."""
        return page_words(self.page, self.body, self.optional)

    @property
    def folder(self) -> str:
        """The name of the data folder."""
        return self.path.name

    @property
    def aside(self) -> bool:
        """Whether the page belongs to the aside half of tools.split."""
        return is_aside(self.site)


def read_samples(folder: Path) -> Iterator[Sample]:
    """Yield the pages of a data folder that have a gold body, in the order of their ids."""
    for gold in read_gold(folder):
        if gold.get("body") is None:
            continue
        optional = {" ".join(tokens(line)) for line in gold.get("optional") or ()}
        body = _without_lines(gold["body"], optional)
        page = _displayed(parse(decode(read_page(folder, gold)).text, gold.get("url")), body)
        texts = [block.text for block in page.blocks]
        yield Sample(
            path=folder,
            gold=gold,
            site=site_of(gold),
            page=page,
            signals=read_signals(page),
            shares=_shares(page, body, False),
            lengths=[len(tokens(text)) for text in texts],
            optional=[" ".join(tokens(text)) in optional for text in texts],
        )


def _without_lines(text: str, lines: Collection[str]) -> str:
    """The text without the lines whose words are one of these.

    >>> _without_lines("Ferry returns\\nIt sails again.", {"ferry returns"})
    'It sails again.'
    """
    if not lines:
        return text
    return "\n".join(line for line in text.splitlines() if " ".join(tokens(line)) not in lines)


def _displayed(page: Page, gold: str) -> Page:
    """The page with its hidden elements displayed, if they hold the article.

    That is the case if the page displays no more than half of the gold, since a script then
    displays the rest. Extraction finds these elements without the gold, but needs weights for that.
    """
    if not any(block.hidden for block in page.blocks):
        return page
    lengths = [len(tokens(block.text)) for block in page.blocks]
    shown = _words_of_gold(_shares(page, gold, False), lengths)
    every = _shares(page, gold, True)
    if shown >= 0.5 * len(tokens(gold)) or _words_of_gold(every, lengths) <= 1.2 * shown:
        return page
    parts = [
        index
        for index, (first, last) in enumerate(page.hiders)
        if _words_of_gold(every[first:last], lengths[first:last]) > 0.5 * sum(lengths[first:last])
    ]
    return display(page, parts)


def _words_of_gold(shares: Sequence[float], lengths: Sequence[int]) -> float:
    return sum(share * length for share, length in zip(shares, lengths, strict=True))


def _shares(page: Page, gold: str, hidden: bool) -> list[float]:
    """The share of each block that is in the gold; 0 for hidden ones if not `hidden`.

    Form fields are left out: they may have the source of the article for others to copy.
    """
    return align(
        [
            "" if block.tag in TYPED or (block.hidden and not hidden) else block.text
            for block in page.blocks
        ],
        gold,
    )


def folds(sites: Sequence[str], count: int = FOLDS) -> list[int]:
    """The fold of each page, given their sites; all pages of a site are in one fold.

    >>> here, there, again = folds(["example.org", "example.com", "example.org"])
    >>> here == again, here == there
    (True, False)
    """
    shuffled = sorted(set(sites))
    random.Random(0).shuffle(shuffled)
    fold = {site: index % count for index, site in enumerate(shuffled)}
    return [fold[site] for site in sites]


def folds_of_makers(folders: Sequence[str]) -> list[int]:
    """The fold of each page, given their folders; those of the same makers are in one fold.

    >>> folds_of_makers(["news-zh", "articles-en", "news-cjk"])
    [1, 0, 1]
    """
    makers = [MAKERS.get(folder, folder) for folder in folders]
    index = {maker: k for k, maker in enumerate(sorted(set(makers)))}
    return [index[maker] for maker in makers]
