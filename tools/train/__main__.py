"""Train, and measure by site: `python -m tools.train DATA... [--out newsclean/learned]`.

First every page is extracted with weights that were learned without its site. The scores of these
extractions are printed for each half of tools.split, and the weights of quality are learned from
them. Then the weights of all pages are written. Pages of the aside half are never listed.

With `--by-maker` the weights are learned without the page's whole set, as those for the pages of an
unseen collection are. Nothing is written.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from benchmarks.score import MEASURES, summarise
from newsclean.assemble import quality as signals
from newsclean.label.features import NAMES
from newsclean.label.features.scores import new_reader, score_by
from newsclean.learned.logistic import Logistic
from newsclean.learned.trees import UNIT, read_trees
from newsclean.learned.weights import Labeller
from tools.split import HALVES
from tools.train.judge import (
    OTHER_PAGE,
    Result,
    apply,
    body_f1,
    fit,
    is_right,
    reliability,
    result_of,
)
from tools.train.learn import boost, word_weights
from tools.train.learned import write_learned
from tools.train.pages import FOLDS, Sample, folds, folds_of_makers, read_samples

# The features of a fold take a minute, and so do its trees.
LABELLER_FOLDS = 3
# The folder of pages that are not articles.
OTHERS = "other-types"


def main(arguments: Sequence[str] | None = None) -> None:
    options = _options(arguments)
    samples = [
        sample for folder in options.data for sample in read_samples(folder) if sample.page.blocks
    ]
    fold = (
        folds_of_makers([sample.folder for sample in samples])
        if options.by_maker
        else folds([sample.site for sample in samples], LABELLER_FOLDS)
    )
    results = [
        result_of(sample, scores)
        for sample, scores in zip(samples, out_of_fold(samples, fold), strict=True)
    ]
    report(samples, results, options.worst)
    if options.by_maker:
        return
    quality, article = judgements(samples, results)
    if options.out:
        write_weights(options.out, samples, quality, article)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path, nargs="+", help="folders with pages/ and gold/")
    listed = "list the N worst pages of each folder, of the open half"
    parser.add_argument("--worst", type=int, default=0, metavar="N", help=listed)
    parser.add_argument("--out", type=Path, help="the folder for labeller.json and quality.json")
    apart = "measure each set with weights learned without it, and write nothing"
    parser.add_argument("--by-maker", action="store_true", help=apart)
    return parser.parse_args(arguments)


def write_weights(
    out: Path, samples: Sequence[Sample], quality: Logistic, article: Logistic
) -> None:
    """Write the labeller that is learned from all samples, and the weights of quality."""
    pages = [(sample.path, sample.gold) for sample in samples]
    classes, words = word_weights(samples)
    trees = boost(samples)
    labeller = {"trees": trees, "class_words": classes, "text_words": words}
    unit = f"log odds; leaves of trees are in 1/{UNIT}"
    write_learned(out / "labeller.json", pages, unit, NAMES, labeller)
    fitted = {"quality": quality._asdict(), "article": article._asdict()}
    write_learned(out / "quality.json", pages, "log odds", signals.NAMES, fitted)


def judgements(samples: Sequence[Sample], results: Sequence[Result]) -> tuple[Logistic, Logistic]:
    """The weights of quality and of being an article; prints how well they do out of fold."""
    article = np.array([sample.folder != OTHERS for sample in samples])
    right = np.array([is_right(result) for result in results])
    fold = np.array(folds([sample.site for sample in samples]))
    sure, is_article = np.zeros(len(samples)), np.zeros(len(samples))
    for k in range(FOLDS):
        seen, unseen = (
            fold != k,
            [result for result, at in zip(results, fold, strict=True) if at == k],
        )
        for found, truth, weight in ((sure, right, 1.0), (is_article, article, OTHER_PAGE)):
            learned = fit(
                [result for result, at in zip(results, seen, strict=True) if at],
                truth[seen],
                weight,
            )
            found[fold == k] = apply(learned, unseen)
    aside = np.array([sample.aside for sample in samples])
    for half, in_half in zip(HALVES, (~aside, aside), strict=True):
        print(f"{half}:", *reliability(sure[in_half], right[in_half]), sep="\n")
        print(taken_for_articles(is_article[in_half] >= 0.5, article[in_half]))
    return fit(results, right), fit(results, article, OTHER_PAGE)


def taken_for_articles(taken: np.ndarray, article: np.ndarray) -> str:
    """The shares of articles and of other pages that are taken for articles."""
    counts = (("articles", taken[article]), ("others", taken[~article]))
    shares = [f"{name} {found.mean():.3f} of {len(found)}" for name, found in counts if len(found)]
    return f"taken for articles: {'; '.join(shares)}"


def out_of_fold(samples: Sequence[Sample], fold: Sequence[int]) -> list[list[float]]:
    """The probabilities of each sample's blocks, by a model learned from the other folds."""
    found: list[list[float]] = [[]] * len(samples)
    for k in range(max(fold) + 1):
        seen = [sample for sample, at in zip(samples, fold, strict=True) if at != k]
        names, words = word_weights(seen)
        learned = Labeller(read_trees(boost(seen)), names, words)
        reader = new_reader(words, names)
        for index, sample in enumerate(samples):
            if fold[index] == k:
                found[index] = score_by(learned, reader, sample.page, sample.signals).body
    return found


def report(samples: Sequence[Sample], results: Sequence[Result], worst: int) -> None:
    """Print the scores of each half of each folder, and the worst pages of its open half."""
    pages = defaultdict(list)
    for sample, result in zip(samples, results, strict=True):
        pages[sample.folder, sample.aside].append((sample, result.scores))
    for (folder, aside), found in sorted(pages.items(), key=lambda item: item[0]):
        scores_of_half = summarise([scores for _, scores in found])
        print(f"{folder:16}{HALVES[aside]:6}{len(found):5}  {_line(scores_of_half)}")
        ranked = sorted(found, key=lambda page: body_f1(page[1]))
        for sample, scores in ranked[: 0 if aside else worst]:
            print(f"  {sample.gold['id']} {sample.gold.get('url')}  {_line(summarise([scores]))}")


def _line(scores: Mapping[str, float]) -> str:
    return "  ".join(f"{MEASURES[key][0]} {value:.4f}" for key, value in scores.items())


if __name__ == "__main__":
    main()
