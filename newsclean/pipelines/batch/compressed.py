"""Files that may be compressed, read as streams."""

from __future__ import annotations

import gzip
import io
from pathlib import Path
from typing import Any, BinaryIO

from newsclean.errors import needing

ENDINGS = (".gz", ".zst", ".br")
_CHUNK = 1 << 16


def open_file(path: Path) -> BinaryIO:
    """The bytes of a file, uncompressed as its name says.

    OSError or EOFError while it is read if it is damaged; MissingLibraryError if a library is.
    """
    if path.suffix == ".gz":
        return gzip.open(path, "rb")  # type: ignore[return-value]
    if path.suffix == ".zst":
        opened: BinaryIO = zstandard().open(path, "rb")
        return opened
    if path.suffix == ".br":
        return io.BufferedReader(_Brotli(path))
    return path.open("rb")


def zstandard() -> Any:
    """The library for Zstandard: since Python 3.14 there is one, before it a backport."""
    try:
        from compression import zstd
    except ImportError:
        with needing("compression"):
            import backports.zstd as zstd
    return zstd


class _Brotli(io.RawIOBase):
    """A file in Brotli, whose library has no stream."""

    def __init__(self, path: Path) -> None:
        with needing("compression"):
            import brotli

        self._error: type[Exception] = brotli.error
        self._decompressor = brotli.Decompressor()
        self._file = path.open("rb")
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._rest:
            data = self._file.read(_CHUNK)
            if not data:
                if not self._decompressor.is_finished():
                    raise EOFError("the compressed file ends early")
                return 0
            try:
                self._rest = self._decompressor.process(data)
            except self._error as error:
                raise OSError(f"no Brotli: {error}") from None
        count = min(len(buffer), len(self._rest))
        buffer[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        return count

    def close(self) -> None:
        self._file.close()
        super().close()
