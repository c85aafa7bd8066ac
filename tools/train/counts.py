"""Counts of how often the places that offer a field's value are right, and their command line.

A script of counts says how the pages of a folder become samples and how they are counted and
scored. The command prints the score of each half of `tools.split`, by the counts of other sites.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from benchmarks.data import Gold
from newsclean.learned.weights import Count
from tools.split import HALVES, is_aside, site_of
from tools.train.learned import write_learned
from tools.train.pages import FOLDS, folds

Counts = Mapping[str, Count]


class LabelledPage(Protocol):
    """What samples of all fields have."""

    @property
    def folder(self) -> Path: ...
    @property
    def gold(self) -> Gold: ...


Sample = TypeVar("Sample", bound=LabelledPage)


def count_places(samples: Iterable[Sample], judge: Callable[[Sample], Counts]) -> dict[str, Count]:
    """For each place how many of its values were right, and how many there were.

    `judge` gives the counts of one page.
    """
    right: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for sample in samples:
        for place, count in judge(sample).items():
            right[place] += count.right
            seen[place] += count.seen
    return {place: Count(right[place], seen[place]) for place in sorted(seen)}


def by_other_sites(
    samples: Sequence[Sample], judge: Callable[[Sample], Counts]
) -> list[tuple[Sample, Counts]]:
    """Each sample with the counts of the pages of other sites."""
    fold = folds([site_of(sample.gold) for sample in samples])
    counts = [
        count_places((s for s, at in zip(samples, fold, strict=True) if at != index), judge)
        for index in range(FOLDS)
    ]
    return [(sample, counts[at]) for sample, at in zip(samples, fold, strict=True)]


def of_half(samples: Iterable[tuple[Sample, Counts]], half: str) -> list[tuple[Sample, Counts]]:
    """The samples of one half of the sites."""
    return [pair for pair in samples if HALVES[is_aside(site_of(pair[0].gold))] == half]


@dataclass(frozen=True)
class Field(Generic[Sample]):
    """A field whose places are counted.

    Attributes:
        name: The name of its file of learned counts.
        read: Gives the samples of a data folder.
        judge: Gives the counts of one sample.
        report: Says how well samples are answered, each by the counts beside it.
    """

    name: str
    read: Callable[[Path], Iterable[Sample]]
    judge: Callable[[Sample], Counts]
    report: Callable[[Sequence[tuple[Sample, Counts]]], str]

    def main(self, help_text: str | None, arguments: Sequence[str] | None = None) -> None:
        """Run the command: count, print, and write the file if `--out` is given."""
        parser = argparse.ArgumentParser(
            prog=f"python -m tools.train.{self.name}",
            description=help_text,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        parser.add_argument("data", type=Path, nargs="+", help="folders with pages/ and gold/")
        parser.add_argument("--out", type=Path, help=f"the folder for {self.name}.json")
        options = parser.parse_args(arguments)
        samples = [sample for folder in options.data for sample in self.read(folder)]
        learned = count_places(samples, self.judge)
        print(*self._lines(samples, learned), sep="\n")
        if options.out:
            pages = [(sample.folder, sample.gold) for sample in samples]
            values = {place: count._asdict() for place, count in learned.items()}
            path = options.out / f"{self.name}.json"
            write_learned(path, pages, "pages", list(values), values)

    def _lines(self, samples: Sequence[Sample], learned: Counts) -> Iterator[str]:
        answered = by_other_sites(samples, self.judge)
        for half in HALVES:
            yield f"{half}: {self.report(of_half(answered, half))}, by the counts of other sites"
        for place, count in learned.items():
            yield f"{place:40}{count.right:5} of {count.seen}"
