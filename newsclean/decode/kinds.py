"""The kinds of characters that a text is judged by."""

from __future__ import annotations

from enum import IntEnum


class Kind(IntEnum):
    """What a character is, as far as its neighbours matter; those up to HALF_WIDTH are letters."""

    ASCII_LOWER = 0
    ASCII_UPPER = 1
    LOWER = 2
    UPPER = 3
    CYRILLIC = 4
    CYRILLIC_UPPER = 5
    GREEK = 6
    GREEK_UPPER = 7
    HEBREW = 8
    ARABIC = 9
    THAI = 10
    HAN = 11
    HIRAGANA = 12
    KATAKANA = 13
    HANGUL = 14
    HALF_WIDTH = 15
    SPACE = 16
    DIGIT = 17
    MARK = 18
    EAST_MARK = 19
    QUOTE = 20
    SIGN = 21
    OPENING = 22
    BAD = 23
    ELLIPSIS = 24


# Of each kind of letter, in their order.
SCRIPTS = (
    *("latin", "latin", "latin", "latin", "cyrillic", "cyrillic", "greek", "greek"),
    *("hebrew", "arabic", "thai", "han", "kana", "kana", "hangul", "half-width"),
)
SMALL = frozenset({Kind.ASCII_LOWER, Kind.LOWER, Kind.CYRILLIC, Kind.GREEK})
CAPITAL = frozenset({Kind.ASCII_UPPER, Kind.UPPER, Kind.CYRILLIC_UPPER, Kind.GREEK_UPPER})
