"""Characters that no text may hold, the length of texts in any script, and white space."""

from __future__ import annotations

import html
import re
from contextlib import suppress

from newsclean.text.patterns import lazy
from newsclean.text.scripts import WIDE

# What XML 1.0 or UTF-8 cannot hold.
_INVALID = lazy("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_INVALID_ASCII = bytes(code for code in range(0x20) if code not in b"\t\n\r")
# The same, written as a reference, which a parser would replace by the character.
_INVALID_REFERENCE = lazy(
    r"&#(?:0*+(?:[1-8]|1[124-9]|2\d|3[01]|6553[45])(?!\d)"
    r"|x0*+(?:[1-8bcef]|1[\da-f]|fff[ef])(?![\da-f]));?",
    re.IGNORECASE,
)
# Finding runs is five times as fast as finding single characters. The first class by itself keeps
# the search fast where there are none.
WIDE_RUN = lazy(f"{WIDE.pattern}{WIDE.pattern}*")
# A wide character says about as much as this many letters.
WIDE_LETTERS = 3
# A reference of eight digits and more; no character has a number of so many, leading zeros aside.
_LONG_REFERENCE = lazy(r"&#(?=\d{8})0*+(\d*);?")
_LONGEST_PIECE = 1_000_000


def unescape(text: str) -> str:
    """Return the text with its character references resolved.

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
    """Return the text with a space for each character that XML 1.0 or UTF-8 cannot hold.

    The second value is how many there were.

    >>> replace_invalid("a\\x00b")
    ('a b', 1)
    >>> replace_invalid("a b")
    ('a b', 0)
    """
    # Looking through bytes is ten times as fast as searching for the pattern.
    with suppress(UnicodeEncodeError):
        data = text.encode()
        has_controls = len(data.translate(None, _INVALID_ASCII)) < len(data)
        if not has_controls and "\ufffe" not in text and "\uffff" not in text:
            return text, 0
    return _INVALID.subn(" ", text)


def without_invalid_references(text: str) -> str:
    """Return the text with a space for each reference to such a character.

    >>> without_invalid_references("&#1;a&#x0B b&#10;&#31&#x1fc;")
    ' a  b&#10; &#x1fc;'
    """
    # No test for "&#" goes first: the search is as fast as that.
    return _INVALID_REFERENCE.sub(" ", text)


def text_length(text: str) -> int:
    """Return the length of a text in letters; a wide character counts as three.

    >>> text_length("ferry"), text_length("渡轮")
    (5, 6)
    """
    if text.isascii():
        return len(text)
    return len(text) + (WIDE_LETTERS - 1) * len("".join(WIDE_RUN.findall(text)))


def collapse_spaces(text: str) -> str:
    """Return the text with one space for each run of white space, and none at its ends.

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
