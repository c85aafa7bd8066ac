"""A little of a page's bytes, from three places of it: enough to tell by which encoding it is in."""

from __future__ import annotations

import re
from typing import NamedTuple

HIGH = bytes(range(0x80, 0x100))
SPACED = b" " * 0x80 + HIGH
# What stands in a row more often, such as the line under a heading, tells no more than twice does. Characters have one to four bytes.
AGAIN = re.compile(rb"(.{12})\1{2,}", re.S)
# Bytes from each place of the page, how much is searched for them, and how much of that at once.
WINDOW = 64
SEARCHED = 65_536
NEAR = 1024


class Window(NamedTuple):
    """Bytes from one place of the page; `cut` if their last character may be incomplete."""

    data: bytes
    cut: bool


def windows(data: bytes) -> list[Window]:
    """Bytes from the page's first one beyond ASCII on, from the middle of what follows, and from its last quarter.

    >>> windows("<p>Le pont a été ouvert.".encode("cp1252"))
    [Window(data=b' \\xe9t\\xe9 ', cut=False)]
    """
    first = _skip_ascii(data, 0)
    rest = len(data) - first
    starts = [first]
    for place in (first + rest // 2, first + 3 * rest // 4):
        start = data.find(b"<", place)
        if rest > 3 * WINDOW and start >= 0:
            starts.append(start)
    return [found for start in dict.fromkeys(starts) if (found := window(data, start)).data]


def window(data: bytes, start: int) -> Window:
    """The bytes beyond ASCII from a place where a character begins, each run of them with the byte before it and the byte after it.

    What stands further off is read alike in every encoding.
    """
    pieces: list[bytes] = []
    size, end = 0, min(start + SEARCHED, len(data))
    while size < WINDOW and (start := _skip_ascii(data, start)) < end:
        near = start + NEAR
        # This finds runs ten times as fast as a pattern does.
        runs = data[start:near].translate(SPACED).split()
        if len(runs) > 1 and data[near - 1 : near] >= b"\x80":
            # It goes on after this.
            runs.pop()
            near = start
        for run in runs:
            place = data.find(run, start)
            after = place + len(run) + 1
            piece = data[max(start, place - 1) : after]
            # Where a single byte is between two runs it is in one of the pieces.
            pieces.append(b" " + once(piece) if pieces and place > start else once(piece))
            size += len(pieces[-1])
            start = after
            if size >= WINDOW:
                break
        start = max(start, near)
    return Window(b"".join(pieces)[:WINDOW], size > WINDOW)


def once(piece: bytes) -> bytes:
    """The piece with what stands in a row many times twice."""
    return AGAIN.sub(rb"\1\1", piece) if len(piece) > 36 else piece


def high_bytes(data: bytes) -> int:
    """How many bytes are beyond ASCII.

    >>> high_bytes("été".encode("cp1252"))
    2
    """
    return len(data) - len(data.translate(None, HIGH))


def _skip_ascii(data: bytes, start: int) -> int:
    """A place at or after `start`, with nothing but ASCII between, from which the next byte beyond ASCII is near."""
    for step in (4096, 256):
        while start < len(data) and data[start : start + step].isascii():
            start += step
    return start
