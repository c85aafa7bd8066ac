"""Decodes a page: a few steps, of which the first that recognises the encoding decides.

Nothing here raises, whatever the bytes are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from newsclean.decode.candidates import CANDIDATES
from newsclean.decode.containers import open_container
from newsclean.decode.guess import guess_encoding
from newsclean.decode.labels import UNDECLARED, read_declaration
from newsclean.decode.notes import (
    about_damage,
    about_invalid_characters,
    about_label,
    about_parts,
    about_repairs,
)
from newsclean.decode.page_bytes import CONTROLS, PageBytes
from newsclean.decode.repairs import repair
from newsclean.decode.sample_costs import costs_by_codec
from newsclean.decode.signatures import (
    decode_utf_8,
    seven_bit_encoding,
    split_mark,
    utf_16_or_32,
)
from newsclean.decode.web import UNICODE, read
from newsclean.model import UNLIMITED, Budget, Decoded, Limits
from newsclean.text.characters import replace_invalid

# A page in which characters have this many bytes more than one each, or fewer, may be valid UTF-8
# by accident.
AMBIGUOUS = 16


class Choice(NamedTuple):
    """The encoding of a page, and how it was decided."""

    codec: str
    how: str
    other: str | None = None
    """Another encoding, which a part of the page seems to be in."""
    text: str | None = None
    """The text, if it was needed to decide."""


DEFAULT_LIMITS = Limits()


def decode(
    page: bytes | str,
    content_type: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    budget: Budget = UNLIMITED,
) -> Decoded:
    """The text of a page, and how its encoding was found.

    The encoding is the one that a byte order mark names, or that the bytes alone can be in, or that
    the page or its HTTP header names, or that makes the likeliest text. Compressed bytes are
    unpacked first, and bytes that are no page give no text. A page that is text already only loses
    what no text may hold.

    >>> decode("<meta charset=gb2312><p>新闻".encode("gbk")).text[-2:]
    '新闻'
    >>> decode(b"").text
    ''
    """
    if budget.is_spent():
        note = f"Nothing was read: the {budget.seconds:g} seconds of computing were over."
        return Decoded("", truncations=(note,))
    page, truncations = _cut(page, limits.bytes)
    if isinstance(page, str):
        text, replaced = replace_invalid(page)
        text, repairs = repair(text)
        notes = tuple(about_repairs(repairs))
        return Decoded(
            text, bad_bytes=replaced, repairs=repairs, notes=notes, truncations=truncations
        )
    contents = open_container(page, limits.bytes, budget)
    truncations = (*truncations, *contents.truncations)
    if page and not contents.data:
        return Decoded("", how="none", notes=contents.notes, truncations=truncations)
    decoded = _decode_bytes(contents.data, content_type)
    return replace(decoded, notes=(*contents.notes, *decoded.notes), truncations=truncations)


def _cut(page: bytes | str, most: int) -> tuple[bytes | str, tuple[str, ...]]:
    """What the limit leaves of a page, and a sentence if that is not all."""
    if len(page) <= most:
        return page, ()
    kind = "characters" if isinstance(page, str) else "bytes"
    return page[:most], (f"Of {len(page):,} {kind} the first {most:,} were read.",)


def _decode_bytes(data: bytes, content_type: str | None) -> Decoded:
    data, marked = split_mark(data)
    declared = UNDECLARED if marked else read_declaration(data, content_type)
    page = PageBytes(data, marked, declared)
    choice = next(filter(None, (step(page) for step in STEPS)))
    codec = choice.codec
    text, bad = (choice.text, 0) if choice.text is not None else _read(data, codec)
    text, replaced = _replace_invalid(text, page, codec)
    # Of a page in valid UTF-8 they are known already.
    unusual = page.unusual if choice.text is not None and not replaced else None
    text, repairs = repair(text, unusual) if codec in UNICODE else (text, 0)
    notes = (
        *about_label(declared, codec),
        *about_parts(page, codec, choice.other, bad),
        *about_invalid_characters(replaced),
        *(about_repairs(repairs) if repairs else about_damage(page, codec, text)),
    )
    return Decoded(text, codec, declared.label, choice.how, bad, repairs, notes)


def _by_byte_order_mark(page: PageBytes) -> Choice | None:
    return Choice(page.marked, "bom") if page.marked else None


def _by_nuls(page: PageBytes) -> Choice | None:
    codec = utf_16_or_32(page.data, page.declared)
    return Choice(codec, "utf-16") if codec else None


def _by_escape_sequences(page: PageBytes) -> Choice | None:
    codec = seven_bit_encoding(page.data, page.declared)
    return Choice(codec, "iso-2022") if codec else None


def _as_ascii(page: PageBytes) -> Choice | None:
    if not page.data.isascii():
        return None
    how = page.declared.origin if page.declared.label else "utf-8"
    return Choice("utf-8", how, text=page.data.decode("ascii"))


def _as_utf_8(page: PageBytes) -> Choice | None:
    """Choose UTF-8 if all bytes are valid; where they are few, the label must not be likelier."""
    text = decode_utf_8(page.data)
    if text is None:
        return None
    _, declared, origin = page.declared
    if declared not in (None, "utf-8") and len(page.data) - len(text) <= AMBIGUOUS:
        # Two words of GBK can be valid UTF-8.
        costs = costs_by_codec(page.windows, (declared, "utf-8"))
        if costs[declared] < costs["utf-8"]:
            return Choice(declared, origin)
    return Choice("utf-8", "utf-8", text=text)


def _by_likelihood(page: PageBytes) -> Choice:
    codec, other = guess_encoding(page)
    if codec == page.declared.codec:
        return Choice(codec, page.declared.origin, other)
    return Choice(codec, "utf-8" if codec == "utf-8" else "detected", other)


# The first answer counts; the last step always has one.
STEPS: tuple[Callable[[PageBytes], Choice | None], ...] = (
    _by_byte_order_mark,
    _by_nuls,
    _by_escape_sequences,
    _as_ascii,
    _as_utf_8,
    _by_likelihood,
)


def _read(data: bytes, codec: str) -> tuple[str, int]:
    """The text, and how many replacement characters had to be written into it."""
    text = read(data, codec)
    # Finding that there is none is ten times as fast as counting them.
    bad = text.count("\ufffd") if "\ufffd" in text else 0
    if bad and codec == "utf-8":
        # The page may hold replacement characters of its own.
        bad = max(0, bad - data.count("\ufffd".encode()))
    return text, bad


def _replace_invalid(text: str, page: PageBytes, codec: str) -> tuple[str, int]:
    """Do what `replace_invalid` does, ten times as fast if the bytes show that all is valid."""
    if codec.startswith(("utf-16", "utf-32", "iso2022")):
        return replace_invalid(text)
    has_controls = len(page.unusual.translate(None, CONTROLS)) < len(page.unusual)
    if has_controls or _may_hold_noncharacters(text, page, codec):
        return replace_invalid(text)
    return text, 0


def _may_hold_noncharacters(text: str, page: PageBytes, codec: str) -> bool:
    """Whether U+FFFE or U+FFFF may be in the text; few encodings have them."""
    if codec == "utf-8":
        return b"\xef\xbf" in page.unusual
    return codec not in CANDIDATES or (
        codec == "gb18030" and ("\ufffe" in text or "\uffff" in text)
    )
