"""Each paragraph of an article is traced to the blocks that it is from."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, datetime, timedelta, timezone, tzinfo

import pytest

import newsclean
from newsclean import Article
from newsclean.text.match_key import match_key
from tests.cases import CASES, Case

SENTENCE = "The ferry sails to the island again, the council said on Monday in the harbour. "


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_blocks_of_a_paragraph_hold_its_text(case: Case) -> None:
    report = case.report()
    if "body" in report.evidence:
        return
    for paragraph, blocks in zip(report.article.paragraphs, report.paragraph_blocks, strict=True):
        text = "".join(report.page.blocks[block].text for block in blocks)
        # A credit may be cut out of the text.
        assert Counter(match_key(paragraph.text)) <= Counter(match_key(text)), paragraph


@pytest.mark.parametrize("note", ["<sup>[3]</sup>", "<sup><a href=#n>12</a></sup>"])
def test_references_to_notes_do_not_hide_the_blocks_of_a_text(note: str) -> None:
    first, last = f"{SENTENCE}{note} {SENTENCE * 2}{note}", SENTENCE * 3
    cells = f"<tr><td>Holm{note}</td><td>6{note}</td></tr><tr><td>Skarvik</td><td>8</td></tr>"
    report = newsclean.explain(f"<h1>Ferry</h1><p>{first}<table>{cells}</table><p>{last}")
    assert report.paragraph_blocks == ((1,), (2, 3, 4, 5), (6,))


def test_a_paragraph_of_the_page_s_data_has_no_blocks() -> None:
    data = json.dumps({"@type": "NewsArticle", "articleBody": SENTENCE * 5})
    report = newsclean.explain(f'<script type="application/ld+json">{data}</script><h1>Ferry</h1>')
    assert len(report.article.paragraphs) == 1
    assert report.paragraph_blocks == ((),)


def test_a_paragraph_that_stands_twice_has_a_place_for_each() -> None:
    paragraphs = [SENTENCE * 3, "Refrain.", SENTENCE * 2, "Refrain.", SENTENCE]
    report = newsclean.explain("<h1>Ferry</h1>" + "".join(f"<p>{text}" for text in paragraphs))
    used = [block for blocks in report.paragraph_blocks for block in blocks]
    assert used == sorted(set(used))


CHINA = timezone(timedelta(hours=8))


@pytest.mark.parametrize(
    ("date", "zone", "expected"),
    [
        (None, UTC, None),
        (datetime(2024, 5, 1, 9), CHINA, datetime(2024, 5, 1, 9, tzinfo=CHINA)),
        (datetime(2024, 5, 1, 9, tzinfo=UTC), CHINA, datetime(2024, 5, 1, 17, tzinfo=CHINA)),
        (datetime.max.replace(tzinfo=UTC), CHINA, datetime.max.replace(tzinfo=UTC)),
    ],
)
def test_a_date_in_a_zone(date: datetime | None, zone: tzinfo, expected: datetime | None) -> None:
    found = Article(date=date).date_in(zone)
    assert found == expected
    assert found is None or found.tzinfo is not None


def test_a_zone_is_a_tzinfo() -> None:
    with pytest.raises(TypeError, match="zone must be a tzinfo, not str: give "):
        Article().date_in("Asia/Shanghai")  # type: ignore[arg-type]
