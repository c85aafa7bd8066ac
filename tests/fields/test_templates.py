"""Dates, sources, authors and credits as papers, portals and content systems print them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import newsclean
from tests.fields.articles import ARTICLES, tag_of

HERE = Path(__file__).parent
# One page a line: what stands in its head, above and below the headline, before the first
# paragraph, in the first and last of them and below them; and what it must give. `desk` are names
# that the credits must have, and a source or author that is not named must not be found.
CASES: list[dict[str, Any]] = [
    json.loads(line) for line in (HERE / "templates.jsonl").read_text("utf-8").splitlines()
]


def _page(case: dict[str, Any]) -> str:
    language = case["language"]
    article = ARTICLES[language]
    part = {key: case.get(key, "") for key in ("head", "pre", "before", "below", "lead", "tail")}
    first, *middle, last = article["paragraphs"]
    paragraphs = [part["lead"] + first, *middle, last + part["tail"]]
    menu = "".join(
        f'<li><a href="/c{at}/">{text}</a></li>' for at, text in enumerate(article["menu"])
    )
    related = "".join(
        f'<li><a href="/r/{at}.html">{text[:24]}</a></li>' for at, text in enumerate(paragraphs)
    )
    return (
        f'<!DOCTYPE html><html lang="{tag_of(language)}"><meta charset="utf-8">'
        f"<title>{article['title']}</title>{part['head']}<body>"
        f'<header><nav><ul>{menu}</ul></nav></header><div class="main"><article>{part["pre"]}'
        f"<h1>{article['title']}</h1>{case['above']}{part['before']}"
        f'<div class="article-content">{"".join(f"<p>{text}</p>" for text in paragraphs)}</div>'
        f'{part["below"]}</article><aside class="sidebar"><h3>{article["related"]}</h3>'
        f"<ul>{related}</ul></aside></div><footer><p>{article['rights']}</p></footer>"
    )


def _shown(case: dict[str, Any]) -> str:
    return f"{case['language']} {case['above']}"[:80]


@pytest.mark.parametrize("case", CASES, ids=_shown)
def test_each_template_is_read(case: dict[str, Any]) -> None:
    article = newsclean.extract(_page(case))
    credited = {name for credit in article.credits for name in credit.names}
    date = article.date.isoformat() if article.date else ""
    assert (article.source, sorted(article.authors)) == (case["source"], sorted(case["authors"]))
    assert date.startswith(case.get("date", ""))
    assert set(case["desk"]) - credited == set()
