"""Articles and reports survive copying, pickling and JSON; other values are refused."""

from __future__ import annotations

import dataclasses
import json
import pickle
from collections.abc import Iterator
from contextlib import suppress
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsclean
from newsclean import model
from newsclean.errors import ArticleFormatError, NewscleanError
from newsclean.model import Article, Credit, Kind, Label, Paragraph
from tests.strategies import anything, articles

SCHEMA: dict[str, Any] = json.loads(
    files("newsclean.output").joinpath("article.schema.json").read_text("utf-8")
)
WRITTEN_ONLY = {"body", "schema", "newsclean_version"}
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


@given(articles)
def test_an_article_comes_back_from_json(article: Article) -> None:
    assert Article.from_dict(json.loads(json.dumps(article.to_dict()))) == article


@given(articles)
def test_to_dict_follows_the_schema(article: Article) -> None:
    VALIDATOR.validate(json.loads(json.dumps(article.to_dict())))


@given(articles)
def test_an_article_comes_back_from_a_pickle(article: Article) -> None:
    assert pickle.loads(pickle.dumps(article)) == article


def test_the_schema_has_the_fields_of_the_types() -> None:
    VALIDATOR.check_schema(SCHEMA)
    for type_, schema in (
        (Article, SCHEMA),
        (Credit, _part("credit")),
        (Paragraph, _part("paragraph")),
        (model.Image, _part("image")),
        (model.Rights, _part("rights")),
    ):
        fields = {field.name for field in dataclasses.fields(type_)}
        assert set(schema["properties"]) == set(schema["required"])
        assert set(schema["required"]) - WRITTEN_ONLY == fields
    assert _part("paragraph")["properties"]["kind"]["enum"] == list(Kind)


@pytest.mark.parametrize(
    ("found", "message"),
    [
        ({"titel": "x"}, "titel is not a key of an article"),
        ({"title": 5}, "title must be text or null, not int"),
        ({"authors": "Jane Roe"}, "authors must be a list, not str"),
        ({"authors": [None]}, r"authors\[0\] must be text, not null"),
        (
            {"date": "yesterday"},
            "date must be a date in ISO 8601 such as 2024-09-12T10:06:32, not 'yesterday'",
        ),
        ({"date": 1726106792}, "date must be text or null, not int"),
        ({"credits": [{"role": "editor"}]}, r"credits\[0\] lacks names"),
        (
            {"credits": [{"role": "editor", "names": [], "age": 4}]},
            r"credits\[0\]\.age is not a key",
        ),
        ({"credits": ["editor"]}, r"credits\[0\] must be an object, not str"),
        (
            {"paragraphs": [{"kind": "poem", "text": ""}]},
            r"paragraphs\[0\]\.kind must be one of paragraph, heading, .* not 'poem'",
        ),
        ({"paragraphs": [{"kind": [], "text": ""}]}, r"paragraphs\[0\]\.kind must be one of"),
        (
            {"paragraphs": [{"kind": "heading", "text": "", "level": -1}]},
            r"paragraphs\[0\]\.level must be 0 or more, not -1",
        ),
        ({"registrations": [["icp"]]}, r"registrations\[0\] must be a list of a kind and a number"),
        ({"paywalled": 1}, "paywalled must be true or false, not int"),
        ({"copies": True}, "copies must be a whole number, not bool"),
        ({"copies": 0}, "copies must be 1 or more, not 0"),
        ({"copies": 1.5}, "copies must be a whole number, not float"),
        ({"copies": -(10**5000)}, "copies must be 1 or more, not a number of more than 20 digits"),
        ({"copies": 10**5000}, "copies must be 9007199254740991 or less, not a number of more"),
        ({"quality": 10**400}, "quality must be a number from 0 to 1, not a number of more than"),
        ({"quality": float("-inf")}, "quality must be a number from 0 to 1, not -inf"),
        ({"quality": float("nan")}, "quality must be a number, not null"),
        ({"title": "\ud800\x00"}, r"title must be text that UTF-8 can hold, .*'\\ud800'"),
        ({"authors": ["Jane \udcff"]}, r"authors\[0\] must be text that UTF-8 can hold"),
        ({"date": "\ud800\x00"}, "date must be text that UTF-8 can hold"),
        ({"date": "2024\x00"}, r"date must be a date in ISO 8601 such as .*, not '2024\\x00'"),
        ({"schema": 2}, "schema must be text, not int"),
        ({"schema": "2.0"}, r"schema must begin with 1\., not '2\.0': read the article with"),
        ({"\ud800\x00": 1}, r"'\\ud800\\x00' is not a key of an article"),
        ({10**5000: 1}, "a number of more than 20 digits is not a key of an article"),
        ({"quality": "high"}, "quality must be a number, not str"),
        ({5: "x"}, "5 is not a key of an article"),
    ],
)
def test_from_dict_says_where_and_what(found: dict[Any, Any], message: str) -> None:
    with pytest.raises(ArticleFormatError, match=message) as caught:
        Article.from_dict(found)
    assert isinstance(caught.value, NewscleanError)


def test_from_dict_takes_a_mapping_only() -> None:
    with pytest.raises(TypeError, match="from a mapping, not from list"):
        Article.from_dict([])  # type: ignore[arg-type]


def test_what_pandas_has_for_a_missing_value_is_null() -> None:
    nan, missing = float("nan"), type("NaTType", (), {})()
    found = {"title": nan, "date": missing, "updated": nan, "url": nan, "copies": 2.0}
    assert Article.from_dict(found) == Article(copies=2)


@given(articles)
def test_from_dict_that_is_not_strict_leaves_unknown_keys_out(article: Article) -> None:
    later = {**article.to_dict(), "schema": "2.3", "mood": "calm"}
    later["credits"] = [{**credit, "mood": "calm"} for credit in later["credits"]]
    assert Article.from_dict(later, strict=False) == article
    with pytest.raises(ArticleFormatError, match="schema"):
        Article.from_dict(later)


def test_from_dict_that_is_not_strict_still_checks_values() -> None:
    with pytest.raises(ArticleFormatError, match="title must be text or null, not int"):
        Article.from_dict({"title": 5}, strict=False)


def test_to_dict_says_what_wrote_it() -> None:
    written = Article().to_dict()
    assert (written["schema"], written["newsclean_version"]) == ("1.0", newsclean.__version__)


@given(st.dictionaries(st.sampled_from([*SCHEMA["properties"]]) | st.text(), anything))
def test_from_dict_raises_only_our_error(found: dict[str, Any]) -> None:
    for strict in (True, False):
        with suppress(ArticleFormatError):
            article = Article.from_dict(found, strict=strict)
            json.dumps(article.to_dict(), allow_nan=False, ensure_ascii=False).encode()


def test_keys_that_are_missing_get_their_defaults() -> None:
    assert Article.from_dict({"title": "x"}) == Article(title="x")


@pytest.mark.parametrize(
    "type_", [value for value in vars(model).values() if dataclasses.is_dataclass(value)]
)
def test_values_are_frozen_and_slotted(type_: type) -> None:
    assert type_.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert "__slots__" in vars(type_)
    assert "__dict__" not in dir(type_)


def test_every_label_is_either_kept_or_removed() -> None:
    kept = list(Label)[:7]
    assert kept == sorted(model.KEPT, key=list(Label).index)


def test_a_report_can_be_pickled_and_saved(report: model.Report) -> None:
    assert pickle.loads(pickle.dumps(report)) == report
    saved = json.loads(json.dumps(report.to_dict()))
    assert saved["article"] == json.loads(json.dumps(report.article.to_dict()))
    assert ["".join(span["text"] for span in block["spans"]) for block in saved["blocks"]] == [
        b.text for b in report.page.blocks
    ]
    assert {span["label"] for span in _spans(saved)} - set(model.KEPT) == {
        removed.label for removed in report.removed
    }


def _part(name: str) -> dict[str, Any]:
    part: dict[str, Any] = SCHEMA["$defs"][name]
    return part


def _spans(saved: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for block in saved["blocks"]:
        yield from block["spans"]
