"""What the readers of dates offer: a date, where it is stated, and the signs that weigh it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newsclean.mentions.dates import DateMention
from newsclean.model import Span


class DateCandidate(NamedTuple):
    """A date that the page states; its signs are rows of the learned weights.

    Attributes:
        value: The date.
        origin: Where it was found, such as "json-ld datePublished".
        text: The text that it was read from.
        family: The kind of origin. Origins of several kinds that agree count for more.
        signs: What speaks for and against it.
        updated: Whether it is stated as the date of a change.
        block: Index of the block that states it, if one does.
        spans: The text of the page that is the date and no body.
    """

    value: DateMention
    origin: str
    text: str
    family: str
    signs: frozenset[str]
    updated: bool = False
    block: int | None = None
    spans: tuple[Span, ...] = ()


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
        yield candidate._replace(value=other, signs=frozenset({"swapped"}))
