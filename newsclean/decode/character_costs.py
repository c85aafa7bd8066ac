"""What each character costs, as a table for the first plane of Unicode."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from newsclean.decode.kinds import Kind
from newsclean.decode.pair_costs import pair_cost
from newsclean.text.package_data import read_rows

# The standards list the commoner characters first: codec, first and last row, and the bits that a
# character in these rows costs at most.
LEVELS = (
    ("euc_kr", 0xB0, 0xC8, 13),
    ("gb2312", 0xD8, 0xF7, 16),
    ("euc_jp", 0xD0, 0xF3, 17),
    ("big5", 0xC9, 0xF9, 18),
    ("gb2312", 0xB0, 0xD7, 13),
    ("euc_jp", 0xB0, 0xCF, 13),
    ("big5", 0xA4, 0xC6, 14),
)
# Single characters whose kind is not that of the characters around them.
SINGLE_KINDS = (
    ("¡¿", Kind.OPENING),
    ("\u00a0\u2009\u202f", Kind.SPACE),
    ("«»", Kind.QUOTE),
    ("·•×°©®™", Kind.MARK),
)


class CostTable(NamedTuple):
    """The cost and the kind of each character, and the cost of each pair of kinds."""

    costs: bytes
    kinds: bytes
    pairs: bytes
    """The cost of two kinds stands at 32 * first + second."""


@cache
def cost_table() -> CostTable:
    """The table that texts in any language are judged by."""
    costs, kinds = bytearray(0x10000), bytearray(0x10000)
    _fill_ranges(costs, kinds)
    _fill_levels(costs)
    _fill_common(costs, kinds)
    for characters, kind in SINGLE_KINDS:
        for character in characters:
            kinds[ord(character)] = kind
    pairs = bytes(pair_cost(index >> 5, index & 31) for index in range(len(Kind) << 5))
    return CostTable(bytes(costs), bytes(kinds), pairs)


def _fill_ranges(costs: bytearray, kinds: bytearray) -> None:
    for first_code, last_code, kind, cost in read_rows("newsclean.decode", "ranges.tsv"):
        first, end = int(first_code, 16), int(last_code, 16) + 1
        costs[first:end] = bytes((int(cost),)) * (end - first)
        kinds[first:end] = bytes((Kind[kind],)) * (end - first)
    # Small and capital letters alternate here.
    for point in range(0xC0, 0x250):
        if chr(point).isupper():
            kinds[point] = Kind.UPPER
            costs[point] = max(costs[point], 13)


def _fill_levels(costs: bytearray) -> None:
    for codec, first, last, cost in LEVELS:
        for character in _rows_of_national_set(codec, first, last):
            costs[ord(character)] = min(costs[ord(character)], cost)


def _rows_of_national_set(codec: str, first: int, last: int) -> str:
    """The characters of these rows of a Chinese, Japanese or Korean standard."""
    trails = [*range(0x40, 0x7F), *range(0xA1, 0xFF)] if codec == "big5" else range(0xA1, 0xFF)
    pairs = ((lead, trail) for lead in range(first, last + 1) for trail in trails)
    return bytes(byte for pair in pairs for byte in pair).decode(codec, "ignore")


def _fill_common(costs: bytearray, kinds: bytearray) -> None:
    """Set what common characters cost; their capitals are four times as rare."""
    small = (Kind.LOWER, Kind.CYRILLIC, Kind.GREEK)
    for bits, characters, _ in read_rows("newsclean.decode", "characters.tsv"):
        for character in characters:
            costs[ord(character)] = int(bits)
            capital = character.upper()
            if kinds[ord(character)] in small and len(capital) == 1:
                costs[ord(capital)] = int(bits) + 2
