"""Corpora that the tests write: the same pages in every kind of file that `batch` reads."""

from __future__ import annotations

import gzip
import io
import json
import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import newsclean
from newsclean import Article

ROOT = Path(__file__).resolve().parents[2]
_WORDS = (
    "the council said on Monday that island ferry would sail again after repairs were done".split()
)


def composed(number: int) -> bytes:
    """A page of news that no other number has, in windows-1252 without a label."""
    sentences = [
        " ".join(_WORDS[(number * 7 + line * 3 + word) % len(_WORDS)] for word in range(14))
        for line in range(12)
    ]
    paragraphs = "".join(
        f"<p>{text.capitalize()} for {number + line} euros, caf\xe9 owners say, and no more.</p>"
        for line, text in enumerate(sentences)
    )
    head = f"<title>Ferry number {number} returns</title>"
    menu = "<ul><li><a href=/>Home</a><li><a href=/news>News</a></ul>"
    body = f"<h1>Ferry number {number} returns</h1><p>By Jane Roe, 9 May 2024</p>{paragraphs}"
    return f"<html><head>{head}</head><body>{menu}{body}</body></html>".encode("latin-1")


def url_of(number: int) -> str:
    """The address of a page; there are three sites."""
    return f"https://www.site{number % 3}.example/news/{number}.html"


CONTENT_TYPE = "text/html; charset=windows-1252"


def article_of(number: int) -> Article:
    """What `extract` makes of a page as an archive has it."""
    return newsclean.extract(
        composed(number), url_of(number), CONTENT_TYPE, reference_date="2024-05-10T00:00:00Z"
    )


def write_warc(path: Path, pages: Iterable[tuple[str, bytes]]) -> None:
    """A WARC file with a request, a response and a picture for each page."""
    data = io.BytesIO()
    for number, (url, page) in enumerate(pages):
        records = (
            ("request", "application/http; msgtype=request", b"GET / HTTP/1.1\r\n\r\n"),
            ("response", "application/http; msgtype=response", _http(CONTENT_TYPE, page)),
            ("response", "application/http; msgtype=response", _http("image/png", b"\x89PNG")),
        )
        for kind, (type_, content_type, content) in enumerate(records):
            record = _record(type_, f"{number:012}-{kind}", url, content_type, content)
            data.write(gzip.compress(record, 1) if path.suffix == ".gz" else record)
    path.write_bytes(data.getvalue())


def _http(content_type: str, content: bytes) -> bytes:
    length = len(content)
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {content_type}\r\nContent-Length: {length}\r\n\r\n"
    return head.encode() + content


def _record(type_: str, id_: str, url: str, content_type: str, content: bytes) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {type_}\r\nWARC-Record-ID: <urn:uuid:{id_}>\r\n"
        f"WARC-Date: 2024-05-10T00:00:00Z\r\nWARC-Target-URI: {url}\r\n"
        f"Content-Type: {content_type}\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def write_wet(path: Path, texts: Iterable[tuple[str, str]]) -> None:
    """A WET file: the text of each page."""
    path.write_bytes(
        b"".join(
            _record("conversion", f"{number:012}", url, "text/plain", text.encode())
            for number, (url, text) in enumerate(texts)
        )
    )


def write_lines(path: Path, count: int) -> None:
    """A file of JSON lines."""
    lines = (
        json.dumps(
            {
                "html": composed(number).decode("latin-1"),
                "url": url_of(number),
                "id": f"page-{number}",
                "crawl": number,
            }
        )
        for number in range(count)
    )
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")


def start(*arguments: object, commit: int = 7, blocks: int | None = None) -> subprocess.Popen[str]:
    """The command in a process group of its own, where files have at most so many blocks."""
    limit = "unlimited" if blocks is None else str(blocks)
    command = [sys.executable, str(Path(__file__).with_name("driver.py")), *map(str, arguments)]
    return subprocess.Popen(
        ["sh", "-c", f"ulimit -f {limit}; exec {shlex.join(command)}"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TEST_COMMIT_PAGES": str(commit)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def run(*arguments: object, commit: int = 7, blocks: int | None = None) -> tuple[int, str]:
    """The exit code and the standard error of the command."""
    process = start(*arguments, commit=commit, blocks=blocks)
    try:
        _, err = process.communicate(timeout=300)
    except BaseException:
        os.killpg(process.pid, signal.SIGKILL)
        raise
    return process.returncode, err


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The rows of a file of JSON lines."""
    data = path.read_bytes()
    if path.suffix == ".gz":
        data = gzip.decompress(data)
    if path.suffix == ".zst":
        from newsclean.pipelines.batch.compressed import zstandard

        data = zstandard().decompress(data)
    return [json.loads(line) for line in data.splitlines()]
