"""Fields of whole pages as agencies, papers, stations, blogs and forums made them.

Each line of `whole_pages.jsonl` is a page with {T} for the headline and {1} to {4} for paragraphs
of the short article of its language, and what it must yield. A field that it does not name is not
looked at; a date is compared as far as it is given.
"""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from newsclean import Article, extract
from tests.fields.articles import ARTICLES, tag_of

HERE = Path(__file__).parent
PAGES: list[dict[str, Any]] = [
    json.loads(line) for line in (HERE / "whole_pages.jsonl").read_text("utf-8").splitlines()
]


def _fill(text: str, language: str) -> str:
    article = ARTICLES[language]
    text = text.replace("{T}", article["title"])
    for number, paragraph in enumerate(article["paragraphs"], 1):
        text = text.replace(f"{{{number}}}", paragraph)
    return text


def _value(article: Article, field: str, expected: Any) -> Any:
    value = getattr(article, field)
    if isinstance(value, datetime):
        return value.isoformat()[: len(expected)] if expected else value.isoformat()
    return list(value) if isinstance(value, tuple) else value


@pytest.mark.parametrize("page", PAGES, ids=[page["shows"] for page in PAGES])
def test_a_page_gives_its_fields(page: dict[str, Any]) -> None:
    language = page["language"]
    html = f'<!DOCTYPE html><html lang="{tag_of(language)}"><meta charset="utf-8">{page["page"]}'
    article = extract(_fill(html, language), url=page.get("url"))
    expected = {
        field: _fill(value, language) if isinstance(value, str) else value
        for field, value in page["expected"].items()
    }
    assert {field: _value(article, field, expected[field]) for field in expected} == expected


def test_every_page_shows_something_else() -> None:
    assert len({page["shows"] for page in PAGES}) == len(PAGES)
