"""Extracts every page of some folders and writes the articles as lines of JSON."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import newsclean
from benchmarks.data import Gold, read_page, read_pages
from benchmarks.run import SECONDS, limit_seconds
from tools.split import is_aside, site_of


def write_snapshot(folders: Sequence[Path], out: Path, spans: bool, jobs: int, every: int) -> str:
    """Write a line for each page, in the order of folders and ids, and return a summary."""
    pages = errors = 0
    with out.open("w", encoding="utf-8") as file:
        for record in _records(folders, spans, jobs, every):
            pages += 1
            errors += "error" in record
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    return f"{out}: {pages} pages, of which {errors} raised an error"


def _records(
    folders: Sequence[Path],
    spans: bool,
    jobs: int,
    every: int,
) -> Iterator[dict[str, Any]]:
    pages = [read_pages(folder)[::every] for folder in folders]
    golds = [gold for own in pages for gold in own]
    places = [folder for folder, own in zip(folders, pages, strict=True) for _ in own]
    record = partial(snapshot_page, spans=spans)
    if jobs == 1:
        yield from map(record, places, golds)
        return
    with ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn")) as pool:
        yield from pool.map(record, places, golds, chunksize=8)


def snapshot_page(folder: Path, gold: Gold, spans: bool = False) -> dict[str, Any]:
    """The name and the half of a page, and its article as a dict or its error."""
    name, aside = f"{folder.name}/{gold['id']}", is_aside(site_of(gold))
    record: dict[str, Any] = {"page": name, "aside": aside}
    try:
        with limit_seconds(SECONDS):
            report = newsclean.explain(read_page(folder, gold), gold.get("url"))
    except Exception as error:  # the failure is part of the snapshot
        return {**record, "error": f"{type(error).__name__}: {error}"[:300]}
    record["article"] = report.article.to_dict()
    if spans:
        record["spans"] = hash_spans(report)
    return record


def hash_spans(report: newsclean.Report) -> dict[str, str]:
    """For each label a hash of its spans: their block, start and end."""
    found = defaultdict(list)
    for span in report.spans:
        found[span.label.value].append(f"{span.block} {span.start} {span.end}")
    return {label: _hash("\n".join(lines)) for label, lines in sorted(found.items())}


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
