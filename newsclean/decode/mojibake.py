"""Recognises text that was garbled before it reached us, where it cannot be repaired."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from re import Pattern

from newsclean.decode.web import windows_1252_bytes
from newsclean.text.patterns import lazy

DOUBLE_ENCODED = (
    "the text looks as if it was encoded twice before it reached us; it was left as it is"
)
LOST = "the page holds marks of characters that were lost before it reached us"
# What UTF-8 begins with when it is read as windows-1252 (é, “, 中, 、, п, 한) and as GBK (，。的“).
_WESTERN = ("Ã", "Â", "â€", "ä¸", "å", "ã€", "Ð", "ì", "Ø")
_CHINESE = ("锛", "銆", "鐨", "鈥")
_WESTERN_RUNS = lazy(
    "[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    "\u2013-\u203a\u20ac\u2122]{2,}"
)
_CHINESE_RUNS = lazy("[\u00b7\u20ac\u2018-\u201d\u3000-\u303f\u4e00-\u9fff\ue000-\uf8ff]{6,}")
# The replacement character in UTF-8, read as GBK and as windows-1252.
_LOST = ("锟斤拷", "ï¿½")
# A page that writes about encodings has fewer of these than this.
ENOUGH = 5
# The bytes beyond ASCII at each of three places of a page that are looked at first.
PLACE = 200
_DOUBLE_ENCODED_BYTES = [mark.encode() for mark in _WESTERN + _CHINESE]
_LOST_BYTES = [mark.encode() for mark in _LOST]


def describe_damage(text: str) -> Iterator[str]:
    """Yield a sentence on each kind of damage; a few words with characters beyond ASCII suffice.

    >>> list(describe_damage("cafÃ© crÃ¨me dÃ©jÃ\xa0 vu, trÃ¨s trÃ¨s bien")) == [DOUBLE_ENCODED]
    True
    >>> list(describe_damage("café crème, São João; 锛 is a character"))
    []
    """
    if _is_double_encoded(text, _WESTERN, _WESTERN_RUNS, _undo_western) or _is_double_encoded(
        text, _CHINESE, _CHINESE_RUNS, _undo_chinese
    ):
        yield DOUBLE_ENCODED
    if any(mark in text for mark in _LOST):
        yield LOST


def may_be_damaged(unusual: bytes) -> bool:
    """Whether the bytes beyond ASCII of a page in UTF-8 may be damaged, by three samples.

    >>> may_be_damaged("Ã©Ã¨Ã©Ã¨Ã©".encode()), may_be_damaged("éèéèé".encode())
    (True, False)
    """
    starts = (0, len(unusual) // 2, 3 * len(unusual) // 4)
    sample = b" ".join([unusual[start : start + PLACE] for start in starts])
    marks = sum(sample.count(mark) for mark in _DOUBLE_ENCODED_BYTES if mark[0] in sample)
    return marks >= ENOUGH or any(lost in sample for lost in _LOST_BYTES)


def _is_double_encoded(
    text: str, marks: Sequence[str], runs: Pattern[str], undo: Callable[[str], bytes]
) -> bool:
    """Whether nearly all runs of such characters become valid UTF-8 again."""
    if sum(text.count(mark) for mark in marks) < ENOUGH:
        return False
    found = runs.findall(text)
    readable = [run for run in found if _is_utf_8(undo(run))]
    # Garbled Chinese makes few runs, since each is as long as its sentence: characters count too.
    return len(readable) >= 0.8 * len(found) and sum(map(len, readable)) >= 2 * ENOUGH


def _undo_western(run: str) -> bytes:
    return run.translate(windows_1252_bytes()).encode("latin-1", "replace")


def _undo_chinese(run: str) -> bytes:
    return run.encode("gb18030", "ignore")


def _is_utf_8(data: bytes) -> bool:
    """Whether bytes are UTF-8; a long run may begin or end within a character."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    return bad == 0 or (bad <= 2 and len(text) >= 10)
