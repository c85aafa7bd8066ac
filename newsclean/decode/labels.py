"""What a page says its encoding is, and which codec that means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from newsclean.text.package_data import read_rows
from newsclean.text.patterns import lazy

# The prescan of the WHATWG reads 1,024 bytes; real pages have their label further down.
_HEAD = 8192
_META = lazy(rb"<meta[^>]{0,400}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:+-]{1,40})")
_XML = lazy(rb"\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:+-]{1,40})")
_HTTP = lazy(r"charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:+-]{1,40})", re.I)


class Declaration(NamedTuple):
    """A label of the encoding, the codec that it means, and where it stands."""

    label: str | None = None
    codec: str | None = None
    origin: str = "detected"
    """`http`, `meta` or `xml`; `detected` if no label names an encoding."""


UNDECLARED = Declaration()


def read_declaration(data: bytes, content_type: str | None) -> Declaration:
    """The first label that names an encoding; if none does, the first label.

    >>> read_declaration(b"<meta charset=gb2312>", "text/html")
    Declaration(label='gb2312', codec='gb18030', origin='meta')
    >>> read_declaration(b"<p>", "text/html; charset=klingon")
    Declaration(label='klingon', codec=None, origin='detected')
    """
    unknown = UNDECLARED
    for label, origin in _labels(data, content_type):
        if codec := codec_of(label):
            if origin != "http" and codec.startswith(("utf-16", "utf-32")):
                # A label that could be read byte by byte does not stand in UTF-16.
                codec = "utf-8"
            return Declaration(label, codec, origin)
        if not unknown.label:
            unknown = Declaration(label)
    return unknown


def _labels(data: bytes, content_type: str | None) -> Iterator[tuple[str, str]]:
    """Yield each label and where it stands, those that take precedence first."""
    if found := _HTTP.search(content_type or ""):
        yield found[1].lower(), "http"
    # Searching lower-case bytes is ten times as fast as a pattern that ignores case.
    head = data[:_HEAD].lower()
    if b"<!--" in head:
        head = _without_comments(head)
    for match in _META.finditer(head) if b"charset" in head else ():
        yield match[1].decode("ascii", "replace"), "meta"
    if declaration := _XML.match(head):
        yield declaration[1].decode("ascii", "replace"), "xml"


def _without_comments(head: bytes) -> bytes:
    first, *rest = head.split(b"<!--")
    return b"".join([first, *(part.partition(b"-->")[2] for part in rest)])


def codec_of(label: str) -> str | None:
    """The Python codec of a label, as the web understands it; None if it names no encoding.

    >>> codec_of(" GB2312 ")
    'gb18030'
    >>> codec_of("klingon") is None
    True
    """
    return _codecs().get(label.strip("\t\n\f\r ").lower())


@cache
def _codecs() -> Mapping[str, str]:
    """The codec of every label."""
    rows = read_rows("newsclean.decode", "labels.tsv")
    return MappingProxyType({label: codec for codec, labels in rows for label in labels.split()})
