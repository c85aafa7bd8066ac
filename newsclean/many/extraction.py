"""Any number of pages -> a result for each, in bounded memory."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Iterator, Sized
from contextlib import closing
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple

from newsclean.api import LIMITS, extract, warm_up
from newsclean.arguments import PageInput, read_page
from newsclean.errors import InputError, needing
from newsclean.many.pool import Answer, answer_all
from newsclean.many.values import Input, Result, Status, status_of
from newsclean.model import Article, Limits
from newsclean.rules import Rules

MAX_BYTES = 100_000_000
# Limits.seconds is at most this share of the timeout, so that a slow page ends with what was found
# before its worker is ended without a result. Loading the machine's cores twice over stretches the
# clock on the wall by half and more.
SHARE_OF_TIMEOUT = 2 / 3


class Request(NamedTuple):
    """What a worker needs of an input."""

    page: bytes | str
    url: str | bytes | None
    content_type: str | bytes | None
    reference_date: Any


class Outcome(NamedTuple):
    """What a worker makes of a request."""

    status: Status
    article: Article | None
    error: str | None


def extract_many(
    pages: Iterable[PageInput | Input],
    *,
    processes: int | None = None,
    timeout: float = 30,
    ordered: bool = True,
    max_bytes: int = MAX_BYTES,
    limits: Limits = LIMITS,
    rules: Rules | None = None,
    progress: bool = False,
) -> Iterator[Result]:
    """Extract pages in worker processes, and yield the result of each as soon as it is there.

    Pages are read as they are needed, so there may be more than fit in memory: at most two for each
    process, and 1,024 results that wait for their turn. What happens to one page is in its result
    and touches no other: `status` says `error` if it cannot be read or its worker dies, `timeout`
    if its worker had to be stopped. If the iteration over `pages` raises an error, it is raised
    after the results of the pages before. Closing the iterator ends the workers.

    Args:
        pages: The pages, each as for `extract`, or an `Input` with what is known of it.
        processes: How many workers; None for one on each core that this process may use, 0 for
            none: the pages are extracted in this process, and nothing can stop one.
        timeout: Seconds after which a worker is stopped. `limits.seconds` is at most two thirds of
            it, so that slow pages end before, with a part of the article.
        ordered: Whether the results have the order of the pages. If not, none waits for another.
        max_bytes: A page of more bytes (or characters) is not extracted; its status is `too_large`.
        limits: How much of each page is read.
        rules: Rules for the pages of some sites.
        progress: Whether to show a progress bar, for which tqdm must be installed. In a notebook
            it is a widget.

    Raises:
        TypeError: An argument has an unsupported type.
        InputError: An argument has an unusable value.
        WorkerError: No worker could be started. A script must make the call under
            `if __name__ == "__main__":`, as for any process pool.
        MissingLibraryError: A progress bar is wanted, and tqdm is not installed.

    >>> page = '''<h1>Ferry returns</h1><p>12 May 2024
    ... <p>The ferry to the islands sails again from Monday, said the harbour office.
    ... <p>It was laid up in March, when a storm broke the ramp at which cars drive on board.'''
    >>> [result.status.value for result in extract_many([page, None], processes=0)]
    ['ok', 'error']
    """
    if isinstance(pages, bytes | bytearray | memoryview | str):
        raise TypeError(f"pages must be an iterable of pages, not {type(pages).__name__}")
    count = _checked(processes, timeout, max_bytes, limits)
    limits = replace(limits, seconds=min(limits.seconds, timeout * SHARE_OF_TIMEOUT))
    results = _results(
        iter(pages), partial(extract_one, limits, rules=rules), count, timeout, ordered, max_bytes
    )
    return _with_bar(results, pages) if progress else results


def extract_one(limits: Limits, request: Request, rules: Rules | None = None) -> Outcome:
    """The outcome of one request; every error is in it."""
    try:
        article = extract(
            request.page,
            request.url,
            request.content_type,
            reference_date=request.reference_date,
            limits=limits,
            rules=rules,
        )
    except Exception as error:
        return Outcome(Status.ERROR, None, describe(error))
    return Outcome(status_of(article), article, None)


def describe(error: Exception) -> str:
    """An error as a sentence in one line, with its type."""
    return f"{type(error).__name__}: {' '.join(str(error).split())}".removesuffix(": ")


def request_of(given: Input, max_bytes: int) -> Request | Answer:
    """The request that a worker is sent for an input, or the answer if none is sent."""
    try:
        page = read_page(given.page)
    except (TypeError, InputError) as error:
        return Answer(failure=Status.ERROR, error=describe(error))
    if len(page) > max_bytes:
        error_text = f"the page has {len(page):,} bytes, more than {max_bytes:,}"
        return Answer(failure=Status.TOO_LARGE, error=error_text)
    return Request(page, given.url, given.content_type, given.reference_date)


def outcome_of(answer: Answer) -> Outcome:
    """The outcome in an answer of the pool."""
    if answer.failure is not None:
        return Outcome(answer.failure, None, answer.error)
    outcome: Outcome = answer.value
    return outcome


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _results(
    pages: Iterator[PageInput | Input],
    function: partial[Outcome],
    processes: int,
    timeout: float,
    ordered: bool,
    max_bytes: int,
) -> Generator[Result, None, None]:
    under_way: dict[int, tuple[Any, str | bytes | None]] = {}

    def requests() -> Iterator[Request | Answer]:
        for index, page in enumerate(pages):
            given = page if isinstance(page, Input) else Input(page)
            under_way[index] = (index if given.id is None else given.id, given.url)
            yield request_of(given, max_bytes)

    for index, answer in answer_all(requests(), function, processes, timeout, ordered, warm_up):
        id_, url = under_way.pop(index)
        yield Result(id_, url, *outcome_of(answer), seconds=answer.seconds)


def _with_bar(results: Generator[Result, None, None], pages: Iterable[object]) -> Iterator[Result]:
    """The results, with a progress bar that moves as they are taken."""
    with needing("batch"):
        from tqdm.auto import tqdm
    total = len(pages) if isinstance(pages, Sized) else None
    bar = tqdm(total=total, unit="page", dynamic_ncols=True)

    def shown() -> Iterator[Result]:
        with closing(results), bar:
            for result in results:
                bar.update()
                yield result

    return shown()


def _checked(processes: object, timeout: object, max_bytes: object, limits: object) -> int:
    """How many processes; TypeError or InputError if an argument cannot be meant."""
    if not isinstance(limits, Limits):
        raise TypeError(f"limits must be a newsclean.Limits, not {type(limits).__name__}")
    if not _is_number(timeout, int | float) or not timeout > 0:  # type: ignore[operator]
        raise InputError(f"timeout must be a number of seconds above 0, not {timeout!r}")
    if not _is_number(max_bytes, int) or max_bytes < 1:  # type: ignore[operator]
        raise InputError(f"max_bytes must be a whole number of 1 or more, not {max_bytes!r}")
    if processes is None:
        return cores()
    if not _is_number(processes, int) or processes < 0:  # type: ignore[operator]
        raise InputError(f"processes must be a whole number of 0 or more, not {processes!r}")
    assert isinstance(processes, int)
    return processes


def _is_number(value: object, types: Any) -> bool:
    return isinstance(value, types) and not isinstance(value, bool)
