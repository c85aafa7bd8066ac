"""The bytes of a page, with what several steps of decoding need to know about them."""

from __future__ import annotations

from functools import cached_property

from newsclean.decode.labels import UNDECLARED, Declaration
from newsclean.decode.windows import Window, take_windows

# Control characters that XML 1.0 cannot hold. They are the same bytes in every encoding but UTF-16
# and UTF-32.
CONTROLS = bytes(byte for byte in range(0x20) if byte not in b"\t\n\r")
_ORDINARY = bytes(byte for byte in range(0x80) if byte not in CONTROLS)


class PageBytes:
    """The bytes of one page; what is derived from them is computed once, when first needed.

    >>> PageBytes("déjà vu".encode("cp1252")).unusual
    b'\\xe9\\xe0'
    >>> PageBytes(b"ferry").windows
    ()
    """

    def __init__(
        self, data: bytes, marked: str | None = None, declared: Declaration = UNDECLARED
    ) -> None:
        self.data = data
        """The bytes after a byte order mark."""
        self.marked = marked
        """The codec that the byte order mark names."""
        self.declared = declared
        """What the page or its sender says the encoding is."""

    @cached_property
    def unusual(self) -> bytes:
        """All bytes beyond ASCII and all control characters, in their order."""
        return self.data.translate(None, _ORDINARY)

    @cached_property
    def windows(self) -> tuple[Window, ...]:
        """The samples that encodings are judged by; empty if all bytes are ASCII."""
        return take_windows(self.data)
