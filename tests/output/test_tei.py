"""The article as TEI has the structure of its paragraphs, and the fields in its header."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from lxml import etree

from newsclean.model import (
    Article,
    Cell,
    Credit,
    Image,
    Kind,
    Mark,
    MarkKind,
    Paragraph,
    Rights,
    Table,
)
from newsclean.output.tei import to_tei

TEI = "{http://www.tei-c.org/ns/1.0}"


def part(name: str, article: Article) -> str:
    """The content of the one element of a name, without the line feeds between elements."""
    root = etree.fromstring(to_tei(article))
    (found,) = root.iter(f"{TEI}{name}")
    whole = etree.tostring(found, encoding="unicode").replace("\n", "")
    whole = whole.replace(' xmlns="http://www.tei-c.org/ns/1.0"', "")
    return whole.removeprefix(f"<{name}>").removesuffix(f"</{name}>")


def body(*paragraphs: Paragraph, images: tuple[Image, ...] = ()) -> str:
    return part("body", Article(paragraphs=paragraphs, images=images))


def item(
    kind: Kind, text: str, level: int = 1, list_id: int = 0, number: int | None = None
) -> Paragraph:
    return Paragraph(kind, text, level, list_id=list_id, number=number)


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (
            [
                Paragraph(Kind.PARAGRAPH, "a"),
                Paragraph(Kind.HEADING, "b", 2),
                Paragraph(Kind.PARAGRAPH, "c"),
                Paragraph(Kind.HEADING, "d", 3),
                Paragraph(Kind.PARAGRAPH, "e"),
                Paragraph(Kind.HEADING, "f", 2),
            ],
            (
                "<p>a</p><div><head>b</head><p>c</p><div><head>d</head><p>e</p></div></div>"
                "<div><head>f</head></div>"
            ),
        ),
        (
            [
                item(Kind.LIST_ITEM, "a", number=3),
                item(Kind.LIST_ITEM, "b", 2, 1),
                item(Kind.LIST_ITEM, "c", number=4),
            ],
            (
                '<list rend="numbered"><item n="3">a<list rend="bulleted"><item>b</item></list>'
                '</item><item n="4">c</item></list>'
            ),
        ),
        (
            [
                item(Kind.TERM, "a"),
                item(Kind.DEFINITION, "b"),
                item(Kind.DEFINITION, "c"),
                item(Kind.TERM, "d"),
            ],
            (
                '<list type="gloss"><label>a</label><item>b</item><label/><item>c</item>'
                "<label>d</label><item/></list>"
            ),
        ),
        (
            [Paragraph(Kind.QUOTE, "a", quote=1), Paragraph(Kind.HEADING, "b", 2, quote=1)],
            '<quote><p>a</p><p><hi rend="bold">b</hi></p></quote>',
        ),
        (
            [Paragraph(Kind.CODE, "if a < b:", language="python")],
            '<p><code lang="python" xml:space="preserve">if a &lt; b:</code></p>',
        ),
        (
            [Paragraph(Kind.VERSE, "a b\nc", marks=(Mark(2, 5, MarkKind.EM),))],
            '<lg><l>a <hi rend="italic">b</hi></l><l><hi rend="italic">c</hi></l></lg>',
        ),
        (
            [
                Paragraph(
                    Kind.TABLE,
                    "a",
                    table=Table(
                        ((Cell("a", header=True, colspan=2),), (Cell("b", rowspan=3),)), "z"
                    ),
                )
            ],
            (
                '<table><head>z</head><row><cell role="label" cols="2">a</cell></row>'
                '<row><cell rows="3">b</cell></row></table>'
            ),
        ),
        (
            [
                Paragraph(
                    Kind.PARAGRAPH,
                    "10^6 is 漢字\nso",
                    marks=(
                        Mark(3, 4, MarkKind.SUP),
                        Mark(5, 7, MarkKind.LINK, "https://a.example/?x&y"),
                        Mark(8, 10, MarkKind.RUBY, "かんじ"),
                        Mark(11, 13, MarkKind.CODE),
                        Mark(13, 13, MarkKind.NOTE, "fn2"),
                    ),
                ),
                Paragraph(Kind.FOOTNOTE, "Note", number=2),
            ],
            (
                '<p>10<hi rend="superscript">6</hi> <ref target="https://a.example/?x&amp;y">is</ref>'
                " <ruby><rb>漢字</rb><rt>かんじ</rt></ruby><lb/><code>so</code>"
                '<ref type="note" target="#note-2">[2]</ref></p>'
                '<note xml:id="note-2" place="end" n="2">Note</note>'
            ),
        ),
        ([Paragraph(Kind.CAPTION, "a")], "<figure><head>a</head></figure><p/>"),
    ],
)
def test_paragraphs_become_elements(paragraphs: list[Paragraph], expected: str) -> None:
    assert body(*paragraphs) == expected


def test_a_picture_stands_before_its_paragraph() -> None:
    images = (Image("https://a.example/1.jpg", "x", paragraph=1, caption="y"), Image("b.jpg"))
    paragraphs = Paragraph(Kind.PARAGRAPH, "a"), Paragraph(Kind.PARAGRAPH, "b")
    picture = '<figure><head>y</head><graphic url="https://a.example/1.jpg"/><figDesc>x</figDesc></figure>'
    assert body(*paragraphs, images=images) == f"<p>a</p>{picture}<p>b</p>"
    article = Article(paragraphs=paragraphs, images=images)
    assert "graphic" not in article.to_tei(images=False)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "file:///x", "x"])
def test_addresses_are_those_of_the_web_and_of_mail(address: str) -> None:
    mark = Mark(0, 2, MarkKind.LINK, address)
    note = Mark(2, 2, MarkKind.NOTE, address)
    image = Image(address, paragraph=0)
    assert body(Paragraph(Kind.PARAGRAPH, "So", marks=(mark, note)), images=(image,)) == (
        '<p>So<ref type="note">[1]</ref></p>'
    )


ARTICLE = Article(
    title="Ferry returns",
    kicker="Traffic",
    subtitle="After a year",
    date=datetime(2024, 9, 12, 18, 6, tzinfo=UTC),
    date_text="12 September 2024",
    updated=datetime(2024, 9, 13),
    source="The Courier",
    site_name="Northport Today",
    authors=("Jane Roe", "John Doe"),
    credits=(Credit("Editing by", ("Ann Lee",), key="editor"), Credit("Photo", ())),
    url="https://a.example/ferry",
    language="en",
    section=("News", "Traffic"),
    tags=("ferry",),
    description="The ferry sails again.",
    rights=Rights(license="https://a.example/licence"),
)


def test_the_header_has_the_fields() -> None:
    title = '<title type="main">Ferry returns</title><title type="kicker">Traffic</title>'
    authors = "<author>Jane Roe</author><author>John Doe</author>"
    desk = '<respStmt><resp n="editor">Editing by</resp><name>Ann Lee</name></respStmt>'
    assert part("titleStmt", ARTICLE) == (
        f'{title}<title type="sub">After a year</title>{authors}{desk}'
    )
    assert part("bibl", ARTICLE) == (
        f'<title level="a">Ferry returns</title>{authors}<publisher>The Courier</publisher>'
        "<distributor>Northport Today</distributor>"
        '<date type="published" when="2024-09-12T18:06:00+00:00">12 September 2024</date>'
        '<date type="updated" when="2024-09-13">2024-09-13</date>'
        '<ptr target="https://a.example/ferry"/><availability>'
        '<licence target="https://a.example/licence">https://a.example/licence</licence></availability>'
    )
    assert part("profileDesc", ARTICLE) == (
        "<abstract><p>The ferry sails again.</p></abstract>"
        '<langUsage><language ident="en">en</language></langUsage><textClass>'
        '<keywords n="section"><term>News</term><term>Traffic</term></keywords>'
        '<keywords n="tags"><term>ferry</term></keywords></textClass>'
    )


def test_the_body_begins_with_the_headline() -> None:
    assert part("body", ARTICLE) == (
        '<head type="kicker">Traffic</head><head type="main">Ferry returns</head>'
        '<head type="sub">After a year</head><p/>'
    )


def test_an_id_is_written_once() -> None:
    note = Paragraph(Kind.FOOTNOTE, "a", number=1)
    assert body(note, note) == (
        '<note xml:id="note-1" place="end" n="1">a</note><note place="end" n="1">a</note><p/>'
    )
