"""The command writes a line for each span, and only files that changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases import CASES, Case
from tools.labels import main, read

CASE = next(case for case in CASES if case.name == "credit-ends-last-paragraph")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("page.html", "case.toml"):
        (tmp_path / name).write_bytes((CASE.folder / name).read_bytes())
    return tmp_path


def test_the_command_writes_only_what_changed(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main([str(folder)]) == 0
    assert "labels.tsv: written" in capsys.readouterr().out
    assert read(folder) == read(CASE.folder)
    assert main([str(folder)]) == 0
    assert capsys.readouterr().out == ""


def test_each_line_is_a_span_whose_text_may_hold_anything(folder: Path) -> None:
    page = "<p>a\\tb</p><pre>one\ttwo\nthree</pre><p>\x85c\u2028d</p>"
    (folder / "page.html").write_text(page, "utf-8")
    main([str(folder)])
    report = Case(folder).explain()
    texts = [line.split("\t")[2] for line in read(folder)]
    assert len(texts) == len(report.spans)
    assert texts[0] == r"a\\tb"


def test_a_folder_that_is_no_fixture_is_refused(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main([str(tmp_path)]) == 1
    assert "has no case.toml" in capsys.readouterr().err
    assert not (tmp_path / "labels.tsv").exists()
