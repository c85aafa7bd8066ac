"""A page to extract, and the result of its extraction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from newsclean.arguments import PageInput
from newsclean.model import Article


class Status(StrEnum):
    """The outcome for a page: the first of these that applies.

    Attributes:
        OK: It has an article.
        EMPTY: None of its text is that of an article.
        NOT_ARTICLE: It has text, but is probably not an article.
        ERROR: It could not be read, or its worker died.
        TIMEOUT: Its worker was stopped, because it took too long.
        TOO_LARGE: It has too many bytes to be given to a worker.
    """

    OK = "ok"
    EMPTY = "empty"
    NOT_ARTICLE = "not_article"
    ERROR = "error"
    TIMEOUT = "timeout"
    TOO_LARGE = "too_large"


@dataclass(frozen=True, slots=True)
class Input:
    """A page with what is known of it. All but `id` is as for `extract`.

    Attributes:
        page: The page's bytes, its text, or an lxml tree.
        url: The address it came from.
        content_type: The HTTP header.
        id: Any value by which its result is recognised; None for its index.
        reference_date: When the page was fetched.
    """

    page: PageInput
    url: str | bytes | None = None
    content_type: str | bytes | None = None
    id: Any = None
    reference_date: date | str | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """The outcome for one page.

    Attributes:
        id: The `id` of its input, or its index.
        url: The address as it was given.
        status: Whether there is an article, or why not.
        article: The article; None if the status is error, timeout or too_large.
        error: What went wrong, in one sentence; None if nothing did.
        seconds: How long the page took, in wall-clock time.
    """

    id: Any
    url: str | bytes | None
    status: Status
    article: Article | None = None
    error: str | None = None
    seconds: float = 0.0


def status_of(article: Article) -> Status:
    """The status of a page that gave this article.

    >>> status_of(Article())
    <Status.EMPTY: 'empty'>
    """
    if not article.body:
        return Status.EMPTY
    return Status.OK if article.is_article else Status.NOT_ARTICLE
