"""An article as CommonMark in which the page's own text is only ever text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from newsclean.model import Article, Kind, Paragraph

# What CommonMark and the common extensions (tables, strikethrough, mathematics) read as markup
# anywhere in a line; `&` only before an entity. A `#` that ends a heading would be dropped from it.
_INLINE = re.compile(r"[\\`*_\[\]<>~|$]|&(?=[#A-Za-z])|#\Z")
# What they read as markup at the beginning of a line: headings, lists (`10.` and `3)` begin one),
# rules, underlines of headings.
_OPENING = re.compile(r"^(\d{1,9}(?=[.)](?:\s|\Z))|(?=[#+\-=:]))")
_BACKTICKS = re.compile(r"`+")


def to_markdown(article: Article) -> str:
    """The article as CommonMark, with the page's own text escaped.

    Headline, a line of date, source and authors, the body, the credits.

    >>> print(to_markdown(Article(title="Rates *rise*", source="The Courier")), end="")
    # Rates \\*rise\\*
    <BLANKLINE>
    The Courier
    >>> to_markdown(Article())
    ''
    """
    pieces = [*_head(article), *_body(article.paragraphs), *_credits(article)]
    return "\n\n".join(pieces) + "\n" if pieces else ""


def escape(text: str) -> str:
    """The text on one line, so that CommonMark shows it as it is wherever it is put.

    >>> print(escape("# 1 <b>"))
    \\# 1 \\<b\\>
    >>> escape("3.5 per cent - he said")
    '3.5 per cent - he said'
    """
    line = _INLINE.sub(r"\\\g<0>", " ".join(text.splitlines()).strip())
    return _OPENING.sub(r"\1\\", line)


def _head(article: Article) -> Iterator[str]:
    if article.kicker:
        yield escape(article.kicker)
    if article.title:
        yield "# " + escape(article.title)
    if article.subtitle:
        yield escape(article.subtitle)
    date = article.date_text or (article.date.isoformat(" ", "minutes") if article.date else "")
    if line := " · ".join(filter(None, (date, article.source, ", ".join(article.authors)))):
        yield escape(line)


def _credits(article: Article) -> Iterator[str]:
    if article.credits:
        yield _lines(f"{credit.role}: {', '.join(credit.names)}" for credit in article.credits)


def _body(paragraphs: Iterable[Paragraph]) -> Iterator[str]:
    written = (paragraph for paragraph in paragraphs if paragraph.text.strip())
    for kind, run in groupby(written, lambda paragraph: paragraph.kind):
        if kind is Kind.LIST_ITEM:
            yield "\n".join(_items(run))
        elif kind is Kind.TABLE:
            yield _lines(paragraph.text for paragraph in run)
        elif kind is Kind.QUOTE:
            yield "\n>\n".join("> " + escape(paragraph.text) for paragraph in run)
        else:
            yield from map(_paragraph, run)


def _paragraph(paragraph: Paragraph) -> str:
    match paragraph.kind:
        case Kind.HEADING:
            # The title is the page's one heading of the first rank.
            return "#" * min(6, max(2, paragraph.level)) + " " + escape(paragraph.text)
        case Kind.CODE:
            return _code(paragraph.text)
        case Kind.CAPTION:
            return f"*{escape(paragraph.text)}*"
    return escape(paragraph.text)


def _items(run: Iterable[Paragraph]) -> Iterator[str]:
    depth = 0
    for item in run:
        depth = min(max(1, item.level), depth + 1)  # an item two levels in would be read as code
        yield "  " * (depth - 1) + "- " + escape(item.text)


def _lines(texts: Iterable[str]) -> str:
    return "\\\n".join(map(escape, texts))


def _code(text: str) -> str:
    longest = max(map(len, _BACKTICKS.findall(text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}"
