"""The examples and commands of the README work as shown, in both languages."""

from __future__ import annotations

import itertools
import re
import shlex
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import lxml.html
import pytest

import newsclean
from newsclean import cli

ROOT = Path(__file__).resolve().parent.parent
READMES = {name: (ROOT / name).read_text("utf-8") for name in ("README.md", "docs/README.zh-CN.md")}
PAGE = re.compile(r"fixtures/[\w-]+/page\.html")


def _blocks(name: str) -> list[tuple[str, str]]:
    return re.findall(r"^```(\w+)\n(.*?)^```$", READMES[name], re.MULTILINE | re.DOTALL)


SETUP = [
    line
    for language, block in _blocks("README.md")
    if language == "sh"
    for line in block.splitlines()
    if "python3 -m venv" in line
]


@pytest.mark.parametrize("name", READMES)
def test_the_problem_is_the_text_of_the_page(name: str) -> None:
    """Its examples are run with those of the other documents."""
    page = PAGE.search(READMES[name])
    assert page
    tree = lxml.html.fromstring((ROOT / page[0]).read_bytes())
    text = "".join(map(str, tree.itertext()))
    [problem] = [block for language, block in _blocks(name) if language == "text"]
    for line in problem.splitlines():
        if not line.startswith(" …"):
            for piece in line.split("…"):
                assert _packed(piece) in _packed(text)


def test_set_up_is_two_commands_that_make_their_own_environment() -> None:
    assert len(SETUP) == 2
    for line in SETUP:
        words = shlex.split(line)
        assert words[:4] == ["python3", "-m", "venv", ".venv"]
        assert all(
            word.startswith(".venv/bin/")
            for before, word in itertools.pairwise(words)
            if before == "&&"
        )
    assert SETUP[1].endswith(".venv/bin/python -m pytest -q -n auto --dist loadfile")


def test_its_main_job_finds_an_article(capsys: pytest.CaptureFixture[str]) -> None:
    page = PAGE.search(SETUP[0])
    assert page
    assert cli.main(["extract", str(ROOT / page[0])]) == 0
    assert "青溪县治水兴村走出新路子" in capsys.readouterr().out


def test_both_languages_have_the_same_code() -> None:
    """The examples read other pages, so only what surrounds their values is compared."""
    english, chinese = (_blocks(name) for name in READMES)
    assert [language for language, _ in english] == [language for language, _ in chinese]
    shells = [
        [block for language, block in readme if language == "sh"] for readme in (english, chinese)
    ]
    assert shells[0] == shells[1]
    pythons = [
        [block for language, block in readme if language == "python"]
        for readme in (english, chinese)
    ]
    for ours, theirs in zip(pythons[0][1:], pythons[1][1:], strict=True):
        assert _statements(ours) == _statements(theirs)
    assert {"extract", "explain"} <= _names(pythons[1][0]) & _names(pythons[0][0])


def test_both_languages_have_the_same_table() -> None:
    tables = [
        [line for line in text.splitlines() if line.startswith("|")] for text in READMES.values()
    ]
    assert len(tables[0]) >= 7
    assert tables[0] == tables[1]


def _statements(block: str) -> list[str]:
    return [line for line in block.splitlines() if line.startswith((">>> ", "... "))]


def _names(block: str) -> set[str]:
    return set(re.findall(r"newsclean\.(\w+)", block))


def _packed(text: str) -> str:
    return "".join(text.split())


@pytest.fixture
def served() -> Iterator[str]:
    """The address of a page of a local server."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=gb2312")
            self.end_headers()
            self.wfile.write((ROOT / "fixtures/city-paper-gb2312/page.html").read_bytes())

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/news/1.html"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("document", ["README.md", "docs/howto/fetch.md"])
def test_fetch_extracts_what_a_server_sends(document: str, served: str) -> None:
    text = (ROOT / document).read_text("utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    [block] = [block for block in blocks if ">>> def fetch(" in block]
    code = "\n".join(line[4:] for line in _statements(block))
    names: dict[str, Any] = {"newsclean": newsclean}
    exec(code, names)
    article: newsclean.Article = names["fetch"](served)
    assert article.is_article
    assert (article.url, article.title) == (served, "青溪县治水兴村走出新路子")
