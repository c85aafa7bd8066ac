"""`newsclean explain` and what it writes."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import pytest

from newsclean.cli import main
from tests.cases import FIXTURES

PAGE = str(FIXTURES / "city-paper-utf8" / "page.html")


def test_the_page_is_written_to_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "report.html"
    assert main(["explain", PAGE, "-o", str(target)]) == 0
    assert target.read_text("utf-8").startswith("<!doctype html>")
    assert "青溪县治水兴村走出新路子" in target.read_text("utf-8")
    assert capsys.readouterr() == ("", "")


def test_without_a_file_the_page_is_printed(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["explain", PAGE]) == 0
    assert capsysbinary.readouterr().out.startswith(b"<!doctype html>")


@pytest.mark.parametrize("is_found", [True, False])
def test_the_file_is_opened(
    is_found: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    opened: list[str] = []

    def open_page(url: str) -> bool:
        opened.append(url)
        return is_found

    monkeypatch.setattr(webbrowser, "open", open_page)
    target = tmp_path / "a report.html"
    assert main(["explain", PAGE, "-o", str(target), "--open"]) == (0 if is_found else 1)
    assert opened == [target.as_uri()]
    assert ("no browser was found" in capsys.readouterr().err) != is_found


def test_opening_needs_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["explain", PAGE, "--open"])
    assert caught.value.code == 2
    assert "--open needs a file: -o report.html" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nosuch.html"], "cannot read nosuch.html: No such file or directory"),
        ([PAGE, "-o", "/nosuch/report.html"], "cannot write /nosuch/report.html: No such file"),
        ([PAGE, "-o", "a\0b"], "cannot write a\\u0000b: embedded null byte"),
    ],
)
def test_what_cannot_be_read_or_written_is_one_line(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", *arguments]) == 1
    assert message in capsys.readouterr().err
