"""A card that shows an article in a notebook. Nothing in it loads or runs."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.model import Article, Kind, Paragraph
from newsclean.output import safe_html as safe

# The card shows the beginning of a body up to this many characters, wide ones counting as two: some
# ten lines. The rest unfolds.
SHOWN_CHARACTERS = 800
# A notebook keeps every card it has shown; this much text is some forty screens.
MOST_CHARACTERS = 60_000

# Inline styles only, since notebooks drop style sheets from output they do not trust, and a style
# sheet would reach the rest of the notebook. Translucent grey and the inherited text colour suit a
# light page and a dark one; at an opacity of .78 the text still has a contrast of 4.5.
_LINE = "1px solid rgba(128,128,128,.28)"
_CARD = (
    "max-width:46em;margin:.4em 0;padding:1.1em 1.4em 1em;box-sizing:border-box;color:inherit;"
    "overflow-wrap:anywhere;text-align:start;"
    f"border:{_LINE};border-inline-start:4px solid #d2504b;border-radius:6px;"
    "background:rgba(128,128,128,.05);"
    "font:15px/1.65 system-ui,-apple-system,'Segoe UI','Noto Sans CJK SC','PingFang SC',"
    "'Microsoft YaHei',sans-serif"
)
_QUIET = "opacity:.78"
_KICKER = f"font-size:.9em;letter-spacing:.02em;{_QUIET};margin:0 0 .2em"
_TITLE = "font-size:1.5em;line-height:1.3;font-weight:700;margin:0 0 .15em"
_SUBTITLE = f"font-size:1.05em;{_QUIET};margin:0 0 .2em"
_META = f"font-size:.87em;{_QUIET};margin:.35em 0 .6em"
_BODY = f"padding:.75em 0 0;border-top:{_LINE}"
_FADE = "linear-gradient(#000,transparent)"
_FADING = f"max-height:3.2em;overflow:hidden;mask-image:{_FADE};-webkit-mask-image:{_FADE}"
_CREDITS = (
    f"font-size:.87em;margin:.9em 0 0;padding:.65em 0 0;border-top:{_LINE};"
    "display:flex;flex-wrap:wrap;gap:.15em 1.3em"
)
_FOOT = f"font-size:.82em;{_QUIET};margin:.65em 0 0"
_TEXT = "margin:0 0 .65em"
_KINDS = {
    Kind.HEADING: "font-weight:700;margin:1em 0 .4em",
    Kind.LIST_ITEM: "display:list-item;list-style:disc;margin:0 0 .3em;margin-inline-start:1.4em",
    Kind.QUOTE: (
        "margin:0 0 .65em;padding-inline-start:.9em;"
        "border-inline-start:3px solid rgba(128,128,128,.4)"
    ),
    Kind.TABLE: f"margin:0;padding:.15em 0;white-space:pre-line;border-bottom:{_LINE}",
    Kind.CAPTION: f"font-size:.87em;{_QUIET};margin:0 0 .65em",
    Kind.CODE: "font:.87em/1.5 ui-monospace,monospace;white-space:pre-wrap;margin:0 0 .65em",
    Kind.VERSE: "white-space:pre-line;margin:0 0 .65em",
}


def to_html(article: Article) -> str:
    """The article as one `div`, safe to show whatever the page held.

    >>> "&lt;script&gt;" in to_html(Article(title="<script>alert(1)</script>"))
    True
    """
    parts = (*_head(article), *_body(article.paragraphs), *_credits(article), *_foot(article))
    return _box(_CARD, "".join(parts))


def _box(style: str, inner: str) -> str:
    return f'<div dir="auto" style="{style}">{inner}</div>'


def _line(style: str, text: str | None) -> str:
    return _box(style, safe.text(text)) if text else ""


def _head(article: Article) -> Iterator[str]:
    yield _line(_KICKER, article.kicker)
    yield _line(_TITLE, article.title or "(no headline found)")
    yield _line(_SUBTITLE, article.subtitle)
    facts = [safe.date(article), article.source or "", ", ".join(article.authors)]
    if article.updated:
        facts.insert(1, f"updated {article.updated.isoformat(' ', 'minutes')}")
    yield _line(_META, " · ".join(filter(None, facts)))


def _body(paragraphs: tuple[Paragraph, ...]) -> Iterator[str]:
    """The first paragraphs, the next one fading out, and the rest folded."""
    if not paragraphs:
        yield _line(_META, "(no body found)")
        return
    shown, kept = _reach(paragraphs, SHOWN_CHARACTERS), _reach(paragraphs, MOST_CHARACTERS)
    lines = [_paragraph(paragraph) for paragraph in paragraphs[:kept]]
    inner = "".join(lines[:shown])
    if shown < len(lines):
        rest = "".join(lines[shown:])
        left_out = len(paragraphs) - shown
        if left := len(paragraphs) - kept:
            rest += _line(_META, f"… and {left} more paragraph{'s' if left > 1 else ''}")
        inner += (
            f'<div aria-hidden="true" style="{_FADING}">{lines[shown]}</div>'
            f'<details><summary style="cursor:pointer">Show all: '
            f"{left_out} more paragraph{'s' * (left_out > 1)}</summary>{rest}</details>"
        )
    yield _box(_BODY, inner)


def _reach(paragraphs: tuple[Paragraph, ...], most: int) -> int:
    """How many paragraphs have at most so many characters in all; the first one always counts."""
    total = 0
    for index, paragraph in enumerate(paragraphs):
        total += len(paragraph.text) + sum(character > "\u2e7f" for character in paragraph.text)
        if total > most:
            return max(index, 1)
    return len(paragraphs)


def _paragraph(paragraph: Paragraph) -> str:
    return _line(_KINDS.get(paragraph.kind, _TEXT), paragraph.text[:MOST_CHARACTERS])


def _credits(article: Article) -> Iterator[str]:
    if article.credits:
        roles = (
            f'<span><span style="{_QUIET}">{safe.text(credit.role)}</span> '
            f"{safe.text(', '.join(credit.names))}</span>"
            for credit in article.credits
        )
        yield _box(_CREDITS, "".join(roles))


def _foot(article: Article) -> Iterator[str]:
    yield _line(_FOOT, " › ".join(article.section))
    yield _line(_FOOT, ", ".join(article.tags))
    if article.images:
        yield _box(_FOOT, f"Picture: {safe.link(article.images[0].src)}")
    yield _line(_FOOT, ", ".join(" ".join(pair) for pair in article.registrations))
    facts = [safe.link(article.url)] if article.url else []
    facts += map(safe.text, filter(None, (article.site_name, article.language, article.encoding)))
    if article.paywalled:
        facts.append("only for subscribers")
    if article.copies > 1:
        facts.append(f"{article.copies} copies on the page")
    facts.append(f"quality {article.quality:.2f}" if article.is_article else "not an article")
    yield _box(_FOOT, " · ".join([*facts, *map(safe.text, article.truncations)]))
