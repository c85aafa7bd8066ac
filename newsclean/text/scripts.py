"""The scripts that are written without spaces between words, as classes for patterns.

``HAN``, ``KANA`` and ``HANGUL`` are ranges to be put between the brackets of a class. Each is one
range, because a search is faster the fewer ranges its class has.
"""

from __future__ import annotations

from newsclean.text.patterns import lazy

# Chinese characters of the basic block and of extension A, which are nearly all that newspapers
# print. The 64 hexagrams between the two blocks are included to keep it one range.
HAN = "\u3400-\u9fff"
# Hiragana and katakana, with their marks of length and repetition.
KANA = "\u3040-\u30ff"
# The syllables of Korean.
HANGUL = "\uac00-\ud7a3"

# One character of these scripts. It says about as much as three letters of an alphabet.
WIDE = lazy(f"[{KANA}{HAN}{HANGUL}]")


def is_han(char: str) -> bool:
    """Whether a character is one of `HAN`.

    >>> is_han("字"), is_han("か"), is_han("。")
    (True, False, False)
    """
    return "\u3400" <= char <= "\u9fff"
