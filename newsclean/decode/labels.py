"""Encodings of the web: which one a label means, what text bytes are in it, and how likely that text is.

`codec_of` reads a label, `read` makes text of bytes, `bits` judges a text, and other functions parts of that.
The tables beside this file are facts of standards and counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from newsclean.decode.byte_costs import bits_of_bytes
from newsclean.decode.text_costs import bits, bits_beyond_ascii, bits_of_ascii, bits_of_words
from newsclean.decode.web import UNICODE, WIDE, read
from newsclean.text.package_data import read_rows

__all__ = [
    "CANDIDATES",
    "UNICODE",
    "WIDE",
    "bits",
    "bits_beyond_ascii",
    "bits_of_ascii",
    "bits_of_bytes",
    "bits_of_words",
    "codec_of",
    "read",
]

# The encodings that a page without a label may be in, and how rare each is, in bits. Only the order matters much: the rarest costs no more
# than two or three letters, so it decides on pages with hardly a character beyond ASCII.
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


def codec_of(label: str) -> str | None:
    """The Python codec of an encoding label, as the web understands the label; None for one that names no encoding of text.

    >>> codec_of(" GB2312 ")
    'gb18030'
    >>> codec_of("klingon") is None
    True
    """
    return _labels().get(label.strip("\t\n\f\r ").lower())


@cache
def _labels() -> Mapping[str, str]:
    rows = read_rows("newsclean.decode", "labels.tsv")
    return MappingProxyType({label: codec for codec, labels in rows for label in labels.split()})
