"""The headline and the lines around it: what is taken, and from where."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsclean
from newsclean.fields.context import Context
from newsclean.fields.result import Found
from newsclean.fields.title.reader import read_title
from newsclean.fields.title.stated import ESCAPED
from newsclean.label.headline import find_headline
from newsclean.metadata.json_ld import JsonLd
from newsclean.metadata.site import Site, site_keys
from newsclean.metadata.titles import cut_site
from newsclean.model import Label, Page
from newsclean.parse import parse_html
from newsclean.text.match_key import match_key
from newsclean.text.similarity import likeness
from tests.strategies import texts

TEXT = (
    "<p>The island ferry sails again from Monday, the council said, after a winter in which the"
    " pier was closed for repairs.</p>"
)


def _read(page: str, url: str | None = None) -> Found:
    parsed = parse_html(page, url)
    return read_title(
        Context.from_page(parsed, find_headline(parsed), [False] * len(parsed.blocks)), {}
    )


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Ferry returns | Harbour Post", "Ferry returns"),
        ("Ferry returns - Harbour Post", "Ferry returns"),
        ("Ferry returns — News — Harbour Post", "Ferry returns — News"),
        ("Ferry returns_渔港频道_Harbour Post", "Ferry returns_渔港频道"),
        ("Ferry returns » Harbour Post Online", "Ferry returns"),
        ("Harbour Post | Ferry returns", "Ferry returns"),
        ("Harbour Post: Ferry returns", "Harbour Post: Ferry returns"),
        ("Ferry returns - and the pier stays", "Ferry returns - and the pier stays"),
        ("Ferry | Pier | Rope", "Ferry | Pier | Rope"),
        ("Ferry-returns", "Ferry-returns"),
        ("Elle dit : « la mer est là »", "Elle dit : « la mer est là »"),
        ("轮渡复航——码头换新颜", "轮渡复航——码头换新颜"),
        (
            "Why Harbour Post readers love the ferry - a letter",
            "Why Harbour Post readers love the ferry - a letter",
        ),
        ("Harbour Post", "Harbour Post"),
        ("", ""),
    ],
)
def test_only_the_name_of_the_site_is_cut_off(title: str, wanted: str) -> None:
    page = parse_html(f"<meta property=og:site_name content='Harbour Post'><p>{TEXT}")
    assert (
        cut_site(title, Site.from_page(page, JsonLd.from_scripts(page.metadata.json_ld))) == wanted
    )


@pytest.mark.parametrize(
    ("evidence", "url"),
    [
        ("<meta property=og:site_name content='Harbour Post'>", None),
        ("<meta name=application-name content='Harbour Post'>", None),
        (
            '<script type="application/ld+json">{"@type":"WebSite","name":"Harbour Post"}</script>',
            None,
        ),
        (
            (
                "<script"
                ' type="application/ld+json">{"@type":"NewsArticle","publisher":{"name":"Harbour'
                ' Post"}}</script>'
            ),
            None,
        ),
        ("<a href=/>Harbour Post</a>", None),
        ("<img src=/img/logo.svg alt='Harbour Post'>", None),
        ("<footer>© 2024 Harbour Post</footer>", None),
        ("<p>x</p>", "https://www.harbour-post.example/ferry"),
    ],
)
def test_the_site_name_comes_from_several_places(evidence: str, url: str | None) -> None:
    page = parse_html(f"<title>Ferry returns - Harbour Post</title>{evidence}", url)
    assert (
        cut_site(
            "Ferry returns - Harbour Post",
            Site.from_page(page, JsonLd.from_scripts(page.metadata.json_ld)),
        )
        == "Ferry returns"
    )


def test_without_evidence_nothing_is_cut() -> None:
    page = parse_html("<title>Ferry returns - Harbour Post</title>", "https://elsewhere.example/")
    assert (
        cut_site(
            "Ferry returns - Harbour Post",
            Site.from_page(page, JsonLd.from_scripts(page.metadata.json_ld)),
        )
        == "Ferry returns - Harbour Post"
    )


@pytest.mark.parametrize(
    ("page", "title", "place"),
    [
        ("<title>Ferry returns</title><h1>Ferry returns</h1>", "Ferry returns", "headline"),
        ("<title>Ferry returns</title><p>x", "Ferry returns", "title element"),
        (
            "<meta property=og:title content='Ferry returns'><title>Ferry</title>",
            "Ferry returns",
            "meta og:title",
        ),
        (
            (
                '<script type="application/ld+json">{"@type":"Article","headline":"Ferry'
                ' returns"}</script>'
            ),
            "Ferry returns",
            "json-ld headline",
        ),
        (
            "<title>Ferry returns to the is…</title><h1>Ferry returns to the island</h1>",
            "Ferry returns to the island",
            "headline",
        ),
        (
            "<title>Ferry returns to the island</title><h1>Ferry returns to…</h1>",
            "Ferry returns to the island",
            "title element",
        ),
        (
            "<title>Ferry &amp;amp; pier</title><h1>Ferry &amp;amp; pier</h1>",
            "Ferry & pier",
            "headline",
        ),
        ("<title>Ferry returns</title><h1>FERRY RETURNS</h1>", "Ferry returns", "title element"),
        ("<h1>Ferry<br>returns</h1>", "Ferry returns", "headline"),
        ("<title>轮渡复航</title><h1>原标题：轮渡复航</h1>", "轮渡复航", "headline"),
        (
            (
                "<title>One day at sea</title><meta property=og:title content='One day at"
                " sea'><h1>Welcome aboard!</h1>"
            ),
            "One day at sea",
            "meta og:title",
        ),
    ],
)
def test_the_title_is_the_printed_one_unless_it_is_damaged(
    page: str, title: str, place: str
) -> None:
    reading = _read(page + TEXT)
    assert reading["title"].value == title
    evidence = reading["title"].evidence
    assert evidence is not None
    assert evidence.chosen is not None
    assert evidence.chosen.origin == place


def test_the_evidence_lists_the_other_candidates() -> None:
    reading = _read(
        "<title>Ferry back</title><meta property=og:title content='Ferry returns'><h1>Ferry"
        f" returns</h1>{TEXT}"
    )
    evidence = reading["title"].evidence
    assert evidence is not None
    assert {(other.origin, other.value) for other in evidence.others} == {
        ("meta og:title", "Ferry returns"),
        ("title element", "Ferry back"),
    }


def test_a_kicker_and_a_subtitle_have_evidence_of_their_own() -> None:
    page = (
        "<title>轮渡复航</title><div><h3>停航四个月之后终于迎来</h3><h1>轮渡复航</h1>"
        "<h3>——码头换新颜</h3></div>"
    )
    report = newsclean.explain(page + TEXT)
    assert (report.article.kicker, report.article.subtitle) == (
        "停航四个月之后终于迎来",
        "码头换新颜",
    )
    assert {report.evidence[name].chosen.origin for name in ("kicker", "subtitle")} == {  # type: ignore[union-attr]
        "line above the headline",
        "line below the headline",
    }
    assert {span.label for span in report.spans} >= {Label.KICKER, Label.TITLE, Label.SUBTITLE}


@pytest.mark.parametrize(
    "line",
    [
        "首页 > 新闻 > 本地新闻频道",
        "2024年05月10日 06:58 来源不明",
        "<a href=/x>更多本地新闻请看这里</a>",
        "来源：云州日报新闻客户端",
        "新闻",
    ],
)
def test_a_line_above_that_is_no_kicker(line: str) -> None:
    assert (
        _read(f"<title>轮渡复航</title><div><p>{line}</p><h1>轮渡复航</h1></div>{TEXT}")[
            "kicker"
        ].value
        is None
    )


def _printed(page: Page) -> tuple[str, str]:
    """The match key of all text and metadata, as it stands and with its entities resolved again."""
    shown = [block.text for block in page.blocks]
    text = " ".join((*shown, page.metadata.title, *(content for _, content in page.metadata.meta)))
    return match_key(text), match_key(ESCAPED.sub(lambda found: html.unescape(found[0]), text))


@given(title=texts, stated=texts, heading=texts, above=texts, below=texts, site=texts)
def test_any_page_can_be_read_and_its_title_is_of_the_page(
    title: str, stated: str, heading: str, above: str, below: str, site: str
) -> None:
    title, stated, heading, above, below, site = map(
        html.escape, (title, stated, heading, above, below, site)
    )
    page = parse_html(
        f'<title>{title}</title><meta property=og:title content="{stated}"><meta'
        f' property=og:site_name content="{site}"><p class=kicker>{above}</p><h1>{heading}</h1><h2'
        f" class=subtitle>{below}</h2>"
    )
    reading = read_title(
        Context.from_page(page, find_headline(page), [False] * len(page.blocks)), {}
    )
    for found in (reading[name].value for name in ("title", "kicker", "subtitle")):
        assert found is None or any(match_key(found) in text for text in _printed(page))
    assert all(
        0 <= span.start < span.end <= len(page.blocks[span.block].text)
        for span in reading["title"].spans
    )


@given(st.text(max_size=200), st.text(max_size=40))
def test_a_cut_title_is_a_part_of_the_title(title: str, site: str) -> None:
    page = parse_html(f'<meta property=og:site_name content="{html.escape(site)}"><p>x')
    assert cut_site(
        title, Site.from_page(page, JsonLd.from_scripts(page.metadata.json_ld))
    ) in " ".join(title.split())


@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_is_a_share_and_the_same_both_ways(first: str, second: str) -> None:
    assert 0.0 <= likeness(first, second) == likeness(second, first) <= 1.0


def test_an_address_that_is_none_names_no_site() -> None:
    assert site_keys(parse_html("<p>x", "http://[")) == frozenset()


def test_a_hidden_line_is_no_part_of_the_headline() -> None:
    head = "<meta property=og:title content='Ferry returns'>"
    for page in (
        "<h1 hidden>.</h1><h1>Ferry returns</h1>",
        "<h1>Ferry</h1><h1 hidden>returns</h1>",
    ):
        reading = _read(head + page + TEXT)
        hidden = {
            index
            for index, block in enumerate(parse_html(head + page + TEXT).blocks)
            if block.hidden
        }
        assert hidden
        assert hidden.isdisjoint(span.block for span in reading["title"].spans)
    assert (
        _read(f"{head}<h1 hidden>.</h1><h1>Ferry returns</h1>{TEXT}")["title"].value
        == "Ferry returns"
    )
