"""Text of a page on a terminal, which would obey some of its characters."""

from __future__ import annotations

# The control characters of ASCII and Latin-1 but for the line feed and the tab, DEL, and the
# characters that embed, override or isolate a direction of writing.
_CONTROLS = {*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
_ESCAPES = {code: f"\\u{code:04x}" for code in _CONTROLS - {0x09, 0x0A}}


def escape_controls(text: str) -> str:
    r"""The text with its control characters written as JSON writes them.

    JSON is still the same value afterwards.

    >>> print(escape_controls("Ferry\x1b[2J returns\u202e"))
    Ferry\u001b[2J returns\u202e
    >>> escape_controls("Ferry\treturns\n") == "Ferry\treturns\n"
    True
    """
    return text.translate(_ESCAPES)
