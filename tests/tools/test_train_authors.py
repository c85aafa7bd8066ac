"""The counts of authors are counted in pages, by origin, and answer pages of other sites."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from newsclean.learned.files import parse_learned
from newsclean.learned.weights import Count
from tools.train.authors import count_origins, main, read_samples, score

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
    for name in ("pages", "gold"):
        (folder / name).mkdir(parents=True)
    for page_id, (site, author, byline, authors) in PAGES.items():
        page = (
            f"<meta name=author content='{author}'><h1>Ferry returns</h1><p>{byline}</p>{TEXT * 3}"
        )
        (folder / "pages" / f"{page_id}.html.gz").write_bytes(gzip.compress(page.encode()))
        gold = {"id": page_id, "url": f"https://{site}/{page_id}", "authors": authors}
        (folder / "gold" / f"{page_id}.json").write_text(json.dumps(gold), "utf-8")
    return folder


def test_an_origin_is_right_where_all_its_names_are_in_the_gold(folder: Path) -> None:
    counts = count_origins(read_samples(folder))
    assert counts["meta"] == Count(1, 2)
    assert counts["by line"] == Count(2, 2)


def test_names_are_scored_by_the_counts_that_are_given(folder: Path) -> None:
    samples = list(read_samples(folder))
    assert score(samples, {"by line": Count(9, 9), "meta": Count(0, 9)}) == 1.0
    assert score(samples, {"by line": Count(0, 9), "meta": Count(9, 9)}) < 1.0


def test_each_half_is_answered_by_the_counts_of_the_other(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main([str(folder), "--out", str(tmp_path)])
    printed = capsys.readouterr().out.splitlines()
    assert [line.partition(",")[0] for line in printed[:2]] == ["open: 1 pages", "aside: 1 pages"]
    found = parse_learned((tmp_path / "authors.json").read_text("utf-8"), "authors")
    assert found.data["pages"] == 2
    assert found.unit == "pages"
    assert found.learned["meta"] == {"right": 1, "seen": 2}
    assert set(found.features) == set(found.learned)
