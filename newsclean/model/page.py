"""A page as it is read: its text, its blocks, the elements around them, and what it says about itself.

`Element`, `Link`, `Mark`, `Stamp`, `Inline` and `Block` are named tuples because a page makes thousands of them; the rest are frozen
dataclasses.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much of a page is read. Whatever is beyond is cut, and `article.truncated` tells what in a sentence for each cut.

    None of 1,790 pages reaches the defaults: the largest has 74,318 tags and lines, 2,739 pieces, and 107,827 characters of text. A page of
    attacks takes no more than three seconds and 450 MB with them.
    """

    bytes: int = 64_000_000  # of the page as it is given, or characters of a text
    nodes: int = 80_000  # tags and lines of its source
    text: int = 500_000  # characters of visible text
    blocks: int = 4_000  # pieces of visible text: paragraphs, headings, menu entries
    seconds: float = 20.0  # of computing, after which no more of the page is parsed


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of the page's bytes, and how it was come by.

    `encoding` is the Python codec used, `declared` the label the page or its sender gave, `how` one of bom, utf-16, iso-2022, utf-8, http,
    meta, xml, detected, fallback, text. `bad_bytes` counts the replacement characters the decoder had to write. `notes` are sentences on
    anything a reader of the text should know (a lying label, text that was encoded twice, a cut at a limit).
    """

    text: str
    encoding: str | None = None
    declared: str | None = None
    how: str = "text"
    bad_bytes: int = 0
    notes: tuple[str, ...] = ()


class Element(NamedTuple):
    """An element that holds blocks. Its blocks are `page.blocks[first:last]`; its parent stands before it in `page.elements`."""

    parent: int  # index into page.elements, -1 for the root
    tag: str
    names: str  # class, id, role and itemprop in lower case, separated by spaces
    depth: int
    first: int
    last: int


class Link(NamedTuple):
    """The characters `start` to `end` of a block that are one hyperlink."""

    start: int
    end: int
    href: str


class Mark(NamedTuple):
    """The characters `start` to `end` of a block that stand in one inline element which says what they are."""

    start: int
    end: int
    tag: str
    names: str  # class, id, rel and itemprop, as in Element
    value: str  # `datetime`, `content` or `title` of a time or data element, else ""


class Stamp(NamedTuple):
    """A value that is stated but not printed: by `<time datetime>`, `<meta itemprop content>`, or a script's `"publishedAt":`."""

    block: int  # the block that it stands in, or before
    tag: str
    names: str  # as in Element; "published" for a script
    value: str


class Inline(NamedTuple):
    """An inline element that links the text inside it, or whose names say what that text is."""

    tag: str
    href: str
    names: str  # as in Element; "" where they say nothing of use
    value: str  # as in Mark


class Block(NamedTuple):
    """A run of text without a line break of the layout: a paragraph, a heading, a menu entry, a line before a `<br>`.

    White space is collapsed to single spaces; no other character is changed. Where links and marks stand is worked out when it is asked
    for, since most blocks are never asked.
    """

    text: str
    tag: str  # the nearest block-level element: p, h1, li, td, div …
    element: int  # that element's index in page.elements
    linked: int = 0  # characters in hyperlinks
    bold: int = 0  # characters in b or strong
    hidden: bool = False
    line: int = 0  # place among the lines that <br> makes of one element: 0, 1, 2 …
    pieces: tuple[str | Inline | None, ...] = ()  # the text as it stood, with each Inline at its start and None at its end

    @property
    def links(self) -> tuple[Link, ...]:
        """The block's hyperlinks, in the order of their ends."""
        return tuple(Link(start, end, inline.href) for inline, start, end in _placed(self.pieces) if inline.tag == "a")

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The block's inline elements that say what their text is, in the order of their ends."""
        return tuple(Mark(start, end, i.tag, i.names, i.value) for i, start, end in _placed(self.pieces) if i.names or i.tag == "time")


def _placed(pieces: tuple[str | Inline | None, ...]) -> list[tuple[Inline, int, int]]:
    """Where the inline elements stand in the text with its white space collapsed."""
    placed: list[tuple[Inline, int, int]] = []
    nested: list[Inline] = []  # open here, innermost last
    starts: list[int] = []  # of those in `nested` that have text; the others are innermost
    position = 0
    space = False
    for piece in pieces:
        if piece is None:
            inline = nested.pop()
            if len(starts) > len(nested):
                placed.append((inline, starts.pop(), position))
        elif isinstance(piece, Inline):
            nested.append(piece)
        elif words := piece.split():
            if position and (space or piece[0].isspace()):
                position += 1
            starts += [position] * (len(nested) - len(starts))
            position += len(" ".join(words))
            space = piece[-1].isspace()
        else:
            space = True
    placed.extend((inline, start, position) for inline, start in zip(nested, starts, strict=False))  # they go on in the next block
    return placed


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the page: its address, its text alternative, the block before which it stands, and the caption below it."""

    src: str
    alt: str = ""
    block: int = 0
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page says about itself outside its visible text."""

    title: str = ""  # the <title> element
    meta: tuple[tuple[str, str], ...] = ()  # (name or property or itemprop in lower case, content), in page order
    links: tuple[tuple[str, str], ...] = ()  # (rel, href) of <link>
    json_ld: tuple[str, ...] = ()  # raw text of each JSON-LD script
    scripts: tuple[str, ...] = ()  # raw text of scripts that may carry an article as data
    language: str = ""  # of <html lang>
    base: str = ""  # <base href>

    def stated(self) -> dict[str, str]:
        """The first non-empty content of each name."""
        found: dict[str, str] = {}
        for name, content in self.meta:
            if name not in found and (content := content.strip()):
                found[name] = content
        return found

    def first(self, *names: str) -> str:
        """The first non-empty content of the first of these names that has one, else ""."""
        for name in names:
            for key, content in self.meta:
                if key == name and content.strip():
                    return content.strip()
        return ""


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page: its blocks in reading order, the elements around them, and its metadata."""

    blocks: tuple[Block, ...]
    elements: tuple[Element, ...]
    metadata: Metadata
    images: tuple[Image, ...] = ()
    url: str | None = None
    plain: bool = False  # read from plain text, not from HTML
    truncated: tuple[str, ...] = ()  # a sentence for each thing that a limit cut
    stamps: tuple[Stamp, ...] = ()
