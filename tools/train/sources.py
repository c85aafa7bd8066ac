"""Count how often the outlet of each place is the one that the gold credits.

    python -m tools.train.sources DATA... --out newsclean/learned

Of each place the first outlet of a page counts. A page whose gold credits nobody counts as wrong
for every place that names an outlet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.data import Gold, read_gold
from benchmarks.text import normalise
from newsclean.fields.date import read_date
from newsclean.fields.source.choice import place_of, rank
from newsclean.fields.source.reader import read_candidates
from newsclean.learned.weights import Count
from newsclean.model import Candidate
from tools.train.contexts import read_context
from tools.train.counts import Counts, Field


class Sample(NamedTuple):
    """The candidates of a page, in the order of the readers."""

    folder: Path
    gold: Gold
    candidates: tuple[Candidate[str], ...]

    def is_right(self, candidates: Sequence[Candidate[str]]) -> bool:
        """Whether the first of some candidates is the source of the gold."""
        answer = candidates[0].value if candidates else None
        return normalise(answer) == normalise(self.gold["source"])


def read_samples(folder: Path) -> Iterator[Sample]:
    """Yield the pages of a data folder whose gold says what source is credited, or that none is."""
    for gold in read_gold(folder):
        if "source" in gold:
            context = read_context(folder, gold)
            found = read_date(context, {})
            yield Sample(folder, gold, tuple(read_candidates(context, found)))


def judge(sample: Sample) -> Counts:
    """For each place of a page whether its first outlet is right."""
    first: dict[str, Candidate[str]] = {}
    for candidate in sample.candidates:
        first.setdefault(place_of(candidate), candidate)
    return {place: Count(int(sample.is_right([c])), 1) for place, c in first.items()}


def report(answered: Sequence[tuple[Sample, Counts]]) -> str:
    """Say how many sources are right by counts."""
    right = sum(sample.is_right(rank(sample.candidates, counts)) for sample, counts in answered)
    return f"{right} of {len(answered)} pages right"


SOURCES = Field("sources", read_samples, judge, report)

if __name__ == "__main__":
    SOURCES.main(__doc__)
