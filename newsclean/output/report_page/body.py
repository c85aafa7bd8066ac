"""The body as it is read, with its marks, each paragraph at the place that copies link to."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.model import Kind, Mark, MarkKind, Paragraph, Report, Table
from newsclean.output import safe_html as safe
from newsclean.text.patterns import lazy

_MARKS = {
    MarkKind.STRONG: "strong",
    MarkKind.EM: "em",
    MarkKind.CODE: "code",
    MarkKind.SUP: "sup",
    MarkKind.SUB: "sub",
    MarkKind.STRIKE: "s",
}

_LANGUAGE = lazy(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")


def body(report: Report) -> Iterator[str]:
    """The paragraphs of the article, in its language and direction."""
    article = report.article
    known = article.language and _LANGUAGE.fullmatch(article.language)
    language = f' lang="{article.language}"' if known else ""
    yield f'<section class="read" aria-label="Body"{language} dir="auto">\n'
    if not article.paragraphs:
        yield '<p class="quiet">(no body found)</p>\n'
    seen: set[int] = set()
    for paragraph, blocks in zip(article.paragraphs, report.paragraph_blocks, strict=True):
        place = next((block for block in blocks if block not in seen), None)
        seen.update(blocks)
        yield _paragraph(paragraph, "" if place is None else f' id="b{place}"')
    yield "</section>\n"


def _paragraph(paragraph: Paragraph, place: str) -> str:
    text = marked(paragraph)
    match paragraph.kind:
        case Kind.HEADING:
            return f'<h3 dir="auto"{place}>{text}</h3>\n'
        case Kind.QUOTE:
            return f'<blockquote dir="auto"{place}>{text}</blockquote>\n'
        case Kind.CODE:
            return f"<pre{place}><code>{text}</code></pre>\n"
        case Kind.TABLE if paragraph.table:
            return f'<div class="table"{place}>{_table(paragraph.table)}</div>\n'
        case Kind.LIST_ITEM:
            return f'<p class="item" dir="auto"{place}>{text}</p>\n'
        case Kind.CAPTION:
            return f'<p class="caption" dir="auto"{place}>{text}</p>\n'
    return f'<p dir="auto"{place}>{text}</p>\n'


def _table(table: Table) -> str:
    rows = []
    for row in table.rows:
        cells = (
            f"<{tag} colspan={cell.colspan} rowspan={cell.rowspan}>{safe.text(cell.text)}</{tag}>"
            for cell in row
            for tag in ("th" if cell.header else "td",)
        )
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table>{''.join(rows)}</table>"


def marked(paragraph: Paragraph) -> str:
    """The text of a paragraph with an element for each mark; a mark ends no later than its outer.

    >>> from newsclean import Mark
    >>> marks = (Mark(0, 9, MarkKind.STRONG), Mark(4, 7, MarkKind.EM))
    >>> marked(Paragraph(Kind.PARAGRAPH, "The ferry", marks=marks))
    '<strong>The <em>fer</em>ry</strong>'
    """
    text, pieces, position = paragraph.text, list[str](), 0
    opened: list[tuple[int, str]] = []  # where each open element ends, and its end tag
    for mark in (*paragraph.marks, Mark(len(text), len(text), MarkKind.NOTE)):
        while opened and opened[-1][0] <= mark.start:
            end, tag = opened.pop()
            pieces += (safe.text(text[position:end]), tag)
            position = max(position, end)
        pieces.append(safe.text(text[position : mark.start]))
        position = max(position, mark.start)
        if tags := _tags(mark):
            end = min(mark.end, opened[-1][0] if opened else len(text))
            pieces.append(tags[0])
            opened.append((end, tags[1]))
    return "".join(pieces)


def _tags(mark: Mark) -> tuple[str, str] | None:
    """The tags of a mark; None for one that only adds to the text, such as a note."""
    if mark.kind is MarkKind.LINK and (address := safe.address(mark.value)):
        attributes = 'target="_blank" rel="noopener noreferrer nofollow"'
        return f'<a href="{address}" {attributes}>', "</a>"
    tag = _MARKS.get(mark.kind)
    return (f"<{tag}>", f"</{tag}>") if tag else None
