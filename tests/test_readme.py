"""The examples and commands of the README work as shown."""

from __future__ import annotations

import dataclasses
import doctest
import itertools
import re
import shlex
from pathlib import Path

import lxml.html
import pytest

import newsclean
from newsclean import cli

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
SETUP = [
    line
    for language, block in BLOCKS
    if language == "sh"
    for line in block.splitlines()
    if "python3 -m venv" in line
]


def test_its_python_gives_what_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    python = "\n".join(block for language, block in BLOCKS if language == "python")
    test = doctest.DocTestParser().get_doctest(python, {}, "README.md", "README.md", 0)
    problems: list[str] = []
    doctest.DocTestRunner(verbose=False, optionflags=doctest.ELLIPSIS).run(
        test, out=problems.append
    )
    assert not problems, "".join(problems)
    assert len(test.examples) > 15


def test_the_problem_is_the_fixture_s_own_text() -> None:
    page = "".join(str(text) for text in lxml.html.parse(str(_fixture())).xpath("//body//text()"))
    [problem] = [block for language, block in BLOCKS if language == "text"]
    for line in problem.splitlines():
        if not line.startswith(" …"):
            assert _packed(line.removesuffix("…")) in _packed(page)


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
    assert SETUP[1].endswith(".venv/bin/python -m pytest -q")


def test_its_main_job_finds_an_article(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["extract", str(_fixture())]) == 0
    assert "青溪县治水兴村走出新路子" in capsys.readouterr().out


@pytest.mark.parametrize(
    "line",
    [
        line
        for language, block in BLOCKS
        if language == "sh"
        for line in block.splitlines()
        if line.startswith("newsclean extract ")
    ],
)
def test_its_commands_are_ones(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.html").write_bytes(_fixture().read_bytes())
    assert cli.main(shlex.split(line, comments=True)[1:]) == 0


def test_its_table_has_every_field_of_an_article() -> None:
    [rows] = re.findall(
        r"^\| field \| content \|\n\|---\|---\|\n((?:\|.*\n)+)", README, re.MULTILINE
    )
    named = [
        name for row in rows.splitlines() for name in re.findall(r"`(\w+)`", row.split("|")[1])
    ]
    assert sorted(named) == sorted(
        ["body", *(field.name for field in dataclasses.fields(newsclean.Article))]
    )


@pytest.mark.parametrize(
    "document",
    [
        "README.md",
        "CONTRIBUTING.md",
        *(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md")),
    ],
)
def test_links_lead_to_files_that_are_there(document: str) -> None:
    text = (ROOT / document).read_text("utf-8")
    targets = [target for target in re.findall(r"\]\(([^)#\s]+)", text) if "://" not in target]
    missing = [target for target in targets if not ((ROOT / document).parent / target).exists()]
    assert missing == []


def _fixture() -> Path:
    page: str = SETUP[0].split()[-1]
    return ROOT / page


def _packed(text: str) -> str:
    return "".join(text.split())
