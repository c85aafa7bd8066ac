"""Whenever the budget of an extraction is spent, a valid part of the article is returned."""

from __future__ import annotations

from itertools import count
from math import inf

import pytest

import newsclean
from newsclean.model import Limits, budget
from tests.hostile.trial import faults

# Each test extracts its page a hundred times or more, so it is a small one.
SENTENCES = [
    f"On day {number} the ferry to the islands sailed again, the office said."
    for number in range(5)
]
PAGE = f"<h1>Ferry diary</h1><p>{'<p>'.join(SENTENCES)}"


def _spent_after(looks: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the CPU clock jump past any deadline after so many readings; the wall's always does."""
    readings = count()
    monkeypatch.setattr(budget, "monotonic", count(step=1e9).__next__)
    monkeypatch.setattr(budget, "thread_time", lambda: 0.0 if next(readings) <= looks else 1e9)


def test_the_budget_is_looked_at_in_every_stage(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: dict[str, int] = {}
    whole = newsclean.extract(PAGE)
    for looks in range(400):
        _spent_after(looks, monkeypatch)
        report = newsclean.explain(PAGE)
        assert list(faults(report)) == []
        assert report.article.faults == ()
        if not report.article.truncations:
            assert report.article == whole
            break
        seen |= dict.fromkeys(report.article.truncations, looks)
    else:
        pytest.fail("the budget is looked at more often than it should be")
    sentences = " ".join(seen)
    for part in ("Nothing was read", "the first 0 were read", "body", "copies", "date"):
        assert part in sentences
    for reader in ("title", "source", "credits", "authors", "url", "tags", "registrations"):
        assert f"{reader}." in sentences or f"{reader}," in sentences


def test_the_body_comes_before_the_fields(monkeypatch: pytest.MonkeyPatch) -> None:
    for looks in range(400):
        _spent_after(looks, monkeypatch)
        article = newsclean.extract(PAGE)
        if article.paragraphs:
            assert article.title is None
            assert "title" in article.truncations[-1]
            break


def test_no_seconds_give_what_costs_nothing() -> None:
    article = newsclean.extract(PAGE, limits=Limits(seconds=0))
    assert article.paragraphs == ()
    assert article.truncations[0] == "Nothing was read: the 0 seconds of computing were over."


def test_infinite_seconds_are_allowed() -> None:
    whole = newsclean.extract(PAGE)
    assert newsclean.extract(PAGE, limits=Limits(seconds=inf)) == whole
