"""Unpacks compressed bytes up to a limit, and keeps what comes before damage."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Any, NamedTuple, Protocol

from newsclean.model import Budget

# Of data that are damaged, what the earlier pieces hold is kept, so a piece is small.
_PIECE = 4096
# The most that one call gives: a bomb cannot make more before its size is looked at.
_STEP = 1 << 20
# Empty streams cost time and give nothing: 700,000 of them took 4 seconds as gzip, and 16 as
# Zstandard. A page that is flushed line by line has a few hundred.
_MOST_STREAMS = 10_000


class Decompressor(Protocol):
    """One compressed stream, as the three libraries can all be driven."""

    def feed(self, data: bytes, most: int) -> bytes:
        """What the data, and those that were given before, unpack to; about `most` bytes of it."""

    def is_hungry(self) -> bool:
        """Whether nothing more comes without more data."""

    def is_finished(self) -> bool:
        """Whether the stream has ended."""

    def rest(self) -> bytes:
        """The bytes of the last data that come after the end of the stream."""


class Unpacked(NamedTuple):
    """What came out of compressed bytes.

    Attributes:
        data: The bytes.
        problem: Why it may not be all, in words; "" if it is.
    """

    data: bytes
    problem: str = ""


def unpack(
    data: bytes,
    make: Callable[[], Decompressor],
    most: int,
    budget: Budget,
    start: bytes = b"",
) -> Unpacked:
    """Unpack a stream, and those that follow it if they begin with `start`.

    At most `most` bytes are unpacked; nothing raises, whatever the data are.

    >>> unpack(zlib.compress(b"ferry" * 3), ZlibDecompressor, 8, Budget(1))
    Unpacked(data=b'ferryfer', problem='only the first 8 bytes were unpacked')
    """
    found: list[bytes] = []
    problem = _unpack(data, make, most, budget, start, found)
    return Unpacked(b"".join(found)[:most], problem)


def _unpack(
    data: bytes,
    make: Callable[[], Decompressor],
    most: int,
    budget: Budget,
    start: bytes,
    found: list[bytes],
) -> str:
    """Add what is unpacked to `found`; say why it ends early, "" if it does not."""
    stream = make()
    size = at = streams = 0
    while not budget.is_spent():
        piece = data[at : at + _PIECE] if stream.is_hungry() else b""
        if stream.is_hungry() and not piece:
            return "they end early"
        at += len(piece)
        try:
            # One byte beyond the limit tells a page that is as long from one that is longer.
            found.append(stream.feed(piece, min(_STEP, most + 1 - size)))
        except Exception:  # each library has errors of its own, and some are plain ones
            return "they are damaged"
        size += len(found[-1])
        if size > most:
            return f"only the first {most:,} bytes were unpacked"
        if stream.is_finished():
            at -= len(stream.rest())
            streams += 1
            if not start or not data.startswith(start, at) or streams == _MOST_STREAMS:
                return "" if at == len(data) else "other data follow"
            stream = make()
    return f"the {budget.seconds:g} seconds of computing were over"


class ZlibDecompressor:
    """gzip, zlib or raw deflate, by the number that zlib has for each."""

    def __init__(self, form: int = zlib.MAX_WBITS) -> None:
        self._stream = zlib.decompressobj(form)
        self._more = False

    def feed(self, data: bytes, most: int) -> bytes:
        out = self._stream.decompress(self._stream.unconsumed_tail + data, most)
        # With all data taken, what did not fit is still inside the stream.
        self._more = len(out) >= most
        return out

    def is_hungry(self) -> bool:
        return not self._more and not self._stream.unconsumed_tail

    def is_finished(self) -> bool:
        return self._stream.eof

    def rest(self) -> bytes:
        return self._stream.unused_data


class ZstdDecompressor:
    """Zstandard; `library` is that of Python 3.14, or its backport."""

    def __init__(self, library: Any) -> None:
        self._stream = library.ZstdDecompressor()

    def feed(self, data: bytes, most: int) -> bytes:
        out: bytes = self._stream.decompress(data, most)
        return out

    def is_hungry(self) -> bool:
        return bool(self._stream.needs_input)

    def is_finished(self) -> bool:
        return bool(self._stream.eof)

    def rest(self) -> bytes:
        rest: bytes = self._stream.unused_data
        return rest


class BrotliDecompressor:
    """Brotli, whose library has a bound for its output since version 1.2."""

    def __init__(self, library: Any) -> None:
        self._stream = library.Decompressor()

    def feed(self, data: bytes, most: int) -> bytes:
        out: bytes = self._stream.process(data, output_buffer_limit=most)
        return out

    def is_hungry(self) -> bool:
        return bool(self._stream.can_accept_more_data())

    def is_finished(self) -> bool:
        return bool(self._stream.is_finished())

    def rest(self) -> bytes:
        return b""
