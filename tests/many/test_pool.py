"""The workers: order, deadlines, deaths, and what is left when nobody reads on."""

from __future__ import annotations

import itertools
import os
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import pytest

from newsclean.errors import WorkerError
from newsclean.many import Status
from newsclean.many import pool as pools
from newsclean.many.pool import Answer, answer_all
from tests.many.tasks import act

LONG = 60.0


def _is_alive(process: int) -> bool:
    with suppress(OSError):
        os.kill(process, 0)
        return True
    return False


def _values(requests: list[Any], timeout: float = LONG, ordered: bool = True) -> list[Any]:
    found = answer_all(requests, act, 2, timeout, ordered)
    return [answer.failure or answer.value for _, answer in found]


def test_answers_have_the_order_of_the_requests() -> None:
    assert _values(["slow", 1, 2, 3]) == ["slow", 1, 2, 3]


def test_without_order_nothing_waits_for_a_slow_request() -> None:
    found = list(answer_all(["slow", *range(6)], act, 2, LONG, ordered=False))
    assert sorted(index for index, _ in found) == list(range(7))
    assert found[-1][0] == 0


def test_what_hangs_or_dies_costs_only_itself() -> None:
    requests = [1, "crash", 2, "hang", 3, "exit", 4]
    found = [answer for _, answer in answer_all(requests, act, 2, 1.0, ordered=True)]
    assert [a.value for a in found if a.failure is None] == [1, 2, 3, 4]
    assert [(a.failure, a.error) for a in found if a.failure] == [
        (Status.ERROR, "the worker process ended by signal SIGSEGV on this page"),
        (Status.TIMEOUT, "no result after 1 seconds"),
        (Status.ERROR, "the worker process ended with exit code 3 on this page"),
    ]


def test_requests_are_read_as_they_are_needed() -> None:
    read: list[int] = []

    def requests() -> Iterator[int]:
        for number in itertools.count():
            read.append(number)
            yield number

    found = answer_all(requests(), act, 1, LONG, ordered=True)
    assert [next(found)[0] for _ in range(5)] == [0, 1, 2, 3, 4]
    assert len(read) <= 5 + 2
    found.close()


def test_answers_that_wait_for_their_turn_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools, "WINDOW", 10)
    read: list[Any] = []

    def requests() -> Iterator[Any]:
        for request in ["hang", *range(100)]:
            read.append(request)
            yield request

    found = answer_all(requests(), act, 2, 2.0, ordered=True)
    assert next(found)[1].failure is Status.TIMEOUT
    assert len(read) <= 10 + 2
    assert len(list(found)) == 100


@pytest.mark.parametrize("end", [lambda found: found.close(), lambda _: None])
def test_no_worker_is_left_when_nobody_reads_on(end: Callable[[Any], None]) -> None:
    found = answer_all(itertools.repeat("pid"), act, 2, LONG, ordered=True)
    processes = {next(found)[1].value for _ in range(20)}
    assert all(map(_is_alive, processes))
    end(found)
    del found  # an iterator that is forgotten is closed
    assert not any(map(_is_alive, processes))


def test_a_worker_is_replaced_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools, "REQUESTS_PER_WORKER", 3)
    found = [a.value for _, a in answer_all(["pid"] * 9, act, 1, LONG, ordered=True)]
    assert [len(list(group)) for _, group in itertools.groupby(found)] == [3, 3, 3]


def test_few_requests_start_few_workers() -> None:
    assert len(set(_values(["pid"]))) == 1
    started = time.monotonic()
    assert _values([]) == []
    assert time.monotonic() - started < 0.2


@pytest.mark.parametrize("processes", [0, 2])
def test_a_request_that_is_an_answer_is_not_sent(processes: int) -> None:
    given = Answer(failure=Status.TOO_LARGE, error="too many bytes")
    found = answer_all([1, given, 2], act, processes, LONG, ordered=True)
    assert [(index, a.value, a.failure) for index, a in found] == [
        (0, 1, None),
        (1, None, Status.TOO_LARGE),
        (2, 2, None),
    ]


@pytest.mark.parametrize("processes", [0, 2])
def test_an_error_of_the_requests_comes_after_the_answers_before_it(processes: int) -> None:
    def requests() -> Iterator[int]:
        yield from range(5)
        raise OSError("the disk is gone")

    found = answer_all(requests(), act, processes, LONG, ordered=True)
    assert [next(found)[1].value for _ in range(5)] == [0, 1, 2, 3, 4]
    with pytest.raises(OSError, match="the disk is gone"):
        next(found)


def test_workers_that_cannot_start_are_an_error() -> None:
    unknown = _Unknown()
    with pytest.raises(WorkerError, match="with exit code 1 before it could start: in a script"):
        list(answer_all([1, 2], unknown, 2, LONG, ordered=True))


class _Unknown:
    """A function that pickles, and that no worker can load."""

    def __call__(self, request: Any) -> Any:
        return request

    def __reduce__(self) -> tuple[Any, ...]:
        return int, ("no number",)
