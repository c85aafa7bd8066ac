"""What a reader does grows no faster than the page, counted in steps and not in seconds."""

from __future__ import annotations

import tracemalloc
from typing import Any, ClassVar

import pytest

import newsclean
from newsclean.decode.iso2022 import read_iso2022_jp
from newsclean.label.features import ancestors
from tests.hostile.article import ARTICLE, page
from tests.hostile.hangs import classes_page, links_page, long_word_page, organisations_page
from tests.work import lines_run


def test_names_of_organisations_and_parts_of_titles_are_not_multiplied() -> None:
    few, many = (
        lines_run(lambda count=count: newsclean.extract(organisations_page(count)), "site")  # type: ignore[misc]
        for count in (400, 1600)
    )
    assert many <= 1.1 * few


def test_links_and_parts_of_titles_are_not_multiplied() -> None:
    few, many = (
        lines_run(lambda count=count: newsclean.extract(links_page(count)), "site")  # type: ignore[misc]
        for count in (200, 800)
    )
    # A block is looked at a few times, and not once for each part of a title.
    assert many - few <= 20 * 600


def test_a_long_word_costs_the_names_beside_it_nothing() -> None:
    short, long = (
        lines_run(
            lambda size=size: newsclean.extract(long_word_page(size)),  # type: ignore[misc]
            "spaced",
            "context",
        )
        for size in (100, 3000)
    )
    assert long <= 1.1 * short


def test_groups_are_looked_for_in_so_many_letters_of_class_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    searched: list[str] = []

    def groups(word: str) -> frozenset[int]:
        searched.append(word)
        return frozenset()

    monkeypatch.setattr(ancestors, "_groups", groups)
    newsclean.extract(classes_page(300, 80))
    assert ancestors.MOST_LETTERS <= len("".join(searched)) < ancestors.MOST_LETTERS + 1000
    assert len(searched) == len(set(searched))


def test_groups_that_were_found_count_after_so_many_letters(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ancestors, "MOST_LETTERS", 10)
    groups = ancestors._GroupsOfWords()
    assert groups.of(["comment", "footer"]) == {ancestors.COMMENT, *groups["footer"]}
    assert groups.of(["nav", "comment"]) == {ancestors.COMMENT}


@pytest.mark.parametrize("part", [b'\x1b$(D"7', b"\x1b$B! ", b'\x1b$(D"7\n', b"\x1b$BF|"], ids=repr)
def test_pairs_of_bytes_are_read_at_once(part: bytes) -> None:
    escape, pair = part[:-2] if part[-1:] != b"\n" else part[:-3], part[-2:]
    few, many = (
        lines_run(lambda size=size: read_iso2022_jp(escape + pair * size), "iso2022")  # type: ignore[misc]
        for size in (100, 5000)
    )
    assert many <= few
    data = escape + pair * 100_000
    tracemalloc.start()
    read_iso2022_jp(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 80 * len(data)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\x1b$x\x1b$BF|K\x1b(B.", "\x1b$x日\ufffd."),
        (b"\x1b$x\x1b$BF| K\n\x1b(B.", "\x1b$x日 \ufffd\n."),
        (b"\x1b$x\x1b$BK\xffF|K\\", "\x1b$x\ufffd\ufffd日本"),
    ],
)
def test_bytes_without_a_partner_are_marked(data: bytes, text: str) -> None:
    assert read_iso2022_jp(data) == text


class _Recorder:
    """In place of readability's Document: it notes what it is given."""

    given: ClassVar[list[str]] = []

    def __init__(self, text: str) -> None:
        self.given.append(text)

    def summary(self, **_: Any) -> str:
        return ARTICLE


@pytest.mark.parametrize(
    ("piece", "sign", "most"),
    [('<a href="/1.html">A story</a> ', "<", 40_000), ("<p " + "a=1 " * 5000 + ">x", "a=1", 6000)],
)
def test_a_second_opinion_is_asked_on_so_much_markup(
    piece: str, sign: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = newsclean.explain(page(after=piece * (30_000 if sign == "<" else 20)))
    monkeypatch.setattr("readability.Document", _Recorder)
    monkeypatch.setattr(_Recorder, "given", [])
    opinion = report.second_opinion()
    (given,) = _Recorder.given
    assert given.count(sign) <= most
    assert ARTICLE in given
    assert opinion.agreement > 0.9
