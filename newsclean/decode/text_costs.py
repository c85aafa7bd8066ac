"""How likely a text is to be one that a person wrote: the fewer bits it costs, the likelier.

A wrong encoding makes rare characters, and pairs that no language has: a capital after a small
letter, two scripts in one word, a sign among letters. Both cost bits. The encoding whose text costs
least is the one that the bytes are in. One table judges texts in any language.
"""

from __future__ import annotations

from array import array
from collections import Counter
from functools import cache

from newsclean.decode.character_costs import cost_table
from newsclean.decode.kinds import Kind
from newsclean.text.package_data import read_rows
from newsclean.text.patterns import lazy

# Letters with marks, and the cost of one that its language, judged by the others, does not have.
_MARKED = lazy("[\u00df-\u00f6\u00f8-\u024f\u1e00-\u1eff]")
FOREIGN = 6
# Consonants with a mark are not words; the cost of one that stands alone.
_CONSONANTS = "ßçðñþćďğĺľłńňŕřśşšţťźž"
_SINGLE_CONSONANT = lazy(rf"(?<![^\W\d_])[{_CONSONANTS}](?![^\W\d_])")
SINGLE = 6
# No language has a letter three times in a row, and the cost if a text has. A line drawn with such
# a character, as under a heading, costs as much once.
_TRIPLE = lazy(r"([^\W\d_\x00-\x7f])\1\1")
TRIPLE = 9
# Punctuation of East Asian text, and the cost of one in a text without such letters.
_EAST_MARK = lazy("[\u3001-\u301f\u30fb\uff01-\uff60]")
_EAST_LETTER = lazy("[\u3041-\u30fa\u30fc-\u9fff\uac00-\ud7a3]")
WITHOUT_LETTERS = 6


def text_cost(text: str) -> int:
    """How unlikely a text is: bits for its characters, for pairs of them, and for words.

    >>> text_cost("новости") < min(text_cost("мНБНЯРХ"), text_cost("íîâîñòè"))
    True
    >>> text_cost("don’t") < text_cost("don¡¦t")
    True
    """
    costs, kinds, pairs = cost_table()
    total, before = 0, Kind.SPACE << 5
    for unit in array("H", text.encode("utf-16-le", "surrogatepass")):
        kind = kinds[unit]
        total += costs[unit] + pairs[before | kind]
        before = kind << 5
    if not text.isascii() and max(text) >= "\u3001" and not _EAST_LETTER.search(text):
        total += WITHOUT_LETTERS * len(_EAST_MARK.findall(text))
    return total + word_cost(text)


def non_ascii_cost(text: str) -> int:
    """What the characters beyond ASCII cost, without pairs.

    >>> 0 == non_ascii_cost("news") < non_ascii_cost("новости") <= text_cost("новости")
    True
    """
    units = array("H", text.encode("utf-16-le", "surrogatepass"))
    total = sum(map(cost_table().costs.__getitem__, units))
    return total - ascii_cost(text.encode("ascii", "ignore"))


def ascii_cost(data: bytes) -> int:
    """What the ASCII characters among bytes cost, without pairs.

    >>> 0 == ascii_cost("новости".encode("cp1251")) < ascii_cost(b"news") <= text_cost("news")
    True
    """
    return sum(data.translate(cost_table().costs[:0x80] + bytes(0x80)))


def word_cost(text: str) -> int:
    """What a text costs beyond its characters and pairs, for words that no language has.

    >>> word_cost("déjà vu"), word_cost("d\u0159j\u00e0 vu")
    (0, 6)
    """
    if text.isascii():
        return 0
    lower = text.lower().replace("i\u0307", "i")
    marked = _MARKED.findall(lower)
    total = TRIPLE * len(_TRIPLE.findall(text)) + _foreign_cost(marked)
    if not set(marked).isdisjoint(_CONSONANTS):
        total += SINGLE * len(_SINGLE_CONSONANT.findall(lower))
    return total


def _foreign_cost(marked: list[str]) -> int:
    """The cost of letters with marks that are not in the alphabet that has most of them."""
    letters = set(marked)
    if any(map(letters.issubset, _alphabets())):
        return 0
    counts = Counter(marked)
    return FOREIGN * min(
        sum(map(counts.__getitem__, letters - alphabet)) for alphabet in _alphabets()
    )


@cache
def _alphabets() -> tuple[frozenset[str], ...]:
    """The letters with marks of each language that is written with Latin letters."""
    return tuple(
        frozenset(letters) for _, letters in read_rows("newsclean.decode", "alphabets.tsv")
    )
