"""Whether a page writes 3/4/2024 for the third of April or the fourth of March."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.fields.date.candidate import DateCandidate
from newsclean.fields.date.choice import SWAPPED, day_of
from newsclean.text.patterns import lazy

# 29/10/2012: one of the two numbers can only be the day.
NUMBERS = lazy(r"(?<!\d)(\d{1,2})([/-])(\d{1,2})\2\d{2,4}(?!\d)")


def is_order_wrong(candidates: Sequence[DateCandidate], day_first: bool) -> bool:
    """Whether the page's dates contradict the order in which the ambiguous ones were read.

    A date that can be read in one way only speaks for its own order, and a day that is stated
    otherwise, as in the address, for the reading that gives this day.
    """
    ambiguous = [c for c in candidates if c.value.swapped and c.signs != SWAPPED]
    if not ambiguous:
        return False
    others = [c for c in candidates if not c.value.swapped]
    votes = sum(map(_order_of, others)) * (-1 if day_first else 1)
    days = {day_of(candidate) for candidate in others}
    for candidate in ambiguous:
        assert candidate.value.swapped
        votes += (candidate.value.swapped.date() in days) - (day_of(candidate) in days)
    return votes > 0


def _order_of(candidate: DateCandidate) -> int:
    """1 for 29/10/2012, -1 for 10/29/2012, else 0."""
    found = NUMBERS.search(candidate.value.text)
    if not found:
        return 0
    return (int(found[1]) > 12) - (int(found[3]) > 12)
