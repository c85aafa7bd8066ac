"""Worker processes that answer requests one at a time.

Unlike the pools of the standard library, this one reads its requests only as it needs them, stops a
request that takes too long, and survives the death of a worker, which costs one request.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from multiprocessing.connection import wait
from time import monotonic, perf_counter
from typing import Any, NamedTuple

from newsclean.errors import WorkerError
from newsclean.many.values import Status
from newsclean.many.worker import Function, Prepare, Worker, nothing

# A worker is replaced after so many requests, so that memory that a library loses, or that lies in
# pieces after a large page, is given back. Starting one takes as long as about 30 pages.
REQUESTS_PER_WORKER = 5_000
# Requests that may be answered, or be under way, since the oldest that is under way; it bounds the
# answers that wait for their turn.
WINDOW = 1_024
# A worker that could not start is tried again so often if others had started.
MOST_FAILED_STARTS = 3


class Answer(NamedTuple):
    """What became of a request.

    Attributes:
        value: What the function returned.
        failure: Why there is no value: timeout, or error if the worker died.
        error: A sentence about the failure.
        seconds: How long it took.
    """

    value: Any = None
    failure: Status | None = None
    error: str = ""
    seconds: float = 0.0


def answer_all(
    requests: Iterable[Any],
    function: Function,
    processes: int,
    timeout: float,
    ordered: bool,
    prepare: Prepare = nothing,
) -> Generator[tuple[int, Answer], None, None]:
    """Each request's index and answer; a request that is an `Answer` is its own.

    Each worker calls `prepare` before its first request. If the iteration over the requests raises
    an error, it is raised after the last answer.
    """
    if processes == 0:
        for index, request in enumerate(requests):
            yield index, request if isinstance(request, Answer) else _answer(function, request)
        return
    answers = Pool(requests, function, processes, timeout, prepare).answers()
    try:
        yield from _in_order(answers) if ordered else answers
    finally:
        answers.close()


def _answer(function: Function, request: Any) -> Answer:
    started = perf_counter()
    value = function(request)
    return Answer(value, seconds=perf_counter() - started)


def _in_order(answers: Iterable[tuple[int, Answer]]) -> Iterator[tuple[int, Answer]]:
    early: dict[int, Answer] = {}
    due = 0
    for index, answer in answers:
        early[index] = answer
        while due in early:
            yield due, early.pop(due)
            due += 1


class Pool:
    """The workers of one run, and the requests that they have."""

    def __init__(
        self,
        requests: Iterable[Any],
        function: Function,
        processes: int,
        timeout: float,
        prepare: Prepare = nothing,
    ) -> None:
        """Start nothing yet: workers start when there are requests for them."""
        self._requests = iter(requests)
        self._read = 0
        self._function = function
        self._processes = processes
        self._timeout = timeout
        self._prepare = prepare
        self._workers: list[Worker] = []
        self._waiting: deque[tuple[int, Any]] = deque()
        self._finished: deque[tuple[int, Any]] = deque()
        self._failed_starts = 0
        self._has_started = False
        self._exhausted = False
        self._error: Exception | None = None  # what the iteration over the requests raised

    def answers(self) -> Generator[tuple[int, Answer], None, None]:
        """The answers as they come. Closing the iterator ends the workers."""
        try:
            while True:
                self._hand_out()
                self._read_ahead()
                self._hand_out()
                while self._finished:
                    yield self._finished.popleft()
                if self._waiting or any(worker.request is not None for worker in self._workers):
                    self._receive()
                elif self._exhausted:
                    break
            if self._error:
                raise self._error
        finally:
            for worker in self._workers:
                worker.kill()
            for worker in self._workers:
                worker.close()

    def _read_ahead(self) -> None:
        """Have a request at hand for every worker, unless too many are unanswered."""
        under_way = [w.request for w in self._workers if w.request is not None]
        oldest = min([*under_way, *(index for index, _ in self._waiting)], default=math.inf)
        while (
            not self._exhausted
            and len(self._waiting) < self._processes
            and len(self._finished) < WINDOW
            and self._read - oldest < WINDOW
        ):
            self._read_one()

    def _read_one(self) -> None:
        try:
            request = next(self._requests)
        except StopIteration:
            self._exhausted = True
        except Exception as error:
            self._error, self._exhausted = error, True
        else:
            where = self._finished if isinstance(request, Answer) else self._waiting
            where.append((self._read, request))
            self._read += 1

    def _hand_out(self) -> None:
        """Give waiting requests to idle workers, and start workers for the others."""
        for worker in tuple(self._workers):
            if not self._waiting:
                return
            if worker.is_idle:
                index, request = self._waiting.popleft()
                if not worker.send(index, request):  # it died while it was idle
                    self._waiting.appendleft((index, request))
                    self._remove(worker)
        starting = sum(not worker.is_ready for worker in self._workers)
        new = min(len(self._waiting) - starting, self._processes - len(self._workers))
        for _ in range(new):
            self._workers.append(Worker(self._function, self._timeout, self._prepare))

    def _receive(self) -> None:
        """Wait until a worker has something to say or is overdue."""
        by_connection = {w.connection: w for w in self._workers if not w.is_idle}
        soonest = min((w.deadline for w in by_connection.values()), default=math.inf)
        # A wait without an end could not be interrupted on Windows.
        seconds = min(max(soonest - monotonic(), 0.0), 60.0)
        heard = wait(list(by_connection), seconds)
        for connection in heard:
            self._hear(by_connection[connection])  # type: ignore[index]
        now = monotonic()
        for connection, worker in by_connection.items():
            if connection not in heard and worker.deadline <= now:
                self._give_up(worker)

    def _hear(self, worker: Worker) -> None:
        index = worker.request
        try:
            message = worker.receive()
        except EOFError:
            self._bury(worker)
            return
        if message is None:
            self._has_started, self._failed_starts = True, 0
        elif index is not None:
            self._finished.append((index, Answer(message[0], seconds=message[1])))
            if worker.answered >= REQUESTS_PER_WORKER:
                self._remove(worker)

    def _bury(self, worker: Worker) -> None:
        """Answer the request of a worker that died."""
        index = worker.request
        how = worker.cause_of_death()
        self._remove(worker)
        if index is not None:
            error = f"the worker process ended {how} on this page"
            self._finished.append((index, Answer(failure=Status.ERROR, error=error)))
            return
        self._failed_starts += 1
        if not self._has_started or self._failed_starts >= MOST_FAILED_STARTS:
            raise WorkerError(
                f"a worker process ended {how} before it could start: in a script, make the call "
                'under `if __name__ == "__main__":`, or give processes=0'
            )

    def _give_up(self, worker: Worker) -> None:
        """End a worker that is overdue."""
        index = worker.request
        self._remove(worker)
        if index is None:
            raise WorkerError("a worker process did not start in time: give processes=0")
        error = f"no result after {self._timeout:g} seconds"
        answer = Answer(failure=Status.TIMEOUT, error=error, seconds=self._timeout)
        self._finished.append((index, answer))

    def _remove(self, worker: Worker) -> None:
        self._workers.remove(worker)
        worker.kill()
        worker.close()
