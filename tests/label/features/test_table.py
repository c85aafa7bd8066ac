"""The features of a block, on small pages."""

from __future__ import annotations

from math import log1p

import pytest

from newsclean.label import read_signals
from newsclean.label.features import NAMES, feature_table
from newsclean.parse import parse

PROSE = (
    "The ferry across the sound returns on Monday after three weeks in the yard, the harbour office"
    " said on Friday evening."
)
MENU = "<ul><li><a href=/a>News</a><li><a href=/b>Sport</a><li><a href=/c>Culture</a></ul>"
ARTICLE = f"<article><h1>Ferry returns</h1><p>{PROSE}<p>{PROSE} <a href=/d>More</a></article>"
PAGE = f"<title>Ferry returns</title><div class=nav>{MENU}</div>{ARTICLE}"


def columns(html: str, name: str) -> list[float | None]:
    page = parse(html)
    at = NAMES.index(name)
    return [row[at] if row else None for row in feature_table(page, read_signals(page)).rows()]


def test_entries_of_a_menu_get_no_row() -> None:
    page = parse(PAGE)
    rows = feature_table(page, read_signals(page)).rows()
    assert [block.text for block, row in zip(page.blocks, rows, strict=True) if row is None] == [
        "News",
        "Sport",
        "Culture",
    ]
    assert all(len(row) == len(NAMES) for row in rows if row)


def test_a_long_text_gets_a_row_even_if_all_of_it_is_link() -> None:
    assert None not in columns(
        f"<div><p><a href=/a>{PROSE}</a><p><a href=/b>{PROSE}</a></div>", "words"
    )


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("words", [2, 21, 22]),
        ("in_article", [1, 1, 1]),
        ("ends_sentence", [False, True, False]),
        ("from_headline", [0, 1, 2]),
        ("up_to_headline", [0, 1, 1]),
        ("articles", [1, 1, 1]),
        ("siblings", [1, 2, 2]),
        ("repeats", [1, 1, 1]),
        ("in_json_ld", [-1, -1, -1]),
        ("template_ends", [0, 0.5, 0.5]),
        ("template_span", [0, 1 / 6, 1 / 6]),
        ("repeated_siblings", [0, 0, 0]),
        ("words_since_headline", [0, log1p(2), log1p(23)]),
        ("since_related", [50, 50, 50]),
        ("page_og_type", [0, 0, 0]),
    ],
)
def test_columns(name: str, values: list[float]) -> None:
    assert columns(PAGE, name) == [None, None, None, *values]


def test_a_block_that_the_page_states_as_its_text_is_known() -> None:
    stated = (
        "<script"
        f' type="application/ld+json">{{"@type":"NewsArticle","articleBody":"{PROSE}"}}</script>'
    )
    assert columns(
        f"{stated}<div><p>{PROSE}<p>Tickets are sold at the pier.</div>", "in_json_ld"
    ) == [1, 0]


def test_rows_say_the_same_as_the_parts_that_they_share() -> None:
    page = parse(PAGE)
    table = feature_table(page, read_signals(page))
    assert table.words() == [row[NAMES.index("words")] if row else 0.0 for row in table.rows()]
    assert [len(set(indices)) for _, indices in table.parts] == [3, 1, 3, 1, 3, 1]


@pytest.mark.parametrize(("html", "rows"), [("<p> </p>", []), (MENU, [None, None, None])])
def test_a_page_without_text_or_with_nothing_but_menus_has_no_rows(
    html: str, rows: list[None]
) -> None:
    page = parse(html)
    table = feature_table(page, read_signals(page))
    assert table.rows() == rows
    assert table.words() == [0.0] * len(rows)


def test_every_feature_has_one_name() -> None:
    page = parse(PAGE)
    parts = feature_table(page, read_signals(page)).parts
    assert tuple(name for columns, _ in parts for name in columns) == NAMES
    assert len(set(NAMES)) == len(NAMES)


REPLIES = "".join(f"<div class=reply><b>Reader {i}</b><p>{PROSE}</div>" for i in range(3))


def test_containers_that_the_page_repeats() -> None:
    page = f"<article><h1>Ferry returns</h1><p>{PROSE}</article><div>{REPLIES}</div>"
    assert columns(page, "repeated_siblings") == [0, 0, *[3] * 6]
    assert columns(page, "repeated_elements") == [2, 2, *[3] * 6]
    assert columns(page, "repeated_log_words") == [0, 0, *[log1p(23)] * 6]


def test_headings_and_buttons_before_a_block() -> None:
    page = (
        f"<h1>Ferry returns</h1><p>Share on Facebook<p>{PROSE}<h2>Related articles</h2><p>{PROSE}"
    )
    assert columns(page, "since_share") == [50, 50, 1, 2, 3]
    assert columns(page, "since_related") == [50, 50, 50, 50, 1]


def test_the_kind_of_the_page() -> None:
    stated = '<script type="application/ld+json">{"@type":"Product"}</script>'
    page = f'{stated}<meta property="og:type" content="product"><p>{PROSE}<p>Now only $ 5, not $ 9.'
    assert columns(page, "page_og_type") == [-1, -1]
    assert columns(page, "page_other_type") == [True, True]
    assert columns(page, "page_article_type") == [False, False]
    assert columns(page, "page_prices") == [log1p(2)] * 2
    assert columns(page, "page_link_density") == [0, 0]


def test_the_weight_of_a_template_is_that_of_its_scored_blocks() -> None:
    page = parse(ARTICLE)
    signals = read_signals(page)._replace(word_weights={"ferry": 3.0, "sound": -1.0})
    at = NAMES.index("template_word_weight")
    own = NAMES.index("mean_word_weight")
    _, first, second = feature_table(page, signals).rows()
    assert first
    assert second
    assert first[at] == second[at] == pytest.approx((first[own] + second[own]) / 2)
