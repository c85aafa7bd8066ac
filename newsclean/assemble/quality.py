"""How likely it is that the body is right, and whether the page is an article at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import log, log1p
from typing import NamedTuple

from newsclean.label import Labels
from newsclean.label.threshold import HIGHEST
from newsclean.learned import load_quality
from newsclean.metadata.stated_types import StatedTypes, stated_types
from newsclean.model import Kind, Label, Page, Paragraph
from newsclean.text.characters import text_length
from newsclean.text.prices import count_prices
from newsclean.text.scripts import count_wide

# A block with at least the one score is sure to be body; one between the two is doubtful.
SURE, UNSURE = 0.8, 0.2
# From this score on a block that is no body came near to it.
NEARLY = 0.05
# Scores are no nearer to 0 and 1 than this when their log odds are averaged.
LEAST_SCORE = 1e-4
# A shorter text, in letters, is a message of the server, whatever its words.
SHORTEST_ARTICLE = 60
# A shorter paragraph is a label, a heading or an item as often as a sentence.
LONG_PARAGRAPH = 80
MOST_ARTICLES = 10
# The quality of a body from the page's data. It is the publisher's own text, but on a few pages
# only its beginning.
STATED_QUALITY = 0.9
ARTICLE_FROM = 0.5
# Plain text lacks the metadata that mark an article; those among the fixtures have 0.33 and
# more.
PLAIN_ARTICLE_FROM = 0.3


class Assessment(NamedTuple):
    """How likely the body is right, and whether the page is an article.

    Of pages with a quality of 0.8, four in five have the right body. `probability` is that of being
    an article; None where a rule decided.
    """

    quality: float
    is_article: bool
    probability: float | None = None


class Lengths(NamedTuple):
    """Characters of the page's blocks."""

    page: int
    page_linked: int
    """Characters of the page in hyperlinks."""
    body: int
    linked: int
    """Characters of the body in hyperlinks."""
    container: int
    """Characters of the body in the element that has most of its paragraphs."""
    comments: int
    sure: int
    """Characters of blocks that are sure to be body."""
    unsure: int
    nearly: int
    """Characters of blocks that are no body but came near to it."""


class Known(NamedTuple):
    """Which fields of the article have a value."""

    date: bool = False
    updated: bool = False
    authors: bool = False
    source: bool = False


class Result(NamedTuple):
    """What the signals are made of: a page and what was found on it."""

    page: Page
    labels: Labels
    lengths: Lengths
    paragraphs: Sequence[Paragraph]
    paragraph_lengths: Sequence[int]
    """The length of each paragraph, in letters."""
    types: StatedTypes
    known: Known


SIGNALS: Mapping[str, Callable[[Result], float]] = {
    "length": lambda result: log1p(sum(result.paragraph_lengths)),
    "sure": lambda result: result.lengths.sure / (result.lengths.body or 1),
    "unsure": lambda result: (
        result.lengths.unsure / ((result.lengths.body or 1) + result.lengths.unsure)
    ),
    "share": lambda result: (result.lengths.body or 1) / (result.lengths.page or 1),
    "links": lambda result: result.lengths.linked / (result.lengths.body or 1),
    "long_share": lambda result: _long_share(result.paragraph_lengths),
    # Plain text has no markup that could show which line is the headline.
    "headline": lambda result: result.page.plain or result.labels.headline is not None,
    "dated": lambda result: result.known.date,
    "updated": lambda result: result.known.updated,
    "authored": lambda result: result.known.authors,
    "sourced": lambda result: result.known.source,
    "article_type": lambda result: result.types.article,
    "other_type": lambda result: result.types.other,
    "og_article": lambda result: result.types.og_article,
    "og_other": lambda result: result.types.og_other,
    "paragraphs": lambda result: log1p(len(result.paragraphs)),
    "articles": lambda result: min(_count_tag(result.page, "article"), MOST_ARTICLES),
    "headings": lambda result: _share_of(Kind.HEADING, result.paragraphs),
    "items": lambda result: _share_of(Kind.LIST_ITEM, result.paragraphs),
    "container": lambda result: result.lengths.container / (result.lengths.body or 1),
    "comments": lambda result: (
        result.lengths.comments / ((result.lengths.body or 1) + result.lengths.comments)
    ),
    "page_links": lambda result: result.lengths.page_linked / (result.lengths.page or 1),
    "prices": lambda result: log1p(count_prices(block.text for block in result.page.blocks)),
    "unbroken": lambda result: _unbroken_share(result.labels.body),
    "nearly": lambda result: log1p(result.lengths.nearly / (result.lengths.body or 1)),
    "log_odds": lambda result: _mean_log_odds(result.page, result.labels),
    "wide": lambda result: _wide_share(result.paragraphs),
}
"""The signals that quality is learned from, by name."""
NAMES = tuple(SIGNALS)


def assess(
    page: Page,
    labels: Labels,
    paragraphs: Sequence[Paragraph],
    known: Known,
    stated: bool,
) -> Assessment:
    """How good a result is; a page without a body is no article.

    `stated` is whether the page's data gave the body, so that no score had to find it.
    """
    if not paragraphs:
        return Assessment(0.0, False)
    lengths = [text_length(paragraph.text) for paragraph in paragraphs]
    length = sum(lengths)
    if stated:
        return Assessment(STATED_QUALITY, length >= SHORTEST_ARTICLE)
    found = read_signals(page, labels, paragraphs, known, lengths)
    learned = load_quality(NAMES)
    quality = round(learned.quality.probability(found), 4)
    if length < SHORTEST_ARTICLE:
        return Assessment(quality, False)
    probability = learned.article.probability(found)
    least = PLAIN_ARTICLE_FROM if page.plain else ARTICLE_FROM
    return Assessment(quality, probability >= least, round(probability, 4))


def read_signals(
    page: Page,
    labels: Labels,
    paragraphs: Sequence[Paragraph],
    known: Known,
    lengths: Sequence[int] | None = None,
) -> dict[str, float]:
    """The value of each of SIGNALS. `lengths` are those of the paragraphs, if they are known."""
    result = Result(
        page,
        labels,
        _measure(page, labels),
        paragraphs,
        lengths or [text_length(paragraph.text) for paragraph in paragraphs],
        stated_types(page.metadata),
        known,
    )
    return {name: signal(result) for name, signal in SIGNALS.items()}


def _measure(page: Page, labels: Labels) -> Lengths:
    """The lengths of the page's blocks, by what they are."""
    sizes = [len(block.text) for block in page.blocks]
    sure = unsure = comments = nearly = 0
    body: list[int] = []
    of_body, of_comment = Label.BODY, Label.COMMENT
    for index, (label, _, score, _) in enumerate(labels.verdicts):
        if score >= SURE:
            sure += sizes[index]
        elif score > UNSURE:
            unsure += sizes[index]
        if label is of_body:
            body.append(index)
            continue
        if label is of_comment:
            comments += sizes[index]
        if NEARLY < score < HIGHEST:
            nearly += sizes[index]
    containers: dict[int, int] = {}
    for index in body:
        parent = page.elements[page.blocks[index].element].parent
        containers[parent] = containers.get(parent, 0) + sizes[index]
    return Lengths(
        page=sum(sizes),
        page_linked=sum([block.linked for block in page.blocks]),
        body=sum([sizes[index] for index in body]),
        linked=sum([page.blocks[index].linked for index in body]),
        container=max(containers.values(), default=0),
        comments=comments,
        sure=sure,
        unsure=unsure,
        nearly=nearly,
    )


def _unbroken_share(body: Sequence[bool]) -> float:
    """Of the blocks from the first to the last of the body, the share that is body."""
    found = [index for index, is_body in enumerate(body) if is_body]
    return len(found) / (found[-1] - found[0] + 1) if found else 0.0


def _mean_log_odds(page: Page, labels: Labels) -> float:
    """The mean log odds of the body's blocks, by their characters."""
    weighed = total = 0.0
    of_body = Label.BODY
    for block, (label, _, score, _) in zip(page.blocks, labels.verdicts, strict=True):
        if label is of_body:
            score = min(max(score, LEAST_SCORE), 1 - LEAST_SCORE)
            size = len(block.text)
            weighed += size * log(score / (1 - score))
            total += size
    return weighed / (total or 1)


def _wide_share(paragraphs: Sequence[Paragraph]) -> float:
    """The share of Chinese, Japanese and Korean characters in the text."""
    wide = sum(count_wide(paragraph.text) for paragraph in paragraphs)
    return wide / (sum(len(paragraph.text) for paragraph in paragraphs) or 1)


def _long_share(lengths: Sequence[int]) -> float:
    """The share of the text that is in long paragraphs."""
    return sum(length for length in lengths if length >= LONG_PARAGRAPH) / (sum(lengths) or 1)


def _count_tag(page: Page, tag: str) -> int:
    return sum([element.tag == tag for element in page.elements])


def _share_of(kind: Kind, paragraphs: Sequence[Paragraph]) -> float:
    return sum(paragraph.kind is kind for paragraph in paragraphs) / (len(paragraphs) or 1)
