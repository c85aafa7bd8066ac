"""Learn the weights of the signs of a date.

    python -m tools.train.dates DATA... --out newsclean/learned

A page is a choice among the days that it states and "none". The probability of a day grows with the
sum of the weights of its signs (a conditional logit). The right answer is the day of the gold, or
"none" if the page does not state it. Signs that are seen on few days are left out.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize

from benchmarks.data import Gold, read_gold
from newsclean.fields.date.choice import signs_of_days
from newsclean.fields.date.reader import read_candidates
from tools.split import HALVES, is_aside, site_of
from tools.train.contexts import read_context
from tools.train.learned import write_learned
from tools.train.pages import FOLDS, folds

FEWEST, PENALTY, NONE = 8, 1.0, "none"
# A statement of a publication never counts against a day, although correlated signs may explain it.
FOR_IT = (
    "ld datePublished",
    "ld-other published",
    "ld dateCreated",
    "meta sure",
    "meta published",
    "url",
    "machine date published",
    "machine date time",
    "script",
)
LEAST_FOR_IT = 0.2


class Choice(NamedTuple):
    """A page with the signs of each day that it states, "none" last, and the index of the right
    one.
    """

    folder: Path
    gold: Gold
    site: str
    days: list[date | None]
    signs: list[set[str]]
    right: int
    answerable: bool


def read_choices(folder: Path) -> Iterator[Choice]:
    """Yield the pages of a data folder whose gold has a day."""
    for gold in read_gold(folder):
        if not isinstance(gold.get("date"), str) or len(gold["date"]) < len("2024-09-12"):
            continue
        found = signs_of_days(read_candidates(read_context(folder, gold)))
        days: list[date | None] = [*found, None]
        day = datetime.fromisoformat(gold["date"]).date()
        right = days.index(day) if day in days else len(days) - 1
        signs = [*found.values(), {NONE}]
        yield Choice(folder, gold, site_of(gold), days, signs, right, day in days)


def learn(choices: Sequence[Choice], signs: Sequence[str]) -> Any:
    """The weights with which the right days of these pages are most likely."""
    column = {sign: index for index, sign in enumerate(signs)}
    rows = np.zeros((sum(len(choice.days) for choice in choices), len(signs)))
    starts, row = [], 0
    for choice in choices:
        starts.append(row)
        for day in choice.signs:
            for sign in day & column.keys():
                rows[row, column[sign]] = 1
            row += 1
    sizes = [len(choice.days) for choice in choices]
    right = np.array(starts) + [choice.right for choice in choices]

    def loss(weights: Any) -> tuple[float, Any]:
        sums = rows @ weights
        greatest = np.maximum.reduceat(sums, starts)
        powers = np.exp(sums - np.repeat(greatest, sizes))
        totals = np.add.reduceat(powers, starts)
        value = -(sums[right] - greatest - np.log(totals)).sum() + PENALTY * weights @ weights
        chances = powers / np.repeat(totals, sizes)
        return value, rows.T @ chances - rows[right].sum(0) + 2 * PENALTY * weights

    bounds = [
        (LEAST_FOR_IT if sign in FOR_IT or sign.endswith("agree") else None, None) for sign in signs
    ]
    return minimize(loss, np.zeros(len(signs)), jac=True, method="L-BFGS-B", bounds=bounds).x


def is_right(choice: Choice, weights: dict[str, float]) -> bool:
    """Whether the day with the greatest weight is that of the gold."""
    sums = [sum(weights.get(sign, 0.0) for sign in signs) for signs in choice.signs]
    return choice.answerable and sums.index(max(sums)) == choice.right


def out_of_fold(choices: Sequence[Choice], signs: Sequence[str]) -> list[bool]:
    """For each page whether weights that were learned without its site are right."""
    fold = folds([choice.site for choice in choices])
    right = [False] * len(choices)
    for fold_index in range(FOLDS):
        seen = [choice for choice, at in zip(choices, fold, strict=True) if at != fold_index]
        weights = dict(zip(signs, learn(seen, signs), strict=True))
        for index, choice in enumerate(choices):
            if fold[index] == fold_index:
                right[index] = is_right(choice, weights)
    return right


def shares_right(choices: Sequence[Choice], signs: Sequence[str]) -> str:
    """The share of right days out of fold, for each half of tools.split."""
    found: dict[str, list[bool]] = {half: [] for half in HALVES}
    for choice, right in zip(choices, out_of_fold(choices, signs), strict=True):
        found[HALVES[is_aside(choice.site)]].append(right)
    shares = {half: f"{sum(hits) / len(hits):.3f}" for half, hits in found.items() if hits}
    return ", ".join(
        f"{share} of {len(found[half])} {half} pages" for half, share in shares.items()
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m tools.train.dates",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("data", type=Path, nargs="+", help="folders with pages/ and gold/")
    parser.add_argument("--out", type=Path, help="the folder for dates.json")
    options = parser.parse_args()
    choices = [choice for folder in options.data for choice in read_choices(folder)]
    seen = Counter(sign for choice in choices for signs in choice.signs for sign in signs)
    right = Counter(
        sign for choice in choices if choice.answerable for sign in choice.signs[choice.right]
    )
    signs = [sign for sign in sorted(seen) if seen[sign] >= FEWEST]
    print(f"Right on sites not learned from: {shares_right(choices, signs)}.")
    weights = sorted(zip(signs, learn(choices, signs), strict=True), key=lambda pair: -pair[1])
    learned = {
        sign: {"weight": round(float(weight), 2), "right": right[sign], "seen": seen[sign]}
        for sign, weight in weights
    }
    print(*(f"{sign:24}{found}" for sign, found in learned.items()), sep="\n")
    if options.out:
        pages = [(choice.folder, choice.gold) for choice in choices]
        write_learned(options.out / "dates.json", pages, "log odds", list(learned), learned)


if __name__ == "__main__":
    main()
