"""Ctrl-C between two pages, never within the writing of one."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterable, Iterator
from types import FrameType
from typing import Any, TypeVar

T = TypeVar("T")


class Interrupts:
    """While it is entered, SIGINT and SIGTERM end `watch`, and nothing else.

    A second signal has the effect that it had before.
    """

    def __init__(self) -> None:
        self.came = False
        self._waits = False
        self._before: dict[int, Any] = {}

    def __enter__(self) -> Interrupts:
        if threading.current_thread() is threading.main_thread():
            for number in (signal.SIGINT, signal.SIGTERM):
                self._before[number] = signal.signal(number, self._take)
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _take(self, *_: int | FrameType | None) -> None:
        self.came = True
        self.__exit__()
        if self._waits:
            raise KeyboardInterrupt

    def watch(self, items: Iterable[T]) -> Iterator[T]:
        """The items until a signal comes; one that is on its way then is lost."""
        iterator = iter(items)
        while not self.came:
            try:
                self._waits = True
                item = next(iterator)
                self._waits = False
            except (KeyboardInterrupt, StopIteration):
                return
            finally:
                self._waits = False
            yield item
