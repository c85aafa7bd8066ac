"""Pages for the tests of pipelines, and what `extract` makes of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import newsclean
from newsclean import Article
from newsclean.pipelines import article_from_row

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("city-paper-utf8", "city-paper-gb2312", "data-table", "captioned-pictures", "arabic-news")
PAGES = [(ROOT / "fixtures" / name / "page.html").read_bytes() for name in NAMES]
ZONED = (
    b'<meta property="article:published_time" content="2024-05-09T08:30:00+09:30">'
    b"<h1>Ferry returns</h1><p>The island ferry, as the council said, sails again."
)
URLS = [f"https://www.example.org/news/{number}.html" for number in range(len(PAGES) + 1)]


def columns() -> dict[str, list[Any]]:
    """Columns of pages, of which the last is missing."""
    html = [*PAGES, ZONED, None]
    return {"html": html, "url": [*URLS, None], "id": [f"page-{i}" for i in range(len(html))]}


def articles() -> list[Article | None]:
    """The articles that the rows of those columns must give."""
    return [*map(newsclean.extract, [*PAGES, ZONED], URLS), None]


def assert_rows(rows: list[dict[str, Any]]) -> None:
    """Fail unless the rows are those of the pages, in any order."""
    rows = sorted(rows, key=lambda row: str(row["id"]))
    assert [row["id"] for row in rows] == columns()["id"]
    assert [row["status"] for row in rows][-2:] == ["not_article", "error"]
    assert [article_from_row(row) for row in rows] == articles()
