"""Dates as newspapers print them: every line of `dates.tsv`, and what holds for any text."""

from __future__ import annotations

import csv
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.mentions.dates.finder import FOLDS, date_in_url, find_dates, parse_date, without_dates
from newsclean.mentions.dates.relative import relative_dates
from newsclean.mentions.dates.words import MONTHS, PUBLISHED, UPDATED

HERE = Path(__file__).parent


def _lines(name: str) -> Iterator[list[str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        yield from (row for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row and not row[0].startswith("#"))


def _iso(text: str) -> str:
    found = find_dates(text)
    return " ".join(date.value.isoformat() if date.has_time else date.value.date().isoformat() for date in found) or "-"


@pytest.mark.parametrize(("language", "text", "expected"), list(_lines("dates.tsv")))
def test_a_printed_date_is_read(language: str, text: str, expected: str) -> None:
    assert _iso(text) == expected, language


@pytest.mark.parametrize(("language", "text", "expected"), list(_lines("dates_relative.tsv")))
def test_a_date_is_counted_from_the_reference(language: str, text: str, expected: str) -> None:
    found = relative_dates(text.translate(FOLDS), datetime(2024, 9, 12, 10, 6))
    assert [date.value.isoformat() if date.has_time else str(date.value.date()) for date in found] == (
        [] if expected == "-" else [expected]
    ), language


@given(st.text(max_size=40), st.datetimes())
def test_any_text_can_be_counted_from_any_reference(text: str, reference: datetime) -> None:
    for date in relative_dates(text, reference):
        assert 0 <= date.start < date.end <= len(text)


# Pieces of dates, so that random texts have some.
PIECES = st.sampled_from(
    [
        *list(MONTHS)[::7],
        *PUBLISHED[::5],
        *UPDATED[::5],
        "2024",
        "12",
        "9",
        "年",
        "月",
        "日",
        "-",
        "/",
        ":",
        ".",
        " ",
        "T",
        "Z",
        "+08:00",
        "10:06",
        "下午",
        "p.m.",
    ]
)
ANY_TEXT = st.text(max_size=60) | st.lists(PIECES | st.text(max_size=4), max_size=20).map("".join)


@given(ANY_TEXT, st.none() | st.booleans())
def test_a_date_stands_in_its_text(text: str, day_first: bool | None) -> None:
    end = 0
    for found in find_dates(text, day_first):
        assert end <= found.start < found.end <= len(text)
        assert found.text == text[found.start : found.end]
        assert any(character.isdecimal() or character in "〇一二三四五六七八九十" for character in found.text)
        end = found.end


@given(ANY_TEXT)
def test_nothing_is_refused(text: str) -> None:
    without_dates(text)
    date_in_url(text)
    date_in_url(f"https://example.org/{text}")
    found = parse_date(text)
    assert found is None or found.text in text.translate(FOLDS) or found.text in text.replace("|", " ")


@pytest.mark.parametrize(
    "piece", ["1", "12 ", "2024-", "2024年", "12 may ", "10:", "mar ", "١", "12.12.", "a", "十", "12:12 ", "2024 sep "]
)
def test_time_grows_with_the_length(piece: str) -> None:
    def seconds(count: int) -> float:
        text = piece * count
        start = time.process_time()
        find_dates(text)
        relative_dates(text, datetime(2024, 9, 12))
        return time.process_time() - start

    seconds(100)
    short, long = min(seconds(250) for _ in range(3)), min(seconds(2_000) for _ in range(3))
    # Eight times the text; a quadratic reader would need 64 times as long.
    assert long < 30 * short + 0.02
