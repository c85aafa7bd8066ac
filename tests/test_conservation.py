"""Every visible character of any page is in exactly one span."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from lxml import html

import newsclean
from newsclean import Report
from newsclean.model import Page
from newsclean.parse import parse
from tests.cases import CASES, Case
from tests.strategies import trees


def assert_conserved(report: Report) -> None:
    """Assert that the spans partition every block, in the order of the page."""
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


@pytest.mark.parametrize(
    "case", [case for case in CASES if case.is_html], ids=lambda case: case.name
)
def test_no_visible_text_of_a_fixture_is_lost(case: Case) -> None:
    """What lxml's own tree shows is what the blocks hold; white space aside, and in the same order.

    So is what it hides; that text may stand before the line that it is in.
    """
    report = case.report()
    root = tree_of(report.decoded.text)
    assert in_blocks(parse(report.decoded.text)) == [*map(squeezed, displayed_and_hidden(root))]


@given(trees)
def test_every_character_of_a_random_page_has_one_label(tree: tuple[str, str]) -> None:
    markup, text = tree
    assert_conserved(newsclean.explain(markup))
    found = in_blocks(parse(markup))
    assert sorted("".join(found)) == sorted(squeezed(text))
    assert found == [*map(squeezed, displayed_and_hidden(tree_of(markup)))]


NO_TEXT = frozenset(
    "script style template svg iframe noframes title object applet datalist head".split()
)
HIDING = re.compile(
    r"display:none|visibility:(?:hidden|collapse)|font-size:0(?:!important)?(?:;|$)|left:-9999px"
)
NO_DECLARATION = re.compile(r"/\*.*?\*/|url\(.*?\)")


def tree_of(text: str) -> html.HtmlElement:
    """Return the tree of a page by lxml."""
    parser = html.HTMLParser(encoding="utf-8")
    return html.document_fromstring(text.encode("utf-8"), parser=parser)


def in_blocks(page: Page) -> list[str]:
    """Return the text of displayed and of hidden blocks, without white space."""
    return [
        squeezed("".join(block.text for block in page.blocks if block.hidden == hidden))
        for hidden in (False, True)
    ]


def displayed_and_hidden(element: html.HtmlElement) -> tuple[str, str]:
    """The text of an lxml tree that is displayed, and the text that is not.

    This is written once more, so that the parser is not its own witness.
    """
    parts: tuple[list[str], list[str]] = ([], [])
    for node in [element, *element.itersiblings()]:
        _collect(node, parts, False, top=True)
    return "".join(parts[0]), "".join(parts[1])


def _collect(
    node: html.HtmlElement, parts: tuple[list[str], list[str]], hidden: bool, top: bool = False
) -> None:
    if isinstance(node.tag, str) and node.tag not in NO_TEXT:
        hides = hidden or _hides(node)
        parts[hides].append(node.text or "")
        for child in node:
            _collect(child, parts, hides)
    if not top:
        parts[hidden].append(node.tail or "")


def _hides(node: html.HtmlElement) -> bool:
    style = NO_DECLARATION.sub("", squeezed(node.get("style", ""))).lower()
    is_closed = node.tag == "dialog" and node.get("open") is None
    is_fallback = node.tag in ("noscript", "audio", "video", "canvas")
    return is_closed or is_fallback or node.get("hidden") is not None or bool(HIDING.search(style))


def squeezed(text: str) -> str:
    return "".join(text.split())
