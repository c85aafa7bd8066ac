"""Every fixture gives what its folder expects, field by field."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import newsclean
from newsclean import Article

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
CASES = sorted(path.parent for path in FIXTURES.glob("*/expected.json"))
# Cases that are not met yet; each is a fault of the library, and leaves this list when it is mended.
KNOWN_FAULTS: frozenset[tuple[str, str]] = frozenset(
    {
        ("chinese-numeral-date", "date"),
        ("city-paper-changed-copy", "body"),
        ("city-paper-one-cell", "body"),
        ("city-paper-one-cell", "must_not"),
        ("city-paper-table", "kicker"),
        ("city-paper-unlabelled", "body"),
        ("city-paper-unlabelled", "must_not"),
        ("comments-below", "authors"),
        ("credit-ends-last-paragraph", "body"),
        ("credit-ends-last-paragraph", "must_not"),
        ("date-touches-source", "authors"),
        ("date-touches-source", "source"),
        ("gov-notice", "notices"),
        ("gov-notice", "site_name"),
        ("interview", "body"),
        ("kinds-of-paragraphs", "paragraphs"),
        ("poem", "body"),
        ("poem", "date"),
        ("poem", "is_article"),
        ("portal-original-title", "body"),
        ("portal-original-title", "source"),
        ("print-edition", "date"),
        ("print-edition", "kicker"),
        ("print-edition", "subtitle"),
        ("print-stamp-source", "body"),
        ("print-stamp-source", "source"),
        ("subtitle-below-headline", "subtitle"),
        ("two-line-headline", "body"),
        ("two-line-headline", "title"),
        ("wire-lead-byline", "body"),
    }
)


@cache
def _found(case: Path) -> dict[str, Any]:
    page = case / "page.html"
    return newsclean.extract(page.read_bytes() if page.exists() else (case / "page.txt").read_text("utf-8")).to_dict()


def _expected(case: Path) -> dict[str, Any]:
    expected: dict[str, Any] = json.loads((case / "expected.json").read_text("utf-8"))
    return expected


def _comparable(key: str, value: Any) -> Any:
    return [(credit["role"], list(credit["names"])) for credit in value] if key == "credits" else value


PARAMETERS = [
    pytest.param(
        case,
        key,
        id=f"{case.name}-{key}",
        marks=[pytest.mark.xfail(reason="not met yet", strict=True)] if (case.name, key) in KNOWN_FAULTS else [],
    )
    for case in CASES
    for key in _expected(case)
    if key in Article.__dataclass_fields__ or key == "body"
]


def test_there_are_cases() -> None:
    assert len(CASES) >= 30


@pytest.mark.parametrize(("case", "key"), PARAMETERS)
def test_the_field_is_as_expected(case: Path, key: str) -> None:
    assert _comparable(key, _found(case)[key]) == _comparable(key, _expected(case)[key])


@pytest.mark.parametrize("case", [case for case in CASES if "must_not" in _expected(case)], ids=lambda case: case.name)
def test_the_body_holds_none_of(case: Path) -> None:
    unwanted = _expected(case)["must_not"]
    found = _found(case)["body"]
    leaks = [text for text in unwanted if text in found]
    if (case.name, "must_not") in KNOWN_FAULTS:
        assert leaks
        pytest.xfail("not met yet")
    assert leaks == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_character_has_one_label(case: Path) -> None:
    page = case / "page.html"
    report = newsclean.explain(page.read_bytes() if page.exists() else (case / "page.txt").read_text("utf-8"))
    told: dict[int, str] = {}
    for span in report.spans:
        assert span.start == len(told.get(span.block, ""))
        told[span.block] = told.get(span.block, "") + report.page.blocks[span.block].text[span.start : span.end]
    assert [told.get(index, "") for index in range(len(report.page.blocks))] == [block.text for block in report.page.blocks]
