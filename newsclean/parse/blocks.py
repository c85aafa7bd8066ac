"""The parser's events -> blocks and elements.

Written for speed: a page makes thousands of events, and each line of `start`, `end` and `data` runs
for each of them, so what most events are is asked first.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice, repeat

from newsclean.model import Element, Inline, MachineDate, Page
from newsclean.model.block import PREFORMATTED
from newsclean.parse.asides import Asides
from newsclean.parse.edges import EDGE
from newsclean.parse.flow import FIELDS, LAST, NO_NAMES, new
from newsclean.parse.hiding import read_hiding
from newsclean.parse.roles import (
    ANCHOR,
    BLOCK,
    BOLD,
    BREAK,
    BUTTON,
    CODE,
    CODE_LINES,
    COUNTED,
    DIALOG,
    INLINE,
    LAST_BLOCK,
    LAST_INLINE,
    LINE_NUMBER_NAMES,
    MARKS,
    NOT_TEXT,
    READING,
    ROLES,
    RUBY,
    SCRIPT,
    TEXT_TAGS,
    VOID,
)
from newsclean.parse.stated import (
    COPY,
    FIELD,
    NAMING_KEYS,
    Remembered,
    Stated,
    kind_of_text,
    names,
    names_apart,
    read_name,
    value,
)
from newsclean.parse.styles import BREAKS, GONE, HIDES, INLINES, UNDO, hiding

# What the end tag of an element has to undo.
ENDS_BLOCK, ENDS_BOLD, ENDS_NAMED, ENDS_HIDDEN = 1, 2, 4, 8
ENDS_PRE, ENDS_LINK, ENDS_LINE, ENDS_ASIDE, ENDS_READING, ENDS_VOID, ENDS_BOX = (
    16,
    32,
    64,
    128,
    256,
    512,
    1024,
)
ENDS_REST = ENDS_HIDDEN | ENDS_LINE | ENDS_ASIDE | ENDS_READING | ENDS_BOX
# Attributes that say more of an element than its names; few elements have one.
TELLING = frozenset({"hidden", "style", "content", "datetime", "lang", "xml:lang"})
# Nobody nests more links and marks than this.
DEEPEST_INLINE = 50
# No line of code ends with more inline elements without text.
FAR_BACK = 4 * DEEPEST_INLINE
# The text alternative of a picture of a first letter, with a quotation mark at most.
LONGEST_INITIAL = 2


class BlockBuilder(Asides):
    """Receives the parser's events; `page` makes a Page of them."""

    __slots__ = tuple(
        "stated machine_dates closers read_name pre boxes special links bold edge styles"
        " skipping skipped_kind skipped".split()
    )

    def __init__(self) -> None:
        super().__init__()
        self.stated = Stated()
        self.machine_dates = self.stated.machine_dates
        self.closers: list[int] = []
        self.read_name = Remembered(read_name)
        self.links = self.bold = 0
        # How many preformatted elements are open, how many blocks that are part of a line, and how
        # many of the two.
        self.pre = self.boxes = self.special = 0
        # How many parts there were when an inline element ended.
        self.edge = -1
        # What each value of a style attribute hides, as bits of `styles`.
        self.styles = Remembered(hiding)
        # Elements open inside one whose text is not read here, itself included; what that one's
        # text is; and the text if it is wanted.
        self.skipping = 0
        self.skipped_kind = ""
        self.skipped: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:  # noqa: C901  # for speed
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
            if self.parts:
                self.flush()
            self.line = 0
            known = names_apart(attributes) if attributes else NO_NAMES
            if tag in COUNTED and (tag != "li" or self.opened[-1] == "ol"):
                known = (*known[:-1], self.count(tag, attributes))
            self.opened.append(tag)
            self.known.append(known)
            closer |= ENDS_BLOCK
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

    def skip(self, tag: str, attributes: Mapping[str, str]) -> bool:
        """Begin an element that is no text; False for a shadow root, which is."""
        if tag == "template" and "shadowrootmode" in attributes:
            return False
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
        self.known.append(names_apart(attributes) if attributes else NO_NAMES)
        if role == CODE:
            self.pre += 1
            self.special += 1
            closer |= ENDS_PRE
        return closer

    def start_inline(self, tag: str, role: int, attributes: Mapping[str, str]) -> int:
        """Keep an inline element that links or marks its text, or says what it is."""
        found = FIELD if tag == "time" else 0
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
        self.stated.read_void(tag, attributes, len(self.blocks))
        if tag == "wbr":
            self.edge = -1
        alt = attributes.get("alt", "").strip() if tag == "img" else ""
        is_initial = 0 < len(alt) <= LONGEST_INITIAL and alt[-1].isupper() and not self.initial
        if is_initial and not self.has_text():
            self.initial = alt
            self.parts.append(alt)
        return ENDS_VOID

    def start_telling(self, tag: str, role: int, attributes: Mapping[str, str]) -> int:
        """Note a block's language or date, break lines, and hide what is not shown."""
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
        # lxml's parser is part of a cycle and holds this builder; with these gone the page's memory
        # does not wait for the collector.
        del self.blocks, self.fields, self.stated, self.machine_dates, self.read_name, self.styles
        return page

    close = Asides.flush


def identity(attributes: Mapping[str, str]) -> str:
    """What a link to an element names it by."""
    return attributes.get("id") or attributes.get("name") or ""
