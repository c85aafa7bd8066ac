"""Repairs text whose UTF-8 was read as windows-1252 and then encoded once more."""

from __future__ import annotations

import re

from newsclean.decode.web import windows_1252_bytes
from newsclean.text.patterns import lazy

# The bytes 0x80 to 0xBF as windows-1252 reads them, of which the last bytes of a character in UTF-8
# are; and the letters that its first byte is read as.
_LATER = (
    "\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d"
    "\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178"
)
_GARBLED = lazy(
    rf"[\u00c2-\u00df][{_LATER}]|[\u00e0-\u00ef][{_LATER}]{{2}}|[\u00f0-\u00f4][{_LATER}]{{3}}"
)
_ASCII = bytes(range(0x80))
_LATER_BYTES = bytes(range(0x80, 0xC0))
# The first byte, in UTF-8, of the letters that a garbled character begins with.
_FIRST = b"\xc3"
# How many characters each garbled one has at least and at most.
_SHORTEST, _LONGEST = 2, 4
# A page that only writes about such text has fewer garbled characters, or as many others beyond
# ASCII.
ENOUGH = 5
# For each garbled character there are at most this many others beyond ASCII. Of 3,128 development
# pages 54 have garbled text; on 53 of them no other character is beyond ASCII.
MOST_OTHERS = 0.2


def repair(text: str, unusual: bytes | None = None) -> tuple[str, int]:
    """The text with its garbled characters repaired, and how many there were.

    It is left as it is unless nearly all of its characters beyond ASCII are garbled. `unusual` are
    the bytes of these in UTF-8, if they are known.

    >>> repair("cafÃ© crÃ¨me, dÃ©jÃ  vu, trÃ¨s biÃ¨re, pÃ¢tÃ©")
    ('café crème, déjÃ  vu, très bière, pâté', 7)
    >>> repair("café crème: Ã© is a character")
    ('café crème: Ã© is a character', 0)
    """
    if text.isascii():
        return text, 0
    if unusual is None:
        unusual = text.encode(errors="replace").translate(None, _ASCII)
    if not _may_be_garbled(unusual):
        return text, 0
    garbled = _GARBLED.findall(text)
    others = len(text) - len(text.encode("ascii", "ignore")) - sum(map(len, garbled))
    if len(garbled) < ENOUGH or others > MOST_OTHERS * len(garbled):
        return text, 0
    return _GARBLED.sub(_undo, text), len(garbled)


def _may_be_garbled(unusual: bytes) -> bool:
    """Whether enough characters beyond ASCII are letters that a garbled character begins with.

    Counting bytes is ten times as fast as searching for the pattern.
    """
    firsts = unusual.count(_FIRST)
    if firsts < ENOUGH:
        return False
    characters = len(unusual.translate(None, _LATER_BYTES))
    least, most = _SHORTEST * firsts, (_LONGEST + MOST_OTHERS) * firsts
    return (1 - MOST_OTHERS) * least <= characters <= most


def _undo(garbled: re.Match[str]) -> str:
    """The character whose bytes were read as these; they stay if no character has them."""
    data = garbled[0].translate(windows_1252_bytes()).encode("latin-1")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return garbled[0]
