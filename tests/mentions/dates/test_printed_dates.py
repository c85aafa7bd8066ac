"""Dates as newspapers print them: every line of the tables, and what holds for any text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.mentions.dates import find_dates
from newsclean.mentions.dates.finder import TO_ASCII, without_dates
from newsclean.mentions.dates.months import months
from newsclean.mentions.dates.relative import relative_dates
from newsclean.mentions.dates.urls import date_in_url
from newsclean.mentions.dates.values import parse_date
from newsclean.mentions.dates.words import PUBLISHED, UPDATED
from tests.work import lines_run

HERE = Path(__file__).parent
REFERENCE = datetime(2024, 9, 12, 10, 6)


def _rows(name: str) -> Iterator[list[str]]:
    for line in (HERE / name).read_text("utf-8").split("\n"):
        if line and not line.startswith("#"):
            yield line.split("\t")


def _iso(value: datetime, has_time: bool) -> str:
    return value.isoformat() if has_time else value.date().isoformat()


@pytest.mark.parametrize(("language", "text", "expected"), list(_rows("absolute.tsv")))
def test_a_printed_date_is_read(language: str, text: str, expected: str) -> None:
    found = " ".join(_iso(date.value, date.has_time) for date in find_dates(text, None, language))
    assert (found or "-") == expected, language


@pytest.mark.parametrize(("language", "text", "expected"), list(_rows("relative.tsv")))
def test_a_date_is_counted_from_the_reference(language: str, text: str, expected: str) -> None:
    found = " ".join(_iso(date.value, date.has_time) for date in relative_dates(text, REFERENCE))
    assert (found or "-") == expected, language


# Pieces of dates, so that random texts have some.
WORDS = (*list(months())[::7], *PUBLISHED[::5], *UPDATED[::5], "下午", "p.m.", "ago", "昨天")
SIGNS = ("年", "月", "日", "-", "/", ":", ".", " ", "T", "Z", "+08:00", "2024", "12", "9", "10:06")
PIECES = st.sampled_from((*WORDS, *SIGNS))
ANY_TEXT = st.text(max_size=60) | st.lists(PIECES | st.text(max_size=4), max_size=20).map("".join)


@given(ANY_TEXT, st.none() | st.booleans())
def test_a_date_stands_in_its_text(text: str, day_first: bool | None) -> None:
    end = 0
    for date in find_dates(text, day_first):
        assert end <= date.start < date.end <= len(text)
        assert date.text == text[date.start : date.end]
        assert any(char.isdecimal() or char in "〇一二三四五六七八九十" for char in date.text)
        end = date.end


@given(ANY_TEXT, st.datetimes())
def test_a_relative_date_stands_in_its_text(text: str, reference: datetime) -> None:
    end = 0
    for date in relative_dates(text, reference):
        assert end <= date.start < date.end <= len(text)
        assert date.text == text[date.start : date.end]
        end = date.end


@given(ANY_TEXT)
def test_the_rest_has_none_of_its_dates(text: str) -> None:
    rest, dated = without_dates(text)
    found = find_dates(text)
    assert dated == bool(found)
    assert len(rest) == len(text) - sum(len(date.text) for date in found) + 2 * len(found)


@given(ANY_TEXT)
def test_any_value_and_any_url_can_be_read(text: str) -> None:
    date_in_url(text)
    date_in_url(f"https://example.org/{text}")
    found = parse_date(text)
    texts = (text, text.translate(TO_ASCII), text.replace("|", " "))
    assert found is None or any(found.text in form for form in texts)


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "12 ",
        "2024-",
        "2024年",
        "12 may ",
        "10:",
        "mar ",
        "١",
        "12.12.",
        "a",
        "十",
        "12:12 ",
        "3 days ago ",
    ],
)
def test_work_grows_in_proportion_to_the_text(piece: str) -> None:
    def work(count: int) -> int:
        def read() -> None:
            find_dates(piece * count)
            relative_dates(piece * count, REFERENCE)

        return lines_run(read, "finder", "days", "times", "months", "relative")

    work(1)  # reads the tables
    assert work(400) <= 4.5 * work(100)
