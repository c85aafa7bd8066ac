"""An article as JSON-ready values, and an article back from them, with every value checked."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from newsclean.model import (
    Article,
    Cell,
    Credit,
    Image,
    Kind,
    Mark,
    MarkKind,
    Paragraph,
    Rights,
    Table,
)
from newsclean.output.serialize.place import Place, show
from newsclean.output.serialize.values import (
    LARGEST,
    Reader,
    read_at_least,
    read_date_or_null,
    read_each,
    read_flag,
    read_keys,
    read_one_of,
    read_or_null,
    read_pair,
    read_record,
    read_share,
    read_text,
    read_text_or_null,
)
from newsclean.version import __version__

SCHEMA = "1.0"
"""The version of the form: the first number changes if old readers would misread new values, the
second if there are new keys."""
# What is written beside the fields of an article, and is not read: the paragraphs are the body.
_WRITTEN_ONLY = frozenset({"body", "schema", "newsclean_version"})


def article_to_dict(article: Article) -> dict[str, Any]:
    """The article as JSON-ready values, with its body, and the versions of form and program."""
    fields = {
        field.name: _plain(getattr(article, field.name)) for field in dataclasses.fields(article)
    }
    return {
        **fields,
        "body": article.body,
        "schema": SCHEMA,
        "newsclean_version": __version__,
    }


def _plain(value: Any) -> Any:
    """A value of an article as JSON has it."""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if dataclasses.is_dataclass(value):
        return {
            field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)
        }
    return value


def article_from_dict(found: Mapping[str, Any], strict: bool = True) -> Article:
    """The article that `to_dict` made this from; a key that it lacks gets the default.

    A key that is not known is an error, or left out if `strict` is False. TypeError if `found` is
    not a mapping, ArticleFormatError if a key or a value is not an article's.

    >>> article_from_dict({"title": "Bridge opens"}).title
    'Bridge opens'
    >>> article_from_dict({"title": 5})
    Traceback (most recent call last):
        ...
    newsclean.errors.ArticleFormatError: title must be text or null, not int
    """
    if not isinstance(found, Mapping):
        raise TypeError(f"an article is read from a mapping, not from {type(found).__name__}")
    if strict and "schema" in found:
        _check_schema(found["schema"])
    fields = {key: value for key, value in found.items() if key not in _WRITTEN_ONLY}
    return Article(**read_keys(fields, ARTICLE, Place(strict=strict)))


def _check_schema(value: object) -> None:
    place, number = Place("schema"), SCHEMA.partition(".")[0]
    if read_text(value, place).partition(".")[0] != number:
        raise place.error(
            f"must begin with {number}., not {show(value)}: read the article with the version of "
            "newsclean that wrote it; strict=False reads what both versions have"
        )


MARK: dict[str, Reader] = {
    "start": read_at_least(0),
    "end": read_at_least(0),
    "kind": read_one_of(MarkKind),
    "value": read_text,
}
read_marks = read_each(read_record(Mark, MARK, frozenset({"start", "end", "kind"})))
CELL: dict[str, Reader] = {
    "text": read_text,
    "header": read_flag,
    "colspan": read_at_least(1),
    "rowspan": read_at_least(1),
    "marks": read_marks,
}
TABLE: dict[str, Reader] = {
    "rows": read_each(read_each(read_record(Cell, CELL, frozenset({"text"})))),
    "caption": read_text,
}
PARAGRAPH: dict[str, Reader] = {
    "kind": read_one_of(Kind),
    "text": read_text,
    "level": read_at_least(0),
    "marks": read_marks,
    "quote": read_at_least(0),
    "list_id": read_or_null(read_at_least(0)),
    "number": read_or_null(read_at_least(-LARGEST)),
    "language": read_text_or_null,
    "table": read_or_null(read_record(Table, TABLE, frozenset({"rows"}))),
    "address": read_text_or_null,
}
CREDIT: dict[str, Reader] = {
    "role": read_text,
    "names": read_each(read_text),
    "text": read_text,
    "key": read_text,
}
IMAGE: dict[str, Reader] = {
    "src": read_text,
    "alt": read_text,
    "block": read_at_least(0),
    "caption": read_text,
    "paragraph": read_or_null(read_at_least(0)),
    "lead": read_flag,
}
RIGHTS: dict[str, Reader] = {
    "license": read_text_or_null,
    "holder": read_text_or_null,
    "robots": read_each(read_text),
    "tdm_reserved": read_or_null(read_flag),
    "tdm_policy": read_text_or_null,
}
ARTICLE: dict[str, Reader] = {
    "title": read_text_or_null,
    "kicker": read_text_or_null,
    "subtitle": read_text_or_null,
    "titles": read_each(read_pair),
    "description": read_text_or_null,
    "date": read_date_or_null,
    "date_text": read_text_or_null,
    "updated": read_date_or_null,
    "source": read_text_or_null,
    "authors": read_each(read_text),
    "credits": read_each(read_record(Credit, CREDIT, frozenset({"role", "names"}))),
    "paragraphs": read_each(read_record(Paragraph, PARAGRAPH, frozenset({"kind", "text"}))),
    "url": read_text_or_null,
    "next_page": read_text_or_null,
    "site_name": read_text_or_null,
    "language": read_text_or_null,
    "section": read_each(read_text),
    "tags": read_each(read_text),
    "images": read_each(read_record(Image, IMAGE, frozenset({"src"}))),
    "registrations": read_each(read_pair),
    "paywalled": read_flag,
    "rights": read_record(Rights, RIGHTS),
    "copies": read_at_least(1),
    "quality": read_share,
    "is_article": read_flag,
    "article_probability": read_or_null(read_share),
    "page_type": read_text_or_null,
    "encoding": read_text_or_null,
    "truncations": read_each(read_text),
    "faults": read_each(read_text),
}
"""How the value of each key is read."""
