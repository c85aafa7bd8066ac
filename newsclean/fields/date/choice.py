"""Which day is the article's, and which of the candidates for it has the time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime, timedelta, timezone

from newsclean.fields.date.candidate import DateCandidate
from newsclean.learned import load_date_signs
from newsclean.mentions.dates import DateMention

# A day of this weight or less is no answer. Of the days just above it three in five were right, so
# a wrong one costs less than the right ones gain.
LEAST_WEIGHT = -0.56
# Signs of a day that is stated as that of the publication by the object that states the change.
SURE = frozenset({"ld datePublished", "meta sure", "printed published"})
# The families of origins that stand on a line of the page.
ON_LINES = frozenset({"printed", "machine date"})
# Signs of the places by the headline where the line of the date stands.
BY_HEADLINE = frozenset({"printed above", "printed beside", "printed below"})
# The only sign of the other reading of 03/04/2024.
SWAPPED = frozenset({"swapped"})
# Two times may be one moment in two zones if they are whole quarters of an hour apart, and less
# than the first of these. Zones are from 12 hours behind UTC to 14 hours before it.
MOST_APART, QUARTER = timedelta(hours=15), 900
# A shorter time after the publication is that of a second save, or the one without its seconds. Of
# 613 open pages 92 would get a change without it, and 3 lose or alter theirs with twice of it.
LEAST_LATER = timedelta(minutes=1)
QUARTERS = range(-48, 57)
# The offsets that are no whole hours, in quarters: those of Newfoundland, Iran, Afghanistan, India,
# Nepal, Myanmar, parts of Australia, and the Chathams.
PARTS_OF_HOURS = frozenset({-14, -10, 14, 18, 22, 23, 26, 35, 38, 42, 51, 55})


def day_of(candidate: DateCandidate) -> date:
    """The day that the candidate states."""
    return candidate.value.value.date()


def best_day(candidates: Sequence[DateCandidate]) -> date | None:
    """The day with the greatest weight, or None if none has enough.

    A day that is only that of a change is left out if whatever states it also states for certain
    the day of the publication.
    """
    learned = load_date_signs()
    candidates = _without_updates(candidates)
    weights = {
        day: sum(learned[sign].weight if sign in learned else 0.0 for sign in signs)
        for day, signs in signs_of_days(candidates).items()
    }
    best = max(weights, key=lambda day: weights[day], default=None)
    return best if best is not None and weights[best] > LEAST_WEIGHT else None


def _without_updates(candidates: Sequence[DateCandidate]) -> list[DateCandidate]:
    published = {day_of(candidate) for candidate in candidates if not candidate.updated}
    lines = {(c.family, c.block) for c in candidates if c.updated and c.family in ON_LINES}
    sure = {
        c.family
        for c in candidates
        if not SURE.isdisjoint(c.signs) or _is_date_line(c) or _is_on_line(c, lines)
    }
    families: defaultdict[date, set[str]] = defaultdict(set)
    for candidate in candidates:
        families[day_of(candidate)].add(candidate.family)
    left_out = {day for day in families if day not in published and families[day] <= sure}
    return [candidate for candidate in candidates if day_of(candidate) not in left_out]


def _is_date_line(candidate: DateCandidate) -> bool:
    """Whether a date is alone on a line by the headline, and not labelled as that of a change."""
    is_alone = "printed alone" in candidate.signs and not candidate.updated
    return is_alone and not BY_HEADLINE.isdisjoint(candidate.signs)


def _is_on_line(candidate: DateCandidate, lines: Collection[tuple[str, int | None]]) -> bool:
    """Whether a date that is none of a change stands on a line with one that is."""
    is_other = not candidate.updated and candidate.signs != SWAPPED
    return is_other and (candidate.family, candidate.block) in lines


def signs_of_days(candidates: Sequence[DateCandidate]) -> dict[date, set[str]]:
    """All the signs of each day, and whether two or three families of origins agree on it."""
    signs: defaultdict[date, set[str]] = defaultdict(set)
    families: defaultdict[date, set[str]] = defaultdict(set)
    for candidate in candidates:
        signs[day_of(candidate)] |= candidate.signs
        if not candidate.updated:
            families[day_of(candidate)].add(candidate.family)
    for day, agreeing in families.items():
        signs[day] |= {f"{count} agree" for count in (2, 3) if len(agreeing) >= count}
    return signs


def timed(candidates: Sequence[DateCandidate]) -> DateCandidate:
    """Of candidates for one day, the first with a time, or a printed one for the same moment."""
    with_time = [candidate for candidate in candidates if has_time(candidate.value)]
    if not with_time:
        return next((c for c in candidates if c.spans), candidates[0])
    first = with_time[0]
    printed = (c for c in with_time if c.spans and "printed listed" not in c.signs)
    return next((c for c in printed if is_same_moment(c.value, first.value)), first)


def has_time(mention: DateMention) -> bool:
    """Whether the time is known: midnight to the second is how programs write a day without one."""
    value = mention.value
    return mention.has_time and (value.hour, value.minute, value.second) != (0, 0, 0)


def is_later(update: DateCandidate, best: DateCandidate) -> bool:
    """Whether an update is of a later day or, with both times known, later on the same day.

    Two times of which one has no zone may be of different zones, and one moment.
    """
    if day_of(update) != day_of(best):
        return day_of(update) > day_of(best)
    if not has_time(update.value) or not has_time(best.value):
        return False
    later, earlier = update.value.value, best.value.value
    if (later.tzinfo is None) == (earlier.tzinfo is None):
        return later - earlier >= LEAST_LATER
    return not is_same_moment(update.value, best.value)


def is_same_moment(one: DateMention, other: DateMention) -> bool:
    """Whether two times can be one moment in two time zones."""
    apart = abs(_naive(one.value).replace(second=0) - _naive(other.value).replace(second=0))
    return apart < MOST_APART and apart.seconds % QUARTER == 0


def with_zone(best: DateCandidate, candidates: Sequence[DateCandidate]) -> datetime:
    """The date as printed, with the zone that another candidate states for the same moment."""
    value = best.value.value
    if value.tzinfo or not best.value.has_time:
        return value
    same = (
        c.value for c in candidates if _is_moment(c.value) and is_same_moment(c.value, best.value)
    )
    offsets = (_quarters_apart(value, mention.value) for mention in same)
    quarters = next((offset for offset in offsets if _is_zone(offset)), None)
    return value if quarters is None else value.replace(tzinfo=_zone(quarters))


def _is_moment(mention: DateMention) -> bool:
    return mention.has_time and mention.value.tzinfo is not None


def _quarters_apart(local: datetime, moment: datetime) -> int:
    """How many quarters of an hour the clock that shows a local time is before Greenwich."""
    return round((local - _naive(moment.astimezone(UTC))).total_seconds() / QUARTER)


def _is_zone(quarters: int) -> bool:
    """Whether a zone is so many quarters of an hour east of Greenwich."""
    return quarters in QUARTERS and (quarters % 4 == 0 or quarters in PARTS_OF_HOURS)


def _zone(quarters: int) -> timezone:
    return timezone(timedelta(minutes=15 * quarters))


def _naive(value: datetime) -> datetime:
    return value.replace(tzinfo=None)
