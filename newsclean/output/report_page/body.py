"""The body as it is read, with its marks, each paragraph at the place that copies link to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsclean.model import Cell, Kind, Mark, MarkKind, Paragraph, Report, Table
from newsclean.output import safe_html as safe
from newsclean.output.html import end_tag, start_tag
from newsclean.output.inline import events
from newsclean.text.patterns import lazy

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
    text = marked(paragraph.text, paragraph.marks)
    match paragraph.kind:
        case Kind.HEADING:
            return f'<h3 dir="auto"{place}>{text}</h3>\n'
        case Kind.QUOTE | Kind.EMBED if text:
            return f'<blockquote dir="auto"{place}>{text}</blockquote>\n'
        case Kind.EMBED:
            return f"<p{place}>{safe.link(paragraph.address)}</p>\n"
        case Kind.CODE:
            return f"<pre{place}><code>{text}</code></pre>\n"
        case Kind.TABLE if paragraph.table:
            return f'<div class="table"{place}>{_table(paragraph.table)}</div>\n'
        case Kind.LIST_ITEM if paragraph.number is not None:
            return f'<p class="numbered" dir="auto"{place}>{paragraph.number}. {text}</p>\n'
        case Kind.LIST_ITEM:
            return f'<p class="item" dir="auto"{place}>{text}</p>\n'
        case Kind.CAPTION:
            return f'<p class="caption" dir="auto"{place}>{text}</p>\n'
    return f'<p dir="auto"{place}>{text}</p>\n'


def _table(table: Table) -> str:
    rows = (f"<tr>{''.join(map(_cell, row))}</tr>" for row in table.rows)
    return f"<table>{''.join(rows)}</table>"


def _cell(cell: Cell) -> str:
    tag = "th" if cell.header else "td"
    spans = f"colspan={cell.colspan} rowspan={cell.rowspan}"
    return f"<{tag} {spans}>{marked(cell.text, cell.marks)}</{tag}>"


def marked(text: str, marks: Iterable[Mark]) -> str:
    """The text with an element for each mark; notes are left out.

    >>> marked("The ferry", [Mark(0, 9, MarkKind.STRONG), Mark(4, 7, MarkKind.EM)])
    '<strong>The <em>fer</em>ry</strong>'
    """
    parts = []
    for event in events(text, marks):
        if event.text:
            parts.append(safe.text(event.text))
        elif event.ends:
            parts.append(end_tag(event.ends))
        elif event.begins and event.begins.kind is not MarkKind.NOTE:
            parts.append(start_tag(event.begins))
    return "".join(parts)
