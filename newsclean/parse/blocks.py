"""The parser's events -> blocks and elements. What `parse` does with HTML; nothing else uses it.

Written for speed: a page makes thousands of events, and each line of `start`, `end` and `data` runs for each of them, so what most events
are is asked first.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import repeat
from typing import Any

from newsclean.model import Block, Element, Inline, MachineDate, Page
from newsclean.parse.hiding import FALLBACKS, read_hiding
from newsclean.parse.stated import (
    NAMING_KEYS,
    Remembered,
    Stated,
    is_telling,
    kind_of_text,
    names,
    names_apart,
    value,
)
from newsclean.parse.styles import GONE, HIDES, UNDO, hiding
from newsclean.text.characters import collapse_spaces

INLINE, BLOCK, BREAK, VOID, NOT_TEXT, BOLD, ANCHOR, DIALOG, FALLBACK = range(9)
BLOCKS = (BLOCK, DIALOG)
ROLES = {
    **dict.fromkeys(
        "address article aside blockquote body button caption center dd details dir div dl dt fieldset figcaption figure footer"
        " form frameset h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol optgroup option p pre search section select"
        " summary table tbody td textarea tfoot th thead tr ul".split(),
        BLOCK,
    ),
    **dict.fromkeys(("br", "hr"), BREAK),
    **dict.fromkeys(("meta", "link", "img", "base"), VOID),
    **dict.fromkeys(
        "script style template svg iframe noframes title object applet datalist".split(), NOT_TEXT
    ),
    **dict.fromkeys(("b", "strong"), BOLD),
    "a": ANCHOR,
    "dialog": DIALOG,
    **dict.fromkeys(FALLBACKS, FALLBACK),
}
"""What an element does to the flow of text. Any other is inline, or a block if its name has a hyphen (a custom element).

A DIALOG is a block that may be closed.
"""

# What the end tag of an element has to undo.
ENDS_BLOCK, ENDS_BOLD, ENDS_NAMED, ENDS_HIDDEN, ENDS_PRE, ENDS_LINK = 1, 2, 4, 8, 16, 32
PREFORMATTED = frozenset({"pre", "textarea"})
# Attributes that say more of an element than its names; few elements have one.
TELLING = frozenset({"hidden", "style", "content", "datetime", "lang", "xml:lang"})
# Nobody nests more links and marks than this.
DEEPEST_INLINE = 50
# `new(Block, (...))` is Block(...) in a third of the time.
new = tuple.__new__
FIELDS = len(Element._fields)
LAST = Element._fields.index("last")
NO_NAMES = ("", "", "", "", "")


class BlockBuilder:
    """Receives the parser's events; `page` makes a Page of them."""

    # As many attributes without slots would be kept in a dict, which takes a tenth longer.
    __slots__ = tuple(
        "stated machine_dates blocks opened called recorded fields parts named inline closers telling pre"
        " links linked bold bold_characters line skipping skipped_kind skipped"
        " styles hidden enclosing hiders".split()
    )

    def __init__(self) -> None:
        self.stated = Stated()
        self.machine_dates = self.stated.machine_dates
        self.blocks: list[Block] = []
        # Elements: an element is recorded when its first block is, so the recorded ones are always the outermost of the open ones.
        self.opened = ["html"]
        # What `names_apart` gives of the open ones. Their attributes are let go, as Python's
        # collector looks through what lives long.
        self.called = [NO_NAMES]
        self.recorded: list[int] = []
        # The fields of each one's Element, in one row: as many tuples would be as many objects for Python's collector to look through.
        self.fields: list[Any] = []
        # The block being read: its text, with each named inline element at its start and None at its end.
        self.parts: list[str | Inline | None] = []
        self.named = False
        self.inline: list[Inline] = []
        self.closers: list[int] = []
        self.telling = Remembered(is_telling)
        self.pre = self.links = self.linked = self.bold = self.bold_characters = self.line = 0
        # How the text is hidden here, as bits of `styles`; and of each open element that changed it,
        # outermost first: what it was before, the element's place in hiders, or -1 if it hides
        # nothing, and what was put aside of the block around it.
        self.styles = Remembered(hiding)
        self.hidden = 0
        self.enclosing: list[tuple[int, int, tuple[Any, ...]]] = []
        self.hiders: list[tuple[int, int]] = []
        # Elements open inside one that holds no text, itself included; what that one's text is; and the text if it is wanted.
        self.skipping = 0
        self.skipped_kind = ""
        self.skipped: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin a block, a link or a mark, or to skip what is not text; and remember what the element's end has to undo."""
        if self.skipping:
            self.skipping += 1
            return
        role = ROLES.get(tag)
        if role is None:
            role = BLOCK if "-" in tag else INLINE
        if role == NOT_TEXT:
            self.skipping = 1
            self.skipped_kind = kind_of_text(tag, attributes)
            return
        closer = 0
        if role >= DIALOG or not TELLING.isdisjoint(attributes):
            closer = self.start_telling(tag, role, attributes)
        if role in BLOCKS:
            if self.parts:
                self.flush()
            self.line = 0
            self.opened.append(tag)
            self.called.append(names_apart(attributes) if attributes else NO_NAMES)
            closer |= ENDS_BLOCK
            if tag in PREFORMATTED:
                self.pre += 1
                closer |= ENDS_PRE
        elif role in (ANCHOR, INLINE):
            if attributes:
                closer |= self.start_inline(tag, attributes)
        elif role == VOID:
            self.stated.read_void(tag, attributes, len(self.blocks))
        elif role == BREAK:
            self.flush()
            self.line += 1
        elif role == BOLD:
            self.bold += 1
            closer |= ENDS_BOLD
        self.closers.append(closer)

    def start_inline(self, tag: str, attributes: Mapping[str, str]) -> int:
        """Keep an inline element that links its text or says what it is."""
        marks = tag == "time"
        for key in attributes:
            if key in NAMING_KEYS and self.telling[attributes[key]]:
                marks = True
                break
        if (not marks and tag != "a") or len(self.inline) >= DEEPEST_INLINE:
            return 0
        href = attributes.get("href", "")
        if tag == "a" and "rel" in attributes and "license" in attributes["rel"].lower():
            self.stated.links.append(("license", href))
        if marks:
            element = Inline(tag, href, names(attributes), value(attributes))
            if element.value:
                self.machine_dates.append(
                    MachineDate(len(self.blocks), tag, element.class_names, element.value)
                )
        else:
            element = new(Inline, (tag, href, "", ""))
        self.inline.append(element)
        self.parts.append(element)
        self.named = True
        if tag != "a":
            return ENDS_NAMED
        self.links += 1
        return ENDS_NAMED | ENDS_LINK

    def start_telling(self, tag: str, role: int, attributes: Mapping[str, str]) -> int:
        """Note a block's language or date, and hide what is not shown."""
        if role == BLOCK and self.parts:
            self.flush()
        if role == BLOCK and tag not in PREFORMATTED:
            if tag == "html" and not self.stated.language:
                self.stated.language = attributes.get("lang") or attributes.get("xml:lang") or ""
            elif "content" in attributes or "datetime" in attributes:
                self.machine_dates.append(
                    MachineDate(len(self.blocks), tag, names(attributes), value(attributes))
                )
        style = self.styles[attributes["style"]] if "style" in attributes else 0
        flags = read_hiding(tag, attributes, style)
        hidden = (self.hidden & ~(flags >> UNDO) | flags) & HIDES | self.hidden & GONE
        if hidden == self.hidden and not flags & HIDES:
            return 0
        self.start_hiding(hidden, role in BLOCKS, flags & HIDES)
        return ENDS_HIDDEN

    def start_hiding(self, hidden: int, is_block: bool, hides: int) -> None:
        """Begin text that is hidden, or shown again. Hidden text inside a line does not part it:
        the line goes on after it, and the hidden text stands before it as a block of its own."""
        aside: tuple[Any, ...] = ()
        if hidden and not self.hidden and not is_block:
            aside = self.parts, self.named, self.linked, self.bold_characters, self.line
            self.parts, self.named = [*self.inline], bool(self.inline)
            self.linked = self.bold_characters = 0
        else:
            self.flush()
        hider = -1
        if hides:
            hider = len(self.hiders)
            self.hiders.append((len(self.blocks), -1))
        self.enclosing.append((self.hidden, hider, aside))
        self.hidden = hidden

    def end_hiding(self) -> None:
        self.flush()
        self.hidden, hider, aside = self.enclosing.pop()
        if hider >= 0:
            self.hiders[hider] = self.hiders[hider][0], len(self.blocks)
        if aside:
            self.parts, self.named, self.linked, self.bold_characters, self.line = aside

    def end(self, tag: str) -> None:
        """Undo what the element's start did."""
        if self.skipping:
            self.skipping -= 1
            if self.skipped and not self.skipping:
                self.stated.read_text(self.skipped_kind, "".join(self.skipped), len(self.blocks))
                self.skipped.clear()
            return
        closer = self.closers.pop() if self.closers else 0
        if not closer:
            return
        if closer & ENDS_BLOCK:
            if self.parts:
                self.flush()
            self.line = 0
            self.opened.pop()
            self.called.pop()
            if len(self.recorded) > len(self.opened):
                self.fields[FIELDS * self.recorded.pop() + LAST] = len(self.blocks)
            if closer & ENDS_PRE:
                self.pre -= 1
        elif closer & ENDS_NAMED:
            self.inline.pop()
            if self.named:
                self.parts.append(None)
            if closer & ENDS_LINK:
                self.links -= 1
        elif closer & ENDS_BOLD:
            self.bold -= 1
        if closer & ENDS_HIDDEN:
            self.end_hiding()

    def data(self, text: str) -> None:
        """Add text to the block; white space before it is nothing."""
        if self.skipping:
            if self.skipped_kind:
                self.skipped.append(text)
        elif self.pre and "\n" in text:
            self.add_lines(text)
        elif self.parts or not text.isspace():
            self.parts.append(text)
            if self.links:
                self.linked += len(text.strip())
            if self.bold:
                self.bold_characters += len(text.strip())

    def add_lines(self, text: str) -> None:
        first, *rest = text.split("\n")
        self.parts.append(first)
        for other in rest:
            self.flush()
            self.line += 1
            self.parts.append(other)

    def flush(self) -> None:
        """End the block that is being read."""
        parts = self.parts
        if not parts:
            return
        pieces: tuple[str | Inline | None, ...] = ()
        if self.named:
            text = collapse_spaces("".join([part for part in parts if part.__class__ is str]))
            pieces = tuple(parts)
            self.parts = [*self.inline]
            self.named = bool(self.inline)
        else:
            text = collapse_spaces("".join(parts))  # type: ignore[arg-type]  # nothing is self.named, so all are text
            self.parts = []
        if text:
            if len(self.recorded) < len(self.opened):
                self.record()
            where = self.opened[-1], self.recorded[-1]
            self.blocks.append(
                new(
                    Block,
                    (
                        text,
                        *where,
                        self.linked,
                        self.bold_characters,
                        self.hidden > 0,
                        self.line,
                        pieces,
                    ),
                )
            )
            self.linked = self.bold_characters = 0

    def record(self) -> None:
        """Record the open elements that hold no block yet, outermost first."""
        recorded, fields, first = self.recorded, self.fields, len(self.blocks)
        parent, depth, element = (
            recorded[-1] if recorded else -1,
            len(recorded),
            len(fields) // FIELDS,
        )
        for tag, called in zip(self.opened[depth:], self.called[depth:], strict=True):
            fields += (parent, tag, called[0], depth, first, -1, *called[1:])
            parent = element
            recorded.append(element)
            element += 1
            depth += 1

    def page(self, url: str | None) -> Page:
        """The page that was read; nothing more can be."""
        while self.enclosing:
            self.end_hiding()
        self.flush()
        for element in self.recorded:
            self.fields[FIELDS * element + LAST] = len(self.blocks)
        elements = tuple(
            map(new, repeat(Element), zip(*repeat(iter(self.fields), FIELDS), strict=True))
        )
        page = Page(
            tuple(self.blocks),
            elements,
            self.stated.metadata(),
            tuple(self.stated.images),
            url,
            machine_dates=tuple(self.machine_dates),
            hiders=tuple([hider for hider in self.hiders if hider[0] < hider[1]]),
        )
        # lxml's parser is part of a cycle and holds this builder; with these gone the page's memory does not wait for the collector.
        del self.blocks, self.fields, self.stated, self.machine_dates, self.telling, self.styles
        return page

    close = flush
