"""The examples of the documentation work as shown."""

from __future__ import annotations

import doctest
import re

import pytest

import newsclean
from newsclean.many import Status
from newsclean.pipelines import COLUMNS
from newsclean.rules.file import parse_rules
from newsclean.rules.values import Part
from tests.pipelines.corpus import ROOT

TEXT = (ROOT / "docs" / "pipelines.md").read_text("utf-8")


@pytest.mark.parametrize("name", ["pipelines.md", "rules.md"])
def test_its_python_gives_what_it_says(name: str) -> None:
    text = (ROOT / "docs" / name).read_text("utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    python = "\n".join(block for block in blocks if block.startswith(">>>"))
    test = doctest.DocTestParser().get_doctest(python, {}, name, None, 0)
    problems: list[str] = []
    doctest.DocTestRunner(verbose=False).run(test, out=problems.append)
    assert not problems, "".join(problems)
    assert test.examples


@pytest.mark.parametrize("status", Status)
def test_every_status_is_described(status: Status) -> None:
    assert f"\n| `{status.value}` |" in TEXT


def test_its_columns_are_there() -> None:
    table = TEXT.partition("| column out | |")[2].partition("\n\n")[0]
    named = re.findall(r"`(\w+)`", table.replace("`Article`", "").replace("`article.url`", ""))
    assert set(named) <= set(COLUMNS)


def test_the_rules_that_are_shown_are_right() -> None:
    text = (ROOT / "docs" / "rules.md").read_text("utf-8")
    [shown] = re.findall(r"^```toml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    site = parse_rules(shown.encode(), "example.org.toml")
    assert [rule.part.value for rule in site.elements] == ["drop", "drop", "body"]
    assert all(f"`{part.value}`" in text for part in Part)


def test_what_the_migration_page_names_is_there() -> None:
    text = (ROOT / "docs" / "migration.md").read_text("utf-8")
    named = set(re.findall(r"\ba\.([a-z_]+)", text))
    assert {name for name in named if not hasattr(newsclean.Article, name)} == set()
