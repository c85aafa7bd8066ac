"""The arguments of `extract` and `explain`, each checked and brought to one type."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import NamedTuple
from urllib.parse import urlsplit

from newsclean.arguments.page import read_page
from newsclean.errors import InputError
from newsclean.model import Limits
from newsclean.text.characters import replace_invalid

_SHOWN = 80


class Arguments(NamedTuple):
    """What a caller handed in.

    Attributes:
        page: The bytes or the text of the page.
        url: The address, if it can be taken apart.
        content_type: The header.
        reference_date: When the page was fetched.
        limits: How much of the page is read.
    """

    page: bytes | str
    url: str | None
    content_type: str | None
    reference_date: datetime | None
    limits: Limits


def check(
    page: object, url: object, content_type: object, reference_date: object, limits: object
) -> Arguments:
    """The arguments as the stages take them.

    TypeError for a type that cannot be read, InputError for a value; both name the argument.
    """
    return Arguments(
        read_page(page),
        read_url(url),
        read_content_type(content_type),
        read_reference_date(reference_date),
        read_limits(limits),
    )


def read_url(url: object) -> str | None:
    """The address; None if there is none, or none that could be taken apart.

    >>> read_url(b"https://example.org/a ")
    'https://example.org/a'
    >>> read_url("http://[") is None
    True
    """
    if isinstance(url, bytes):
        url = url.decode("utf-8", "replace")
    if url is not None and not isinstance(url, str):
        raise _wrong_type("url", "str, bytes or None", url, "give str() of the address")
    address = replace_invalid(str.__str__(url or ""))[0].strip()
    try:
        urlsplit(address)
    except ValueError:
        return None
    return address or None


def read_content_type(content_type: object) -> str | None:
    """The header `Content-Type` as text.

    >>> read_content_type(b"text/html; charset=gbk")
    'text/html; charset=gbk'
    """
    if content_type is None:
        return None
    if isinstance(content_type, bytes):
        return content_type.decode("latin-1")  # as HTTP headers are
    if isinstance(content_type, str):
        return str.__str__(content_type)
    remedy = "give the value of the Content-Type header"
    raise _wrong_type("content_type", "str, bytes or None", content_type, remedy)


def read_reference_date(reference_date: object) -> datetime | None:
    """When the page was fetched; a day without a time is its first moment.

    >>> read_reference_date("2024-09-12")
    datetime.datetime(2024, 9, 12, 0, 0)
    >>> read_reference_date("yesterday")
    Traceback (most recent call last):
        ...
    newsclean.errors.InputError: reference_date must be a date in ISO 8601 such as \
2024-09-12T10:06, not 'yesterday'
    """
    if reference_date is None:
        return None
    if isinstance(reference_date, datetime):
        # The "not a time" of pandas is a datetime that does not equal itself.
        return reference_date if reference_date == reference_date else None
    if isinstance(reference_date, date):
        return datetime.combine(reference_date, time.min)
    if not isinstance(reference_date, str):
        wanted = "a datetime, a date, text in ISO 8601 or None"
        remedy = "give datetime.fromtimestamp(seconds, timezone.utc) for a number of seconds"
        raise _wrong_type("reference_date", wanted, reference_date, remedy)
    text = str.__str__(reference_date)
    try:
        return datetime.fromisoformat(text.strip())
    except ValueError:
        raise InputError(
            "reference_date must be a date in ISO 8601 such as 2024-09-12T10:06, "
            f"not {text[:_SHOWN]!r}"
        ) from None


def read_limits(limits: object) -> Limits:
    """The limits, which know by themselves that their values are right."""
    if isinstance(limits, Limits):
        return limits
    remedy = "give for example newsclean.Limits(seconds=5)"
    raise _wrong_type("limits", "a newsclean.Limits", limits, remedy)


def _wrong_type(name: str, wanted: str, value: object, remedy: str) -> TypeError:
    return TypeError(f"{name} must be {wanted}, not {type(value).__name__}: {remedy}")
