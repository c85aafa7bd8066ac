"""The article that a caller gets, and its parts."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from newsclean.model.page import Image


class Kind(StrEnum):
    """What a paragraph of the body is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    TABLE_ROW = "table_row"
    CAPTION = "caption"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Credit:
    """One desk role and the people in it: 责编 刘佳; Editing by Jane Roe.

    `role` is as printed, without inner spaces; `key` is the same role in every language (editor, proofreader, photographer …), or "" for a
    role the lexicon does not know.
    """

    role: str
    names: tuple[str, ...]
    text: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the body. `level` is a heading's rank (1-6) or a list item's depth (1 …), else 0."""

    kind: Kind
    text: str
    level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A clean, structured news article. A field that the page does not state is None or empty, never a guess."""

    title: str | None = None
    kicker: str | None = None
    subtitle: str | None = None
    date: datetime | None = None
    date_text: str | None = None
    updated: datetime | None = None
    source: str | None = None
    authors: tuple[str, ...] = ()
    credits: tuple[Credit, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    url: str | None = None
    site_name: str | None = None
    language: str | None = None
    section: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    images: tuple[Image, ...] = ()
    notices: tuple[tuple[str, str], ...] = ()  # facts of the footer: (kind, number), such as ("icp", "豫ICP备14012713号-1")
    paywalled: bool = False
    copies: int = 1
    quality: float = 0.0
    is_article: bool = False
    encoding: str | None = None
    truncated: tuple[str, ...] = ()

    @property
    def body(self) -> str:
        """The paragraphs' texts, one a line."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    def to_dict(self) -> dict[str, Any]:
        """This article as JSON-ready values: dates in ISO 8601, tuples as lists. `body` is included for readers; `from_dict` ignores it."""
        found = dataclasses.asdict(self)
        for key in ("date", "updated"):
            found[key] = found[key].isoformat() if found[key] else None
        return {**_listed(found), "body": self.body}

    @classmethod
    def from_dict(cls, found: Mapping[str, Any]) -> Article:
        """The article that `to_dict` made this from. NewscleanError if a key or a value is not an article's."""
        from newsclean.output.serialize import article_from_dict

        return article_from_dict(found)

    def to_markdown(self) -> str:
        """Headline, a line of date, source and authors, the body and the credits as CommonMark, with the page's own text escaped."""
        from newsclean.output.markdown import to_markdown

        return to_markdown(self)

    def _repr_html_(self) -> str:
        from newsclean.output.card import to_html

        return to_html(self)


def _listed(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _listed(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_listed(item) for item in value]
    return value
