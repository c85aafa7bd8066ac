"""The features of a block, on small pages."""

from __future__ import annotations

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
    assert [len(set(indices)) for _, indices in table.parts] == [3, 1, 3, 1, 3]


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
