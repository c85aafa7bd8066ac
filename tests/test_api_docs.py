"""`help()` is complete: every public type documents each of its fields."""

from __future__ import annotations

import dataclasses
import enum
import inspect
from typing import Any

import pytest

import newsclean
from newsclean import model


def _fields(type_: Any) -> list[str]:
    if dataclasses.is_dataclass(type_):
        return [field.name for field in dataclasses.fields(type_)]
    return list(getattr(type_, "_fields", ()))


VALUES = [
    value
    for value in vars(model).values()
    if inspect.isclass(value) and value.__module__.startswith("newsclean.model") and _fields(value)
]


@pytest.mark.parametrize("type_", VALUES)
def test_every_field_of_a_public_value_is_described(type_: type) -> None:
    described = inspect.getdoc(type_) or ""
    assert [name for name in _fields(type_) if f"\n    {name}: " not in described] == []


@pytest.mark.parametrize("name", newsclean.__all__)
def test_every_public_name_has_a_docstring(name: str) -> None:
    value = getattr(newsclean, name)
    assert isinstance(value, str) or inspect.getdoc(value)


@pytest.mark.parametrize(
    "type_",
    [
        value
        for value in (getattr(newsclean, name) for name in newsclean.__all__)
        if isinstance(value, enum.EnumMeta)
    ],
)
def test_every_member_of_a_public_enumeration_is_described(type_: type[enum.Enum]) -> None:
    described = inspect.getdoc(type_) or ""
    assert [name for name in type_.__members__ if f"\n    {name}: " not in described] == []


def test_all_that_a_report_hands_out_is_public() -> None:
    handed_out = {
        "Block",
        "Candidate",
        "Decoded",
        "Element",
        "Evidence",
        "Metadata",
        "Page",
        "Rights",
        "Span",
    }
    assert handed_out <= set(newsclean.__all__)
