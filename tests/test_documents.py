"""The documents are true: their examples run, and their links and tables are right."""

from __future__ import annotations

import dataclasses
import doctest
import re
import shlex
from pathlib import Path
from typing import Any

import pytest

import newsclean
from newsclean import Article, ArticleFormatError, cli
from tools import reference

ROOT = Path(__file__).resolve().parent.parent
# Pages that are made when the site is built.
MADE = {ROOT / "docs" / "reference" / name for name in reference.PAGES}
DOCUMENTS = sorted(
    path.relative_to(ROOT).as_posix()
    for path in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    if path not in MADE and "_build" not in path.parts
)
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# The lines of a table: what is given, and what comes of it.
OUTPUTS = (ROOT / "docs" / "outputs.md").read_text("utf-8")
ROWS = re.findall(r"^\|[^|]+\| `(\{.*\})` \| (.+) \|$", OUTPUTS, re.MULTILINE)


def _read(document: str) -> str:
    return (ROOT / document).read_text("utf-8")


def _blocks(document: str, language: str) -> list[str]:
    return [text for name, text in FENCE.findall(_read(document)) if name == language]


@pytest.mark.parametrize("document", [name for name in DOCUMENTS if _blocks(name, "python")])
def test_python_gives_what_the_document_says(
    document: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    # Recipes need libraries; `tests/pipelines/test_engines.py` runs them where those are installed.
    blocks = [text for text in _blocks(document, "python") if not text.startswith("# recipe: ")]
    assert [block for block in blocks if not block.startswith(">>> ")] == []
    test = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, document, document, 0)
    problems: list[str] = []
    doctest.DocTestRunner(verbose=False, optionflags=doctest.ELLIPSIS).run(
        test, out=problems.append
    )
    assert not problems, "".join(problems)


COMMANDS = sorted(
    {
        line
        for document in DOCUMENTS
        for block in _blocks(document, "sh")
        for line in block.splitlines()
        if re.match(r"newsclean \w+ page\.html", line)
    }
)


@pytest.mark.parametrize("line", COMMANDS)
def test_commands_succeed(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    page = ROOT / "fixtures" / "english-agency-edits" / "page.html"
    (tmp_path / "page.html").write_bytes(page.read_bytes())
    assert cli.main(shlex.split(line, comments=True)[1:]) == 0


def test_commands_are_found() -> None:
    assert len(COMMANDS) >= 3


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_lead_to_files_and_headings_that_are_there(document: str) -> None:
    text = FENCE.sub("", _read(document))
    targets = [link for link in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in link]
    assert [link for link in targets if not _is_there((ROOT / document).parent, link, text)] == []


def _is_there(folder: Path, link: str, text: str) -> bool:
    name, _, anchor = link.partition("#")
    path = (folder / name).resolve() if name else None
    if path in MADE:
        return True
    if path and not path.exists():
        return False
    target = path.read_text("utf-8") if path and anchor else text
    return not anchor or anchor in {_slug(line) for line in re.findall(r"^#+ (.+)$", target, re.M)}


def _slug(heading: str) -> str:
    """The anchor that repository pages and the site give to a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def test_every_page_is_in_a_table_of_contents() -> None:
    """`sphinx-build -W` fails otherwise."""
    listed = set()
    for block in re.findall(r"```\{toctree\}\n(.*?)^```", _read("docs/index.md"), re.M | re.S):
        names = [line for line in block.splitlines() if line and not line.startswith(":")]
        listed |= {re.sub(r".*<(.*)>", r"\1", name) for name in names}
    pages = {name.removeprefix("docs/").removesuffix(".md") for name in DOCUMENTS if "/" in name}
    in_decisions = {name for name in pages if re.match(r"decisions/\d", name)}
    assert sorted(pages - listed - in_decisions) == ["index"]


def test_the_table_of_the_article_has_every_field() -> None:
    rows = re.findall(r"^\| ((?:`\w+` ?)+)\|", _read("docs/reference/article.md"), re.MULTILINE)
    named = [name for row in rows for name in re.findall(r"`(\w+)`", row)]
    fields = [field.name for field in dataclasses.fields(newsclean.Article)]
    assert sorted(named) == sorted(["body", *fields])


@pytest.mark.parametrize(("given", "outcome"), ROWS)
def test_a_dict_gives_what_the_table_says(given: str, outcome: str) -> None:
    found: dict[str, Any] = eval(given)
    if "error" not in outcome:
        value = {"null": None, "`2`": 2}.get(outcome)
        expected = dict.fromkeys(found, value)
        assert Article.from_dict(found) == Article(**expected)
        return
    with pytest.raises(ArticleFormatError):
        Article.from_dict(found)
    if "strict=False" in outcome:
        assert Article.from_dict(found, strict=False) == Article()
    else:
        with pytest.raises(ArticleFormatError):
            Article.from_dict(found, strict=False)


def test_the_table_is_found() -> None:
    assert len(ROWS) == 8
