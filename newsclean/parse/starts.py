"""What the start tags of less common elements do.

Written for speed, as `blocks` is: one class with one method for each kind of element.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from newsclean.model import Inline, MachineDate
from newsclean.model.block import PREFORMATTED
from newsclean.model.value import new
from newsclean.parse.asides import Asides
from newsclean.parse.flow import NO_NAMES, NO_SLOTS
from newsclean.parse.hiding import read_hiding
from newsclean.parse.names import (
    COPY,
    FIELD,
    NAMING_KEYS,
    identity,
    language_stated,
    names,
    names_apart,
    read_name,
)
from newsclean.parse.roles import (
    ANCHOR,
    BLOCK,
    BOLD,
    BUTTON,
    CODE,
    CODE_LINES,
    DIALOG,
    INLINE,
    LAST_INLINE,
    LINE_NUMBER_NAMES,
    MARKS,
    RUBY,
    SCRIPT,
    TEXT_TAGS,
)
from newsclean.parse.stated import Stated, is_moment, kind_of_text, value
from newsclean.parse.styles import BREAKS, GONE, HIDES, INLINES, UNDO, hiding
from newsclean.text.memo import Memo

# What the end tag of an element has to undo.
ENDS_BLOCK, ENDS_BOLD, ENDS_NAMED, ENDS_HIDDEN = 1, 2, 4, 8
ENDS_PRE, ENDS_LINK, ENDS_LINE, ENDS_ASIDE = 16, 32, 64, 128
ENDS_READING, ENDS_VOID, ENDS_BOX = 256, 512, 1024
ENDS_REST = ENDS_HIDDEN | ENDS_LINE | ENDS_ASIDE | ENDS_READING | ENDS_BOX
# Attributes that say more of an element than its names; few elements have one.
TELLING = frozenset({"hidden", "style", "content", "datetime", "lang", "xml:lang", "itemid"})
# What displays another page, and what plays something.
FRAMES = frozenset({"iframe", "object"})
MEDIA = frozenset({"video", "audio"})
# Nobody nests more links and marks than this: of 2,533 labelled pages one has 13, no other more
# than 6.
DEEPEST_INLINE = 50
# No line of code ends with more inline elements without text.
FAR_BACK = 4 * DEEPEST_INLINE
# The text alternative of a picture of a first letter, with a quotation mark at most.
LONGEST_INITIAL = 2


class Starts(Asides):
    """Begins inline elements, blocks of special kinds, elements without text, and hidden ones."""

    __slots__ = NO_SLOTS

    def __init__(self) -> None:
        super().__init__()
        self.stated = Stated()
        self.machine_dates = self.stated.machine_dates
        self.read_name = Memo(read_name)
        self.links = self.bold = 0
        # How many preformatted elements are open, how many blocks that are part of a line, and how
        # many of the two.
        self.pre = self.boxes = self.special = 0
        # How many parts there were when an inline element ended.
        self.edge = -1
        # What each value of a style attribute hides, as bits of `styles`.
        self.styles = Memo(hiding)
        # Elements open inside one whose text is not read here, itself included; what that one's
        # text is; and the text if it is wanted.
        self.skipping = 0
        self.skipped_kind = ""
        self.skipped: list[str] = []

    def skip(self, tag: str, attributes: Mapping[str, str]) -> bool:
        """Begin an element that is no text; False for a shadow root, which is."""
        if tag == "template" and "shadowrootmode" in attributes:
            return False
        if tag in FRAMES and not self.hidden:
            self.read_player(attributes)
        self.skipping = 1
        self.skipped_kind = kind_of_text(tag, attributes)
        return True

    def other_role(self, tag: str) -> int:
        """The role of a custom element: a part of a sentence, or else a block; others are inline.

        A custom element has a hyphen in its name.
        """
        if "-" not in tag or self.opened[-1] in TEXT_TAGS or self.has_text():
            return INLINE
        return BLOCK

    def start_rare_block(self, tag: str, role: int, attributes: Mapping[str, str]) -> int:
        """Begin preformatted text or a block in it, a button or a dialog."""
        if self.boxes:
            return 0
        if self.pre and tag in CODE_LINES:
            self.break_line()
            return ENDS_LINE
        closer = ENDS_BLOCK
        if role == BUTTON and self.has_text():
            self.shelve(is_aside=True)
            # Its own text is one element deeper.
            self.aside_depth += 1
            closer |= ENDS_ASIDE
        elif self.parts:
            self.flush()
        self.line = 0
        self.opened.append(tag)
        known = names_apart(attributes) if attributes else NO_NAMES
        if role == CODE:
            known = (*known[:-1], language_stated(attributes))
            self.pre += 1
            self.special += 1
            closer |= ENDS_PRE
        self.known.append(known)
        return closer

    def start_inline(self, tag: str, role: int, attributes: Mapping[str, str]) -> int:
        """Keep an inline element that links or marks its text, or says what it is."""
        found = FIELD if tag == "time" or (tag == "abbr" and is_moment(attributes)) else 0
        for key in attributes:
            if key in NAMING_KEYS:
                found |= self.read_name[attributes[key]]
        closer = ENDS_VOID if role == SCRIPT else 0
        if found & COPY:
            self.shelve(is_aside=True)
            closer |= ENDS_ASIDE
        elif self.pre and role == INLINE and LINE_NUMBER_NAMES.search(names(attributes)):
            self.shelve(is_aside=True)
            return ENDS_READING
        if (not found & FIELD and role == INLINE) or len(self.inline) >= DEEPEST_INLINE:
            return closer
        element = self.inline_element(tag, role, attributes, bool(found & FIELD))
        if role == RUBY:
            self.ruby = len(self.parts)
        self.inline.append(element)
        self.parts.append(element)
        self.named = True
        closer |= ENDS_NAMED
        if role == ANCHOR:
            self.links += 1
            closer |= ENDS_LINK
        elif tag in BOLD:
            self.bold += 1
            closer |= ENDS_BOLD
        return closer

    def inline_element(
        self, tag: str, role: int, attributes: Mapping[str, str], is_field: bool
    ) -> Inline:
        """What is kept of an inline element, its license and date noted."""
        href = attributes.get("href", "") if role == ANCHOR else ""
        if href and "rel" in attributes and "license" in attributes["rel"].lower():
            self.stated.links.append(("license", href))
        if is_field:
            element = Inline(tag, href, names(attributes), value(attributes), identity(attributes))
            if element.value:
                self.machine_dates.append(
                    MachineDate(len(self.blocks), tag, element.class_names, element.value)
                )
            return element
        if role == ANCHOR:
            return new(Inline, (tag, href, "", "", identity(attributes)))
        if tag == "code" and "class" in attributes:
            return Inline(tag, "", names(attributes), "")
        return MARKS[tag]

    def start_void(self, tag: str, attributes: Mapping[str, str]) -> int:
        """Read an element that has no inside. One in the middle of a word does not part it."""
        if tag == "source" or tag == "embed":
            self.start_source(tag, attributes)
            return ENDS_VOID
        self.stated.read_void(tag, attributes, len(self.blocks))
        if tag == "wbr":
            self.edge = -1
        alt = attributes.get("alt", "").strip() if tag == "img" else ""
        is_initial = 0 < len(alt) <= LONGEST_INITIAL and alt[-1].isupper() and not self.initial
        if is_initial and not self.has_text():
            self.initial = alt
            self.parts.append(alt)
        return ENDS_VOID

    def start_source(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Read a player of its own, or the address of a video that has none yet."""
        if self.stated.awaits_source if tag == "source" else not self.hidden:
            self.stated.awaits_source = not self.read_player(attributes)

    def read_player(self, attributes: Mapping[str, str]) -> bool:
        """Read what displays something of another address; whether it states that address."""
        around = self.recorded[-1] if self.recorded else -1
        following = len(self.blocks) + self.has_text()
        return self.stated.read_player(attributes, following, around)

    def start_telling(self, tag: str, role: int, attributes: Mapping[str, str]) -> int:
        """Note a block's language or date, break lines, and hide what is not shown."""
        if tag in MEDIA and not self.hidden:
            self.stated.awaits_source = not self.read_player(attributes)
        if "itemid" in attributes:
            self.stated.read_pictured(attributes, len(self.blocks))
        style = self.styles[attributes["style"]] if "style" in attributes else 0
        if role == BLOCK and style & INLINES and not style & HIDES and self.has_text():
            self.boxes += 1
            self.special += 1
            return ENDS_BOX
        if role == BLOCK and not self.boxes and not (self.pre and tag in CODE_LINES):
            self.flush()
            if tag == "html" and not self.stated.language:
                self.stated.language = attributes.get("lang") or attributes.get("xml:lang") or ""
            elif "content" in attributes or "datetime" in attributes:
                self.machine_dates.append(
                    MachineDate(len(self.blocks), tag, names(attributes), value(attributes))
                )
        flags = read_hiding(tag, attributes, style)
        closer = 0
        if flags & BREAKS and role <= LAST_INLINE:
            self.break_line()
            closer = ENDS_LINE
        hidden = (self.hidden & ~(flags >> UNDO) | flags) & HIDES | self.hidden & GONE
        if hidden == self.hidden and not flags & HIDES:
            return closer
        self.start_hiding(hidden, role in (BLOCK, CODE, DIALOG), flags & HIDES)
        return closer | ENDS_HIDDEN

    def break_line(self, always: bool = False) -> None:
        """End a line, and of preformatted text the line only, not the block."""
        if self.pre and self.opened[-1] == PREFORMATTED:
            latest = islice(reversed(self.parts), FAR_BACK)
            last = next((part for part in latest if isinstance(part, str) and part), "\n")
            if always or not last.endswith("\n"):
                self.parts.append("\n")
        elif self.parts or always:
            self.flush()
            self.line += 1
