"""`extract_columns`: rows that say all that an article says, and tables that have one schema."""

from __future__ import annotations

import dataclasses
import importlib
import json
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from newsclean import (
    Article,
    ArticleFormatError,
    InputError,
    Limits,
    MissingLibraryError,
    Result,
    extract_many,
)
from newsclean.many.extraction import Outcome
from newsclean.many.values import Status
from newsclean.pipelines import (
    COLUMNS,
    arrow_schema,
    article_from_row,
    extract_columns,
    extract_table,
    read_pages,
    to_frame,
)
from newsclean.pipelines.columns import row_of
from tests.pipelines.pages import PAGES, URLS, articles, assert_rows, columns


def _rows(found: dict[str, list[Any]]) -> list[dict[str, Any]]:
    return [dict(zip(found, values, strict=True)) for values in zip(*found.values(), strict=True)]


def test_rows_are_the_articles_of_extract() -> None:
    found = extract_columns(columns())
    assert list(found) == list(COLUMNS)
    assert_rows(_rows(found))


def test_every_field_of_an_article_is_a_column(article: Article) -> None:
    names = {field.name for field in dataclasses.fields(Article)} - {"url"} | {"canonical_url"}
    assert names <= set(COLUMNS)
    row = row_of("1", None, Outcome(Status.OK, article, None))
    assert row["body"] == article.body
    assert article_from_row(row) == article


def test_a_date_is_kept_as_printed_and_in_utc() -> None:
    row = _rows(extract_columns(columns()))[-2]
    assert row["date"] == datetime(2024, 5, 9, 8, 30)
    assert row["date_utc"] == datetime(2024, 5, 8, 23, 0, tzinfo=UTC)
    assert row["date_offset_minutes"] == 570


@pytest.mark.parametrize(
    "moment",
    [
        datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=9))),
        datetime(9999, 12, 31, 23, tzinfo=timezone(-timedelta(hours=9))),
    ],
)
def test_a_date_that_has_no_utc(moment: datetime) -> None:
    article = Article(date=moment, is_article=True)
    row = row_of("1", None, Outcome(Status.EMPTY, article, None))
    assert row["date_utc"] is None
    assert article_from_row(row) == article


def test_a_date_without_a_zone_has_no_utc() -> None:
    row = _rows(extract_columns(columns()))[0]
    assert row["date"] == datetime(2024, 3, 19, 9, 42, 7)
    assert (row["date_utc"], row["date_offset_minutes"]) == (None, None)


def test_other_columns_are_handed_on() -> None:
    given = {"html": ["", ""], "warc": ["a", "b"], "title": ["mine", "too"], "url": ["x", "y"]}
    found = extract_columns(given)
    assert found["warc"] == ["a", "b"]
    assert found["input_title"] == ["mine", "too"]
    assert found["url"] == ["x", "y"]
    assert found["title"] == [None, None]
    assert found["id"] == [None, None]


@pytest.mark.parametrize(
    "page", [None, 5, "page.html", object(), b"\x00" * 99, "\ud800", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3"]
)
def test_no_row_raises(page: object) -> None:
    found = extract_columns({"html": [page], "id": ["\udcff"], "url": [b"\xff"]})
    assert found["status"][0] in ("empty", "error")
    json.dumps(_rows(found), ensure_ascii=False, default=str).encode()


@pytest.mark.parametrize("given", [{}, {"url": ["x"]}, {"html": ["x"], "url": []}])
def test_columns_that_are_no_table(given: dict[str, list[Any]]) -> None:
    with pytest.raises(InputError, match=r"columns must have one named html|differ in length"):
        extract_columns(given)


def test_limits_hold_for_each_row() -> None:
    pages = {"html": ["<p>The ferry sails.<p>The bus waits."]}
    assert extract_columns(pages, max_bytes=20)["status"] == ["too_large"]
    [truncations] = extract_columns(pages, limits=Limits(blocks=1))["truncations"]
    assert "Of 2 pieces of text 1 were cut" in truncations[0]
    pa = pytest.importorskip("pyarrow")
    found = extract_table(pa.table(pages), limits=Limits(blocks=1))
    assert found["truncations"].to_pylist() == [truncations]


def test_no_rows_are_columns_too() -> None:
    assert extract_columns({"html": []}) == {name: [] for name in COLUMNS}


def test_tables_of_different_batches_have_one_schema() -> None:
    pa = pytest.importorskip("pyarrow")
    batches = [columns(), {"html": [None]}, {"html": [b""]}, {"html": pa.array([], pa.binary())}]
    tables = [extract_table(pa.table(batch)) for batch in batches]
    assert all(table.schema == arrow_schema() for table in tables)
    assert_rows(tables[0].to_pylist())
    assert len(pa.concat_tables(tables)) == 9


def test_a_table_keeps_the_types_of_columns_that_it_hands_on() -> None:
    pa = pytest.importorskip("pyarrow")
    pages = pa.table({"html": [b""], "title": pa.array([7], pa.int8()), "n": [[1]], "id": ["a"]})
    found = extract_table(pages)
    assert found.schema.names == [*COLUMNS, "input_title", "n"]
    assert found.schema.field("input_title").type == pa.int8()
    assert found.to_pylist()[0]["n"] == [1]


def test_a_frame_of_pandas_has_types() -> None:
    pytest.importorskip("pandas")
    frame = to_frame(list(_results()))
    assert list(frame.columns) == list(COLUMNS)
    types = frame.dtypes.astype(str).to_dict()
    assert types["title"] == "string"
    assert types["date"] == "datetime64[us]"
    assert types["date_utc"] == "datetime64[us, UTC]"
    assert types["copies"] == "Int64"
    assert types["is_article"] == "boolean"
    assert frame["status"].tolist() == ["ok"] * len(PAGES) + ["error"]
    assert frame["authors"][0] == ["沈砚青", "陶立夏"]
    assert to_frame([]).dtypes.astype(str).to_dict() == types


def test_a_frame_of_polars_has_the_same_rows() -> None:
    pytest.importorskip("polars")
    frame = to_frame(list(_results()), "polars")
    assert [article_from_row(row) for row in frame.to_dicts()] == [*articles()[:-2], None]
    assert to_frame([], "polars").schema == frame.schema


def test_a_frame_of_articles_has_their_index() -> None:
    pytest.importorskip("polars")
    found = [article for article in articles() if article]
    frame = to_frame(found, "polars")
    assert frame["id"].to_list() == [str(index) for index in range(len(found))]
    with pytest.raises(InputError, match="library must be pandas or polars"):
        to_frame([], "numpy")


def _results() -> list[Result]:
    from newsclean import Input

    given = [*map(Input, PAGES, URLS), Input(None)]  # type: ignore[arg-type]
    return list(extract_many(given, processes=0))


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_frame_without_its_library(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingLibraryError, match=rf"{library}.* 'newsclean\[tables\]'"):
        to_frame([], library)


@pytest.mark.parametrize("path", ["pages.warc", "pages.parquet", "pages.jsonl.zst"])
def test_pages_without_the_library_that_reads_them(
    path: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("fastwarc", "fastwarc.warc", "pyarrow", "compression", "backports.zstd"):
        monkeypatch.setitem(sys.modules, name, None)
    (tmp_path / path).write_bytes(b"")
    with pytest.raises(MissingLibraryError, match=r"pip install 'newsclean\[\w+\]'"):
        list(read_pages(tmp_path / path))


ADAPTERS = {
    "langchain": "langchain_core",
    "llamaindex": "llama_index",
    "zyte": "zyte_common_items",
    "datatrove": "datatrove",
}


@pytest.mark.parametrize("adapter", ADAPTERS)
def test_an_adapter_without_its_library(adapter: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == ADAPTERS[adapter]]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delitem(sys.modules, f"newsclean.pipelines.{adapter}", raising=False)
    monkeypatch.setitem(sys.modules, ADAPTERS[adapter], None)
    with pytest.raises(MissingLibraryError, match=r"pip install 'newsclean\[\w+\]'"):
        importlib.import_module(f"newsclean.pipelines.{adapter}")


@pytest.mark.parametrize("through_parquet", [False, True])
def test_a_row_of_pandas_is_read_again(through_parquet: bool, tmp_path: Path) -> None:
    pd = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    frame = to_frame(_results())
    if through_parquet:
        frame.to_parquet(tmp_path / "articles.parquet")
        frame = pd.read_parquet(tmp_path / "articles.parquet")
    expected = [*articles()[:-2], None]
    rows = frame.to_dict("records")
    assert [article_from_row(row) for row in rows] == expected
    assert [article_from_row(row) for _, row in frame.iterrows()] == expected


@pytest.mark.parametrize(
    "row",
    [{"date": "soon"}, {"date": 5}, {"updated": "2024-05-09", "updated_offset_minutes": 9999}],
)
def test_a_date_that_is_none(row: dict[str, Any]) -> None:
    with pytest.raises(ArticleFormatError, match="and its offset must be"):
        article_from_row({"is_article": True, **row})
