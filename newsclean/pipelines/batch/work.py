"""What a worker does with a page: extract it, filter it, and write it down as a row."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from newsclean.many.extraction import Outcome, Request, extract_one
from newsclean.model import Article, Limits
from newsclean.pipelines.columns import COLUMNS, Row, passed_name, row_of
from newsclean.rules import Rules

# Below it, an article counts as one of low quality in the report.
LOW_QUALITY = 0.5
WANTED = ("title", "date", "authors", "source")


class Filters(NamedTuple):
    """Which rows are written.

    Attributes:
        languages: Only articles in these languages; "zh" is also "zh-Hans". Empty for all.
        quality: Only articles of at least this quality.
        articles: Only pages that are articles.
    """

    languages: tuple[str, ...] = ()
    quality: float = 0.0
    articles: bool = False

    def keep(self, article: Article | None) -> bool:
        """Whether a page with this article is written.

        >>> Filters(languages=("zh",)).keep(Article(language="zh-Hans"))
        True
        >>> Filters(quality=0.5).keep(None)
        False
        """
        if self == Filters():
            return True
        if article is None or article.quality < self.quality:
            return False
        if self.articles and not article.is_article:
            return False
        return not self.languages or any(
            f"{article.language}-".lower().startswith(f"{language}-".lower())
            for language in self.languages
        )


class Job(NamedTuple):
    """A page for a worker, with what its row holds beside the article.

    Attributes:
        request: The page and what is known of it; None if it is not extracted.
        id: Its id.
        url: Its address.
        kept: The values of the fields that are kept, by the names of their columns.
    """

    request: Request | None
    id: Any
    url: Any
    kept: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Work:
    """What is done with every page; it is sent to each worker once.

    Attributes:
        limits: How much of a page is read.
        filters: Which rows are written.
        format: The name of the format of a row, a key of `FORMATS`.
        rules: Rules for the pages of some sites.
    """

    limits: Limits
    filters: Filters
    format: str
    rules: Rules | None = None

    def __call__(self, job: Job) -> Done:
        """Extract a page and write its row."""
        assert job.request is not None
        return self.finish(job, extract_one(self.limits, job.request, self.rules))

    def finish(self, job: Job, outcome: Outcome) -> Done:
        """The row of a page with this outcome."""
        payload = None
        if self.filters.keep(outcome.article):
            payload = FORMATS[self.format](job, outcome)
        return Done(outcome.status.value, _site(job), _lacks(outcome.article), payload)


class Done(NamedTuple):
    """A page that is done with.

    Attributes:
        status: Its status.
        site: The host of its address, without "www."; "" without an address.
        lacks: What its article has not, of `WANTED`, and "quality" if it is low.
        payload: Its row in the format of the output; None if it is not written.
    """

    status: str
    site: str
    lacks: tuple[str, ...]
    payload: Any


def _site(job: Job) -> str:
    address = job.url.decode("utf-8", "replace") if isinstance(job.url, bytes) else job.url
    try:
        host = urlsplit(str(address or "")).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def _lacks(article: Article | None) -> tuple[str, ...]:
    if article is None:
        return ()
    missing = [name for name in WANTED if not getattr(article, name)]
    return (*missing, *(["quality"] if article.quality < LOW_QUALITY else []))


def _row(job: Job, outcome: Outcome) -> Row:
    return row_of(job.id, job.url, outcome) | dict(job.kept)


def _as_json(value: Any) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)


def json_line(job: Job, outcome: Outcome) -> bytes:
    """A row as a line of JSON."""
    text = json.dumps(_row(job, outcome), ensure_ascii=False, default=_as_json)
    return text.encode("utf-8", "backslashreplace") + b"\n"


def csv_line(job: Job, outcome: Outcome) -> bytes:
    """A row as a line of CSV; lists of texts have one a line, other lists are JSON."""
    target = io.StringIO()
    csv.writer(target).writerow(_cell(value) for value in _row(job, outcome).values())
    return target.getvalue().encode("utf-8", "replace")


def csv_header(keep: tuple[str, ...]) -> bytes:
    """The line with the names of the columns."""
    target = io.StringIO()
    kept = (passed_name(name, keep) for name in keep)
    csv.writer(target).writerow((*COLUMNS, *kept))
    return target.getvalue().encode()


def _cell(value: Any) -> Any:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "\n".join(value)
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return value.isoformat() if isinstance(value, datetime) else value


def table_row(job: Job, outcome: Outcome) -> Row:
    """A row for Parquet; the fields that are kept are text."""
    row = _row(job, outcome)
    for name in row.keys() - COLUMNS.keys():
        value = row[name]
        if value is not None and not isinstance(value, str):
            row[name] = json.dumps(value, ensure_ascii=False, default=str)
    return row


def _document(text_of: Callable[[Article], str]) -> Callable[[Job, Outcome], bytes | None]:
    def write(_: Job, outcome: Outcome) -> bytes | None:
        if outcome.article is None:
            return None
        return text_of(outcome.article).encode("utf-8", "replace")

    return write


FORMATS: Mapping[str, Callable[[Job, Outcome], Any]] = {
    "jsonl": json_line,
    "csv": csv_line,
    "parquet": table_row,
    "markdown": _document(lambda article: article.to_markdown(front_matter=True)),
    "html": _document(lambda article: article.to_html()),
    "tei": _document(lambda article: article.to_tei()),
}
"""How a page is written in each format; in a document of its own only if it has an article."""
