"""Count how often the outlet of each place is the one that the gold credits.

    python -m tools.train.sources DATA... --out newsclean/learned

Of each place the first outlet of a page counts. A page whose gold credits nobody counts as wrong
for every place that names an outlet. The command prints how many sources are right, in each half of
`tools.split`, by counts of other sites, and how many by the order of the readers.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.data import Gold, read_gold
from benchmarks.text import normalise
from newsclean.fields.date import read_date
from newsclean.fields.source.choice import place_of, rank
from newsclean.fields.source.reader import read_candidates
from newsclean.learned.weights import Count
from newsclean.model import Candidate
from tools.split import HALVES, is_aside, site_of
from tools.train.contexts import read_context
from tools.train.learned import write_learned
from tools.train.pages import FOLDS, folds


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


def count_places(samples: Iterable[Sample]) -> dict[str, Count]:
    """For each place on how many pages it was right, and on how many it was seen."""
    right: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for sample in samples:
        first: dict[str, Candidate[str]] = {}
        for candidate in sample.candidates:
            first.setdefault(place_of(candidate), candidate)
        for place, candidate in first.items():
            seen[place] += 1
            right[place] += sample.is_right([candidate])
    return {place: Count(right[place], seen[place]) for place in sorted(seen)}


def out_of_fold(samples: Sequence[Sample]) -> list[bool]:
    """For each page whether the source is right by the counts of other sites."""
    fold = folds([site_of(sample.gold) for sample in samples])
    right = [False] * len(samples)
    for index in range(FOLDS):
        seen = (sample for sample, at in zip(samples, fold, strict=True) if at != index)
        counts: Mapping[str, Count] = count_places(seen)
        for number, sample in enumerate(samples):
            if fold[number] == index:
                right[number] = sample.is_right(rank(sample.candidates, counts))
    return right


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        prog="python -m tools.train.sources",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("data", type=Path, nargs="+", help="folders with pages/ and gold/")
    parser.add_argument("--out", type=Path, help="the folder for sources.json")
    options = parser.parse_args(arguments)
    samples = [sample for folder in options.data for sample in read_samples(folder)]
    by_counts = out_of_fold(samples)
    for aside, half in enumerate(HALVES):
        own = [n for n, sample in enumerate(samples) if is_aside(site_of(sample.gold)) == aside]
        by_order = sum(samples[n].is_right(samples[n].candidates) for n in own)
        print(f"{half}: {sum(by_counts[n] for n in own)} of {len(own)} pages right", end="")
        print(f" by the counts of other sites, {by_order} by the order of the readers")
    learned = count_places(samples)
    for place, count in learned.items():
        print(f"{place:36}{count.right:5} of {count.seen}")
    if options.out:
        pages = [(sample.folder, sample.gold) for sample in samples]
        values = {place: count._asdict() for place, count in learned.items()}
        write_learned(options.out / "sources.json", pages, "pages", list(values), values)


if __name__ == "__main__":
    main()
