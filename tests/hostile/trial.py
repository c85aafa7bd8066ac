"""Extract one hostile page in this process, and print its cost and its faults as JSON."""

from __future__ import annotations

import json
import pickle
import re
import resource
import sys
import sysconfig
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tests.hostile.article import HIDDEN, kept
from tests.hostile.article import page as plain_page
from tests.hostile.markup import CANARY

SUNG = CANARY.read_text().strip()
GIGABYTE = 1 << 30
UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""Characters that XML 1.0, or UTF-8, cannot hold."""
FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.fork",
    "urllib.",
    "http.",
    "ftplib.",
    "shutil.",
    "os.remove",
    "os.rename",
)
# Our own modules and data and those of the libraries, which are read when first needed. Python
# writes no compiled files (-B).
READABLE = tuple(
    str(Path(place).resolve())
    for place in (
        sys.prefix,
        sys.base_prefix,
        sysconfig.get_path("stdlib"),
        Path(__file__).resolve().parents[2] / "newsclean",
    )
)


class Trial(NamedTuple):
    """One page's cost in CPU seconds and peak megabytes, the sentences kept, and faults."""

    cpu: float
    megabytes: float
    blocks: int
    kept: int
    planted: int
    truncations: tuple[str, ...]
    wrong: tuple[str, ...]


def trial(
    page: bytes | str,
    url: str | None,
    content_type: str | None,
    planted: tuple[str, ...],
    second_opinion: bool,
) -> Trial:
    """Extract the page once, and look at what came of it."""
    import newsclean

    wrong: list[str] = []
    _forbid(wrong)
    newsclean.extract(plain_page())  # reads the tables, which is no cost of a page
    Path("/proc/self/clear_refs").write_text("5")  # begin to measure the peak of memory here
    began = time.process_time()
    try:
        report = newsclean.explain(page, url=url, content_type=content_type)
        if second_opinion:
            report.second_opinion()
    except newsclean.NewscleanError as error:
        return Trial(
            time.process_time() - began, _peak(), 0, 0, 0, (), (*wrong, f"refused: {error}")
        )
    cpu, megabytes = time.process_time() - began, _peak()
    wrong += faults(report)
    article = report.article
    return Trial(
        cpu,
        megabytes,
        len(report.page.blocks),
        kept(article.body, planted),
        len(planted),
        article.truncations,
        tuple(wrong),
    )


def _forbid(seen: list[str]) -> None:
    """Record each use of the network, of another process and of foreign files from now on"""

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith(FORBIDDEN):
            seen.append(event)
        elif event == "open" and isinstance(arguments[0], str | bytes):
            path = (
                arguments[0]
                if isinstance(arguments[0], str)
                else arguments[0].decode("utf-8", "replace")
            )
            if not str(Path(path).resolve()).startswith(READABLE) and not path.startswith(
                "/proc/self/"
            ):
                seen.append(f"opened {path}")

    sys.addaudithook(hook)


def _peak() -> float:
    """The most memory that the process has held, in MB."""
    found = re.search(r"VmHWM:\s*(\d+) kB", Path("/proc/self/status").read_text())
    return int(found[1]) / 1024 if found else 0.0


def faults(report: Any) -> Iterator[str]:
    """What is wrong with a report, whatever the page was."""
    article = report.article.to_dict()
    written = json.dumps(article, ensure_ascii=False, allow_nan=False)
    texts = [
        *_texts(article),
        *(block.text for block in report.page.blocks),
        report.article.to_markdown(),
        report.article._repr_html_(),
    ]
    if unfit := next((text for text in texts if UNFIT.search(text)), None):
        yield f"characters that are none: {unfit[:60]!a}"
    yield from report.article.faults
    if HIDDEN.strip() in report.article.body:
        yield "hidden text is in the body"
    if SUNG in written:
        yield "a file was read"
    if type(report.article).from_dict(json.loads(written)) != report.article:
        yield "the article does not come back from JSON"
    if not _is_partition(report):
        yield "text is not conserved"


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)


def _is_partition(report: Any) -> bool:
    """Whether the spans cover each character of each block once, in order."""
    place = (0, 0)
    blocks = report.page.blocks
    for span in report.spans:
        if (span.block, span.start) != place or span.end <= span.start:
            return False
        place = (
            (span.block, span.end)
            if span.end < len(blocks[span.block].text)
            else (span.block + 1, 0)
        )
    return place == (len(blocks), 0)


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (2 * GIGABYTE, 2 * GIGABYTE))
    with open(sys.argv[1], "rb") as file:
        found = trial(*pickle.load(file))
    print(json.dumps(found._asdict()))


if __name__ == "__main__":
    main()
