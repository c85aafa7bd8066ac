"""Columns of pages -> columns of articles: the rows that every engine and every file has."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from newsclean.api import LIMITS
from newsclean.errors import ArticleFormatError, InputError
from newsclean.many.extraction import (
    MAX_BYTES,
    Outcome,
    extract_one,
    outcome_of,
    request_of,
)
from newsclean.many.pool import Answer
from newsclean.many.values import Input
from newsclean.model import Article, Limits
from newsclean.output.serialize.place import is_null
from newsclean.pipelines.types import IN_UTC, INTEGER, TEXT, Type, fields_of, plain
from newsclean.text.characters import replace_invalid
from newsclean.version import __version__

Row = dict[str, Any]
Columns = Mapping[str, Sequence[Any]]

READ = ("html", "url", "content_type", "id", "reference_date")
"""The columns that are read; `html` must be there, and the others may."""
# The article's own address is another column than the address that the page was fetched from.
_RENAMED = {"url": "canonical_url"}
_MOMENTS = ("date", "updated")


def _article_columns() -> Iterator[tuple[str, Type]]:
    for name, type_ in fields_of(Article):
        yield _RENAMED.get(name, name), type_
        if name in _MOMENTS:
            yield f"{name}_utc", IN_UTC
            yield f"{name}_offset_minutes", INTEGER
        if name == "credits":
            yield "body", TEXT


COLUMNS: Mapping[str, Type] = {
    "id": TEXT,
    "url": TEXT,
    "status": TEXT,
    "error": TEXT,
    **dict(_article_columns()),
    "newsclean_version": TEXT,
}
"""The columns of a row in their order, with their types."""


def extract_columns(
    columns: Columns, *, limits: Limits = LIMITS, max_bytes: int = MAX_BYTES
) -> dict[str, list[Any]]:
    """The articles of columns of pages, as columns of the same length and order.

    This is the function to hand to an engine that works on batches. It runs in the calling process
    and needs nothing but newsclean. A page that cannot be read is a row with the status `error`,
    never an exception.

    Args:
        columns: The column `html` with the bytes or the text of each page, and, if there are any,
            `url`, `content_type`, `id` and `reference_date`. Others are handed on; one that has
            the name of a column of the result is handed on as `input_NAME`.
        limits: How much of each page is read.
        max_bytes: A larger page is not extracted, and has the status `too_large`.

    Raises:
        InputError: There is no column `html`, or the columns differ in length.

    >>> found = extract_columns({"html": ["<h1>Ferry returns</h1><p>It sails.", None], "n": [1, 2]})
    >>> found["title"], found["status"], found["n"]
    (['Ferry returns', None], ['not_article', 'error'], [1, 2])
    """
    length = _checked(columns)
    given = {name: columns.get(name) or [None] * length for name in READ}
    rows = [
        _row(Input(page, url, content_type, id_, date), limits, max_bytes)
        for page, url, content_type, id_, date in zip(*given.values(), strict=True)
    ]
    passed = {
        passed_name(name, columns): list(values)
        for name, values in columns.items()
        if name not in READ
    }
    return {**{name: [row[name] for row in rows] for name in COLUMNS}, **passed}


def passed_name(name: str, names: Container[str]) -> str:
    """What a column that is handed on is called beside those of the result and its own others.

    >>> passed_name("n", ["n"]), passed_name("title", ["title"])
    ('n', 'input_title')
    >>> passed_name("title", ["title", "input_title"])
    'input_input_title'
    """
    new = name
    while new in COLUMNS or (new != name and new in names):
        new = f"input_{new}"
    return new


def _checked(columns: Columns) -> int:
    """The length of the columns."""
    if "html" not in columns:
        raise InputError(f"columns must have one named html, not only {', '.join(columns)}")
    lengths = {name: len(values) for name, values in columns.items()}
    if len(set(lengths.values())) > 1:
        raise InputError(f"the columns differ in length: {lengths}")
    return lengths["html"]


def _row(given: Input, limits: Limits, max_bytes: int) -> Row:
    request = request_of(given, max_bytes)
    if isinstance(request, Answer):
        return row_of(given.id, given.url, outcome_of(request))
    return row_of(given.id, given.url, extract_one(limits, request))


def row_of(id_: Any, url: Any, outcome: Outcome) -> Row:
    """The row of one page."""
    row: Row = dict.fromkeys(COLUMNS)
    row["id"], row["url"] = _text(id_), _text(url)
    row["status"], row["error"] = outcome.status.value, _text(outcome.error)
    row["newsclean_version"] = __version__
    if outcome.article is not None:
        row |= _values(outcome.article)
    return row


def _values(article: Article) -> Iterator[tuple[str, Any]]:
    for name in Article.__dataclass_fields__:
        value = getattr(article, name)
        if name in _MOMENTS:
            yield from _moment(name, value)
        else:
            yield _RENAMED.get(name, name), plain(value)
    yield "body", article.body


def _moment(name: str, value: datetime | None) -> Iterator[tuple[str, Any]]:
    """A date as it is printed, and, if it has a zone, in UTC and with the offset of its zone."""
    if value is None:
        return
    yield name, value.replace(tzinfo=None)
    offset = value.utcoffset()
    if offset is not None:
        yield f"{name}_offset_minutes", offset // timedelta(minutes=1)
        try:
            yield f"{name}_utc", value.astimezone(UTC)
        except OverflowError:  # in the first or last hours that a datetime can have
            return


def _text(value: Any) -> str | None:
    if value is None:
        return None
    text = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
    return replace_invalid(text)[0]


def article_from_row(row: Mapping[str, Any]) -> Article | None:
    """The article that a row was made from; None if its page gave none.

    The row may come from JSON, from an Arrow table or from a data frame, whose missing values and
    arrays are read as None and lists. ArticleFormatError if a value is not one of a row.

    >>> columns = extract_columns({"html": ["<h1>Ferry returns</h1><p>It sails."]})
    >>> row = {name: values[0] for name, values in columns.items()}
    >>> article_from_row(row).title
    'Ferry returns'
    """
    if is_null(row.get("is_article")):
        return None
    found = {
        name: _without_arrays(row[column])
        for name in Article.__dataclass_fields__
        if (column := _RENAMED.get(name, name)) in row
    }
    for name in _MOMENTS:
        found[name] = _printed(name, found.get(name), row.get(f"{name}_offset_minutes"))
    return Article.from_dict(found)


def _without_arrays(value: Any) -> Any:
    """A value with lists in place of the arrays of numpy, as pandas reads lists from Parquet."""
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, Mapping):
        return {key: _without_arrays(part) for key, part in value.items()}
    return [_without_arrays(part) for part in value] if isinstance(value, list) else value


def _printed(name: str, value: Any, minutes: Any) -> str | None:
    """The date of a row as ISO 8601, with its zone."""
    if is_null(value):
        return None
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else value
        if not is_null(minutes):
            moment = moment.replace(tzinfo=timezone(timedelta(minutes=int(minutes))))
        return str(moment.isoformat())
    except (AttributeError, OverflowError, TypeError, ValueError) as error:
        raise ArticleFormatError(f"{name} and its offset must be a date and minutes") from error
