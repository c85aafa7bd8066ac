"""The text of an article is read from the data that are embedded in a page."""

from __future__ import annotations

import json
from typing import Any

import pytest

import newsclean
from newsclean.metadata.embedded import DataBody, read_data_body
from newsclean.model import Metadata

LINES = (
    "The first paragraph of a made-up article, long enough to be one. " * 3,
    "A second paragraph, which is shorter than the first.",
)
LINES = (LINES[0].strip(), LINES[1])
TEXT = "\n".join(LINES)
HTML = "".join(f"<p class=x>{line}</p>" for line in LINES)


def ld(value: Any) -> Metadata:
    return Metadata(json_ld=(json.dumps(value),))


def script(text: str) -> Metadata:
    return Metadata(scripts=(text,))


@pytest.mark.parametrize(
    "data",
    [
        {"@type": "NewsArticle", "articleBody": TEXT},
        {"@type": "NewsArticle", "articleBody": HTML},
        [
            {"@type": "WebSite"},
            {"@graph": [{"@type": "Person"}, {"@type": "Article", "articleBody": TEXT}]},
        ],
        {"@type": "NewsArticle", "description": "A teaser. " * 40, "articleBody": TEXT},
    ],
    ids=["lines", "markup", "in a graph", "beside a teaser"],
)
def test_json_ld_gives_the_body(data: Any) -> None:
    assert read_data_body(ld(data)) == DataBody(LINES, "json-ld")


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(
            {"props": {"article": {"body": [{"type": "p", "text": line} for line in LINES]}}}
        ),
        json.dumps({"props": {"article": {"paragraphs": list(LINES)}}}),
        json.dumps({"a": [{"b": {"contentHtml": HTML, "title": "x"}}]}),
        (
            f"window.__INITIAL_STATE__ = {json.dumps({'story': {'content': TEXT}})}; (function ()"
            " { start() })()"
        ),
        (
            "window.app = window.app || {};"
            f" window.__NUXT__={json.dumps({'data': [{'articleBody': HTML}]})};"
        ),
        json.dumps({"blocks": [{"kind": 1, "content": f"<p>{line}</p>"} for line in LINES]}),
        json.dumps({"state": {"storyMarkup": HTML, "title": "x"}}),
        f"window.__STATE__ = JSON.parse({json.dumps(json.dumps({'markup': HTML}))})",
        f"self.__next_f.push({json.dumps([1, HTML])})",
        f"self.__next_f.push({json.dumps([1, '1f:T1a2,' + HTML])})",
    ],
    ids=[
        "objects",
        "strings",
        "markup",
        "assigned",
        "after an empty object",
        "a list of an unusual name",
        "a string of an unusual name",
        "a string that is parsed",
        "pushed",
        "pushed with its length",
    ],
)
def test_the_state_in_a_script_gives_the_body(text: str) -> None:
    assert read_data_body(script(text)) == DataBody(LINES, "script")


@pytest.mark.parametrize(
    "metadata",
    [
        Metadata(),
        ld({"@type": "NewsArticle", "articleBody": "Too short to be an article."}),
        ld({"@type": "NewsArticle", "description": TEXT}),
        script(json.dumps({"settings": {"licence": TEXT}})),
        Metadata(json_ld=('{"articleBody": "cut off in the mid',)),
        script("function content() { return '" + TEXT.replace("\n", " ") + "' }"),
        script("[" * 100_000),
        script('{"a":' * 5_000 + '"x"' + "}" * 5_000),
    ],
    ids=[
        "no data",
        "short",
        "a description",
        "an unusual name",
        "broken",
        "no json",
        "brackets",
        "deep",
    ],
)
def test_other_data_give_none(metadata: Metadata) -> None:
    assert read_data_body(metadata) is None


def test_the_longest_text_is_the_article() -> None:
    comments = [{"text": "A comment, of some length, on the article above. " * 5} for _ in range(3)]
    assert read_data_body(
        script(json.dumps({"comments": comments, "content": TEXT * 3}))
    ) == DataBody((LINES[0], LINES[1] + LINES[0], LINES[1] + LINES[0], LINES[1]), "script")


def test_what_the_page_shows_goes_before_its_data() -> None:
    other = "Nothing of this stands in the data of the page; it is what readers see. " * 4
    page = f"<h1>A title of a page</h1>{''.join(f'<p>{i}. {other}</p>' for i in range(4))}"
    data = f'<script type="application/ld+json">{json.dumps({"articleBody": TEXT})}</script>'
    report = newsclean.explain(data + page)
    assert "what readers see" in report.article.body
    assert "body" not in report.evidence


def test_a_body_from_the_data_is_evident_and_judged() -> None:
    report = newsclean.explain(
        f'<script type="application/ld+json">{json.dumps({"articleBody": TEXT})}</script><h1>A'
        " title</h1>"
    )
    assert report.article.body == TEXT
    assert report.evidence["body"].chosen is not None
    assert report.evidence["body"].chosen.origin == "json-ld"
    assert (report.article.is_article, report.article.language) == (True, "en")
