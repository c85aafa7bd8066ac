"""Text in ISO-2022-JP, in which escape sequences switch between encodings of seven bits."""

from __future__ import annotations

from contextlib import suppress

from newsclean.decode.east_asian import REPLACEMENT, read_east_asian, replace_characters
from newsclean.text.patterns import lazy

_ESCAPE = lazy(rb"(\x1b(?:\([BJI]|\$[@BA]|\$\([DC]))")
# Where Python's codec returns to ASCII and the web does not, and escapes that begin nothing.
_BROKEN = lazy(rb"\x1b(?:\$[@B][!-~]*+[^!-~\x1b]|(?!\([BJ]|\$[@B]))")
# The longest part between two escapes, in bytes, that is read in detail.
LONGEST_PART = 1_000_000
# More escapes than a page of ten megabytes has.
MOST_ESCAPES = 500_000
# A run of bytes of which the last has no partner.
_ODD_RUN = lazy(rb"(?<![!-~])((?:[!-~][!-~])*+)[!-~](?![!-~])")
_RAISED_PAIR = lazy(rb"[\xa1-\xfe]{2}")
# A pair of JIS X 0212 has this byte before it in EUC-JP.
_JIS_X_0212 = b"\x8f" + rb"\g<0>"
# Stands for a byte that makes no character. It is a control character, which no text has.
_NO_CHARACTER = b"\x7f"
_MARK_HIGH = bytes(range(0x80)) + _NO_CHARACTER * 0x80
_RAISE = bytes(byte | 0x80 if 0x21 <= byte <= 0x7E else byte for byte in range(256))
_SET_HIGH_BIT = bytes(byte | 0x80 for byte in range(256))
_KATAKANA = bytes(range(0x21, 0x60))


def read_iso2022_jp(data: bytes) -> str:
    """Return the text of bytes in ISO-2022-JP; damaged parts are read as far as they can be.

    >>> read_iso2022_jp(b"a\\x1b$BF|\\x1b(Bb\\x1b(J\\\\\\x1b(I1")
    'a日b¥ｱ'
    """
    if not _BROKEN.search(data):
        with suppress(UnicodeDecodeError):
            return replace_characters(data.decode("iso2022_jp"), "euc_jp")
    if data.count(b"\x1b") > MOST_ESCAPES:
        return data.decode("iso2022_jp_2", "replace")
    first, *rest = _ESCAPE.split(data)
    escaped = zip(rest[::2], rest[1::2], strict=True)
    return _ascii(first) + "".join([_part(part, escape) for escape, part in escaped if part])


def _part(part: bytes, escape: bytes) -> str:
    """Return the text of a part in the encoding that the escape before it names."""
    if escape == b"\x1b(B":
        return _ascii(part)
    if escape == b"\x1b(J":
        return _ascii(part).replace("\\", "¥").replace("~", "‾")
    if escape != b"\x1b(I":
        return _paired(part, escape)
    if part.translate(None, _KATAKANA):
        return _ascii(part)
    return read_east_asian(part.translate(_SET_HIGH_BIT), "cp932")


def _ascii(part: bytes) -> str:
    return part.decode("ascii") if part.isascii() else part.decode("ascii", "replace")


def _paired(part: bytes, escape: bytes) -> str:
    """Return the text of a part in two bytes a character; all else in it is ASCII.

    All pairs are read at once. No page has a part of a megabyte, which Python's codec reads faster,
    though not in every detail as browsers do.
    """
    if len(part) > LONGEST_PART:
        return (escape + part).decode("iso2022_jp_2", "replace")
    codec = {b"\x1b$A": "gb18030", b"\x1b$(C": "cp949"}.get(escape, "euc_jp")
    whole = _ODD_RUN.sub(rb"\1" + _NO_CHARACTER, part.translate(_MARK_HIGH)).translate(_RAISE)
    if escape == b"\x1b$(D":
        whole = _RAISED_PAIR.sub(_JIS_X_0212, whole)
    return read_east_asian(whole, codec).replace(_NO_CHARACTER.decode(), REPLACEMENT)
