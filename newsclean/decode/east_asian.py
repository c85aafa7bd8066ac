"""Text in the East Asian encodings: Python's codecs, corrected where the web's decoders differ.

The differences were found by comparing every byte sequence with the indexes of the WHATWG Encoding
Standard. Two are left: A2 41 and A2 42 of Big5, a small slash and a small backslash, become the
full-width ones of A1 FE and A2 40.
"""

from __future__ import annotations

import codecs
from functools import cache, partial
from types import MappingProxyType

from newsclean.decode.ascii_runs import decode_around_ascii
from newsclean.text.package_data import read_rows

EAST_ASIAN = frozenset("big5hkscs cp932 cp949 euc_jp gb18030".split())
REPLACEMENT = "\ufffd"
# Characters of Python's codec and what the web's decoder has in their place. No other bytes of the
# codec make these characters, so they can be replaced in the text.
_OTHER_CHARACTERS = MappingProxyType(
    {
        "big5hkscs": tuple(zip("•､‾∼♁☉¥¢£", "‧﹑¯～⊕⊙￥￠￡", strict=True)),
        "euc_jp": tuple(zip("〜‖−¢£¬", "～∥－￠￡￢", strict=True)),
        "cp932": tuple((character, REPLACEMENT) for character in "\uf8f0\uf8f1\uf8f2\uf8f3"),
        # The padding of old typesetting, and ḿ. What GB 18030-2022 moved out of the private use
        # area stays there, because pages use it for icons.
        "gb18030": (("\ue5e5", "\u3000"), ("\ue7c7", "\u1e3f")),
    }
)
# The error handler takes half a microsecond for each bad sequence. A page with more of them than
# this is not worth correcting.
MOST_CORRECTED = 10_000
# Bytes that are looked at at once for ASCII.
_SIZE = 512
_HANDLER = "newsclean.web"


def read_east_asian(data: bytes, codec: str) -> str:
    """The text of bytes in one of `EAST_ASIAN`, with U+FFFD for invalid sequences.

    >>> read_east_asian(b"\\xad\\xa1 \\xa1\\xc1 \\xff.", "euc_jp")
    '① ～ \\ufffd.'
    """
    if codec == "euc_jp" and b"\x8f" in data:
        # Another way to write U+FF5E, for which Python has an ASCII tilde.
        data = data.replace(b"\x8f\xa2\xb7", b"\xa1\xc1")
    try:
        text = decode_around_ascii(data, partial(str, encoding=codec), _SIZE)
    except UnicodeDecodeError:
        text = data.decode(codec, "replace")
        if text.count(REPLACEMENT) <= MOST_CORRECTED:
            text = data.decode(codec, _HANDLER)
    return replace_characters(text, codec)


def replace_characters(text: str, codec: str) -> str:
    """A text of Python's codec with the characters that the web has in place of some."""
    for character, other in _OTHER_CHARACTERS.get(codec, ()):
        if character in text:
            text = text.replace(character, other)
    return text


def _correct(error: UnicodeError) -> tuple[str | bytes, int]:
    """What the web makes of a sequence that Python's codec refuses, and where to go on."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    codec, start = error.encoding, error.start
    pair = error.object[start : start + 2]
    if codec == "big5hkscs" and pair in _big5_additions():
        return _big5_additions()[pair], start + 2
    if codec == "gb18030" and pair[:1] == b"\x80":
        return "€", start + 1
    if codec == "euc_jp" and (character := _euc_jp_addition(pair)):
        return character, start + 2
    takes_both = codec != "cp932" and _is_pair_beyond_ascii(pair)
    return REPLACEMENT, start + (2 if takes_both else 1)


def _is_pair_beyond_ascii(pair: bytes) -> bool:
    """Whether a lead byte is followed by a byte beyond ASCII, which it then consumes."""
    return len(pair) == 2 and 0x81 <= pair[0] <= 0xFE and pair[1] >= 0x80


@cache
def _big5_additions() -> dict[bytes, str]:
    """The pairs of the web's Big5 that Python's codec lacks."""
    additions: dict[bytes, str] = {}
    for pair, characters in read_rows("newsclean.decode", "big5.tsv"):
        for code, character in enumerate(characters, int(pair, 16)):
            additions[code.to_bytes(2, "big")] = character
    return additions


def _euc_jp_addition(pair: bytes) -> str:
    """The character of a pair in the rows that NEC and IBM added; "" if there is none.

    Python has them in Shift_JIS, at the same row and cell.
    """
    if len(pair) < 2 or not (0xA1 <= pair[0] <= 0xFE and 0xA1 <= pair[1] <= 0xFE):
        return ""
    row, cell = pair[0] - 0xA1, pair[1] - 0xA1
    lead = row // 2 + (0x81 if row < 62 else 0xC1)
    trail = cell + (0x9F if row % 2 else 0x40 if cell < 63 else 0x41)
    character = bytes((lead, trail)).decode("cp932", "ignore")
    return "" if character.isascii() or "\uff61" <= character <= "\uff9f" else character


codecs.register_error(_HANDLER, _correct)
