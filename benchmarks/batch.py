"""Measures `newsclean batch` over an archive that it writes: rate, memory, and the gain of workers.

    python -m benchmarks.batch --pages 20000 --processes 2

Pages are composed, so that the archive can be of any size: each has a text, menus, teasers, a
script and a footer of its own. The command runs with no worker, then with workers, in processes of
their own. On a machine that is busy otherwise, the CPU time says more than the time on the wall.
With `--peers DATA`, the CPU time of real pages is measured beside that of other extractors, in one
process.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import newsclean
from benchmarks.data import read_page, read_pages
from tests.pipelines.corpus import url_of, write_warc

WORDS = (
    "the of a in to and island ferry council harbour said on Monday that it would repair bridge "
    "school river new after year people work road money plan open close week town police fire"
).split()
PEERS = ("trafilatura", "resiliparse")
PEER_PAGES = 120


class Run(NamedTuple):
    """One run of the command.

    Attributes:
        seconds: By the clock on the wall.
        cpu: CPU seconds of the command and its workers.
        peak: The most memory that the parent had, in bytes.
    """

    seconds: float
    cpu: float
    peak: int


def composed(number: int) -> bytes:
    """A page of about 20 kB that no other number has."""
    chance = random.Random(number)

    def sentence(words: int) -> str:
        return " ".join(chance.choices(WORDS, k=words)).capitalize() + "."

    menu = "".join(f"<li><a href=/s/{n}>{sentence(2)}</a></li>" for n in range(40))
    teasers = "".join(
        f"<div class=teaser><a href=/n/{n}><h3>{sentence(6)}</h3></a><p>{sentence(12)}</p></div>"
        for n in range(30)
    )
    text = "".join(
        f"<p>{' '.join(sentence(14) for _ in range(4))}</p>" for _ in range(chance.randint(6, 24))
    )
    script = f"<script>var state = {[chance.random() for _ in range(300)]};</script>"
    title = sentence(7)[:-1]
    return (
        f"<html lang=en><head><title>{title} - Post</title>{script}</head><body><ul>{menu}</ul>"
        f"<article><h1>{title}</h1><p class=byline>By Jane Roe</p><time>9 May 2024</time>{text}"
        f"</article><aside>{teasers}</aside><footer>Copyright 2024 Post</footer></body></html>"
    ).encode()


def run(archive: Path, output: Path, processes: int) -> Run:
    """Run the command once, and watch its memory."""
    command = [sys.executable, "-m", "newsclean", "batch", str(archive), "-o", str(output)]
    started, before = time.monotonic(), _cpu()
    process = subprocess.Popen([*command, "--processes", str(processes)], stderr=subprocess.DEVNULL)
    peak = 0
    while process.poll() is None:
        peak = max(peak, _peak(process.pid))
        time.sleep(0.05)
    if process.returncode:
        sys.exit(f"the command failed with {process.returncode}")
    return Run(time.monotonic() - started, _cpu() - before, peak)


def _cpu() -> float:
    """CPU seconds of all children that have ended, and of theirs."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _peak(process: int) -> int:
    """The most memory that a process has had, in bytes; 0 where that is not known."""
    try:
        status = Path(f"/proc/{process}/status").read_text("utf-8")
    except OSError:
        return 0
    lines = [line for line in status.splitlines() if line.startswith("VmHWM:")]
    return int(lines[0].split()[1]) * 1024 if lines else 0


def _real(folder: Path) -> list[bytes]:
    return [read_page(folder, gold) for gold in read_pages(folder)[:PEER_PAGES]]


def rates(pages: Sequence[bytes]) -> dict[str, float]:
    """Pages a second of CPU time, for newsclean and each peer that is installed."""
    found = {"newsclean": _rate(newsclean.extract, pages)}
    for name in PEERS:
        try:
            function = _peer(name)
        except ImportError:
            continue
        found[name] = _rate(function, pages)
    return found


def _peer(name: str) -> Callable[[bytes], Any]:
    if name == "trafilatura":
        bare: Callable[..., Any] = import_module("trafilatura").bare_extraction
        return lambda page: bare(page, with_metadata=True)
    plain: Callable[..., Any] = import_module("resiliparse.extract.html2text").extract_plain_text
    return lambda page: plain(page.decode("utf-8", "replace"), main_content=True)


def _rate(function: Callable[[bytes], Any], pages: Sequence[bytes]) -> float:
    for page in pages[:20]:
        function(page)
    started = time.process_time()
    for page in pages:
        function(page)
    return len(pages) / (time.process_time() - started)


def main() -> None:
    """Measure what the arguments say."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--pages", type=int, default=20_000, help="of the archive; 0 for none")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--peers", type=Path, metavar="DATA", help="a folder of pages with gold")
    options = parser.parse_args()
    if options.peers:
        for name, rate in rates(_real(options.peers)).items():
            print(f"{name}: {rate:.0f} pages a second of CPU time")
    if not options.pages:
        return
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "pages.warc.gz"
        write_warc(archive, ((url_of(n), composed(n)) for n in range(options.pages)))
        print(f"{options.pages} pages, {archive.stat().st_size / 1e6:.0f} MB compressed")
        alone = run(archive, Path(folder) / "alone.jsonl", 0)
        print(f"no worker: {options.pages / alone.seconds:.1f} pages/s, CPU {alone.cpu:.1f} s")
        found = run(archive, Path(folder) / "workers.jsonl", options.processes)
        gain = alone.seconds / found.seconds
        print(
            f"{options.processes} workers: {options.pages / found.seconds:.1f} pages/s, CPU "
            f"{found.cpu:.1f} s, {gain:.2f} times as fast, parent at most {found.peak / 1e6:.0f} MB"
        )
        same = (Path(folder) / "alone.jsonl").read_bytes() == (
            Path(folder) / "workers.jsonl"
        ).read_bytes()
        print("the rows are the same" if same else "the rows differ")


if __name__ == "__main__":
    main()
