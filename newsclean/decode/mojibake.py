"""Text that was damaged before it reached us: encoded twice, or with its characters replaced. It is reported and left as it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from newsclean.decode.web import table

TWICE = "the text looks as if it was encoded twice before it reached us; it was left as it is"
LOST = "the page holds marks of characters that were lost before it reached us"
# What text in UTF-8 begins with where it was read as windows-1252 (é, “, 中, 、, п, 한), and as GBK (，。的“).
WESTERN = ("Ã", "Â", "â€", "ä¸", "å", "ã€", "Ð", "ì", "Ø")
CHINESE = ("锛", "銆", "鐨", "鈥")
RUNS = re.compile("[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{2,}")
EAST = re.compile("[\u00b7\u20ac\u2018-\u201d\u3000-\u303f\u4e00-\u9fff\ue000-\uf8ff]{6,}")
# Fewer runs than this happen in a page that writes about encodings.
ENOUGH = 5
# Bytes beyond ASCII of each of three places of a page that are looked at first.
PLACE = 200
BYTES_OF_TWICE, BYTES_OF_LOST = [[mark.encode() for mark in marks] for marks in (WESTERN + CHINESE, ("锟斤拷", "ï¿½"))]


def damage(text: str) -> Iterator[str]:
    """A sentence on each damage that a text shows; some words with characters beyond ASCII are enough.

    >>> list(damage("cafÃ© crÃ¨me dÃ©jÃ\xa0 vu, trÃ¨s trÃ¨s bien")) == [TWICE]
    True
    >>> list(damage("café crème, São João; 锛 is a character"))
    []
    """
    if _twice(text, WESTERN, RUNS, _western) or _twice(text, CHINESE, EAST, _chinese):
        yield TWICE
    if "锟斤拷" in text or "ï¿½" in text:
        yield LOST


def may_be_damaged(odd: bytes) -> bool:
    """Whether `damage` could find any in a text, by the bytes beyond ASCII of three places of it, in UTF-8.

    >>> may_be_damaged("Ã©Ã¨Ã©Ã¨Ã©".encode()), may_be_damaged("éèéèé".encode())
    (True, False)
    """
    sample = b" ".join([odd[:PLACE], *[odd[place : place + PLACE] for place in (len(odd) // 2, 3 * len(odd) // 4)]])
    return sum(sample.count(mark) for mark in BYTES_OF_TWICE if mark[0] in sample) >= ENOUGH or any(
        lost in sample for lost in BYTES_OF_LOST
    )


def _twice(text: str, marks: tuple[str, ...], runs: re.Pattern[str], undone: Callable[[str], bool]) -> bool:
    """Whether nearly all runs of such characters become a text in UTF-8 again."""
    if sum(text.count(mark) for mark in marks) < ENOUGH:
        return False
    found = runs.findall(text)
    right = [run for run in found if undone(run)]
    # One run of Chinese read as Western is as long as its sentence.
    return len(right) >= 0.8 * len(found) and sum(map(len, right)) >= 2 * ENOUGH


@cache
def _back() -> dict[int, int]:
    return {ord(character): byte for byte, character in enumerate(table("cp1252"))}


def _western(run: str) -> bool:
    return _readable(run.translate(_back()).encode("latin-1", "replace"))


def _chinese(run: str) -> bool:
    return _readable(run.encode("gb18030", "ignore"))


def _readable(raw: bytes) -> bool:
    """Whether bytes are UTF-8; where a long run of characters ends, one may be incomplete."""
    text = raw.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    return bad == 0 or (bad <= 2 and len(text) >= 10)
