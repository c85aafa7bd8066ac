"""An article and a report as plain values, and an article back from them, with every key and type checked."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from newsclean.errors import ArticleFormatError
from newsclean.model import Article, Candidate, Credit, Evidence, Image, Kind, Paragraph, Report

Reader = Callable[[Any, str], Any]
"""Checks a value and gives it as the article holds it; its second argument is the value's place, for the message."""


def article_from_dict(found: Mapping[str, Any]) -> Article:
    """The article that `to_dict` made this from; a key it lacks gets the default.

    TypeError if `found` is not a mapping, ArticleFormatError if one of its keys or values is not an article's.

    >>> article_from_dict({"title": "Bridge opens"}).title
    'Bridge opens'
    >>> article_from_dict({"title": 5})
    Traceback (most recent call last):
        ...
    newsclean.errors.ArticleFormatError: title must be text or null, not int
    """
    if not isinstance(found, Mapping):
        raise TypeError(f"an article is read from a mapping, not from {type(found).__name__}")
    fields = {
        key: value for key, value in found.items() if key != "body"
    }  # the paragraphs are the body
    return Article(**_read_fields(fields, _ARTICLE, ""))


def report_to_dict(report: Report) -> dict[str, Any]:
    """The report as JSON-ready values: spans stand under their block, each with its text."""
    decoded = report.decoded
    return {
        "article": report.article.to_dict(),
        "decoded": {
            "encoding": decoded.encoding,
            "declared": decoded.declared,
            "how": decoded.how,
            "bad_bytes": decoded.bad_bytes,
            "notes": list(decoded.notes),
        },
        "evidence": {name: _evidence(evidence) for name, evidence in report.evidence.items()},
        "blocks": _blocks(report),
        "copies": [list(copy) for copy in report.copies],
    }


def _blocks(report: Report) -> list[dict[str, Any]]:
    spans: list[list[dict[str, Any]]] = [[] for _ in report.page.blocks]
    for span in report.spans:
        text = report.page.blocks[span.block].text[span.start : span.end]
        spans[span.block].append(
            {
                "label": span.label.value,
                "rule": span.rule,
                "score": span.score,
                "start": span.start,
                "end": span.end,
                "text": text,
            }
        )
    return [
        {"tag": block.tag, "spans": own}
        for block, own in zip(report.page.blocks, spans, strict=True)
    ]


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "chosen": _candidate(evidence.chosen) if evidence.chosen else None,
        "others": [_candidate(candidate) for candidate in evidence.others],
    }


def _candidate(candidate: Candidate[str]) -> dict[str, str]:
    return {"value": candidate.value, "origin": candidate.origin, "text": candidate.text}


def _wrong(place: str, wanted: str, value: Any) -> ArticleFormatError:
    return ArticleFormatError(
        f"{place} must be {wanted}, not {type(value).__name__ if value is not None else 'null'}"
    )


def _text(value: Any, place: str) -> str:
    if isinstance(value, str):
        return value
    raise _wrong(place, "text", value)


def _text_or_null(value: Any, place: str) -> str | None:
    if value is None or isinstance(value, str):
        return value
    raise _wrong(place, "text or null", value)


def _date_or_null(value: Any, place: str) -> datetime | None:
    if _text_or_null(value, place) is None:
        return None
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        raise ArticleFormatError(
            f"{place} must be a date in ISO 8601 such as 2024-09-12T10:06:32, not {value[:40]!r}"
        ) from None


def _flag(value: Any, place: str) -> bool:
    if isinstance(value, bool):
        return value
    raise _wrong(place, "true or false", value)


def _share(value: Any, place: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _wrong(place, "a number", value)
    if math.isfinite(value) and 0 <= value <= 1:
        return float(value)
    raise ArticleFormatError(f"{place} must be a number from 0 to 1, not {value}")


def _at_least(least: int) -> Reader:
    def read(value: Any, place: str) -> int:
        if isinstance(value, bool) or not isinstance(value, int):
            raise _wrong(place, "a whole number", value)
        if value >= least:
            return value
        raise ArticleFormatError(f"{place} must be {least} or more, not {value}")

    return read


def _kind(value: Any, place: str) -> Kind:
    if value in tuple(Kind):
        return Kind(value)
    raise ArticleFormatError(f"{place} must be one of {', '.join(Kind)}, not {str(value)[:40]!r}")


def _each(reader: Reader) -> Reader:
    def read(value: Any, place: str) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            raise _wrong(place, "a list", value)
        return tuple(reader(item, f"{place}[{i}]") for i, item in enumerate(value))

    return read


def _pair(value: Any, place: str) -> tuple[str, str]:
    if isinstance(value, list | tuple) and len(value) == 2:
        return _text(value[0], f"{place}[0]"), _text(value[1], f"{place}[1]")
    raise ArticleFormatError(f"{place} must be a list of a kind and a number, both text")


def _record(type_: type, readers: Mapping[str, Reader], required: frozenset[str]) -> Reader:
    def read(value: Any, place: str) -> Any:
        if not isinstance(value, Mapping):
            raise _wrong(place, "an object", value)
        if missing := sorted(required - value.keys()):
            raise ArticleFormatError(f"{place} lacks {', '.join(missing)}")
        return type_(**_read_fields(value, readers, f"{place}."))

    return read


def _read_fields(
    found: Mapping[str, Any], readers: Mapping[str, Reader], prefix: str
) -> dict[str, Any]:
    for key in found:
        if key not in readers:
            raise ArticleFormatError(
                f"{prefix}{key} is not a key of an article; those here are {', '.join(readers)}"
            )
    return {key: readers[key](value, f"{prefix}{key}") for key, value in found.items()}


_PARAGRAPH = {"kind": _kind, "text": _text, "level": _at_least(0)}
_CREDIT = {"role": _text, "names": _each(_text), "text": _text, "key": _text}
_IMAGE = {"src": _text, "alt": _text, "block": _at_least(0), "caption": _text}
_ARTICLE: dict[str, Reader] = {
    "title": _text_or_null,
    "kicker": _text_or_null,
    "subtitle": _text_or_null,
    "date": _date_or_null,
    "date_text": _text_or_null,
    "updated": _date_or_null,
    "source": _text_or_null,
    "authors": _each(_text),
    "credits": _each(_record(Credit, _CREDIT, frozenset({"role", "names"}))),
    "paragraphs": _each(_record(Paragraph, _PARAGRAPH, frozenset({"kind", "text"}))),
    "url": _text_or_null,
    "site_name": _text_or_null,
    "language": _text_or_null,
    "section": _each(_text),
    "tags": _each(_text),
    "images": _each(_record(Image, _IMAGE, frozenset({"src"}))),
    "registrations": _each(_pair),
    "paywalled": _flag,
    "copies": _at_least(1),
    "quality": _share,
    "is_article": _flag,
    "encoding": _text_or_null,
    "truncations": _each(_text),
    "faults": _each(_text),
}
