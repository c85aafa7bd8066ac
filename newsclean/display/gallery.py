"""Many articles as small cards, those that most need a look first."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import nsmallest

from newsclean.display.items import Item, Source, read_items
from newsclean.display.view import FONT, LINE, QUIET, View, box, count_of, fold, grid
from newsclean.output import safe_html as safe

# Four cards in a row and three rows fill a screen of 1,200 by 800 pixels.
A_SCREEN = 12
# Nobody looks at more, and a notebook keeps what it has shown: this is about a megabyte.
MOST_CARDS = 240
# In characters: the lines that a card shows of a body, and what unfolds of it.
SHOWN, UNFOLDED = 180, 2_000

_CARD = (
    f"border:{LINE};border-radius:6px;padding:.7em .9em;min-width:0;"
    "background:rgba(128,128,128,.05)"
)
_TITLE = "font-weight:600;font-size:1.05em;line-height:1.35"
# Five lines, so that a row is no higher for a poem or a list.
_BEGINNING = "max-height:7.5em;overflow:hidden"
_TRACK = "height:.4em;border-radius:.2em;background:rgba(128,128,128,.25);margin:.4em 0"


def gallery(articles: Source | Iterable[Source]) -> View:
    """The articles as cards, twelve a screen, in the order of their quality, lowest first.

    Pages that could not be read and pages that are no articles come before all others.

    Args:
        articles: Articles, reports, or what `extract_many` gives, in any number; of more than 240
            the best are counted and not shown.

    Raises:
        TypeError: One of them is something else.

    >>> from newsclean import Article
    >>> gallery([Article(title="Ferry returns", is_article=True, quality=0.9), Article()]).title
    'gallery of 2 pages'
    """
    count = 0

    def counted() -> Iterable[tuple[float, int, Item]]:
        nonlocal count
        for item in read_items(articles):
            count += 1
            yield item.quality, count, item

    items = [item for _, _, item in nsmallest(MOST_CARDS, counted())]
    inner = _screen(items[:A_SCREEN])
    for start in range(A_SCREEN, len(items), A_SCREEN):
        screen = items[start : start + A_SCREEN]
        inner += fold(f"{start + 1} to {start + len(screen)} of {count:,}", _screen(screen))
    if count > len(items):
        inner += box(QUIET, f"… and {count - len(items):,} more, of a higher quality")
    return View(f"gallery of {count_of(count, 'page')}", box(FONT, inner if items else "No pages."))


def _screen(items: list[Item]) -> str:
    return grid("".join(map(_card, items)))


def _card(item: Item) -> str:
    article = item.article
    if article is None:
        error = f'<div style="{QUIET}">{safe.text(item.error[:SHOWN])}</div>'
        return box(_CARD, f'<div style="{_TITLE}">(not read)</div>{error}{_foot(item)}')
    facts = " · ".join(
        filter(None, (safe.date(article), article.source, ", ".join(article.authors)))
    )
    body = article.body
    more = fold("more", _text(body[SHOWN:UNFOLDED])) if len(body) > SHOWN else ""
    return box(
        _CARD,
        f'<div dir="auto" style="{_TITLE}">{safe.text(article.title or "(no headline found)")}'
        f'</div><div dir="auto" style="{QUIET}">{safe.text(facts)}</div>{_track(item)}'
        f"{box(_BEGINNING, _text(body[:SHOWN] + '…' * (len(body) > SHOWN)))}{more}{_foot(item)}",
    )


def _text(text: str) -> str:
    return f'<div dir="auto" style="white-space:pre-line">{safe.text(text)}</div>'


def _track(item: Item) -> str:
    """The quality as a bar and in words."""
    share = f"width:{100 * item.quality:.0f}%;height:100%;background:#27894f;border-radius:inherit"
    is_article = item.article is not None and item.article.is_article
    words = f"quality {item.quality:.2f}" if is_article else "not an article"
    return f'<div style="{QUIET}">{words}</div>{box(_TRACK, box(share, ""))}'


def _foot(item: Item) -> str:
    return f'<div style="{QUIET};margin-top:.4em">{safe.link(item.name)}</div>'
