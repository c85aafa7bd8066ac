"""Rows as tables of Arrow, pandas and polars, with the same types whatever is in them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from newsclean.api import LIMITS
from newsclean.errors import InputError, needing
from newsclean.many.extraction import Outcome
from newsclean.many.values import Result, Status, status_of
from newsclean.model import Article, Limits
from newsclean.pipelines.columns import COLUMNS, READ, Row, extract_columns, passed_name, row_of
from newsclean.pipelines.types import Type

if TYPE_CHECKING:
    import pyarrow as pa

# The types of pandas that know missing values. What is not listed stays an object.
_PANDAS = {
    "text": "string",
    "integer": "Int64",
    "number": "Float64",
    "flag": "boolean",
    "moment": "datetime64[us]",
    "utc": "datetime64[us, UTC]",
}


def arrow_schema() -> pa.Schema:
    """The Arrow schema of rows. It is always the same, so that files of different runs merge."""
    with needing("tables"):
        import pyarrow as pa

    return pa.schema([(name, arrow_type(type_)) for name, type_ in COLUMNS.items()])


def arrow_type(type_: Type) -> pa.DataType:
    """A type of a column as Arrow has it."""
    with needing("tables"):
        import pyarrow as pa

    if type_.name == "list":
        return pa.list_(arrow_type(type_.parts[0][1]))
    if type_.name == "struct":
        return pa.struct([(name, arrow_type(part)) for name, part in type_.parts])
    simple: dict[str, pa.DataType] = {
        "text": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "flag": pa.bool_(),
        "moment": pa.timestamp("us"),
        "utc": pa.timestamp("us", "UTC"),
    }
    return simple[type_.name]


def extract_table(table: pa.Table | pa.RecordBatch, *, limits: Limits = LIMITS) -> pa.Table:
    """The articles of an Arrow table of pages, as a table of the same length and order.

    The columns are those of `extract_columns`: `arrow_schema`, and the columns that were handed on,
    with the types that they had.
    """
    with needing("tables"):
        import pyarrow as pa

    found = extract_columns(table.to_pydict(), limits=limits)
    schema = output_schema(table.schema)
    return pa.table([found[name] for name in schema.names], schema=schema)


def output_schema(pages: pa.Schema) -> pa.Schema:
    """The schema of `extract_table` for tables of pages with this one."""
    with needing("tables"):
        import pyarrow as pa

    passed = [
        pa.field(passed_name(field.name, pages.names), field.type)
        for field in pages
        if field.name not in READ
    ]
    return pa.schema([*arrow_schema(), *passed])


def to_frame(articles: Iterable[Article | Result], library: str = "pandas") -> Any:
    """A data frame of articles, or of the results of `extract_many`, with a typed column for each
    field.

    The column `id` is the result's, or the article's index. Lists are lists, and credits,
    paragraphs and pictures lists of dicts.

    Args:
        articles: The articles or results.
        library: "pandas" or "polars", which must be installed.

    Raises:
        InputError: The library is another.
        MissingLibraryError: The library is not installed.
    """
    if library not in ("pandas", "polars"):
        raise InputError(f"library must be pandas or polars, not {library!r}")
    rows = [_row(index, article) for index, article in enumerate(articles)]
    columns = {name: [row[name] for row in rows] for name in COLUMNS}
    return _pandas(columns) if library == "pandas" else _polars(columns)


def _row(index: int, found: Article | Result) -> Row:
    if isinstance(found, Result):
        outcome = Outcome(Status(found.status), found.article, found.error)
        return row_of(found.id, found.url, outcome)
    return row_of(index, found.url, Outcome(status_of(found), found, None))


def _pandas(columns: dict[str, list[Any]]) -> Any:
    with needing("tables"):
        import pandas as pd

    return pd.DataFrame(
        {
            name: pd.Series(values, dtype=_PANDAS.get(COLUMNS[name].name, "object"))
            for name, values in columns.items()
        }
    )


def _polars(columns: dict[str, list[Any]]) -> Any:
    with needing("tables"):
        import polars as pl

    schema = {name: polars_type(type_) for name, type_ in COLUMNS.items()}
    return pl.DataFrame(columns, schema=schema)


def polars_type(type_: Type) -> Any:
    """A type of a column as polars has it."""
    with needing("tables"):
        import polars as pl

    if type_.name == "list":
        return pl.List(polars_type(type_.parts[0][1]))
    if type_.name == "struct":
        return pl.Struct({name: polars_type(part) for name, part in type_.parts})
    return {
        "text": pl.String(),
        "integer": pl.Int64(),
        "number": pl.Float64(),
        "flag": pl.Boolean(),
        "moment": pl.Datetime("us"),
        "utc": pl.Datetime("us", "UTC"),
    }[type_.name]
