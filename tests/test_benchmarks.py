"""The benchmark's scores mean what they say."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from benchmarks import run
from benchmarks.score import Hits, Names, score_page, summarise
from benchmarks.text import folded, tokens_without
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
    assert folded("ＡＢ　Ｃ") == "ABC"


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


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with a page of each half."""
    folder = tmp_path / "tiny"
    for name in ("pages", "gold"):
        (folder / name).mkdir(parents=True)
    lines = "".join(f"<p>{line}</p>" for line in BODY.splitlines())
    page = f"<html><body><h1>屋顶光伏</h1>{lines}</body></html>"
    for page_id, site in (("a", "example.net"), ("b", "example.org")):
        (folder / "pages" / f"{page_id}.html.gz").write_bytes(gzip.compress(page.encode()))
        gold = {"id": page_id, "url": f"https://{site}/{page_id}", "language": "zh-Hans"}
        gold |= {"body": BODY, "title": "屋顶光伏"}
        (folder / "gold" / f"{page_id}.json").write_text(json.dumps(gold), "utf-8")
    return folder


def test_a_folder_is_run_and_its_table_put_into_a_document(
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    document = tmp_path / "table.md"
    document.write_text(f"before\n{run.BEGIN}{run.END}after\n", "utf-8")
    run.main([str(folder), "--into", str(document)])
    printed = capsys.readouterr().out
    assert printed.startswith("| set | pages | body F1 |")
    before, *rows, after = document.read_text("utf-8").splitlines()
    marks = (before, rows[0], rows[-1], after)
    assert marks == ("before", run.BEGIN.strip(), run.END.strip(), "after")
    counts = [[cell.strip() for cell in row.split("|")[1:3]] for row in rows[3:-1]]
    assert counts == [["tiny", "2"], ["tiny, open", "1"], ["tiny, aside", "1"]]


def test_pages_of_the_aside_half_are_scored_but_not_listed(
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    run.main([str(folder), "--json", str(tmp_path / "out.json"), "--worst", "9"])
    listed = capsys.readouterr().out.partition("worst of tiny:\n")[2].splitlines()
    assert [line.partition("  f1=")[0] for line in listed] == ["a"]
    found = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert found["tiny, aside"]["totals"]["title"] == 1.0
    assert found["tiny, aside"]["pages"] == []
    (page,) = found["tiny"]["pages"]
    assert page["id"] == "a"
    assert page["error"] == ""
    assert page["ms"] > 0 < page["lxml_ms"]


def test_a_folder_of_one_half_has_one_row() -> None:
    page = run.Result(
        id="a", url=None, aside=True, scores={}, characters=0, empty=False, ms=1.0, lxml_ms=1.0
    )
    assert run.with_halves({"tiny": [page]}) == {"tiny": [page]}


def test_a_folder_without_pages_is_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        run.main([str(tmp_path)])
    assert "no pages in" in capsys.readouterr().err


def test_a_document_without_marks_is_refused(tmp_path: Path) -> None:
    document = tmp_path / "table.md"
    document.write_text("no marks", "utf-8")
    with pytest.raises(ValueError, match="lacks the lines"):
        run.put_table(document, "")
    assert document.read_text("utf-8") == "no marks"
