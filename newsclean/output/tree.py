"""The paragraphs and pictures of an article as a tree, which HTML, Markdown and TEI write alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from newsclean.model import Article, Image, Kind, Mark, MarkKind, Paragraph

ITEMS = frozenset({Kind.LIST_ITEM, Kind.TERM, Kind.DEFINITION, Kind.FOOTNOTE})
# Deeper nesting is a mistake of a page, and more than Python's stack likes.
DEEPEST = 20


@dataclass(slots=True)
class Item:
    """An item of a list: what it holds, and the paragraph that begins it."""

    kind: Kind
    number: int | None = None
    children: list[Node] = field(default_factory=list)

    @property
    def begins_with_text(self) -> bool:
        """Whether its first node is a paragraph of text: no heading, code or table."""
        first = self.children[0]
        return isinstance(first, Paragraph) and first.kind in (*ITEMS, Kind.PARAGRAPH)


@dataclass
class List:
    """A list; its items are terms and definitions, or have numbers, or have none.

    Writers ask for its properties at every item, so they are computed once, when it is complete.
    """

    id: int
    level: int
    items: list[Item] = field(default_factory=list)

    @property
    def is_ordered(self) -> bool:
        return self.items[0].number is not None

    @cached_property
    def has_terms(self) -> bool:
        return any(item.kind in (Kind.TERM, Kind.DEFINITION) for item in self.items)

    @cached_property
    def is_tight(self) -> bool:
        """Whether each item is a line of text, with further lists under it at most."""
        return all(
            item.begins_with_text
            and all(isinstance(child, List) and child.is_tight for child in item.children[1:])
            for item in self.items
        )


@dataclass(slots=True)
class Quote:
    """A quotation and what it holds."""

    children: list[Node] = field(default_factory=list)


Node: TypeAlias = "Paragraph | Image | List | Quote"


def tree_of(article: Article, images: bool = True, embeds: bool = True) -> list[Node]:
    """The article's body, with the pictures that have a place in it.

    After a video, or the text of a post, there is a paragraph with its address.
    """
    builder = _Builder()
    placed = sorted(
        (image for image in article.images if images and image.paragraph is not None),
        key=lambda image: image.paragraph or 0,
    )
    following = iter(placed)
    image = next(following, None)
    for index, paragraph in enumerate(article.paragraphs):
        while image and (image.paragraph or 0) <= index:
            builder.add_image(image, paragraph)
            image = next(following, None)
        if paragraph.text.strip():
            builder.add(paragraph)
        if embeds and (link := _link_after(article.paragraphs, index)):
            builder.add(link)
    while image:
        builder.add_image(image, None)
        image = next(following, None)
    return builder.root


def _link_after(paragraphs: Sequence[Paragraph], index: int) -> Paragraph | None:
    """A paragraph with the address of what is embedded and ends here, if its text has no link."""
    own = paragraphs[index]
    if own.kind is not Kind.EMBED or not own.address:
        return None
    following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
    if following and following.address == own.address:
        return None
    if any(mark.kind is MarkKind.LINK and mark.value == own.address for mark in own.marks):
        return None
    mark = Mark(0, len(own.address), MarkKind.LINK, own.address)
    return Paragraph(Kind.EMBED, own.address, quote=own.quote, list_id=own.list_id, marks=(mark,))


class _Builder:
    """Puts paragraphs into the lists and quotations that they name."""

    def __init__(self) -> None:
        self.root: list[Node] = []
        self.quotes: list[Quote] = []
        self.lists: list[List] = []

    def add(self, paragraph: Paragraph) -> None:
        quote = max(paragraph.quote, int(paragraph.kind is Kind.QUOTE))
        self._open_quotes(min(quote, DEEPEST))
        list_id = paragraph.list_id
        if list_id is None and paragraph.kind in ITEMS - {Kind.FOOTNOTE}:
            # An article of an earlier version has no ids: the items of one depth are one list.
            list_id = -max(paragraph.level, 1)
        if list_id is None:
            self.lists.clear()
            self._children().append(paragraph)
        else:
            self._add_to_list(paragraph, list_id)

    def add_image(self, image: Image, before: Paragraph | None) -> None:
        """Add a picture; in the item of a list only if the paragraph after it goes on with it."""
        if before is None or before.list_id is None or before.kind in ITEMS:
            self.lists.clear()
        if before is None or before.quote < len(self.quotes):
            self._open_quotes(0)
        self._children().append(image)

    def _children(self) -> list[Node]:
        """Where the next node goes."""
        if self.lists:
            return self.lists[-1].items[-1].children
        return self.quotes[-1].children if self.quotes else self.root

    def _open_quotes(self, depth: int) -> None:
        if depth != len(self.quotes):
            self.lists.clear()
        del self.quotes[depth:]
        while len(self.quotes) < depth:
            quote = Quote()
            self._children().append(quote)
            self.quotes.append(quote)

    def _add_to_list(self, paragraph: Paragraph, list_id: int) -> None:
        self._open_list(list_id, max(paragraph.level, 1), paragraph.kind in ITEMS)
        own = self.lists[-1]
        if paragraph.kind in ITEMS or not own.items:
            own.items.append(Item(paragraph.kind, paragraph.number))
        own.items[-1].children.append(paragraph)

    def _open_list(self, list_id: int, level: int, is_item: bool) -> None:
        """Make the list of a paragraph the innermost open one."""
        if any(own.id == list_id for own in self.lists):
            while self.lists[-1].id != list_id:
                self.lists.pop()
            return
        if is_item:
            while self.lists and self.lists[-1].level >= level:
                self.lists.pop()
        if len(self.lists) >= DEEPEST:
            self.lists.pop()
        own = List(list_id, level)
        self._children().append(own)
        self.lists.append(own)


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """All nodes of a tree, in order."""
    for node in nodes:
        yield node
        if isinstance(node, Quote):
            yield from walk(node.children)
        elif isinstance(node, List):
            for item in node.items:
                yield from walk(item.children)


def notes_of(paragraphs: Sequence[Paragraph]) -> dict[str, int]:
    """The number of each note, by its id.

    It is the number that the id ends with, or else that of the place where it is first referred to.
    """
    numbers: dict[str, int] = {}
    for paragraph in paragraphs:
        marks = [*paragraph.marks]
        if paragraph.table:
            marks += [mark for row in paragraph.table.rows for cell in row for mark in cell.marks]
        for mark in marks:
            if mark.kind == "note" and mark.value not in numbers:
                digits = mark.value[len(mark.value.rstrip("0123456789")) :]
                is_number = digits.isascii() and 0 < len(digits) < 5
                numbers[mark.value] = int(digits) if is_number else len(numbers) + 1
    return numbers
