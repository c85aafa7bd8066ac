"""JSON-LD of any form is read without an error, and references are resolved."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsclean
from newsclean.metadata.json_ld import LONGEST_TEXT, JsonLd, texts_of, type_names

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["@type", "@id", "name", "author", "headline", "publisher"]), inner
        )
    ),
    max_leaves=12,
)


def _json_ld(value: Any) -> JsonLd:
    return JsonLd.from_scripts([json.dumps(value)])


@given(json_values)
def test_any_json_is_read(value: Any) -> None:
    found = _json_ld(value)
    for node in found.nodes:
        type_names(node)
        for item in node.values():
            assert all(isinstance(text, str) for text in texts_of(item))
            assert isinstance(found.name_of(item), str)


def test_the_type_may_be_a_list() -> None:
    found = _json_ld({"@type": ["Thing", "NewsArticle"], "headline": "Ferry returns"})
    assert found.article["headline"] == "Ferry returns"
    assert [node["headline"] for node in found.of_type("NewsArticle")] == ["Ferry returns"]


def test_a_reference_leads_to_the_first_object_with_a_name() -> None:
    found = _json_ld([{"@id": "#a"}, {"@id": "#a", "name": "Ann"}, {"@id": "#a", "name": "Bo"}])
    assert found.name_of({"@id": "#a"}) == "Ann"
    assert found.name_of({"@id": "#b"}) == ""
    assert found.name_of({"@id": ["#a"]}) == ""


@pytest.mark.parametrize("digits", ["1" * 4301, "0" * 5000 + "65", "9" * 8], ids=len)
def test_a_reference_of_many_digits_is_no_error(digits: str) -> None:
    page = f'<script type=application/ld+json>{{"@type":"NewsArticle","headline":"A &#{digits};"}}'
    article = newsclean.extract(page + "</script><p>The ferry returns on Monday.")
    assert article.faults == ()
    assert article.title is not None
    assert article.title.startswith("A")


def test_values_are_cut_before_any_reader_sees_them() -> None:
    [text] = texts_of("a" * (LONGEST_TEXT + 5))
    assert len(text) == LONGEST_TEXT
    page = newsclean.explain(f"<meta name=source content='{'a' * 20_000}'><p>Ferry").page
    assert len(page.metadata.first("source")) == LONGEST_TEXT
