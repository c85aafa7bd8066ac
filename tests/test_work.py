"""The work that a page takes, counted in calls, does not grow by much unnoticed."""

from __future__ import annotations

import pytest

import newsclean
from tests.cases import FIXTURES
from tests.work import calls_made

# The calls that these pages take, by Python 3.11. Other versions differ by a few percent, and a new
# reader adds some; a loop that has gone wrong adds far more than half.
CALLS = {"city-paper-utf8": 31_000, "english-local-paper": 26_400, "forum-thread": 19_600}
GROSS = 1.5


@pytest.mark.parametrize("name", CALLS)
def test_a_page_takes_about_as_many_calls_as_it_did(name: str) -> None:
    page = (FIXTURES / name / "page.html").read_bytes()
    newsclean.extract(page)  # loads data and compiles patterns
    assert calls_made(lambda: newsclean.extract(page)) < GROSS * CALLS[name]
