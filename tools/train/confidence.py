"""Learn how likely the values of the fields are right.

    python -m tools.train.confidence DATA... --out newsclean/learned

Of every page whose gold has a field and that gets a value for it, one sample is taken: where the
value came from, how many other kinds of origin agree, and how many values differ. A logistic
regression gives the probability that the value is the gold's. It is judged on sites that neither
the regression nor the counts of origins saw: the command prints a table for each half of
`tools.split`.
"""

from __future__ import annotations

import argparse
import itertools
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize

from benchmarks.data import Gold, read_gold, read_page
from benchmarks.score import Names, Scores, score_page
from newsclean import explain
from newsclean.fields.confidence import KEYS, origin_kind, signals
from newsclean.learned.logistic import Logistic
from newsclean.learned.weights import Confidence, Count
from newsclean.model import Evidence
from tools.split import HALVES, is_aside, site_of
from tools.train.counts import count_places
from tools.train.learned import write_learned
from tools.train.pages import FOLDS, folds

SIGNALS = ("origin", "agree", "differ")
PENALTY = 0.5
# An origin that was right more often, or another that agrees, never counts against a value, and one
# that differs never for it.
BOUNDS = ((None, None), (0, None), (0, None), (None, 0))
BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.0)
# What `benchmarks.score` calls the score of a field, if not as the field.
SCORES = {"date": "day"}


class Sample(NamedTuple):
    """The evidence for one field of one page, and whether its value is right."""

    folder: Path
    gold: Gold
    field: str
    evidence: Evidence
    right: bool

    @property
    def site(self) -> str:
        """The site of the page."""
        return site_of(self.gold)

    @property
    def kind(self) -> str:
        """The kind of origin that the value was taken from."""
        return origin_kind(self.evidence.chosen.origin) if self.evidence.chosen else ""


def read_samples(folder: Path) -> Iterator[Sample]:
    """Yield the samples of all pages of a data folder."""
    for gold in read_gold(folder):
        report = explain(read_page(folder, gold), url=gold.get("url"))
        scores = score_page(report.article, gold)
        for field in KEYS:
            evidence = report.evidence.get(field, Evidence())
            if field in gold and evidence.chosen is not None:
                yield Sample(folder, gold, field, evidence, is_right(scores, field))


def is_right(scores: Scores, field: str) -> bool:
    """Whether the value of a field is the gold's; of names, all and no others."""
    found = scores[SCORES.get(field, field)]
    if isinstance(found, Names):
        return found.wrong == found.missing == 0
    return bool(found)


def count_origins(samples: Iterable[Sample]) -> dict[str, Count]:
    """For each kind of origin how many values were taken from it, and how many are right."""
    return count_places(samples, lambda sample: {sample.kind: Count(int(sample.right), 1)})


def learn(samples: Sequence[Sample]) -> Confidence:
    """What these samples, all of one field, teach."""
    rows, truth = _rows(samples), np.array([sample.right for sample in samples], dtype=float)

    def loss(weights: Any) -> float:
        log_odds = rows @ weights
        unlikely = np.logaddexp(0.0, np.where(truth == 1, -log_odds, log_odds)).sum()
        return float(unlikely + PENALTY * weights[1:] @ weights[1:])

    found = minimize(loss, np.zeros(len(SIGNALS) + 1), method="L-BFGS-B", bounds=BOUNDS).x
    bias, *weights = (round(float(weight), 3) for weight in found)
    return Confidence(
        Logistic(bias, dict(zip(SIGNALS, weights, strict=True))), count_origins(samples)
    )


def _rows(samples: Sequence[Sample]) -> np.ndarray:
    """A row for each sample: 1 for the bias, and its signals by the counts of other sites.

    With counts that have the sample itself, the origin would seem to say more than it does.
    """
    fold = folds([sample.site for sample in samples])
    counts = [
        count_origins(sample for sample, at in zip(samples, fold, strict=True) if at != index)
        for index in range(FOLDS)
    ]
    found = (
        signals(sample.field, sample.evidence, counts[at])
        for sample, at in zip(samples, fold, strict=True)
    )
    return np.array([[1.0, *(values[name] for name in SIGNALS)] for values in found])


def out_of_fold(samples: Sequence[Sample]) -> list[float]:
    """The confidence of each sample by what the samples of other sites teach."""
    fold = folds([sample.site for sample in samples])
    found = [0.0] * len(samples)
    for index in range(FOLDS):
        seen = [sample for sample, at in zip(samples, fold, strict=True) if at != index]
        learned = learn(seen)
        for number, sample in enumerate(samples):
            if fold[number] == index:
                values = signals(sample.field, sample.evidence, learned.origins)
                found[number] = learned.logistic.probability(values)
    return found


def reliability(samples: Sequence[Sample], confidences: Sequence[float]) -> Iterator[str]:
    """Yield a row for each range of confidence: for each half pages, mean confidence, and right."""
    yield "| confidence | " + " | ".join(f"{half}: pages, mean, right" for half in HALVES) + " |"
    for low, high in itertools.pairwise(BINS):
        cells = []
        for aside in (False, True):
            within = [
                (confidence, sample.right)
                for sample, confidence in zip(samples, confidences, strict=True)
                if is_aside(sample.site) is aside and low <= confidence < high + (high == 1)
            ]
            means = [sum(column) / len(within) for column in zip(*within, strict=True)]
            cells.append(", ".join([str(len(within)), *(f"{mean:.2f}" for mean in means)]))
        yield f"| {low:g} to {high:g} | " + " | ".join(cells) + " |"


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        prog="python -m tools.train.confidence",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("data", type=Path, nargs="+", help="folders with pages/ and gold/")
    parser.add_argument("--out", type=Path, help="the folder for confidence.json")
    options = parser.parse_args(arguments)
    samples = [sample for folder in options.data for sample in read_samples(folder)]
    learned = {}
    for field in KEYS:
        own = [sample for sample in samples if sample.field == field]
        if own:
            print(f"{field}:", *reliability(own, out_of_fold(own)), sep="\n")
            learned[field] = _as_values(learn(own))
    if options.out:
        pages = {(s.folder.name, s.gold["id"]): (s.folder, s.gold) for s in samples}
        write_learned(
            options.out / "confidence.json", list(pages.values()), "log odds", SIGNALS, learned
        )


def _as_values(learned: Confidence) -> dict[str, Any]:
    origins = {kind: count._asdict() for kind, count in learned.origins.items()}
    return {
        "bias": learned.logistic.bias,
        "weights": dict(learned.logistic.weights),
        "origins": origins,
        "values": sum(count.seen for count in learned.origins.values()),
    }


if __name__ == "__main__":
    main()
