"""The quality of an extraction, and whether the page is an article."""

from __future__ import annotations

from math import log, log1p

import pytest

import newsclean
from newsclean.assemble.quality import Assessment, Known, assess, read_signals
from newsclean.label import Labels, Verdict
from newsclean.model import Kind, Label, Page, Paragraph
from newsclean.parse import parse_html

LINE = (
    "The island ferry sails again from Monday, the council said after a long meeting in the town"
    " hall."
)


def scored(scores: list[float], line: str = LINE) -> tuple[Page, Labels, list[Paragraph]]:
    """A page whose blocks have these scores; those with one over a half are body."""
    labels = [Label.BODY if score > 0.5 else Label.OTHER for score in scores]
    verdicts = tuple(
        Verdict(label, "score", score) for label, score in zip(labels, scores, strict=True)
    )
    paragraphs = [Paragraph(Kind.PARAGRAPH, line) for label in labels if label is Label.BODY]
    return parse_html(f"<p>{line}" * len(scores)), Labels(verdicts, 0), paragraphs


def assessed(scores: list[float], stated: bool = False) -> Assessment:
    """The assessment of a page with date and author, whose blocks have these scores."""
    return assess(*scored(scores), Known(date=True, authors=True), stated)


def test_a_sure_body_is_an_article_and_no_body_is_none() -> None:
    sure = assessed([0.99] * 8 + [0.01] * 4)
    assert sure.is_article
    assert sure.quality > 0.9
    assert assessed([0.01] * 12) == Assessment(0.0, False)


def test_the_less_sure_the_lower() -> None:
    levels = [assessed([score] * 8).quality for score in (0.99, 0.7, 0.55)]
    assert levels == sorted(levels, reverse=True)
    assert assessed([0.99] * 8 + [0.45] * 8).quality < assessed([0.99] * 8 + [0.01] * 8).quality


@pytest.mark.parametrize(
    ("signal", "line", "scores", "value"),
    [
        ("unbroken", LINE, [0.1, 0.9, 0.9, 0.1], 1.0),
        ("unbroken", LINE, [0.9, 0.1, 0.1, 0.9], 0.5),
        ("nearly", LINE, [0.9, 0.04], 0.0),
        ("nearly", LINE, [0.9, 0.06, 0.49], log1p(2)),
        ("log_odds", LINE, [0.8, 0.2], log(4)),
        ("log_odds", LINE, [1.0, 0.8], (log(9999) + log(4)) / 2),
        ("wide", LINE, [0.9], 0.0),
        ("wide", "渡轮周一复航，镇公所说。", [0.9, 0.9], 10 / 12),
    ],
)
def test_what_the_scores_and_letters_signal(
    signal: str, line: str, scores: list[float], value: float
) -> None:
    page, labels, paragraphs = scored(scores, line)
    found = read_signals(page, labels, paragraphs, Known())
    assert found[signal] == pytest.approx(value)


def test_a_short_message_is_no_article_however_sure() -> None:
    page = parse_html("<p>Not found.")
    labels = Labels((Verdict(Label.BODY, "score", 0.99),), None)
    paragraphs = [Paragraph(Kind.PARAGRAPH, "Not found.")]
    assert not assess(page, labels, paragraphs, Known(), False).is_article


@pytest.mark.parametrize(
    "page", ["", " ", "<html></html>", "<p></p>", "<script>x()</script>", b"", b"\x00\xff\xfe" * 9]
)
def test_a_page_of_nothing_is_no_article(page: str | bytes) -> None:
    article = newsclean.extract(page)
    assert (article.is_article, article.quality, article.body) == (False, 0.0, "")
