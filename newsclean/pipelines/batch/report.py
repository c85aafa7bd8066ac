"""How each site of a run fared."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from newsclean.many.values import Status
from newsclean.pipelines.batch.work import WANTED, Done

_STATUSES = tuple(status.value for status in Status)
COLUMNS = (
    *("site", "pages", *_STATUSES, "share_empty", "share_low_quality"),
    *(f"share_without_{name}" for name in WANTED),
)


def count(sites: dict[str, Counter[str]], done: Done) -> None:
    """Add a page to the counts of its site."""
    counts = sites.setdefault(done.site, Counter())
    counts[done.status] += 1
    counts.update(f"no {name}" for name in done.lacks)


def write_report(path: Path, sites: Mapping[str, Counter[str]]) -> None:
    """Write a line for each site, those with the most pages first, separated by tabs.

    The share of empty pages is of all pages; the others are of those that have text.
    """
    order = sorted(sites, key=lambda site: (-_pages(sites[site]), site))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(_line(site, sites[site]) for site in order)


def _pages(counts: Mapping[str, int]) -> int:
    return sum(counts.get(status, 0) for status in _STATUSES)


def _line(site: str, counts: Mapping[str, int]) -> list[object]:
    pages = _pages(counts)
    read = sum(counts.get(status, 0) for status in ("ok", "empty", "not_article"))
    shares = [counts.get(f"no {name}", 0) / max(read, 1) for name in ("quality", *WANTED)]
    return [
        *(site, pages, *(counts.get(status, 0) for status in _STATUSES)),
        *(f"{share:.3f}" for share in (counts.get("empty", 0) / pages, *shares)),
    ]
