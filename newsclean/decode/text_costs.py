"""How likely a text is to be one that a person wrote, in bits: the fewer, the likelier.

A wrong encoding makes rare characters and pairs that no language has: a capital after a small letter, two scripts in a word, a sign among
letters. Both cost bits; the encoding whose text costs least is the one that the bytes are in. One table judges texts in any language.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newsclean.text.package_data import read_rows

# Kinds of characters. Those up to HALF are letters.
ASCII_LOWER, ASCII_UPPER, LOWER, UPPER, CYRILLIC, CYRILLIC_UPPER, GREEK, GREEK_UPPER = range(8)
HEBREW, ARABIC, THAI, HAN, HIRAGANA, KATAKANA, HANGUL, HALF = range(8, 16)
SPACE, DIGIT, MARK, EAST_MARK, QUOTE, SIGN, OPENING, BAD, ELLIPSIS = range(16, 25)
KINDS = 25
SCRIPTS = ("latin",) * 4 + ("cyrillic",) * 2 + ("greek",) * 2 + ("hebrew", "arabic", "thai", "han", "kana", "kana", "hangul", "half")
SMALL, CAPITAL = frozenset((ASCII_LOWER, LOWER, CYRILLIC, GREEK)), frozenset((ASCII_UPPER, UPPER, CYRILLIC_UPPER, GREEK_UPPER))

# Letters with marks, and the bits that one costs where its language, by the others, does not have it.
MARKED = re.compile("[\u00df-\u00f6\u00f8-\u024f\u1e00-\u1eff]")
FOREIGN = 6
# A consonant with a mark is no word, and the bits that one costs where it stands by itself.
CONSONANTS = "ßçðñþćďğĺľłńňŕřśşšţťźž"
CONSONANT = re.compile(rf"(?<![^\W\d_])[{CONSONANTS}](?![^\W\d_])")
LONELY = 6
# A letter stands three times in a row in no language; the line under a heading does.
TRIPLE = re.compile(r"([^\W\d_\x00-\x7f])\1\1")
THRICE = 9
# Marks of East Asian text, and the bits that one costs where none of its letters stands.
EASTERN_MARK = re.compile("[\u3001-\u301f\u30fb\uff01-\uff60]")
EASTERN_LETTER = re.compile("[\u3041-\u30fa\u30fc-\u9fff\uac00-\ud7a3]")
ALONE = 6

# First and last character, kind, bits of one that no line of characters.tsv names.
RANGES = (
    (0x0000, 0xFFFF, SIGN, 19),
    (0x0000, 0x001F, BAD, 20),
    (0x0020, 0x007E, MARK, 7),
    (0x0009, 0x000D, SPACE, 3),
    (0x0020, 0x0020, SPACE, 3),
    (0x0030, 0x0039, DIGIT, 6),
    (0x0041, 0x005A, ASCII_UPPER, 7),
    (0x0061, 0x007A, ASCII_LOWER, 5),
    (0x007F, 0x009F, BAD, 24),
    (0x00A0, 0x00BF, SIGN, 15),
    (0x00AD, 0x00AD, SPACE, 9),
    (0x00C0, 0x00DE, UPPER, 13),
    (0x00DF, 0x00FF, LOWER, 12),
    (0x00D7, 0x00D7, SIGN, 12),
    (0x00F7, 0x00F7, SIGN, 15),
    (0x0100, 0x024F, LOWER, 14),
    (0x02B0, 0x02FF, SIGN, 21),
    (0x0300, 0x036F, SIGN, 16),
    (0x0370, 0x03FF, GREEK, 11),
    (0x0386, 0x03AB, GREEK_UPPER, 11),
    (0x03AC, 0x03CE, GREEK, 7),
    (0x0400, 0x042F, CYRILLIC_UPPER, 12),
    (0x0410, 0x042F, CYRILLIC_UPPER, 8),
    (0x0430, 0x045F, CYRILLIC, 11),
    (0x0460, 0x052F, CYRILLIC, 16),
    (0x0591, 0x05F4, HEBREW, 13),
    (0x05D0, 0x05EA, HEBREW, 7),
    (0x0600, 0x06FF, ARABIC, 13),
    (0x0621, 0x064A, ARABIC, 8),
    (0x0E00, 0x0E5B, THAI, 7),
    (0x1E00, 0x1EFF, LOWER, 12),
    (0x200B, 0x200F, SPACE, 11),
    (0x2010, 0x203A, QUOTE, 13),
    (0x2026, 0x2026, ELLIPSIS, 9),
    (0x2032, 0x2033, SIGN, 13),
    (0x2100, 0x21FF, SIGN, 14),
    (0x2200, 0x23FF, SIGN, 16),
    (0x2460, 0x24FF, SIGN, 15),
    (0x2500, 0x257F, SIGN, 11),
    (0x2580, 0x27BF, SIGN, 13),
    (0x3000, 0x303F, EAST_MARK, 13),
    (0x3041, 0x309F, HIRAGANA, 8),
    (0x30A0, 0x30FF, KATAKANA, 9),
    (0x3130, 0x318F, HANGUL, 15),
    (0x3400, 0x4DBF, HAN, 21),
    (0x4E00, 0x9FFF, HAN, 19),
    (0xAC00, 0xD7A3, HANGUL, 17),
    (0xD800, 0xDFFF, SIGN, 11),
    (0xE000, 0xF8FF, BAD, 24),
    (0xF900, 0xFAFF, HAN, 20),
    (0xFF01, 0xFF60, EAST_MARK, 10),
    (0xFF61, 0xFF9F, HALF, 12),
    (0xFFFD, 0xFFFD, BAD, 24),
)
# What the standards put first is more common: rows of a national set, its codec, and the bits of its characters.
LEVELS = (
    ("euc_kr", 0xB0, 0xC8, 13),
    ("gb2312", 0xD8, 0xF7, 16),
    ("euc_jp", 0xD0, 0xF3, 17),
    ("big5", 0xC9, 0xF9, 18),
    ("gb2312", 0xB0, 0xD7, 13),
    ("euc_jp", 0xB0, 0xCF, 13),
    ("big5", 0xA4, 0xC6, 14),
)


@cache
def _alphabets() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(letters) for _, letters in read_rows("newsclean.decode", "alphabets.tsv"))


class Table(NamedTuple):
    """For each character of the first plane its bits and its kind; for each pair of kinds, at 32 * first + second, what the pair adds."""

    bits: bytes
    kinds: bytes
    pairs: bytes


def bits(text: str) -> int:
    """How unlikely a text is: bits for its characters and for the pairs that they make.

    >>> bits("новости") < min(bits("мНБНЯРХ"), bits("íîâîñòè"))
    True
    >>> bits("don’t") < bits("don¡¦t")
    True
    """
    costs, kinds, pairs = tables()
    total, before = 0, SPACE << 5
    for unit in array("H", text.encode("utf-16-le", "surrogatepass")):
        kind = kinds[unit]
        total += costs[unit] + pairs[before | kind]
        before = kind << 5
    if not text.isascii() and max(text) >= "\u3001" and not EASTERN_LETTER.search(text):
        total += ALONE * len(EASTERN_MARK.findall(text))
    return total + bits_of_words(text)


def bits_of_words(text: str) -> int:
    """The bits that a text needs beyond those of its characters and of their pairs, for words that no language has."""
    return 0 if text.isascii() else THRICE * len(TRIPLE.findall(text)) + _marked(text)


def bits_beyond_ascii(text: str) -> int:
    """The bits of the characters that are not in ASCII, whatever stands beside them.

    >>> 0 == bits_beyond_ascii("news") < bits_beyond_ascii("новости") <= bits("новости")
    True
    """
    units = array("H", text.encode("utf-16-le", "surrogatepass"))
    return sum(map(tables().bits.__getitem__, units)) - bits_of_ascii(text.encode("ascii", "ignore"))


def bits_of_ascii(data: bytes) -> int:
    """The bits of characters in ASCII, whatever stands beside them; of other bytes those of nothing.

    >>> 0 == bits_of_ascii("новости".encode("cp1251")) < bits_of_ascii(b"news") <= bits("news")
    True
    """
    return sum(data.translate(tables().bits[:0x80] + bytes(0x80)))


def _marked(text: str) -> int:
    """The bits of Latin letters with marks that do not belong to the language that has most of them, or are a word by themselves."""
    small = text.lower().replace("i\u0307", "i")
    found = MARKED.findall(small)
    letters = set(found)
    lonely = 0 if letters.isdisjoint(CONSONANTS) else LONELY * len(CONSONANT.findall(small))
    if any(map(letters.issubset, _alphabets())):
        return lonely
    counts = Counter(found)
    return lonely + FOREIGN * min(sum(map(counts.__getitem__, letters - alphabet)) for alphabet in _alphabets())


@cache
def tables() -> Table:
    costs, kinds = bytearray(0x10000), bytearray(0x10000)
    for first, last, kind, cost in RANGES:
        size = last + 1 - first
        costs[first : last + 1] = bytes((cost,)) * size
        kinds[first : last + 1] = bytes((kind,)) * size
    for point in range(0xC0, 0x250):
        if chr(point).isupper():
            kinds[point] = UPPER
            costs[point] = max(costs[point], 13)
    for codec, first, last, cost in LEVELS:
        for character in _level(codec, first, last):
            costs[ord(character)] = min(costs[ord(character)], cost)
    for cost, characters in _common():
        for character in characters:
            costs[ord(character)] = cost
            if kinds[ord(character)] in (LOWER, CYRILLIC, GREEK) and len(character.upper()) == 1:
                costs[ord(character.upper())] = cost + 2
    for character in "¡¿":
        kinds[ord(character)] = OPENING
    for character in "\u00a0\u2009\u202f":
        kinds[ord(character)] = SPACE
    for character in "«»":
        kinds[ord(character)] = QUOTE
    for character in "·•×°©®™":
        kinds[ord(character)] = MARK
    return Table(bytes(costs), bytes(kinds), bytes(_added(index >> 5, index & 31) for index in range(KINDS << 5)))


def _level(codec: str, first: int, last: int) -> str:
    trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF)) if codec == "big5" else range(0xA1, 0xFF)
    return bytes(byte for lead in range(first, last + 1) for trail in trails for byte in (lead, trail)).decode(codec, "ignore")


def _common() -> Iterator[tuple[int, str]]:
    for cost, characters, _ in read_rows("newsclean.decode", "characters.tsv"):
        yield int(cost), characters


def _added(one: int, two: int) -> int:
    if one <= HALF and two <= HALF:
        return _letters(one, two)
    if one == OPENING:
        return 0 if two <= GREEK_UPPER or two in (OPENING, QUOTE) else 10
    if two == OPENING:
        return 8 if one <= HALF or one == DIGIT else 0
    if one == ELLIPSIS and two <= ASCII_UPPER:
        return 6
    if HALF in (one, two):
        # A word in small katakana has two of them at least.
        return 3
    if SIGN in (one, two):
        return 4 if min(one, two) <= HALF else 0
    if EAST_MARK in (one, two):
        # Marks as wide as a character stand beside such characters.
        return 3 if min(one, two) <= UPPER else 6 if min(one, two) <= THAI else 0
    # Words begin and end, but not with every letter; those of other alphabets do not stand among Latin ones as single letters.
    if HAN in (one, two) and max(one, two) in (SPACE, MARK, QUOTE):
        return 3
    return 2 if min(one, two) in (LOWER, UPPER) else 4 if CYRILLIC <= min(one, two) <= THAI else 0


def _letters(one: int, two: int) -> int:
    """What two letters in a row add."""
    scripts = {SCRIPTS[one], SCRIPTS[two]}
    if len(scripts) == 1:
        return 9 if one in SMALL and two in CAPITAL else 0
    if scripts == {"han", "kana"}:
        return 0
    if scripts == {"han", "hangul"} or "half" in scripts:
        return 4
    if min(one, two) <= ASCII_UPPER and scripts & {"han", "kana", "hangul"}:
        return 3
    return 10
