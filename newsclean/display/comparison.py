"""Two extractions side by side: fields that differ, and the paragraphs of the body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import takewhile, zip_longest

from newsclean.display.view import FONT, LINE, QUIET, View, box, count_of, fold
from newsclean.model import Article, Label
from newsclean.output import safe_html as safe
from newsclean.output.palette import COLOURS

FIELDS = (
    *("title", "kicker", "subtitle", "date", "updated", "source", "authors", "credits"),
    *("section", "tags", "url", "site_name", "language", "copies", "is_article", "quality"),
)
# The first paragraphs are aligned; the time for it grows with the square of their number.
MOST_PARAGRAPHS = 1_000
_PAIR = (
    "display:grid;gap:.2em 1.2em;grid-template-columns:repeat(auto-fit,minmax(min(100%,20em),1fr))"
)
_ROW = f"border-bottom:{LINE};padding:.4em 0"
_MARK = "background:rgba(210,120,0,.28);border-bottom:2px solid #bf6624;color:inherit"


@dataclass(frozen=True, slots=True)
class Side:
    """One of two extractions.

    Attributes:
        name: What it is called above its column, such as the name of a file.
        article: Its article.
        characters: How many characters of the page have each label, if that is known.
    """

    name: str
    article: Article
    characters: Mapping[Label, int] = field(default_factory=dict)


def compare(left: Side | Article, right: Side | Article) -> View:
    """The two side by side; on a narrow screen one above the other.

    Articles without a name are called "left" and "right". TypeError if one is something else.

    >>> from newsclean import Article
    >>> sides = Side("a", Article(title="Ferry returns")), Side("b", Article(title="Ferry"))
    >>> compare(*sides).title
    'a and b: 1 field differs, the bodies are equal'
    """
    left, right = _side(left, "left"), _side(right, "right")
    a, b = left.article, right.article
    shown = {name: (_shown(a, name), _shown(b, name)) for name in FIELDS}
    differing = [name for name, (one, other) in shown.items() if one != other]
    differ = f"{count_of(len(differing), 'field')} differ{'s' * (len(differing) == 1)}"
    bodies = "equal" if a.body == b.body else "different"
    title = f"{left.name} and {right.name}: {differ}, the bodies are {bodies}"
    same = [name for name in FIELDS if name not in differing and shown[name] != ("", "")]
    parts = (
        f'<div style="font-weight:600;font-size:1.1em">{safe.text(title)}</div>',
        _pair(*(f"<b>{safe.text(side.name)}</b>{_bar(side)}" for side in (left, right))),
        *(_field(name, *shown[name]) for name in differing),
        fold(
            f"equal: {count_of(len(same), 'more field')}",
            "".join(_field(name, *shown[name]) for name in same),
        ),
        *_bodies(a, b),
    )
    return View(title, box(FONT, "".join(parts)))


def _side(given: Side | Article, name: str) -> Side:
    if isinstance(given, Article):
        return Side(name, given)
    if not isinstance(given, Side):
        raise TypeError(
            f"{name} must be an Article or a Side, not {type(given).__name__}: "
            "give the article of a report or a result"
        )
    return given


def _shown(article: Article, name: str) -> str:
    value = getattr(article, name)
    if name == "credits":
        return "; ".join(f"{credit.role} {', '.join(credit.names)}" for credit in value)
    if isinstance(value, tuple):
        return ", ".join(value)
    return "" if value is None else str(value)


def _pair(left: str, right: str) -> str:
    return box(f"{_PAIR};{_ROW}", f"<div>{left}</div><div>{right}</div>")


def _field(name: str, left: str, right: str) -> str:
    head = f'<span style="{QUIET}">{name}</span>'
    return _pair(*(f'{head}<div dir="auto">{text}</div>' for text in _difference(left, right)))


def _bar(side: Side) -> str:
    """The text of the page by label, if it is known."""
    if not side.characters:
        return ""
    parts = "".join(
        f'<span title="{label}: {count:,} characters" '
        f'style="flex:{count} 0 2px;background:{COLOURS[label]}"></span>'
        for label, count in side.characters.items()
    )
    return box("display:flex;height:.9em;border-radius:.3em;overflow:hidden;margin:.3em 0", parts)


def _bodies(a: Article, b: Article) -> Iterator[str]:
    """The paragraphs in pairs; runs of equal ones are folded."""
    left, right = ([paragraph.text for paragraph in article.paragraphs] for article in (a, b))
    matcher = SequenceMatcher(None, left[:MOST_PARAGRAPHS], right[:MOST_PARAGRAPHS])
    for operation, start, end, first, last in matcher.get_opcodes():
        pairs = [
            _pair(*(f'<div dir="auto" style="white-space:pre-line">{text}</div>' for text in texts))
            for texts in map(_differences, zip_longest(left[start:end], right[first:last]))
        ]
        if operation == "equal":
            yield fold(f"equal: {count_of(end - start, 'paragraph')}", "".join(pairs))
        else:
            yield "".join(pairs)
    if (rest := max(len(left), len(right)) - MOST_PARAGRAPHS) > 0:
        yield box(QUIET, f"{rest:,} more paragraphs were not compared")


def _differences(pair: tuple[str | None, str | None]) -> tuple[str, str]:
    return _difference(pair[0] or "", pair[1] or "")


def _difference(left: str, right: str) -> tuple[str, str]:
    """Both texts as HTML; what is between their common beginning and end is marked."""
    if left == right:
        return safe.text(left), safe.text(right)
    start = _count_common(zip(left, right, strict=False))
    end = _count_common(zip(reversed(left[start:]), reversed(right[start:]), strict=False))
    return _marked(left, start, len(left) - end), _marked(right, start, len(right) - end)


def _count_common(pairs: Iterable[tuple[str, str]]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _marked(text: str, start: int, end: int) -> str:
    middle = safe.text(text[start:end])
    marked = f'<mark style="{_MARK}">{middle}</mark>' if middle else ""
    return safe.text(text[:start]) + marked + safe.text(text[end:])
