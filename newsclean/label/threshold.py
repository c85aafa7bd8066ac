"""From which score on a block is body, page by page."""

from __future__ import annotations

from collections.abc import Sequence

# Bounds of the threshold. Cross-validated by site, body F1 of articles moves by less than 0.001
# when the lower one is anywhere from 0.05 to 0.25, and pages that are no articles lose least at
# 0.15.
LOWEST, HIGHEST = 0.15, 0.5


def best_threshold(scores: Sequence[float], words: Sequence[float]) -> float:
    """The score from which blocks are body so that the expected F1 of the page's words is highest.

    On most pages it is a half; on a page that is strange to the labeller, where all scores are low,
    it is lower. (Lipton, Elkan and Narayanaswamy, Optimal Thresholding of Classifiers to Maximize
    F1 Measure, 2014.)

    >>> best_threshold([0.9, 0.3, 0.01], [100, 100, 100])
    0.5
    >>> best_threshold([0.4, 0.3, 0.01], [100, 100, 100])
    0.3
    """
    pairs = [pair for pair in zip(scores, words, strict=True) if pair[0]]
    expected = sum(score * count for score, count in pairs)
    right = kept = best = 0.0
    threshold = HIGHEST
    for score, count in sorted(pairs, reverse=True):
        right += score * count
        kept += count
        f1 = 2 * right / (kept + expected or 1)
        if f1 > best:
            best, threshold = f1, score
    return min(max(threshold, LOWEST), HIGHEST)
