"""Score newsclean and other extractors on the same pages, and print a Markdown table.

    python -m benchmarks.peers DATA/news-zh DATA/news-world --half aside --most 60

Each extractor runs in a process of its own, with its defaults. One that is not installed has no
row, and none is told the language of a page. Those that take text get the text that newsclean
decoded, and decoding is not in their time. Times are CPU times. Memory is the most that the process
held, with Python and the extractor.
"""

from __future__ import annotations

import argparse
import multiprocessing
import re
import resource
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

import newsclean
from benchmarks.data import Gold, read_gold, read_page
from benchmarks.run import SECONDS, limit_seconds, put_table
from benchmarks.score import Scores, score_page, summarise
from newsclean import Article, Kind, Limits, Paragraph
from newsclean.decode import decode
from newsclean.model import Budget
from tools.split import HALVES, is_aside, site_of

FIELDS = ("title", "day", "authors")
# lxml refuses text that declares an encoding.
DECLARATION = re.compile(r"\A\s*<\?xml[^>]*>")
NAME_SEPARATORS = re.compile(r"\s*[;,、]\s*")


class Given(NamedTuple):
    """A page as bytes and as text, and its address."""

    page: bytes
    text: str
    url: str | None


Extractor = Callable[[Given], Article]


def _article(body: str | None, title: Any = None, date: Any = None, authors: Any = ()) -> Article:
    names = NAME_SEPARATORS.split(authors or "") if isinstance(authors, str | None) else authors
    return Article(
        paragraphs=(Paragraph(Kind.PARAGRAPH, body or ""),),
        title=title or None,
        date=_date(date),
        authors=tuple(name for name in names if name),
    )


def _date(found: Any) -> datetime | None:
    if isinstance(found, str):
        with suppress(ValueError):
            return datetime.fromisoformat(found.strip())
        return None
    return found or None


def load_newsclean() -> Extractor:
    newsclean.warm_up()
    return lambda given: newsclean.extract(given.page, url=given.url)


def load_trafilatura() -> Extractor:
    extract = import_module("trafilatura").bare_extraction

    def run(given: Given) -> Article:
        found = extract(given.page, url=given.url, with_metadata=True, include_comments=False)
        return _article(found.text, found.title, found.date, found.author) if found else Article()

    return run


def load_readability() -> Extractor:
    document, html = import_module("readability").Document, import_module("lxml.html")

    def run(given: Given) -> Article:
        found = document(given.text, url=given.url)
        body = html.fromstring(found.summary(html_partial=True))
        return _article("\n".join(body.itertext()), found.short_title())

    return run


def load_newspaper() -> Extractor:
    newspaper = import_module("newspaper")
    # It loads its dictionary of Chinese words on the first Chinese page, where it is installed.
    with suppress(ImportError):
        import_module("jieba").initialize()

    def run(given: Given) -> Article:
        found = newspaper.Article(given.url or "https://example.org/", fetch_images=False)
        found.download(input_html=given.text, ignore_read_more=True)
        found.parse()
        return _article(found.text, found.title, found.publish_date, found.authors)

    return run


def load_gne() -> Extractor:
    extractor = import_module("gne").GeneralNewsExtractor()

    def run(given: Given) -> Article:
        found = extractor.extract(given.text)
        names, date = found["author"], found["publish_time"]
        return _article(found["content"], found["title"], date, names)

    return run


EXTRACTORS: dict[str, tuple[Callable[[], Extractor], tuple[str, ...]]] = {
    "newsclean": (load_newsclean, FIELDS),
    "trafilatura": (load_trafilatura, FIELDS),
    "readability-lxml": (load_readability, ("title",)),
    "newspaper4k": (load_newspaper, FIELDS),
    "gne": (load_gne, FIELDS),
}
"""For each distribution, how it is loaded, and the fields that it offers."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one extractor did: the scores of each folder, CPU milliseconds, and megabytes."""

    scores: dict[str, list[Scores]]
    milliseconds: list[float]
    megabytes: float


def run_all(name: str, pages: dict[Path, list[Gold]]) -> Run:
    """Extract all pages with one extractor, in this process."""
    extractor, milliseconds = EXTRACTORS[name][0](), list[float]()
    scores: dict[str, list[Scores]] = {}
    for folder, golds in pages.items():
        for gold in golds:
            article, spent = _timed(extractor, read_page(folder, gold), gold.get("url"))
            milliseconds.append(spent)
            scores.setdefault(folder.name, []).append(score_page(article, gold))
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return Run(scores, milliseconds, kilobytes / 1024)


def _timed(extractor: Extractor, page: bytes, url: str | None) -> tuple[Article | None, float]:
    text = decode(page, None, Limits(), Budget(SECONDS)).text
    given = Given(page, DECLARATION.sub("", text), url)
    start, article = time.process_time(), None
    try:
        with limit_seconds(SECONDS):
            article = extractor(given)
    except Exception as error:  # a failure scores 0, and the next page is next
        print(f"{type(error).__name__}: {error}"[:200], file=sys.stderr)
    return article, (time.process_time() - start) * 1000


def table(runs: dict[str, Run], pages: dict[Path, list[Gold]]) -> str:
    """A Markdown table with a row for each extractor."""
    with_body = [
        folder.name
        for folder, golds in pages.items()
        if any(gold.get("body") is not None for gold in golds)
    ]
    head = ["", *(f"body F1, {name}" for name in with_body), *FIELDS, "ms median", "MB"]
    rows = [head, ["---", *["---:"] * (len(head) - 1)]]
    for name, run in runs.items():
        bodies = [f"{summarise(run.scores[folder])['f1']:.3f}" for folder in with_body]
        total = summarise(scores for folder in run.scores.values() for scores in folder)
        offered = EXTRACTORS[name][1]
        fields = [f"{total[key]:.3f}" if key in offered else "–" for key in FIELDS]
        costs = [f"{statistics.median(run.milliseconds):.0f}", f"{run.megabytes:.0f}"]
        rows.append([f"{name} {_version(name)}", *bodies, *fields, *costs])
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _version(name: str) -> str:
    return newsclean.__version__ if name == "newsclean" else version(name)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.peers",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("data", type=Path, nargs="+", metavar="DATA")
    parser.add_argument("--half", choices=HALVES, help="only the sites of this half (both)")
    most = "at most so many pages of each folder, evenly spread (all)"
    parser.add_argument("--most", type=int, metavar="N", help=most)
    parser.add_argument("--only", choices=EXTRACTORS, action="append", help="only this one (all)")
    parser.add_argument("--into", type=Path, metavar="FILE", help="put the table between its marks")
    options = parser.parse_args(arguments)
    pages = {folder: _chosen(folder, options.half, options.most) for folder in options.data}
    runs = {}
    for name in options.only or EXTRACTORS:
        with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
            try:
                runs[name] = pool.submit(run_all, name, pages).result()
            except ModuleNotFoundError as error:
                print(f"{name} is left out: {error}", file=sys.stderr)
    for folder, golds in pages.items():
        print(f"{folder.name}: {len(golds)} pages")
    print(table(runs, pages), end="")
    if options.into:
        put_table(options.into, table(runs, pages))


def _chosen(folder: Path, half: str | None, most: int | None) -> list[Gold]:
    golds = read_gold(folder)
    if half:
        golds = [gold for gold in golds if HALVES[is_aside(site_of(gold))] == half]
    step = len(golds) / min(most or len(golds), len(golds))
    return [golds[int(index * step)] for index in range(int(len(golds) / step + 0.5))]


if __name__ == "__main__":
    main()
