"""Spans of the body become paragraphs, each with its kind."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from newsclean.assemble.paragraphs import paragraphs_of
from newsclean.model import Kind, Label, Paragraph, Span
from newsclean.parse import parse_html


def paragraphs(html: str, labels: Sequence[Label] = ()) -> list[tuple[str, str, int]]:
    """Return the paragraphs of a page whose blocks have these labels; by default all are body."""
    page = parse_html(html)
    spans = [
        Span(i, 0, len(b.text), labels[i] if labels else Label.BODY, "test")
        for i, b in enumerate(page.blocks)
    ]
    return [(part.kind.value, part.text, part.level) for part in paragraphs_of(page, spans)]


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
        ("<dl><dt>One<dd>two</dl>", [("list_item", "One", 1), ("list_item", "two", 1)]),
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
            [("caption", "Z", 0), ("table", "a | b", 0), ("table", "1 | 2", 0)],
        ),
        ("<table><tr><td>One long cell</table>", [("paragraph", "One long cell", 0)]),
        (
            f"<table><tr><td>{'One ' * 80}<td>menu</table>",
            [("paragraph", ("One " * 80).strip(), 0), ("table", "menu", 0)],
        ),
        (
            "<table><tr><td>One<p>two<p>three<td>four</table>",
            [("paragraph", text, 0) for text in ("One", "two", "three")] + [("table", "four", 0)],
        ),
    ],
)
def test_the_kind_is_what_the_elements_say(html: str, expected: list[tuple[str, str, int]]) -> None:
    assert paragraphs(html) == expected


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
    assert paragraphs_of(page, spans) == (
        Paragraph(Kind.PARAGRAPH, "(Jane Roe, Calder) The ferry sails."),
    )


def test_rows_of_two_tables_stay_apart() -> None:
    table = "<table><tr><td>1<td>2</table>"
    assert paragraphs(table * 2) == [("table", "1 | 2", 0)] * 2


def test_no_body_no_paragraphs() -> None:
    assert paragraphs("") == []
