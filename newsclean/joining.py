"""Joins the pages of an article that a site spreads over several."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from typing import Any

from newsclean.errors import InputError
from newsclean.model import Article, Image, Paragraph
from newsclean.model.rights import NO_RIGHTS
from newsclean.text.match_key import match_key

# A shorter paragraph may be printed twice for good reason: "Why?"
SHORTEST_REPEAT = 12
# What is taken from every page; of other fields, the first page that states one gives its value.
_OF_ALL = ("authors", "credits", "tags", "truncations", "faults")


def join(articles: Iterable[Article]) -> Article:
    """One article from the articles of its pages, in their order.

    Each field is that of the first page that states it; authors, credits and tags are those of all.
    The bodies follow each other; a paragraph that several pages print is kept once, and so is a
    picture. `quality` is that of the worst page, and `next_page` that of the last.

    Raises:
        InputError: There is no article.

    >>> from newsclean.model import Kind
    >>> first = Article(title="Ferry", paragraphs=(Paragraph(Kind.PARAGRAPH, "It sails."),))
    >>> last = Article(title="Ferry (2)", paragraphs=(Paragraph(Kind.PARAGRAPH, "It lands."),))
    >>> joined = join([first, last])
    >>> joined.title, joined.body
    ('Ferry', 'It sails.\\nIt lands.')
    """
    pages = tuple(articles)
    if not pages:
        raise InputError("join needs at least one article")
    values = {name: _first_stated(pages, name) for name in _fields()}
    values |= {name: _of_all(pages, name) for name in _OF_ALL}
    paragraphs, moved = _paragraphs(pages)
    values |= {
        "date_text": next((page.date_text for page in pages if page.date), values["date_text"]),
        "paragraphs": paragraphs,
        "images": _images(pages, moved),
        "next_page": pages[-1].next_page,
        "quality": min(page.quality for page in pages),
        "copies": pages[0].copies,
    }
    return dataclasses.replace(pages[0], **values)


def _fields() -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(Article) if field.init)


def _first_stated(pages: Sequence[Article], name: str) -> Any:
    values = (getattr(page, name) for page in pages)
    return next((value for value in values if _is_stated(value)), getattr(pages[0], name))


def _is_stated(value: object) -> bool:
    return value is not None and value is not False and value not in ("", (), NO_RIGHTS)


def _of_all(pages: Sequence[Article], name: str) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(item for page in pages for item in getattr(page, name)))


def _paragraphs(pages: Sequence[Article]) -> tuple[tuple[Paragraph, ...], list[list[int]]]:
    """The paragraphs of all pages; and for each page, how many are kept before each of its own."""
    kept: list[Paragraph] = []
    seen: set[str] = set()
    moved: list[list[int]] = []
    lists = 0
    for page in pages:
        counts = []
        before = frozenset(seen)
        for paragraph in page.paragraphs:
            counts.append(len(kept))
            key = match_key(paragraph.text) or paragraph.address or ""
            if len(key) < SHORTEST_REPEAT or key not in before:
                seen.add(key)
                kept.append(_with_list(paragraph, lists))
        moved.append([*counts, len(kept)])
        lists += 1 + max((own.list_id or 0 for own in page.paragraphs), default=0)
    return tuple(kept), moved


def _with_list(paragraph: Paragraph, before: int) -> Paragraph:
    """The paragraph, its list counted after those of the pages before."""
    if paragraph.list_id is None or not before:
        return paragraph
    return dataclasses.replace(paragraph, list_id=paragraph.list_id + before)


def _images(pages: Sequence[Article], moved: Sequence[Sequence[int]]) -> tuple[Image, ...]:
    """The pictures of all pages, each once, with the paragraphs that they stand by."""
    found: dict[str, Image] = {}
    for page, counts in zip(pages, moved, strict=True):
        for image in page.images:
            by = image.paragraph
            new = None if by is None else counts[min(by, len(page.paragraphs))]
            found.setdefault(image.src, dataclasses.replace(image, paragraph=new))
    return tuple(found.values())
