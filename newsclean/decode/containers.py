"""Bytes that are a compressed page are unpacked; bytes that are no page at all are named."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from newsclean.decode.foreign import looks_binary, name_foreign
from newsclean.decode.labels import UNDECLARED
from newsclean.decode.signatures import split_mark, utf_16_or_32
from newsclean.decode.unpack import (
    BrotliDecompressor,
    Decompressor,
    Unpacked,
    ZlibDecompressor,
    ZstdDecompressor,
    unpack,
)
from newsclean.model import Budget

GZIP, ZSTD = b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd"
# A page that a server and a proxy both compressed is packed twice; more is a trap.
DEEPEST = 3
# A few bytes can be a valid stream of raw deflate or Brotli by accident.
SHORTEST = 20
# After the two bytes that begin zlib, 100,000 pieces of text unpacked to at most 269 bytes before
# an error, and all but one of 100,000 pieces of random bytes to fewer than this.
NO_ACCIDENT = 1_000


class Contents(NamedTuple):
    """The page in some bytes.

    Attributes:
        data: The bytes of the page, which is empty if there is none.
        notes: How it was packed.
        truncations: A sentence for each thing that is not read.
    """

    data: bytes
    notes: tuple[str, ...] = ()
    truncations: tuple[str, ...] = ()


class Packing(NamedTuple):
    """How bytes are packed.

    Attributes:
        name: The format.
        make: Makes a decompressor; None if no library for the format is installed.
        start: What each further stream begins with; b"" if there is only one.
    """

    name: str
    make: Callable[[], Decompressor] | None
    start: bytes = b""


def open_container(data: bytes, most: int, budget: Budget) -> Contents:
    """The page in bytes that may be compressed; ordinary pages cost a look at their first bytes.

    >>> import gzip
    >>> open_container(gzip.compress(b"<p>Ferry"), 100, Budget(1)).data
    b'<p>Ferry'
    >>> open_container(b"%PDF-1.7", 100, Budget(1))
    Contents(data=b'', notes=(), truncations=('The bytes are a PDF document, not a page.',))
    """
    if contents := _open_unsigned(data, most, budget):
        return contents
    contents = Contents(data)
    for depth in range(DEEPEST + 1):
        packing = _packing_by_signature(contents.data)
        if packing is None:
            break
        if depth == DEEPEST:
            return _without_page(contents, f"The page is compressed more than {DEEPEST} times.")
        if packing.make is None:
            return _without_page(contents, _NEEDS_LIBRARY.format(packing.name))
        unpacked = unpack(contents.data, packing.make, most, budget, packing.start)
        if packing.name == "zlib" and not _is_certain(unpacked):
            break  # a text, such as one that begins with x^
        contents = _unpacked(contents, packing.name, unpacked)
    if kind := name_foreign(contents.data):
        return _without_page(contents, f"The bytes are {kind}, not a page.")
    return contents


_NEEDS_LIBRARY = "The page is {} data, which need a library: install newsclean[compression]."


def _without_page(contents: Contents, why: str) -> Contents:
    return Contents(b"", contents.notes, (*contents.truncations, why))


def _unpacked(contents: Contents, name: str, unpacked: Unpacked) -> Contents:
    truncations = contents.truncations
    if unpacked.problem:
        truncations = (*truncations, f"Of the {name} data not all was read: {unpacked.problem}.")
    return Contents(unpacked.data, (*contents.notes, f"the page was in {name} data"), truncations)


def _packing_by_signature(data: bytes) -> Packing | None:
    """The format that the first bytes name."""
    if data.startswith(GZIP):
        return Packing("gzip", partial(ZlibDecompressor, 16 + zlib.MAX_WBITS), GZIP)
    if data.startswith(ZSTD):
        library = _zstd()
        return Packing("Zstandard", partial(ZstdDecompressor, library) if library else None, ZSTD)
    if _begins_like_zlib(data):
        return Packing("zlib", ZlibDecompressor)
    return None


def _begins_like_zlib(data: bytes) -> bool:
    """Whether two bytes have a window of the usual size, their checksum, and no dictionary."""
    return (
        data[:1] == b"x" and len(data) > 2 and not data[1] & 0x20 and (0x7800 + data[1]) % 31 == 0
    )


def _is_certain(unpacked: Unpacked) -> bool:
    """Whether the bytes were zlib: all of them were, with their checksum, or many."""
    return not unpacked.problem or len(unpacked.data) >= NO_ACCIDENT


def _open_unsigned(data: bytes, most: int, budget: Budget) -> Contents | None:
    """The page in bytes that are Brotli or raw deflate, which have no signature.

    The bytes must be no text, and all of them must unpack to one.
    """
    if not looks_binary(data) or _packing_by_signature(data) or name_foreign(data):
        return None
    if split_mark(data)[1]:
        return None
    for packing in _unsigned_packings():
        assert packing.make is not None
        unpacked = unpack(data, packing.make, most, budget)
        complete = not unpacked.problem or len(unpacked.data) == most
        if complete and len(unpacked.data) >= SHORTEST and _may_be_text(unpacked.data):
            return _unpacked(Contents(b""), packing.name, unpacked)
    return None


def _unsigned_packings() -> Iterator[Packing]:
    yield Packing("deflate", partial(ZlibDecompressor, -zlib.MAX_WBITS))
    library = _brotli()
    if library:
        yield Packing("Brotli", partial(BrotliDecompressor, library))


def _may_be_text(data: bytes) -> bool:
    return not looks_binary(data) or bool(split_mark(data)[1] or utf_16_or_32(data, UNDECLARED))


def _zstd() -> Any:
    """The library for Zstandard: since Python 3.14 there is one, before it a backport."""
    try:
        from compression import zstd
    except ImportError:
        try:
            from backports import zstd
        except ImportError:
            return None
    return zstd


def _brotli() -> Any:
    """The library for Brotli, if it is one that bounds what it unpacks."""
    try:
        import brotli
    except ImportError:
        return None
    return brotli if hasattr(brotli.Decompressor, "can_accept_more_data") else None
