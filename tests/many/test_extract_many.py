"""`extract_many`: a result for each page, whatever the page does."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import lxml.html
import pytest

import newsclean
from newsclean import Input, InputError, MissingLibraryError, Result, Status, extract_many
from newsclean.many.extraction import cores

ROOT = Path(__file__).resolve().parents[2]
PAGES = [
    (ROOT / "fixtures" / name / "page.html").read_bytes()
    for name in ("city-paper-utf8", "city-paper-gb2312", "data-table")
]
TEXT = PAGES[0].decode()
URL = "https://example.org/news/1.html"
INPUTS = [Input(page, url=URL, content_type="text/html; charset=utf-8") for page in PAGES]

NOT_A_PAGE = (
    "page must be bytes, str or an lxml tree, not NoneType: give the bytes or the text of the page"
)
ADDRESS = (
    "page is an address or a path ('https://example.org/a.html'), not a page: "
    "give the bytes or the text that it holds"
)
NO_DATE = "reference_date must be a date in ISO 8601 such as 2024-09-12T10:06, not 'yesterday'"


def _untimed(results: Any) -> list[Result]:
    return [replace(result, seconds=0.0) for result in results]


def test_articles_are_those_of_extract() -> None:
    found = list(extract_many(INPUTS, processes=0))
    assert [result.article for result in found] == [
        newsclean.extract(page.page, page.url, page.content_type) for page in INPUTS
    ]
    assert [result.id for result in found] == list(range(len(INPUTS)))
    assert all(result.url == URL and result.error is None for result in found)
    assert all(result.seconds > 0 for result in found)


def _every_kind() -> list[Any]:
    return [
        TEXT,
        lxml.html.document_fromstring(TEXT),
        b"",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
        "<title>404</title><p>Page not found.",
        None,
        "https://example.org/a.html",
        Input(TEXT, reference_date="yesterday", id="mine"),
        b"x" * 100_001,
    ]


def test_every_kind_of_page_has_its_status() -> None:
    found = list(extract_many(_every_kind(), processes=0, max_bytes=100_000))
    assert [result.status.value for result in found] == [
        *("ok", "ok", "empty", "empty", "not_article"),
        *("error", "error", "error", "too_large"),
    ]
    assert [result.error for result in found if result.error] == [
        f"TypeError: {NOT_A_PAGE}",
        f"InputError: {ADDRESS}",
        f"InputError: {NO_DATE}",
        "the page has 100,001 bytes, more than 100,000",
    ]
    assert [result.id for result in found] == [0, 1, 2, 3, 4, 5, 6, "mine", 8]


def test_a_slow_page_ends_with_a_part_before_the_timeout() -> None:
    [result] = extract_many([TEXT], processes=0, timeout=1e-9)
    assert result.article is not None
    assert result.article.truncations


def test_an_error_of_the_extraction_is_a_result(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RecursionError("too deep\nby far")

    monkeypatch.setattr("newsclean.api.parse", fail)
    [result] = extract_many([TEXT], processes=0)
    assert result.status is Status.ERROR
    assert result.article is None
    assert result.error == (
        "ExtractionError: newsclean failed on this page: RecursionError: too deep by far"
    )


def test_the_same_results_in_one_process_and_in_two() -> None:
    pages = [*INPUTS, *_every_kind()]
    here, there = (_untimed(extract_many(pages, processes=n, max_bytes=100_000)) for n in (0, 2))
    assert here == there


@pytest.mark.parametrize(
    ("wrong", "error", "message"),
    [
        ({"processes": -1}, InputError, "processes must be a whole number of 0 or more, not -1"),
        ({"processes": 1.5}, InputError, "processes must be"),
        ({"timeout": 0}, InputError, "timeout must be a number of seconds above 0, not 0"),
        ({"timeout": float("nan")}, InputError, "timeout must be"),
        ({"max_bytes": "1M"}, InputError, "max_bytes must be a whole number of 1 or more"),
        ({"limits": 5}, TypeError, "limits must be a newsclean.Limits, not int"),
    ],
)
def test_wrong_arguments_are_told_at_once(
    wrong: dict[str, Any], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        extract_many([], **wrong)


@pytest.mark.parametrize("page", [b"<p>Ferry", "<p>Ferry"])
def test_one_page_is_not_many(page: Any) -> None:
    with pytest.raises(TypeError, match="pages must be an iterable of pages, not"):
        extract_many(page)


def test_there_is_a_core() -> None:
    assert cores() >= 1


SCRIPT = """
import newsclean
{guard}[result] = newsclean.extract_many(["<h1>Ferry returns</h1>"], processes=1)
{guard}print(result.status)
"""


@pytest.mark.parametrize("pages", [PAGES, iter(PAGES)])
def test_a_progress_bar_counts_the_results(pages: Any, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("tqdm")
    results = list(extract_many(pages, processes=0, progress=True))
    assert [result.id for result in results] == [0, 1, 2]
    last = capsys.readouterr().err.rpartition("\r")[2]
    assert ("3/3" if isinstance(pages, list) else "3page") in last


def test_closing_a_progress_bar_ends_the_run() -> None:
    pytest.importorskip("tqdm")
    taken = []

    def pages() -> Iterator[bytes]:
        for page in PAGES * 100:
            taken.append(page)
            yield page

    results = extract_many(pages(), processes=0, progress=True)
    next(results)
    results.close()  # type: ignore[attr-defined]
    assert list(results) == []
    assert len(taken) < 5


def test_a_progress_bar_without_its_library(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [*sys.modules]:
        if name.partition(".")[0] == "tqdm":
            monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setitem(sys.modules, "tqdm", None)
    with pytest.raises(MissingLibraryError, match=r"tqdm.* pip install 'newsclean\[batch\]'"):
        extract_many(PAGES, processes=0, progress=True)


def test_a_script_without_a_guard_is_told_so(tmp_path: Path) -> None:
    guarded, bare = tmp_path / "guarded.py", tmp_path / "bare.py"
    guarded.write_text(SCRIPT.format(guard='if __name__ == "__main__": '), "utf-8")
    bare.write_text(SCRIPT.format(guard=""), "utf-8")
    assert _run(guarded) == (0, "empty\n", "")
    code, out, err = _run(bare)
    assert (code, out) == (1, "")
    assert 'make the call under `if __name__ == "__main__":`' in err.splitlines()[-1]


def _run(script: Path) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, str(script)],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    return done.returncode, done.stdout, done.stderr
