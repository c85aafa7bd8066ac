"""The examples of the documents work as shown."""

from __future__ import annotations

import doctest
import re
from pathlib import Path
from typing import Any

import pytest

from newsclean import Article, ArticleFormatError

ROOT = Path(__file__).resolve().parent.parent
OUTPUTS = (ROOT / "docs" / "outputs.md").read_text("utf-8")
# The lines of its table: what is given, and what comes of it.
ROWS = re.findall(r"^\|[^|]+\| `(\{.*\})` \| (.+) \|$", OUTPUTS, re.MULTILINE)


def test_the_examples_of_the_outputs_give_what_they_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    python = "\n".join(re.findall(r"^```python\n(.*?)^```$", OUTPUTS, re.MULTILINE | re.DOTALL))
    test = doctest.DocTestParser().get_doctest(python, {}, "outputs.md", "outputs.md", 0)
    problems: list[str] = []
    doctest.DocTestRunner(verbose=False).run(test, out=problems.append)
    assert not problems, "".join(problems)
    assert len(test.examples) > 15


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
