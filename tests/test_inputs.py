"""A page may be bytes, text or an lxml tree, and gives the same article."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree, html

import newsclean
from tests.cases import CASES, Case

# lxml's tree has what comes after the first </html> beside the root.
NOT_IN_THE_ROOT = "text-after-html"
PAGES = [
    case
    for index, case in enumerate(
        case for case in CASES if case.is_html and case.name != NOT_IN_THE_ROOT
    )
    if index % 6 == 0
]


@pytest.mark.parametrize("case", PAGES, ids=lambda case: case.name)
def test_bytes_text_and_tree_give_one_article(case: Case) -> None:
    report = case.report()
    page, settings = (
        case.page(),
        {key: case.settings[key] for key in ("url", "reference_date") if key in case.settings},
    )
    assert isinstance(page, bytes)
    for same in (bytearray(page), memoryview(page)):
        assert (
            newsclean.extract(same, content_type=case.settings.get("content_type"), **settings)
            == report.article
        )
    expected = replace(report.article, encoding=None)
    assert newsclean.extract(report.decoded.text, **settings) == expected
    text = report.decoded.text
    root = html.document_fromstring(text.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    for tree in (root, root.getroottree()):
        found = newsclean.extract(tree, **settings)
        assert (found.body, found.title, found.date, found.authors) == (
            expected.body,
            expected.title,
            expected.date,
            expected.authors,
        )


def test_a_tree_is_not_changed() -> None:
    root = html.document_fromstring("<p>One<script>x</script> two</p>")
    before = html.tostring(root)
    newsclean.extract(root)
    assert html.tostring(root) == before


def test_of_an_element_only_what_is_in_it_is_read() -> None:
    root = html.document_fromstring(
        "<div><h1>Ferry returns</h1>before <p>The island ferry sails again.</p> after</div>"
    )
    blocks = newsclean.explain(next(root.iter("p"))).page.blocks
    assert [block.text for block in blocks] == ["The island ferry sails again."]


def test_of_a_document_what_stands_beside_its_root_is_read_too() -> None:
    case = next(case for case in CASES if case.name == NOT_IN_THE_ROOT)
    tree = html.document_fromstring(case.page()).getroottree()
    assert newsclean.extract(tree).body == case.report().article.body


def test_a_tree_around_an_inner_element_is_that_element() -> None:
    root = html.document_fromstring("<div><p>The ferry sails.</p> tail <p>The bus waits.</p></div>")
    blocks = newsclean.explain(etree.ElementTree(next(root.iter("p")))).page.blocks
    assert [block.text for block in blocks] == ["The ferry sails."]


def _transformed(template: str, output: str = "") -> etree._ElementTree:
    sheet = f"""<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">{output}
        <xsl:template match="/">{template}</xsl:template></xsl:stylesheet>"""
    return etree.XSLT(etree.XML(sheet))(etree.XML("<a/>"))


@pytest.mark.parametrize(
    ("tree", "lines"),
    [
        (etree.ElementTree(), []),
        (_transformed(""), []),
        (_transformed("<xsl:comment>x</xsl:comment>"), []),
        (_transformed("<p>One</p>two<p>Three</p>four"), ["One", "two", "Three", "four"]),
        (_transformed("The ferry &amp; the bus"), ["The ferry & the bus"]),
        (
            _transformed("The ferry &amp;amp; &lt;b&gt;", '<xsl:output method="text"/>'),
            ["The ferry &amp; <b>"],
        ),
        (etree.ElementTree(etree.Comment("x")), []),
        (etree.ElementTree(etree.ProcessingInstruction("x", "y")), []),
        (etree.fromstring("<!--a--><p>One</p><!--b--><?c d?>").getroottree(), ["One"]),
    ],
)
def test_a_document_may_lack_a_root_or_have_several(
    tree: etree._ElementTree, lines: list[str]
) -> None:
    assert [block.text for block in newsclean.explain(tree).page.blocks] == lines
