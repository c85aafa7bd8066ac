"""A key by which texts are compared: two printings of one text have the same."""

from __future__ import annotations

from collections.abc import Callable

from newsclean._speed import COMPILED
from newsclean.text.patterns import lazy

# Characters beyond ASCII that are neither letters nor digits. The class excludes the letters of
# most news, so that the slower look-behind is rarely tried; that takes 60 % off the time. It lists
# what is between them, since a class of what is not a letter takes longer to compile.
NOT_WORD = lazy(
    r"[\x80-\xbf\xd7\xf7\u0250-\u040f\u0450-\u0620\u064b-\u3040\u3097-\u30a0\u30fb-\u33ff"
    r"\u4dc0-\u4dff\ua000-\uabff\ud7a4-\uffff\U00010000-\U0010ffff](?<!\w)"
)
ASCII_LOWER = bytes(range(256)).lower()
# What a character is to a key: one that is kept, and one whose casefolded form is longer.
IS_KEPT, IS_LONGER = 1, 2
ASCII_NOT_WORD = bytes(code for code in range(128) if not chr(code).isalnum())


def match_key_purely(text: str) -> str:
    """The letters and digits of a text, casefolded.

    >>> match_key_purely("Ferry returns – “all aboard”, says MS_Straße")
    'ferryreturnsallaboardsaysmsstrasse'
    >>> match_key_purely("— … —")
    ''
    """
    # Nearly all that is removed is ASCII, and translating bytes is ten times as fast as a pattern.
    data = text.encode(errors="surrogatepass").translate(ASCII_LOWER, ASCII_NOT_WORD)
    text = data.decode(errors="surrogatepass")
    if text.isascii():
        return text
    return (text if text.isalnum() else NOT_WORD.sub("", text)).casefold()


def characters(number: int) -> tuple[str, bytes]:
    """256 characters from 256 times this number on, casefolded, and what each is to a key.

    >>> folded, flags = characters(0)
    >>> folded[0xC7], flags[0xC7] == IS_KEPT, flags[0xDF] == IS_KEPT | IS_LONGER, flags[0xAB]
    ('ç', True, True, 0)
    """
    found = [chr(256 * number + index) for index in range(256)]
    folded = [character.casefold() for character in found]
    flags = [
        IS_KEPT * character.isalnum() | IS_LONGER * (len(form) > 1)
        for character, form in zip(found, folded, strict=True)
    ]
    return "".join([form[0] for form in folded]), bytes(flags)


_MAKE = COMPILED and COMPILED.Keys(characters, match_key_purely).make
match_key: Callable[[str], str] = _MAKE or match_key_purely
"""The letters and digits of a text, casefolded."""
