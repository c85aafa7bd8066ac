"""Which characters count: those that XML 1.0 and UTF-8 cannot hold are in no text of ours, and two printings share letters and digits."""

from __future__ import annotations

import re
from contextlib import suppress

from newsclean.text.scripts import WIDE

UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
# The same, written as a reference: the parser would put the character itself into the text.
UNFIT_REFERENCE = re.compile(
    r"&#(?:0*+(?:[1-8]|1[124-9]|2\d|3[01]|6553[45])(?!\d)|x0*+(?:[1-8bcef]|1[\da-f]|fff[ef])(?![\da-f]));?", re.IGNORECASE
)

# Runs of them, which are found five times as fast as one by one; the first class by itself keeps the search fast where there are none.
WIDE_RUN = re.compile(f"{WIDE.pattern}{WIDE.pattern}*")
# A wide character says about as much as this many letters.
WIDE_LETTERS = 3
LONGEST_PIECE = 1_000_000
ASCII_UNFIT = bytes(code for code in range(32) if UNFIT.match(chr(code)))


def replace_invalid(text: str) -> tuple[str, int]:
    """The text with a space for every character that XML 1.0 and UTF-8 cannot hold, and how many they were.

    >>> replace_invalid("a\\x00b")
    ('a b', 1)
    >>> replace_invalid("a b")
    ('a b', 0)
    """
    # Bytes are sifted ten times as fast as a pattern is searched for.
    with suppress(UnicodeEncodeError):
        data = text.encode()
        if len(data.translate(None, ASCII_UNFIT)) == len(data) and "\ufffe" not in text and "\uffff" not in text:
            return text, 0
    return UNFIT.subn(" ", text)


def text_length(text: str) -> int:
    """The length of a text in letters, of which a Chinese, Japanese or Korean character is worth three.

    >>> text_length("ferry"), text_length("渡轮")
    (5, 6)
    """
    return len(text) if text.isascii() else len(text) + (WIDE_LETTERS - 1) * len("".join(WIDE_RUN.findall(text)))


def without_unfit_references(text: str) -> str:
    """The text with a space for every reference to such a character.

    >>> without_unfit_references("&#1;a&#x0B b&#10;&#31&#x1fc;")
    ' a  b&#10; &#x1fc;'
    """
    return UNFIT_REFERENCE.sub(" ", text)  # as fast as a search for its first two signs


def collapse_spaces(text: str) -> str:
    """The text with each run of white space as one space, and none at its ends; in pieces, as the words of a long text take much memory.

    >>> collapse_spaces(" one\\n two ")
    'one two'
    """
    if len(text) <= LONGEST_PIECE:
        return " ".join(text.split())
    pieces, start = [], 0
    while start < len(text):
        end = text.find(" ", start + LONGEST_PIECE)
        end = len(text) if end < 0 else end
        piece = text[start:end]
        # The only white space that can be printed is the space, so most long texts need not be taken apart, which is ten times as slow.
        pieces.append(piece.strip() if piece.isprintable() and "  " not in piece else " ".join(piece.split()))
        start = end
    return " ".join(filter(None, pieces))
