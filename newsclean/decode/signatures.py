"""Encodings that are recognised by their form: the NULs of UTF-16, and escape sequences."""

from __future__ import annotations

import codecs

from newsclean.decode.labels import Declaration
from newsclean.decode.sample_costs import cost
from newsclean.decode.windows import Window, count_high_bytes
from newsclean.text.patterns import lazy

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEAD = 400
_ESCAPES = (
    (lazy(rb"\x1b\$[@B]|\x1b\([JI]|\x1b\$\(D"), "iso2022_jp_2"),
    (lazy(rb"\x1b\$\)C"), "iso2022_kr"),
)


def split_mark(data: bytes) -> tuple[bytes, str | None]:
    """The bytes after a byte order mark, and the codec that it names.

    There is no codec if what follows the mark cannot be in that encoding.

    >>> split_mark(b"\\xef\\xbb\\xbfferry")
    (b'ferry', 'utf-8')
    >>> split_mark("\\xef\\xbb\\xbfété".encode("latin-1"))
    (b'\\xe9t\\xe9', None)
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            rest = data[len(mark) :]
            return rest, codec if _may_follow_mark(rest, codec) else None
    return data, None


def _may_follow_mark(rest: bytes, codec: str) -> bool:
    if codec == "utf-8":
        return decode_utf_8(rest) is not None
    # Some pages have such a mark before ASCII markup, which would hold NULs in UTF-16.
    return b"\0" in rest[:_HEAD] or len(rest) <= 40 or not rest[:_HEAD].isascii()


def decode_utf_8(data: bytes) -> str | None:
    """The text of bytes that are UTF-8 throughout."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def utf_16_or_32(data: bytes, declared: Declaration) -> str | None:
    """The UTF-16 or UTF-32 that a page without a byte order mark is in.

    It shows by the NULs of ASCII markup. A text without markup is in UTF-16 if the HTTP header says
    so and it is likelier to be that than a Western text.

    >>> utf_16_or_32("<p>渡轮".encode("utf-16-be"), Declaration())
    'utf-16-be'
    >>> utf_16_or_32(b"<p>ferry", Declaration()) is None
    True
    """
    head = data[:_HEAD]
    named = declared.codec or "" if declared.origin == "http" else ""
    if not named.startswith(("utf-16", "utf-32")):
        named = ""
    if len(head) < 4 or (0 not in head and not named):
        return None
    return _utf_32_by_nuls(head) or _likely_utf_16(head, named)


def _utf_32_by_nuls(head: bytes) -> str | None:
    """The UTF-32 in which two neighbouring bytes of four are NUL and the others are not."""
    nul = [head[i::4].count(0) * 4 > len(head) // 2 for i in range(4)]
    high_first = nul[0] and nul[1] and not nul[3]
    low_first = nul[2] and nul[3] and not nul[0]
    if not high_first and not low_first:
        return None
    return "utf-32-be" if nul[0] else "utf-32-le"


def _likely_utf_16(head: bytes, named: str) -> str | None:
    """The codec that the header names or the NULs suggest, if its text is a likely one."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    codec = named or ("utf-16-le" if odd > 2 * even else "utf-16-be" if even > 2 * odd else None)
    window = Window(head, True)
    return codec if codec and cost(window, codec) < cost(window, "cp1252") else None


def seven_bit_encoding(data: bytes, declared: Declaration) -> str | None:
    """The encoding whose escape sequences a page has, though some bytes may be damaged.

    >>> seven_bit_encoding("渡し".encode("iso2022_jp"), Declaration())
    'iso2022_jp_2'
    >>> seven_bit_encoding("渡し".encode("cp932"), Declaration()) is None
    True
    """
    if declared.codec == "hz" and b"~{" in data:
        return "hz"
    if b"\x1b" not in data:
        return None
    found = next((codec for pattern, codec in _ESCAPES if pattern.search(data)), None)
    if not found or data.isascii():
        return found
    # Each escape sequence begins or ends some text; more bytes beyond ASCII are not accidents.
    return found if count_high_bytes(data) < data.count(b"\x1b") else None
