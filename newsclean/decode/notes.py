"""Sentences on what was unusual about a page's encoding."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.decode.guess import guess_encoding
from newsclean.decode.labels import Declaration
from newsclean.decode.mojibake import LOST, describe_damage, may_be_damaged
from newsclean.decode.page_bytes import PageBytes
from newsclean.decode.web import EAST_ASIAN, UNICODE, read
from newsclean.decode.windows import take_window

# A page in UTF-8 with so many invalid sequences may have a part in another encoding.
MANY_BAD = 20
# UTF-16 is rare, and the start of such a page tells enough.
_START = 2000


def about_label(declared: Declaration, codec: str) -> Iterator[str]:
    """Yield a sentence if the page is not in the encoding that it is labelled with."""
    if declared.label and not declared.codec:
        yield f"labelled {declared.label}, which names no encoding of text"
    elif declared.codec and declared.codec != codec:
        yield f"labelled {declared.label}, which it is not"


def about_parts(page: PageBytes, codec: str, other: str | None, bad: int) -> Iterator[str]:
    """Yield a sentence if parts of the page are in different encodings; only one can be read."""
    if codec == "utf-8" and bad >= MANY_BAD:
        other = _encoding_of_invalid_part(page.data)
    if other:
        yield (
            f"a part of the page seems to be in {other}, the rest in {codec}; "
            f"it was read as {codec} throughout"
        )


def _encoding_of_invalid_part(data: bytes) -> str | None:
    """The encoding of the bytes around the first ones that are not UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        window = take_window(data, max(data.rfind(b"<", 0, error.start), 0))
        codec = guess_encoding(PageBytes(window.data)).codec if window.data else "utf-8"
        return codec if codec != "utf-8" else None
    return None


def about_invalid_characters(replaced: int) -> Iterator[str]:
    """Yield a sentence if characters were replaced that XML cannot hold."""
    if replaced:
        yield f"{replaced} characters that no document can hold were replaced by spaces"


def about_repairs(repaired: int) -> Iterator[str]:
    """Yield a sentence if characters were encoded twice and have been repaired."""
    if repaired:
        yield f"{repaired} characters were encoded twice before they reached us, and were repaired"


def about_damage(page: PageBytes, codec: str, text: str) -> Iterator[str]:
    """Yield a sentence on damage that the text had before it reached us.

    Only a few words are looked at: all of the text would take as long as decoding it.
    """
    if codec == "utf-8" and may_be_damaged(page.unusual):
        words = " ".join(read(window.data, "utf-8") for window in page.windows)
        yield from describe_damage(words)
    elif codec in UNICODE:
        yield from describe_damage(text[:_START])
    elif codec in EAST_ASIAN and "锟" in text and "锟斤拷" in text:
        # The search for one character goes first because it is ten times as fast.
        yield LOST
