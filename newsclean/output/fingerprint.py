"""A fingerprint of an article's text that nearly equal texts share nearly all bits of."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from hashlib import blake2b

from newsclean.text.patterns import lazy
from newsclean.text.scripts import HAN, HANGUL, KANA

# A shorter text has too few shingles for its bits to say much: one changed word changes a tenth of
# them.
LEAST_TOKENS = 50
SHINGLE = 3
TOKEN = lazy(rf"[{KANA}{HAN}{HANGUL}]|[^\W_{KANA}{HAN}{HANGUL}]+")
# Each of the eight bits of a byte in a lane of its own, wide enough to count all shingles.
_LANE = 32
_LANES = tuple(sum((byte >> bit & 1) << _LANE * bit for bit in range(8)) for byte in range(256))


def fingerprint_of(body: str) -> str | None:
    """The SimHash of a text (Charikar 2002) as 16 hexadecimal digits; None if it is short.

    The text is brought to NFKC and casefolded. A token is a run of letters and digits, or one
    character of Chinese, Japanese or Korean. Each different sequence of three tokens, joined by
    spaces, is hashed to 64 bits by BLAKE2b, read as a big-endian number. A bit of the fingerprint
    is 1 if it is 1 in more than half of the hashes.

    >>> fingerprint_of("The ferry sails again.") is None
    True
    >>> text = " ".join(f"word{number}" for number in range(200))
    >>> fingerprint_of(text) == fingerprint_of(text.upper() + "!")
    True
    >>> distance(fingerprint_of(text), fingerprint_of(text + " and a line of the agency")) < 8
    True
    """
    tokens = TOKEN.findall(unicodedata.normalize("NFKC", body).casefold())
    if len(tokens) < LEAST_TOKENS:
        return None
    shingles = set(_shingles(tokens))
    counts = [0] * 8
    for shingle in shingles:
        digest = blake2b(shingle.encode("utf-8", "replace"), digest_size=8).digest()
        for place, byte in enumerate(digest):
            counts[place] += _LANES[byte]
    return "".join(f"{_majority(count, len(shingles)):02x}" for count in counts)


def _shingles(tokens: list[str]) -> Iterator[str]:
    for start in range(len(tokens) - SHINGLE + 1):
        yield " ".join(tokens[start : start + SHINGLE])


def _majority(count: int, of: int) -> int:
    """The byte of the bits that are 1 in more than half of the hashes."""
    lane = (1 << _LANE) - 1
    return sum((2 * (count >> _LANE * bit & lane) > of) << bit for bit in range(8))


def distance(first: str, second: str) -> int:
    """How many of the 64 bits of two fingerprints differ.

    >>> distance("0000000000000000", "000000000000000f")
    4
    """
    return (int(first, 16) ^ int(second, 16)).bit_count()
