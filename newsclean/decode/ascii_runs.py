"""Decodes bytes that are mostly ASCII, as the bytes of most pages are."""

from __future__ import annotations

from collections.abc import Callable


def decode_around_ascii(data: bytes, decode: Callable[[bytes], str], size: int) -> str:
    """The text of bytes, with long runs of ASCII decoded apart, which is ten times as fast.

    `decode` is called with the other bytes; `size` is how many bytes are looked at at once.

    >>> decode_around_ascii("été".encode("cp1252"), lambda part: part.decode("cp1252"), 512)
    'été'
    """
    if len(data) < 4 * size:
        return decode(data)
    texts: list[str] = []
    start = 0
    ascii_run = data[:size].isascii()
    for index in range(size, len(data), size):
        if data[index : index + size].isascii() == ascii_run:
            continue
        # A character that begins beyond ASCII may end with one byte of ASCII.
        end = index if ascii_run or data[index - 1] < 0x80 else index + 1
        part = data[start:end]
        texts.append(part.decode("ascii") if ascii_run else decode(part))
        start, ascii_run = end, not ascii_run
    texts.append(data[start:].decode("ascii") if ascii_run else decode(data[start:]))
    return "".join(texts)
