"""Regular expressions that are compiled when they are first used.

CPython takes milliseconds to compile a class with ranges of Chinese characters, and a page needs
only some of the patterns. Compiling all of them on import took 256 of the 430 ms of
``import newsclean``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, AnyStr, cast

_METHODS = frozenset(
    {"search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split"}
)


class _LazyPattern:
    """Stands for a pattern until one of its methods is needed.

    The methods of the compiled pattern are then stored in the slots, so a later call is as fast as
    one on the compiled pattern. Two threads that compile at the same time store equal methods.
    """

    __slots__ = ("_flags", "_make", "pattern", *sorted(_METHODS))

    def __init__(self, pattern: str | bytes | Callable[[], str | bytes], flags: int) -> None:
        if callable(pattern):
            self._make = pattern
        else:
            self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        # Called only while the slot is empty.
        if name == "pattern":
            self.pattern = self._make()
            return self.pattern
        if name not in _METHODS:
            raise AttributeError(f"a lazy pattern has no attribute {name!r}")
        compiled = re.compile(self.pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)

    def __repr__(self) -> str:
        return f"lazy({self.pattern!r}, {self._flags})"


def lazy(pattern: AnyStr | Callable[[], AnyStr], flags: int = 0) -> re.Pattern[AnyStr]:
    """A pattern that is compiled when one of its methods is first used.

    It has ``pattern`` and the methods of a compiled pattern that search, split or substitute, and
    nothing else: ``re.sub`` and the other functions of ``re`` do not accept it.

    A pattern with words of the lexicon is given as a function that returns it, which is called
    when the pattern is first needed: the lexicon is not read on import.

    >>> digits = lazy("[0-9]+")
    >>> digits.search("page 12")[0]
    '12'
    >>> digits.search("page") is None
    True
    """
    return cast("re.Pattern[AnyStr]", _LazyPattern(pattern, flags))
