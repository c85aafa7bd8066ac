"""Samples of a page: its bytes beyond ASCII at three places.

A few dozen of them tell encodings apart. Reading the whole page in every encoding would take far
longer, and ASCII is the same in nearly all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsclean.text.patterns import lazy

HIGH_BYTES = bytes(range(0x80, 0x100))
_SPACES_FOR_ASCII = b" " * 0x80 + HIGH_BYTES
# A group that stands three times or more in a row, as in a line drawn under a heading. Characters
# have one to four bytes, so twelve bytes hold a whole number of them.
_REPEATED = lazy(rb"(.{12})\1{2,}", re.S)
# Bytes taken at each place, how far they are searched for, and how much is searched at once.
WINDOW_SIZE = 64
SEARCHED = 65_536
STEP = 1024


class Window(NamedTuple):
    """Bytes from one place of a page; `cut` if the last character may be incomplete."""

    data: bytes
    cut: bool


def take_windows(data: bytes) -> tuple[Window, ...]:
    """Samples of a page's bytes beyond ASCII; none if all of it is ASCII.

    The first begins with the first such byte; the others are from the middle of what follows, and
    from its last quarter.

    >>> take_windows("<p>Le pont a été ouvert.".encode("cp1252"))
    (Window(data=b' \\xe9t\\xe9 ', cut=False),)
    >>> take_windows(b"<p>The bridge is open.")
    ()
    """
    first = _skip_ascii(data, 0)
    rest = len(data) - first
    starts = [first]
    for index in (first + rest // 2, first + 3 * rest // 4):
        start = data.find(b"<", index)
        if rest > 3 * WINDOW_SIZE and start >= 0:
            starts.append(start)
    windows = (take_window(data, start) for start in dict.fromkeys(starts))
    return tuple(window for window in windows if window.data)


def take_window(data: bytes, start: int) -> Window:
    """The bytes beyond ASCII from `start` on, where a character must begin.

    Each run of them comes with the byte before it and the byte after it. Bytes further away are
    read alike in every encoding.
    """
    pieces: list[bytes] = []
    size = 0
    for piece in _pieces(data, start):
        pieces.append(piece)
        size += len(piece)
        if size >= WINDOW_SIZE:
            break
    return Window(b"".join(pieces)[:WINDOW_SIZE], size > WINDOW_SIZE)


def _pieces(data: bytes, start: int) -> Iterator[bytes]:
    """Yield the runs of bytes beyond ASCII with their neighbours, separated by spaces."""
    end = min(start + SEARCHED, len(data))
    separator = b""
    while (start := _skip_ascii(data, start)) < end:
        runs, following = _runs(data, start)
        for run in runs:
            index = data.find(run, start)
            after = index + len(run) + 1
            piece = shorten_repeats(data[max(start, index - 1) : after])
            # Two runs with one byte between them share it; they need no separator.
            yield separator + piece if index > start else piece
            separator = b" "
            start = after
        start = max(start, following)


def _runs(data: bytes, start: int) -> tuple[list[bytes], int]:
    """The runs of bytes beyond ASCII in one step, and where the next step begins."""
    end = start + STEP
    # Ten times as fast as searching for a pattern.
    runs = data[start:end].translate(_SPACES_FOR_ASCII).split()
    if len(runs) > 1 and data[end - 1 : end] >= b"\x80":
        # The last run continues beyond this step: the next one begins with it.
        return runs[:-1], start
    return runs, end


def shorten_repeats(piece: bytes) -> bytes:
    """The bytes with any group that is repeated in a row kept only twice."""
    return _REPEATED.sub(rb"\1\1", piece) if len(piece) > 36 else piece


def count_high_bytes(data: bytes) -> int:
    """How many bytes are beyond ASCII.

    >>> count_high_bytes("été".encode("cp1252")), count_high_bytes(b"summer")
    (2, 0)
    """
    return len(data) - len(data.translate(None, HIGH_BYTES))


def _skip_ascii(data: bytes, start: int) -> int:
    """An index from which a byte beyond ASCII is near, with only ASCII skipped."""
    for step in (4096, 256):
        while start < len(data) and data[start : start + step].isascii():
            start += step
    return start
