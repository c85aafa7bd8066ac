"""A key by which texts are compared: two printings of one text have the same."""

from __future__ import annotations

ASCII_LOWER = bytes(range(256)).lower()
ASCII_NOT_WORD = bytes(code for code in range(128) if not chr(code).isalnum())


def match_key(text: str) -> str:
    """The letters and digits of a text, casefolded.

    >>> match_key("Ferry returns – “all aboard”, says MS_Straße")
    'ferryreturnsallaboardsaysmsstrasse'
    >>> match_key("— … —")
    ''
    """
    # Nearly all that is removed is ASCII, and translating bytes is ten times as fast as a pattern.
    data = text.encode(errors="surrogatepass").translate(ASCII_LOWER, ASCII_NOT_WORD)
    text = data.decode(errors="surrogatepass")
    return text if text.isascii() else without_signs(text)


def without_signs(text: str) -> str:
    """The letters and digits of a text that has hardly anything else, casefolded.

    >>> without_signs("Çay…")
    'çay'
    """
    return (text if text.isalnum() else "".join(filter(str.isalnum, text))).casefold()
