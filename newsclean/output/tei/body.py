"""The body of a TEI document: divisions under their headings, with paragraphs, lists and tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from newsclean.model import Cell, Image, Kind, Paragraph, Table
from newsclean.output.inline import lines_of
from newsclean.output.tei.inline import Inline
from newsclean.output.tei.xml import element, lines, pointer, text
from newsclean.output.tree import Item, List, Node, Quote


class Body:
    """Writes the nodes of an article."""

    def __init__(self, inline: Inline) -> None:
        self.inline = inline
        # A document has an id once, though a page may number its notes twice.
        self.written: set[str] = set()

    def divisions(self, nodes: Iterable[Node]) -> list[str]:
        """The nodes; each heading begins a division, up to the next of its rank or a higher one."""
        open_parts: list[tuple[int, list[str]]] = [(0, [])]
        for node in nodes:
            if isinstance(node, Paragraph) and node.kind is Kind.HEADING:
                _close(open_parts, max(node.level, 1))
                open_parts.append((max(node.level, 1), [element("head", self._text(node))]))
            else:
                open_parts[-1][1].extend(self.nodes([node]))
        _close(open_parts, 1)
        return open_parts[0][1]

    def nodes(self, nodes: Iterable[Node]) -> Iterator[str]:
        """Each node as an element, or none for a picture without an address."""
        for node in nodes:
            if isinstance(node, Quote):
                yield lines("quote", [*self.nodes(node.children)])
            elif isinstance(node, List):
                yield from self._list(node)
            elif isinstance(node, Image):
                yield from picture(node)
            else:
                yield self._paragraph(node)

    def _list(self, own: List) -> Iterator[str]:
        if own.has_terms:
            yield lines("list", [*self._definitions(own.items)], type="gloss")
        elif all(item.kind is Kind.FOOTNOTE for item in own.items):
            for item in own.items:
                yield self._note(item.number, self._content(item, own.is_tight))
        else:
            rend = "numbered" if own.is_ordered else "bulleted"
            items = [self._item(item, own.is_tight) for item in own.items]
            yield lines("list", items, rend=rend)

    def _item(self, item: Item, is_tight: bool) -> str:
        content = self._content(item, is_tight)
        if item.kind is Kind.FOOTNOTE:
            return element("item", self._note(item.number, content))
        return element("item", content, n=item.number)

    def _content(self, item: Item, is_tight: bool) -> str:
        first, *others = item.children
        if is_tight and isinstance(first, Paragraph):
            return "\n".join((self._text(first), *self.nodes(others)))
        return "\n".join(("", *self.nodes(item.children), ""))

    def _definitions(self, items: Sequence[Item]) -> Iterator[str]:
        """Labels and items in turn, as TEI wants them; what is missing of a pair is empty."""
        has_label = False
        for item in items:
            first = item.children[0]
            if item.kind is Kind.TERM and isinstance(first, Paragraph):
                if has_label:
                    yield element("item")
                yield element("label", self._text(first))
                has_label = True
                if not item.children[1:]:
                    continue
                content = "\n".join(("", *self.nodes(item.children[1:]), ""))
            else:
                content = self._content(item, is_tight=len(item.children) == 1)
            if not has_label:
                yield element("label")
            yield element("item", content)
            has_label = False
        if has_label:
            yield element("item")

    def _paragraph(self, paragraph: Paragraph) -> str:
        content = self._text(paragraph)
        match paragraph.kind:
            case Kind.HEADING:
                # Inside a list or a quotation nothing begins a division.
                return element("p", element("hi", content, rend="bold"))
            case Kind.CODE:
                return element("p", _code(paragraph))
            case Kind.CAPTION:
                return element("figure", element("head", content))
            case Kind.VERSE:
                return self._verse(paragraph)
            case Kind.TABLE if paragraph.table and any(paragraph.table.rows):
                return self._table(paragraph.table)
            case Kind.FOOTNOTE:
                return self._note(paragraph.number, content)
        return element("p", content)

    def _verse(self, paragraph: Paragraph) -> str:
        own = lines_of(paragraph.text, paragraph.marks)
        return lines("lg", [element("l", self.inline.write(line, marks)) for line, marks in own])

    def _table(self, table: Table) -> str:
        caption = [element("head", text(table.caption))] if table.caption else []
        rows = (element("row", "".join(map(self._cell, row))) for row in table.rows if row)
        return lines("table", [*caption, *rows])

    def _cell(self, cell: Cell) -> str:
        return element(
            "cell",
            self.inline.write(cell.text, cell.marks),
            role="label" if cell.header else None,
            cols=cell.colspan if cell.colspan > 1 else None,
            rows=cell.rowspan if cell.rowspan > 1 else None,
        )

    def _note(self, number: int | None, content: str) -> str:
        name = self.inline.targets.get(number) if number is not None else None
        if name in self.written:
            name = None
        self.written |= {name} if name else set()
        return element("note", content, xml_id=name, place="end", n=number)

    def _text(self, paragraph: Paragraph) -> str:
        return self.inline.write(paragraph.text, paragraph.marks)


def _close(open_parts: list[tuple[int, list[str]]], rank: int) -> None:
    """End the divisions under headings of this rank and lower ones."""
    while open_parts[-1][0] >= rank:
        _, parts = open_parts.pop()
        open_parts[-1][1].append(lines("div", parts))


def _code(paragraph: Paragraph) -> str:
    language = re.sub(r"[^\w+#.-]", "", paragraph.language or "", flags=re.ASCII)
    return element("code", text(paragraph.text), lang=language, xml_space="preserve")


def picture(image: Image) -> Iterator[str]:
    """The figure of a picture, if it has an address that a reader can follow."""
    if address := pointer(image.src):
        parts = [element("head", text(image.caption))] if image.caption else []
        parts.append(element("graphic", url=address))
        if image.alt:
            parts.append(element("figDesc", text(image.alt)))
        yield lines("figure", parts)
