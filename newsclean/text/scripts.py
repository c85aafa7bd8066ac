"""The scripts that are written without spaces between words, as classes for patterns.

``HAN``, ``KANA`` and the others are ranges to be put between the brackets of a class. The first
three are one range each, because a search is faster the fewer ranges its class has.
"""

from __future__ import annotations

from collections.abc import Callable

from newsclean._speed import COMPILED
from newsclean.text.patterns import lazy

# Chinese characters of the basic block and of extension A, which are nearly all that newspapers
# print. The 64 hexagrams between the two blocks are included to keep it one range.
HAN = "\u3400-\u9fff"
# Hiragana and katakana, with their marks of length and repetition.
KANA = "\u3040-\u30ff"
# The syllables of Korean.
HANGUL = "\uac00-\ud7a3"
# The letters, vowel signs and tones of Thai, Lao, Tibetan, Burmese and Khmer, which have spaces
# between clauses only; and the sign between two syllables of Tibetan.
UNSPACED = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ebd\u0ec0-\u0ecd\u0f0b\u0f40-\u0fbc"
    "\u1000-\u103f\u1050-\u108f\u1780-\u17d3"
)
# The letters of India and Sri Lanka with their vowel signs, which Python does not count as letters.
INDIC = (
    "\u0900-\u0963\u0971-\u09e5\u09f0-\u0a65\u0a70-\u0ae5\u0af0-\u0b65\u0b70-\u0be5"
    "\u0bf0-\u0c65\u0c70-\u0ce5\u0cf0-\u0d65\u0d70-\u0de5\u0df0-\u0df3"
)

# One character of these scripts. It says about as much as three letters of an alphabet.
WIDE = lazy(f"[{KANA}{HAN}{HANGUL}]")
# Finding runs is five times as fast as finding single characters. The first class by itself keeps
# the search fast where there are none.
WIDE_RUN = lazy(f"{WIDE.pattern}{WIDE.pattern}*")
HANGUL_RUN = lazy(f"[{HANGUL}]+")
UNSPACED_RUN = lazy(f"[{UNSPACED}]+")
# So many letters of these scripts count as a word. Of the Universal Declaration of Human Rights the
# first two paragraphs and the first article have 5.1 of them for each English word in Thai, 5.4 in
# Lao, 5.9 in Khmer, and 7.7 in Burmese.
UNSPACED_WORD = 5
# The ranges in UTF-8, by the first byte of a character. Only those of HAN have one of these.
_FIRST_OF_HAN = bytes(range(0xE4, 0xEA))
# Those of HANGUL, and some letters beside them.
_FIRST_OF_HANGUL = bytes(range(0xEA, 0xEE))
# Those of KANA, the first of HAN, and signs that are neither.
_FIRST_OF_KANA = b"\xe3"
# These signs, and KANA, by their second byte.
_OTHERS = tuple(bytes((0xE3, second)) for second in (0x80, *range(0x84, 0x90)))
_KANA = tuple(bytes((0xE3, second)) for second in range(0x81, 0x84))


def count_wide_purely(text: str) -> int:
    """How many characters of a text are Chinese, Japanese or Korean.

    >>> count_wide_purely("ferry"), count_wide_purely("渡轮、ㄅ"), count_wide_purely("여객선 渡し")
    (0, 2, 5)
    """
    return 0 if text.isascii() else len("".join(WIDE_RUN.findall(text)))


def count_unspaced(text: str) -> int:
    """How many characters of a text are Thai, Lao, Tibetan, Burmese or Khmer.

    >>> count_unspaced("ferry"), count_unspaced("渡轮"), count_unspaced("เรือข้ามฟาก 12")
    (0, 0, 11)
    """
    return 0 if text.isascii() else len("".join(UNSPACED_RUN.findall(text)))


def count_han_and_kana_purely(text: str) -> int:
    """How many characters of a text are Chinese or Japanese.

    >>> count_han_and_kana_purely("여객선 渡し"), count_han_and_kana_purely("「—」")
    (2, 0)
    """
    if text.isascii():
        return 0
    data = text.encode(errors="surrogatepass")
    count = len(data) - len(data.translate(None, _FIRST_OF_HAN))
    if rest := data.count(_FIRST_OF_KANA):
        count += rest - sum(map(data.count, _OTHERS))
    return count


def count_kana(text: str) -> int:
    """How many characters of a text are those of Japanese only.

    >>> count_kana("渡し船")
    1
    """
    return sum(map(text.encode(errors="surrogatepass").count, _KANA))


def count_hangul_purely(text: str) -> int:
    """How many characters of a text are Korean.

    >>> count_hangul_purely("여객선 渡し")
    3
    """
    if text.isascii():
        return 0
    data = text.encode(errors="surrogatepass")
    if len(data) == len(data.translate(None, _FIRST_OF_HANGUL)):
        return 0
    return len("".join(HANGUL_RUN.findall(text)))


def is_han(char: str) -> bool:
    """Whether a character is one of `HAN`.

    >>> is_han("字"), is_han("か"), is_han("。")
    (True, False, False)
    """
    return "\u3400" <= char <= "\u9fff"


count_wide: Callable[[str], int] = COMPILED.count_wide if COMPILED else count_wide_purely
"""How many characters of a text are Chinese, Japanese or Korean."""
count_han_and_kana: Callable[[str], int] = (
    COMPILED.count_han_and_kana if COMPILED else count_han_and_kana_purely
)
"""How many are Chinese or Japanese."""
count_hangul: Callable[[str], int] = COMPILED.count_hangul if COMPILED else count_hangul_purely
"""How many are Korean."""
