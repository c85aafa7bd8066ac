"""Measure how long each stage takes, beside lxml and other extractors, and print Markdown tables.

    python -m benchmarks.speed DATA... [--every N] [--peers] [--growth] [--memory] [--import]

All times are CPU time of one thread, the best of several runs of a page. A stage is given as a
multiple of lxml's parse of the same bytes, measured between its runs, because such ratios hardly
depend on the machine and on what else it does. Pages are in the format of `benchmarks.run`; without
DATA the fixtures are measured.
"""

from __future__ import annotations

import argparse
import importlib
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import lxml.html

import newsclean
from benchmarks.data import read_gold, read_page
from newsclean.assemble import assemble
from newsclean.collapse import collapse
from newsclean.decode import decode
from newsclean.label import label_displayed
from newsclean.parse import parse

FIXTURES = Path(__file__).parent.parent / "fixtures"
STAGES = ("decode", "parse", "label", "collapse", "fields and assembly")
# The best of fewer runs is still 10 % off on a machine that does other things.
RUNS = 5
FACTORS = (1, 4, 16, 64)
HOURS_FOR_A_BILLION = 1e9 / 3600
# What each program does, for the time that a process needs until its first page is read.
FIRST_PAGE = {
    "python": "pass",
    "import newsclean": "import newsclean",
    "newsclean, first page": "import newsclean; newsclean.extract(page)",
    "import trafilatura": "import trafilatura",
    "trafilatura, first page": (
        "import trafilatura; trafilatura.bare_extraction(page, with_metadata=True)"
    ),
}


class Timed(NamedTuple):
    """The CPU seconds that a page took: lxml's parse, each stage, and other extractors."""

    name: str
    lxml: float
    stages: tuple[float, ...]
    peers: Mapping[str, float]

    @property
    def total(self) -> float:
        return sum(self.stages)


def time_page(name: str, page: bytes, peers: Mapping[str, Callable[[bytes], object]]) -> Timed:
    """The least time of several runs for lxml, for each stage and for each peer."""
    runs = [_run(page) for _ in range(RUNS)]
    return Timed(
        name,
        min(lxml_time for lxml_time, _ in runs),
        tuple(min(times) for times in zip(*(stages for _, stages in runs), strict=True)),
        {peer: min(_seconds(extract, page) for _ in range(2)) for peer, extract in peers.items()},
    )


def _run(page: bytes) -> tuple[float, list[float]]:
    clock = time.thread_time
    lxml_time = _seconds(lxml.html.document_fromstring, page)
    times = [clock()]
    decoded = decode(page)
    times.append(clock())
    parsed = parse(decoded.text)
    times.append(clock())
    parsed, labels = label_displayed(parsed)
    times.append(clock())
    copies = collapse(parsed, labels.body, labels.scores)
    times.append(clock())
    assemble(decoded, parsed, labels, copies)
    times.append(clock())
    return lxml_time, [end - start for start, end in pairwise(times)]


def _seconds(extract: Callable[[bytes], object], page: bytes) -> float:
    start = time.thread_time()
    try:
        extract(page)
    except Exception as error:  # a peer may fail on a page; what it took until then counts
        print(f"{type(error).__name__}: {error}"[:100], file=sys.stderr)
    return time.thread_time() - start


def peers() -> dict[str, Callable[[bytes], object]]:
    """The other extractors that are installed, by name."""
    found: dict[str, Callable[[bytes], object]] = {}
    if trafilatura := _module("trafilatura"):
        found["trafilatura"] = lambda page: trafilatura.bare_extraction(page, with_metadata=True)
    if readability := _module("readability"):
        found["readability-lxml"] = lambda page: readability.Document(
            page.decode("utf-8", "replace")
        ).summary()
    if resiliparse := _module("resiliparse.extract.html2text"):
        found["resiliparse"] = lambda page: resiliparse.extract_plain_text(
            page.decode("utf-8", "replace"), main_content=True
        )
    return found


def _module(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def stage_table(rows: Mapping[str, Sequence[Timed]]) -> Iterator[str]:
    """Yield a Markdown table with a column for each set of pages."""
    yield f"| CPU time, lxml's parse = 1 | {' | '.join(rows)} |"
    yield f"|---|{'--:|' * len(rows)}"
    lxml_times = [sum(page.lxml for page in pages) for pages in rows.values()]
    for name, times in _times_by_row(rows):
        shares = (f"{time / least:.2f}" for time, least in zip(times, lxml_times, strict=True))
        yield f"| {name} | {' | '.join(shares)} |"
    rates = [len(pages) / sum(page.total for page in pages) for pages in rows.values()]
    yield f"| newsclean, pages a second on a core | {' | '.join(f'{r:.0f}' for r in rates)} |"
    hours = (f"{HOURS_FOR_A_BILLION / rate:,.0f}" for rate in rates)
    yield f"| newsclean, core-hours for a billion pages | {' | '.join(hours)} |"
    yield f"| pages | {' | '.join(str(len(pages)) for pages in rows.values())} |"


def _times_by_row(rows: Mapping[str, Sequence[Timed]]) -> Iterator[tuple[str, list[float]]]:
    """Yield each stage, the whole, and each peer, with the seconds that each set took."""
    sets = list(rows.values())
    for index, stage in enumerate(STAGES):
        yield stage, [sum([page.stages[index] for page in pages]) for pages in sets]
    yield "**newsclean**", [sum(page.total for page in pages) for pages in sets]
    for peer in sets[0][0].peers:
        yield peer, [sum([page.peers[peer] for page in pages]) for pages in sets]


def slowest_table(rows: Mapping[str, Sequence[Timed]], count: int = 5) -> Iterator[str]:
    """Yield a Markdown table of the pages that took longest."""
    pages = sorted((page for own in rows.values() for page in own), key=lambda page: -page.total)
    yield from ("| slowest pages | ms | lxml's parse = 1 |", "|---|--:|--:|")
    for page in pages[:count]:
        yield f"| {page.name} | {page.total * 1000:.0f} | {page.total / page.lxml:.1f} |"


def growth_table() -> Iterator[str]:
    """Yield a Markdown table of what an article costs that is 1 to 64 times as long."""
    yield "| paragraphs | kB | ms | µs a paragraph | lxml's, µs a paragraph |"
    yield "|--:|--:|--:|--:|--:|"
    for factor in FACTORS:
        paragraphs = "".join(
            f"<p>On day {number} the ferry sailed {number * 7 % 90} times, the harbour office "
            f"said, and {number * 13 % 400} people were on board when it left.</p>"
            for number in range(20 * factor)
        )
        page = f"<title>Ferry diary</title><h1>Ferry diary</h1>{paragraphs}".encode()
        timed = time_page("", page, {})
        each = [f"{seconds * 1e6 / 20 / factor:.1f}" for seconds in (timed.total, timed.lxml)]
        figures = f"{len(page) / 1000:.0f} | {timed.total * 1000:.0f} | {' | '.join(each)}"
        yield f"| {20 * factor} | {figures} |"


def memory_of(pages: Sequence[bytes]) -> float:
    """By how many megabytes the peak memory of this process grows over these pages."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for page in pages:
        newsclean.extract(page)
    return (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024


def first_page_table() -> Iterator[str]:
    """Yield a Markdown table of the CPU time of processes that import and read one page."""
    times = {name: _process(program) for name, program in FIRST_PAGE.items() if _can_run(program)}
    yield from ("| process | ms above python | trafilatura = 1 |", "|---|--:|--:|")
    for name, seconds in times.items():
        if name == "python":
            continue
        above = seconds - times["python"]
        peer = name.replace("newsclean", "trafilatura")
        ratio = f"{above / (times[peer] - times['python']):.2f}" if peer in times else ""
        yield f"| {name} | {above * 1000:.0f} | {ratio} |"


def _can_run(program: str) -> bool:
    return "trafilatura" not in program or _module("trafilatura") is not None


def _process(program: str) -> float:
    """The least CPU seconds of several processes that run a program."""
    page = FIXTURES / "city-paper-utf8" / "page.html"
    whole = f"page = open({str(page)!r}, 'rb').read()\n{program}"
    return min(_children(whole) for _ in range(RUNS))


def _children(program: str) -> float:
    def used() -> float:
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return usage.ru_utime + usage.ru_stime

    before = used()
    # Modules are read as an installed package has them: compiled once, and kept.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run([sys.executable, "-c", program], check=True, env=environment)
    return used() - before


def read_sets(folders: Sequence[Path], every: int) -> dict[str, list[tuple[str, bytes]]]:
    """The pages of each folder by name; of none, the fixtures."""
    if not folders:
        pages = sorted(FIXTURES.glob("*/page.html"))[::every]
        return {"fixtures": [(page.parent.name, page.read_bytes()) for page in pages]}
    return {
        folder.name: [
            (str(gold["id"]), read_page(folder, gold)) for gold in read_gold(folder)[::every]
        ]
        for folder in folders
    }


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("folders", type=Path, nargs="*", metavar="DATA")
    parser.add_argument("--every", type=int, default=1, help="measure every Nth page")
    parser.add_argument("--peers", action="store_true", help="measure other extractors too")
    parser.add_argument("--growth", action="store_true", help="pages of 1 to 64 times the length")
    parser.add_argument("--memory", action="store_true", help="growth of the process")
    parser.add_argument("--import", dest="imports", action="store_true", help="the first page")
    options = parser.parse_args(arguments)
    sets = read_sets(options.folders, options.every)
    if options.memory:
        pages = [page for own in sets.values() for _, page in own]
        print(f"memory: {memory_of(pages):.1f} MB over {len(pages)} pages\n")
    newsclean.warm_up()
    others = peers() if options.peers else {}
    rows = {
        name: [time_page(page_id, page, others) for page_id, page in pages]
        for name, pages in sets.items()
    }
    print(f"newsclean is {newsclean.speed()}\n")
    print(*stage_table(rows), "", *slowest_table(rows), sep="\n")
    if options.growth:
        print("", *growth_table(), sep="\n")
    if options.imports:
        print("", *first_page_table(), sep="\n")


if __name__ == "__main__":
    main()
