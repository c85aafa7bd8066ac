"""The encodings that a page without a label may be in."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from newsclean.decode.web import EAST_ASIAN, UNICODE

# How rare each encoding is among pages without a label, in bits. Little more than their order
# matters: the rarest costs no more than two or three letters do, so it decides only where a page
# has hardly a character beyond ASCII.
CANDIDATES: Mapping[str, int] = MappingProxyType(
    {
        "utf-8": 0,
        "cp1252": 0,
        "gb18030": 2,
        "cp1251": 2,
        "cp932": 2,
        "euc_jp": 4,
        "cp949": 3,
        "big5hkscs": 4,
        "cp1250": 5,
        "cp1254": 7,
        "cp1253": 7,
        "cp1255": 7,
        "cp1256": 6,
        "cp874": 8,
        "cp1257": 6,
        "cp1258": 12,
        "iso8859-2": 8,
        "koi8_r": 9,
        "koi8_u": 10,
        "iso8859-5": 14,
        "cp866": 14,
        "iso8859-6": 14,
        "mac_roman": 15,
    }
)
SINGLE_BYTE = tuple(codec for codec in CANDIDATES if codec not in EAST_ASIAN | UNICODE)
MULTI_BYTE = tuple(codec for codec in CANDIDATES if codec not in SINGLE_BYTE)
# In the order in which they win where they are equally likely.
TRIED_FIRST = ("gb18030", "cp932", "euc_jp", "cp949", "big5hkscs")
# Encodings of Latin letters, whose texts differ in few letters.
LATIN = frozenset("cp1252 cp1250 cp1254 cp1257 cp1258 iso8859-2 iso8859-15".split())
