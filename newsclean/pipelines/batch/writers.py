"""Outputs that can be continued: what is committed stays, and the rest is cut off."""

from __future__ import annotations

import gzip
import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Protocol

from newsclean.errors import InputError, needing
from newsclean.pipelines.batch.compressed import zstandard
from newsclean.pipelines.batch.work import csv_header
from newsclean.pipelines.columns import passed_name

# The row groups of a Parquet file.
_GROUP = 5_000
FILE_FORMATS = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".parquet": "parquet"}
DOCUMENTS = {"markdown": ".md", "html": ".html", "tei": ".xml"}


class Writer(Protocol):
    """An output.

    `add` takes the row of the page of a number, `commit` makes what was added last, and returns the
    position to continue from; `finish` is called once after the last commit, and `close` always.
    """

    def add(self, number: int, payload: Any) -> None: ...

    def commit(self) -> int: ...

    def finish(self) -> None: ...

    def close(self) -> None: ...


def format_of(output: Path, format_: str | None) -> str:
    """The format of an output, from its name if none is given.

    InputError if they do not go together.

    >>> format_of(Path("out.jsonl.gz"), None), format_of(Path("folder"), "markdown")
    ('jsonl', 'markdown')
    """
    name = output.with_suffix("") if output.suffix in (".gz", ".zst") else output
    found = FILE_FORMATS.get(name.suffix)
    if format_ in DOCUMENTS:
        if found and not output.is_dir():
            raise InputError(f"{output} is the name of a file, and {format_} needs a folder")
        return str(format_)
    if found is None or (found == "parquet" and name != output):
        raise InputError(
            f"{output} must end with .jsonl, .jsonl.gz, .jsonl.zst, .csv, .csv.gz, .csv.zst or "
            ".parquet, or be a folder with a format of markdown, html or tei"
        )
    return found


def check_libraries(output: Path, format_: str) -> None:
    """Raise MissingLibraryError or InputError now rather than when the first rows are written."""
    if format_ == "parquet":
        with needing("batch"):
            import pyarrow.parquet  # noqa: F401
    if output.suffix == ".zst":
        zstandard()


def open_writer(output: Path, format_: str, keep: tuple[str, ...], position: int) -> Writer:
    """The output, continued from a position that a commit returned; 0 to begin."""
    if format_ in DOCUMENTS:
        return Documents(output, DOCUMENTS[format_])
    if format_ == "parquet":
        return Table(output, keep, position)
    return Lines(output, csv_header(keep) if format_ == "csv" else b"", position)


def parts_of(output: Path) -> Path:
    """The folder of the parts of an unfinished Parquet file."""
    return output.with_name(f"{output.name}.parts")


class Lines:
    """A file of lines. If it is compressed, each commit is a member of its own."""

    def __init__(self, output: Path, header: bytes, position: int) -> None:
        self._file = output.open("r+b" if output.exists() else "w+b")
        self._position = position
        self._rows: list[bytes] = [] if position else [header]
        self._compress = _compressor(output.suffix)

    def add(self, _: int, payload: bytes) -> None:
        self._rows.append(payload)

    def commit(self) -> int:
        self._file.seek(self._position)
        self._file.truncate()
        if data := b"".join(self._rows):
            self._file.write(self._compress(data))
        self._file.flush()
        os.fsync(self._file.fileno())
        self._position = self._file.tell()
        self._rows.clear()
        return self._position

    def finish(self) -> None:
        """Nothing: the file has no end."""

    def close(self) -> None:
        self._file.close()


def _compressor(ending: str) -> Callable[[bytes], bytes]:
    if ending == ".gz":
        return lambda data: gzip.compress(data, 6, mtime=0)
    if ending == ".zst":
        compress: Callable[[bytes], bytes] = zstandard().compress
        return compress
    return lambda data: data


class Table:
    """A Parquet file. It is written in parts, since one that has no end yet cannot be read."""

    def __init__(self, output: Path, keep: tuple[str, ...], position: int) -> None:
        self._output = output
        self._keep = keep
        self._parts = parts_of(output)
        self._parts.mkdir(exist_ok=True)
        self._count = position
        self._rows: list[dict[str, Any]] = []

    def add(self, _: int, payload: dict[str, Any]) -> None:
        self._rows.append(payload)

    def _schema(self) -> Any:
        import pyarrow as pa

        from newsclean.pipelines.tables import arrow_schema

        schema = arrow_schema()
        for name in self._keep:
            schema = schema.append(pa.field(passed_name(name, self._keep), pa.string()))
        return schema

    def commit(self) -> int:
        import pyarrow as pa
        import pyarrow.parquet as parquet

        if self._rows:
            table = pa.Table.from_pylist(self._rows, schema=self._schema())
            whole = self._parts / f"{self._count:06}.parquet"
            parquet.write_table(table, whole.with_suffix(".new"))
            os.replace(whole.with_suffix(".new"), whole)
            self._count += 1
            self._rows.clear()
        return self._count

    def finish(self) -> None:
        """Make one file of the parts."""
        import pyarrow.parquet as parquet

        new = self._output.with_name(f"{self._output.name}.new")
        with parquet.ParquetWriter(new, self._schema()) as writer:
            for tables in _groups(self._parts / f"{n:06}.parquet" for n in range(self._count)):
                writer.write_table(tables)
        os.replace(new, self._output)
        shutil.rmtree(self._parts)

    def close(self) -> None:
        """Nothing: no file is open."""


def _groups(parts: Iterable[Path]) -> Iterable[Any]:
    """The tables of the parts, joined until they have the size of a row group."""
    import pyarrow as pa
    import pyarrow.parquet as parquet

    tables: list[Any] = []
    for part in parts:
        tables.append(parquet.read_table(part))
        if sum(map(len, tables)) >= _GROUP:
            yield pa.concat_tables(tables)
            tables = []
    if tables:
        yield pa.concat_tables(tables)


class Documents:
    """A folder with a file for each article, named after the number of its page."""

    def __init__(self, output: Path, ending: str) -> None:
        output.mkdir(parents=True, exist_ok=True)
        self._output = output
        self._ending = ending

    def add(self, number: int, payload: bytes) -> None:
        path = self._output / f"{number + 1:08}{self._ending}"
        new = path.with_suffix(".new")
        new.write_bytes(payload)
        os.replace(new, path)

    def commit(self) -> int:
        return 0

    def finish(self) -> None:
        """Nothing: each file is whole."""

    def close(self) -> None:
        """Nothing: no file is open."""
