"""The scripts that count sources and confidence read pages, print both halves, and write files."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from newsclean.learned.files import parse_learned
from newsclean.learned.weights import Count

pytest.importorskip("numpy", reason="training needs the extra `train`")
pytest.importorskip("sklearn", reason="training needs the extra `train`")
from tools.train import confidence, sources  # it needs these libraries
from tools.train.counts import count_places

TEXT = "<p>河湾镇的桥今天上午通车，镇上的人等了二十年，船工也来看热闹，他说渡船以后还是要开的。</p>"
PAGES = {
    "a": ("example.net", "河湾日报", "河湾日报"),
    "b": ("example.org", "河湾日报", "大河报"),
    "c": ("example.com", "大河报", "大河报"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with three pages that print a source; that of page b is wrong."""
    folder = tmp_path / "tiny"
    for name in ("pages", "gold"):
        (folder / name).mkdir(parents=True)
    for page_id, (site, printed, source) in PAGES.items():
        line = f"<p>2024-05-20 10:06 来源：{printed}</p>"
        page = f"<title>大桥通车</title><h1>大桥通车</h1>{line}{TEXT * 3}"
        (folder / "pages" / f"{page_id}.html.gz").write_bytes(gzip.compress(page.encode()))
        gold = {"id": page_id, "url": f"https://{site}/{page_id}", "source": source}
        gold |= {"title": "大桥通车", "date": "2024-05-20"}
        (folder / "gold" / f"{page_id}.json").write_text(json.dumps(gold), "utf-8")
    return folder


def test_a_place_is_right_where_its_first_outlet_is_that_of_the_gold(folder: Path) -> None:
    counts = count_places(sources.read_samples(folder), sources.judge)
    assert counts == {"labelled": Count(2, 3)}


def test_the_counts_of_sources_are_written(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sources.SOURCES.main(None, [str(folder), "--out", str(tmp_path)])
    printed = capsys.readouterr().out
    assert printed.count("by the counts of other sites") == 2
    found = parse_learned((tmp_path / "sources.json").read_text("utf-8"), "sources")
    assert found.learned == {"labelled": {"right": 2, "seen": 3}}
    assert found.data["pages"] == 3


def test_confidence_is_learned_for_the_fields_of_the_gold(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    confidence.main([str(folder), "--out", str(tmp_path)])
    printed = capsys.readouterr().out
    assert printed.count("| confidence |") == 3
    found = parse_learned((tmp_path / "confidence.json").read_text("utf-8"), "confidence")
    assert set(found.learned) == {"title", "date", "source"}
    assert found.learned["source"]["origins"] == {"labelled": {"right": 2, "seen": 3}}
    assert found.features == confidence.SIGNALS


def test_a_sample_is_judged_without_its_own_part_in_the_counts(folder: Path) -> None:
    samples = [s for s in confidence.read_samples(folder) if s.field == "source"]
    assert [sample.right for sample in samples] == [True, False, True]
    assert len(set(confidence.out_of_fold(samples))) > 1
