"""Spark: `pages.mapInArrow(extract_batches, spark_schema(pages.schema))`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from newsclean.errors import needing
from newsclean.pipelines.tables import extract_table, output_schema

if TYPE_CHECKING:
    import pyarrow as pa


def extract_batches(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The articles of batches of pages; see `extract_columns` for the columns."""
    for batch in batches:
        yield from extract_table(batch).to_batches()


def spark_schema(pages: Any) -> Any:
    """The Spark schema of the rows of `extract_batches`, from that of the pages."""
    with needing("spark"):
        from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema

    return from_arrow_schema(output_schema(to_arrow_schema(pages)), prefer_timestamp_ntz=True)
