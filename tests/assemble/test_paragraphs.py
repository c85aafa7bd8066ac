"""Spans of the body become paragraphs, each with its kind."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from newsclean.assemble.paragraphs import place_paragraphs
from newsclean.model import Cell, Kind, Label, Mark, MarkKind, Paragraph, Span, Table
from newsclean.parse import parse_html


def paragraphs(html: str, labels: Sequence[Label] = ()) -> list[tuple[str, str, int]]:
    """The paragraphs of a page whose blocks have these labels; by default all are body."""
    page = parse_html(html)
    spans = [
        Span(i, 0, len(b.text), labels[i] if labels else Label.BODY, "test")
        for i, b in enumerate(page.blocks)
    ]
    parts = [placed.paragraph for placed in place_paragraphs(page, spans)]
    return [(part.kind.value, part.text, part.level) for part in parts]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            "<p>One<br>two<div>three</div>",
            [("paragraph", "One", 0), ("paragraph", "two", 0), ("paragraph", "three", 0)],
        ),
        ("<h2>One</h2><h6><span>two</span></h6>", [("heading", "One", 2), ("heading", "two", 6)]),
        ("<h3><div>One</div></h3>", [("heading", "One", 3)]),
        (
            "<ul><li>One<ol><li><p>two</p></ol><li>three</ul>",
            [("list_item", "One", 1), ("list_item", "two", 2), ("list_item", "three", 1)],
        ),
        ("<dl><dt>One<dd>two</dl>", [("term", "One", 1), ("definition", "two", 1)]),
        ("<ul><li><h4>One</h4></ul>", [("heading", "One", 4)]),
        ("<blockquote>One<p>two</p></blockquote>", [("quote", "One", 0), ("quote", "two", 0)]),
        ("<blockquote><ul><li>One</ul></blockquote>", [("list_item", "One", 1)]),
        (
            "<figure><img src=/a><figcaption><p>One</p></figcaption></figure>",
            [("caption", "One", 0)],
        ),
        ("<pre>One\ntwo</pre>", [("code", "One\ntwo", 0)]),
        (
            "<table><caption>Z</caption><tr><th>a<th>b<tr><td>1<td>2</table>",
            [("table", "Z\na | b\n1 | 2", 0)],
        ),
        ("<table><tr><td>One long cell</table>", [("paragraph", "One long cell", 0)]),
        (
            f"<table><tr><td>{'One ' * 80}<td>menu</table>",
            [("paragraph", ("One " * 80).strip(), 0), ("paragraph", "menu", 0)],
        ),
        (
            "<table><tr><td>One<p>two<p>three<td>four</table>",
            [("paragraph", text, 0) for text in ("One", "two", "three", "four")],
        ),
    ],
)
def test_the_kind_is_what_the_elements_say(html: str, expected: list[tuple[str, str, int]]) -> None:
    assert paragraphs(html) == expected


def read(html: str) -> list[Paragraph]:
    """The paragraphs of a page all of whose blocks are body."""
    page = parse_html(html, "https://a.example/b")
    blocks = [(i, block) for i, block in enumerate(page.blocks) if not block.aside]
    spans = [Span(i, 0, len(block.text), Label.BODY, "test") for i, block in blocks]
    return [placed.paragraph for placed in place_paragraphs(page, spans)]


def marked(paragraph: Paragraph) -> list[tuple[str, str, str]]:
    """The kind, the text and the value of each mark."""
    text = paragraph.text
    return [(mark.kind.value, text[mark.start : mark.end], mark.value) for mark in paragraph.marks]


@pytest.mark.parametrize(
    ("html", "text", "expected"),
    [
        (
            "<p>A <b>bold <a href=/x>li<i>n</i>k</a> </b>end",
            "A bold link end",
            [
                ("strong", "bold link", ""),
                ("link", "link", "https://a.example/x"),
                ("em", "n", ""),
            ],
        ),
        (
            "<p><code>x</code> <s>y</s> <cite>z</cite>",
            "x y z",
            [("code", "x", ""), ("strike", "y", ""), ("em", "z", "")],
        ),
        ("<p><b><strong>One</strong></b>", "One", [("strong", "One", "")]),
        (
            "<p>10<sup>6</sup> and 2<sup>-3</sup>",
            "10^6 and 2^-3",
            [("sup", "6", ""), ("sup", "-3", "")],
        ),
        (
            "<p>m<sup>2</sup>, H<sub>2</sub>O, 1<sup>st</sup>",
            "m2, H2O, 1st",
            [("sup", "2", ""), ("sub", "2", ""), ("sup", "st", "")],
        ),
        (
            "<p>So it is.<sup><a href=#n1>1</a></sup> Or not.",
            "So it is. Or not.",
            [("note", "", "n1")],
        ),
        (
            "<p>So<a href=#n1><sup>*</sup></a> it is<sup>[citation needed]</sup>.",
            "So it is.",
            [("note", "", "n1"), ("note", "", "citation needed")],
        ),
        (
            "<p>See <a href='javascript:x()'>this</a>, <a href=mailto:a@b.example>mail</a>",
            "See this, mail",
            [("link", "mail", "mailto:a@b.example")],
        ),
        ("<ruby>県<rt>けん</rt></ruby>は", "県は", [("ruby", "県", "けん")]),
        ("<h2><b>One</b></h2>", "One", []),
        ("<h2><b>One</b> two</h2>", "One two", [("strong", "One", "")]),
    ],
)
def test_marks_stand_on_their_text(
    html: str, text: str, expected: list[tuple[str, str, str]]
) -> None:
    paragraph = read(html)[0]
    assert (paragraph.text, marked(paragraph)) == (text, expected)


def test_lists_have_ids_numbers_and_items_that_go_on() -> None:
    found = read(
        "<ol start=4><li>a<li><p>b<p>c<ul><li>d</ul></ol><ul><li>e</ul><ol reversed><li>f<li>g</ol>"
    )
    assert [(p.kind.value, p.text, p.level, p.list_id, p.number) for p in found] == [
        ("list_item", "a", 1, 0, 4),
        ("list_item", "b", 1, 0, 5),
        ("paragraph", "c", 1, 0, None),
        ("list_item", "d", 2, 1, None),
        ("list_item", "e", 1, 2, None),
        ("list_item", "f", 1, 3, 2),
        ("list_item", "g", 1, 3, 1),
    ]


def test_quotations_have_a_depth() -> None:
    found = read("<blockquote>a<blockquote>b</blockquote><ol><li>c</ol><h3>d</h3></blockquote>e")
    assert [(p.kind.value, p.quote) for p in found] == [
        ("quote", 1),
        ("quote", 2),
        ("list_item", 1),
        ("heading", 1),
        ("paragraph", 0),
    ]


def test_a_table_has_its_cells() -> None:
    html = (
        "<table><tr><th>a<th colspan=2>b<tr><td rowspan=2><p>c</p><p><b>d</b></p><td><td>e</table>"
    )
    (found,) = read(html)
    assert found.text == "a | b\nc d |  | e"
    assert found.table == Table(
        (
            (Cell("a", header=True), Cell("b", header=True, colspan=2)),
            (
                Cell("c d", rowspan=2, marks=(Mark(2, 3, MarkKind.STRONG),)),
                Cell(""),
                Cell("e"),
            ),
        )
    )


@pytest.mark.parametrize(
    "html",
    [
        "<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>",
        "<table><tr><td>a<tr><td>b</table>",
        "<table><tr><td>a<td><h2>b</h2><tr><td>c<td>d</table>",
        f"<table><tr><td>{'a ' * 120}<td>b<tr><td>{'c ' * 120}<td>d</table>",
        "<table><tr><td>a<td><table><tr><td>b</table><tr><td>c<td>d</table>",
    ],
)
def test_a_table_of_layout_is_no_table(html: str) -> None:
    assert {paragraph.kind for paragraph in read(html)} <= {Kind.PARAGRAPH, Kind.HEADING}


@pytest.mark.parametrize(
    ("html", "language"),
    [
        ("<pre><code class='language-python hl'>x</code></pre>", "python"),
        ("<div class='highlight-source-rust'><pre>x</pre></div>", "rust"),
        ("<pre class='brush: js'>x</pre>", "js"),
        ("<pre class='language-plaintext'>x</pre>", None),
        ("<pre data-lang=Python>x</pre>", "python"),
        ("<pre data-language='c++'><code>x</code></pre>", "c++"),
        ("<pre class='language-js' data-lang=text>x</pre>", "js"),
        ("<pre data-language='none'>x</pre>", None),
        ("<pre data-language=''>x</pre>", None),
        ("<pre data-language='</code>'>x</pre>", None),
        ("<pre>x</pre>", None),
    ],
)
def test_code_has_its_language(html: str, language: str | None) -> None:
    assert [(p.kind, p.language) for p in read(html)] == [(Kind.CODE, language)]


def test_a_note_that_the_text_refers_to_is_a_footnote() -> None:
    html = "<p>So.<sup><a id=r href=#n7>7</a></sup></p><p id=n7>7. A note.</p><p id=n8>8. No note."
    assert [(p.kind.value, p.number) for p in read(html)] == [
        ("paragraph", None),
        ("footnote", 7),
        ("paragraph", None),
    ]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Counted at noon. <a href=#r>↩</a>", "Counted at noon."),
        ("<p><a href=#r>^</a> Counted at noon.", "Counted at noon."),
        ("<p>One <a href=#r>↩\ufe0e</a><a href=#s>↩<sup>2</sup></a>", "One"),
        ("<p>Counted <sup><a href=#r>↑</a></sup>", "Counted"),
        ("<p>Prices <a href=https://a.example/up>↑</a>", "Prices ↑"),
        ("<p>Prices ↑ <a href=#p>up</a>", "Prices ↑ up"),
        ("<p><a href=#r>↩</a></p><p>One", "One"),
    ],
)
def test_an_arrow_back_from_a_note_is_no_text(html: str, text: str) -> None:
    assert [p.text for p in read(html)] == [text]


def test_a_list_with_a_note_in_it_is_one_of_notes() -> None:
    html = (
        "<p>So<sup><a href=#n1>1</a></sup> it is.<sup>[2]</sup></p>"
        "<ol><li id=n1>One.</li><li>Two.</li></ol><ol><li>No note.</li></ol>"
    )
    assert [(p.kind.value, p.number) for p in read(html)] == [
        ("paragraph", None),
        ("footnote", 1),
        ("footnote", 2),
        ("list_item", 1),
    ]


STANZA = "<p>The lamp is lit,<br>the tide is low,<br>and those who wait<br>no longer know"


@pytest.mark.parametrize(
    ("html", "kinds"),
    [
        (f"<blockquote>{STANZA}</p>{STANZA}</p></blockquote>", ["verse"] * 2),
        (f"{STANZA}</p><p>So it goes.</p>{STANZA}</p>", ["paragraph"] * 9),
        (f"{STANZA}</p>", ["paragraph"] * 4),
        (f"{STANZA.replace('a', '1')}</p>" * 2, ["paragraph"] * 8),
        (
            f"{STANZA}<br>nor when<br>nor why</p><p>1<br>2<br>3<br>4</p>",
            ["verse"] + ["paragraph"] * 4,
        ),
    ],
)
def test_stanzas_may_be_paragraphs_of_four_lines(html: str, kinds: list[str]) -> None:
    assert [p.kind.value for p in read(html)] == kinds


@pytest.mark.parametrize(
    ("rows", "headers"),
    [
        ("<tr><td><b>A<td><b>B</tr><tr><td>1<td>2</tr>", [True, False]),
        (
            "<tr><td colspan=2><b>T</tr><tr><td><b>A<td><b>B</tr><tr><td>1<td>2</tr>",
            [False, True, False],
        ),
        ("<tr><td><b>A<td>B</tr><tr><td>1<td>2</tr>", [False, False]),
        ("<tr><td><b>A<td><b>B</tr><tr><td><b>1<td><b>2</tr>", [False, False]),
        ("<tr><td>1<td>2</tr><tr><td><b>A<td><b>B</tr>", [False, False]),
    ],
)
def test_a_first_row_that_alone_is_bold_is_the_header(rows: str, headers: list[bool]) -> None:
    (table,) = [p.table for p in read(f"<table border=1>{rows}</table>") if p.table]
    assert [all(cell.header for cell in row) for row in table.rows] == headers


def test_the_lines_of_a_stanza_are_one_paragraph() -> None:
    html = (
        "<p>The <i>lamp</i> is lit,<br>the tide is low,<br><br>"
        "and those who wait<br>no longer know.</p>"
    )
    found = read(html)
    assert [(p.kind.value, p.text) for p in found] == [
        ("verse", "The lamp is lit,\nthe tide is low,"),
        ("verse", "and those who wait\nno longer know."),
    ]
    assert marked(found[0]) == [("em", "lamp", "")]


def test_only_the_body_makes_paragraphs() -> None:
    kept = [
        Label.BODY,
        Label.CAPTION,
        Label.TITLE,
        Label.CREDIT,
        Label.META,
        Label.COPY,
        Label.BYLINE,
    ]
    assert paragraphs("".join(f"<p>{label}</p>" for label in kept), kept) == [
        ("paragraph", "body", 0)
    ]


def test_a_byline_in_a_sentence_stays_and_a_credit_goes() -> None:
    page = parse_html("<p>(Jane Roe, Calder) The ferry sails. (Editor: A. Poe)</p>")
    text = page.blocks[0].text
    first, last = text.index(" The"), text.index(" (Editor")
    spans = [
        Span(0, 0, first, Label.BYLINE, "test"),
        Span(0, first, last, Label.BODY, "test"),
        Span(0, last, len(text), Label.CREDIT, "test"),
    ]
    assert [placed.paragraph for placed in place_paragraphs(page, spans)] == [
        Paragraph(Kind.PARAGRAPH, "(Jane Roe, Calder) The ferry sails.")
    ]


def test_rows_of_two_tables_stay_apart() -> None:
    table = "<table><tr><td>1<td>2</table>"
    assert paragraphs(table * 2) == [("table", "1 | 2", 0)] * 2


def test_no_body_no_paragraphs() -> None:
    assert paragraphs("") == []
