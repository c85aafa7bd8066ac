"""List the public interface: functions, their parameters, classes and their fields.

    python -m tools.public > tests/public_face.txt

A test compares the file with the code: a change of the file is a change of the interface.
"""

from __future__ import annotations

import dataclasses
import enum
import inspect
import types
import typing
from collections.abc import Iterator
from typing import Any

import newsclean


def public_face() -> list[str]:
    """A line for each public function, class, field, member, property and method."""
    found: list[str] = []
    for name in sorted(newsclean.__all__):
        if name != "__version__":
            found += _of(name, getattr(newsclean, name))
    return found


def _of(name: str, value: Any) -> Iterator[str]:
    if isinstance(value, types.UnionType):
        yield f"{name}: {' '.join(each.__name__ for each in typing.get_args(value))}"
        return
    if not inspect.isclass(value):
        yield f"{name}{_parameters(value)}"
        return
    by_keyword = dataclasses.is_dataclass(value) and all(
        f.kw_only for f in dataclasses.fields(value)
    )
    bases = " ".join(base.__name__ for base in value.__bases__)
    yield f"{name}: {bases}{', by keyword only' if by_keyword else ''}"
    if issubclass(value, enum.Enum):
        yield from (f"{name}.{member.name} = {member.value!r}" for member in value)
    else:
        yield from (f"{name}.{field}" for field in _fields(value))
    for method, found in vars(value).items():
        found = found.__func__ if isinstance(found, classmethod | staticmethod) else found
        if isinstance(found, property):
            yield f"{name}.{method} (property)"
        elif inspect.isfunction(found) and not method.startswith("_"):
            yield f"{name}.{method}{_parameters(found)}"


def _fields(value: Any) -> list[str]:
    """The fields of a data class or named tuple in order, with their defaults."""
    if dataclasses.is_dataclass(value):
        return [f"{field.name}{_equals(field.default)}" for field in dataclasses.fields(value)]
    defaults = getattr(value, "_field_defaults", {})
    return [
        f"{name}{_equals(defaults.get(name, dataclasses.MISSING))}"
        for name in getattr(value, "_fields", ())
    ]


def _parameters(function: Any) -> str:
    """The parameters without annotations, whose text depends on the version of Python."""
    signature = inspect.signature(function)
    empty = inspect.Parameter.empty
    plain = [each.replace(annotation=empty) for each in signature.parameters.values()]
    plain = [
        each.replace(default=_Default(each.default)) if each.default is not empty else each
        for each in plain
    ]
    return str(inspect.Signature(plain))


def _equals(default: Any) -> str:
    return "" if default is dataclasses.MISSING else f"={_Default(default)!r}"


class _Default:
    """A default value in the list: its own repr if that is stable, else `…`."""

    def __init__(self, value: object) -> None:
        self.value = value

    def __repr__(self) -> str:
        plain = isinstance(self.value, str | int | float | tuple | None)
        return repr(self.value) if plain else "…"


if __name__ == "__main__":
    print("\n".join(public_face()))
