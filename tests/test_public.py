"""The public interface changes only on purpose: `public_face.txt` lists it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import newsclean
from newsclean import Article, Credit, Paragraph, Report
from tools.public import public_face

LISTED = Path(__file__).with_name("public_face.txt")
# What those who compare extractors read of ours; a benchmark of theirs must not break.
READ_BY_SCORERS = {
    Article: "title kicker subtitle date updated date_text source authors credits body language"
    " section site_name is_article quality paragraphs",
    Credit: "role names",
    Paragraph: "kind",
    Report: "to_html",
}


def test_the_public_face_is_as_listed() -> None:
    assert public_face() == LISTED.read_text("utf-8").splitlines(), "python -m tools.public"


def test_the_names_that_scorers_read_are_there() -> None:
    missing = {
        f"{type_.__name__}.{name}"
        for type_, names in READ_BY_SCORERS.items()
        for name in names.split()
        if not hasattr(type_, name)
    }
    assert missing == set()


def test_to_dict_has_the_same_names() -> None:
    article = newsclean.extract(
        "<h1>Ferry returns</h1><p>The ferry sails again, the council said.</p>"
    )
    assert set(READ_BY_SCORERS[Article].split()) <= article.to_dict().keys()


def test_an_import_loads_nothing_that_is_not_used() -> None:
    """Programs that import newsclean and read no page must not wait for it."""
    program = (
        "import json, sys; before = set(sys.modules); import newsclean;"
        "print(json.dumps(sorted(set(sys.modules) - before)))"
    )
    assert json.loads(_run(program)) == ["__future__", "newsclean", "newsclean.version"]


def test_every_public_name_is_there() -> None:
    assert set(newsclean.__all__) <= set(dir(newsclean))
    assert all(getattr(newsclean, name) is not None for name in newsclean.__all__)


def test_a_name_that_is_not_public_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'scrape'"):
        _ = newsclean.scrape  # type: ignore[attr-defined]


def test_warming_up_leaves_little_to_the_first_page() -> None:
    """Counted in compiled patterns: the rest of the work of a first page is not to be seen here."""
    program = """
import re._compiler as compiler, newsclean
calls, compile_ = [], compiler.compile
compiler.compile = lambda *args: (calls.append(args), compile_(*args))[1]
if {warm}:
    newsclean.warm_up()
calls.clear()
newsclean.extract(open("fixtures/city-paper-utf8/page.html", "rb").read())
print(len(calls))
"""
    cold, warm = (int(_run(program.format(warm=warm))) for warm in (False, True))
    assert warm < cold / 5


def _run(program: str) -> str:
    command = [sys.executable, "-c", program]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout
