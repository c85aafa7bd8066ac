"""An article as one semantic fragment of HTML that is safe to show anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from newsclean.model import Article, Cell, Image, Kind, Mark, MarkKind, Paragraph, Table
from newsclean.output import safe_html as safe
from newsclean.output.inline import events
from newsclean.output.tree import Item, List, Node, Quote, notes_of, tree_of

TAGS = {
    MarkKind.STRONG: "strong",
    MarkKind.EM: "em",
    MarkKind.CODE: "code",
    MarkKind.SUP: "sup",
    MarkKind.SUB: "sub",
    MarkKind.STRIKE: "s",
    MarkKind.RUBY: "ruby",
}
# The title is the fragment's one heading of the first rank.
FIRST_RANK, LAST_RANK = 2, 6


def to_html(article: Article, *, images: bool = True) -> str:
    """The article as an `article` element: headline, body with its structure and marks, credits.

    The page's text is escaped, and addresses are those of web pages and mail only, so nothing in it
    runs. Pictures are loaded when it is shown; `images=False` leaves them out.

    >>> to_html(Article(title="Rates <rise>", paragraphs=(Paragraph(Kind.PARAGRAPH, "So."),)))
    '<article>\\n<header>\\n<h1>Rates &lt;rise&gt;</h1>\\n</header>\\n<p>So.</p>\\n</article>\\n'
    """
    writer = _Writer(notes_of(article.paragraphs), _footnotes(article.paragraphs))
    parts = [*_head(article), *writer.nodes(tree_of(article, images)), *_credits(article)]
    return "\n".join(("<article>", *parts, "</article>", ""))


def _footnotes(paragraphs: Iterable[Paragraph]) -> set[int]:
    """The numbers of the footnotes that the article has."""
    return {p.number for p in paragraphs if p.kind is Kind.FOOTNOTE and p.number is not None}


def _head(article: Article) -> Iterator[str]:
    parts = []
    if article.kicker:
        parts.append(f'<p class="kicker">{safe.text(article.kicker)}</p>')
    if article.title:
        parts.append(f"<h1>{safe.text(article.title)}</h1>")
    if article.subtitle:
        parts.append(f'<p class="subtitle">{safe.text(article.subtitle)}</p>')
    if facts := [fact for fact in _facts(article) if fact.strip()]:
        parts.append(f'<p class="meta">{" · ".join(facts)}</p>')
    if parts:
        yield "\n".join(("<header>", *parts, "</header>"))


def _facts(article: Article) -> Iterator[str]:
    printed = (article.date_text or "").strip()
    shown = printed or safe.date(article)
    if article.date:
        yield f'<time datetime="{article.date.isoformat()}">{safe.text(shown)}</time>'
    elif shown:
        yield safe.text(shown)
    if article.source:
        yield safe.text(article.source)
    if article.authors:
        yield safe.text(", ".join(article.authors))


def _credits(article: Article) -> Iterator[str]:
    if article.credits:
        lines = (safe.text(f"{c.role}: {', '.join(c.names)}") for c in article.credits)
        yield f"<footer>\n<p>{'<br>'.join(lines)}</p>\n</footer>"


class _Writer:
    """Writes nodes; it knows the numbers of notes, and which of them the article has."""

    def __init__(self, notes: Mapping[str, int], footnotes: set[int]) -> None:
        self.notes = notes
        # The first note with a number is the one that the footnote with it belongs to.
        self.ids = {
            number: note for note, number in reversed([*notes.items()]) if number in footnotes
        }

    def nodes(self, nodes: Iterable[Node]) -> Iterator[str]:
        for node in nodes:
            if isinstance(node, Quote):
                yield "\n".join(("<blockquote>", *self.nodes(node.children), "</blockquote>"))
            elif isinstance(node, List):
                yield self.definitions(node) if node.has_terms else self.items(node)
            elif isinstance(node, Image):
                yield picture(node)
            else:
                yield self.paragraph(node)

    def definitions(self, own: List) -> str:
        parts = []
        for item in own.items:
            tag = "dt" if item.kind is Kind.TERM else "dd"
            is_tight = len(item.children) == 1 and item.begins_with_text
            parts.append(f"<{tag}>{self.item(item, is_tight)}</{tag}>")
        return "\n".join(("<dl>", *parts, "</dl>"))

    def items(self, own: List) -> str:
        tag = "ol" if own.is_ordered else "ul"
        first = own.items[0].number
        start = f' start="{first}"' if own.is_ordered and first != 1 else ""
        parts = []
        following = first
        for item in own.items:
            value = ""
            if own.is_ordered and item.number is not None and item.number != following:
                value = f' value="{item.number}"'
                following = item.number
            following = following + 1 if following is not None else None
            parts.append(f"<li{value}{self.id(item)}>{self.item(item, own.is_tight)}</li>")
        return "\n".join((f"<{tag}{start}>", *parts, f"</{tag}>"))

    def id(self, item: Item) -> str:
        if item.kind is not Kind.FOOTNOTE or item.number not in self.ids:
            return ""
        return f' id="{safe.text(self.ids.pop(item.number))}"'

    def item(self, item: Item, is_tight: bool) -> str:
        if not is_tight:
            return "\n" + "\n".join(self.nodes(item.children)) + "\n"
        first, *others = item.children
        text = self.inline(first) if isinstance(first, Paragraph) else "".join(self.nodes([first]))
        return "\n".join((text, *self.nodes(others), "")) if others else text

    def paragraph(self, paragraph: Paragraph) -> str:
        match paragraph.kind:
            case Kind.HEADING:
                rank = min(max(paragraph.level, FIRST_RANK), LAST_RANK)
                return f"<h{rank}>{self.inline(paragraph)}</h{rank}>"
            case Kind.CODE:
                return self.code(paragraph)
            case Kind.CAPTION:
                caption = f"<figcaption>{self.inline(paragraph)}</figcaption>"
                return f"<figure>{caption}</figure>"
            case Kind.TABLE if paragraph.table and any(paragraph.table.rows):
                return self.table(paragraph.table)
            case Kind.FOOTNOTE if paragraph.list_id is None:
                item = Item(Kind.FOOTNOTE, paragraph.number)
                return f"<p{self.id(item)}>{self.inline(paragraph)}</p>"
        return f"<p>{self.inline(paragraph)}</p>"

    def code(self, paragraph: Paragraph) -> str:
        language = paragraph.language
        names = f' class="language-{safe.text(language)}"' if language else ""
        links = [mark for mark in paragraph.marks if mark.kind is MarkKind.LINK]
        text = self.marked(paragraph.text, links).replace("<br>\n", "\n")
        return f"<pre><code{names}>{text}</code></pre>"

    def table(self, table: Table) -> str:
        parts = ["<table>"]
        if table.caption:
            parts.append(f"<caption>{safe.text(table.caption)}</caption>")
        parts += [f"<tr>{''.join(map(self.cell, row))}</tr>" for row in table.rows if row]
        return "\n".join((*parts, "</table>"))

    def cell(self, cell: Cell) -> str:
        tag = "th" if cell.header else "td"
        spans = "".join(
            f' {name}="{count}"'
            for name, count in (("colspan", cell.colspan), ("rowspan", cell.rowspan))
            if count > 1
        )
        return f"<{tag}{spans}>{self.marked(cell.text, cell.marks)}</{tag}>"

    def inline(self, paragraph: Paragraph) -> str:
        return self.marked(paragraph.text, paragraph.marks)

    def marked(self, text: str, marks: Iterable[Mark]) -> str:
        parts: list[str] = []
        for event in events(text, marks):
            if event.text:
                parts.append(safe.text(event.text).replace("\n", "<br>\n"))
            elif event.ends:
                parts.append(end_tag(event.ends))
            elif event.begins:
                self.begin(event.begins, parts)
        return "".join(parts)

    def begin(self, mark: Mark, parts: list[str]) -> None:
        if mark.kind is MarkKind.NOTE:
            label = f"[{self.notes.get(mark.value, 1)}]"
            target = safe.address(mark.value) or f"#{safe.text(mark.value)}"
            parts.append(f'<sup><a href="{target}">{label}</a></sup>')
            return
        if mark.kind is MarkKind.SUP and parts and parts[-1][-2:-1].isdigit():
            parts[-1] = parts[-1].removesuffix("^")
        parts.append(start_tag(mark))


def start_tag(mark: Mark) -> str:
    if mark.kind is not MarkKind.LINK:
        return f"<{TAGS[mark.kind]}>"
    address = safe.link_address(mark.value)
    return f'<a href="{address}">' if address else ""


def end_tag(mark: Mark) -> str:
    if mark.kind is MarkKind.RUBY:
        return f"<rt>{safe.text(mark.value)}</rt></ruby>"
    if mark.kind is not MarkKind.LINK:
        return f"</{TAGS[mark.kind]}>"
    return "</a>" if safe.link_address(mark.value) else ""


def picture(image: Image) -> str:
    address = safe.address(image.src)
    if not address:
        return ""
    caption = f"<figcaption>{safe.text(image.caption)}</figcaption>" if image.caption else ""
    return f'<figure><img src="{address}" alt="{safe.text(image.alt)}">{caption}</figure>'
