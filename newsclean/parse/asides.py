"""Text inside a sentence that is no part of it: what is hidden, a button, a reading, a copy.

The sentence is put on a shelf and goes on after that text, which becomes a block of its own right
after the sentence's.
"""

from __future__ import annotations

from typing import Any

from newsclean.model import Block, Inline
from newsclean.parse.flow import NO_SLOTS, Flow

# Stands for a block that goes on after the text inside it that is no part of its sentence.
PENDING = Block("", "", -1)
# What is put on the shelf: all that is known of the block that is being read.
SHELVED = (
    *("parts", "named", "blank", "linked", "bold_characters", "line", "edged", "place"),
    *("readings", "initial", "aside_depth"),
)


class Asides(Flow):
    """Collects text into blocks, that which is no part of a sentence apart from it."""

    __slots__ = NO_SLOTS

    def __init__(self) -> None:
        super().__init__()
        self.shelf: list[list[Any]] = []
        # Of each open element that changed how text is hidden, outermost first: how it was before,
        # the element's index in hiders, or -1 if it hides nothing, and whether the text around it
        # was put aside.
        self.enclosing: list[tuple[int, int, bool]] = []
        self.hiders: list[tuple[int, int]] = []
        # Where in the parts ruby begins.
        self.ruby = -1

    def shelve(self, is_aside: bool) -> None:
        """Begin text that is no part of the sentence around it, which goes on after it.

        A place is kept for that sentence, so that the other text stands right after it.
        """
        has_text = self.has_text()
        if has_text and self.place < 0:
            if len(self.recorded) < len(self.opened):
                self.record()
            self.place = len(self.blocks)
            self.blocks.append(PENDING)
        self.shelf.append([getattr(self, name) for name in SHELVED])
        self.parts, self.named = [*self.inline], bool(self.inline)
        self.blank = self.linked = self.bold_characters = 0
        self.edged, self.place, self.readings, self.initial = False, -1, [], ""
        self.aside_depth = len(self.opened) if is_aside else -1

    def unshelve(self) -> None:
        """Go on with the sentence that was put aside."""
        for name, value in zip(SHELVED, self.shelf.pop(), strict=True):
            setattr(self, name, value)

    def start_hiding(self, hidden: int, is_block: bool, hides: int) -> None:
        """Begin text that is hidden, or shown again. Hidden text in a line does not part it."""
        is_shelved = bool(hidden and not self.hidden and not is_block)
        if is_shelved:
            self.shelve(is_aside=False)
        else:
            self.flush()
        hider = -1
        if hides:
            hider = len(self.hiders)
            self.hiders.append((len(self.blocks), -1))
        self.enclosing.append((self.hidden, hider, is_shelved))
        self.hidden = hidden

    def end_hiding(self) -> None:
        self.flush()
        self.hidden, hider, is_shelved = self.enclosing.pop()
        if hider >= 0:
            self.hiders[hider] = self.hiders[hider][0], len(self.blocks)
        if is_shelved:
            self.unshelve()

    def end_reading(self) -> None:
        """Collect the readings of a sentence, or the numbers of lines, to one text after it."""
        text = "".join([part for part in self.parts if isinstance(part, str)])
        self.unshelve()
        self.readings.append(text)
        if not self.parts:
            self.parts.append("")
        ruby = self.parts[self.ruby] if 0 <= self.ruby < len(self.parts) else None
        if isinstance(ruby, Inline) and ruby.tag == "ruby":
            reading = ruby.value + "".join(text.split())
            self.parts[self.ruby] = ruby._replace(value=reading)
