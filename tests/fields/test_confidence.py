"""The confidence of a field grows with those who agree; without counts there is none."""

from __future__ import annotations

import pytest

from newsclean import explain
from newsclean.fields.confidence import KEYS, add_confidence, with_confidence
from newsclean.learned import load_confidence
from newsclean.model import Candidate, Evidence

TEXT = "<p>The island ferry sails again from Monday, the council said, after a long winter.</p>" * 4
STATED = Candidate("2024-05-20T10:06:00", "json-ld datePublished")
SAME_DAY = Candidate("2024-05-20T00:00:00", "printed")
OTHER_DAY = Candidate("2024-05-21T00:00:00", "url")


@pytest.mark.parametrize("field", KEYS)
def test_each_field_was_learned_from_more_than_a_few_values(field: str) -> None:
    learned = load_confidence()[field]
    assert sum(count.seen for count in learned.origins.values()) > 60
    assert all(0 <= count.right <= count.seen for count in learned.origins.values())


def test_origins_that_agree_raise_the_confidence_and_others_lower_it() -> None:
    alone, agreed, disputed = (
        with_confidence("date", Evidence(STATED, others)).confidence or 0.0
        for others in ((), (SAME_DAY,), (OTHER_DAY,))
    )
    assert disputed < alone < agreed < 1


def test_an_unknown_origin_has_a_confidence_all_the_same() -> None:
    found = with_confidence("source", Evidence(Candidate("河湾日报", "carved in stone")))
    assert 0 < (found.confidence or 0) < 1


@pytest.mark.parametrize(
    ("field", "evidence"),
    [("kicker", Evidence(STATED)), ("date", Evidence()), ("body", Evidence())],
)
def test_there_is_none_without_counts_or_without_a_value(field: str, evidence: Evidence) -> None:
    assert with_confidence(field, evidence).confidence is None


def test_a_report_has_it_for_the_fields_of_a_page_and_writes_it() -> None:
    report = explain(
        "<title>Ferry returns</title><meta name=author content='Jane Roe'>"
        f"<h1>Ferry returns</h1><p>By Jane Roe</p><p>20 May 2024</p>{TEXT}"
    )
    rated = {name for name, evidence in report.evidence.items() if evidence.confidence}
    assert rated == {"title", "date", "authors"}
    assert report.to_dict()["evidence"]["title"]["confidence"] > 0.5
    assert "likely right" in report.to_html()


def test_nothing_is_added_to_a_page_without_fields() -> None:
    assert add_confidence({}) == {}
