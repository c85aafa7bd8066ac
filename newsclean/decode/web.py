"""The text that a browser makes of bytes: Python's codecs, corrected where the web differs."""

from __future__ import annotations

import codecs
from functools import cache
from types import MappingProxyType

from newsclean.decode.ascii_runs import decode_around_ascii
from newsclean.decode.east_asian import EAST_ASIAN, REPLACEMENT, read_east_asian
from newsclean.decode.iso2022 import read_iso2022_jp

__all__ = ["EAST_ASIAN", "UNICODE", "characters_of", "read", "windows_1252_bytes"]

UNICODE = frozenset("utf-8 utf-16-le utf-16-be utf-32-le utf-32-be utf-32".split())
# Encodings that Python reads as the web does, or that the web does not read.
_AS_PYTHON = frozenset("hz iso2022_kr johab".split())
# Bytes that mean something else on the web.
_OTHER_BYTES = MappingProxyType(
    {"cp1255": {0xCA: "\u05ba"}, "koi8_u": {0xAE: "\u045e", 0xBE: "\u040e"}}
)
# Bytes that are looked at at once for ASCII, which the decoders of single bytes read fast too.
_SIZE = 2048


def read(data: bytes, codec: str) -> str:
    """The text of bytes in an encoding, with U+FFFD for sequences that mean nothing.

    It never fails, and takes time linear in the length.

    >>> read(b"\\x93caf\\xe9\\x94 \\x81", "cp1252")
    '“café” \\x81'
    >>> read(b"\\xff.", "euc_jp")
    '\\ufffd.'
    """
    if codec in EAST_ASIAN:
        return read_east_asian(data, codec)
    if codec in UNICODE or codec in _AS_PYTHON:
        return data.decode(codec, "replace")
    if codec == "iso2022_jp_2":
        return read_iso2022_jp(data)
    characters = characters_of(codec)
    return decode_around_ascii(
        data, lambda part: codecs.charmap_decode(part, "replace", characters)[0], _SIZE
    )


@cache
def characters_of(codec: str) -> str:
    """The 256 characters of a single-byte encoding.

    As on the web, a byte from 80 to 9F that means nothing is the control character of that number.

    >>> characters_of("cp1252")[0x80:0x82]
    '€\\x81'
    """
    characters = list(bytes(range(256)).decode(codec, "replace"))
    for byte in range(0x80, 0xA0):
        if characters[byte] == REPLACEMENT:
            characters[byte] = chr(byte)
    for byte, character in _OTHER_BYTES.get(codec, {}).items():
        characters[byte] = character
    return "".join(characters)


@cache
def windows_1252_bytes() -> dict[int, int]:
    """The byte of each character of windows-1252, by the number of the character."""
    return {ord(character): byte for byte, character in enumerate(characters_of("cp1252"))}
