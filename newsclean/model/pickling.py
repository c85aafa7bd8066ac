"""How the values of an article are pickled: by the names of their fields.

The default for frozen dataclasses is a list of the values in the order of the fields. A version
with another order would read such a list without an error, every value in the wrong field.
"""

from __future__ import annotations

import dataclasses
from typing import Any

from newsclean.errors import ArticleFormatError


def get_state(value: Any) -> dict[str, Any]:
    """The value's fields by name."""
    return {name: getattr(value, name) for name in value.__slots__}


def set_state(value: Any, state: object) -> None:
    """Fill a new value with the fields of a pickled one; a field that this lacks gets its default.

    ArticleFormatError if it has other fields, or none of the names of its fields.
    """
    known = {field.name: field for field in dataclasses.fields(value)}
    if not isinstance(state, dict) or not state.keys() <= known.keys():
        raise _unreadable(value)
    for name, field in known.items():
        object.__setattr__(value, name, state[name] if name in state else _default(value, field))


def _default(value: Any, field: dataclasses.Field[Any]) -> Any:
    if field.default is dataclasses.MISSING:
        raise _unreadable(value)
    return field.default


def _unreadable(value: Any) -> ArticleFormatError:
    return ArticleFormatError(
        f"this pickle of {type(value).__name__} is of a version of newsclean with other fields; "
        "read it with that version, and keep articles as what to_dict gives"
    )
