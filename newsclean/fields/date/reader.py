"""The date of the article, and of its last change.

Each origin that states a day is evidence for it, and the day with the greatest weight is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from newsclean.fields.context import Context
from newsclean.fields.date.candidate import DateCandidate
from newsclean.fields.date.choice import (
    BY_HEADLINE,
    best_day,
    day_of,
    has_time,
    is_later,
    timed,
    with_zone,
)
from newsclean.fields.date.floors import first_post
from newsclean.fields.date.order import is_order_wrong
from newsclean.fields.date.partial import (
    read_relative,
    read_yearless,
    time_without_year,
    update_without_year,
)
from newsclean.fields.date.printed import read_printed
from newsclean.fields.date.split import read_split
from newsclean.fields.date.stated import (
    read_address,
    read_json_ld_dates,
    read_machine_dates,
    read_meta_dates,
)
from newsclean.fields.result import FieldResult, Found
from newsclean.model import Candidate, Evidence, Span

READERS: tuple[Callable[[Context], Iterator[DateCandidate]], ...] = (
    read_json_ld_dates,
    read_meta_dates,
    read_printed,
    read_split,
    read_relative,
    read_yearless,
    read_machine_dates,
    read_address,
)
"""In this order; of the candidates for the best day, the time of the first is taken."""
# A line with a sign of BY_HEADLINE is the line of the date, whether or not its date is taken, but
# not with one of these.
OFF_THE_LINE = frozenset(
    {"printed body", "printed in-body", "printed listed", "printed aside", "printed linked"}
)
IN_THE_TEXT = frozenset({"printed body", "printed part"})
MOST_OTHERS = 20


def read_date(context: Context, _: Found) -> Found:
    """The date of the article, the text it was read from, and the date of its last change."""
    candidates = read_candidates(context)
    published = [candidate for candidate in candidates if not candidate.updated]
    changed = [candidate for candidate in candidates if candidate.updated]
    best = _best(context, candidates, published or changed)
    if best is None:
        return _without_date(candidates)
    update = _last_update(changed, best) or update_without_year(context, best)
    spans = _spans(candidates, best, update)
    evidence = _evidence(best, (c for c in candidates if c is not best and not c.updated))
    other_updates = (candidate for candidate in changed if candidate is not update)
    return {
        "date": FieldResult(with_zone(best, published), spans, evidence),
        "date_text": FieldResult(best.value.text, (), None),
        "updated": FieldResult(
            with_zone(update, changed) if update else None, (), _evidence(update, other_updates)
        ),
    }


def _without_date(candidates: Sequence[DateCandidate]) -> Found:
    return {
        "date": FieldResult(None, (), _evidence(None, candidates)),
        "date_text": FieldResult(None, (), None),
        "updated": FieldResult(None),
    }


def read_candidates(context: Context) -> list[DateCandidate]:
    """Every date that the page states for itself.

    If its other dates show that 3/4/2024 is written the other way than was assumed, all are read
    once more.
    """
    candidates = _read_all(context)
    if not context.is_order_given and is_order_wrong(candidates, context.day_first is not False):
        return _read_all(context.with_day_first(None if context.day_first is False else False))
    return candidates


def _read_all(context: Context) -> list[DateCandidate]:
    return [candidate for reader in READERS for candidate in reader(context)]


def _best(
    context: Context, candidates: Sequence[DateCandidate], preferred: Sequence[DateCandidate]
) -> DateCandidate | None:
    """The candidate for the best day whose time is taken; None if no day has enough weight."""
    if post := first_post(context, candidates):
        return post
    day = best_day(candidates)
    if day is None:
        return None
    of_day = [candidate for candidate in preferred if day_of(candidate) == day]
    best = timed(of_day or [candidate for candidate in candidates if day_of(candidate) == day])
    if has_time(best.value):
        return best
    return time_without_year(context, best.value.value) or best


def _last_update(changed: Sequence[DateCandidate], best: DateCandidate) -> DateCandidate | None:
    later = [
        candidate for candidate in changed if candidate is not best and is_later(candidate, best)
    ]
    return timed([c for c in later if day_of(c) == day_of(later[0])]) if later else None


def _spans(
    candidates: Sequence[DateCandidate], best: DateCandidate, update: DateCandidate | None
) -> tuple[Span, ...]:
    """The text of the chosen dates and of the line of the date; no words of the article's text."""
    chosen = [candidate for candidate in (best, update) if candidate]
    lines = (c for c in candidates if c in chosen or _is_on_the_line(c))
    shown = [c for c in (*chosen, *lines) if not c.signs >= IN_THE_TEXT]
    return tuple(dict.fromkeys(span for candidate in shown for span in candidate.spans))


def _is_on_the_line(candidate: DateCandidate) -> bool:
    return not BY_HEADLINE.isdisjoint(candidate.signs) and OFF_THE_LINE.isdisjoint(candidate.signs)


def _evidence(chosen: DateCandidate | None, others: Iterable[DateCandidate]) -> Evidence:
    listed = tuple(map(_as_text, islice(others, MOST_OTHERS)))
    return Evidence(_as_text(chosen) if chosen else None, listed)


def _as_text(candidate: DateCandidate) -> Candidate[str]:
    return Candidate(candidate.value.value.isoformat(), candidate.origin, candidate.value.text)
