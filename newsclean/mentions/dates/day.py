"""A calendar day in a text, and what is known of how the text writes one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import NamedTuple


class Day(NamedTuple):
    """A day in a text.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        value: The day at midnight, or at the time that is printed between its month and year.
        swapped: The other reading of 03/04/2024; None if there is only one.
    """

    start: int
    end: int
    value: datetime
    swapped: datetime | None = None


class Notation(NamedTuple):
    """How a text writes dates that could be read in several ways.

    Attributes:
        day_first: Whether 03/04/2024 is the third of April; None if day first is only likely.
        language: The language of the text, as `mentions.language` names it; "" if unknown.
    """

    day_first: bool | None = None
    language: str = ""


Reader = Callable[[str, Notation], Iterator[Day]]
