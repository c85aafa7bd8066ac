"""How much computing one extraction may still do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import inf
from time import monotonic, thread_time
from typing import TypeVar

T = TypeVar("T")

# A look takes 0.1 microseconds as a rule (see `is_spent`), and a block takes 10 at least, so a look
# at every 32nd item of a loop costs less than a thousandth of the loop.
EVERY = 32
# A year of computing is no limit.
LONGEST = 3e7


class BudgetSpentError(Exception):
    """The budget of a run is spent. Stages catch it: no caller of newsclean ever sees it."""


class Budget:
    """A deadline in CPU time of the thread that made it. It is handed down as a value.

    Each stage looks at it between steps and in loops that grow with the page. One call of a C
    library cannot be interrupted, so a run may take a second longer than its budget.
    """

    __slots__ = ("_deadline", "_earliest", "seconds")

    def __init__(self, seconds: float) -> None:
        """Start a budget of this many CPU seconds, which may be infinite."""
        self.seconds = seconds
        # A whole number may be too large for a float.
        is_limited = seconds < LONGEST
        self._deadline = thread_time() + seconds if is_limited else inf
        # The earliest moment at which a thread can have used so much of a processor.
        self._earliest = monotonic() + seconds if is_limited else inf

    def is_spent(self) -> bool:
        """Whether nothing is left.

        >>> Budget(0).is_spent(), Budget(inf).is_spent()
        (True, False)
        """
        # Reading the clock of the thread is a call of the system, and takes ten times as long.
        return monotonic() >= self._earliest and thread_time() >= self._deadline

    def check(self) -> None:
        """Raise BudgetSpentError if nothing is left."""
        # Not is_spent(): readers of fields look at it hundreds of times on a page.
        if monotonic() >= self._earliest and thread_time() >= self._deadline:
            raise BudgetSpentError

    def watch(self, items: Iterable[T]) -> Iterator[T]:
        """The items, with a look at the budget before every 32nd. It may raise BudgetSpentError.

        >>> list(Budget(inf).watch("ab"))
        ['a', 'b']
        >>> list(Budget(0).watch("ab"))
        Traceback (most recent call last):
        newsclean.model.budget.BudgetSpentError
        """
        return iter(items) if self._deadline == inf else self._watch(items)

    def _watch(self, items: Iterable[T]) -> Iterator[T]:
        for index, item in enumerate(items):
            if index % EVERY == 0:
                self.check()
            yield item


UNLIMITED = Budget(inf)
"""The budget of a stage that is called by itself."""
