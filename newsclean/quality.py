"""How likely it is that the body is right, and whether the page is an article at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p

from newsclean.label import Labels
from newsclean.model import Label, Page, Paragraph
from newsclean.trees import probability

SURE, UNSURE = 0.8, 0.2
# Less text is a message of the server, whatever its words.
SHORTEST_ARTICLE = 60


@dataclass(frozen=True, slots=True)
class Judgement:
    """How likely it seems that the body is right, from 0 to 1 (set by hand, not yet calibrated), and whether the page is an article."""

    quality: float
    is_article: bool


def signals(page: Page, labels: Labels, paragraphs: Sequence[Paragraph], dated: bool) -> list[float]:
    """What the judgement is made of: the body's length and how sure its blocks are, and the marks of an article."""
    total = body = unsure = sure = 0
    for block, verdict in zip(page.blocks, labels.verdicts, strict=True):
        size = len(block.text)
        total += size
        body += size if verdict.label is Label.BODY else 0
        sure += size if verdict.score >= SURE else 0
        unsure += size if UNSURE < verdict.score < SURE else 0
    kind = page.metadata.first("og:type").lower()
    return [
        log1p(sum(len(paragraph.text) for paragraph in paragraphs)),
        sure / (body or 1),
        unsure / (body + unsure or 1),
        body / (total or 1),
        float(labels.headline is not None),
        float(dated),
        float("article" in kind),
        log1p(len(paragraphs)),
    ]


def judge(page: Page, labels: Labels, paragraphs: Sequence[Paragraph], dated: bool, stated: bool = False) -> Judgement:
    """The judgement of one page; a page without a body is none. `stated` says that its data gave the body, which no score had to find."""
    if not paragraphs:
        return Judgement(0.0, False)
    length, sure, unsure, share, *_ = signals(page, labels, paragraphs, dated)
    if stated:
        sure, unsure, share = 1.0, 0.0, 0.0
    quality = probability(2.5 * sure - 4.0 * unsure + 0.5 * min(length - 5, 2.0) + share)
    return Judgement(round(quality, 4), quality >= 0.5 and sum(len(paragraph.text) for paragraph in paragraphs) >= SHORTEST_ARTICLE)
