"""Which encoding the bytes of a page are in, by what text they make: pieces of it are read in every encoding, and the likeliest wins."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from newsclean.decode.distinguishing import apart
from newsclean.decode.labels import (
    CANDIDATES,
    UNICODE,
    WIDE,
    bits,
    bits_beyond_ascii,
    bits_of_ascii,
    bits_of_bytes,
    bits_of_words,
    codec_of,
    read,
)
from newsclean.decode.windows import Window, high_bytes, windows

# The encodings in which a character is two bytes or more. Each but the right one fails on, or makes rare characters of, most texts,
# so they are tried first: if one makes a text of so few bits for a byte beyond ASCII, the others are not needed. Of 562 pages in them 96 in
# a hundred need less than 6.0; the best of the wrong ones found was Thai read as Chinese, 6.7.
TRIED_FIRST = ("gb18030", "cp932", "euc_jp", "cp949", "big5hkscs")
FINE = 6.2
FINE_FROM = 50  # bytes beyond ASCII
# A text is Western if each of its characters beyond ASCII needs less than this in windows-1252. Of 603 pages in encodings of two bytes a
# character none needs less than 9.8; of 108 in windows-1252 half need less than 9.1. Those with fewer such characters are not asked.
WESTERN = 9.2
WESTERN_FROM = 8
SINGLE = tuple(codec for codec in CANDIDATES if codec not in WIDE | UNICODE)
WIDE_OR_UTF_8 = tuple(codec for codec in CANDIDATES if codec in WIDE | UNICODE)
# So many bytes beyond ASCII may make no character in the encoding that a page is in, and one in so many more.
BAD, ONE_BAD_IN = 1, 24
# All encodings of single bytes are tried on one window; those that need so many bits more than the best are not looked at further.
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
# A text that costs more than this for each byte may be in an encoding that is not tried here: chardet is asked for another. Of 1,663 pages
# read rightly none needs more than 6.7; Russian of MS-DOS (855) read as any of these needs 7.8.
UNREADABLE = 7.2
# A window may be in another encoding than the page if its characters cost more than this for each byte beyond ASCII: of 1,331 windows
# read rightly 98 in a hundred cost less.
READABLE = 5.5


class Guess(NamedTuple):
    """The encoding of a page, and another one that a part of it seems to be in."""

    codec: str
    other: str | None


def cost(part: Window, codec: str) -> int:
    """How unlikely the text is that a window makes in an encoding, in bits."""
    return costs((part,), (codec,))[codec]


def costs(parts: Sequence[Window], codecs: Collection[str]) -> dict[str, int]:
    """The cost of windows in each encoding. Many encodings make the same text of a few quotation marks; that is judged once."""
    joined = b" ".join([part.data for part in parts])
    judged: dict[str, int] = {}
    found = bits_of_bytes(joined, [codec for codec in codecs if codec in SINGLE])
    for codec in codecs:
        text = read(joined, codec) if codec in SINGLE else _text(parts, codec)
        if text not in judged:
            judged[text] = bits_of_words(text) if codec in SINGLE else bits(text)
        found[codec] = judged[text] + found.get(codec, 0)
    return found


def _text(parts: Sequence[Window], codec: str) -> str:
    """The text of windows, without half a character at the end of one."""
    return " ".join([read(part.data, codec).removesuffix("\ufffd") if part.cut else read(part.data, codec) for part in parts])


def guess(data: bytes, declared: str | None, odd: bytes) -> Guess:
    """The encoding of bytes that are not UTF-8 throughout; `declared` is what they are labelled, `odd` those of them beyond ASCII."""
    parts = windows(data)
    needed = _needed(parts, declared)
    # How rare an encoding is says nothing where the page names it.
    rare = {codec: 0 if codec == declared else CANDIDATES[codec] + _doubt(parts, codec, declared) for codec in needed}
    total = {codec: needed[codec] + rare[codec] for codec in needed}
    best = _likeliest(data, odd, parts, total, rare)
    if best != declared and total[best] > UNREADABLE * sum(len(part.data) for part in parts):
        best = _with_chardet(parts, best)
    return Guess(best, _other(parts, needed, best) if best in needed else None)


def _likeliest(data: bytes, odd: bytes, parts: list[Window], total: dict[str, int], rare: dict[str, int]) -> str:
    """The encoding that needs least bits; where others need hardly more, the one that makes most of all that they read differently."""
    least = min(total.values())
    close = [codec for codec, bits in total.items() if bits <= least + CLOSE]
    if len(close) > 1 and (differing := apart(data, odd, [word for part in parts for word in part.data.split()], close)):
        more = costs((Window(differing, True),), close)
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
    if len(one) != len(two):
        return high_bytes(data)
    characters = sum(character > "\x7f" for character in one)
    changed = sum(character != other_character for character, other_character in zip(one, two, strict=True))
    return high_bytes(data) * changed // max(characters, 1)


def _needed(parts: list[Window], declared: str | None) -> dict[str, int]:
    """What the windows cost in each encoding that the page may be in."""
    western = _western(parts)
    tried = [codec for codec in TRIED_FIRST if codec == declared or not (western or any(not _valid(part, codec) for part in parts))]
    if any(_valid(part, "utf-8") for part in parts):
        tried.append("utf-8")
    if declared and declared not in tried:
        tried.append(declared)
    needed = costs(parts, tried)
    if wide := [codec for codec in tried if codec in WIDE]:
        best = min(wide, key=lambda codec: needed[codec])
        text = _text(parts, best)
        high = sum(high_bytes(part.data) for part in parts)
        if high >= FINE_FROM and needed[best] - bits_of_ascii(text.encode("ascii", "ignore")) < FINE * high:
            return needed
    rest = _near(parts[-1], CLOSE if western else FAR)
    if not western:
        rest += [codec for codec in WIDE_OR_UTF_8 if _damaged(parts, codec)]
    return needed | costs(parts, [codec for codec in rest if codec not in tried])


def _western(parts: list[Window]) -> bool:
    """Whether the text looks well in windows-1252, which it does in none that is in an encoding of more bytes a character."""
    joined = b" ".join([part.data for part in parts])
    high = high_bytes(joined)
    return high >= WESTERN_FROM and bits_of_bytes(joined, ("cp1252",))["cp1252"] - bits_of_ascii(joined) < WESTERN * high


def _near(part: Window, far: int) -> list[str]:
    """The encodings of single bytes in which a little text needs hardly more bits than in the best of them."""
    needed = {codec: more + CANDIDATES[codec] for codec, more in bits_of_bytes(part.data, SINGLE).items()}
    limit = min(needed.values()) + far
    return [codec for codec, bits in needed.items() if bits <= limit]


def _damaged(parts: list[Window], codec: str) -> bool:
    """Whether bytes may be in an encoding of more bytes a character, though some of them make no character in it."""
    bad = sum(part.data.decode(codec, "replace").count("\ufffd") for part in parts)
    return bad <= BAD + sum(high_bytes(part.data) for part in parts) // ONE_BAD_IN


def _valid(part: Window, codec: str) -> bool:
    """Whether a codec makes characters of all the bytes; the last may be half a character."""
    try:
        part.data.decode(codec)
    except UnicodeDecodeError as error:
        return part.cut and error.start >= len(part.data) - 3
    return True


def _other(parts: list[Window], codecs: Collection[str], codec: str) -> str | None:
    """The encoding that one of the windows is in, if it can hardly be in the page's."""
    for part in parts:
        high = high_bytes(part.data)
        if high >= 40 and bits_beyond_ascii(_text((part,), codec)) > READABLE * high:
            needed = costs((part,), codecs)
            likeliest = min(needed, key=lambda other: needed[other])
            if needed[codec] > 1.4 * needed[likeliest] + 40:
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
