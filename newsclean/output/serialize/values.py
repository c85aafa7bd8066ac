"""Readers of single values: each checks a value and returns it as the article holds it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from newsclean.output.serialize.place import Place, is_null, show

Reader = Callable[[Any, Place], Any]
"""Checks the value at a place, and returns it as the article holds it."""

# Larger whole numbers are not exact in every reader of JSON.
LARGEST = 2**53 - 1


def read_text(value: Any, place: Place) -> str:
    """A text that can be written in UTF-8."""
    if not isinstance(value, str):
        raise place.wrong_type("text", value)
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise place.error(
            f"must be text that UTF-8 can hold, not half of a character ({value[error.start]!a}): "
            "decode its bytes with another encoding, or with errors='replace'"
        ) from None
    return value


def read_text_or_null(value: Any, place: Place) -> str | None:
    """A text, or None."""
    if is_null(value):
        return None
    if not isinstance(value, str):
        raise place.wrong_type("text or null", value)
    return read_text(value, place)


def read_date_or_null(value: Any, place: Place) -> datetime | None:
    """A date in ISO 8601, or None."""
    text = read_text_or_null(value, place)
    if text is None:
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        message = f"must be a date in ISO 8601 such as 2024-09-12T10:06:32, not {show(text)}"
        raise place.error(message) from None


def read_flag(value: Any, place: Place) -> bool:
    """True or False."""
    if isinstance(value, bool):
        return value
    raise place.wrong_type("true or false", value)


def read_share(value: Any, place: Place) -> float:
    """A number from 0 to 1."""
    if isinstance(value, bool) or not isinstance(value, int | float) or is_null(value):
        raise place.wrong_type("a number", value)
    if 0 <= value <= 1:
        return float(value)
    raise place.error(f"must be a number from 0 to 1, not {show(value)}")


def read_at_least(least: int) -> Reader:
    """A reader of a whole number that is not less; 2.0 is one, as in JSON Schema."""

    def read(value: Any, place: Place) -> int:
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, bool) or not isinstance(value, int):
            raise place.wrong_type("a whole number", value)
        if value < least:
            raise place.error(f"must be {least} or more, not {show(value)}")
        if value > LARGEST:
            raise place.error(f"must be {LARGEST} or less, not {show(value)}")
        return value

    return read


def read_one_of(kinds: type[StrEnum]) -> Reader:
    """A reader of one of these kinds."""

    def read(value: Any, place: Place) -> StrEnum:
        try:
            return kinds(value)
        except (ValueError, TypeError):
            raise place.error(f"must be one of {', '.join(kinds)}, not {show(value)}") from None

    return read


def read_or_null(reader: Reader) -> Reader:
    """A reader that gives None for null, and else what `reader` gives."""

    def read(value: Any, place: Place) -> Any:
        return None if is_null(value) else reader(value, place)

    return read


def read_each(reader: Reader) -> Reader:
    """A reader of a list that reads each item with `reader`."""

    def read(value: Any, place: Place) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            raise place.wrong_type("a list", value)
        return tuple(reader(item, place.item(index)) for index, item in enumerate(value))

    return read


def read_pair(value: Any, place: Place) -> tuple[str, str]:
    """A list of a kind and a number, both text."""
    if isinstance(value, list | tuple) and len(value) == 2:
        return read_text(value[0], place.item(0)), read_text(value[1], place.item(1))
    raise place.error("must be a list of a kind and a number, both text")


def read_record(
    type_: type, readers: Mapping[str, Reader], required: frozenset[str] = frozenset()
) -> Reader:
    """A reader of a mapping that makes a value of `type_`; it must have the `required` keys."""

    def read(value: Any, place: Place) -> Any:
        if not isinstance(value, Mapping):
            raise place.wrong_type("an object", value)
        if missing := sorted(required - value.keys()):
            raise place.error(f"lacks {', '.join(missing)}")
        return type_(**read_keys(value, readers, place))

    return read


def read_keys(
    found: Mapping[Any, Any], readers: Mapping[str, Reader], place: Place
) -> dict[str, Any]:
    """The values of the keys that have a reader; another key is an error if `place` is strict."""
    values = {}
    for key, value in found.items():
        if key in readers:
            values[key] = readers[key](value, place.key(key))
        elif place.strict:
            raise place.key(key).error(
                f"is not a key of an article; those here are {', '.join(readers)}; "
                "strict=False leaves other keys out"
            )
    return values
