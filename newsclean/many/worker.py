"""A worker process, as it sees itself and as the parent sees it."""

from __future__ import annotations

import faulthandler
import math
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection
from time import monotonic, perf_counter
from typing import Any

from newsclean.errors import WorkerError

Function = Callable[[Any], Any]
"""What a worker does with each request. It is pickled, and must raise no exception."""
Prepare = Callable[[], object]
"""What a worker does when it starts, before its time is counted. It is pickled."""

READY = "ready"
# What a terminal or a supervisor sends to a whole group of processes.
STOPS = (signal.SIGINT, signal.SIGTERM)
# The first import of a large main module, such as one of a notebook, may take a minute.
START_SECONDS = 300.0
# If the parent is gone, nobody stops a worker that hangs; then it stops itself this much later.
ORPHAN_SECONDS = 10.0
# Between the end of its connection and the exit code of a process.
LAST_SECONDS = 5.0
# Above this, timers of the operating system overflow. It is three years.
LONGEST_TIMER = 1e8


def nothing() -> None:
    """Prepare nothing."""


def serve(connection: Connection, function: Function, timeout: float, prepare: Prepare) -> None:
    """Answer requests until the other end of the connection is closed."""
    for number in STOPS:  # the parent ends its workers itself
        signal.signal(number, signal.SIG_IGN)
    prepare()
    try:
        connection.send(READY)
    except OSError:
        return
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        while True:
            try:
                request = connection.recv()
            except (EOFError, OSError):
                return
            if timeout < LONGEST_TIMER:
                faulthandler.dump_traceback_later(timeout + ORPHAN_SECONDS, exit=True, file=nowhere)
            started = perf_counter()
            value = function(request)
            faulthandler.cancel_dump_traceback_later()
            try:
                connection.send((value, perf_counter() - started))
            except OSError:
                return


class Worker:
    """A worker process: starting, idle, or busy with the request of an index.

    Attributes:
        connection: The parent's end of the connection.
        request: The index of the request that it is busy with, else None.
        is_ready: Whether it has started.
        deadline: When its start or its request is overdue, by `monotonic`.
        answered: How many requests it has answered.
    """

    def __init__(self, function: Function, timeout: float, prepare: Prepare) -> None:
        """Start a process; WorkerError if the system refuses."""
        context = get_context("spawn")
        self._timeout = timeout
        self.connection, theirs = context.Pipe()
        self._process = context.Process(
            target=serve, args=(theirs, function, timeout, prepare), name="newsclean", daemon=True
        )
        try:
            with _interrupts_blocked():
                self._process.start()
        except (OSError, AssertionError) as error:
            self.connection.close()
            raise WorkerError(
                f"no worker can be started ({error}): give processes=0 to extract in this process"
            ) from error
        finally:
            theirs.close()
        self.request: int | None = None
        self.is_ready = False
        self.deadline = monotonic() + START_SECONDS
        self.answered = 0

    @property
    def is_idle(self) -> bool:
        """Whether it waits for a request."""
        return self.is_ready and self.request is None

    def send(self, index: int, request: Any) -> bool:
        """Give it a request; False if it is dead."""
        try:
            self.connection.send(request)
        except OSError:
            return False
        self.request = index
        self.deadline = monotonic() + self._timeout
        return True

    def receive(self) -> tuple[Any, float] | None:
        """Its answer and the seconds it took; None if that was only that it is ready.

        EOFError if it died.
        """
        try:
            message = self.connection.recv()
        # Of a process that was killed while it wrote, the last message may be any bytes.
        except Exception as error:
            raise EOFError from error
        self.deadline = math.inf
        if message == READY:
            self.is_ready = True
            return None
        self.request = None
        self.answered += 1
        value, seconds = message
        return value, seconds

    def kill(self) -> None:
        """End the process at once, whatever it does."""
        self._process.kill()

    def close(self) -> None:
        """Wait for the end of the process, and give back what it holds."""
        self._process.join()
        self._process.close()
        self.connection.close()

    def cause_of_death(self) -> str:
        """How the process ended, for a worker whose connection was closed by the other side."""
        self._process.join(LAST_SECONDS)
        return _cause(self._process.exitcode)


def _cause(code: int | None) -> str:
    """How a process ended, from its exit code.

    >>> _cause(-9), _cause(3)
    ('by signal SIGKILL', 'with exit code 3')
    """
    if code is None or code >= 0:
        return "without a word" if code is None else f"with exit code {code}"
    try:
        return f"by signal {signal.Signals(-code).name}"
    except ValueError:
        return f"by signal {-code}"


@contextmanager
def _interrupts_blocked() -> Iterator[None]:
    """Have a process that is started meanwhile never see `STOPS`, not even while it starts."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # Starting the tracker, which the first process does, would unblock them.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, STOPS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
