"""A snapshot has the article of each page, and a comparison lists the changes."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import newsclean
from tools.snapshot.__main__ import main
from tools.snapshot.compare import compare, renaming
from tools.snapshot.write import snapshot_page

PAGE = "<h1>Ferry returns</h1><p>The island ferry sails again from Monday, the council said.</p>"
OPEN, ASIDE = "https://news.example.net/a", "https://example.org/a"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with a page of each half, and one without gold but with an address."""
    folder = tmp_path / "tiny"
    for name in ("pages", "gold"):
        (folder / name).mkdir(parents=True)
    for page_id, url in (("a", OPEN), ("b", ASIDE), ("c", None)):
        (folder / "pages" / f"{page_id}.html.gz").write_bytes(gzip.compress(PAGE.encode()))
        gold = folder / "gold" / f"{page_id}.json"
        gold.write_text(json.dumps({"id": page_id, "url": url}), "utf-8")
    (folder / "gold" / "c.json").unlink()
    (folder / "gold" / "c.url").write_text(f"{OPEN}?c\n", "utf-8")
    return folder


def _record(page: str = "set/1", aside: bool = False, **fields: Any) -> dict[str, Any]:
    return {"page": page, "aside": aside, "article": fields}


def _snapshot(*records: dict[str, Any]) -> Mapping[str, dict[str, Any]]:
    return {record["page"]: record for record in records}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_snapshot_has_a_line_for_each_page(folder: Path, tmp_path: Path, jobs: str) -> None:
    out = tmp_path / "out.jsonl"
    assert main([str(folder), "-o", str(out), "--spans", "--jobs", jobs]) == 0
    records = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [record["page"] for record in records] == ["tiny/a", "tiny/b", "tiny/c"]
    assert [record["aside"] for record in records] == [False, True, False]
    assert [record["article"]["url"] for record in records] == [OPEN, ASIDE, f"{OPEN}?c"]
    article = newsclean.extract(PAGE.encode(), OPEN)
    assert records[0]["article"] == json.loads(json.dumps(article.to_dict()))
    assert records[0]["spans"].keys() == {"title", "body"}


def test_a_page_that_raises_is_recorded(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ValueError("no such page")

    monkeypatch.setattr(newsclean, "explain", fail)
    record = snapshot_page(folder, {"id": "a", "url": OPEN})
    assert record == {"page": "tiny/a", "aside": False, "error": "ValueError: no such page"}


def test_only_every_nth_page_is_taken(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    main([str(folder), "-o", str(out), "--every", "2"])
    names = [json.loads(line)["page"] for line in out.read_text("utf-8").splitlines()]
    assert names == ["tiny/a", "tiny/c"]


def test_the_same_snapshot_differs_in_nothing(
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = tmp_path / "out.jsonl"
    main([str(folder), "-o", str(out)])
    capsys.readouterr()
    assert main(["--compare", str(out), str(out)]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed == ["pages: 2 open, 1 aside", "pages that differ: 0 open, 0 aside"]


def test_changes_are_counted_by_field_and_half() -> None:
    old = _snapshot(_record(title="x", body="b"), _record("set/2", aside=True, title="x", body="b"))
    new = _snapshot(_record(title="y", body="b"), _record("set/2", aside=True, title="y", body="c"))
    lines = compare(old, new).report().splitlines()
    assert lines[1] == "pages that differ: 1 open, 1 aside"
    assert [line.split() for line in lines[3:5]] == [["body", "0", "1"], ["title", "1", "1"]]


def test_pages_of_the_aside_half_are_never_shown() -> None:
    old = _snapshot(_record(title="x"), _record("set/2", aside=True, title="secret"))
    new = _snapshot(_record(title="y"), _record("set/2", aside=True, title="hidden"))
    report = compare(old, new).report(examples=9, pages=True)
    assert "title: set/1\n  A x\n  B y\n" in report
    assert report.endswith("set/1: title\n")
    assert not any(word in report for word in ("set/2", "secret", "hidden"))


def test_an_example_shows_where_the_texts_part() -> None:
    same = "The ferry sails again. " * 20
    old, new = (_snapshot(_record(body=f"{same}\nOn {day}.")) for day in ("Monday", "Friday"))
    report = compare(old, new).report()
    assert "ferry sails again. ⏎On Monday.\n" in report
    assert max(map(len, report.splitlines())) < 130


def test_a_renamed_key_is_no_difference() -> None:
    old = _snapshot({**_record(tags=[], parts=[{"kind": "p"}]), "spans": {"boilerplate": "1f"}})
    new = _snapshot({**_record(topics=[], parts=[{"type": "p"}]), "spans": {"other": "1f"}})
    names = ("tags=topics", "parts.kind=parts.type", "spans.boilerplate=spans.other")
    assert not compare(old, new, [renaming(name) for name in names]).is_any
    assert [change.field for change in compare(old, new).changes] == ["parts"]
    assert compare(old, new).fields == (
        ("spans.boilerplate", "tags"),
        ("spans.other", "topics"),
    )


def test_a_label_that_a_page_no_longer_has_is_a_difference() -> None:
    page = {**_record(), "spans": {"body": "1f"}}
    other = {**_record("set/2"), "spans": {"body": "2e"}}
    difference = compare(_snapshot(page, other), _snapshot({**page, "spans": {}}, other))
    assert [change[:2] for change in difference.changes] == [("spans.body", "set/1")]


def test_an_error_is_one_difference() -> None:
    failed = {"page": "set/1", "aside": False, "error": "ValueError: x"}
    difference = compare(_snapshot(_record(title="x")), _snapshot(failed))
    changes = [(change.field, change.old, change.new) for change in difference.changes]
    assert changes == [("error", None, "ValueError: x")]


def test_pages_of_one_snapshot_only_are_counted() -> None:
    report = compare(_snapshot(_record(), _record("set/2")), _snapshot(_record())).report()
    assert "pages only in A, not compared: 1\n" in report


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["somewhere"],
        ["-o", "out.jsonl"],
        ["somewhere", "-o", "out.jsonl", "--compare", "a", "b"],
        ["--compare", "a", "b", "--rename", "title"],
        ["--compare", "a", "b", "--rename", "parts.kind=kind"],
    ],
)
def test_wrong_usage_is_refused(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
