"""How likely it is that the body is right, and whether the page is an article at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p

from newsclean.label import Labels
from newsclean.learned.trees import probability
from newsclean.learned.weights import page_weights
from newsclean.model import Kind, Label, Page, Paragraph
from newsclean.text.characters import text_length

SURE, UNSURE = 0.8, 0.2
# Less text is a message of the server, whatever its words.
SHORTEST_ARTICLE = 60
# A shorter paragraph is a label, a heading or an item as often as a sentence.
LONG_PARAGRAPH = 80
# A body from the page's data is the publisher's own text of it, though of a few pages only its beginning.
STATED_QUALITY = 0.9
# What a page calls itself in its data if it is no article.
OTHER_TYPE = re.compile(
    r'"@type"\s{0,9}:\s{0,9}\[?\s{0,9}"(?:Product|ItemList|CollectionPage|DiscussionForumPosting|QAPage|FAQPage|Service|LocalBusiness|SearchResultsPage|ProfilePage)"'
)
ARTICLE_TYPE = re.compile(r'"@type"\s{0,9}:\s{0,9}\[?\s{0,9}"(?:\w{0,20}Article|BlogPosting|Report)"')
SIGNALS = (
    *("length", "sure", "unsure", "share", "links", "long_share", "headline", "dated", "authored"),
    *("article_type", "other_type", "og_article", "og_other", "paragraphs", "articles", "headings"),
)
LENGTH = SIGNALS.index("length")


@dataclass(frozen=True, slots=True)
class Judgement:
    """How likely it is that the body is right (of pages with 0.8, four in five are), and whether the page is an article."""

    quality: float
    is_article: bool


def signals(page: Page, labels: Labels, paragraphs: Sequence[Paragraph], dated: bool, authored: bool) -> list[float]:
    """What the judgement is made of: the columns SIGNALS."""
    total = body = unsure = sure = linked = 0
    is_body = Label.BODY
    for block, verdict in zip(page.blocks, labels.verdicts, strict=True):
        size = len(block.text)
        total += size
        score = verdict.score
        if score >= SURE:
            sure += size
        elif score > UNSURE:
            unsure += size
        if verdict.label is is_body:
            body += size
            linked += block.linked
    held = body or 1
    lengths = [text_length(paragraph.text) for paragraph in paragraphs]
    length = sum(lengths)
    long = sum(size for size in lengths if size >= LONG_PARAGRAPH)
    kind = page.metadata.first("og:type").lower()
    data = page.metadata.json_ld
    return [
        log1p(length),
        sure / held,
        unsure / (held + unsure),
        held / (total or 1),
        linked / held,
        long / (length or 1),
        labels.headline is not None,
        dated,
        authored,
        any(ARTICLE_TYPE.search(raw) for raw in data),
        any(OTHER_TYPE.search(raw) for raw in data),
        "article" in kind,
        bool(kind) and "article" not in kind,
        log1p(len(paragraphs)),
        min([element.tag for element in page.elements].count("article"), 10),
        sum(paragraph.kind is Kind.HEADING for paragraph in paragraphs) / (len(paragraphs) or 1),
    ]


def judge(
    page: Page,
    labels: Labels,
    paragraphs: Sequence[Paragraph],
    dated: bool,
    authored: bool,
    stated: bool,
) -> Judgement:
    """The judgement of one page; a page without a body is none. `stated` says that its data gave the body, which no score had to find."""
    if not paragraphs:
        return Judgement(0.0, False)
    if stated:
        return Judgement(
            STATED_QUALITY,
            sum(text_length(paragraph.text) for paragraph in paragraphs) >= SHORTEST_ARTICLE,
        )
    found = signals(page, labels, paragraphs, dated, authored)
    learned = page_weights(SIGNALS)
    quality, article = (
        probability(bias + sum(weight * value for weight, value in zip(line, found, strict=True)))
        for bias, *line in (learned.quality, learned.article)
    )
    return Judgement(round(quality, 4), article >= 0.5 and found[LENGTH] >= log1p(SHORTEST_ARTICLE))
