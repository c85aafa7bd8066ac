"""`newsclean batch` over an archive of a thousand pages, as the benchmark runs it."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.batch import composed, run
from tests.pipelines.corpus import read_lines, url_of, write_warc

COUNT = 1_000
MOST_MEMORY = 300_000_000


@pytest.mark.slow
def test_a_thousand_pages_take_bounded_memory_and_keep_their_order(tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    archive, output = tmp_path / "pages.warc.gz", tmp_path / "out.jsonl"
    write_warc(archive, ((url_of(n), composed(n)) for n in range(COUNT)))
    found = run(archive, output, 2)
    rows = read_lines(output)
    assert [row["url"] for row in rows] == [url_of(n) for n in range(COUNT)]
    assert {row["status"] for row in rows} == {"ok"}
    assert found.peak < MOST_MEMORY
