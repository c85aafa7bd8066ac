"""A mapping that cannot be changed, for values that must be immutable throughout."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class FrozenMapping(Mapping[K, V]):
    """A read-only mapping with hashable keys and values; it can be hashed and pickled.

    `types.MappingProxyType` offers neither a hash nor a pickle.

    >>> FrozenMapping({"a": 1})["a"], hash(FrozenMapping({"a": 1})) == hash(FrozenMapping({"a": 1}))
    (1, True)
    >>> FrozenMapping({"a": 1})["b"]
    Traceback (most recent call last):
    KeyError: 'b'
    """

    __slots__ = ("_items",)
    _items: dict[K, V]

    def __init__(self, items: Mapping[K, V] | None = None) -> None:
        object.__setattr__(self, "_items", dict(items or {}))

    def __getitem__(self, key: K) -> V:
        return self._items[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))

    def __repr__(self) -> str:
        return f"FrozenMapping({self._items!r})"

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a FrozenMapping cannot be changed: {name}")

    def __reduce__(self) -> tuple[Any, ...]:
        return FrozenMapping, (self._items,)
