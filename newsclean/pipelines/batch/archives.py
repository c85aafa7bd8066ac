"""WARC and WET files, and what of them is a page."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from newsclean.errors import needing
from newsclean.many.values import Input
from newsclean.pipelines.batch.readers import MOST_BYTES, Fields, Load, Page

# Types of records that may hold a page. Some servers send none.
_PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "")
_GZIP = b"\x1f\x8b"
_CHUNK = 1 << 16
_CUT = "the archive is cut within a record"


def read_archive(path: Path, _: Fields) -> Iterator[Load]:
    """The pages of a WARC or WET file: its HTML and text responses, and its conversions.

    EOFError if it is cut within a record.
    """
    with needing("batch"):
        from fastwarc.warc import ArchiveIterator, WarcRecordType

    types = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    size = path.stat().st_size
    last = 0
    with path.open("rb") as file:
        for record in ArchiveIterator(file, parse_http=True, auto_decode="none"):
            last = record.stream_pos
            if record.record_type & types and _is_page(record):
                yield lambda record=record: _load(record, path, file)  # type: ignore[misc]
            elif file.tell() >= size:  # it may be the last record, which may be cut
                _read(record)
    _check_end(path, last)


def _check_end(path: Path, last: int) -> None:
    """EOFError if the last record is compressed by itself, and the end of that is missing."""
    with path.open("rb") as file:
        file.seek(last)
        member = zlib.decompressobj(wbits=31)
        data = file.read(_CHUNK)
        if not data.startswith(_GZIP):
            return
        while data and not member.eof:
            member.decompress(data)
            data = file.read(_CHUNK)
        if not member.eof:
            raise EOFError(_CUT)


def _is_page(record: Any) -> bool:
    if not record.is_http:
        return _type_of(record.headers.get("Content-Type")) in _PAGE_TYPES
    status = record.http_headers.status_code if record.http_headers else None
    return status in (200, 203, None) and _type_of(record.http_content_type) in _PAGE_TYPES


def _type_of(header: str | None) -> str:
    return (header or "").partition(";")[0].strip().lower()


def _read(record: Any) -> bytes:
    """The content of a record; EOFError if the end of the file is within it."""
    content: bytes = record.reader.read(MOST_BYTES)
    is_header_whole = record.headers.get("Content-Length") is not None
    if not is_header_whole or len(content) < min(record.content_length, MOST_BYTES):
        raise EOFError(_CUT)
    return content


def _load(record: Any, path: Path, file: BinaryIO) -> Page:
    content = _read(record)
    headers = record.http_headers if record.is_http else record.headers
    if "chunked" in (headers.get("Transfer-Encoding") or "").lower():
        content = join_chunks(content)
    given = Input(
        content,
        record.headers.get("WARC-Target-URI"),
        headers.get("Content-Type"),
        (record.record_id or f"{path.as_posix()}:{record.stream_pos}").strip("<>"),
        record.headers.get("WARC-Date"),
    )
    return Page(given, offset=file.tell())


def join_chunks(content: bytes) -> bytes:
    """A content that was sent in chunks, as one.

    Many archives name the encoding and hold a content without chunks; that is returned as it is.

    >>> join_chunks(b"4\\r\\n<p>F\\r\\n4;x=y\\r\\nerry\\r\\n0\\r\\n\\r\\n")
    b'<p>Ferry'
    >>> join_chunks(b"<p>Ferry")
    b'<p>Ferry'
    """
    found: list[bytes] = []
    position = 0
    while True:
        end = content.find(b"\r\n", position, position + 1_000)
        try:
            length = int(content[position:end].partition(b";")[0], 16) if end > position else -1
        except ValueError:
            length = -1
        if length < 0:
            return b"".join(found) if found else content
        if length == 0:
            return b"".join(found)
        found.append(content[end + 2 : end + 2 + length])
        position = end + 4 + length
