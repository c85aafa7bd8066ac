"""The text that is being read, up to the blocks that it becomes.

Written for speed: a page makes thousands of blocks and elements.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsclean.model import Block, Element, Inline
from newsclean.model.block import PREFORMATTED, Pieces
from newsclean.model.value import new
from newsclean.parse.edges import part_edges
from newsclean.parse.names import Kept
from newsclean.parse.roles import KEPT_ATTRIBUTES
from newsclean.text.characters import collapse_spaces
from newsclean.text.patterns import lazy

FIELDS = len(Element._fields)
LAST = Element._fields.index("last")
# What is known of an element without attributes: its names, and what else is kept of it.
NO_NAMES: tuple[Any, ...] = ("", "", "", "", "", ())


# The slots are those of the last class, so that a compiled one can have them instead.
NO_SLOTS: tuple[str, ...] = ()

NUMBER = lazy(r"\s{0,9}-?[0-9]{1,6}\s{0,9}")
# It only says where a word may be broken.
SOFT_HYPHEN = "\xad"


def without_soft_hyphens(pieces: Pieces) -> Pieces:
    return tuple(p.replace(SOFT_HYPHEN, "") if isinstance(p, str) else p for p in pieces)


def whole_number(text: str, default: int) -> int:
    """The number that an attribute states, as long as it is one that a page can mean.

    >>> whole_number("-3", 1), whole_number("9" * 5000, 1), whole_number("²", 1)
    (-3, 1, 1)
    """
    return int(text) if NUMBER.fullmatch(text) else default


class Flow:
    """Collects text into blocks, and remembers the elements around them."""

    __slots__ = NO_SLOTS

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        # Elements: one is recorded when its first block is, so the recorded ones are always the
        # outermost of the open ones. Of their attributes only what is known of them is kept, as
        # Python's collector looks through what lives long.
        self.opened = ["html"]
        self.known = [NO_NAMES]
        self.recorded: list[int] = []
        # The fields of each one's Element, in one row: as many tuples would be as many objects for
        # the collector to look through.
        self.fields: list[Any] = []
        # The block being read: its text, with each inline element at its start and None at its end.
        self.parts: list[str | Inline | None] = []
        self.named = False
        # How many of the parts, from the first, are known to be no text.
        self.blank = 0
        self.inline: list[Inline] = []
        self.linked = self.bold_characters = self.line = self.hidden = 0
        # Whether there are edges between inline elements, and the index in `blocks` that is kept
        # for the block, or -1.
        self.edged = False
        self.place = -1
        # What stands in the block beside its text, such as readings of ruby, and a first letter
        # that is a picture.
        self.readings: list[str] = []
        self.initial = ""
        # How many elements are open where text is an aside; -1 if it is none.
        self.aside_depth = -1
        # The next number of an item, or column of a cell, at each depth of elements.
        self.counts: dict[int, int] = {}

    def flush(self) -> None:
        """End the block that is being read."""
        parts = self.parts
        if not parts:
            return
        if self.edged or self.initial:
            self.settle()
        tag = self.opened[-1]
        pieces: Pieces = ()
        if self.named:
            text = "".join([part for part in parts if part.__class__ is str])
            pieces = tuple(parts)
            self.parts = [*self.inline]
            self.named = bool(self.inline)
        else:
            text = "".join(parts)  # type: ignore[arg-type]  # nothing is named, so all are text
            self.parts = []
        self.blank = 0
        if SOFT_HYPHEN in text:
            text, pieces = text.replace(SOFT_HYPHEN, ""), without_soft_hyphens(pieces)
        text = text.strip("\n").rstrip() if tag == PREFORMATTED else collapse_spaces(text)
        if text:
            self.add(text, tag, pieces)
        if self.readings:
            self.add_readings()

    def add(self, text: str, tag: str, pieces: Pieces) -> None:
        """Add a block to the page, or put it in the place that is kept for it."""
        depth = len(self.opened)
        if len(self.recorded) < depth:
            self.record()
        hidden = self.hidden > 0
        aside = self.aside_depth == depth and not hidden
        where = self.recorded[-1], self.linked, self.bold_characters, hidden, self.line
        block = new(Block, (text, tag, *where, pieces, aside))
        if self.place < 0:
            self.blocks.append(block)
        else:
            self.blocks[self.place] = block
            self.place = -1
        self.linked = self.bold_characters = 0

    def add_readings(self) -> None:
        """Add the readings of ruby, or the numbers of lines, as one block after the text's."""
        tag = "span" if self.opened[-1] == PREFORMATTED else "rt"
        text, self.readings = collapse_spaces(" ".join(self.readings)), []
        if not text:
            return
        if len(self.recorded) < len(self.opened):
            self.record()
        hidden = self.hidden > 0
        self.blocks.append(
            Block(text, tag, self.recorded[-1], hidden=hidden, line=self.line, aside=not hidden)
        )

    def settle(self) -> None:
        """Part the words at edges, and keep a picture of a letter only if a word goes on."""
        if self.initial:
            at = next((i for i, part in enumerate(self.parts) if part is self.initial), -1)
            texts = (part for part in self.parts[at + 1 :] if part.__class__ is str and part)
            if at >= 0 and not str(next(texts, " "))[0].isalpha():
                del self.parts[at]
            self.initial = ""
        if self.edged:
            part_edges(self.parts, self.opened[-1])
            self.edged = False

    def has_text(self) -> bool:
        """Whether the block that is being read has visible text."""
        parts, initial = self.parts, self.initial
        while self.blank < len(parts):
            part = parts[self.blank]
            if part.__class__ is str and part is not initial and part.strip():
                return True
            self.blank += 1
        return False

    def count(self, tag: str, attributes: Mapping[str, str]) -> Kept:
        """Number an item of an ordered list, or a cell of a row; empty ones count, too.

        The result is what is kept of the element, which is about to be opened.
        """
        depth = len(self.opened)
        kept = [(key, attributes[key]) for key in KEPT_ATTRIBUTES.get(tag, ()) if key in attributes]
        if tag == "blockquote":
            return tuple(kept)
        if tag == "tr":
            self.counts[depth + 1] = 0
        elif tag == "ol":
            self.counts[depth + 1] = whole_number(attributes.get("start", ""), 1)
        elif tag != "li":
            column = self.counts.get(depth, 0)
            self.counts[depth] = column + max(whole_number(attributes.get("colspan", ""), 1), 1)
            kept.append(("column", str(column)))
        else:
            number = whole_number(attributes.get("value", ""), self.counts.get(depth, 1))
            self.counts[depth] = number + 1
            kept.append(("number", str(number)))
        return tuple(kept)

    def record(self) -> None:
        """Record the open elements that hold no block yet, outermost first."""
        recorded, fields, first = self.recorded, self.fields, len(self.blocks)
        parent, depth = recorded[-1] if recorded else -1, len(recorded)
        element = len(fields) // FIELDS
        for tag, known in zip(self.opened[depth:], self.known[depth:], strict=True):
            fields += (parent, tag, known[0], depth, first, -1, *known[1:])
            parent = element
            recorded.append(element)
            element += 1
            depth += 1
