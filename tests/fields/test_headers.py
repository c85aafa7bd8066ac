"""Headers as the templates of many papers and languages print them: title, lines and dates.

Each line of `headers/pages.jsonl` and, for the lines below the headline, `headers/subtitles.jsonl`
is the head and the header of a page, and what it must yield. A field that it does not name is not
looked at; a date is compared as far as it is given.
"""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from newsclean import Article, extract

FOLDER = Path(__file__).parent / "headers"
TEXTS = json.loads((FOLDER / "texts.json").read_text("utf-8"))
PAGES = [
    json.loads(line)
    for name in ("pages.jsonl", "subtitles.jsonl")
    for line in (FOLDER / name).read_text("utf-8").splitlines()
]
PARAGRAPHS = 4


def _article(page: dict[str, Any]) -> Article:
    text = TEXTS[page["language"]]
    body = f"<p>{text} {text}</p>" * PARAGRAPHS
    html = (
        f"<html lang={page['language']}><head>{page['head']}</head><body>{page['header']}"
        f"<div class=content>{body}</div>{page.get('after', '')}</body></html>"
    )
    reference = page.get("reference_date")
    return extract(
        html,
        url=page.get("url"),
        reference_date=datetime.fromisoformat(reference) if reference else None,
    )


def _value(article: Article, field: str, expected: str | None) -> str | None:
    value: str | datetime | None = getattr(article, field)
    if not isinstance(value, datetime):
        return value
    return value.isoformat()[: len(expected)] if expected else value.isoformat()


@pytest.mark.parametrize("page", PAGES, ids=[page["shows"] for page in PAGES])
def test_a_header_is_read(page: dict[str, Any]) -> None:
    article = _article(page)
    found = {field: _value(article, field, value) for field, value in page["expected"].items()}
    assert found == page["expected"]


def test_every_page_shows_something_else() -> None:
    assert len({page["shows"] for page in PAGES}) == len(PAGES)
