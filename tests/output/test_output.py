"""Whatever a page contains, the output for it is text: nothing of it becomes markup."""

from __future__ import annotations

import dataclasses
import shutil
import subprocess
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from markdown_it import MarkdownIt
from markdown_it.token import Token

import newsclean
from newsclean.model import (
    Article,
    Block,
    Candidate,
    Credit,
    Decoded,
    Evidence,
    Kind,
    Paragraph,
    Report,
    Span,
)
from newsclean.output import card, safe_html
from newsclean.output.markdown import escape, to_markdown
from tests.hostile.active import VECTORS, page_of
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
    assert len(addresses) == (safe_html.address(article.url) is not None)
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


def test_a_card_of_a_long_article_stays_short() -> None:
    long = Article(
        paragraphs=tuple(
            Paragraph(Kind.PARAGRAPH, f"[{i}]") for i in range(card.SHOWN_PARAGRAPHS + 7)
        )
    )
    shown = card.to_html(long)
    assert f"[{card.SHOWN_PARAGRAPHS - 1}]" in shown
    assert f"[{card.SHOWN_PARAGRAPHS}]" not in shown
    assert "… and 7 more paragraphs" in shown


def test_a_report_shows_each_span_with_label_rule_and_score(report: Report) -> None:
    page = report.to_html()
    for span in report.spans:
        for text in (report.page.blocks[span.block].text, span.label, span.rule):
            assert str(text) in page
    assert "score 0.93" in page
    assert "2023-01-01 (footer)" in page


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


@pytest.mark.skipif(not shutil.which("chromium"), reason="needs chromium")
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
    dom = in_browser(cards + reports + pages, tmp_path)
    assert "<title>before</title>" in dom
    assert {tag for tag, _ in _markup(dom)} - {"tbody", "/tbody"} <= {
        tag for tag, _ in _markup(report.to_html())
    }
    assert "<title>hit</title>" in in_browser(HOSTILE[0], tmp_path), (
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
        assert _shown(to_markdown(Article(paragraphs=both))) == [plain, plain]


@given(articles)
def test_markdown_holds_no_markup_but_ours(article: Article) -> None:
    found = {
        token.type.removesuffix("_open").removesuffix("_close")
        for token in _tokens(to_markdown(article))
    }
    blocks = {"paragraph", "heading", "bullet_list", "list_item", "blockquote", "fence"}
    assert found <= blocks | {"inline", "text", "text_special", "hardbreak", "em"}


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
        " 投资\n  - 光伏板\n- 工期\n\n> 看电表。\n>\n> 再看一遍。\n\n月份 发电量\\\n四月"
        " 2.1万\n\n*图为屋顶。*\n\n```\nx = `1`\n```\n\n责编: 林青\\\n审核: 周远, 贺兰\n"
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
    """Return the value with every text replaced, but for empty texts and links."""
    if isinstance(value, str) and not isinstance(value, Kind):
        return ("https://a.example/" if safe_html.address(value) else "x") if value else ""
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


def in_browser(html: str, folder: Path) -> str:
    """Return the document as Chromium has it after its scripts have run."""
    page = folder / "page.html"
    page.write_text(f"<!doctype html><meta charset=utf-8><title>before</title>{html}", "utf-8")
    quiet = (
        "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run"
        " --disable-background-networking --disable-component-update"
    )
    command = [
        "chromium",
        *quiet.split(),
        "--disable-sync",
        f"--user-data-dir={folder / 'profile'}",
        "--dump-dom",
        page.as_uri(),
    ]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout


def _filled(report: Report, text: str) -> Report:
    """Return the report with `text` in every place that can have text of a page."""
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
    """Return the texts between the block markers and hard breaks of some Markdown."""
    shown = []
    for token in COMMONMARK.parse(markdown):
        if token.type == "inline":
            parts = "".join(
                "\n" if child.type == "hardbreak" else child.content
                for child in token.children or ()
            )
            shown += parts.split("\n")
    return [text for text in shown if text]
