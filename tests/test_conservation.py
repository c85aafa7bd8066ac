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

    So is what it hides, and what is beside the sentences; that stands after the line it is in.
    """
    report = case.report()
    root = tree_of(report.decoded.text)
    assert in_blocks(parse(report.decoded.text)) == texts_of(root)


@given(trees)
def test_every_character_of_a_random_page_has_one_label(tree: tuple[str, str]) -> None:
    markup, text = tree
    assert_conserved(newsclean.explain(markup))
    found = in_blocks(parse(markup))
    assert sorted("".join(found)) == sorted(squeezed(text))
    assert found == texts_of(tree_of(markup))


NO_TEXT = frozenset(
    "script style template svg iframe noframes title object applet datalist head rp annotation"
    " annotation-xml".split()
)
BESIDE = frozenset({"button", "rt"})
BESIDE_CLASSES = frozenset({"sr-only", "visually-hidden", "screen-reader-text", "ln"})
HIDING = re.compile(
    r"display:none|visibility:(?:hidden|collapse)|font-size:0(?:!important)?(?:;|$)|left:-9999px"
)
NO_DECLARATION = re.compile(r"/\*.*?\*/|url\(.*?\)")


def tree_of(text: str) -> html.HtmlElement:
    """The tree of a page by lxml."""
    parser = html.HTMLParser(encoding="utf-8")
    return html.document_fromstring(text.encode("utf-8"), parser=parser)


def in_blocks(page: Page) -> list[str]:
    """The text of sentences, hidden text and text beside sentences, without white space."""
    texts: list[list[str]] = [[], [], []]
    for block in page.blocks:
        tags = {block.tag, *(page.elements[index].tag for index in page.ancestors(block.element))}
        is_beside = block.aside or "button" in tags
        texts[1 if block.hidden else 2 if is_beside else 0].append(block.text)
    return _in_any_order_beside(texts)


def texts_of(element: html.HtmlElement) -> list[str]:
    """The text of an lxml tree that is displayed, that is not, and that is beside the sentences.

    This is written once more, so that the parser is not its own witness.
    """
    parts: list[list[str]] = [[], [], []]
    for node in [element, *element.itersiblings()]:
        _collect(node, parts, 0, top=True)
    return _in_any_order_beside(parts)


def _in_any_order_beside(parts: list[list[str]]) -> list[str]:
    """The texts without white space; what is not in sentences may be in another order."""
    shown, hidden, beside = (squeezed("".join(part)) for part in parts)
    return [shown, "".join(sorted(hidden)), "".join(sorted(beside))]


def _collect(node: html.HtmlElement, parts: list[list[str]], kind: int, top: bool = False) -> None:
    is_shadow = node.tag == "template" and node.get("shadowrootmode") is not None
    if isinstance(node.tag, str) and (node.tag not in NO_TEXT or is_shadow):
        own = 1 if kind == 1 or _hides(node) else 2 if kind == 2 or _is_beside(node) else 0
        parts[own].append(node.text or "")
        for child in node:
            _collect(child, parts, own)
    if node.tag == "img" and _is_initial(node):
        parts[kind].append(node.get("alt"))
    if not top:
        parts[kind].append(node.tail or "")


def _is_beside(node: html.HtmlElement) -> bool:
    return node.tag in BESIDE or not BESIDE_CLASSES.isdisjoint((node.get("class") or "").split())


def _is_initial(node: html.HtmlElement) -> bool:
    """Whether a picture is the first letter of a word."""
    return len(node.get("alt", "")) == 1 and (node.tail or " ")[0].islower()


def _hides(node: html.HtmlElement) -> bool:
    style = NO_DECLARATION.sub("", squeezed(node.get("style", ""))).lower()
    is_closed = node.tag == "dialog" and node.get("open") is None
    is_fallback = node.tag in ("noscript", "audio", "video", "canvas")
    return is_closed or is_fallback or node.get("hidden") is not None or bool(HIDING.search(style))


def squeezed(text: str) -> str:
    return "".join(text.replace("\xad", "").split())
