"""Count how often the names of each origin are the authors'.

    python -m tools.train.authors DATA... --out newsclean/learned

Of each origin the first candidate of a page counts. It is right if all its names are in the gold.
Pages in Chinese, Japanese and Korean are left out, since their origins are ranked by rules. To see
how well counts do on other sites, those of one half of `tools.split` answer the pages of the other.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.data import Gold, read_gold
from benchmarks.score import Names, names_f1
from newsclean.fields.authors.candidate import Names as Candidate
from newsclean.fields.authors.choice import choose, count_name, name_key
from newsclean.fields.authors.reader import site_names
from newsclean.fields.authors.spaced import read_spaced
from newsclean.fields.script import script_of
from newsclean.learned import load_author_counts
from newsclean.learned.weights import Count
from newsclean.mentions.names.spaced import spaced_names
from tools.split import HALVES, is_aside, site_of
from tools.train.contexts import read_context
from tools.train.learned import write_learned

Counts = Mapping[str, Count]


class Sample(NamedTuple):
    """The candidates of a page, and its authors by the gold.

    Attributes:
        folder: The data folder.
        gold: The gold of the page.
        candidates: All candidates, in the order of the readers.
        site_names: The names that the site has for itself.
        authors: The keys of the names in the gold.
    """

    folder: Path
    gold: Gold
    candidates: tuple[Candidate, ...]
    site_names: tuple[str, ...]
    authors: frozenset[str]

    @property
    def aside(self) -> bool:
        """Whether the page belongs to the aside half."""
        return is_aside(site_of(self.gold))


def read_samples(folder: Path) -> Iterator[Sample]:
    """Yield the pages of a data folder whose gold has authors, but for those ranked by rules."""
    for gold in read_gold(folder):
        if gold.get("authors"):
            context = read_context(folder, gold)
            if not script_of(context):
                candidates = tuple(names for names in read_spaced(context) if names.value)
                names = tuple(site_names(context))
                yield Sample(folder, gold, candidates, names, author_keys(gold["authors"]))


def author_keys(authors: Iterable[str]) -> frozenset[str]:
    """The keys of the names in a gold, which may have several in one value.

    >>> sorted(author_keys(["Jane Roe and John Poe, Editors"]))
    ['janeroe', 'janeroeandjohnpoeeditors', 'johnpoe']
    """
    return frozenset(
        name_key(name) for author in authors for name in (author, *spaced_names(author))
    )


def count_origins(samples: Iterable[Sample]) -> dict[str, Count]:
    """For each origin on how many pages it was right, and on how many it was seen."""
    right: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for sample in samples:
        for name, is_right in _first_of_each_origin(sample).items():
            seen[name] += 1
            right[name] += is_right
    return {name: Count(right[name], seen[name]) for name in sorted(seen)}


def _first_of_each_origin(sample: Sample) -> dict[str, bool]:
    site_keys = frozenset(map(name_key, sample.site_names)) - {""}
    found: dict[str, bool] = {}
    for candidate in sample.candidates:
        name = count_name(candidate, site_keys)
        found.setdefault(name, sample.authors.issuperset(map(name_key, candidate.value)))
    return found


def score(samples: Iterable[Sample], counts: Counts) -> float:
    """The F1 of the names that these counts choose."""
    return names_f1([_score_page(sample, counts) for sample in samples])


def _score_page(sample: Sample, counts: Counts) -> Names:
    chosen = choose(sample.candidates, sample.site_names, counts)
    answer = frozenset(map(name_key, chosen[0].value if chosen else ()))
    truth = frozenset(map(name_key, sample.gold["authors"]))
    # A gold that has several names in one value is right if the answer has them apart.
    if answer and answer <= sample.authors and not answer & truth:
        truth = answer
    return Names(len(answer & truth), len(answer - truth), len(truth - answer))


def report(samples: Sequence[Sample], learned: Counts) -> Iterator[str]:
    """Yield each half's F1 by the other half's counts, by those of all, and by the package's."""
    for half in HALVES:
        is_answered = [HALVES[sample.aside] == half for sample in samples]
        answered = [sample for sample, is_in in zip(samples, is_answered, strict=True) if is_in]
        others = [sample for sample, is_in in zip(samples, is_answered, strict=True) if not is_in]
        found = (count_origins(others), learned, load_author_counts())
        by_other, by_all, by_package = (f"{score(answered, counts):.4f}" for counts in found)
        yield (
            f"{half}: {len(answered)} pages, F1 {by_other} by the counts of the other half, "
            f"{by_all} by those of all pages, {by_package} by those of the package"
        )


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        prog="python -m tools.train.authors",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("data", type=Path, nargs="+", help="folders with pages/ and gold/")
    parser.add_argument("--out", type=Path, help="the folder for authors.json")
    options = parser.parse_args(arguments)
    samples = [sample for folder in options.data for sample in read_samples(folder)]
    learned = count_origins(samples)
    print(*report(samples, learned), sep="\n")
    for name, count in learned.items():
        print(f"{name:36}{count.right:5} of {count.seen}")
    if options.out:
        pages = [(sample.folder, sample.gold) for sample in samples]
        values = {name: count._asdict() for name, count in learned.items()}
        write_learned(options.out / "authors.json", pages, "pages", list(values), values)


if __name__ == "__main__":
    main()
