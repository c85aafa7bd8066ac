"""The types of columns, derived from those of an article's fields."""

from __future__ import annotations

import dataclasses
import types
import typing
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple


class Type(NamedTuple):
    """The type of a column, or of what is inside one.

    Attributes:
        name: text, integer, number, flag, moment (without a zone), utc (a moment in UTC), list or
            struct.
        parts: The item of a list, under the name "item"; the fields of a struct.
    """

    name: str
    parts: tuple[tuple[str, Type], ...] = ()


TEXT, INTEGER, NUMBER, FLAG, MOMENT, IN_UTC = map(
    Type, ("text", "integer", "number", "flag", "moment", "utc")
)
_SIMPLE: dict[Any, Type] = {int: INTEGER, float: NUMBER, bool: FLAG, datetime: MOMENT, str: TEXT}


def list_of(item: Type) -> Type:
    """The type of lists of these."""
    return Type("list", (("item", item),))


def type_of(hint: Any) -> Type:
    """The type of the values that an annotation allows; all may be null.

    >>> type_of(tuple[str, ...])
    Type(name='list', parts=(('item', Type(name='text', parts=())),))
    >>> type_of(float | None).name
    'number'
    >>> type_of(bytes)
    Traceback (most recent call last):
    TypeError: no column holds <class 'bytes'>
    """
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        [hint] = [part for part in typing.get_args(hint) if part is not type(None)]
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    if typing.get_origin(hint) is tuple:
        return list_of(type_of(typing.get_args(hint)[0]))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return TEXT
    if dataclasses.is_dataclass(hint):
        return Type("struct", fields_of(hint))
    raise TypeError(f"no column holds {hint!r}")


def fields_of(class_: Any) -> tuple[tuple[str, Type], ...]:
    """The name and the type of each field of a data class."""
    hints = typing.get_type_hints(class_)
    return tuple((field.name, type_of(hints[field.name])) for field in dataclasses.fields(class_))


def plain(value: Any) -> Any:
    """A field's value as plain lists, dicts, text and numbers."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if dataclasses.is_dataclass(value):
        return {
            field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)
        }
    return value
