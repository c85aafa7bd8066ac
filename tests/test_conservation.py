"""Every visible character of a page is in exactly one span, whatever the page is."""

from __future__ import annotations

import pytest
from hypothesis import given
from lxml import html

import newsclean
from cases import CASES, Case
from newsclean import Report
from strategies import trees


def assert_conserved(report: Report) -> None:
    """The spans are a partition of every block, in page order."""
    at: list[int] = [0] * len(report.page.blocks)
    last = 0
    for span in report.spans:
        assert span.block >= last, "in page order"
        assert span.start == at[span.block], "no gap, no overlap"
        assert span.start < span.end, "not empty"
        at[span.block], last = span.end, span.block
    assert at == [len(block.text) for block in report.page.blocks]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_character_of_a_fixture_has_one_label(case: Case) -> None:
    assert_conserved(case.report())


@pytest.mark.parametrize("case", [case for case in CASES if case.is_html], ids=lambda case: case.name)
def test_no_visible_text_of_a_fixture_is_lost(case: Case) -> None:
    """What lxml's own tree shows is what the blocks hold; white space aside, and in the same order."""
    report = case.report()
    root = html.document_fromstring(report.decoded.text.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    assert squeezed("".join(block.text for block in report.page.blocks)) == squeezed(visible(root))


@given(trees)
def test_every_character_of_a_random_page_has_one_label(tree: tuple[str, str]) -> None:
    markup, text = tree
    report = newsclean.explain(markup)
    assert_conserved(report)
    assert squeezed("".join(block.text for block in report.page.blocks)) == squeezed(text)


HIDDEN = frozenset("script style template svg iframe noframes title object applet datalist head".split())


def visible(element: html.HtmlElement) -> str:
    """The text of an lxml tree, without comments and what is never shown; told once more, so that the parser is not its own witness."""
    parts: list[str] = []
    for node in [element, *element.itersiblings()]:
        _collect(node, parts, top=True)
    return "".join(parts)


def _collect(node: html.HtmlElement, parts: list[str], top: bool = False) -> None:
    if isinstance(node.tag, str) and node.tag not in HIDDEN:
        parts.append(node.text or "")
        for child in node:
            _collect(child, parts)
    if not top:
        parts.append(node.tail or "")


def squeezed(text: str) -> str:
    return "".join(text.split())
