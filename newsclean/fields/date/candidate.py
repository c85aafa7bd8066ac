"""What the readers of dates offer: a date, where it is stated, and the signs that weigh it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from newsclean.mentions.dates import DateMention
from newsclean.model import Candidate, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class DateCandidate(Candidate[DateMention]):
    """A date that the page states; its signs are rows of the learned weights.

    Attributes:
        family: The kind of origin. Origins of several kinds that agree count for more.
        updated: Whether it is stated as the date of a change.
        block: Index of the block that states it, if one does.
    """

    family: str
    updated: bool = False
    block: int | None = None


def date_candidate(
    mention: DateMention,
    origin: str,
    family: str,
    signs: frozenset[str],
    updated: bool = False,
    block: int | None = None,
    spans: tuple[Span, ...] = (),
) -> DateCandidate:
    """The candidate for a date."""
    return DateCandidate(
        value=mention,
        origin=origin,
        text=mention.text,
        spans=spans,
        signs=signs,
        family=family,
        updated=updated,
        block=block,
    )


def printed_candidate(
    mention: DateMention, signs: set[str], index: int, spans: tuple[Span, ...]
) -> DateCandidate:
    """The candidate for a date that block `index` prints."""
    weighed = frozenset(f"printed {sign}" for sign in signs) | {"printed"}
    return date_candidate(mention, "printed", "printed", weighed, "updated" in signs, index, spans)


def both_readings(candidate: DateCandidate) -> Iterator[DateCandidate]:
    """The candidate and, if it is printed as 03/04/2024, the candidate for the other reading.

    The other reading has one sign only, so it is taken only if other origins agree with it.
    """
    yield candidate
    mention = candidate.value
    if mention.swapped:
        other = mention._replace(value=mention.swapped, swapped=mention.value)
        yield replace(candidate, value=other, signs=frozenset({"swapped"}))
