"""Which of the page's dates is the article's: each place that states a day speaks for it, and the day with most weight is taken."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import islice

from newsclean.fields.context import Context
from newsclean.fields.date.candidate import DateCandidate
from newsclean.fields.date.printed import read_printed, read_relative, read_split, time_without_year
from newsclean.fields.date.stated import (
    read_address,
    read_json_ld_dates,
    read_meta_dates,
    read_stamps,
)
from newsclean.fields.result import FieldResult, Found
from newsclean.learned import load_date_signs
from newsclean.mentions.dates import DateMention as DateFound
from newsclean.model import Candidate, Evidence, Span

READERS: tuple[Callable[[Context], Iterator[DateCandidate]], ...] = (
    read_json_ld_dates,
    read_meta_dates,
    read_printed,
    read_split,
    read_relative,
    read_stamps,
    read_address,
)
"""In this order; of the places that state the day, the first one's time is taken."""
# Signs of a printed line that is the article's line of date, whether or not its date is taken.
ON_THE_LINE = frozenset({"printed above", "printed beside", "printed below"})
IN_THE_TEXT = frozenset({"printed body", "printed part"})
OFF_THE_LINE = frozenset(
    {"printed body", "printed in-body", "printed listed", "printed aside", "printed linked"}
)
MOST_OTHERS = 20
# A day of this weight or less is no answer. Of the days just above it three in five were right, so
# a wrong one costs less than the right ones gain.
LEAST_WEIGHT = -0.56


def read_date(context: Context, _: Found) -> Found:
    """The date of the page's article, the text it was read from, and the date of the last change."""
    options = read_options(context)
    published = [option for option in options if not option.updated]
    changed = [option for option in options if option.updated]
    best = _best(context, options, published or changed)
    if best is None:
        nothing = FieldResult(None, (), Evidence(None, _candidates(options)))
        return {
            "date": nothing,
            "date_text": FieldResult(None, (), None),
            "updated": FieldResult(None),
        }
    later = [option for option in changed if option is not best and _is_later(option, best)]
    update = _timed([o for o in later if _day(o) == _day(later[0])]) if later else None
    others = _candidates(o for o in options if o is not best and not o.updated)
    other_updates = _candidates(option for option in changed if option is not update)
    return {
        "date": FieldResult(
            _zoned(best, published),
            _spans(options, best, update),
            Evidence(_candidate(best), others),
        ),
        "date_text": FieldResult(best.value.text, (), None),
        "updated": FieldResult(
            _zoned(update, changed) if update else None,
            (),
            Evidence(_candidate(update) if update else None, other_updates),
        ),
    }


def _best(
    context: Context, options: Sequence[DateCandidate], preferred: Sequence[DateCandidate]
) -> DateCandidate | None:
    """The candidate of the best day whose time is taken; None if no day has enough weight."""
    day = best_day(options)
    if day is None:
        return None
    of_day = [option for option in preferred if _day(option) == day]
    best = _timed(of_day or [option for option in options if _day(option) == day])
    if not has_time(best.value):
        best = time_without_year(context, best.value.value) or best
    return best


def _day(option: DateCandidate) -> date:
    return option.value.value.date()


def read_options(context: Context) -> list[DateCandidate]:
    """Every date that the page states for itself."""
    return [option for reader in READERS for option in reader(context)]


def best_day(options: Sequence[DateCandidate]) -> date | None:
    """The day with the greatest weight, or None if none has enough."""
    signs = signs_of_days(options)
    learned = load_date_signs()
    weights = {
        day: sum(learned[sign].weight if sign in learned else 0.0 for sign in signs[day])
        for day in signs
    }
    best = max(weights, key=lambda day: weights[day], default=None)
    return best if best is not None and weights[best] > LEAST_WEIGHT else None


def signs_of_days(options: Sequence[DateCandidate]) -> dict[date, set[str]]:
    """All the signs of each day, and whether witnesses of two or three kinds agree on it."""
    signs: defaultdict[date, set[str]] = defaultdict(set)
    families: defaultdict[date, set[str]] = defaultdict(set)
    for option in options:
        day = option.value.value.date()
        signs[day] |= option.signs
        if not option.updated:
            families[day].add(option.family)
    for day, witnesses in families.items():
        signs[day] |= {f"{count} agree" for count in (2, 3) if len(witnesses) >= count}
    return signs


def has_time(found: DateFound) -> bool:
    """Whether the date has a time that means something: midnight to the second is how a program writes that it knows only the day."""
    return found.has_time and (found.value.hour, found.value.minute, found.value.second) != (
        0,
        0,
        0,
    )


def _timed(options: Sequence[DateCandidate]) -> DateCandidate:
    """Of options of one day the first that has the time; a printed one that may be the same moment, rather than data."""
    timed = [option for option in options if has_time(option.value)]
    if not timed:
        return next((option for option in options if option.spans), options[0])
    printed = (option for option in timed if option.spans and "printed listed" not in option.signs)
    return next((option for option in printed if _same(option.value, timed[0].value)), timed[0])


def _naive(value: datetime) -> datetime:
    return value.replace(tzinfo=None)


def _is_later(option: DateCandidate, best: DateCandidate) -> bool:
    """Whether an update is none of the date itself: of a later day, or of the same day and later by a minute or of no known time."""
    if option.value.value.date() == best.value.value.date():
        return (
            has_time(option.value) and has_time(best.value) and not _same(option.value, best.value)
        )
    return option.value.value.date() > best.value.value.date()


def _same(one: DateFound, other: DateFound) -> bool:
    """Whether two times can be one moment in two zones: whole quarters of an hour apart, to the minute, and less than a day."""
    apart = abs(_naive(one.value).replace(second=0) - _naive(other.value).replace(second=0))
    return apart < timedelta(hours=15) and apart.seconds % 900 == 0


def _zoned(best: DateCandidate, options: Sequence[DateCandidate]) -> datetime:
    """The date; as printed, with the zone that the metadata states for the same moment."""
    value = best.value.value
    if value.tzinfo or not best.value.has_time:
        return value
    for option in options:
        other = option.value.value
        if other.tzinfo and option.value.has_time and _same(option.value, best.value):
            quarters = round((value - _naive(other.astimezone(UTC))).total_seconds() / 900)
            if -48 <= quarters <= 56:
                return value.replace(tzinfo=timezone(timedelta(minutes=15 * quarters)))
    return value


def _spans(options: Sequence[DateCandidate], *chosen: DateCandidate | None) -> tuple[Span, ...]:
    """The text that is a line of date: the chosen ones', and what else is printed so beside the headline; but no words of the text."""
    lines = [
        option
        for option in options
        if option in chosen or (option.signs & ON_THE_LINE and not option.signs & OFF_THE_LINE)
    ]
    lines = [
        option for option in (*filter(None, chosen), *lines) if not option.signs >= IN_THE_TEXT
    ]
    return tuple(dict.fromkeys(span for option in lines for span in option.spans))


def _candidate(option: DateCandidate) -> Candidate[str]:
    return Candidate(option.value.value.isoformat(), option.origin, option.value.text)


def _candidates(options: Iterable[DateCandidate]) -> tuple[Candidate[str], ...]:
    return tuple(_candidate(option) for option in islice(options, MOST_OTHERS))
