"""Writes files of learned values with their provenance."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.data import Gold, read_page
from newsclean.learned.files import FORMAT

# To be raised with each change of these scripts that learns other values from the same pages.
TRAINER = "7"

LearnedPages = Iterable[tuple[Path, Gold]]
"""The folder and the gold of each page that was learned from."""


def write_learned(
    path: Path, pages: LearnedPages, unit: str, features: Sequence[str], learned: Mapping[str, Any]
) -> None:
    """Write a file for `newsclean.learned.files`, learned today from these pages."""
    found = {
        "format": FORMAT,
        "trainer": TRAINER,
        "date": datetime.now(UTC).date().isoformat(),
        "data": describe_data(pages),
        "unit": unit,
        "features": list(features),
        "learned": learned,
    }
    path.write_text(format_learned(found), "utf-8")


def describe_data(pages: LearnedPages) -> dict[str, Any]:
    """The names of the folders, the number of pages, and a sha256 of pages and gold."""
    folders: Counter[str] = Counter()
    digest = hashlib.sha256()
    for folder, gold in pages:
        folders[folder.name] += 1
        name = f"{folder.name}/{gold['id']}"
        for content in (name.encode(), read_page(folder, gold), _compact(gold).encode()):
            digest.update(hashlib.sha256(content).digest())
    return {
        "sets": sorted(folders),
        "pages": folders.total(),
        "sha256": digest.hexdigest(),
    }


def format_learned(found: Mapping[str, Any]) -> str:
    """The text of a file. Two levels of keys are on separate lines, for readable diffs.

    >>> print(format_learned({"format": 1, "learned": {"a": 2, "b": [3, 4]}}), end="")
    {
    "format":1,
    "learned":{
    "a":2,
    "b":[3,4]
    }
    }
    """
    lines = []
    for key, value in found.items():
        text = _compact(value)
        if key == "learned":
            text = _object({name: _entry(part) for name, part in value.items()})
        lines.append((key, text))
    return _object(dict(lines)) + "\n"


def _entry(value: Any) -> str:
    """A table of learned values; a tree or a word is on a line of its own where there are many."""
    if isinstance(value, list) and value and isinstance(value[0], list):
        return "[\n" + ",\n".join(map(_compact, value)) + "\n]"
    if isinstance(value, dict) and len(value) > MOST_ON_A_LINE:
        return _object({name: _compact(part) for name, part in value.items()})
    return _compact(value)


def _object(values: Mapping[str, str]) -> str:
    return "{\n" + ",\n".join(f"{_compact(key)}:{text}" for key, text in values.items()) + "\n}"


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


# An object with more entries has each on a line of its own.
MOST_ON_A_LINE = 3
