"""Train, and measure by site: `python -m tools.train DATA... [--out newsclean/learned/labeller.json]`.

Every page is first answered by weights that saw no page of its site. What those answers score is printed; how sure newsclean is of a result
is learned from them; then the weights of all pages are written.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from benchmarks.score import MEASURES, summarise
from newsclean.assemble.quality import SIGNALS
from newsclean.label.features import NAMES
from newsclean.learned.trees import Trees
from tools.train.judge import OTHER_PAGE, Result, apply, fit, is_right, reliability, result_of
from tools.train.learn import boost, features_of, tables
from tools.train.pages import FOLDS, Sample, folds, read_samples

# The folder of pages that are no articles.
OTHERS = "other-types"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="+", help="folders with pages/ and gold/")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="list the N pages of each folder that are answered worst")
    parser.add_argument("--out", type=Path, help="write the weights of all the pages here")
    arguments = parser.parse_args()
    samples = [sample for folder in arguments.data for sample in read_samples(folder) if sample.page.blocks]
    results = [result_of(sample, scores) for sample, scores in zip(samples, out_of_fold(samples), strict=True)]
    report(samples, results, arguments.worst)
    quality, article = judgements(samples, results)
    if arguments.out:
        names, words = tables(samples)
        found = {
            "features": NAMES,
            "trees": boost(samples, names, words),
            "names": names,
            "words": words,
            "signals": SIGNALS,
            "quality": quality,
            "article": article,
        }
        arguments.out.write_text(json.dumps(found, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n", "utf-8")


def judgements(samples: Sequence[Sample], results: Sequence[Result]) -> tuple[list[float], list[float]]:
    """The weights of quality, learned from articles, and those of being an article; prints how well they do on sites they never saw."""
    article = np.array([sample.folder != OTHERS for sample in samples])
    right = np.array([is_right(result) for result in results])
    fold = np.array(folds([sample.site for sample in samples]))
    sure, is_article = np.zeros(len(samples)), np.zeros(len(samples))
    for k in range(FOLDS):
        seen, unseen = fold != k, [result for result, at in zip(results, fold, strict=True) if at == k]
        for found, truth, weight in ((sure, right, 1.0), (is_article, article, OTHER_PAGE)):
            learned = fit([result for result, at in zip(results, seen, strict=True) if at], truth[seen], weight)
            found[fold == k] = apply(learned, unseen)
    print(*reliability(sure, right), sep="\n")
    taken = is_article >= 0.5
    of_articles, of_others = taken[article], taken[~article]
    print(f"articles taken for one: {of_articles.mean():.3f} of {len(of_articles)}; others: {of_others.mean():.3f} of {len(of_others)}")
    return fit(results, right), fit(results, article, OTHER_PAGE)


def out_of_fold(samples: Sequence[Sample]) -> list[list[float]]:
    """For each sample, its blocks' probabilities by a model that saw no page of its site."""
    fold = folds([sample.site for sample in samples])
    found: list[list[float]] = [[]] * len(samples)
    for k in range(FOLDS):
        seen = [sample for sample, at in zip(samples, fold, strict=True) if at != k]
        names, words = tables(seen)
        trees = Trees.of(boost(seen, names, words))
        for index, sample in enumerate(samples):
            if fold[index] == k:
                table = features_of(sample, names, words)
                found[index] = table.spread(trees.probabilities(table.parts))
    return found


def report(samples: Sequence[Sample], results: Sequence[Result], worst: int) -> None:
    """Print the scores of each folder, and its worst pages."""
    pages = defaultdict(list)
    for sample, result in zip(samples, results, strict=True):
        pages[sample.folder].append((sample, result.scores))
    for folder, found in pages.items():
        print(f"{folder:16}{len(found):5}  {_line(summarise([scores for _, scores in found]))}")
        for sample, scores in sorted(found, key=lambda page: float(page[1]["f1"]))[:worst]:
            print(f"  {sample.gold['id']} {sample.gold.get('url')}  {_line(summarise([scores]))}")


def _line(scores: Mapping[str, float]) -> str:
    return "  ".join(f"{MEASURES[key][0]} {value:.4f}" for key, value in scores.items())


if __name__ == "__main__":
    main()
