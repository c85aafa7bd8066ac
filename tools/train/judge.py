"""Fits the weights of quality to pages that were labelled by weights from other sites."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression

from benchmarks.score import Scores, score_page
from newsclean.assemble import assemble
from newsclean.assemble.quality import NAMES, Known, read_signals
from newsclean.collapse import collapse
from newsclean.label import label_by
from newsclean.learned.logistic import Logistic
from newsclean.model import Article, Decoded
from tools.train.pages import Sample

# The weight of a page that is not an article. Out of fold, 96 % of the articles and 19 % of the
# others are then taken for articles. With 23 signals it was 95 and 21 %, with a weight of 2 92 and
# 14 %, with 0.5 97 and 31 %.
OTHER_PAGE = 1.0
# From this F1 on a body counts as right: the rest is a caption, a line of boilerplate, or the gold.
RIGHT = 0.9
BINS = (0.0, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 1.0)


@dataclass(frozen=True)
class Result:
    """The extraction of one page with out-of-fold scores."""

    article: Article
    scores: Scores
    signals: dict[str, float]


def result_of(sample: Sample, scores: Sequence[float]) -> Result:
    """The extraction of a page whose blocks have these probabilities."""
    labels = label_by(sample.page, scores, sample.lengths)
    copies = collapse(sample.page, labels.body, labels.scores)
    article = assemble(Decoded(""), sample.page, labels, copies).article
    known = Known(*(bool(getattr(article, name)) for name in Known._fields))
    texts = [paragraph for paragraph in article.paragraphs if paragraph.text]
    found = read_signals(sample.page, labels, texts, known)
    return Result(article, score_page(article, sample.gold), found)


def fit(
    results: Sequence[Result], truth: Sequence[bool] | np.ndarray, weight_of_others: float = 1.0
) -> Logistic:
    """A logistic regression on the signals, as newsclean.assemble.quality applies it."""
    values = _values(results)
    mean, spread = values.mean(axis=0), values.std(axis=0) + 1e-9
    model = LogisticRegression(
        C=0.1, max_iter=1000, class_weight={True: 1.0, False: weight_of_others}
    ).fit((values - mean) / spread, np.array(truth))
    weights = model.coef_[0] / spread
    bias = float(model.intercept_[0] - (weights * mean).sum())
    rounded = (round(float(weight), 4) for weight in weights)
    return Logistic(round(bias, 4), dict(zip(NAMES, rounded, strict=True)))


def apply(learned: Logistic, results: Sequence[Result]) -> np.ndarray:
    """The probability of each result by fitted weights."""
    return np.array([learned.probability(result.signals) for result in results])


def _values(results: Sequence[Result]) -> np.ndarray:
    """A matrix with a row for each result and a column for each signal."""
    rows = [[result.signals[name] for name in NAMES] for result in results]
    return np.array(rows, dtype=float)


def body_f1(scores: Scores) -> float:
    """The F1 of the body."""
    found = scores["f1"]
    if not isinstance(found, float):
        raise TypeError(f"the F1 of a body is a number, not {found!r}")
    return found


def is_right(result: Result) -> bool:
    """Whether the body agrees with the gold."""
    return body_f1(result.scores) >= RIGHT


def reliability(probabilities: np.ndarray, right: np.ndarray) -> list[str]:
    """A table with a row for each range of quality.

    It has the number of pages, their mean quality, and the share of them that are right.
    """
    rows = ["| quality | pages | mean quality | right |", "|---|---:|---:|---:|"]
    for low, high in itertools.pairwise(BINS):
        within = (probabilities >= low) & (probabilities < high + (high == 1))
        if within.any():
            rows.append(
                f"| {low:g} to {high:g} | {within.sum()} | {probabilities[within].mean():.2f} "
                f"| {right[within].mean():.2f} |"
            )
    return rows
