"""Whatever a page contains, the output for it is not active: it runs and loads nothing."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from functools import cache

import pytest
from lxml import html
from markdown_it import MarkdownIt

import newsclean
from newsclean import Article, Report
from newsclean.display import Side, View, compare, gallery, summary
from newsclean.many import Result, Status
from tests.hostile.active import VECTORS, page_of

TAGS = frozenset(
    "html head body meta title style main header section div span p a h1 h2 h3 table tbody tr th td"
    " details summary ul ol li dl dt dd bdi blockquote pre code strong em sup sub s input label"
    " iframe base mark b ruby rt".split()
)
ATTRIBUTES = frozenset(
    "style class dir href rel lang charset name content http-equiv id for type checked role title"
    " aria-label aria-hidden target colspan rowspan sandbox srcdoc scope tabindex".split()
)


def active(page: str) -> Iterator[str]:
    """Yield the elements and attributes of some HTML that could be active."""
    for element in html.document_fromstring(page).iter():
        if element.tag not in TAGS:
            yield f"<{element.tag}>"
        for name, value in ((str(key), str(value)) for key, value in element.attrib.items()):
            if (
                name not in ATTRIBUTES
                or (name == "href" and not _leads_to_a_page(value))
                or (name == "style" and "url(" in value)
                or (name == "type" and value != "checkbox")
                or (name == "sandbox" and "allow-s" in value)
            ):
                yield f"{name}={value}"
            if name == "srcdoc":
                yield from active(value)


def _leads_to_a_page(address: str) -> bool:
    """Whether an address is of the web, or of a place on the same page."""
    return address.startswith(("http://", "https://", "#b")) or address == "about:srcdoc"


@cache
def _explained(text: str) -> Report:
    return newsclean.explain(page_of(text), url="https://example.org/a.html")


@pytest.mark.parametrize("text", VECTORS)
def test_nothing_active_is_written(text: str) -> None:
    report = _explained(text)
    article = report.article
    for page in (article._repr_html_(), report.to_html(), report._repr_html_()):
        assert list(active(page)) == []
    tokens = [
        part
        for token in MarkdownIt("commonmark").parse(article.to_markdown())
        for part in (token, *(token.children or ()))
    ]
    assert not {token.type for token in tokens} & {"html_block", "html_inline"}
    addresses = (token.attrGet(name) for token in tokens for name in ("href", "src"))
    assert all(
        str(address).lower().startswith(("http://", "https://", "mailto:"))
        for address in addresses
        if address
    )
    assert newsclean.Article.from_dict(json.loads(json.dumps(article.to_dict()))) == article
    assert all(
        address.startswith(("http://", "https://"))
        for address in (article.url or "", *(image.src for image in article.images))
    )


@pytest.mark.parametrize("text", VECTORS)
def test_nothing_active_is_displayed(text: str) -> None:
    report = _explained(text)
    failed = Result(text, text, Status.ERROR, None, text)
    hostile = dataclasses.replace(report.article, url=text, site_name=text, language=text)
    for view in _views(report, hostile, failed):
        assert list(active(view.html)) == []
        assert list(active(view.to_html())) == []


def _views(report: Report, hostile: Article, failed: Result) -> Iterator[View]:
    yield gallery([report, hostile, failed])
    yield summary([report, hostile, failed])
    yield compare(Side("a", report.article), Side(hostile.url or "", hostile))


@pytest.mark.parametrize(
    "text",
    [
        "<script src=x></script>",
        "<p onclick=x>y",
        "<a href=javascript:x>y</a>",
        "<p style='background:url(x)'>y",
    ],
)
def test_what_is_active_would_be_seen(text: str) -> None:
    assert list(active(text))
