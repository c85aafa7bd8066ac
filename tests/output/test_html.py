"""The article as HTML has the structure of its paragraphs, and nothing that runs."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from lxml import html

from newsclean.model import Article, Cell, Image, Kind, Mark, MarkKind, Paragraph, Table
from newsclean.output.html import to_html
from tests.strategies import articles

TAGS = frozenset(
    "article header footer h1 h2 h3 h4 h5 h6 p time blockquote ul ol li dl dt dd table caption tr"
    " th td pre code figure figcaption img a strong em sup sub s ruby rt br".split()
)
ATTRIBUTES = frozenset("class datetime href src alt start value id colspan rowspan".split())


def body(*paragraphs: Paragraph, images: tuple[Image, ...] = ()) -> str:
    """The HTML of a body without the element around it and line feeds."""
    whole = to_html(Article(paragraphs=paragraphs, images=images))
    return whole.removeprefix("<article>").removesuffix("</article>\n").replace("\n", "")


def item(text: str, level: int, list_id: int, number: int | None = None) -> Paragraph:
    return Paragraph(Kind.LIST_ITEM, text, level, list_id=list_id, number=number)


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (
            [Paragraph(Kind.HEADING, "a", 1), Paragraph(Kind.HEADING, "b", 4)],
            "<h2>a</h2><h4>b</h4>",
        ),
        (
            [item("a", 1, 0, 3), item("b", 2, 1), item("c", 1, 0, 4), item("d", 1, 2)],
            '<ol start="3"><li>a<ul><li>b</li></ul></li><li>c</li></ol><ul><li>d</li></ul>',
        ),
        (
            [item("a", 1, 0), Paragraph(Kind.PARAGRAPH, "b", 1, list_id=0), item("c", 1, 0)],
            "<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul>",
        ),
        (
            [
                Paragraph(Kind.QUOTE, "a", quote=1),
                Paragraph(Kind.QUOTE, "b", quote=2),
                Paragraph(Kind.LIST_ITEM, "c", 1, quote=1, list_id=0),
                Paragraph(Kind.PARAGRAPH, "d"),
            ],
            (
                "<blockquote><p>a</p><blockquote><p>b</p></blockquote><ul><li>c</li></ul></blockquote>"
                "<p>d</p>"
            ),
        ),
        (
            [
                Paragraph(Kind.TERM, "a", 1, list_id=0),
                Paragraph(Kind.DEFINITION, "b", 1, list_id=0),
            ],
            "<dl><dt>a</dt><dd>b</dd></dl>",
        ),
        (
            [Paragraph(Kind.CODE, "if a < b:\n  c", language="python")],
            '<pre><code class="language-python">if a &lt; b:  c</code></pre>',
        ),
        ([Paragraph(Kind.VERSE, "a\nb")], "<p>a<br>b</p>"),
        ([Paragraph(Kind.CAPTION, "a")], "<figure><figcaption>a</figcaption></figure>"),
        (
            [
                Paragraph(
                    Kind.TABLE,
                    "a",
                    table=Table(((Cell("a", header=True, colspan=2),), (Cell("b"), Cell(""))), "z"),
                )
            ],
            (
                '<table><caption>z</caption><tr><th colspan="2">a</th></tr><tr><td>b</td>'
                "<td></td></tr></table>"
            ),
        ),
        (
            [
                Paragraph(
                    Kind.PARAGRAPH,
                    "10^6 is so",
                    marks=(
                        Mark(3, 4, MarkKind.SUP),
                        Mark(5, 10, MarkKind.LINK, "https://a.example/?x&y"),
                        Mark(8, 10, MarkKind.EM),
                        Mark(10, 10, MarkKind.NOTE, "fn2"),
                    ),
                ),
                Paragraph(Kind.FOOTNOTE, "Note", number=2),
            ],
            (
                '<p>10<sup>6</sup> <a href="https://a.example/?x&amp;y">is <em>so</em></a>'
                '<sup><a href="#fn2">[2]</a></sup></p><p id="fn2">Note</p>'
            ),
        ),
    ],
)
def test_paragraphs_become_elements(paragraphs: list[Paragraph], expected: str) -> None:
    assert body(*paragraphs) == expected


def test_a_note_before_a_link_is_not_in_it() -> None:
    marks = (Mark(1, 2, MarkKind.LINK, "https://a.example/"), Mark(1, 1, MarkKind.NOTE, "n1"))
    assert body(Paragraph(Kind.PARAGRAPH, "ab", marks=marks)) == (
        '<p>a<sup><a href="#n1">[1]</a></sup><a href="https://a.example/">b</a></p>'
    )


def test_a_picture_stands_before_its_paragraph() -> None:
    images = (Image("https://a.example/1.jpg", "x", paragraph=1, caption="y"), Image("b.jpg"))
    paragraphs = Paragraph(Kind.PARAGRAPH, "a"), Paragraph(Kind.PARAGRAPH, "b")
    picture = (
        '<figure><img src="https://a.example/1.jpg" alt="x"><figcaption>y</figcaption></figure>'
    )
    assert body(*paragraphs, images=images) == f"<p>a</p>{picture}<p>b</p>"
    article = Article(paragraphs=paragraphs, images=images)
    assert "img" not in to_html(article, images=False)


@given(articles)
def test_nothing_in_it_runs_whatever_the_article_holds(article: Article) -> None:
    written = to_html(article)
    root = html.fragment_fromstring(written)
    for element in root.iter():
        assert element.tag in TAGS
        assert set(element.attrib) <= ATTRIBUTES
        for name in ("href", "src"):
            address = element.get(name, "#")
            assert re.match(r"https?://|mailto:|#", address, re.IGNORECASE), address
