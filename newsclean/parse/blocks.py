"""The parser's events -> blocks and elements.

Written for speed: a page makes thousands of events, and each line of `start`, `end` and `data` runs
for each of them, so what most events are is asked first.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import repeat

from newsclean.model import Element, Page
from newsclean.model.value import new
from newsclean.parse.edges import EDGE
from newsclean.parse.flow import FIELDS, LAST, NO_NAMES, NO_SLOTS
from newsclean.parse.names import names_apart
from newsclean.parse.roles import (
    BLOCK,
    BREAK,
    COUNTED,
    DIALOG,
    LAST_BLOCK,
    LAST_INLINE,
    NOT_TEXT,
    READING,
    ROLES,
    SCRIPT,
    VOID,
)
from newsclean.parse.starts import (
    ENDS_ASIDE,
    ENDS_BLOCK,
    ENDS_BOLD,
    ENDS_BOX,
    ENDS_HIDDEN,
    ENDS_LINE,
    ENDS_LINK,
    ENDS_NAMED,
    ENDS_PRE,
    ENDS_READING,
    ENDS_REST,
    ENDS_VOID,
    TELLING,
    Starts,
)


class Events(Starts):
    """Receives the parser's events; `page` makes a Page of them."""

    __slots__ = NO_SLOTS

    def __init__(self) -> None:
        super().__init__()
        self.closers: list[int] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin a block, a link or a mark, or to skip what is no text of a block."""
        if self.skipping:
            self.skipping += 1
            return
        role = ROLES.get(tag)
        if role is None:
            role = self.other_role(tag)
        if role == NOT_TEXT:
            if self.skip(tag, attributes):
                return
            role = BLOCK
        closer = 0
        if role >= DIALOG or not TELLING.isdisjoint(attributes):
            closer = self.start_telling(tag, role, attributes)
        if role <= LAST_INLINE:
            if self.edge == len(self.parts) and self.parts and role != SCRIPT:
                self.parts.append(EDGE)
                self.edged = True
            if role or attributes:
                closer |= self.start_inline(tag, role, attributes)
        elif role == BLOCK and not self.special:
            closer |= self.start_block(tag, attributes)
        elif BLOCK <= role <= LAST_BLOCK:
            closer |= self.start_rare_block(tag, role, attributes)
        elif role == READING:
            self.shelve(is_aside=True)
            closer |= ENDS_READING
        elif role == VOID:
            closer |= self.start_void(tag, attributes)
        elif role == BREAK:
            self.break_line(always=True)
        self.closers.append(closer)

    def start_block(self, tag: str, attributes: Mapping[str, str]) -> int:
        """Begin a block, counted where it is one of a list or a table."""
        if self.parts:
            self.flush()
        self.line = 0
        known = names_apart(attributes) if attributes else NO_NAMES
        if tag in COUNTED and (tag != "li" or self.opened[-1] == "ol"):
            known = (*known[:-1], self.count(tag, attributes))
        self.opened.append(tag)
        self.known.append(known)
        return ENDS_BLOCK

    def end(self, tag: str) -> None:
        """Undo what the element's start did."""
        if self.skipping:
            self.skipping -= 1
            if self.skipped and not self.skipping:
                self.read_skipped()
            return
        closer = self.closers.pop() if self.closers else 0
        if not closer:
            self.edge = len(self.parts)
            return
        if closer & ENDS_BLOCK:
            if self.parts:
                self.flush()
            self.line = 0
            self.opened.pop()
            self.known.pop()
            if len(self.recorded) > len(self.opened):
                self.fields[FIELDS * self.recorded.pop() + LAST] = len(self.blocks)
            if closer & ENDS_PRE:
                self.pre -= 1
                self.special -= 1
        elif closer & ENDS_NAMED:
            self.inline.pop()
            if self.named:
                self.parts.append(None)
            if closer & ENDS_LINK:
                self.links -= 1
            elif closer & ENDS_BOLD:
                self.bold -= 1
        if closer & ENDS_REST:
            self.end_rest(closer)
        if not closer & ENDS_VOID:
            self.edge = len(self.parts)

    def read_skipped(self) -> None:
        """Read the text of an element that ended, which is no text of a block."""
        self.stated.read_text(self.skipped_kind, "".join(self.skipped), len(self.blocks))
        self.skipped.clear()

    def end_rest(self, closer: int) -> None:
        """End what few elements begin, the innermost first."""
        if closer & ENDS_ASIDE:
            self.flush()
            self.unshelve()
        elif closer & ENDS_READING:
            self.end_reading()
        if closer & ENDS_HIDDEN:
            self.end_hiding()
        if closer & ENDS_LINE:
            self.break_line()
        if closer & ENDS_BOX:
            self.boxes -= 1
            self.special -= 1

    def data(self, text: str) -> None:
        """Add text to the block; white space before it is nothing."""
        if self.skipping:
            if self.skipped_kind:
                self.skipped.append(text)
        elif self.parts or self.pre or not text.isspace():
            self.parts.append(text)
            if self.links:
                self.linked += len(text.strip())
            if self.bold:
                self.bold_characters += len(text.strip())

    def page(self, url: str | None) -> Page:
        """The page that was read; nothing more can be."""
        while self.enclosing:
            self.end_hiding()
        self.flush()
        while self.shelf:
            self.unshelve()
            self.flush()
        for element in self.recorded:
            self.fields[FIELDS * element + LAST] = len(self.blocks)
        page = Page(
            tuple(self.blocks),
            self.elements(),
            self.stated.metadata(),
            tuple(self.stated.images),
            url,
            machine_dates=tuple(self.machine_dates),
            hiders=tuple([hider for hider in self.hiders if hider[0] < hider[1]]),
            players=self.stated.placed_players(len(self.blocks)),
        )
        # lxml's parser is part of a cycle and holds this builder; with these gone the page's memory
        # does not wait for the collector.
        del self.blocks, self.fields, self.stated, self.machine_dates, self.read_name, self.styles
        return page

    def elements(self) -> tuple[Element, ...]:
        """The elements that were recorded."""
        rows = zip(*repeat(iter(self.fields), FIELDS), strict=True)
        return tuple(map(new, repeat(Element), rows))

    def close(self) -> None:
        """End the last block; lxml calls it when the parser ends."""
        self.flush()
