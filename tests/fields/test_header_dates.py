"""Dates and updates of headers as the templates of many papers and languages print them."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest

from newsclean import extract

FOLDER = Path(__file__).parent / "headers"
TEXTS = json.loads((FOLDER / "texts.json").read_text("utf-8"))
TITLES = json.loads((FOLDER / "titles.json").read_text("utf-8"))
LINES = (FOLDER / "dates.tsv").read_text("utf-8").splitlines()
ROWS = [line.split("\t") for line in LINES if not line.startswith("#")]
PARAGRAPHS = 4


def _page(language: str, head: str, header: str) -> str:
    title, text = TITLES[language], TEXTS[language]
    return (
        f"<html lang={language}><head><title>{title}</title>{head}</head><body><article>"
        f"{header.replace('{H}', f'<h1>{title}</h1>')}<div class=content>"
        f"{f'<p>{text} {text}</p>' * PARAGRAPHS}</div></article></body></html>"
    )


def _printed(value: datetime | None) -> str:
    return value.isoformat(timespec="minutes").removesuffix("T00:00") if value else "-"


@pytest.mark.parametrize("row", ROWS, ids=[f"{row[0]} {row[2][-60:]}" for row in ROWS])
def test_the_date_of_a_header_is_read(row: list[str]) -> None:
    language, head, header, url, reference, expected, updated = row
    article = extract(
        _page(language, head, header),
        url=url or None,
        reference_date=datetime.fromisoformat(reference) if reference else None,
    )
    assert (_printed(article.date), _printed(article.updated)) == (expected, updated or "-")
