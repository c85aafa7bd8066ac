"""Finds the encoding of a page by the text that samples of it make in each one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from newsclean.decode.byte_costs import single_byte_costs
from newsclean.decode.candidates import (
    CANDIDATES,
    LATIN,
    MULTI_BYTE,
    SINGLE_BYTE,
    TRIED_FIRST,
)
from newsclean.decode.distinguishing import distinguishing_bytes
from newsclean.decode.labels import codec_of
from newsclean.decode.page_bytes import PageBytes
from newsclean.decode.sample_costs import cost, costs_by_codec, text_of
from newsclean.decode.text_costs import ascii_cost, non_ascii_cost
from newsclean.decode.web import EAST_ASIAN, read
from newsclean.decode.windows import Window, count_high_bytes

# Each East Asian encoding but the right one fails on most texts or makes rare characters of them,
# so they are tried first. If one makes a text that costs less than this for each byte beyond ASCII,
# the other encodings are not needed. Of 562 pages in them, 96 % cost less than 6.0; the cheapest
# wrong reading, of Thai as Chinese, cost 6.7.
CHEAP = 6.2
CHEAP_FROM = 50  # bytes beyond ASCII
# A text is Western if a character beyond ASCII costs less than this in windows-1252. Of 603 pages
# in East Asian encodings none costs less than 9.8; of 108 in windows-1252 half cost less than 9.1.
# Samples with fewer such characters are not judged by this.
WESTERN = 9.2
WESTERN_FROM = 8
# Bytes beyond ASCII that may make no character in the right encoding, and one more in so many.
BAD, ONE_BAD_IN = 1, 24
# All single-byte encodings are tried on one window. Those that cost this much more than the best
# are not tried on the others.
FAR = 70
# What it costs to contradict a label, and more for each byte that then means something else. With
# these, one page in 2,000 with a right label is misread, and one or two signs that no text has
# overrule a wrong label (benchmarks/decoding.py).
LABEL_COST = 8
LABEL_COST_OF_BYTE = 0.3
# Pages labelled with one Latin encoding are seldom in another, and few letters differ:
# contradicting that label costs this much more.
LATIN_COST = 40
# Encodings whose costs differ by no more than this are compared on all that they read differently.
CLOSE = 40
# A text that costs more than this for each byte may be in an encoding that is not a candidate, and
# chardet is asked for another. Of 1,663 pages that were read rightly none costs more than 6.7;
# Russian in code page 855, read as any candidate, costs 7.8.
UNREADABLE = 7.2
# A window may be in another encoding than the page if a byte beyond ASCII costs more than this. Of
# 1,331 windows that were read rightly 98 % cost less. Another encoding must then make a text that
# is cheaper by this factor and this many bits.
READABLE = 5.5
CHEAPER_BY, CHEAPER_BITS = 1.4, 40
WINDOW_FROM = 40  # bytes beyond ASCII; fewer tell too little


class Guess(NamedTuple):
    """The encoding of a page, and another one that a part of it seems to be in."""

    codec: str
    other: str | None


def guess_encoding(page: PageBytes) -> Guess:
    """The likeliest encoding of a page that is not UTF-8 throughout, given its label.

    >>> guess_encoding(PageBytes("Жители говорят".encode("koi8_r")))
    Guess(codec='koi8_r', other=None)
    """
    windows, declared = page.windows, page.declared.codec
    costs = _costs(windows, declared)
    # How rare an encoding is does not matter where the page names it.
    priors = {
        codec: 0 if codec == declared else CANDIDATES[codec] + _label_cost(page, codec)
        for codec in costs
    }
    totals = {codec: costs[codec] + priors[codec] for codec in costs}
    best = _cheapest(page, totals, priors)
    size = sum(len(window.data) for window in windows)
    if best != declared and totals[best] > UNREADABLE * size:
        best = _ask_chardet(windows, best)
    return Guess(best, _encoding_of_part(windows, costs, best) if best in costs else None)


def _cheapest(page: PageBytes, totals: dict[str, int], priors: dict[str, int]) -> str:
    """The encoding that costs least; close ones are compared on what tells them apart."""
    least = min(totals.values())
    close = [codec for codec, total in totals.items() if total <= least + CLOSE]
    if len(close) > 1 and (data := distinguishing_bytes(page, close)):
        costs = costs_by_codec((Window(data, True),), close)
        totals = {codec: priors[codec] + costs[codec] for codec in close}
    return min(close, key=lambda codec: totals[codec])


def _label_cost(page: PageBytes, codec: str) -> int:
    """What it costs to read a page in another encoding than it is labelled with."""
    declared = page.declared.codec
    if not declared:
        return 0
    bits: float = LABEL_COST
    if {codec, declared} <= LATIN:
        bits += LATIN_COST
    differing = sum(_count_differing(window.data, codec, declared) for window in page.windows)
    return round(bits + LABEL_COST_OF_BYTE * differing)


def _count_differing(data: bytes, codec: str, other: str) -> int:
    """Roughly how many bytes beyond ASCII mean something else in another encoding."""
    text, other_text = read(data, codec), read(data, other)
    if len(text) != len(other_text):
        return count_high_bytes(data)
    characters = sum(character > "\x7f" for character in text)
    changed = sum(one != another for one, another in zip(text, other_text, strict=True))
    return count_high_bytes(data) * changed // max(characters, 1)


def _costs(windows: Sequence[Window], declared: str | None) -> dict[str, int]:
    """What windows cost in each encoding that they may be in."""
    western = _is_western(windows)
    first = _tried_first(windows, declared, western)
    costs = costs_by_codec(windows, first)
    if _is_surely_east_asian(windows, costs):
        return costs
    rest = _near(windows[-1], CLOSE if western else FAR)
    if not western:
        rest += [codec for codec in MULTI_BYTE if _may_be_damaged(windows, codec)]
    return costs | costs_by_codec(windows, [codec for codec in rest if codec not in first])


def _tried_first(windows: Sequence[Window], declared: str | None, western: bool) -> list[str]:
    """The multi-byte encodings in which all bytes are valid, and the declared one."""
    tried = [
        codec
        for codec in TRIED_FIRST
        if codec == declared
        or not (western or any(not _is_valid(window, codec) for window in windows))
    ]
    if any(_is_valid(window, "utf-8") for window in windows):
        tried.append("utf-8")
    if declared and declared not in tried:
        tried.append(declared)
    return tried


def _is_surely_east_asian(windows: Sequence[Window], costs: dict[str, int]) -> bool:
    """Whether an East Asian encoding makes so cheap a text that it must be the right one."""
    east_asian = [codec for codec in costs if codec in EAST_ASIAN]
    high = sum(count_high_bytes(window.data) for window in windows)
    if not east_asian or high < CHEAP_FROM:
        return False
    best = min(east_asian, key=lambda codec: costs[codec])
    text = text_of(windows, best)
    return costs[best] - ascii_cost(text.encode("ascii", "ignore")) < CHEAP * high


def _is_western(windows: Sequence[Window]) -> bool:
    """Whether windows make a likely text in windows-1252.

    Those in an encoding of more bytes a character do not.
    """
    data = b" ".join([window.data for window in windows])
    high = count_high_bytes(data)
    if high < WESTERN_FROM:
        return False
    return single_byte_costs(data, ("cp1252",))["cp1252"] - ascii_cost(data) < WESTERN * high


def _near(window: Window, far: int) -> list[str]:
    """The single-byte encodings in which a window costs little more than in the best one."""
    costs = {
        codec: cost_bits + CANDIDATES[codec]
        for codec, cost_bits in single_byte_costs(window.data, SINGLE_BYTE).items()
    }
    limit = min(costs.values()) + far
    return [codec for codec, cost_bits in costs.items() if cost_bits <= limit]


def _may_be_damaged(windows: Sequence[Window], codec: str) -> bool:
    """Whether so few bytes are invalid in an encoding that the page may be in it."""
    bad = sum(window.data.decode(codec, "replace").count("\ufffd") for window in windows)
    return bad <= BAD + sum(count_high_bytes(window.data) for window in windows) // ONE_BAD_IN


def _is_valid(window: Window, codec: str) -> bool:
    """Whether all bytes are valid in an encoding; the last character may be incomplete."""
    try:
        window.data.decode(codec)
    except UnicodeDecodeError as error:
        return window.cut and error.start >= len(window.data) - 3
    return True


def _encoding_of_part(windows: Sequence[Window], codecs: Collection[str], codec: str) -> str | None:
    """The encoding of a window that can hardly be in the page's own encoding."""
    for window in windows:
        high = count_high_bytes(window.data)
        if high < WINDOW_FROM or non_ascii_cost(text_of((window,), codec)) <= READABLE * high:
            continue
        costs = costs_by_codec((window,), codecs)
        best = min(costs, key=lambda other: costs[other])
        if costs[codec] > CHEAPER_BY * costs[best] + CHEAPER_BITS:
            return best
    return None


def _ask_chardet(windows: Sequence[Window], best: str) -> str:
    """The encoding that chardet finds, if it makes a likelier text than the best so far."""
    import chardet

    label = chardet.detect(b" ".join(window.data for window in windows))["encoding"]
    codec = codec_of(label) if label else None
    if not codec or read(b"<p>", codec) != "<p>":
        return best
    return min((best, codec), key=lambda codec: sum(cost(window, codec) for window in windows))
