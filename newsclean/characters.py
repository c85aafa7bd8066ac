"""Characters that no document can hold: XML 1.0 and UTF-8 have no place for them, so no text of ours has any."""

from __future__ import annotations

import re

UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
# The same, written as a reference: the parser would put the character itself into the text.
UNFIT_REFERENCE = re.compile(
    r"&#(?:0*+(?:[1-8]|1[124-9]|2\d|3[01]|6553[45])(?!\d)|x0*+(?:[1-8bcef]|1[\da-f]|fff[ef])(?![\da-f]));?", re.IGNORECASE
)


def clean(text: str) -> tuple[str, int]:
    """The text with a space for every character that XML 1.0 and UTF-8 cannot hold, and how many they were.

    >>> clean("a\\x00b")
    ('a b', 1)
    >>> clean("a b")
    ('a b', 0)
    """
    return UNFIT.subn(" ", text) if UNFIT.search(text) else (text, 0)


def without_unfit_references(text: str) -> str:
    """The text with a space for every reference to such a character.

    >>> without_unfit_references("&#1;a&#x0B b&#10;&#31&#x1fc;")
    ' a  b&#10; &#x1fc;'
    """
    return UNFIT_REFERENCE.sub(" ", text) if "&#" in text else text
