"""The quality of an extraction, and whether the page is an article."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.assemble.quality import Assessment, Known, assess
from newsclean.label import Labels, Verdict
from newsclean.model import Kind, Label, Paragraph
from newsclean.parse import parse_html
from tests.cases import CASES, Case

LINE = (
    "The island ferry sails again from Monday, the council said after a long meeting in the town"
    " hall."
)


def assessed(scores: list[float], stated: bool = False) -> Assessment:
    """The assessment of a page with date and author, whose blocks have these scores.

    Blocks with a score over a half are body.
    """
    page = parse_html(f"<p>{LINE}" * len(scores))
    labels = [Label.BODY if score > 0.5 else Label.OTHER for score in scores]
    verdicts = tuple(
        Verdict(label, "score", score) for label, score in zip(labels, scores, strict=True)
    )
    paragraphs = [Paragraph(Kind.PARAGRAPH, LINE) for label in labels if label is Label.BODY]
    known = Known(date=True, authors=True)
    return assess(page, Labels(verdicts, 0), paragraphs, known, stated)


def test_a_sure_body_is_an_article_and_no_body_is_none() -> None:
    sure = assessed([0.99] * 8 + [0.01] * 4)
    assert sure.is_article
    assert sure.quality > 0.9
    assert assessed([0.01] * 12) == Assessment(0.0, False)


def test_the_less_sure_the_lower() -> None:
    levels = [assessed([score] * 8).quality for score in (0.99, 0.7, 0.55)]
    assert levels == sorted(levels, reverse=True)
    assert assessed([0.99] * 8 + [0.45] * 8).quality < assessed([0.99] * 8 + [0.01] * 8).quality


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


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_quality_is_a_probability_and_an_article_has_a_body(case: Case) -> None:
    article = case.report().article
    assert 0 <= article.quality <= 1
    assert not article.is_article or article.body
