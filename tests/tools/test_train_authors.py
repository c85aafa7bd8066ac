"""The counts of authors are counted in pages, by origin, and answer pages of other sites."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from newsclean.learned.files import parse_learned
from newsclean.learned.weights import Count
from tools.train.authors import AUTHORS, judge, read_samples, score
from tools.train.counts import by_other_sites, count_places

TEXT = "<p>The island ferry sails again from Monday, the council said, after a long winter.</p>"
PAGES = {
    # The byline and the metadata agree with the gold.
    "a": ("example.net", "Jane Roe", "By Jane Roe", ["Jane Roe"]),
    # The metadata name an editor, and the gold has two names in one value.
    "b": ("example.org", "Max Poe", "By Jo Ray and Kim Lee", ["Jo Ray and Kim Lee"]),
    # No gold: the page is not counted.
    "c": ("example.org", "Max Poe", "By Max Poe", []),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with these pages, of sites of both halves."""
    folder = tmp_path / "tiny"
    for page_id, (site, author, byline, authors) in PAGES.items():
        page = (
            f"<meta name=author content='{author}'><h1>Ferry returns</h1><p>{byline}</p>{TEXT * 3}"
        )
        write(folder, {"id": page_id, "url": f"https://{site}/{page_id}", "authors": authors}, page)
    return folder


def write(folder: Path, gold: dict[str, Any], page: str) -> None:
    """Write a page and its gold into a data folder."""
    for name in ("pages", "gold"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "pages" / f"{gold['id']}.html.gz").write_bytes(gzip.compress(page.encode()))
    (folder / "gold" / f"{gold['id']}.json").write_text(json.dumps(gold), "utf-8")


def test_an_origin_is_right_where_all_its_names_are_in_the_gold(folder: Path) -> None:
    counts = count_places(read_samples(folder), judge)
    assert counts["meta"] == Count(1, 2)
    assert counts["by line"] == Count(2, 2)


def test_names_are_scored_by_the_counts_that_are_given(folder: Path) -> None:
    samples = list(read_samples(folder))
    right = {"by line": Count(9, 9), "meta": Count(0, 9)}
    wrong = {"by line": Count(0, 9), "meta": Count(9, 9)}
    assert score((sample, right) for sample in samples) == 1.0
    assert score((sample, wrong) for sample in samples) < 1.0


def test_a_page_is_answered_by_the_counts_of_other_sites(folder: Path) -> None:
    first, second = by_other_sites(list(read_samples(folder)), judge)
    assert (first[0].gold["id"], first[1]["meta"]) == ("a", Count(0, 1))
    assert (second[0].gold["id"], second[1]["meta"]) == ("b", Count(1, 1))


def test_chinese_pages_are_counted_apart_and_may_name_nobody(tmp_path: Path) -> None:
    text = "<p>渡轮公司负责人表示，新航线今年起每天增开四班，票价不变，并为学生和老人保留优惠。</p>"
    gold = {"id": "d", "url": "https://example.com/d", "authors": []}
    write(tmp_path / "zh", gold, f"<h1>轮渡增开四班</h1><p>本报记者 林知秋</p>{text * 3}")
    assert count_places(read_samples(tmp_path / "zh"), judge) == {
        "cjk byline": Count(0, 1),
        "cjk labelled": Count(0, 1),
    }


def test_the_command_prints_each_half_and_writes_the_counts(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    AUTHORS.main(None, [str(folder), "--out", str(tmp_path)])
    printed = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in printed[:2]] == ["open", "aside"]
    found = parse_learned((tmp_path / "authors.json").read_text("utf-8"), "authors")
    assert found.data["pages"] == 2
    assert found.unit == "pages"
    assert found.learned["meta"] == {"right": 1, "seen": 2}
    assert set(found.features) == set(found.learned)
