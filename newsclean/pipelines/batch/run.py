"""A run over a corpus, from the first page to the report."""

from __future__ import annotations

import logging
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from time import monotonic

from newsclean.api import warm_up
from newsclean.errors import InputError
from newsclean.many.extraction import (
    SHARE_OF_TIMEOUT,
    cores,
    outcome_of,
    request_of,
)
from newsclean.many.pool import Answer, answer_all
from newsclean.many.values import Status
from newsclean.model import Limits
from newsclean.pipelines.batch.inputs import (
    File,
    Found,
    check_input_libraries,
    find_files,
    read_files,
)
from newsclean.pipelines.batch.interrupts import Interrupts
from newsclean.pipelines.batch.options import Options, Summary
from newsclean.pipelines.batch.report import count, write_report
from newsclean.pipelines.batch.state import State, load_state, run_hash, state_path
from newsclean.pipelines.batch.work import Done, Job, Work
from newsclean.pipelines.batch.writers import (
    Writer,
    check_libraries,
    format_of,
    open_writer,
    parts_of,
)
from newsclean.pipelines.columns import passed_name

log = logging.getLogger(__name__)

# After so many pages or seconds the rows are committed; what is not committed is done again when a
# run that was killed goes on.
COMMIT_PAGES = 500
COMMIT_SECONDS = 5.0


Progress = Callable[[int, int, Counter[str]], None]
"""Called after each page with the bytes of input that are done, the pages, and their counts."""


def run_batch(options: Options, progress: Progress, on_start: Callable[[int], None]) -> Summary:
    """Extract all pages of the inputs into the output, or what an earlier run left of them.

    A run that was stopped, by whatever means, is continued by calling it again: the output then
    equals that of a run that was never stopped.

    Args:
        options: What to run over, and what to write.
        progress: Called after each page with how far the run has come.
        on_start: Called once with the bytes of all inputs.

    Raises:
        InputError: An input is missing, or the output cannot be continued or replaced.
        MissingLibraryError: An input or the output needs a library that is not installed.
        OSError: The output cannot be written.
    """
    format_ = format_of(options.output, options.format)
    check_libraries(options.output, format_)
    beside = (options.output, state_path(options.output), options.report or options.output)
    files = find_files(options.inputs, beside)
    check_input_libraries(files)
    state = _start(options, files, format_)
    on_start(sum(file.size for file in files))
    writer = open_writer(options.output, format_, options.fields.keep, state.position)
    with closing(writer):
        return _Run(options, files, format_, state, writer, progress).run()


def _start(options: Options, files: list[File], format_: str) -> State:
    """The state to go on from, saved before anything is written."""
    decisive = (
        options.fields,
        options.filters,
        options.max_bytes,
        bool(options.report),
        options.rules,
    )
    run = run_hash(files, {"format": format_, "options": decisive})
    if not options.overwrite:
        state = load_state(options.output, run)
        if state is not None:
            return state
        if options.output.exists() and not _is_empty_folder(options.output):
            raise InputError(f"{options.output} exists already: give --overwrite to replace it")
    _remove(options.output)
    state = State(run)
    options.output.parent.mkdir(parents=True, exist_ok=True)
    state.save(state_path(options.output))
    return state


def _is_empty_folder(path: Path) -> bool:
    return path.is_dir() and not any(path.iterdir())


def _remove(output: Path) -> None:
    """Remove an output that is replaced.

    Of a folder only documents go, since it may hold files of others.
    """
    state_path(output).unlink(missing_ok=True)
    if parts_of(output).is_dir():
        shutil.rmtree(parts_of(output))
    if output.is_dir():
        for path in output.iterdir():
            if path.stem.isdigit() and len(path.stem) == 8:
                path.unlink()
    else:
        output.unlink(missing_ok=True)


class _Run:
    """The loop over the pages, and what it has counted."""

    def __init__(
        self,
        options: Options,
        files: list[File],
        format_: str,
        state: State,
        writer: Writer,
        progress: Progress,
    ) -> None:
        self._options = options
        self._files = files
        self._state = state
        self._writer = writer
        self._progress = progress
        seconds = min(Limits().seconds, options.timeout * SHARE_OF_TIMEOUT)
        self._work = Work(
            replace(Limits(), seconds=seconds), options.filters, format_, options.rules
        )
        self._summary = Summary(resumed=state.done)
        self._under_way: dict[int, tuple[Job, int]] = {}
        self._committed = monotonic()

    def run(self) -> Summary:
        if self._state.done:
            log.info("going on after %d pages", self._state.done)
        processes = cores() if self._options.processes is None else self._options.processes
        answers = answer_all(
            self._jobs(), self._work, processes, self._options.timeout, True, warm_up
        )
        with Interrupts() as interrupts, closing(answers):
            for index, answer in interrupts.watch(answers):
                self._take(*self._under_way.pop(index), answer)
            self._commit()
            self._summary.interrupted = interrupts.came
        return self._finish()

    def _finish(self) -> Summary:
        summary, options = self._summary, self._options
        summary.pages, summary.counts = self._state.done, self._state.counts
        if options.report:
            write_report(options.report, self._state.sites)
        if not summary.interrupted:
            self._writer.finish()
            state_path(options.output).unlink()
        return summary

    def _jobs(self) -> Iterator[Job | Answer]:
        problem = self._summary.problems.append
        pages = read_files(self._files, self._options.fields, self._state.done, problem)
        for index, found in enumerate(pages):
            job = self._job(found)
            self._under_way[index] = (job._replace(request=None), found.position)
            yield _failed(found) if found.page.error else self._request(job, found)

    def _job(self, found: Found) -> Job:
        given, keep = found.page.input, self._options.fields.keep
        kept = {passed_name(name, keep): found.page.kept.get(name) for name in keep}
        return Job(None, given.id, given.url, kept)

    def _request(self, job: Job, found: Found) -> Job | Answer:
        request = request_of(found.page.input, self._options.max_bytes)
        return request if isinstance(request, Answer) else job._replace(request=request)

    def _take(self, job: Job, position: int, answer: Answer) -> None:
        """Write down a page that is done."""
        done: Done = answer.value
        if answer.failure is not None:
            log.warning("%s: %s: %s", job.id, answer.failure.value, answer.error)
            done = self._work.finish(job, outcome_of(answer))
        state = self._state
        if done.payload is not None:
            self._writer.add(state.done, done.payload)
            state.counts["written"] += 1
        state.done += 1
        state.counts[done.status] += 1
        if self._options.report:
            count(state.sites, done)
        self._progress(position, state.done, state.counts)
        late = monotonic() - self._committed > COMMIT_SECONDS
        if late or state.done % COMMIT_PAGES == 0:
            self._commit()

    def _commit(self) -> None:
        self._state.position = self._writer.commit()
        self._state.save(state_path(self._options.output))
        self._committed = monotonic()


def _failed(found: Found) -> Answer:
    return Answer(failure=Status.ERROR, error=found.page.error)
