"""Text in ISO-2022-JP, in which escape sequences switch between encodings of seven bits."""

from __future__ import annotations

from contextlib import suppress

from newsclean.decode.east_asian import REPLACEMENT, read_east_asian, replace_characters
from newsclean.text.patterns import lazy

_ESCAPE = lazy(rb"(\x1b(?:\([BJI]|\$[@BA]|\$\([DC]))")
# Where Python's codec returns to ASCII and the web does not, and escapes that begin nothing.
_BROKEN = lazy(rb"\x1b(?:\$[@B][!-~]*+[^!-~\x1b]|(?!\([BJ]|\$[@B]))")
# More bytes and escapes than any page in this encoding has. Python's codec reads such a page
# faster, though not in every detail as browsers do.
LONGEST, MOST_ESCAPES = 4_000_000, 500_000
# All up to a byte that has no partner.
_WHOLE_PAIRS = lazy(rb"(?:(?:[!-~][!-~])++|[^!-~]++)++")
# A pair, and all up to the next one; and the bytes that are in no pair.
_RAISED_PAIR = lazy(rb"[\xa1-\xfe]{2}[^\xa1-\xfe]*+")
_NOT_RAISED = bytes(range(0xA1))
# A pair of JIS X 0212 has this byte before it in EUC-JP.
_JIS_X_0212 = b"\x8f"
# Stands for a byte that makes no character. It is a control character, which no text has.
_NO_CHARACTER = b"\x7f"
_MARK_HIGH = bytes(range(0x80)) + _NO_CHARACTER * 0x80
_RAISE = bytes(byte | 0x80 if 0x21 <= byte <= 0x7E else byte for byte in range(256))
_SET_HIGH_BIT = bytes(byte | 0x80 for byte in range(256))
_KATAKANA = bytes(range(0x21, 0x60))


def read_iso2022_jp(data: bytes) -> str:
    """The text of bytes in ISO-2022-JP; damaged parts are read as far as they can be.

    >>> read_iso2022_jp(b"a\\x1b$BF|\\x1b(Bb\\x1b(J\\\\\\x1b(I1")
    'a日b¥ｱ'
    """
    if not _BROKEN.search(data):
        with suppress(UnicodeDecodeError):
            return replace_characters(data.decode("iso2022_jp"), "euc_jp")
    if len(data) > LONGEST or data.count(b"\x1b") > MOST_ESCAPES:
        return data.decode("iso2022_jp_2", "replace")
    first, *rest = _ESCAPE.split(data)
    escaped = zip(rest[::2], rest[1::2], strict=True)
    return _ascii(first) + "".join([_part(part, escape) for escape, part in escaped if part])


def _part(part: bytes, escape: bytes) -> str:
    """The text of a part in the encoding that the escape before it names."""
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
    """The text of a part in two bytes a character; all else in it is ASCII.

    All pairs are read at once.
    """
    codec = {b"\x1b$A": "gb18030", b"\x1b$(C": "cp949"}.get(escape, "euc_jp")
    # The line feeds make sure that there is something before and after each byte without a partner.
    pieces = _WHOLE_PAIRS.findall(b"\n%b\n" % part.translate(_MARK_HIGH))
    whole = _NO_CHARACTER.join(pieces)[1:-1].translate(_RAISE)
    if escape == b"\x1b$(D":
        paired = whole.lstrip(_NOT_RAISED)
        pairs = _RAISED_PAIR.findall(paired)
        pairs.insert(0, whole[: len(whole) - len(paired)])
        whole = _JIS_X_0212.join(pairs)
    return read_east_asian(whole, codec).replace(_NO_CHARACTER.decode(), REPLACEMENT)
