"""The scores of the benchmark."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from benchmarks.score import Hits, Names, score_page, summarise
from benchmarks.text import normalise, tokens_without
from newsclean.model import Article, Credit, Kind, Paragraph

BODY = "河湾镇第一小学的屋顶光伏项目并网发电。\nThe school now sells what it does not use."


def _article(body: str = "", **fields: Any) -> Article:
    return Article(
        paragraphs=tuple(Paragraph(Kind.PARAGRAPH, line) for line in body.splitlines()), **fields
    )


def test_the_same_body_is_perfect_and_another_is_nothing() -> None:
    assert score_page(_article(BODY), {"body": BODY}) == {
        "f1": 1.0,
        "precision": 1.0,
        "recall": 1.0,
        "words": 1.0,
    }
    assert score_page(_article("Other words entirely"), {"body": BODY}) == {
        "f1": 0.0,
        "precision": 0.0,
        "recall": 0.0,
        "words": 0.0,
    }


def test_half_a_body_has_half_the_recall() -> None:
    scores = score_page(_article("一二三四五六"), {"body": "一二三四五六七八九"})
    assert scores["precision"] == 1.0
    assert scores["recall"] == 0.5


def test_optional_lines_count_neither_way() -> None:
    gold = {"body": BODY, "optional": ["（记者 苏明 通讯员 何小雨）", "Advt"]}
    for extra in ("（记者 苏明 通讯员 何小雨）", "Advt", ""):
        assert score_page(_article(f"{BODY}\n{extra}"), gold)["f1"] == 1.0
    assert tokens_without("前（记者 苏明 通讯员 何小雨）后", gold["optional"]) == ["前", "后"]


@pytest.mark.parametrize(("times", "collapsed"), [(0, False), (1, True), (2, False)])
def test_copies_are_collapsed_or_not(times: int, collapsed: bool) -> None:
    assert (
        score_page(_article("\n".join([BODY] * times)), {"body": BODY, "dup": True})["copies"]
        is collapsed
    )


def test_snippets_are_counted_without_white_space() -> None:
    scores = score_page(
        _article(BODY), {"must": ["光伏 项目", "absent"], "must_not": ["sells  what"]}
    )
    assert scores == {"must": Hits(1, 2), "leaks": Hits(1, 1)}
    assert summarise([scores, {"leaks": Hits(0, 3)}]) == {"must": 0.5, "leaks": 0.25}


def test_text_fields_are_compared_folded_and_null_must_be_empty() -> None:
    gold = {"title": "“新路”—— 开通", "kicker": None, "source": None}
    assert score_page(_article(title='"新路"--开通', source="河湾日报"), gold) == {
        "title": True,
        "kicker": True,
        "source": False,
    }
    assert normalise("ＡＢ　Ｃ") == "ABC"


@pytest.mark.parametrize(
    ("answer", "gold", "scores"),
    [
        (datetime(2024, 5, 10, 6, 58, 3), "2024-05-10T06:58", {"day": True, "minute": True}),
        (datetime(2024, 5, 10, 6, 59), "2024-05-10 06:58:00", {"day": True, "minute": False}),
        (datetime(2024, 5, 10, 6, 58), "2024-05-10", {"day": True}),
        (
            datetime(2024, 5, 10, 23, 0, tzinfo=UTC),
            "2024-05-11 07:00:00+08:00",
            {"day": True, "minute": True},
        ),
        (
            datetime(2024, 5, 10, 7, 0, tzinfo=timezone(timedelta(hours=1))),
            "2024-05-10 07:00:00",
            {"day": True, "minute": True},
        ),
        (None, "2024-05-10T06:58", {"day": False, "minute": False}),
        (None, None, {"day": True}),
        (datetime(2024, 5, 10), None, {"day": False}),
    ],
)
def test_dates(answer: datetime | None, gold: str | None, scores: dict[str, bool]) -> None:
    assert score_page(_article(date=answer), {"date": gold}) == scores


def test_names_are_counted_over_all_pages() -> None:
    gold = {
        "authors": ["Jane Roe", "苏明"],
        "credits": [{"role": "责 编：", "names": ["林青", "周远"]}],
    }
    scores = score_page(
        _article(authors=("JANE ROE", "贺兰"), credits=(Credit("责编", ("林青",)),)), gold
    )
    assert scores == {"authors": Names(1, 1, 1), "credits": Names(1, 0, 1)}
    assert summarise([scores, scores])["credits"] == pytest.approx(2 / 3)


def test_a_failed_page_scores_nothing_even_where_nothing_was_to_be_found() -> None:
    assert score_page(None, {"body": "", "title": None})["f1"] == 0.0
