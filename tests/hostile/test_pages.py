"""Hostile pages do no harm: a few of each kind; `python -m tests.hostile` runs the whole set."""

from __future__ import annotations

from itertools import count

import pytest
from lxml import etree, html

import newsclean
from newsclean import Limits
from newsclean.model import Budget, budget
from newsclean.parse import events, parse
from tests.hostile.article import ARTICLE, BODY, SENTENCES, kept, page
from tests.hostile.pages import Input, inputs
from tests.hostile.trial import faults

# Names of pages that take a few hundredths of a second each, as they begin.
QUICK = (
    "empty",
    "only",
    "half a mark",
    "cut off",
    "UTF-7",
    "NUL in",
    "lone surrogates in",
    "line separators in",
    "from ",
    "sent as",
    "every character of the plane",
    "invalid entities",
    "a billion laughs",
    "entity of",
    "parameter entity",
    "XInclude",
    "odd comments",
    "text after </html>",
    "in a ",
    "in <",
    "frameset",
    "JSON-LD: every key",
    "JSON-LD: 900 objects",
    "JSON-LD: 100k arrays deep",
    "JSON-LD: lone",
    "JSON-LD: NaN",
    "JSON-LD: ids",
    "meta: refresh",
    "body 100 times",
    "attributes of odd names",
    "a slash in each tag",
    "<head> that",
    "200k equal attributes",
    "100k nested <b>, never",
    "24 times",
    "reference of",
    "number of 4",
    "dates of",
    "digits that",
    "addresses that",
    "types, ids",
    "state without",
    "unfinished escapes",
    "hidden: ",
    "shown: ",
    "revealed: ",
)
INPUTS = [
    one
    for one in inputs()
    if one.name.startswith(QUICK) or (one.name.startswith("date ") and len(one.name) < 30)
]


@pytest.mark.parametrize("one", INPUTS, ids=lambda one: one.name)
def test_a_hostile_page_does_no_harm(one: Input) -> None:
    report = newsclean.explain(one.make(), url=one.url, content_type=one.content_type)
    assert list(faults(report)) == []
    assert kept(report.article.body, one.planted) == len(one.planted)


JUNK = "<div><i>x</i></div>"


@pytest.mark.parametrize(
    ("name", "limits", "text"),
    [
        ("bytes", Limits(bytes=4000), page(after="x" * 5000)),
        ("nodes", Limits(nodes=600), page(before=JUNK * 500, after=JUNK * 500)),
        ("blocks", Limits(blocks=300), page(before=JUNK * 500, after=JUNK * 500)),
        ("text", Limits(text=15_000), page(after=f"<p>{'word ' * 5000}</p>")),
        ("lines", Limits(nodes=600), page(before="\n" * 2000)),
    ],
)
def test_a_limit_cuts_what_is_no_article_and_says_so(name: str, limits: Limits, text: str) -> None:
    article = newsclean.extract(text, limits=limits)
    assert article.truncations, name
    assert kept(article.body) == len(SENTENCES)
    assert newsclean.extract(text).truncations == ()


def test_the_time_that_is_over_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "PIECE", 5000)
    clock = count()
    monkeypatch.setattr(budget, "monotonic", count(step=1e9).__next__)
    monkeypatch.setattr(budget, "thread_time", lambda: 9.0 if next(clock) > 4 else 0.0)
    found = parse(page(after="<p>word word word</p>" * 3000), budget=Budget(1.0))
    assert found.truncations == (
        "Of 64,399 characters the first 20,000 were read within 1 seconds of computing.",
    )


def _tree(depth: int, width: int) -> etree._Element:
    """A tree that no parser made: the article under as many elements, and as many beside it."""
    root = etree.Element("html")
    inner = etree.SubElement(root, "body")
    for _ in range(depth):
        inner = etree.SubElement(inner, "div")
    inner.append(html.fragment_fromstring(ARTICLE))
    for _ in range(width):
        etree.SubElement(inner, "p").text = "x"
    return root


@pytest.mark.parametrize(("depth", "width"), [(5000, 0), (0, 20_000)])
def test_a_tree_may_be_deep_or_wide(depth: int, width: int) -> None:
    report = newsclean.explain(_tree(depth, width))
    assert list(faults(report)) == []
    assert kept(report.article.body) == len(SENTENCES)


@pytest.mark.parametrize(
    "node",
    [
        etree.Comment("x"),
        etree.PI("x", "y"),
        etree.Entity("nosuch"),
        etree.Element("p", {"a": "x" * 5000}),
    ],
)
def test_any_node_of_a_tree_may_be_given(node: etree._Element) -> None:
    assert list(faults(newsclean.explain(node))) == []


def test_a_tree_s_namespaces_do_not_matter() -> None:
    prefixed = (
        '<h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:body>'
        + BODY.replace("<p", "<h:p").replace("</p", "</h:p")
        + "</h:body></h:html>"
    )
    assert kept(newsclean.extract(etree.fromstring(prefixed)).body) == len(SENTENCES)
