"""Files of pages, of lines of JSON and of Parquet, each with its reader."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from newsclean.errors import needing
from newsclean.many.extraction import describe
from newsclean.many.values import Input
from newsclean.pipelines.batch.compressed import open_file

# More of a page is never read.
MOST_BYTES = 1 << 28


class Fields(NamedTuple):
    """The names of the fields, or columns, of records of JSON or tables.

    Attributes:
        html: The page.
        url: Its address.
        id: Its id.
        content_type: Its type.
        reference_date: When it was fetched.
        keep: Fields that rows are given as they are.
    """

    html: str = "html"
    url: str = "url"
    id: str = "id"
    content_type: str = "content_type"
    reference_date: str = "reference_date"
    keep: tuple[str, ...] = ()


class Page(NamedTuple):
    """A page that was loaded.

    Attributes:
        input: The page for `extract`; its `id` is never None.
        kept: The values of the fields to keep.
        error: Why it could not be loaded; "" if it was.
        offset: The bytes of its file that were read so far, or many, if that is all of them.
    """

    input: Input
    kept: Mapping[str, Any] = {}
    error: str = ""
    offset: int = 1 << 62


Load = Callable[[], Page]
"""Reads a page; what is not called is not read."""
Reader = Callable[[Path, Fields], Iterator[Load]]


def read_page(path: Path, _: Fields) -> Iterator[Load]:
    """The one page of a file."""

    def load() -> Page:
        try:
            if path.suffix == ".br":
                with open_file(path) as file:
                    return Page(Input(file.read(MOST_BYTES), id=path.as_posix()))
            return Page(Input(path.read_bytes(), id=path.as_posix()))
        except (OSError, EOFError) as error:
            return Page(Input(b"", id=path.as_posix()), error=describe(error))

    yield load


def read_lines(path: Path, fields: Fields) -> Iterator[Load]:
    """The pages of a file with an object of JSON in each line."""
    with open_file(path) as file:
        offset = 0
        for number, line in enumerate(file, 1):
            offset += len(line)
            if line.strip():
                yield lambda line=line, number=number, offset=offset: _from_line(  # type: ignore[misc]
                    line, f"{path.as_posix()}:{number}", fields, offset
                )


def _from_line(line: bytes, place: str, fields: Fields, offset: int) -> Page:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Page(Input(b"", id=place), error=f"no JSON: {describe(error)}", offset=offset)
    if not isinstance(record, dict):
        return Page(Input(b"", id=place), error="the line is no object of JSON", offset=offset)
    return _from_record(record, place, fields, offset)


def _from_record(record: Mapping[str, Any], place: str, fields: Fields, offset: int) -> Page:
    kept = {name: record.get(name) for name in fields.keep}
    id_ = record.get(fields.id)
    given = Input(
        record.get(fields.html),  # type: ignore[arg-type]
        record.get(fields.url),
        record.get(fields.content_type),
        place if id_ is None else id_,
        record.get(fields.reference_date),
    )
    error = "" if fields.html in record else f"the record has no field {fields.html}"
    return Page(given, kept, error, offset)


def read_table(path: Path, fields: Fields) -> Iterator[Load]:
    """The pages of a Parquet file, a batch of rows at a time."""
    with needing("batch"):
        import pyarrow.parquet as parquet

    with parquet.ParquetFile(path) as file:
        names = set(file.schema_arrow.names)
        if fields.html not in names:
            raise ValueError(f"it has no column {fields.html}")
        wanted = [name for name in (*fields[:5], *fields.keep) if name in names]
        total, size, number = file.metadata.num_rows, path.stat().st_size, 0
        for batch in file.iter_batches(64, columns=wanted):
            for record in batch.to_pylist():
                number += 1
                place, offset = f"{path.as_posix()}:{number}", size * number // total
                yield lambda record=record, place=place, offset=offset: _from_record(  # type: ignore[misc]
                    record, place, fields, offset
                )
