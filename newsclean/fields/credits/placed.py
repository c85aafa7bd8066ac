"""A credit at its place in a text, and the brackets around it."""

from __future__ import annotations

from typing import NamedTuple

from newsclean.model import Credit

BRACKETS = {"(": ")", "（": "）", "[": "]", "【": "】", "〔": "〕"}


class PlacedCredit(NamedTuple):
    """A credit, and where it starts and ends in the text that it was found in."""

    credit: Credit
    start: int
    end: int


def last_opening(text: str) -> int:
    """Where the last bracket opens, -1 if none does."""
    return max(map(text.rfind, BRACKETS))


def with_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """The start and end of a credit, with the pair of brackets right around it."""
    before = text[:start].rstrip()
    closing = BRACKETS.get(before[-1:], "")
    if closing and text[end:].lstrip().startswith(closing):
        return len(before) - 1, text.index(closing, end) + 1
    return start, end
