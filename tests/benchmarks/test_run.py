"""The benchmark scores folders of pages, and writes its table into a document."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from benchmarks import run

BODY = "河湾镇第一小学的屋顶光伏项目并网发电。\nThe school now sells what it does not use."


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
