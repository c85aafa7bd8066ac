"""Finds the bytes of a page that tell similar encodings apart: those that they read differently."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache

from newsclean.decode.page_bytes import PageBytes
from newsclean.decode.web import EAST_ASIAN, UNICODE, characters_of, read
from newsclean.decode.windows import HIGH_BYTES, shorten_repeats
from newsclean.text.patterns import lazy

_RUN = lazy(rb"[\x80-\xff]+")
# Letters that are valid UTF-8 in a page that is not UTF-8 were garbled before they got there. They
# say nothing about the encoding of the page.
_MOJIBAKE = lazy(rb"(?:[\xc2-\xdf][\x80-\xbf]|[\xe2-\xef][\x80-\xbf]{2})+")
# Bytes in a block, and the most blocks of a long page that are looked at; if nothing in them is
# read differently, more of them are.
BLOCK, BLOCKS, MORE_BLOCKS = 256, 160, 4096
# The most places that are looked at for one byte that is read differently.
PLACES = 16
# The bytes around such a byte that are searched for the ends of its word.
REACH = 9
# The most bytes of the result that are read differently, and that are read alike.
DIFFERENT, ALIKE = 1200, 200

Runs = tuple[list[bytes], list[bytes]]
"""Runs of bytes that some encodings read differently, and runs that all of them read alike."""


def distinguishing_bytes(page: PageBytes, codecs: Sequence[str]) -> bytes:
    """What these encodings read differently, and a little of what they read alike.

    The shortest runs come first: punctuation, which stands alone, tells encodings of one family
    apart. What is read alike shows the language, in which some letters are rarer. The result is
    empty if the whole page is read alike.

    >>> page = PageBytes("<b>déjà 5€</b>".encode("cp1252"))
    >>> distinguishing_bytes(page, ["cp1252", "cp1254"])
    b''
    >>> distinguishing_bytes(page, ["cp1252", "cp1250"])
    b'j\\xe0  5\\x80<'
    """
    if any(codec in EAST_ASIAN or codec in UNICODE for codec in codecs):
        different, alike = _compare_runs(_runs(page.data, BLOCKS), codecs)
        if not different:
            different, alike = _compare_runs(_runs(page.data, MORE_BLOCKS), codecs)
    else:
        different, alike = _compare_bytes(page, codecs)
    if not different:
        return b""
    ordered = sorted((len(run), shorten_repeats(run)) for run in different)
    return b" ".join([run for _, run in ordered])[:DIFFERENT] + b" " + b" ".join(alike)[:ALIKE]


def _compare_bytes(page: PageBytes, codecs: Sequence[str]) -> Runs:
    """Compare single-byte encodings: look for each byte that one of them reads differently."""
    others = b"".join(_bytes_read_differently(codecs[0], codec) for codec in codecs[1:])
    found: set[bytes] = set()
    left = page.unusual.translate(None, bytes(set(range(256)).difference(others)))
    while left:
        found.update(_neighbourhoods(page.data, left[:1]))
        left = left.replace(left[:1], b"")
    different = [run for run in found if not _MOJIBAKE.fullmatch(run, 1, len(run) - 1)]
    if found and not different:
        # All of them are mojibake: only what is read alike is left, and no encoding wins by it.
        different = [b""]
    words = [word for window in page.windows for word in window.data.split()]
    return different, [word for word in words if len(word.translate(None, others)) == len(word)]


def _neighbourhoods(data: bytes, byte: bytes) -> Iterator[bytes]:
    """Yield the run of bytes beyond ASCII around each place of a byte, with its neighbours."""
    index = -1
    for _ in range(PLACES):
        if (index := data.find(byte, index + 1)) < 0:
            return
        before, after = data[max(index - REACH, 0) : index], data[index : index + REACH]
        start = max(len(before.rstrip(HIGH_BYTES)) - 1, 0)
        end = len(after) - len(after.lstrip(HIGH_BYTES)) + 1
        yield before[start:] + after[:end]


@cache
def _bytes_read_differently(codec: str, other: str) -> bytes:
    """The bytes that mean different characters in two single-byte encodings."""
    pairs = zip(characters_of(codec), characters_of(other), strict=True)
    return bytes(byte for byte, (first, second) in enumerate(pairs) if first != second)


def _compare_runs(runs: Collection[bytes], codecs: Sequence[str]) -> Runs:
    """Compare encodings of any kind by what they make of whole runs."""
    joined = b"\n".join(runs)
    readings = [read(joined, codec).split("\n") for codec in codecs]
    different: list[bytes] = []
    alike: list[bytes] = []
    for run, *texts in zip(runs, *readings, strict=False):
        (different if len(set(texts)) > 1 else alike).append(run)
    return different, alike


def _runs(data: bytes, most: int) -> Collection[bytes]:
    """The different runs of bytes beyond ASCII in some blocks, with their neighbours."""
    starts = range(0, len(data), BLOCK)
    blocks = [start for start in starts if not data[start : start + BLOCK].isascii()]
    found: dict[bytes, None] = {}
    for start in blocks[:: len(blocks) // most + 1]:
        for run in _RUN.finditer(data, start, start + BLOCK):
            # A run at the edge of a block may begin or end within a character.
            if start < run.start() and run.end() < start + BLOCK:
                found[data[run.start() - 1 : run.end() + 1].replace(b"\n", b" ")] = None
    return found.keys()
