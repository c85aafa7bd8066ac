"""Standard input, output and error of the command, any of which may be closed or full."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TextIO

FOUND, FAILED = 0, 1  # argparse itself exits with 2 on a usage error


def read_input(page: str) -> bytes:
    """The bytes of a file; `-` is standard input. OSError if it cannot be read."""
    if page != "-":
        return Path(page).read_bytes()
    if sys.stdin is None:
        raise OSError("standard input is closed")
    return sys.stdin.buffer.read()


def write_output(text: str) -> None:
    """Write a text to standard output, in UTF-8 whatever the locale."""
    if sys.stdout is None:
        raise OSError("standard output is closed")
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.flush()


def discard(stream: TextIO | None) -> None:
    """Send what the stream still holds nowhere.

    At its end Python would try to write it again, fail again, and exit with 120.
    """
    if stream is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def fail(message: str) -> int:
    """Write a message to standard error, in one line, and return the exit code of a failure."""
    if sys.stderr is not None:  # else `print` would write to standard output
        try:
            print("newsclean:", " ".join(message.split()), file=sys.stderr)
        except OSError:
            discard(sys.stderr)
    return FAILED
