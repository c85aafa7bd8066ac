"""An error in a reader loses only its fields; one in a stage raises ExtractionError."""

from __future__ import annotations

import pytest

import newsclean
from newsclean import api
from newsclean.assemble import report
from newsclean.fields import READERS, Context, Found

PAGE = (
    "<h1>Ferry returns</h1><p>By Jane Roe, 12 September 2024<p>The island ferry sails again from "
    "Monday, the harbour board said after three weeks of repairs, and tickets are on sale now."
)


def _failing(_context: Context, _found: Found) -> Found:
    raise ValueError("invalid literal\nfor int()")


@pytest.mark.parametrize("name", [name for name, _ in READERS])
def test_a_reader_that_fails_leaves_its_fields_empty(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = newsclean.extract(PAGE)
    readers = tuple((own, _failing if own == name else read) for own, read in READERS)
    monkeypatch.setattr(report, "READERS", readers)
    article = newsclean.extract(PAGE)
    assert article.body == whole.body
    assert (
        f"The reader of the {name} failed: ValueError: invalid literal for int()" in article.faults
    )
    assert (article.title is None) == (name == "title")
    assert (article.date is None) == (name == "date")


def test_the_facts_of_the_page_do_not_depend_on_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    page = '<html lang="en"><meta property="article:tag" content="ferries">' + PAGE
    url = "https://example.org/a.html"
    monkeypatch.setattr("newsclean.fields.about.read_section", lambda *_: int("x"))
    article = newsclean.extract(page, url)
    assert len(article.faults) == 1
    assert article.faults[0].startswith("The reader of the section failed: ValueError: ")
    assert (article.section, article.url, article.tags) == ((), url, ("ferries",))


def test_a_page_is_read_without_faults() -> None:
    assert newsclean.extract(PAGE).faults == ()


def test_a_stage_that_fails_raises_our_error_from_its_cause(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cause = RuntimeError("no such block")

    def failing(*_: object) -> None:
        raise cause

    monkeypatch.setattr(api, "label_displayed", failing)
    with pytest.raises(newsclean.ExtractionError, match="RuntimeError: no such block") as caught:
        newsclean.extract(PAGE)
    assert caught.value.__cause__ is cause
