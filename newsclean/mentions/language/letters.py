"""Text -> how many of its letters are of each script."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from newsclean.text.patterns import lazy
from newsclean.text.scripts import HANGUL

# Script, first and last code point; the scripts of most news come first. A script that only one
# language of news is written in has the name of that language.
SCRIPTS = (
    ("latin", 0x41, 0x24F),
    ("han", 0x3400, 0x9FFF),
    ("hangul", 0xAC00, 0xD7A3),
    ("kana", 0x3041, 0x30FA),
    ("cyrillic", 0x400, 0x52F),
    ("arabic", 0x600, 0x77F),
    ("latin", 0x1E00, 0x1EFF),
    ("el", 0x370, 0x3FF),
    ("hy", 0x530, 0x58F),
    ("he", 0x590, 0x5FF),
    ("devanagari", 0x900, 0x97F),
    ("bn", 0x980, 0x9FF),
    ("pa", 0xA00, 0xA7F),
    ("gu", 0xA80, 0xAFF),
    ("or", 0xB00, 0xB7F),
    ("ta", 0xB80, 0xBFF),
    ("te", 0xC00, 0xC7F),
    ("kn", 0xC80, 0xCFF),
    ("ml", 0xD00, 0xD7F),
    ("si", 0xD80, 0xDFF),
    ("th", 0xE00, 0xE7F),
    ("lo", 0xE80, 0xEFF),
    ("my", 0x1000, 0x109F),
    ("ka", 0x10A0, 0x10FF),
    ("am", 0x1200, 0x137F),
    ("km", 0x1780, 0x17FF),
    ("el", 0x1F00, 0x1FFF),
)
OTHER = "other"
# Those of `HAN` that are letters: all but the hexagrams.
HAN_LETTERS = "\u3400-\u4dbf\u4e00-\u9fff"

# The scripts with thousands of letters, which are counted without looking at each: so are all that
# stand in these ranges.
MANY_LETTERS = (("han", lazy(f"[{HAN_LETTERS}]+")), ("hangul", lazy(f"[{HANGUL}]+")))

NOT_ASCII = lazy("[^\x00-\x7f]+")
# Every byte of UTF-8 but the letters of ASCII.
NOT_ASCII_LETTER = bytes(code for code in range(256) if not (code < 128 and chr(code).isalpha()))


def count_scripts(text: str) -> Counter[str]:
    """How many letters of each script a text has.

    >>> sorted(count_scripts("Bahnhof 駅へ, 2024").items())
    [('han', 1), ('kana', 1), ('latin', 7)]
    >>> count_scripts("2024").total()
    0
    """
    encoded = text.encode(errors="surrogatepass")
    scripts = Counter(latin=len(encoded.translate(None, NOT_ASCII_LETTER)))
    others = "".join(NOT_ASCII.findall(text))
    for script, letters in MANY_LETTERS if others else ():
        rest = letters.sub("", others)
        if len(rest) < len(others):
            scripts[script] += len(others) - len(rest)
            others = rest
    for letter, count in Counter(others).items():
        if letter.isalpha():
            scripts[_script_of(letter)] += count
    return scripts


@lru_cache(maxsize=4096)
def _script_of(letter: str) -> str:
    code = ord(letter)
    return next((script for script, first, last in SCRIPTS if first <= code <= last), OTHER)
