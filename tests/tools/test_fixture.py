"""The command writes a draft that the tests can read, and never overwrites one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cases import CASES, Case
from tools.fixture import draft, main

CASE = next(case for case in CASES if case.name == "credit-ends-last-paragraph")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "page.html").write_bytes((CASE.folder / "page.html").read_bytes())
    (tmp_path / "case.toml").write_bytes((CASE.folder / "case.toml").read_bytes())
    return tmp_path


def test_the_draft_is_what_is_found_and_says_that_nobody_read_it(folder: Path) -> None:
    assert main([str(folder)]) == 0
    drafted = Case(folder).expected
    assert drafted["body"] == CASE.report().article.body
    assert drafted["credits"] == [{"role": "编辑", "names": ["苗若兰"]}]
    assert "unread" in drafted


def test_dates_are_counted_from_the_case_s_reference() -> None:
    case = next(case for case in CASES if case.name == "relative-date-counted")
    assert draft(case.folder)["date"] == case.expected["date"]


def test_an_expectation_is_never_written_over(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "expected.json").write_text('{"title": "by hand"}', "utf-8")
    assert main([str(folder)]) == 1
    assert "correct it by hand" in capsys.readouterr().err
    assert json.loads((folder / "expected.json").read_text("utf-8")) == {"title": "by hand"}


@pytest.mark.parametrize(
    ("missing", "message"), [("page.html", "needs one page"), ("case.toml", "needs a case.toml")]
)
def test_a_folder_that_is_no_case_is_refused(
    folder: Path, missing: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / missing).unlink()
    assert main([str(folder)]) == 1
    assert message in capsys.readouterr().err
    assert not (folder / "expected.json").exists()
