"""Count how often the names of each origin are the authors'.

    python -m tools.train.authors DATA... --out newsclean/learned

Of each origin the first candidate of a page counts. It is right if all its names are in the gold.
A gold without authors says that nobody is named if the page is Chinese, Japanese or Korean; in
others it says nothing, and the page is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.data import Gold, read_gold
from benchmarks.score import Names, names_f1
from newsclean.fields.authors.candidate import Names as Candidate
from newsclean.fields.authors.choice import author_names, choose, count_name
from newsclean.fields.authors.reader import read_candidates, site_names, without_editors
from newsclean.fields.credits import read_credits
from newsclean.learned.weights import Count
from newsclean.mentions.names.lists import split_names
from newsclean.mentions.names.spaced import spaced_names
from newsclean.text.match_key import match_key
from tools.train.contexts import read_context
from tools.train.counts import Counts, Field


class Sample(NamedTuple):
    """The candidates of a page, and its authors by the gold.

    Attributes:
        folder: The data folder.
        gold: The gold of the page.
        script: chinese, japanese, korean or "".
        candidates: All candidates, in the order of the readers.
        site_names: The names that the site has for itself.
        authors: The keys of the names in the gold.
    """

    folder: Path
    gold: Gold
    script: str
    candidates: tuple[Candidate, ...]
    site_names: tuple[str, ...]
    authors: frozenset[str]


def read_samples(folder: Path) -> Iterator[Sample]:
    """Yield the pages of a data folder whose gold says who the authors are."""
    for gold in read_gold(folder):
        if "authors" in gold:
            context = read_context(folder, gold)
            script = context.script
            if script or gold["authors"]:
                offered = read_candidates(context, script)
                found = without_editors(offered, read_credits(context, {}))
                names = tuple(site_names(context))
                authors = author_keys(gold["authors"] or [], script)
                yield Sample(folder, gold, script, tuple(found), names, authors)


def author_keys(authors: Iterable[str], script: str = "") -> frozenset[str]:
    """The keys of the names in a gold, which may have several in one value.

    >>> sorted(author_keys(["Jane Roe and John Poe, Editors"]))
    ['janeroe', 'janeroeandjohnpoeeditors', 'johnpoe']
    """
    keys: set[str] = set()
    for author in authors:
        names = split_names(author, script == "japanese") if script else spaced_names(author)
        keys.update(map(match_key, (author, *names)))
    return frozenset(keys)


def judge(sample: Sample) -> Counts:
    """For each origin of a page whether its first candidate is right."""
    site_keys = frozenset(map(match_key, sample.site_names)) - {""}
    found: dict[str, Count] = {}
    for candidate in sample.candidates:
        is_right = all(_is_author(match_key(name), sample) for name in candidate.value)
        name = count_name(candidate, site_keys, sample.script)
        found.setdefault(name, Count(int(is_right), 1))
    return found


def _is_author(key: str, sample: Sample) -> bool:
    """Whether the gold has a name; that of a Chinese or Japanese page may have it in a longer text.

    There, no space tells where a name among others ends.
    """
    return key in sample.authors or (bool(sample.script) and any(key in k for k in sample.authors))


def score(answered: Iterable[tuple[Sample, Counts]]) -> float:
    """The F1 of the names that are chosen by counts."""
    return names_f1([_score_page(sample, counts) for sample, counts in answered])


def _score_page(sample: Sample, counts: Counts) -> Names:
    chosen = choose(sample.candidates, sample.site_names, sample.script, counts)
    answer = frozenset(map(match_key, author_names(chosen, sample.script)))
    truth = frozenset(map(match_key, sample.gold["authors"] or ()))
    # A gold that has several names in one value is right if the answer has them apart.
    if answer and answer <= sample.authors and not answer & truth:
        truth = answer
    return Names(len(answer & truth), len(answer - truth), len(truth - answer))


def report(answered: Sequence[tuple[Sample, Counts]]) -> str:
    """Say how well names are chosen on pages with spaces between words, and on others."""
    spaced = [pair for pair in answered if not pair[0].script]
    others = [pair for pair in answered if pair[0].script]
    kinds = {"pages": spaced, "in Chinese, Japanese and Korean": others}
    return "; ".join(
        f"F1 {score(pairs):.4f} on {len(pairs)} {kind}" for kind, pairs in kinds.items() if pairs
    )


AUTHORS = Field("authors", read_samples, judge, report)

if __name__ == "__main__":
    AUTHORS.main(__doc__)
