"""Markdown, rendered, is the same tree as `to_html`, after both are reduced to what Markdown has.

Reduced are: attributes but for addresses, text alternatives and the language of code; `article`,
`header`, `footer`, `time`, `sup`, `sub`, `thead`, `tbody` to what they hold, and `ruby` to its
base; links to places on the page, and the "^" of powers; figures to a paragraph with the picture
and one in italics; lists of terms to paragraphs, terms in bold print; cells with spans to several
cells, cells of heads to other cells, and cells and headings to one line; marks in code; which of
several marks on a text is the outer one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from newsclean.model import Article, Cell, Image, Kind, Mark, MarkKind, Paragraph, Table
from tests.cases import CASES, Case
from tests.strategies import articles

RENDERER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
MARKS = frozenset({"strong", "em", "s", "code", "a"})
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
UNWRAPPED = frozenset("article header footer time sup sub ruby span".split())
Run = tuple[str, frozenset[str]]


def tree(markup: str) -> list[Any]:
    root = html.fragment_fromstring(markup, create_parent="div")
    return blocks(root)


def blocks(element: html.HtmlElement) -> list[Any]:
    """The blocks in an element; text between them is a paragraph."""
    found: list[Any] = []
    loose: list[Run] = runs_of_text(element.text, frozenset())
    for child in element:
        if child.tag in MARKS | {"sup", "sub", "ruby", "img", "br", "time", "rt"}:
            loose += runs(child, frozenset())
        else:
            found += paragraphs(loose)
            loose = []
            found += block(child)
        loose += runs_of_text(child.tail, frozenset())
    return found + paragraphs(loose)


def block(element: html.HtmlElement) -> list[Any]:
    tag = element.tag
    if tag in UNWRAPPED:
        return blocks(element)
    if tag in ("ul", "ol"):
        start = max(int(element.get("start", "1")), 0) if tag == "ol" else None
        return [(tag, start, [blocks(item) for item in element])]
    if tag == "blockquote":
        return [(tag, blocks(element))]
    if tag == "pre":
        code = element[0]
        language = re.sub(r"[^\w+#.-]", "", code.get("class", "").removeprefix("language-"))
        lines = [line.rstrip() for line in code.text_content().splitlines()]
        return [(tag, language, "\n".join(map(visible, lines)).strip("\n"))]
    if tag == "table":
        return table(element)
    if tag == "dl":
        return [part for item in element for part in definition(item)]
    if tag == "figure":
        return [part for child in element for part in figure(child)]
    content = inside(element, frozenset())
    # A heading of Markdown is one line.
    printed = one_line(content) if tag in HEADINGS else content
    own = [run for line in lines_of(printed) for run in line]
    return [(tag, own)] if own else []


def definition(item: html.HtmlElement) -> list[Any]:
    found = blocks(item)
    if item.tag == "dt" and found and found[0][0] == "p":
        first = item[0] if len(item) and item[0].tag == "p" else item
        found[0] = paragraphs(inside(first, frozenset({"strong"})))[0]
    return found


def figure(child: html.HtmlElement) -> list[Any]:
    if child.tag == "img":
        return paragraphs(runs(child, frozenset()))
    return paragraphs([(text, formats | {"em"}) for text, formats in inside(child, frozenset())])


def table(element: html.HtmlElement) -> list[Any]:
    found: list[Any] = []
    rows = []
    for caption in element.iter("caption"):
        found += figure(caption)
    for row in element.iter("tr"):
        cells: list[Any] = []
        for cell in row:
            lines = lines_of(one_line(inside(cell, frozenset())))
            cells.append([run for line in lines for run in line])
            cells += [[]] * (int(cell.get("colspan", "1")) - 1)
        rows.append(cells)
    columns = max(map(len, rows), default=0)
    return [*found, ("table", [[*row, *[[]] * (columns - len(row))] for row in rows])]


def one_line(found: list[Run]) -> list[Run]:
    return [(" ", frozenset()) if "br" in formats else (text, formats) for text, formats in found]


def paragraphs(loose: list[Run]) -> list[Any]:
    own = [run for line in lines_of(loose) for run in line]
    return [("p", own)] if own else []


def inside(element: html.HtmlElement, formats: frozenset[str]) -> list[Run]:
    found = runs_of_text(element.text, formats)
    for child in element:
        found += runs(child, formats)
        found += runs_of_text(child.tail, formats)
    return found


def runs(element: html.HtmlElement, formats: frozenset[str]) -> list[Run]:
    tag = element.tag
    if tag == "rt":
        return []
    if tag == "br":
        return [("\n", frozenset({"br"}))]
    if tag == "img":
        address = unquote(element.get("src", ""))
        return [(f"[{visible(element.get('alt', ''))}]({address})", frozenset({"img"}))]
    if tag == "code":
        source = "".join(text for text, _ in inside(element, frozenset()))
        return [(source, formats | {"code"})] if source else []
    if tag == "a" and not element.get("href", "").startswith("#"):
        formats |= {f"a {unquote(element.get('href', ''))}"}
    elif tag in ("strong", "em", "s"):
        formats |= {tag}
    return inside(element, formats)


def runs_of_text(text: str | None, formats: frozenset[str]) -> list[Run]:
    # The number of a note at the end of a line is in a mark that goes on, or behind one that ends.
    text = re.sub(r"\[\d+\]", "", text or "")
    return [(text, formats)] if text else []


def lines_of(found: list[Run]) -> Iterator[list[Run]]:
    """The runs without invisible characters, "^" and white space at ends; spaces have no format."""
    characters: list[tuple[str, frozenset[str]]] = []
    for text, formats in found:
        if "img" in formats or "br" in formats:
            if characters and characters[-1][0] == " ":
                characters.pop()
            characters.append((text, formats if "img" in formats else frozenset()))
            continue
        for character in visible(text.replace("\n", " ")):
            is_space = character.isspace()
            if is_space and (not characters or characters[-1][0] in (" ", "\n")):
                continue
            characters.append(
                (" " if is_space else character, frozenset() if is_space else formats)
            )
    texts = "".join(text for text, _ in characters).replace(" \n", "\n").strip()
    if texts:
        yield merged(characters)


def merged(characters: list[Run]) -> list[Run]:
    """Characters of one format as one run. A space between two of a format has it, too."""
    found: list[Run] = []
    gap = ""
    for text, formats in characters:
        if not text.strip():
            gap += text
        elif found and found[-1][1] == formats:
            found[-1] = (found[-1][0] + gap + text, formats)
            gap = ""
        else:
            found.append((text, formats))
            gap = ""
    return found


def visible(text: str) -> str:
    kept = (c for c in text if unicodedata.category(c)[0] != "C" or c.isspace())
    return "".join(kept).replace("^", "").replace("\ufffd", "")


def assert_same(article: Article) -> None:
    markdown = article.to_markdown()
    assert tree(RENDERER.render(markdown)) == tree(article.to_html()), markdown


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_markdown_is_the_same_tree_as_html(case: Case) -> None:
    assert_same(case.report().article)


@given(articles)
def test_markdown_is_the_same_tree_as_html_whatever_the_article_holds(article: Article) -> None:
    assert_same(article)


CODE_OF = Mark(0, 3, MarkKind.CODE)
LINK_OF = Mark(3, 7, MarkKind.LINK, "https://a.example/pier")


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("a bold b", [Mark(2, 6, MarkKind.STRONG)]),
        ("unbelievable", [Mark(2, 9, MarkKind.EM)]),
        ("他说“你好。”然后走了", [Mark(2, 7, MarkKind.STRONG)]),
        ("他说“你好。”然后走了", [Mark(2, 7, MarkKind.EM)]),
        ("aabbcc", [Mark(0, 2, MarkKind.STRONG), Mark(2, 4, MarkKind.STRONG)]),
        ("aabbcc", [Mark(0, 2, MarkKind.EM), Mark(2, 4, MarkKind.STRONG)]),
        ("aabbcc", [Mark(0, 6, MarkKind.EM), Mark(2, 4, MarkKind.STRONG)]),
        ("*a* _b_ `c`", [Mark(0, 3, MarkKind.EM), Mark(8, 11, MarkKind.CODE)]),
        ("see! this [x] (y)", [Mark(4, 17, MarkKind.LINK, "https://a.example/b_(c)?d=[e]&f")]),
        ("a``b`c", [Mark(1, 6, MarkKind.CODE)]),
        ("1. x", [Mark(0, 2, MarkKind.STRONG)]),
        ("run it", [Mark(0, 6, MarkKind.CODE), Mark(1, 3, MarkKind.STRONG)]),
        ("run it", [Mark(0, 6, MarkKind.STRONG), Mark(0, 6, MarkKind.CODE)]),
        ("run it", [Mark(0, 3, MarkKind.EM), Mark(0, 3, MarkKind.STRONG)]),
        ("000", [Mark(1, 3, MarkKind.STRONG), Mark(2, 3, MarkKind.EM)]),
        ("abc", [Mark(0, 1, MarkKind.EM), Mark(2, 3, MarkKind.EM)]),
        (
            "ab!",
            [Mark(0, 2, MarkKind.STRIKE), Mark(1, 2, MarkKind.EM), Mark(2, 3, MarkKind.EM)],
        ),
        ("(#!", [Mark(0, 1, MarkKind.EM), Mark(1, 3, MarkKind.STRONG), Mark(1, 2, MarkKind.EM)]),
        ("of(Pier)", [CODE_OF, LINK_OF, Mark(3, 7, MarkKind.CODE), Mark(7, 8, MarkKind.CODE)]),
        ("of(Pier)", [Mark(0, 3, MarkKind.STRONG), CODE_OF, Mark(3, 8, MarkKind.CODE)]),
    ],
)
def test_marks_are_the_same_as_in_html(text: str, marks: list[Mark]) -> None:
    for kind in (Kind.PARAGRAPH, Kind.HEADING, Kind.LIST_ITEM):
        list_id = 0 if kind is Kind.LIST_ITEM else None
        assert_same(Article(paragraphs=(Paragraph(kind, text, 1, tuple(marks), list_id=list_id),)))


SIMPLE = st.builds(
    Mark,
    st.integers(0, 5),
    st.integers(0, 6),
    st.sampled_from([MarkKind.STRONG, MarkKind.EM, MarkKind.STRIKE]),
).filter(lambda mark: mark.start <= mark.end)


@settings(max_examples=100)
@given(st.text("0a*. !#_`你(", min_size=6, max_size=6), st.lists(SIMPLE, max_size=4))
def test_marks_are_the_same_as_in_html_however_they_stand(text: str, marks: list[Mark]) -> None:
    assert_same(Article(paragraphs=(Paragraph(Kind.PARAGRAPH, text, marks=tuple(marks)),)))


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        # Before version 0.31 of CommonMark an emoji is no punctuation.
        ("😀.", [Mark(1, 2, MarkKind.STRONG)], "&#128512;**.**"),
        # The reader of GitHub looks past `~~` for the character beside another sign.
        ("a!b", [Mark(0, 2, MarkKind.STRONG), Mark(2, 3, MarkKind.STRIKE)], "**a!**~~&#98;~~"),
        ("a!b", [Mark(0, 1, MarkKind.STRIKE), Mark(1, 3, MarkKind.STRONG)], "~~&#97;~~**!b**"),
    ],
)
def test_marks_are_read_by_every_reader(text: str, marks: list[Mark], expected: str) -> None:
    article = Article(paragraphs=(Paragraph(Kind.PARAGRAPH, text, marks=tuple(marks)),))
    assert_same(article)
    assert article.to_markdown() == expected + "\n"


def test_code_is_inside_the_other_marks_of_its_text() -> None:
    marks = (Mark(0, 3, MarkKind.CODE), Mark(0, 3, MarkKind.STRONG))
    article = Article(paragraphs=(Paragraph(Kind.PARAGRAPH, "run", marks=marks),))
    assert_same(article)
    assert article.to_markdown() == "**`run`**\n"


def test_a_heading_is_one_line() -> None:
    article = Article(paragraphs=(Paragraph(Kind.HEADING, "one\ntwo", 2),))
    assert_same(article)
    assert article.to_markdown() == "## one two\n"


def test_a_caption_is_one_line() -> None:
    table = Table(((Cell("a"),),), "one\ntwo")
    article = Article(
        paragraphs=(Paragraph(Kind.TABLE, "a", table=table),),
        images=(Image("https://a.example/1.jpg", paragraph=0, caption="three\nfour"),),
    )
    assert_same(article)
    assert "_one two_" in article.to_markdown()


def test_a_list_from_another_number_than_one_can_stand_in_an_item() -> None:
    inner = Paragraph(Kind.LIST_ITEM, "b", 2, list_id=1, number=3)
    article = Article(paragraphs=(Paragraph(Kind.LIST_ITEM, "a", 1, list_id=0), inner))
    assert_same(article)
    assert article.to_markdown() == "- a\n\n  3. b\n"


def test_a_list_of_terms_in_an_item_is_apart_from_its_text() -> None:
    inner = Paragraph(Kind.TERM, "b", 2, list_id=1)
    article = Article(paragraphs=(Paragraph(Kind.LIST_ITEM, "a", 1, list_id=0), inner))
    assert_same(article)
    assert article.to_markdown() == "- a\n\n  **b**\n"


@pytest.mark.parametrize("kind", [Kind.HEADING, Kind.CODE, Kind.TABLE, Kind.CAPTION])
def test_a_list_of_terms_keeps_what_is_no_text(kind: Kind) -> None:
    table = Table(((Cell("a"), Cell("b")),)) if kind is Kind.TABLE else None
    first = Paragraph(kind, "a b", list_id=0, table=table)
    assert_same(Article(paragraphs=(first, Paragraph(Kind.TERM, "c", list_id=0))))


def test_links_and_pictures_can_be_left_out() -> None:
    mark = Mark(0, 2, MarkKind.LINK, "https://a.example/")
    article = Article(
        paragraphs=(Paragraph(Kind.PARAGRAPH, "So it is", marks=(mark,)),),
        images=(Image("https://a.example/1.jpg", "x", paragraph=0),),
    )
    assert article.to_markdown() == (
        "![x](https://a.example/1.jpg)\n\n[So](https://a.example/) it is\n"
    )
    assert article.to_markdown(links=False, images=False) == "So it is\n"
