"""The text that browsers make of bytes: Python's codecs, mended where the web's decoders differ.

What differs was found by comparing every byte sequence with the indexes of the WHATWG Encoding Standard.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from types import MappingProxyType

from newsclean.text.package_data import read_rows

BAD = "\ufffd"
# What is looked at in a row for bytes beyond ASCII: decoders of single bytes are quick on ASCII too.
PART, PART_SINGLE = 512, 2048
# Handlers in Python see one bad sequence in half a microsecond; a page with more of them than this has none worth mending.
MOST_MENDED = 10_000
# Bytes of tables that the web fills otherwise.
OTHER_BYTES = MappingProxyType({"cp1255": {0xCA: "\u05ba"}, "koi8_u": {0xAE: "\u045e", 0xBE: "\u040e"}})
# Characters that Python's codec writes where the web's decoder writes another; no other bytes of the codec make them. (What is left:
# A2 41 and A2 42 of Big5, a small slash and backslash, which come out as the full-width ones of A1 FE and A2 40.)
OTHER_CHARACTERS = MappingProxyType(
    {
        "big5hkscs": tuple(zip("•､‾∼♁☉¥¢£", "‧﹑¯～⊕⊙￥￠￡", strict=True)),
        "euc_jp": tuple(zip("〜‖−¢£¬", "～∥－￠￡￢", strict=True)),
        "cp932": tuple((character, BAD) for character in "\uf8f0\uf8f1\uf8f2\uf8f3"),
        # The padding of old typesetting, and ḿ. What GB 18030-2022 moved out of the private use area stays there: pages have icons there.
        "gb18030": (("\ue5e5", "\u3000"), ("\ue7c7", "\u1e3f")),
    }
)
WIDE = frozenset("big5hkscs cp932 cp949 euc_jp gb18030".split())
UNICODE = frozenset("utf-8 utf-16-le utf-16-be utf-32-le utf-32-be utf-32".split())
AS_PYTHON = frozenset("hz iso2022_kr johab".split())
ESCAPE = re.compile(rb"(\x1b(?:\([BJI]|\$[@BA]|\$\([DC]))")
# Where Python's codec goes back to ASCII and the web does not, and escapes that begin nothing.
BROKEN = re.compile(rb"\x1b(?:\$[@B][!-~]*+[^!-~\x1b]|(?!\([BJ]|\$[@B]))")
# More of them than a page of ten megabytes has.
MOST_ESCAPES = 500_000
PAIRS = re.compile(rb"([!-~]+)")
HIGH = bytes(range(128)) + bytes(128)
RAISED = bytes(byte | 0x80 for byte in range(256))


def read(data: bytes, codec: str) -> str:
    """The text of bytes in an encoding; a sequence that means nothing becomes U+FFFD. Never fails, in time linear in the length.

    >>> read(b"\\x93caf\\xe9\\x94 \\x81", "cp1252")
    '“café” \\x81'
    >>> read(b"\\xad\\xa1 \\xa1\\xc1 \\xff.", "euc_jp")
    '① ～ \\ufffd.'
    """
    if codec in WIDE:
        return _wide(data, codec)
    if codec in UNICODE or codec in AS_PYTHON:
        return data.decode(codec, "replace")
    if codec == "iso2022_jp_2":
        return _escaped(data)
    characters = table(codec)
    return _in_parts(data, lambda part: codecs.charmap_decode(part, "replace", characters)[0], PART_SINGLE)


def _in_parts(data: bytes, decoded: Callable[[bytes], str], size: int = PART) -> str:
    """The text of bytes; what is ASCII in a row, most of many pages, is read ten times as fast as a decoder does."""
    if len(data) < 4 * size:
        return decoded(data)
    texts: list[str] = []
    start = 0
    plain = data[:size].isascii()
    for place in range(size, len(data), size):
        if plain != data[place : place + size].isascii():
            # A character that began before may end with one byte of ASCII.
            end = place if plain or data[place - 1] < 0x80 else place + 1
            texts.append(data[start:end].decode("ascii") if plain else decoded(data[start:end]))
            start, plain = end, not plain
    texts.append(data[start:].decode("ascii") if plain else decoded(data[start:]))
    return "".join(texts)


@cache
def table(codec: str) -> str:
    """The 256 characters of an encoding of single bytes. As on the web, bytes 80 to 9F that mean nothing are the control of that number."""
    characters = list(bytes(range(256)).decode(codec, "replace"))
    characters[0x80:0xA0] = [chr(byte) if characters[byte] == BAD else characters[byte] for byte in range(0x80, 0xA0)]
    for byte, character in OTHER_BYTES.get(codec, {}).items():
        characters[byte] = character
    return "".join(characters)


def _wide(data: bytes, codec: str) -> str:
    if codec == "euc_jp" and b"\x8f" in data:
        data = data.replace(b"\x8f\xa2\xb7", b"\xa1\xc1")  # the other way to write U+FF5E, for which Python has a plain tilde
    try:
        text = _in_parts(data, lambda part: part.decode(codec))
    except UnicodeDecodeError:
        text = data.decode(codec, "replace")
        if text.count(BAD) <= MOST_MENDED:
            text = data.decode(codec, "newsclean.web")
    return _as_web(text, codec)


def _as_web(text: str, codec: str) -> str:
    for character, other in OTHER_CHARACTERS.get(codec, ()):
        if character in text:
            text = text.replace(character, other)
    return text


def _escaped(data: bytes) -> str:
    """ISO-2022-JP: what stands between two escape sequences is in the encoding that the first of them names."""
    if not BROKEN.search(data):
        with suppress(UnicodeDecodeError):
            return _as_web(data.decode("iso2022_jp"), "euc_jp")
    if data.count(b"\x1b") > MOST_ESCAPES:
        return data.decode("iso2022_jp_2", "replace")
    first, *rest = ESCAPE.split(data)
    parts = [_plain(first)]
    for escape, part in zip(rest[::2], rest[1::2], strict=True):
        if not part:
            continue
        if escape == b"\x1b(B":
            parts.append(_plain(part))
        elif escape == b"\x1b(J":
            parts.append(_plain(part).replace("\\", "¥").replace("~", "‾"))
        elif escape == b"\x1b(I":
            parts.append(read(part.translate(RAISED), "cp932") if not part.translate(None, bytes(range(0x21, 0x60))) else _plain(part))
        else:
            parts.append(_paired(part, escape))
    return "".join(parts)


def _plain(part: bytes) -> str:
    return part.decode("ascii") if part.isascii() else part.decode("ascii", "replace")


def _paired(part: bytes, escape: bytes) -> str:
    """A part in two bytes a character; line breaks and such between them stay."""
    codec = {b"\x1b$A": "gb18030", b"\x1b$(C": "cp949"}.get(escape, "euc_jp")
    out = []
    for index, run in enumerate(PAIRS.split(part)):
        if not index % 2:
            out.append(_plain(run))
            continue
        pairs, odd = (run[:-1], BAD) if len(run) % 2 else (run, "")
        raised = pairs.translate(RAISED)
        if escape == b"\x1b$(D":
            raised = b"".join(b"\x8f" + raised[i : i + 2] for i in range(0, len(raised), 2))
        out.append(read(raised, codec) + odd)
    return "".join(out)


@cache
def _big5_rest() -> dict[bytes, str]:
    """The pairs of Big5 that Python's codec lacks: runs of trail bytes, `first pair <tab> characters`."""
    rest: dict[bytes, str] = {}
    for pair, characters in read_rows("newsclean.decode", "big5.tsv"):
        start = int(pair, 16)
        rest.update({(start + i).to_bytes(2, "big"): character for i, character in enumerate(characters)})
    return rest


def _mended(error: UnicodeError) -> tuple[str | bytes, int]:
    """What the web's decoder makes of a sequence that Python's codec refuses, and where to go on."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    start = error.start
    pair = error.object[start : start + 2]
    codec = error.encoding
    if codec == "big5hkscs" and pair in _big5_rest():
        return _big5_rest()[pair], start + 2
    if codec == "gb18030" and pair[:1] == b"\x80":
        return "€", start + 1
    if codec == "euc_jp" and (extra := _euc_jp_rest(pair)):
        return extra, start + 2
    # A lead byte takes the byte after it along, unless that is ASCII.
    return BAD, start + (2 if len(pair) == 2 and 0x81 <= pair[0] <= 0xFE and pair[1] >= 0x80 and codec != "cp932" else 1)


def _euc_jp_rest(pair: bytes) -> str:
    """A character of the rows that NEC and IBM added, by the same place in Shift_JIS; "" if there is none."""
    if len(pair) < 2 or not (0xA1 <= pair[0] <= 0xFE and 0xA1 <= pair[1] <= 0xFE):
        return ""
    row, cell = pair[0] - 0xA1, pair[1] - 0xA1
    lead = row // 2 + (0x81 if row < 62 else 0xC1)
    trail = cell + (0x9F if row % 2 else 0x40 if cell < 63 else 0x41)
    character = bytes((lead, trail)).decode("cp932", "ignore")
    return "" if character.isascii() or "\uff61" <= character <= "\uff9f" else character


codecs.register_error("newsclean.web", _mended)
