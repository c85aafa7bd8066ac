"""Characters that no text may hold, the length of texts in any script, and white space."""

from __future__ import annotations

import html
import re

from newsclean.text.patterns import lazy
from newsclean.text.scripts import count_wide

# What XML 1.0 or UTF-8 cannot hold.
_INVALID = lazy("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_INVALID_ASCII = bytes(code for code in range(0x20) if code not in b"\t\n\r")
_WITH_SPACES = bytes(0x20 if code in _INVALID_ASCII else code for code in range(0x100))
# The same, surrogates and numbers beyond Unicode, written as a reference: a parser would replace it
# by the character, or note an error for each.
_INVALID_NUMBER = (
    r"(?:(?=[0-9])0*+(?:[1-8]|1[124-9]|2[0-9]|3[01]|6553[45]"
    r"|5529[6-9]|55[3-9][0-9]{2}|56[0-9]{3}|57[0-2][0-9]{2}|573[0-3][0-9]|5734[0-3]"
    r"|111411[2-9]|11141[2-9][0-9]|1114[2-9][0-9]{2}|111[5-9][0-9]{3}|11[2-9][0-9]{4}"
    r"|1[2-9][0-9]{5}|[2-9][0-9]{6}|[0-9]{8,})?(?![0-9])"
    r"|x(?=[0-9a-f])0*+(?:[1-8bcef]|1[0-9a-f]|fff[ef]|d[89a-f][0-9a-f]{2}"
    r"|1[1-9a-f][0-9a-f]{4}|[2-9a-f][0-9a-f]{5}|[0-9a-f]{7,})?(?![0-9a-f]));?+"
)
# Several in a row are one match.
_INVALID_REFERENCE = lazy(rf"&#{_INVALID_NUMBER}(?:&#{_INVALID_NUMBER})*+", re.IGNORECASE)
# A wide character says about as much as this many letters.
WIDE_LETTERS = 3
# A reference of eight digits and more; no character has a number of so many, leading zeros aside.
_LONG_REFERENCE = lazy(r"&#(?=\d{8})0*+(\d*);?")
_LONGEST_PIECE = 1_000_000


def unescape(text: str) -> str:
    """The text with its character references resolved.

    A reference of many digits becomes U+FFFD, as the number of any other character that does not
    exist does; `html.unescape` raises ValueError for one of 4,301 digits.

    >>> unescape("A&amp;B &#65;"), unescape("&#" + "1" * 5000 + ";")
    ('A&B A', '\\ufffd')
    """
    if "&" not in text:
        return text
    return html.unescape(_LONG_REFERENCE.sub(_shortened, text))


def _shortened(reference: re.Match[str]) -> str:
    return f"&#{reference[1]};" if len(reference[1]) < 8 else "\ufffd"


def replace_invalid(text: str) -> tuple[str, int]:
    """The text with a space for each character that XML 1.0 or UTF-8 cannot hold.

    The second value is how many there were.

    >>> replace_invalid("a\\x00b")
    ('a b', 1)
    >>> replace_invalid("a b")
    ('a b', 0)
    """
    if len(text) <= _LONGEST_PIECE:
        return _replace_in_piece(text)
    # A copy of a long text in bytes would take much memory.
    starts = range(0, len(text), _LONGEST_PIECE)
    found = [_replace_in_piece(text[start : start + _LONGEST_PIECE]) for start in starts]
    count = sum(count for _, count in found)
    return "".join([piece for piece, _ in found]) if count else text, count


def _replace_in_piece(text: str) -> tuple[str, int]:
    # Looking through bytes is ten times as fast as searching for the pattern.
    try:
        data = text.encode()
    except UnicodeEncodeError:
        return _INVALID.subn(" ", text)
    controls = len(data) - len(data.translate(None, _INVALID_ASCII))
    others = text.count("\ufffe") + text.count("\uffff")
    if controls:
        text = data.translate(_WITH_SPACES).decode()
    if others:
        text = text.replace("\ufffe", " ").replace("\uffff", " ")
    return text, controls + others


def without_invalid_references(text: str) -> str:
    """The text with a space for references to characters that no text may hold.

    >>> without_invalid_references("&#1;a&#x0B b&#10;&#31&#x1fc;&#0;&#xD800&#99999999;c")
    ' a  b&#10; &#x1fc; c'
    """
    # Of 58 pages 31 have no reference by a number, which the test finds in 0.4 of the time.
    return _INVALID_REFERENCE.sub(" ", text) if "&#" in text else text


def text_length(text: str) -> int:
    """The length of a text in letters; a wide character counts as three.

    >>> text_length("ferry"), text_length("渡轮")
    (5, 6)
    """
    return len(text) + (WIDE_LETTERS - 1) * count_wide(text)


def collapse_spaces(text: str) -> str:
    """The text with one space for each run of white space, and none at its ends.

    >>> collapse_spaces(" one\\n two ")
    'one two'
    """
    if len(text) <= _LONGEST_PIECE:
        return " ".join(text.split())
    # The words of a long text would take much memory, so it is split in pieces.
    pieces, start = [], 0
    while start < len(text):
        end = text.find(" ", start + _LONGEST_PIECE)
        end = len(text) if end < 0 else end
        pieces.append(_collapse_piece(text[start:end]))
        start = end
    return " ".join(filter(None, pieces))


def _collapse_piece(piece: str) -> str:
    # The space is the only printable white space, so most pieces need not be split into words,
    # which takes ten times as long.
    if piece.isprintable() and "  " not in piece:
        return piece.strip()
    return " ".join(piece.split())
