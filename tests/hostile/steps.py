"""Counts the steps that a backtracking matcher takes with a regular expression.

`re` does not say how many it takes, and a clock is no test. The pattern is parsed by `re` itself
and run by a small matcher that tries the same alternatives in the same order: greedy and lazy
repeats, lookarounds, atomic groups, back references. Each character that is compared and each
alternative that is tried is a step. `re` skips some of them (it looks for the first letter of a
pattern at once), so the count is an upper bound, and it grows as the time does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tests.hostile.instructions import (
    AT,
    ATOMIC,
    CHAR,
    GREEDY,
    JUMP,
    LAZY,
    LOOK,
    MARK,
    MOVED,
    SAME,
    SAVE,
    SPLIT,
    Program,
    program_of,
)

ALWAYS = -1
"""The place of the text's end where a match may end anywhere."""


class TooManyStepsError(Exception):
    """The matcher took more steps than allowed."""


class Matcher:
    """Runs one pattern on texts and counts the steps; more than `most` raise TooManyStepsError.

    >>> matcher = Matcher(re.compile("(?:a|aa)+$"))
    >>> [matcher.steps("fullmatch", "a" * size + "b") for size in (4, 8, 12)]
    [84, 681, 4773]
    >>> matcher = Matcher(re.compile("a+$"))
    >>> [matcher.steps("fullmatch", "a" * size + "b") for size in (4, 8, 12)]
    [9, 17, 25]
    """

    def __init__(self, pattern: re.Pattern[Any], most: int = 1_000_000) -> None:
        self.program, self.most = program_of(pattern), most
        self.of_bytes = isinstance(pattern.pattern, bytes)
        self.taken = 0

    def steps(self, method: str, text: str) -> int:
        """The steps of a method of `re.Pattern` on a text, which is encoded for patterns of
        bytes.
        """
        self.taken = 0
        for _ in self.spans(method, text.encode("latin-1", "replace") if self.of_bytes else text):
            if method == "search":
                break
        return self.taken

    def spans(self, method: str, text: Any) -> Iterator[tuple[int, int]]:
        """Yield the matches that the method finds, in order."""
        characters = [text[i : i + 1] for i in range(len(text))]
        if method in ("match", "fullmatch"):
            end = self._run(self.program, text, characters, 0, whole=method == "fullmatch")
            if end is not None:
                yield 0, end
            return
        start = 0
        while start <= len(text):
            end = self._run(self.program, text, characters, start)
            if end is not None:
                yield start, end
            start = start + 1 if end is None or end == start else end

    # One long loop: with a call for each step the tests would take three times as long.
    def _run(  # noqa: C901, PLR0915
        self, program: Program, text: Any, characters: list[Any], start: int, whole: bool = False
    ) -> int | None:
        """The end of the match that starts at `start`, None if there is none."""
        code, size, at = program.code, len(characters), start
        index = 0
        saved: Any = None  # what groups and marks hold, as a chain of (key, place, the rest)
        # Index, place, last place or ALWAYS, what a lazy repeat accepts, and what was saved.
        stack: list[tuple[int, int, int, Any, Any]] = []
        while True:
            self.taken += 1
            if self.taken > self.most:
                raise TooManyStepsError
            operation, first, second, third = code[index]
            failed = False
            if operation == CHAR:
                if at < size and first[characters[at]]:
                    at += 1
                    index += 1
                else:
                    failed = True
            elif operation == SPLIT:
                stack.append((second, at, ALWAYS, None, saved))
                index = first
            elif operation == JUMP:
                index = first
            elif operation == GREEDY:
                accepts, least, limit = first, second, third
                stop = size if limit is None else min(size, at + limit)
                end = at
                while end < stop and accepts[characters[end]]:
                    end += 1
                self.taken += end - at
                index += 1
                if end - at < least:
                    failed = True
                elif end - at > least:
                    stack.append((index, at + least, end - 1, None, saved))
                at = end
            elif operation == LAZY:
                accepts, least, limit = first, second, third
                end = at + least
                failed = end > size or not all(map(accepts.__getitem__, characters[at:end]))
                index += 1
                self.taken += least
                if not failed:
                    stack.append(
                        (
                            index,
                            end,
                            size if limit is None else min(size, at + limit),
                            accepts,
                            saved,
                        )
                    )
                    at = end
            elif operation == AT:
                failed = first.match(text, at) is None
                index += 1
            elif operation == LOOK:
                found = at >= second and self._run(first, text, characters, at - second) is not None
                failed = found is third
                index += 1
            elif operation in (SAVE, MARK):
                saved = (first, at, saved)
                index += 1
            elif operation == MOVED:
                failed = _held(saved, first) == at
                index += 1
            elif operation == SAME:
                begin, last = _held(saved, 2 * first), _held(saved, 2 * first + 1)
                part = text[begin:last]
                self.taken += len(part)
                failed = last < 0 or text[at : at + len(part)] != part
                at += len(part)
                index += 1
            elif operation == ATOMIC:
                end_of = self._run(first, text, characters, at)
                failed = end_of is None
                at = at if end_of is None else end_of
                index += 1
            elif whole and at < size:
                failed = True
            else:
                return at
            while failed:
                if not stack:
                    return None
                index, at, last, accepts, saved = stack.pop()
                failed = False
                if accepts is not None:
                    if at < last and accepts[characters[at]]:
                        at += 1
                        stack.append((index, at, last, accepts, saved))
                    else:
                        failed = True
                    self.taken += 1
                elif last != ALWAYS:
                    if last > at:
                        stack.append((index, at, last - 1, None, saved))
                    at = last


def _held(saved: Any, key: int) -> int:
    """The position that was saved last under a key, -1 if there is none."""
    while saved is not None:
        if saved[0] == key:
            place: int = saved[1]
            return place
        saved = saved[2]
    return -1
