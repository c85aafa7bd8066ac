"""What tells encodings apart on a page: the bytes that they read differently, with the letters beside them."""

from __future__ import annotations

import re
from functools import cache

from newsclean.decode.web import UNICODE, WIDE, read, table
from newsclean.decode.windows import HIGH, once

RUN = re.compile(rb"[\x80-\xff]+")
# Letters that are UTF-8 in a page that is not were damaged before; they say nothing about the page's encoding.
TWICE = re.compile(rb"(?:[\xc2-\xdf][\x80-\xbf]|[\xe2-\xef][\x80-\xbf]{2})+")
# Of a long page so many blocks of so many bytes are looked at, and if they tell nothing, so many.
BLOCK, BLOCKS, MOST_BLOCKS = 256, 160, 4096
# Of a byte that means different things so many places are looked at.
EACH = 16
# The most bytes of what is read differently, and of what is read alike.
DIFFERING, ALIKE = 1200, 200


def apart(data: bytes, odd: bytes, words: list[bytes], codecs: list[str]) -> bytes:
    """What these encodings read differently of a page, the shortest first: signs tell a family apart, and stand by themselves.

    `odd` are its bytes beyond ASCII, `words` some of its words. Nothing if all of it is read alike.

    >>> apart("<b>déjà 5€</b>".encode("cp1252"), "éà€".encode("cp1252"), ["déjà".encode("cp1252")], ["cp1252", "cp1254"])
    b''
    >>> apart("<b>déjà 5€</b>".encode("cp1252"), "éà€".encode("cp1252"), ["déj".encode("cp1252")], ["cp1252", "cp1250"])
    b'j\\xe0  d\\xe9j'
    """
    if any(codec in WIDE or codec in UNICODE for codec in codecs):
        differing, alike = _runs_apart(_runs(data, BLOCKS), codecs)
        if not differing:
            differing, alike = _runs_apart(_runs(data, MOST_BLOCKS), codecs)
    else:
        differing, alike = _bytes_apart(data, odd, words, codecs)
    if not differing:
        return b""
    # What they read alike tells the language, in which some letters are rarer.
    joined = b" ".join([run for _, run in sorted((len(run), once(run)) for run in differing)])
    return joined[:DIFFERING] + b" " + b" ".join(alike)[:ALIKE]


def _bytes_apart(data: bytes, odd: bytes, words: list[bytes], codecs: list[str]) -> tuple[list[bytes], list[bytes]]:
    """Words with a byte that means different things in encodings of single bytes, some for each such byte of the page; and other words."""
    others = b"".join(_otherwise(codecs[0], codec) for codec in codecs[1:])
    found: set[bytes] = set()
    left = odd.translate(None, bytes(range(256)).translate(None, others))
    while left:
        place = -1
        for _ in range(EACH):
            if (place := data.find(left[:1], place + 1)) < 0:
                break
            before, after = data[max(place - 9, 0) : place], data[place : place + 9]
            start = max(len(before.rstrip(HIGH)) - 1, 0)
            found.add(before[start:] + after[: len(after) - len(after.lstrip(HIGH)) + 1])
        left = left.replace(left[:1], b"")
    # If all of it was damaged before, what is read alike is left, and the encodings are equal by that.
    differing = [run for run in found if not TWICE.fullmatch(run, 1, len(run) - 1)] or [b""][: len(found)]
    return differing, [word for word in words if len(word.translate(None, others)) == len(word)]


@cache
def _otherwise(codec: str, other: str) -> bytes:
    """The bytes that another encoding of single bytes reads otherwise."""
    return bytes(byte for byte, (one, two) in enumerate(zip(table(codec), table(other), strict=True)) if one != two)


def _runs_apart(runs: list[bytes], codecs: list[str]) -> tuple[list[bytes], list[bytes]]:
    """Those of the runs that these encodings read differently, and the others."""
    joined = b"\n".join(runs)
    readings = [read(joined, codec).split("\n") for codec in codecs]
    differing: list[bytes] = []
    alike: list[bytes] = []
    for run, *read_as in zip(runs, *readings, strict=False):
        (differing if len(set(read_as)) > 1 else alike).append(run)
    return differing, alike


def _runs(data: bytes, most: int) -> list[bytes]:
    """The different runs of bytes beyond ASCII, each with a byte on either side, in so many blocks all over the page."""
    blocks = [start for start in range(0, len(data), BLOCK) if not data[start : start + BLOCK].isascii()]
    found: dict[bytes, None] = {}
    for start in blocks[:: len(blocks) // most + 1]:
        for run in RUN.finditer(data, start, start + BLOCK):
            # One that the block cuts may begin or end within a character.
            if start < run.start() and run.end() < start + BLOCK:
                found[data[run.start() - 1 : run.end() + 1].replace(b"\n", b" ")] = None
    return list(found)
