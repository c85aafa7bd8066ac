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
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert json.loads(run.stdout) == ["__future__", "newsclean", "newsclean.version"]


def test_every_public_name_is_there() -> None:
    assert set(newsclean.__all__) <= set(dir(newsclean))
    assert all(getattr(newsclean, name) is not None for name in newsclean.__all__)


def test_a_name_that_is_not_public_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'scrape'"):
        _ = newsclean.scrape  # type: ignore[attr-defined]
