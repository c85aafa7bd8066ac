"""A page as it is read: its text, its blocks, the elements around them, and its metadata.

`Element`, `Link`, `InlineElement`, `MachineDate`, `Inline` and `Block` are named tuples because a
page makes thousands of them; the rest are frozen dataclasses.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from newsclean.model.block import Block
from newsclean.model.pickling import get_state, set_state
from newsclean.model.representation import shorten
from newsclean.model.value import Value


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Decoded(Value):
    """The text of the page's bytes, and how its encoding was determined.

    Attributes:
        text: The decoded text.
        encoding: The Python codec that was used; None for text.
        declared: The label that the page or its sender gave.
        how: How the encoding was determined: bom, utf-16, iso-2022, utf-8, http, meta, xml,
            detected, fallback or text; "none" if the bytes are no page.
        bad_bytes: How many replacement characters the decoder had to write.
        repairs: How many characters were encoded twice before the page reached us, and were
            repaired in `text`.
        notes: Sentences on anything that a reader of the text should know, such as a wrong label
            or text that was encoded twice.
        truncations: A sentence if not all of the page was read.
    """

    text: str
    encoding: str | None = None
    declared: str | None = None
    how: str = "text"
    bad_bytes: int = 0
    repairs: int = 0
    notes: tuple[str, ...] = ()
    truncations: tuple[str, ...] = ()


class Element(NamedTuple):
    """An element that holds blocks.

    Attributes:
        parent: Index of the parent in `page.elements`, where it stands earlier; -1 for the root.
        tag: The tag, in lower case.
        class_names: Class, id, rel, role and itemprop in lower case, separated by spaces.
        depth: How many elements are around it.
        first: Index of its first block.
        last: Index after its last block: its blocks are `page.blocks[first:last]`.
        id: Its id, as written.
        class_attribute: Its class attribute, as written.
        role: Its role, as written.
        itemprop: Its itemprop, as written.
        attributes: What else is kept of it as (name, value): `start` and `reversed` of an ordered
            list, `colspan` and `rowspan` of a cell, the `number` of an item of an ordered list, the
            `column` of a cell in its row, where a quotation is from, and the `language` of code.
    """

    parent: int
    tag: str
    class_names: str
    depth: int
    first: int
    last: int
    id: str = ""
    class_attribute: str = ""
    role: str = ""
    itemprop: str = ""
    attributes: tuple[tuple[str, str], ...] = ()

    @property
    def classes(self) -> tuple[str, ...]:
        """Its classes, as written.

        >>> Element(-1, "div", "story text", 0, 0, 1, class_attribute="Story text").classes
        ('Story', 'text')
        """
        # A tuple in the element would be one more object for Python's collector to look through.
        return tuple(self.class_attribute.split())


class MachineDate(NamedTuple):
    """A machine-readable value, usually a date, that the page states without printing it.

    It comes from `<time datetime>`, `<meta itemprop content>`, or `"publishedAt":` in a script.

    Attributes:
        block: Index of the block that it is in, or that follows it.
        tag: The tag of the element; "script" for a script.
        class_names: As in `Element.class_names`; "published" or "created" for a script.
        value: The value as written.
    """

    block: int
    tag: str
    class_names: str
    value: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Image(Value):
    """A picture of the page.

    Attributes:
        src: Its address.
        alt: Its text alternative.
        block: Index of the block that follows it.
        caption: The text of its caption.
        paragraph: Index of the article's paragraph that it stands before, or their number if it
            stands after the last; None if it has no place in the text.
        lead: Whether the page names it as the picture of the whole article.
    """

    src: str
    alt: str = ""
    block: int = 0
    caption: str = ""
    paragraph: int | None = None
    lead: bool = False

    __getstate__ = get_state
    __setstate__ = set_state


class Player(NamedTuple):
    """What displays something of another address, such as a video, or may do so.

    Attributes:
        address: The address as written.
        block: Index of the block that follows it.
        element: Index of the innermost element around it that has a block before it, else -1.
    """

    address: str
    block: int
    element: int = -1


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Metadata(Value):
    """What the page says about itself outside its visible text.

    Attributes:
        title: The text of the <title> element.
        meta: The (name, content) of each meta element in page order; the name is its name,
            property, itemprop or http-equiv in lower case.
        links: The (rel, href) of each <link>, and of each <a rel="license">.
        json_ld: The raw text of each JSON-LD script.
        scripts: The raw text of scripts that may hold an article as data.
        language: The lang attribute of <html>.
        base: The address in <base href>.
    """

    title: str = ""
    meta: tuple[tuple[str, str], ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    json_ld: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    language: str = ""
    base: str = ""

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


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Page(Value):
    """A parsed page.

    Attributes:
        blocks: Its blocks, in reading order.
        elements: The elements that hold blocks; a parent comes before its children.
        metadata: What the page says about itself.
        images: Its pictures, in page order.
        url: The address it came from.
        plain: Whether it was read from plain text, not from HTML.
        truncations: A sentence for each thing that a limit cut.
        machine_dates: Machine-readable values, in page order.
        hiders: The elements that hide their text, outer ones first: of each, its first block and
            the first block after it.
        players: Its frames, videos and recordings that are displayed, in page order.
    """

    blocks: tuple[Block, ...]
    elements: tuple[Element, ...]
    metadata: Metadata
    images: tuple[Image, ...] = ()
    url: str | None = None
    plain: bool = False
    truncations: tuple[str, ...] = ()
    machine_dates: tuple[MachineDate, ...] = ()
    hiders: tuple[tuple[int, int], ...] = ()
    players: tuple[Player, ...] = ()

    def __repr__(self) -> str:
        characters = sum(len(block.text) for block in self.blocks)
        title = shorten(self.metadata.title)
        return f"<Page {title}: {len(self.blocks):,} blocks, {characters:,} characters>"

    def ancestors(self, element: int) -> Iterator[int]:
        """The index of an element, and of each element around it, innermost first.

        >>> elements = (Element(-1, "body", "", 0, 0, 1), Element(0, "p", "", 1, 0, 1))
        >>> list(Page((Block("Ferry", "p", 1),), elements, Metadata()).ancestors(1))
        [1, 0]
        >>> list(Page((), (), Metadata()).ancestors(-1))
        []
        """
        while element >= 0:
            yield element
            element = self.elements[element].parent
