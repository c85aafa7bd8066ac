"""Which of the page's dates is the article's: each place that states a day speaks for it, and the day with most weight is taken."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import islice

from newsclean.fields.context import Context
from newsclean.fields.date.candidate import Option
from newsclean.fields.date.printed import read_printed, read_relative, read_split, time_without_year
from newsclean.fields.date.stated import read_address, read_json_ld_dates, read_meta_dates, read_stamps
from newsclean.fields.date.weights import LEAST, WEIGHTS
from newsclean.mentions.dates.finder import DateFound
from newsclean.model import Candidate, Evidence, Span

READERS: tuple[Callable[[Context], Iterator[Option]], ...] = (
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
OFF_THE_LINE = frozenset({"printed body", "printed in-body", "printed listed", "printed aside", "printed linked"})
MOST_OTHERS = 20


@dataclass(frozen=True, slots=True)
class DateReading:
    """The article's date and what it was read from; `updated` if the page names a later change apart."""

    date: datetime | None
    date_text: str | None
    updated: datetime | None
    spans: tuple[Span, ...]
    evidence: Evidence
    updated_evidence: Evidence


def read_date(context: Context) -> DateReading:
    """The date of the page's article."""
    options = read_options(context)
    published, changed = ([option for option in options if option.updated is updated] for updated in (False, True))
    day = best_day(options)
    of_day = [option for option in published or changed if option.found.value.date() == day]
    of_day = of_day or [option for option in options if option.found.value.date() == day]
    if day is None or not of_day:
        return DateReading(None, None, None, (), Evidence(None, _candidates(options)), Evidence(None))
    best = _timed(of_day)
    if not has_time(best.found):
        best = time_without_year(context, best.found.value) or best
    value = _zoned(best, published)
    later = [option for option in changed if option is not best and _is_later(option, best)]
    update = _timed([option for option in later if option.found.value.date() == later[0].found.value.date()]) if later else None
    return DateReading(
        date=value,
        date_text=best.found.text,
        updated=_zoned(update, changed) if update else None,
        spans=_spans(options, best, update),
        evidence=Evidence(_candidate(best), _candidates(option for option in options if option is not best and not option.updated)),
        updated_evidence=Evidence(
            _candidate(update) if update else None, _candidates(option for option in changed if option is not update)
        ),
    )


def read_options(context: Context) -> list[Option]:
    """Every date that the page states for itself."""
    return [option for reader in READERS for option in reader(context)]


def best_day(options: Sequence[Option]) -> date | None:
    """The day with the greatest weight, or None if none has enough."""
    signs = signs_of_days(options)
    weights = {day: sum(WEIGHTS.get(sign, 0.0) for sign in signs[day]) for day in signs}
    best = max(weights, key=lambda day: weights[day], default=None)
    return best if best is not None and weights[best] > LEAST else None


def signs_of_days(options: Sequence[Option]) -> dict[date, set[str]]:
    """All the signs of each day, and whether witnesses of two or three kinds agree on it."""
    signs: defaultdict[date, set[str]] = defaultdict(set)
    families: defaultdict[date, set[str]] = defaultdict(set)
    for option in options:
        day = option.found.value.date()
        signs[day] |= option.signs
        if not option.updated:
            families[day].add(option.family)
    for day, witnesses in families.items():
        signs[day] |= {f"{count} agree" for count in (2, 3) if len(witnesses) >= count}
    return signs


def has_time(found: DateFound) -> bool:
    """Whether the date has a time that means something: midnight to the second is how a program writes that it knows only the day."""
    return found.has_time and (found.value.hour, found.value.minute, found.value.second) != (0, 0, 0)


def _timed(options: Sequence[Option]) -> Option:
    """Of options of one day the first that has the time; a printed one that may be the same moment, rather than data."""
    timed = [option for option in options if has_time(option.found)]
    if not timed:
        return next((option for option in options if option.spans), options[0])
    printed = (option for option in timed if option.spans and "printed listed" not in option.signs)
    return next((option for option in printed if _same(option.found, timed[0].found)), timed[0])


def _naive(value: datetime) -> datetime:
    return value.replace(tzinfo=None)


def _is_later(option: Option, best: Option) -> bool:
    """Whether an update is none of the date itself: of a later day, or of the same day and later by a minute or of no known time."""
    if option.found.value.date() == best.found.value.date():
        return has_time(option.found) and has_time(best.found) and not _same(option.found, best.found)
    return option.found.value.date() > best.found.value.date()


def _same(one: DateFound, other: DateFound) -> bool:
    """Whether two times can be one moment in two zones: whole quarters of an hour apart, to the minute, and less than a day."""
    apart = abs(_naive(one.value).replace(second=0) - _naive(other.value).replace(second=0))
    return apart < timedelta(hours=15) and apart.seconds % 900 == 0


def _zoned(best: Option, options: Sequence[Option]) -> datetime:
    """The date; as printed, with the zone that the metadata states for the same moment."""
    value = best.found.value
    if value.tzinfo or not best.found.has_time:
        return value
    for option in options:
        other = option.found.value
        if other.tzinfo and option.found.has_time and _same(option.found, best.found):
            quarters = round((value - _naive(other.astimezone(UTC))).total_seconds() / 900)
            if -48 <= quarters <= 56:
                return value.replace(tzinfo=timezone(timedelta(minutes=15 * quarters)))
    return value


def _spans(options: Sequence[Option], *chosen: Option | None) -> tuple[Span, ...]:
    """The text that is a line of date: the chosen ones', and what else is printed so beside the headline; but no words of the text."""
    lines = [option for option in options if option in chosen or (option.signs & ON_THE_LINE and not option.signs & OFF_THE_LINE)]
    lines = [option for option in (*filter(None, chosen), *lines) if not option.signs >= IN_THE_TEXT]
    return tuple(dict.fromkeys(span for option in lines for span in option.spans))


def _candidate(option: Option) -> Candidate:
    return Candidate(option.found.value.isoformat(), option.place, option.found.text)


def _candidates(options: Iterable[Option]) -> tuple[Candidate, ...]:
    return tuple(_candidate(option) for option in islice(options, MOST_OTHERS))
