"""A page may be bytes, text or an lxml tree, and gives the same article."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree, html

import newsclean
from newsclean.arguments import read_page
from tests.cases import CASES, Case
from tests.work import calls_made

# lxml's tree has what comes after the first </html> beside the root.
BESIDE_THE_ROOT = "text-after-html"
HTML_CASES = [case for case in CASES if case.is_html]
PAGES = [case for index, case in enumerate(HTML_CASES) if index % 6 == 0]


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
    case = next(case for case in CASES if case.name == BESIDE_THE_ROOT)
    root = html.document_fromstring(case.page())
    for tree in (root, root.getroottree()):
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


XHTML = "http://www.w3.org/1999/xhtml"
INTERNAL = (
    '<!DOCTYPE html [<!ENTITY x "y"><!ELEMENT p ANY>]><html><body><p>One &x;</p></body></html>'
)
FEED = """<rss><channel><title>Island news</title><item><title>Ferry</title>
    <link>https://example.org/ferry</link><description>It sails.</description></item>
    <item><title>Bus</title></item></channel></rss>"""


def _xml(text: str) -> etree._Element:
    return etree.fromstring(text, etree.XMLParser(resolve_entities=False))


@pytest.mark.parametrize(
    ("tree", "lines"),
    [
        (
            _xml(f"<h:body xmlns:h='{XHTML}'><h:p>One</h:p><h:p>two<h:br/>three</h:p></h:body>"),
            ["One", "two", "three"],
        ),
        (
            _xml("<body><p>One<br/>two<br></br>three<hr/>four</p></body>"),
            ["One", "two", "three", "four"],
        ),
        (_xml("<body><script>a='&lt;/script&gt;&lt;p&gt;x'</script><p>One</p></body>"), ["One"]),
        (_xml("<body><script>a='&lt;!--&lt;script&gt;'</script><p>One</p></body>"), ["One"]),
        (_xml("<body><style>&lt;/style&gt;x</style><p>One</p></body>"), ["One"]),
        (_xml(INTERNAL), ["One &x;"]),
        (_xml(INTERNAL).getroottree(), ["One &x;"]),
        (
            html.document_fromstring("<html><p>One</p></html><p>two</p>three"),
            ["One", "two", "three"],
        ),
        (_xml(FEED), ["Island news", "Ferry", "https://example.org/ferry", "It sails.", "Bus"]),
        (next(_xml(FEED).iter("item"))[0], ["Ferry"]),
        (
            _xml("<doc><para>One <emph>two</emph> three</para><para>four</para></doc>"),
            ["One two three", "four"],
        ),
        (_xml("<p>a &lt;b&gt; &amp;amp; c<![CDATA[<i>]]></p>"), ["a <b> &amp; c<i>"]),
        (html.fromstring("<textarea>&lt;/textarea>a</textarea>"), ["</textarea>a"]),
        (_xml("<doc><svg:svg xmlns:svg='x'><svg:text>One</svg:text></svg:svg></doc>"), ["One"]),
    ],
)
def test_a_tree_of_any_origin_is_read_by_its_names(tree: etree._Element, lines: list[str]) -> None:
    assert [block.text for block in newsclean.explain(tree).page.blocks] == lines


def test_data_in_a_script_of_a_tree_are_read() -> None:
    data = '{"@type": "NewsArticle", "headline": "Ferry &lt;/script&gt; returns"}'
    tree = _xml(f'<html><script type="application/ld+json">{data}</script><p>One</p></html>')
    assert newsclean.extract(tree).title == "Ferry </script> returns"


def test_a_tree_may_be_deep_and_wide() -> None:
    root = deepest = etree.Element("div")
    for _ in range(2_000):
        deepest = etree.SubElement(deepest, "div")
    deepest.text = "One"
    for _ in range(2_000):
        etree.SubElement(root, "p").text = "two"
    texts = [block.text for block in newsclean.explain(root).page.blocks]
    assert texts == ["One", *["two"] * 2_000]


def test_a_wide_tree_of_unknown_names_takes_work_in_proportion() -> None:
    def calls(count: int) -> int:
        root = etree.Element("list")
        for _ in range(count):
            etree.SubElement(root, "entry").text = "one"
        return calls_made(lambda: read_page(root))

    assert calls(400) < 5 * calls(100)
