"""An article as CommonMark with the tables and the struck text of GitHub.

The page's own text is only ever text; what the article marks is marked. Nothing is raw HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsclean.model import Article, Cell, Image, Kind, Paragraph, Table
from newsclean.output.front_matter import front_matter as write_front_matter
from newsclean.output.markdown_inline import Inline, escape
from newsclean.output.markdown_inline import address_of as safe_address
from newsclean.output.tree import Item, List, Node, Quote, notes_of, tree_of

_BACKTICKS = re.compile(r"`+")
# The title is the page's one heading of the first rank.
FIRST_RANK, LAST_RANK = 2, 6
# A row of more columns is a mistake of a page.
MOST_COLUMNS = 100


def to_markdown(
    article: Article, *, links: bool = True, images: bool = True, front_matter: bool = False
) -> str:
    """The article as Markdown: headline, a line of date, source and authors, body, credits.

    Addresses are those of web pages and mail only. `front_matter` puts what is known of the article
    before it, as YAML.

    >>> print(to_markdown(Article(title="Rates *rise*", source="The Courier")), end="")
    # Rates \\*rise\\*
    <BLANKLINE>
    The Courier
    >>> to_markdown(Article())
    ''
    """
    inline = Inline(notes_of(article.paragraphs), links)
    pieces = [
        *_head(article),
        *_Writer(inline).blocks(tree_of(article, images, embeds=links)),
        *_credits(article),
    ]
    text = "\n\n".join(pieces) + "\n" if pieces else ""
    return write_front_matter(article) + text if front_matter else text


def _head(article: Article) -> Iterator[str]:
    if article.kicker:
        yield escape(article.kicker)
    if article.title:
        yield "# " + escape(article.title)
    if article.subtitle:
        yield escape(article.subtitle)
    printed = (article.date_text or "").strip()
    date = printed or (article.date.isoformat(" ", "minutes") if article.date else "")
    facts = (date, article.source or "", ", ".join(article.authors))
    if line := " · ".join(fact for fact in facts if fact.strip()):
        yield escape(line)


def _credits(article: Article) -> Iterator[str]:
    if article.credits:
        lines = (f"{credit.role}: {', '.join(credit.names)}" for credit in article.credits)
        yield "\\\n".join(map(escape, lines))


class _Writer:
    """Writes nodes as blocks of lines; what is inside a list or a quotation is indented last."""

    def __init__(self, inline: Inline) -> None:
        self.inline = inline

    def blocks(self, nodes: Sequence[Node]) -> Iterator[str]:
        """Each node as its lines. Lists side by side have other markers, or they would be one."""
        turn = 0
        written = (n for n in nodes if not isinstance(n, Image) or safe_address(n.src))
        for before, node in pairwise((None, *written)):
            if isinstance(node, List) and not node.has_terms:
                turn = 1 - turn if isinstance(before, List) else 0
                yield self.items(node, turn)
            elif isinstance(node, List):
                yield from self.definitions(node)
            elif isinstance(node, Quote):
                yield _prefixed("\n\n".join(self.blocks(node.children)), "> ", "> ")
            elif isinstance(node, Image):
                yield from self.picture(node)
            elif node is not None:
                yield from self.paragraph(node)

    def items(self, own: List, turn: int) -> str:
        number = max(own.items[0].number or 0, 0)
        items = []
        for item in own.items:
            marker = f"{number}{'.)'[turn]} " if own.is_ordered else f"{'-*'[turn]} "
            number += 1
            items.append(self.item(item, marker, own.is_tight))
        return ("\n" if own.is_tight else "\n\n").join(items)

    def item(self, item: Item, marker: str, is_tight: bool) -> str:
        is_tight = is_tight and not any(map(_needs_gap, item.children))
        gap = "\n" if is_tight else "\n\n"
        return _prefixed(gap.join(self.blocks(item.children)), marker, " " * len(marker))

    def definitions(self, own: List) -> Iterator[str]:
        """Terms in bold print with their definitions below, as Markdown has no lists of them."""
        for item in own.items:
            for index, text in enumerate(self.blocks(item.children)):
                first = item.children[0]
                if item.kind is Kind.TERM and not index and isinstance(first, Paragraph):
                    yield self.inline.strong(first.text, first.marks)
                else:
                    yield text

    def picture(self, image: Image) -> Iterator[str]:
        if address := safe_address(image.src):
            alt = escape(image.alt, at_start=False)
            yield f"![{alt}]({address})"
            if image.caption.strip():
                yield self.caption(image.caption)

    def caption(self, text: str) -> str:
        """The text on one line, in italics, as Markdown has no captions."""
        return self.inline.emphasis(text.replace("\n", " "))

    def paragraph(self, paragraph: Paragraph) -> Iterator[str]:
        text, marks = paragraph.text, paragraph.marks
        match paragraph.kind:
            case Kind.HEADING:
                rank = min(max(paragraph.level, FIRST_RANK), LAST_RANK)
                yield "#" * rank + " " + self.inline.line(text, marks)
            case Kind.CODE:
                yield code(text, paragraph.language)
            case Kind.CAPTION:
                yield self.inline.emphasis(text, marks)
            case Kind.TABLE if paragraph.table and any(paragraph.table.rows):
                yield from self.table(paragraph.table)
            case _:
                yield self.inline.lines(text, marks)

    def table(self, table: Table) -> Iterator[str]:
        if table.caption.strip():
            yield self.caption(table.caption)
        rows = [self.row(row) for row in table.rows if row]
        columns = min(max(map(len, rows)), MOST_COLUMNS)
        head, *others = ([*row, *[""] * columns][:columns] for row in rows)
        lines = [head, ["---"] * columns, *others]
        yield "\n".join(f"| {' | '.join(line)} |" for line in lines)

    def row(self, row: Sequence[Cell]) -> list[str]:
        """The cells; one that takes several columns has empty ones after it."""
        cells: list[str] = []
        for cell in row:
            cells.append(self.inline.line(cell.text, cell.marks, in_table=True))
            cells += [""] * (min(cell.colspan, MOST_COLUMNS) - 1)
        return cells


def _needs_gap(node: Node) -> bool:
    """Whether a list would be text of the line before it: one of terms, or not from 1 on."""
    if not isinstance(node, List):
        return False
    return node.has_terms or (node.is_ordered and node.items[0].number != 1)


def _prefixed(text: str, first: str, others: str) -> str:
    """The lines, the first with one prefix and the others with another; empty ones stay so."""
    lines = text.split("\n")
    prefixed = (f"{others if index else first}{line}" for index, line in enumerate(lines))
    return "\n".join(
        new if line else new.rstrip() for new, line in zip(prefixed, lines, strict=True)
    )


def code(text: str, language: str | None) -> str:
    """Code between fences that are longer than any in it."""
    longest = max(map(len, _BACKTICKS.findall(text)), default=0)
    fence = "`" * max(3, longest + 1)
    names = re.sub(r"[^\w+#.-]", "", language or "")
    lines = "\n".join(text.splitlines())
    return f"{fence}{names}\n{lines}\n{fence}"
