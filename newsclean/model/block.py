"""A block: a run of text, and the inline elements in it.

They are named tuples because a page makes thousands of them.
"""

from __future__ import annotations

from typing import NamedTuple

from newsclean.model.representation import shorten

PREFORMATTED = "pre"
"""The tag of a block whose white space is kept."""


class Link(NamedTuple):
    """A hyperlink in a block.

    Attributes:
        start: Offset of its first character in the block's text.
        end: Offset after its last character.
        href: The address as written.
    """

    start: int
    end: int
    href: str


class InlineElement(NamedTuple):
    """Text of a block that is inside an inline element whose name says what it is.

    Attributes:
        start: Offset of the first character in the block's text.
        end: Offset after the last character.
        tag: The tag of the inline element.
        class_names: Class, id, rel and itemprop, as in `Element.class_names`.
        value: The `datetime`, `content` or `title` of a time or data element, else "".
    """

    start: int
    end: int
    tag: str
    class_names: str
    value: str


class Inline(NamedTuple):
    """An inline element that links or marks the text inside it, or whose name says what that is.

    Attributes:
        tag: The tag.
        href: The address that it links to, else "".
        class_names: As in `Element.class_names`; "" if they say nothing of use.
        value: As in `InlineElement.value`; of ruby, the reading.
        id: Its id, or its name if it is a link; "" if it is not needed.
    """

    tag: str
    href: str
    class_names: str
    value: str
    id: str = ""


Pieces = tuple[str | Inline | None, ...]
"""Text with each inline element at its start and None at its end."""


class Block(NamedTuple):
    """A run of text without a line break of the layout: a paragraph, a heading, a menu entry.

    White space is collapsed to single spaces, but for that of preformatted text; no other character
    is changed. The positions of links and other inline elements are computed on demand, since most
    blocks are never asked for them.

    Attributes:
        text: The text.
        tag: The nearest block-level element: p, h1, li, td, div …
        element: Index of that element in `page.elements`.
        linked: How many characters are in hyperlinks.
        bold: How many characters are in b or strong.
        hidden: Whether the page does not display the block.
        line: The number of the line, counted from 0, among those that <br> makes in one element.
        pieces: The text as it stood in the page, with each Inline at its start and None at its end.
        aside: Whether it stands in the middle of the text before it without being part of its
            sentence: a reading of ruby, a button, a text for screen readers, line numbers.
    """

    text: str
    tag: str
    element: int
    linked: int = 0
    bold: int = 0
    hidden: bool = False
    line: int = 0
    pieces: Pieces = ()
    aside: bool = False

    def __repr__(self) -> str:
        return f"<Block {self.tag} {shorten(self.text)}: {len(self.text):,} characters>"

    @property
    def link_density(self) -> float:
        """The share of the text that is in hyperlinks, from 0 to 1."""
        return min(self.linked / len(self.text), 1.0) if self.text else 0.0

    @property
    def links(self) -> tuple[Link, ...]:
        """The block's hyperlinks, in the order of their ends."""
        placed = self.placed
        return tuple(Link(start, end, i.href) for i, start, end in placed if i.tag == "a")

    @property
    def inline_elements(self) -> tuple[InlineElement, ...]:
        """The inline elements that say what their text is, in the order of their ends."""
        return tuple(
            InlineElement(start, end, i.tag, i.class_names, i.value)
            for i, start, end in self.placed
            if i.class_names or i.tag == "time"
        )

    @property
    def placed(self) -> list[tuple[Inline, int, int]]:
        """Each inline element that has text, and where that begins and ends; inner ones first."""
        return _placed_raw(self.pieces) if self.is_preformatted else _placed(self.pieces)

    @property
    def is_preformatted(self) -> bool:
        """Whether the text has lines and indents that mean something."""
        return self.tag == PREFORMATTED


def _placed(pieces: Pieces) -> list[tuple[Inline, int, int]]:
    """Where the inline elements stand in the text with its white space collapsed."""
    placed: list[tuple[Inline, int, int]] = []
    nested: list[Inline] = []  # the open elements, innermost last
    starts: list[int] = []  # where those that have text begin; the ones without text are innermost
    position = 0
    space = False
    for piece in pieces:
        if piece is None:
            inline = nested.pop()
            if len(starts) > len(nested):
                placed.append((inline, starts.pop(), position))
        elif isinstance(piece, Inline):
            nested.append(piece)
        elif shown := piece.strip():
            if position and (space or piece[0].isspace()):
                position += 1
            if len(starts) < len(nested):
                starts += [position] * (len(nested) - len(starts))
            position += _collapsed_length(shown)
            space = piece[-1].isspace()
        elif piece:
            space = True
    # The elements that are still open go on in the next block.
    placed.extend((inline, start, position) for inline, start in zip(nested, starts, strict=False))
    return placed


def _collapsed_length(text: str) -> int:
    # The space is the only printable white space, so most texts need not be split into words.
    return len(text if text.isprintable() and "  " not in text else " ".join(text.split()))


def _placed_raw(pieces: Pieces) -> list[tuple[Inline, int, int]]:
    """The same in preformatted text, which lacks the empty lines around it."""
    raw = "".join([piece for piece in pieces if isinstance(piece, str)])
    first = len(raw) - len(raw.lstrip("\n"))
    length = len(raw.rstrip()) - first
    placed: list[tuple[Inline, int, int]] = []
    nested: list[tuple[Inline, int]] = []
    position = -first
    for piece in (*pieces, *[None] * len(pieces)):
        if isinstance(piece, str):
            position += len(piece)
        elif piece is not None:
            nested.append((piece, position))
        elif nested:
            inline, start = nested.pop()
            start, end = max(start, 0), min(position, length)
            if start < end:
                placed.append((inline, start, end))
    return placed
