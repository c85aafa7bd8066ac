"""Which encoding the bytes of a page are in, by what text they make: pieces of it are read in every encoding, and the likeliest wins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from newsclean.encodings import CANDIDATES, UNICODE, WIDE, bits, codec_of, least_bits, read
from newsclean.encodings.apart import HIGH, apart, once

# From a byte beyond ASCII to the next white space or tag; no encoding has these as the end of a character.
PIECE = re.compile(rb"[\x80-\xff][^\s<>]*")
# Bytes of text from each of three places of the page, and how much is searched for them.
WINDOW = 120
SEARCHED = 65_536
# The encodings in which a character is two bytes or more. Each but the right one fails on, or makes rare characters of, most texts,
# so they are tried first: if one makes a text of so few bits for a byte beyond ASCII, the others are not needed. Of pages in gb18030 half
# that are Chinese need less than 5.6; the best of the wrong ones found was Thai read as Chinese, 7.0.
TRIED_FIRST = ("gb18030", "cp932", "euc_jp", "cp949", "big5hkscs")
FINE = 6.4
FINE_FROM = 50  # bytes beyond ASCII
# A text is Western if each of its characters beyond ASCII needs less than this in windows-1252. Of 950 pages in encodings of two bytes a
# character none needs less than 9.6, save those with a few such characters; of those in windows-1252 three quarters need less than 9.3.
WESTERN = 9.2
WESTERN_FROM = 8
SINGLE = MappingProxyType({codec: rare for codec, rare in CANDIDATES.items() if codec not in WIDE | UNICODE})
# All encodings are tried on this much; those that need so many bits more than the best are not looked at further.
FIRST_LOOK = 70
FAR = 70
# What a label is worth, in bits, and for each byte that another encoding reads differently. With a right label one page in 2,000 is read
# otherwise; a wrong one is overruled by one or two signs that no text has (benchmarks/decoding.py).
LABEL_BITS = 8
LABEL_BYTES = 0.3
# Pages labelled as one of these are seldom in another of them, and their texts differ by few letters: the label is worth so much more.
LATIN = frozenset("cp1252 cp1250 cp1254 cp1257 cp1258 iso8859-2 iso8859-15".split())
LATIN_BITS = 40
# Encodings whose texts differ by less than this are told apart by all the page's different letters and their neighbours.
CLOSE = 40
# A text that costs more than this for each byte may be in an encoding that is not tried here: chardet is asked for another. Of 822 pages
# of the benchmark, read rightly, none needs more than 6.9; Greek of MS-DOS read as any of these needs 7.5.
UNREADABLE = 7.2


class Window(NamedTuple):
    """Text from one place of the page; `cut` if its last character may be incomplete."""

    data: bytes
    cut: bool


class Guess(NamedTuple):
    """The encoding of a page, and another one that a part of it seems to be in."""

    codec: str
    other: str | None


def _skip_ascii(data: bytes, start: int) -> int:
    """A place at or after `start`, with nothing but ASCII between, from which the next byte beyond ASCII is near."""
    for step in (4096, 256):
        while start < len(data) and data[start : start + step].isascii():
            start += step
    return start


def window(data: bytes, start: int) -> Window:
    """Pieces of text with bytes beyond ASCII, each with the byte before it, from a place where a character begins."""
    pieces: list[bytes] = []
    size, end = 0, start + SEARCHED
    while size < WINDOW and (found := PIECE.search(data, _skip_ascii(data, start), end)):
        piece = data[max(start, found.start() - 1) : min(found.end(), found.start() + WINDOW)]
        pieces.append(once(piece))
        size += len(pieces[-1]) + 1
        start = found.end()
    joined = b" ".join(pieces)
    return Window(joined[:WINDOW], size > WINDOW)


def windows(data: bytes) -> list[Window]:
    """Text from the page's first byte beyond ASCII on, from the middle of what follows, and from its last quarter."""
    first = _skip_ascii(data, 0)
    rest = len(data) - first
    starts = [first]
    for place in (first + rest // 2, first + 3 * rest // 4):
        start = data.find(b"<", place)
        if rest > 3 * WINDOW and start >= 0:
            starts.append(start)
    return [found for start in dict.fromkeys(starts) if (found := window(data, start)).data]


def cost(part: Window, codec: str) -> int:
    """How unlikely the text is that a window makes in an encoding, in bits."""
    return costs(part, (codec,))[codec]


def costs(part: Window, codecs: Iterable[str]) -> dict[str, int]:
    """The cost of a window in each encoding. Many encodings make the same text of a few quotation marks; that is judged once."""
    judged: dict[str, int] = {}
    found: dict[str, int] = {}
    for codec in codecs:
        text = read(part.data, codec)
        text = text.removesuffix("\ufffd") if part.cut else text
        if text not in judged:
            judged[text] = bits(text)
        found[codec] = judged[text]
    return found


def guess(data: bytes, declared: str | None, odd: bytes) -> Guess:
    """The encoding of bytes that are not UTF-8 throughout; `declared` is what they are labelled, `odd` those of them beyond ASCII."""
    parts = windows(data)
    high = sum(len(part.data) - len(part.data.translate(None, HIGH)) for part in parts)
    each = _by_window(parts, high, declared)
    # How rare an encoding is says nothing where the page names it.
    rare = {codec: 0 if codec == declared else CANDIDATES[codec] + _doubt(parts, codec, declared) for codec in each[0]}
    total = {codec: sum(part[codec] for part in each) + rare[codec] for codec in each[0]}
    best = _likeliest(data, odd, parts, total, rare)
    if best != declared and total[best] > UNREADABLE * sum(len(part.data) for part in parts):
        best = _with_chardet(parts, best)
    return Guess(best, _other(parts, each, best) if best in each[0] else None)


def _likeliest(data: bytes, odd: bytes, parts: list[Window], total: dict[str, int], rare: dict[str, int]) -> str:
    """The encoding that needs least bits; where others need hardly more, the one that makes most of all that they read differently."""
    least = min(total.values())
    close = [codec for codec, bits in total.items() if bits <= least + CLOSE]
    words = [word for part in parts for word in part.data.split()]
    if len(close) > 1 and (differing := apart(data, odd, words, close)):
        more = costs(Window(differing, True), close)
        total = {codec: rare[codec] + more[codec] for codec in close}
    return min(close, key=lambda codec: total[codec])


def _doubt(parts: list[Window], codec: str, declared: str | None) -> int:
    """What it costs to read these bytes otherwise than the label says: some bits, and more for each byte that then means another thing."""
    if not declared:
        return 0
    bits: float = LABEL_BITS
    if {codec, declared} <= LATIN:
        bits += LATIN_BITS
    return round(bits + LABEL_BYTES * sum(_differing(part.data, codec, declared) for part in parts))


def _differing(data: bytes, codec: str, other: str) -> int:
    """How many bytes beyond ASCII mean another thing in another encoding, roughly."""
    one, two = read(data, codec), read(data, other)
    high = len(data) - len(data.translate(None, HIGH))
    if len(one) != len(two):
        return high
    characters = sum(character > "\x7f" for character in one)
    changed = sum(character != other_character for character, other_character in zip(one, two, strict=True))
    return high * changed // max(characters, 1)


def _by_window(parts: list[Window], high: int, declared: str | None) -> list[dict[str, int]]:
    """For each window, what it costs in each encoding that the page may be in."""
    wide = [codec for codec in TRIED_FIRST if codec == declared or all(_valid(part, codec) for part in parts)]
    tried = [declared, *wide] if declared and declared not in wide else wide
    if any(_valid(part, "utf-8") for part in parts) and "utf-8" not in tried:
        tried.append("utf-8")
    each = [costs(part, tried) for part in parts]
    if high >= FINE_FROM and any(sum(part[codec] for part in each) < FINE * high for codec in wide):
        return each
    candidates, far = (SINGLE, CLOSE) if _western(parts) else (CANDIDATES, FAR)
    tried += [codec for codec in _near(Window(parts[-1].data[:FIRST_LOOK], True), candidates, far) if codec not in tried]
    return [costs(part, tried) for part in parts]


def _western(parts: list[Window]) -> bool:
    """Whether the text looks well in windows-1252, which it does in none that is in an encoding of more bytes a character."""
    joined = b" ".join(part.data for part in parts)
    text = read(joined, "cp1252")
    high = len(text) - len(joined.translate(None, HIGH))
    return high >= WESTERN_FROM and bits(text) - least_bits(joined.translate(None, HIGH).decode("ascii")) < WESTERN * high


def _near(part: Window, candidates: Mapping[str, int], far: int) -> list[str]:
    """The encodings in which a little text needs hardly more bits than in the best of them."""
    needed = {codec: needed + candidates[codec] for codec, needed in costs(part, candidates).items()}
    limit = min(needed.values()) + far
    return [codec for codec, bits in needed.items() if bits <= limit]


def _valid(part: Window, codec: str) -> bool:
    """Whether a codec makes characters of all the bytes; the last may be half a character."""
    try:
        part.data.decode(codec)
    except UnicodeDecodeError as error:
        return part.cut and error.start >= len(part.data) - 3
    return True


def _other(parts: list[Window], each: list[dict[str, int]], codec: str) -> str | None:
    """The encoding that one of the windows is in, if it can hardly be in the page's."""
    for part, needed in zip(parts, each, strict=True):
        likeliest = min(needed, key=lambda other: needed[other])
        high = sum(byte >= 0x80 for byte in part.data)
        if high >= 40 and needed[codec] > 1.4 * needed[likeliest] + 40:
            return likeliest
    return None


def _with_chardet(parts: list[Window], best: str) -> str:
    """The encoding that chardet takes a little of the page's text for, if that makes a likelier text than the best so far."""
    import chardet

    found = chardet.detect(b" ".join(part.data for part in parts))["encoding"]
    codec = codec_of(found) if found else None
    if not codec or read(b"<p>", codec) != "<p>":
        return best
    return min((best, codec), key=lambda codec: sum(cost(part, codec) for part in parts))
