"""The page that the library was designed for gives its gold, where that page is available."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import newsclean

SEEDS = sorted((Path(__file__).resolve().parents[2] / "shared" / "seed").glob("*.txt"))


@pytest.mark.skipif(not SEEDS, reason="../shared/seed is not here")
def test_the_seed_gives_its_gold() -> None:
    page = SEEDS[0]
    gold: dict[str, Any] = json.loads(page.with_name(page.stem + ".gold.json").read_text("utf-8"))
    report = newsclean.explain(page.read_text("utf-8"), gold.get("url"))
    article = report.article
    assert article.title == gold["title"]
    assert article.kicker == gold["kicker"]
    assert article.date is not None
    assert article.date.isoformat() == gold["date"]
    assert article.source == gold["source"]
    assert list(article.authors) == gold["authors"]
    assert [(credit.role, list(credit.names)) for credit in article.credits] == [
        (c["role"], c["names"]) for c in gold["credits"]
    ]
    assert article.body == gold["body"]
    assert article.copies == 2
    assert len(report.copies) == 1
    assert article.is_article
