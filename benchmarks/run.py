"""Score newsclean on folders of pages, and print a Markdown table.

A folder has `pages/<id>.html.gz` and `gold/<id>.json`. An exception, or more than 30 seconds,
scores 0. Times are CPU times. "x lxml" is the time of newsclean, with decoding and parsing, over
that of lxml's parse of the same bytes, which is measured in the same process just before each page.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import signal
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

import lxml.html

import newsclean
from benchmarks.data import Gold, read_gold, read_page
from benchmarks.score import MEASURES, Scores, score_page, summarise
from tools.split import HALVES, is_aside, site_of

SECONDS = 30  # wall clock for one page
BEGIN, END = "<!-- table: begin -->\n", "<!-- table: end -->\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The scores and times of one page. Times are milliseconds of CPU time."""

    id: str
    url: str | None
    aside: bool
    scores: Scores
    ms: float
    lxml_ms: float
    characters: int
    empty: bool
    error: str = ""


def run_page(folder: Path, gold: Gold) -> Result:
    """Extract one page, measure the time, and score the article."""
    page, url = read_page(folder, gold), gold.get("url")
    article, error = None, ""
    lxml_ms = _lxml_ms(page)
    start = time.process_time()
    try:
        with limit_seconds(SECONDS):
            article = newsclean.extract(page, url=url)
    except Exception as exception:  # a benchmark reports every failure and goes on
        error = f"{type(exception).__name__}: {exception}"[:300]
    ms = (time.process_time() - start) * 1000
    empty = (
        article is not None
        and not article.body.strip()
        and bool(gold.get("body") or gold.get("must"))
    )
    characters = len(article.body) if article else 0
    scores = score_page(article, gold)
    return Result(
        id=gold["id"],
        url=url,
        aside=is_aside(site_of(gold)),
        scores=scores,
        ms=ms,
        lxml_ms=lxml_ms,
        characters=characters,
        empty=empty,
        error=error,
    )


def run_folder(folder: Path, golds: Sequence[Gold], jobs: int) -> list[Result]:
    """The results of all pages of a folder, computed by `jobs` processes."""
    warm_up = partial(_warm_up, read_page(folder, golds[0]))
    with ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), warm_up) as pool:
        return list(pool.map(partial(run_page, folder), golds))


def _warm_up(page: bytes) -> None:
    """Load modules and tables before any time is measured."""
    try:
        newsclean.extract(page)
    except Exception as exception:
        print(f"warm-up: {exception}", file=sys.stderr)


def _lxml_ms(page: bytes) -> float:
    start = time.process_time()
    with suppress(lxml.etree.LxmlError, ValueError):
        lxml.html.document_fromstring(page)
    return (time.process_time() - start) * 1000


@contextmanager
def limit_seconds(seconds: float) -> Iterator[None]:
    """Raise TimeoutError after so many seconds of wall-clock time."""

    def stop(*_: object) -> None:
        raise TimeoutError(f"more than {seconds} s")

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def with_halves(results: dict[str, list[Result]]) -> dict[str, list[Result]]:
    """The pages of each folder, followed by those of its halves if it has both."""
    rows = {}
    for name, pages in results.items():
        rows[name] = pages
        halves = [[page for page in pages if page.aside is aside] for aside in (False, True)]
        if all(halves):
            rows |= dict(zip([f"{name}, {half}" for half in HALVES], halves, strict=True))
    return rows


def table(results: dict[str, list[Result]]) -> str:
    """A Markdown table with a row for each folder and each half.

    It has no column for a measure that no folder has.
    """
    results = with_halves(results)
    totals = {name: summarise(result.scores for result in pages) for name, pages in results.items()}
    measures = [key for key in MEASURES if any(key in total for total in totals.values())]
    head = [
        "set",
        "pages",
        *(MEASURES[key][0] for key in measures),
        "errors/empty",
        "ms median",
        "ms p99",
        "x lxml",
    ]
    rows = [head, ["---", *["---:"] * (len(head) - 1)]]
    for name, pages in results.items():
        values = (f"{totals[name][key]:.3f}" if key in totals[name] else "–" for key in measures)
        rows.append([name, str(len(pages)), *values, *_costs(pages)])
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _costs(pages: Sequence[Result]) -> list[str]:
    times = sorted(page.ms for page in pages)
    errors, empty = sum(bool(page.error) for page in pages), sum(page.empty for page in pages)
    multiple = sum(times) / sum(page.lxml_ms for page in pages)
    return [
        f"{errors}/{empty}",
        f"{statistics.median(times):.1f}",
        f"{times[min(len(times) - 1, len(times) * 99 // 100)]:.1f}",
        f"{multiple:.2f}",
    ]


def worst(pages: Sequence[Result], count: int) -> str:
    """A line for each page of the open half with the lowest body F1."""
    lines = []
    shown = [page for page in pages if not page.aside]
    for page in sorted(shown, key=lambda page: page.scores.get("f1", 1.0))[:count]:
        numbers = " ".join(
            f"{key}={page.scores[key]:.3f}"
            for key in ("f1", "precision", "recall")
            if key in page.scores
        )
        wrong = ",".join(key for key, value in page.scores.items() if value is False) or "-"
        lines.append(
            f"{page.id}  {numbers}  characters={page.characters}  wrong={wrong}  {page.error} "
            f" {page.url or ''}\n"
        )
    return "".join(lines)


def put_table(document: Path, text: str) -> None:
    """Replace the text between the two marks for the table in a document."""
    before, _, rest = document.read_text("utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not end:
        raise ValueError(f"{document} lacks the lines {BEGIN.strip()} and {END.strip()}")
    document.write_text(before + BEGIN + text + END + after, "utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    parser = _parser()
    options = parser.parse_args(arguments)
    results: dict[str, list[Result]] = {}
    for folder in options.data:
        golds = read_gold(folder, options.language)[: options.limit]
        if not golds:
            parser.error(f"no pages in {folder}")
        results[folder.name] = run_folder(folder, golds, options.jobs)
    print(table(results), end="")
    for name, pages in results.items() if options.worst else ():
        print(f"\nworst of {name}:\n{worst(pages, options.worst)}", end="")
    if options.json:
        options.json.write_text(json.dumps(_plain(results), ensure_ascii=False, indent=1), "utf-8")
    if options.into:
        put_table(options.into, table(results))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.run",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("data", type=Path, nargs="+", metavar="DATA", help="a folder with pages/ and gold/")
    add("--jobs", type=int, default=1, help="processes (1); times are steadiest with one")
    add("--language", default="", help="only pages whose language begins so")
    add("--limit", type=int, help="only the first pages of each folder")
    listed = "also list the worst pages of each folder, of the open half"
    add("--worst", type=int, default=0, metavar="N", help=listed)
    written = "write the scores, also those of each page of the open half"
    add("--json", type=Path, metavar="OUT", help=written)
    into = "put the table between the marks of this Markdown file"
    add("--into", type=Path, metavar="FILE", help=into)
    return parser


def _plain(results: dict[str, list[Result]]) -> dict[str, Any]:
    """The scores of each folder and half, and those of each page of the open half."""
    return {
        name: {
            "totals": summarise(page.scores for page in pages),
            "pages": [asdict(page) for page in pages if not page.aside],
        }
        for name, pages in with_halves(results).items()
    }


if __name__ == "__main__":
    main()
