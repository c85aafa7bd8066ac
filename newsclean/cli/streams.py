"""Standard input, output and error of the command, any of which may be closed or full."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, TextIO

from newsclean.cli.terminal import escape_controls

FOUND, FAILED, INTERRUPTED = 0, 1, 130  # argparse itself exits with 2 on a usage error
# A page is some sixteen megabytes at most, before it is compressed; a device may never end.
MOST_BYTES = 256_000_000


def read_input(page: str) -> bytes:
    """The bytes of a file; `-` is standard input. OSError if it cannot be read."""
    if page == "-":
        if sys.stdin is None or sys.stdin.closed:
            raise OSError("standard input is closed")
        return _read(sys.stdin.buffer)
    try:
        with Path(page).open("rb") as file:
            return _read(file)
    except ValueError as error:  # a name with NUL
        raise OSError(str(error)) from None


def _read(file: BinaryIO) -> bytes:
    data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise OSError(f"it has more than {MOST_BYTES:,} bytes, which no page has")
    return data


def write_output(text: str) -> None:
    """Write a text to standard output, in UTF-8 whatever the locale.

    To a terminal no control character is written: a page could move its cursor or rename it.
    """
    stream = sys.stdout
    if stream is None or stream.closed:
        raise OSError("standard output is closed")
    if stream.isatty():
        text = escape_controls(text)
    if (buffer := getattr(stream, "buffer", None)) is None:  # a notebook's, for example
        stream.write(text)
    else:
        buffer.write(text.encode("utf-8", "replace"))
    stream.flush()


def discard(stream: TextIO | None) -> None:
    """Send what the stream still holds nowhere.

    At its end Python would try to write it again, fail again, and exit with 120.
    """
    if stream is not None:
        with suppress(OSError, ValueError):  # a stream without a file, as in a notebook
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def fail(message: str) -> int:
    """Write a message to standard error, in one line, and return the exit code of a failure."""
    if sys.stderr is not None:  # else `print` would write to standard output
        # A file's name may hold bytes that are no text.
        line = " ".join(message.encode("utf-8", "backslashreplace").decode().split())
        try:
            print("newsclean:", escape_controls(line), file=sys.stderr)
        except (OSError, ValueError):  # full or closed, or an encoding without these characters
            discard(sys.stderr)
    return FAILED
