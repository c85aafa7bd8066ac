"""Whatever a page contains, the output for it is text: nothing of it becomes markup."""

from __future__ import annotations

import dataclasses
import re
from datetime import datetime
from enum import StrEnum
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from markdown_it import MarkdownIt
from markdown_it.token import Token

import newsclean
from newsclean.model import (
    KEPT,
    Article,
    Block,
    Candidate,
    Credit,
    Decoded,
    Evidence,
    Image,
    Kind,
    Mark,
    MarkKind,
    Paragraph,
    Report,
    Span,
)
from newsclean.output import card, report_page, safe_html
from newsclean.output.markdown import to_markdown
from newsclean.output.markdown_inline import escape
from newsclean.output.reasons import reason
from newsclean.output.report_page.body import marked
from tests.browser import in_browser, needs_chromium
from tests.cases import CASES, FIXTURES, Case
from tests.hostile.active import VECTORS, page_of
from tests.output.test_active_content import TAGS
from tests.strategies import HOSTILE, MARKDOWN, articles, texts

COMMONMARK = MarkdownIt("commonmark").enable(["table", "strikethrough"])


# HTML


@given(articles)
def test_the_markup_of_a_card_does_not_depend_on_the_text(article: Article) -> None:
    assert _markup(card.to_html(article)) == _markup(card.to_html(_harmless(article)))


@given(articles)
def test_the_only_addresses_of_a_card_are_web_pages(article: Article) -> None:
    addresses = [
        attributes["href"]
        for _, attributes in _markup(card.to_html(article), keep_addresses=True)
        if "href" in attributes
    ]
    known = [article.url, *(image.src for image in article.images[:1])]
    assert len(addresses) == sum(safe_html.address(url) is not None for url in known)
    assert all(address.startswith(("http://", "https://")) for address in addresses)


@pytest.mark.parametrize("text", HOSTILE)
def test_the_markup_of_a_report_does_not_depend_on_the_text(report: Report, text: str) -> None:
    assert _markup(_filled(report, text).to_html()) == _markup(
        _filled(report, _harmless(text)).to_html()
    )


def test_a_card_shows_every_field(article: Article) -> None:
    shown = _text(article._repr_html_())
    for text in (
        article.title,
        article.kicker,
        "2024-05-10 06:58",
        article.source,
        "苏明",
        "责编 林青",
        "审核 周远, 贺兰",
        article.body,
        article.url,
    ):
        assert str(text) in shown
    assert "quality 0.97" in shown


def test_a_card_says_what_is_missing() -> None:
    shown = _text(card.to_html(Article()))
    assert "(no headline found)" in shown
    assert "(no body found)" in shown
    assert "not an article" in shown


def _long_article(count: int, length: int) -> Article:
    paragraphs = (Paragraph(Kind.PARAGRAPH, f"[{i}]" + "x" * length) for i in range(count))
    return Article(paragraphs=tuple(paragraphs))


def test_a_card_of_a_long_article_folds_the_rest() -> None:
    shown, folded = card.to_html(_long_article(9, 300)).split("<details>")
    assert "[1]" in shown
    # The next one fades out before the fold, and is whole behind it.
    assert "[2]" in shown
    assert "[3]" not in shown
    assert "Show all: 7 more paragraphs" in folded
    assert all(f"[{index}]" in folded for index in range(2, 9))


def test_a_card_of_an_endless_article_stays_small() -> None:
    html = card.to_html(_long_article(3_000, 1_000))
    assert len(html) < 2 * card.MOST_CHARACTERS
    assert "more paragraphs" in _text(html)
    assert len(card.to_html(_long_article(1, 10**6))) < 2 * card.MOST_CHARACTERS


def test_a_card_shows_what_is_rare() -> None:
    shown = _text(
        card.to_html(
            Article(
                updated=datetime(2024, 5, 11, 8, 30),
                section=("News", "Harbour"),
                tags=("ferry", "pier"),
                images=(Image("https://example.org/a.jpg"),),
                registrations=(("icp", "豫ICP备20990713号-1"),),
                paywalled=True,
            )
        )
    )
    for text in (
        "updated 2024-05-11 08:30",
        "News › Harbour",
        "ferry, pier",
        "Picture: https://example.org/a.jpg",
        "豫ICP备20990713号-1",
        "only for subscribers",
    ):
        assert text in shown


def test_a_report_shows_each_span_with_label_rule_and_score(report: Report) -> None:
    page = _text(report.to_html())
    for span in report.spans:
        for text in (report.page.blocks[span.block].text, span.label, span.rule):
            assert str(text) in page
    assert "score 0.93" in page
    assert "2023-01-01 footer" in page


def test_a_report_has_its_parts_in_order(report: Report) -> None:
    page = report.to_html()
    parts = [
        "<h1",
        "An article; its body is probably right",
        'class="bar"',
        "characters are in the article",
        'class="read"',
        "Fields",
        "1 more on offer",
        "Removed",
        "It was read as: notices.copyright.",
        "The page in its order",
    ]
    places = [page.index(part) for part in parts]
    assert places == sorted(places)
    assert "<script" not in page


def test_a_report_says_that_its_text_is_from_the_data_of_the_page(report: Report) -> None:
    sentence = "The text below is from the data of the page (json-ld)."
    assert sentence in Case(FIXTURES / "body-in-json-ld").report().to_html()
    assert sentence not in report.to_html()


def test_a_copy_leads_to_its_first_text() -> None:
    report = Case(FIXTURES / "city-paper-utf8").report()
    page = report.to_html()
    targets = set(re.findall(r'href="#(b\d+)"', page))
    assert len(targets) == 6
    assert targets <= {*re.findall(r' id="(b\d+)"', page)}


def test_every_rule_of_the_fixtures_has_a_sentence() -> None:
    rules = {
        (span.label, span.rule)
        for case in CASES
        for span in case.report().spans
        if span.label not in KEPT
    }
    assert len(rules) > 300
    unknown = {rule for label, rule in rules if reason(label, rule).startswith("It was read as")}
    assert unknown == set()


def test_marks_are_elements() -> None:
    marks = (
        Mark(0, 5, MarkKind.LINK, "https://example.org/?a&b"),
        Mark(1, 3, MarkKind.STRONG),
        Mark(6, 9, MarkKind.LINK, "javascript:alert(1)"),
        Mark(6, 9, MarkKind.EM),
        Mark(9, 9, MarkKind.NOTE, "1"),
    )
    assert marked("a<b>c def", marks) == (
        '<a href="https://example.org/?a&amp;b">a<strong>&lt;b</strong>&gt;c</a> <em>def</em>'
    )


def test_a_report_in_a_cell_is_a_frame_of_its_own(report: Report) -> None:
    cell = report._repr_html_()
    [(tag, attributes), _] = _markup(cell)
    assert tag == "iframe"
    assert "allow-scripts" not in attributes["sandbox"]
    assert "allow-same-origin" not in attributes["sandbox"]
    assert report.article.body in attributes["srcdoc"]
    assert report_page.page.CELL_HEIGHT <= 900


def test_values_are_one_short_line(report: Report) -> None:
    assert repr(report.article) == (
        "<Article '河湾镇建成首座屋顶光伏学校': 2024-05-10 06:58, 河湾日报, 1 paragraphs, "
        "24 characters, quality 0.97>"
    )
    assert repr(Article()) == "<Article None: 0 paragraphs, 0 characters, not an article>"
    assert repr(report).startswith("<Report of '河湾镇建成首座屋顶光伏学校': 7 blocks, ")
    assert repr(report.page) == "<Page '': 7 blocks, 117 characters>"
    assert repr(report.page.blocks[2]) == "<Block h1 '河湾镇建成首座屋顶光伏学校': 13 characters>"
    hostile = Article(title="a\x1b[2J\n" + "b" * 10**6, source="c\n\u202e" + "d" * 9)
    assert repr(hostile).isprintable()
    assert len(repr(hostile)) < 150


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "https:",
        "http://[",
        "/a",
        "",
        None,
    ],
)
def test_other_addresses_are_not_links(url: str | None) -> None:
    assert safe_html.address(url) is None
    assert "<" not in safe_html.link(url)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/a/?", "https://a.example/a/?"),
        ("HTTP://a.example/#", "http://a.example/#"),
        ("\x01 https://a.exam\nple/a\tb ", "https://a.example/ab"),
    ],
)
def test_an_address_is_written_as_a_browser_reads_it(url: str, expected: str) -> None:
    assert safe_html.address(url) == expected


@pytest.mark.slow
@needs_chromium
def test_nothing_runs_in_a_browser(report: Report, tmp_path: Path) -> None:
    cards = "".join(card.to_html(_filled(report, text).article) for text in HOSTILE)
    # The report's own policy forbids scripts; what it holds is tried without it.
    reports = "".join(
        _filled(report, text).to_html().replace("Content-Security-Policy", "x") for text in HOSTILE
    )
    pages = "".join(
        newsclean.explain(page_of(text)).to_html().replace("Content-Security-Policy", "x")
        for text in VECTORS
    )
    before = "<!doctype html><meta charset=utf-8><title>before</title>"
    dom = in_browser(before + cards + reports + pages, tmp_path)
    assert "<title>before</title>" in dom
    assert {tag.removeprefix("/") for tag, _ in _markup(dom)} <= TAGS
    assert "<title>hit</title>" in in_browser(before + HOSTILE[0], tmp_path), (
        "this browser would have run it"
    )


# Markdown


@given(texts)
def test_markdown_shows_text_as_it_is_wherever_it_stands(text: str) -> None:
    plain = " ".join(text.splitlines()).strip()
    for before, after in (("", ""), ("# ", ""), ("- ", ""), ("> ", ""), ("  - ", "")):
        assert _shown(before + escape(text) + after) == [
            plain.replace("\0", "\N{REPLACEMENT CHARACTER}")
        ] * bool(plain)


@pytest.mark.parametrize("text", [*HOSTILE, *MARKDOWN])
def test_every_kind_of_paragraph_is_itself_alone(text: str) -> None:
    plain = " ".join(text.splitlines()).strip()
    for kind in set(Kind) - {Kind.CODE}:
        both = (Paragraph(kind, text, 1), Paragraph(kind, text, 1))
        shown = " ".join(_shown(to_markdown(Article(paragraphs=both))))
        assert shown.split() == [*plain.split(), *plain.split()]


@given(articles)
def test_markdown_holds_no_html_and_no_address_that_runs(article: Article) -> None:
    for token in _tokens(to_markdown(article)):
        assert not token.type.startswith("html")
        for name in ("href", "src"):
            address = str(token.attrGet(name) or "https://")
            assert re.match(r"https?://|mailto:", address, re.IGNORECASE), address


@pytest.mark.parametrize("text", ["```", "a\n``````\nb", "~~~\n```html\n<b>", "\n"])
def test_code_stays_code(text: str) -> None:
    tokens = COMMONMARK.parse(
        to_markdown(
            Article(paragraphs=(Paragraph(Kind.CODE, text), Paragraph(Kind.PARAGRAPH, "after")))
        )
    )
    codes = [token.content for token in tokens if token.type == "fence"]
    assert codes == ([text + "\n"] if text.strip() else [])
    assert tokens[-2].content == "after"


def test_markdown_of_an_article(article: Article) -> None:
    more = (
        Paragraph(Kind.HEADING, "电表课", 2),
        Paragraph(Kind.LIST_ITEM, "投资", 1),
        Paragraph(Kind.LIST_ITEM, "光伏板", 3),
        Paragraph(Kind.LIST_ITEM, "工期", 1),
        Paragraph(Kind.QUOTE, "看电表。"),
        Paragraph(Kind.QUOTE, "再看一遍。"),
        Paragraph(Kind.TABLE, "月份 发电量"),
        Paragraph(Kind.TABLE, "四月 2.1万"),
        Paragraph(Kind.CAPTION, "图为屋顶。"),
        Paragraph(Kind.CODE, "x = `1`"),
    )
    assert (
        to_markdown(dataclasses.replace(article, paragraphs=article.paragraphs + more))
        == "一年发电可供三百户人家使用\n\n# 河湾镇建成首座屋顶光伏学校\n\n2024年05月10日06:58 ·"
        " 河湾日报 · 苏明\n\n5月9日，河湾镇第一小学的屋顶光伏项目并网发电。\n\n## 电表课\n\n-"
        " 投资\n  - 光伏板\n- 工期\n\n> 看电表。\n>\n> 再看一遍。\n\n月份 发电量\n\n四月"
        " 2.1万\n\n_图为屋顶。_\n\n```\nx = `1`\n```\n\n责编: 林青\\\n审核: 周远, 贺兰\n"
    )


# Helpers


class _Markup(HTMLParser):
    def __init__(self, keep_addresses: bool) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.text: list[str] = []
        self.keep_addresses = keep_addresses

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if "href" in attributes and not self.keep_addresses:
            attributes["href"] = ""
        if attributes.get("id", "").startswith("b"):  # of the blocks that have this text
            del attributes["id"]
        self.found.append((tag, attributes))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(("/" + tag, {}))

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"a processing instruction: {data}")

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def _parsed(html: str, keep_addresses: bool = False) -> _Markup:
    parser = _Markup(keep_addresses)
    parser.feed(html)
    parser.close()
    return parser


def _markup(html: str, keep_addresses: bool = False) -> list[tuple[str, dict[str, str]]]:
    return _parsed(html, keep_addresses).found


def _text(html: str) -> str:
    return "".join(_parsed(html).text)


def _harmless(value: Any) -> Any:
    """The value with every text replaced by one as long, but for empty texts and links."""
    if isinstance(value, str) and not isinstance(value, StrEnum):
        start = "https://a.example/" if safe_html.address(value) else ""
        return start + "x" * (len(value) - len(start))
    if isinstance(value, tuple):
        return tuple(_harmless(item) for item in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return type(value)(
            **{
                field.name: _harmless(getattr(value, field.name))
                for field in dataclasses.fields(value)
            }
        )
    return value


def _filled(report: Report, text: str) -> Report:
    """The report with `text` in every place that can have text of a page."""
    found = Candidate(text, text, text)
    article = Article(
        title=text,
        kicker=text,
        subtitle=text,
        date=datetime(2024, 5, 10),
        source=text,
        authors=(text,),
        credits=(Credit(text, (text,)),),
        paragraphs=tuple(Paragraph(kind, text) for kind in Kind),
        url=text,
        site_name=text,
        language=text,
    )
    return dataclasses.replace(
        report,
        article=article,
        decoded=Decoded(text, text, text, notes=(text,)),
        page=dataclasses.replace(report.page, blocks=(Block(text, text, 0),), truncations=(text,)),
        spans=tuple(Span(0, 0, len(text), span.label, text) for span in report.spans),
        evidence={text: Evidence(found, (found,))},
    )


def _tokens(markdown: str) -> list[Token]:
    return [
        part for token in COMMONMARK.parse(markdown) for part in (token, *(token.children or ()))
    ]


def _shown(markdown: str) -> list[str]:
    """The texts between the block markers and hard breaks of some Markdown."""
    shown = []
    for token in COMMONMARK.parse(markdown):
        if token.type == "inline":
            parts = "".join(
                "\n" if child.type == "hardbreak" else child.content
                for child in token.children or ()
            )
            shown += parts.split("\n")
    return [text for text in shown if text]
