"""What the values of the model have in common: they are compared, hashed and shown by their fields.

`dataclass` would make these methods anew for each class, in half of the time that the import of the
model takes.
"""

from __future__ import annotations

from typing import Any

new = tuple.__new__
"""Makes a named tuple of a tuple: `new(Span, row)` is Span(*row) in a third of the time."""


class Value:
    """A value with the fields that its class has slots for.

    >>> from newsclean.model import Mark, MarkKind
    >>> Mark(0, 5, MarkKind.EM) == Mark(0, 5, MarkKind.EM), Mark(0, 5, MarkKind.EM) == (0, 5, "em")
    (True, False)
    >>> Mark(0, 5, MarkKind.EM)
    Mark(start=0, end=5, kind=<MarkKind.EM: 'em'>, value='')
    """

    __slots__: tuple[str, ...] = ()

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return self is other or _values(self) == _values(other)

    def __hash__(self) -> int:
        return hash(_values(self))

    def __repr__(self) -> str:
        shown = (f"{name}={getattr(self, name)!r}" for name in self.__slots__)
        return f"{type(self).__qualname__}({', '.join(shown)})"


def _values(value: Any) -> tuple[Any, ...]:
    return tuple([getattr(value, name) for name in value.__slots__])
