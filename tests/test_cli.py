"""The command: its output, its messages on standard error, and its exit status."""

from __future__ import annotations

import dataclasses
import io
import json
import os
import shlex
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

import newsclean
from newsclean.cli import main
from newsclean.errors import NewscleanError
from newsclean.model import Article, Report

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "fixtures" / "city-paper-utf8" / "page.html"

Call = dict[str, Any]


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch, report: Report) -> list[Call]:
    """Make the command give `report` for every page; return the arguments of its calls."""
    seen: list[Call] = []

    def explain(
        page: bytes, url: str | None, content_type: str | None, *, reference_date: datetime | None
    ) -> Report:
        seen.append(
            {
                "page": page,
                "url": url,
                "content_type": content_type,
                "reference_date": reference_date,
            }
        )
        return report

    monkeypatch.setattr(newsclean, "explain", explain)
    return seen


@pytest.fixture
def page(tmp_path: Path) -> str:
    path = tmp_path / "page.html"
    path.write_bytes(b"<p>\xff")
    return str(path)


def test_json_is_the_default(
    calls: list[Call], page: str, article: Article, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["extract", page]) == 0
    out, err = capsysbinary.readouterr()
    assert Article.from_dict(json.loads(out)) == article
    assert "河湾镇".encode() in out
    assert err == b""
    assert calls == [
        {"page": b"<p>\xff", "url": None, "content_type": None, "reference_date": None}
    ]


def test_standard_input_and_what_is_known_of_the_page(
    calls: list[Call], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xb1\xa8")))
    known = [
        "--url",
        "https://example.org/",
        "--content-type",
        "text/html; charset=gbk",
        "--reference-date",
        "2024-05-09T08:00",
    ]
    assert main(["extract", "-", *known]) == 0
    expected = {
        "url": "https://example.org/",
        "content_type": "text/html; charset=gbk",
        "reference_date": datetime(2024, 5, 9, 8),
    }
    assert calls == [{"page": b"\xb1\xa8", **expected}]


@pytest.mark.usefixtures("calls")
@pytest.mark.parametrize(
    ("options", "start"),
    [
        (["--format", "text"], "一年发电可供三百户人家使用\n河湾镇建成首座屋顶光伏学校\n\n5月9日"),
        (["--format", "markdown"], "一年发电可供三百户人家使用\n\n# 河湾镇"),
        (
            ["--explain", "--format", "text"],
            "0\tnavigation\trule.menu\t\t首页 | 新闻 | 专题\n1\tkicker\t",
        ),
        (["--explain", "--format", "html"], "<!doctype html>"),
        (["--explain"], '{\n  "article": {\n    "title": "河湾镇'),
    ],
)
def test_each_format_is_written(
    page: str, options: list[str], start: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["extract", page, *options]) == 0
    out = capsysbinary.readouterr().out.decode()
    assert out.startswith(start)
    assert out.endswith("\n")


def test_a_page_without_an_article(
    page: str, report: Report, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    nothing = dataclasses.replace(report, article=Article())
    monkeypatch.setattr(newsclean, "explain", lambda *_, **__: nothing)
    assert main(["extract", page]) == 1
    out, err = capsys.readouterr()
    assert json.loads(out)["title"] is None
    assert err == f"newsclean: {page}: no article found on this page\n"


@pytest.mark.usefixtures("calls")
def test_several_pages(
    page: str, article: Article, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    missing = str(tmp_path / "missing.html")
    assert main(["extract", page, missing, page]) == 1
    out, err = capsysbinary.readouterr()
    lines = out.decode().splitlines()
    assert [Article.from_dict(json.loads(line)) for line in lines] == [article, article]
    assert err.decode().startswith(f"newsclean: cannot read {missing}")
    assert main(["extract", page, page, "--format", "text"]) == 0
    out = capsysbinary.readouterr().out
    assert out.decode().count(f"==> {page} <==\n") == 2


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = tmp_path / "missing.html"
    assert main(["extract", str(missing)]) == 1
    assert capsys.readouterr() == (
        "",
        f"newsclean: cannot read {missing}: No such file or directory\n",
    )


def test_our_own_errors_are_one_line(
    page: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def explain(*_: object, **__: object) -> Report:
        raise NewscleanError("too long\nto read")

    monkeypatch.setattr(newsclean, "explain", explain)
    assert main(["extract", page]) == 1
    assert capsys.readouterr() == ("", f"newsclean: {page}: too long to read\n")


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        ["extract"],
        ["extract", "a", "b", "--url", "https://example.org/"],
        ["extract", "a", "b", "--explain", "--format", "html"],
        ["extract", "a", "--format", "pdf"],
        ["extract", "a", "--reference-date", "today"],
        ["fetch", "a"],
    ],
)
def test_wrong_usage(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(wrong)
    assert caught.value.code == 2
    assert "usage: newsclean" in capsys.readouterr().err


def test_a_format_that_does_not_fit(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["extract", page, "--explain", "--format", "markdown"])
    assert caught.value.code == 2
    message = "an explanation is written as json, text, html, not as markdown"
    assert message in capsys.readouterr().err


def test_an_article_is_written_as_html(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["extract", page, "--format", "html"])
    assert capsys.readouterr().out.startswith("<article>\n")


def test_the_module_runs_on_a_real_page_whatever_the_locale() -> None:
    with PAGE.open("rb") as page:
        done = _run("extract", "-", stdin=page)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["title"] == "青溪县治水兴村走出新路子"
    assert done.stderr == b""


def test_a_reader_that_stops_early_is_no_error() -> None:
    read, write = os.pipe()
    os.close(read)
    done = _run("extract", str(PAGE), stdout=write)
    os.close(write)
    assert done.returncode == 1
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize(
    ("arguments", "unbuffered"),
    [
        (["extract", str(PAGE)], ""),
        (["extract", str(PAGE)], "1"),
        (["extract", str(PAGE), "--explain", "--format", "html"], ""),
        (["--version"], ""),
        (["--help"], ""),
    ],
)
def test_output_that_cannot_be_written_is_one_line(arguments: list[str], unbuffered: str) -> None:
    with open("/dev/full", "wb") as full:
        done = _run(*arguments, stdout=full, PYTHONUNBUFFERED=unbuffered)
    assert done.returncode == 1
    assert done.stderr == b"newsclean: cannot write the output: No space left on device\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_an_error_that_cannot_be_written_still_has_its_exit_code() -> None:
    with open("/dev/full", "wb") as full:
        assert _run("extract", "nosuch.html", stderr=full, PYTHONUNBUFFERED="").returncode == 1


@pytest.mark.parametrize(
    ("closed", "page", "message"),
    [
        ("<&-", "-", "cannot read -: standard input is closed"),
        (">&-", str(PAGE), "cannot write the output: standard output is closed"),
    ],
)
def test_a_closed_stream_is_one_line(closed: str, page: str, message: str) -> None:
    command = (
        f"exec {shlex.quote(sys.executable)} -m newsclean extract {shlex.quote(page)} {closed}"
    )
    done = subprocess.run(
        ["sh", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"newsclean: {message}\n")


def test_with_standard_error_closed_nothing_is_written_elsewhere() -> None:
    command = f"exec {shlex.quote(sys.executable)} -m newsclean extract nosuch.html 2>&-"
    done = subprocess.run(
        ["sh", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout) == (1, "")


def test_the_version_is_the_package_s() -> None:
    assert _run("--version").stdout.decode() == f"newsclean {newsclean.__version__}\n"


def _run(
    *arguments: str,
    stdin: Any = None,
    stdout: Any = subprocess.PIPE,
    stderr: Any = subprocess.PIPE,
    **variables: str,
) -> subprocess.CompletedProcess[bytes]:
    environment = {
        **os.environ,
        "LC_ALL": "C",
        "PYTHONIOENCODING": "ascii",
        "PYTHONPATH": str(ROOT),
        **variables,
    }
    command = [sys.executable, "-m", "newsclean", *arguments]
    return subprocess.run(
        command, stdin=stdin, stdout=stdout, stderr=stderr, env=environment, check=False, timeout=60
    )
