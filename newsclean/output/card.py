"""A card that shows an article in a notebook. Nothing in it loads or runs."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.model import Article, Kind, Paragraph
from newsclean.output import safe_html as safe

# A notebook keeps every card it has shown; a body of this many paragraphs is 4-8 screens.
SHOWN_PARAGRAPHS = 60

# Inline styles only, since notebooks drop style sheets from output they do not trust. Translucent
# grey and the inherited text colour suit a light page and a dark one.
_LINE = "1px solid rgba(128,128,128,.28)"
_CARD = (
    "max-width:46em;margin:.4em 0;padding:1.1em 1.4em 1em;box-sizing:border-box;color:inherit;"
    "overflow-wrap:anywhere;"
    f"border:{_LINE};border-left:4px solid #d2504b;border-radius:6px;"
    "background:rgba(128,128,128,.05);"
    "font:15px/1.65 system-ui,-apple-system,'Segoe UI','Noto Sans CJK SC','PingFang SC',"
    "'Microsoft YaHei',sans-serif"
)
_KICKER = "font-size:.9em;letter-spacing:.02em;color:#d2504b;margin:0 0 .2em"
_TITLE = "font-size:1.5em;line-height:1.3;font-weight:700;margin:0 0 .15em"
_SUBTITLE = "font-size:1.05em;opacity:.8;margin:0 0 .2em"
_META = "font-size:.87em;opacity:.72;margin:.35em 0 .9em"
_BODY = f"max-height:26em;overflow:auto;padding:.75em .6em 0 0;border-top:{_LINE}"
_CREDITS = f"font-size:.87em;margin:.9em 0 0;padding:.65em 0 0;border-top:{_LINE};display:flex;flex-wrap:wrap;gap:.15em 1.3em"
_FOOT = "font-size:.78em;opacity:.6;margin:.65em 0 0"
_TEXT = "margin:0 0 .65em"
_KINDS = {
    Kind.HEADING: "font-weight:700;margin:1em 0 .4em",
    Kind.LIST_ITEM: "display:list-item;list-style:disc;margin:0 0 .3em 1.4em",
    Kind.QUOTE: (
        "margin:0 0 .65em;padding-left:.9em;border-left:3px solid rgba(128,128,128,.4);opacity:.85"
    ),
    Kind.TABLE: f"margin:0;padding:.15em 0;border-bottom:{_LINE}",
    Kind.CAPTION: "font-size:.87em;opacity:.7;margin:0 0 .65em",
    Kind.CODE: "font:.87em/1.5 ui-monospace,monospace;white-space:pre-wrap;margin:0 0 .65em",
}


def to_html(article: Article) -> str:
    """The article as one `div`, safe to show whatever the page held.

    >>> "&lt;script&gt;" in to_html(Article(title="<script>alert(1)</script>"))
    True
    """
    return _box(
        _CARD,
        "".join([*_head(article), *_body(article.paragraphs), *_credits(article), _foot(article)]),
    )


def _box(style: str, inner: str) -> str:
    return f'<div dir="auto" style="{style}">{inner}</div>'


def _line(style: str, text: str | None) -> str:
    return _box(style, safe.text(text)) if text else ""


def _head(article: Article) -> Iterator[str]:
    yield _line(_KICKER, article.kicker)
    yield _line(_TITLE, article.title or "(no headline found)")
    yield _line(_SUBTITLE, article.subtitle)
    yield _line(
        _META,
        " · ".join(filter(None, (safe.date(article), article.source, ", ".join(article.authors)))),
    )


def _body(paragraphs: tuple[Paragraph, ...]) -> Iterator[str]:
    if not paragraphs:
        yield _line(_META, "(no body found)")
        return
    shown = [
        _line(_KINDS.get(paragraph.kind, _TEXT), paragraph.text)
        for paragraph in paragraphs[:SHOWN_PARAGRAPHS]
    ]
    if more := len(paragraphs) - len(shown):
        shown.append(_line(_META, f"… and {more} more paragraph{'s' if more > 1 else ''}"))
    yield _box(_BODY, "".join(shown))


def _credits(article: Article) -> Iterator[str]:
    if article.credits:
        roles = (
            f'<span><span style="opacity:.65">{safe.text(credit.role)}</span> {safe.text(", ".join(credit.names))}</span>'
            for credit in article.credits
        )
        yield _box(_CREDITS, "".join(roles))


def _foot(article: Article) -> str:
    facts = [safe.link(article.url)] if article.url else []
    facts += [
        safe.text(value)
        for value in (article.site_name, article.language, article.encoding)
        if value
    ]
    if article.copies > 1:
        facts.append(f"{article.copies} copies on the page")
    facts.append(f"quality {article.quality:.2f}" if article.is_article else "not an article")
    return _box(_FOOT, " · ".join([*facts, *map(safe.text, article.truncations)]))
