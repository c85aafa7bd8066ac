"""Measure how the time of an extraction grows with the size of a page, along one axis at a time.

    python -m tests.hostile.growth [AXIS]

For each axis the page is made 32 times as large, and then as large as 100,000 elements. The
exponent is the slope of CPU time over size on logarithmic scales: 1 is linear, 2 is quadratic. The
time of a page without the axis is subtracted. The exit status is 1 if an exponent is over its
bound.
"""

from __future__ import annotations

import gc
import json
import math
import sys
import time
from collections.abc import Callable, Sequence

import newsclean
from tests.hostile.article import ARTICLE, PARAGRAPHS, page

WORDS = PARAGRAPHS[0]
AXES: dict[str, tuple[int, Callable[[int], str]]] = {
    "paragraphs": (60, lambda n: page(after="".join(f"<p>{i}: {WORDS}</p>" for i in range(n)))),
    "long paragraph": (100, lambda n: page(after=f"<p>{WORDS * n}</p>")),
    "links": (
        100,
        lambda n: page(
            after="".join(
                f'<li><a href="/{i}.html">A story of the day {i}</a></li>' for i in range(n)
            )
        ),
    ),
    "links in a paragraph": (
        600,
        lambda n: page(
            after="<p>" + "".join(f'<a href="/{i}.html">Story {i}</a> ' for i in range(n))
        ),
    ),
    "depth": (2000, lambda n: page(body="<div class=content>" * n + ARTICLE)),
    "depth with text": (
        60,
        lambda n: page(after="".join(f"<div class=c{i}>Read more of this {i}" for i in range(n))),
    ),
    "copies": (90, lambda n: page(body=ARTICLE * (n // 9))),
    "credit lines": (
        100,
        lambda n: page(
            after="".join(f"<p>编辑：林青 责任编辑：杨格{i} 审核：周远</p>" for i in range(n))
        ),
    ),
    "headings": (
        100,
        lambda n: page(after="".join(f"<h2>What was said on day {i}</h2>" for i in range(n))),
    ),
    "date lines": (
        100,
        lambda n: page(
            before="".join(f"<p class=date>2024-05-10 06:58:{i % 60:02}</p>" for i in range(n))
        ),
    ),
    "times": (
        400,
        lambda n: page(
            after="<p>"
            + "".join(
                f'<time datetime="2024-05-10T06:58:{i % 60:02}Z">May 10</time> ' for i in range(n)
            )
        ),
    ),
    "bylines": (
        100,
        lambda n: page(
            before="".join(f"<p class=author>By Jo Roe and Max Poe {i}</p>" for i in range(n))
        ),
    ),
    "meta tags": (
        800,
        lambda n: page(head="".join(f'<meta name="author{i}" content="Jo Roe">' for i in range(n))),
    ),
    "equal meta tags": (800, lambda n: page(head='<meta name="author" content="Jo Roe">' * n)),
    "JSON-LD": (
        300,
        lambda n: page(
            head=_json_ld(
                [
                    {"@type": "NewsArticle", "headline": f"A{i}", "author": {"name": "Jo"}}
                    for i in range(n)
                ]
            )
        ),
    ),
    "JSON-LD authors": (
        300,
        lambda n: page(
            head=_json_ld(
                {"@type": "NewsArticle", "author": [{"name": f"Jo Roe {i}"} for i in range(n)]}
            )
        ),
    ),
    "JSON-LD body": (
        60,
        lambda n: page(
            head=_json_ld({"@type": "NewsArticle", "articleBody": " ".join(_lines(n))}),
            after="<p>".join(_lines(n)),
        ),
    ),
    "pictures": (
        100,
        lambda n: page(
            after="".join(f'<img src="/{i}.jpg" alt="View {i}"><p>x {i}</p>' for i in range(n))
        ),
    ),
    "table cells": (
        100,
        lambda n: page(
            after="<table>" + "".join(f"<tr><td>{i}<td>{i * i}</tr>" for i in range(n)) + "</table>"
        ),
    ),
    "broken-off teasers": (
        100,
        lambda n: page(
            after="".join(
                f"<p>Teaser number {i} of the many that there are and bre…</p>" for i in range(n)
            )
        ),
    ),
    "plain lines": (100, lambda n: "\n".join((*PARAGRAPHS, *(f"{i}: {WORDS}" for i in range(n))))),
}
TIMES = (1, 2, 4, 8, 16, 32)
MOST = 100_000
BOUND, BOUND_OF_MOST = 1.05, 1.1


def _lines(count: int) -> list[str]:
    return [f"{i}: {WORDS}" for i in range(count)]


def _json_ld(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def seconds(make: Callable[[int], str], size: int, floor: float) -> float:
    """The CPU time of one extraction, the best of a few, less that of a page without the
    axis.
    """
    text = make(size)
    best = math.inf
    for _ in range(5 if size < 10_000 else 3 if size < MOST else 1):
        gc.collect()
        began = time.process_time()
        newsclean.extract(text)
        best = min(best, time.process_time() - began)
    return max(best - floor, 1e-4)


def timed(make: Callable[[int], str], sizes: Sequence[int]) -> tuple[list[float], float]:
    """The seconds at each size, and at 100,000 elements."""
    floor = seconds(make, 0, 0.0)
    return [seconds(make, size, floor) for size in sizes], seconds(make, MOST, floor)


def slope(sizes: Sequence[int], times: Sequence[float]) -> float:
    """The exponent: least squares on the logarithms.

    >>> round(slope([1, 2, 4], [3.0, 12.0, 48.0]), 6)
    2.0
    """
    xs, ys = [math.log(size) for size in sizes], [math.log(spent) for spent in times]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum(
        (a - x) ** 2 for a in xs
    )


def main(word: str = "") -> int:
    """Print a line for each axis, and return whether one is too steep."""
    newsclean.extract(page())
    worst = 0
    print(f"{'axis':22} {'32 times':>9} {'to 100k':>9}   seconds at each size")
    for name, (base, make) in AXES.items():
        if word not in name:
            continue
        sizes = [base * times for times in TIMES]
        times, most = timed(make, sizes)
        near, far = slope(sizes, times), slope([*sizes[3:], MOST], [*times[3:], most])
        wrong = near > BOUND or far > BOUND_OF_MOST
        worst += wrong
        print(
            f"{name:22} {near:9.3f} {far:9.3f}  "
            f" {' '.join(f'{t:.3f}' for t in (*times, most))}{'  too steep' * wrong}",
            flush=True,
        )
    return bool(worst)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
