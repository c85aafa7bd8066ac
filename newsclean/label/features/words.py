"""The words of a text, by which blocks are compared with the titles and with what was learned."""

from __future__ import annotations

import re

from newsclean.text.patterns import lazy
from newsclean.text.scripts import HAN, INDIC, KANA, UNSPACED, UNSPACED_RUN, UNSPACED_WORD

# One letter says nothing; of Chinese and Japanese, two characters are a word. Not measured.
SHORTEST_WORD = 2
_UNSPACED_WORDS = rf"[{KANA}{HAN}]{{2}}|[{UNSPACED}]{{{SHORTEST_WORD},{UNSPACED_WORD}}}"
WORD = lazy(rf"{_UNSPACED_WORDS}|[^\W\d_{KANA}{HAN}{UNSPACED}]{{{SHORTEST_WORD},}}")
# The same for text with vowel signs of India, which would divide words. It takes twice as long.
INDIC_LETTER = lazy(f"[{INDIC}]")
INDIC_WORD = lazy(
    rf"{_UNSPACED_WORDS}|(?:[^\W\d_{KANA}{HAN}{UNSPACED}{INDIC}]|[{INDIC}]){{{SHORTEST_WORD},}}"
)
# The same for text without other letters, which it searches five times as fast.
ASCII_WORD = re.compile(f"[a-z]{{{SHORTEST_WORD},}}")
WIDE_WORDS = lazy(f"[{KANA}{HAN}]{{2,}}")
# Only words at the start of a block are looked up: most blocks are short, and the words of a long
# one say as much at its start as later.
FIRST_CHARACTERS, MOST_WORDS = 160, 25
# What a character is to a word: a letter, one of which two are a word, one of which UNSPACED_WORD
# are, or one whose small form depends on those around it or is longer.
NO_LETTER, LETTER, PAIRED, UNSPACED_LETTER, IRREGULAR = range(5)
# A word of the title with fewer letters occurs in every text.
SHORTEST_TOPIC_WORD = 4


def first_words(text: str) -> list[str]:
    """The words at the start of a text; of scripts without spaces, so many characters as are one.

    >>> first_words("Sign up: 订阅我们"), first_words("सीमा ने कहा"), first_words("เรือข้ามฟาก")
    (['sign', 'up', '订阅', '我们'], ['सीमा', 'ने', 'कहा'], ['เรือข', '้ามฟา'])
    >>> first_words("1,024 %")
    []
    """
    start = text[:FIRST_CHARACTERS].lower()
    return _pattern_of_words(start).findall(start)[:MOST_WORDS]


def _pattern_of_words(text: str) -> re.Pattern[str]:
    if text.isascii():
        return ASCII_WORD
    return INDIC_WORD if INDIC_LETTER.search(text) else WORD


def letters(number: int) -> tuple[str, bytes]:
    """The small letters of 256 characters, from 256 times this number on, and their kinds.

    The compiled twin of `first_words` needs them.

    >>> lower, kinds = letters(0x3)
    >>> lower[0xA9], kinds[0xA9], kinds[0xA3], kinds[0x7E]
    ('ω', 1, 4, 0)
    """
    characters = [chr(256 * number + index) for index in range(256)]
    lower = [character.lower() for character in characters]
    kinds = bytes(map(_kind, characters, lower))
    return "".join([small[0] for small in lower]), kinds


def _kind(character: str, lower: str) -> int:
    # Which small sigma a capital one has depends on the letters around it.
    if len(lower) > 1 or character == "Σ":
        return IRREGULAR
    if is_paired(lower):
        return PAIRED
    if UNSPACED_RUN.match(lower):
        return UNSPACED_LETTER
    is_letter = lower.isalnum() and not lower.isdecimal()
    return LETTER if is_letter or INDIC_LETTER.match(lower) else NO_LETTER


def is_paired(character: str) -> bool:
    """Whether a character is Chinese or Japanese, of which two are a word."""
    return WIDE_WORDS.fullmatch(2 * character) is not None


def topic_words(about: str) -> frozenset[str]:
    """The words of a title or description, short ones left out.

    Of scripts without spaces, all characters that stand side by side are a word, as many as count
    as one.

    >>> sorted(topic_words("The ferry returns 渡轮复航"))
    ['ferry', 'returns', '复航', '渡轮', '轮复']
    """
    about = about.lower()
    words = _pattern_of_words(about).findall(about)
    if not about.isascii():
        words += _runs_of(about, UNSPACED_RUN, UNSPACED_WORD)
    long = [word for word in words if len(word) >= SHORTEST_TOPIC_WORD]
    return frozenset([*long, *_runs_of(about, WIDE_WORDS, 2)])


def _runs_of(text: str, pattern: re.Pattern[str], size: int) -> list[str]:
    """All pieces of this size of the runs that a pattern finds; a shorter run is one."""
    return [
        run[start : start + size]
        for run in pattern.findall(text)
        for start in range(max(len(run) - size, 0) + 1)
    ]
