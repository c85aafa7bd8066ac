"""Train, and measure by site: `python -m tools.train DATA... [--out newsclean/weights.json] [--cross-validate]`."""

from __future__ import annotations

import argparse
import json
import random
import statistics
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.score import score_page
from newsclean.features import NAMES
from newsclean.label import best_cut
from newsclean.model import Article, Kind, Paragraph
from tools.train.learn import boost, flatten, rows_of, tables
from tools.train.pages import Sample, read_samples

FOLDS = 5
# A repeated block this long is a copy, which a later stage takes out.
COPY_LENGTH = 60


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, nargs="+", help="folders with pages/ and gold/")
    parser.add_argument("--out", type=Path, help="write the weights of all the pages here")
    parser.add_argument("--cross-validate", action="store_true", help="print scores of pages by models that saw no page of their site")
    arguments = parser.parse_args()
    samples = [sample for folder in arguments.data for sample in read_samples(folder) if sample.page.blocks]
    if arguments.cross_validate:
        report(samples, out_of_fold(samples))
    if arguments.out:
        names, words = tables(samples)
        trees = flatten(boost([rows_of(sample, names, words) for sample in samples], samples))
        found = {"features": NAMES, "trees": trees, "names": names, "words": words}
        arguments.out.write_text(json.dumps(found, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n", "utf-8")


def folds(samples: Sequence[Sample]) -> list[int]:
    """The fold of each sample: all pages of a site are in one."""
    sites = sorted({sample.site for sample in samples})
    random.Random(0).shuffle(sites)
    fold = {site: index % FOLDS for index, site in enumerate(sites)}
    return [fold[sample.site] for sample in samples]


def out_of_fold(samples: Sequence[Sample]) -> list[np.ndarray]:
    """For each sample, its blocks' probabilities by a model that saw no page of its site."""
    fold = folds(samples)
    found: list[np.ndarray] = [np.zeros(0)] * len(samples)
    for k in range(FOLDS):
        seen = [sample for sample, at in zip(samples, fold, strict=True) if at != k]
        names, words = tables(seen)
        model = boost([rows_of(sample, names, words) for sample in seen], seen)
        for index, sample in enumerate(samples):
            if fold[index] == k:
                found[index] = model.predict(rows_of(sample, names, words))
    return found


def body_of(sample: Sample, scores: np.ndarray) -> list[str]:
    """The texts of the blocks that are body, long repeats left out."""
    kept: list[str] = []
    threshold = best_cut(scores.tolist(), sample.lengths)
    for block, score in zip(sample.page.blocks, scores, strict=True):
        if score >= threshold and not (len(block.text) > COPY_LENGTH and block.text in kept):
            kept.append(block.text)
    return kept


def report(samples: Sequence[Sample], scores: Sequence[np.ndarray]) -> None:
    """Print the mean scores of each folder."""
    pages = defaultdict(list)
    for sample, of_blocks in zip(samples, scores, strict=True):
        paragraphs = tuple(Paragraph(Kind.PARAGRAPH, text) for text in body_of(sample, of_blocks))
        pages[sample.folder].append(score_page(Article(paragraphs=paragraphs), sample.gold))
    for folder, found in pages.items():
        means = "  ".join(f"{key} {statistics.fmean(page[key] for page in found):.4f}" for key in ("f1", "precision", "recall", "words"))
        print(f"{folder:16}{len(found):5}  {means}")


if __name__ == "__main__":
    main()
