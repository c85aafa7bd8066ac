"""Every fixture gives the article that its folder expects, field by field."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from datetime import datetime
from typing import Any

import pytest

from newsclean import Article
from tests.cases import CASES, Case
from tools.labels import lines_of, read

FIELDS = frozenset({*Article.__dataclass_fields__, "body"})
CELL_GAP = re.compile(r"\s*\|\s*|\s+")
SETTINGS = frozenset({"shows", "note", "url", "content_type", "reference_date", "known_faults"})
PARTS = frozenset({"must_not", "optional", "removed"})
"""Further keys of an expectation: texts not in the body, optional lines, removed texts."""


def _comparable(key: str, value: Any, optional: Collection[str] = ()) -> Any:
    """A value without what an expectation leaves open, such as optional lines."""
    if key == "credits":
        return [(credit["role"], list(credit["names"])) for credit in value]
    if key == "paragraphs":
        return [{"level": 0, **part, "text": CELL_GAP.sub(" ", part["text"])} for part in value]
    if key in ("date", "updated"):
        return value and datetime.fromisoformat(value)
    if key == "body":
        return [line for line in value.split("\n") if line not in optional]
    return value


def _expected_keys(found: Any, expected: Any) -> Any:
    """A value with no other keys than those that the expectation gives, and the level."""
    if isinstance(expected, list) and len(found) == len(expected):
        return [_expected_keys(*pair) for pair in zip(found, expected, strict=True)]
    if isinstance(expected, dict):
        return {
            key: _expected_keys(value, expected.get(key))
            for key, value in found.items()
            if key in expected or key == "level"
        }
    return found


def _parameters(keys: Callable[[str], bool]) -> list[Any]:
    """The parameters of a test for the keys of each case; known faults are marked."""
    return [_parameter(case, key) for case in CASES for key in case.expected if keys(key)]


def _parameter(case: Case, key: str) -> Any:
    """One key of a case, expected to fail for the reason that the case gives, if any."""
    reason = case.known_faults.get(key)
    marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
    return pytest.param(case, key, id=f"{case.name}-{key}", marks=marks)


def test_there_are_cases() -> None:
    assert len(CASES) >= 70


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_is_whole(case: Case) -> None:
    files = {path.name for path in case.folder.iterdir()}
    assert files - {"page.html", "page.txt"} == {"case.toml", "expected.json", "labels.tsv"}
    assert len(files) == 4
    assert case.settings.keys() <= SETTINGS
    assert case.settings["shows"]
    assert case.expected.keys() - PARTS <= FIELDS
    assert case.known_faults.keys() <= case.expected.keys()
    for reason in case.known_faults.values():
        assert re.match(r"\w+: \w", reason), "names what is at fault"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_an_expectation_speaks_of_the_page(case: Case) -> None:
    """A text in `must_not` that the page does not have would test nothing."""
    blocks, metadata = case.report().page.blocks, case.report().page.metadata
    shown = " ".join([block.text for block in blocks] + [*metadata.json_ld, *metadata.scripts])
    assert [text for text in case.expected.get("must_not", ()) if text not in shown] == []
    assert [
        text for text in case.expected.get("must_not", ()) if text in case.expected.get("body", "")
    ] == []


def test_no_reader_fails() -> None:
    faults = {case.name: case.report().article.faults for case in CASES}
    assert {name: found for name, found in faults.items() if found} == {}


def test_quality_is_a_probability_and_an_article_has_a_body() -> None:
    articles = {case.name: case.report().article for case in CASES}
    assert [name for name, found in articles.items() if not 0 <= found.quality <= 1] == []
    assert [name for name, found in articles.items() if found.is_article and not found.body] == []


@pytest.mark.parametrize(("case", "key"), _parameters(FIELDS.__contains__))
def test_the_field_is_as_expected(case: Case, key: str) -> None:
    optional = case.expected.get("optional", ())
    found = _expected_keys(case.report().article.to_dict()[key], case.expected[key])
    assert _comparable(key, found, optional) == _comparable(key, case.expected[key], optional)


@pytest.mark.parametrize(("case", "key"), _parameters("must_not".__eq__))
def test_the_body_holds_none_of(case: Case, key: str) -> None:
    body = case.report().article.body
    assert [text for text in case.expected[key] if text in body] == []


@pytest.mark.parametrize(("case", "key"), _parameters("removed".__eq__))
def test_the_report_tells_what_was_removed(case: Case, key: str) -> None:
    removed = case.report().removed
    for wanted in case.expected[key]:
        labels = {part.label for part in removed if wanted["text"] in part.text}
        assert wanted.get("label", next(iter(labels), None)) in labels, wanted["text"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_span_has_the_label_that_the_folder_gives(case: Case) -> None:
    assert lines_of(case.report()) == read(case.folder), "CONTRIBUTING.md: Read a changed label"
