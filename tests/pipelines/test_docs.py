"""The examples of the documentation work as shown."""

from __future__ import annotations

import doctest
import re

import pytest

from newsclean.many import Status
from newsclean.pipelines import COLUMNS
from tests.pipelines.corpus import ROOT

TEXT = (ROOT / "docs" / "pipelines.md").read_text("utf-8")


def test_its_python_gives_what_it_says() -> None:
    blocks = re.findall(r"^```python\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    python = "\n".join(block for block in blocks if block.startswith(">>>"))
    test = doctest.DocTestParser().get_doctest(python, {}, "pipelines.md", None, 0)
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
