"""Compares two snapshots field by field, and reports counts and a few examples."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import Any, NamedTuple

Record = Mapping[str, Any]
Renaming = tuple[tuple[str, ...], str]
"""The path of a key, and the new name of its last part."""

# How many characters of a value are shown, and how many of them precede the first difference.
SHOWN, BEFORE = 120, 30


class Change(NamedTuple):
    """The old and the new value of a field of a page; None if the page lacks it."""

    field: str
    page: str
    aside: bool
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Difference:
    """The differences between two snapshots."""

    pages: tuple[int, int]  # in both snapshots: in the open half, in the aside half
    missing: tuple[int, int]  # pages only in the first, only in the second
    fields: tuple[tuple[str, ...], tuple[str, ...]]  # fields only in the first, only in the second
    changes: tuple[Change, ...]

    @property
    def is_any(self) -> bool:
        """Whether any page in both differs in a field that both have."""
        return bool(self.changes)

    def report(self, examples: int = 3, pages: bool = False) -> str:
        """The counts, and up to so many examples of each field from the open half."""
        lines = [*self._summary(), *self._counts()]
        for field in self._changed_fields():
            found = [change for change in self.changes if change.field == field]
            lines += _examples([change for change in found if not change.aside][:examples])
        if pages:
            lines += self._listed()
        return "".join(f"{line}\n" for line in lines)

    def _summary(self) -> Iterator[str]:
        changed = {(change.page, change.aside) for change in self.changes}
        aside = sum(aside for _, aside in changed)
        yield f"pages: {self.pages[0]} open, {self.pages[1]} aside"
        yield f"pages that differ: {len(changed) - aside} open, {aside} aside"
        for name, count, fields in zip("AB", self.missing, self.fields, strict=True):
            if count:
                yield f"pages only in {name}, not compared: {count}"
            if fields:
                yield f"fields only in {name}, not compared: {' '.join(fields)}"

    def _changed_fields(self) -> list[str]:
        return sorted({change.field for change in self.changes})

    def _counts(self) -> Iterator[str]:
        if self.changes:
            yield f"{'field':20}{'open':>7}{'aside':>7}"
        for field in self._changed_fields():
            halves = [change.aside for change in self.changes if change.field == field]
            yield f"{field:20}{halves.count(False):7}{halves.count(True):7}"

    def _listed(self) -> Iterator[str]:
        found: dict[str, list[str]] = {}
        for change in self.changes:
            if not change.aside:
                found.setdefault(change.page, []).append(change.field)
        for page, fields in found.items():
            yield f"{page}: {' '.join(fields)}"


def read_snapshot(path: Path) -> dict[str, Record]:
    """The records of a snapshot by page."""
    with path.open(encoding="utf-8") as file:
        return {record["page"]: record for record in map(json.loads, file)}


def renaming(text: str) -> Renaming:
    """Parse `OLD=NEW`; ValueError if it is not a renaming.

    OLD and NEW are a key of an article or of its parts, or a label of the spans.

    >>> renaming("paragraphs.kind=paragraphs.type")
    (('paragraphs', 'kind'), 'type')
    >>> renaming("spans.boilerplate=other")
    Traceback (most recent call last):
        ...
    ValueError: spans.boilerplate=other does not rename a key within its own part
    """
    old, _, new = text.partition("=")
    *parents, name = new.split(".")
    path = tuple(old.split("."))
    if not all((*path, name)) or path[:-1] != tuple(parents):
        raise ValueError(f"{text} does not rename a key within its own part")
    return path, name


def compare(
    old: Mapping[str, Record],
    new: Mapping[str, Record],
    renames: Sequence[Renaming] = (),
) -> Difference:
    """How `new` differs from `old`, after the keys of `old` are renamed."""
    both = [page for page in old if page in new]
    before = {page: _fields(old[page], renames) for page in both}
    after = {page: _fields(new[page], ()) for page in both}
    known = [{field for fields in side.values() for field in fields} for side in (before, after)]
    aside = {page: bool(new[page]["aside"]) for page in both}
    changes = [
        Change(field, page, aside[page], before[page].get(field), after[page].get(field))
        for page in both
        for field in _differing(before[page], after[page], known[0] & known[1])
    ]
    return Difference(
        (len(both) - sum(aside.values()), sum(aside.values())),
        (len(old) - len(both), len(new) - len(both)),
        (tuple(sorted(known[0] - known[1])), tuple(sorted(known[1] - known[0]))),
        tuple(changes),
    )


def _differing(old: Record, new: Record, known: set[str]) -> list[str]:
    """The fields of `known` that differ, or only "error" if the errors do."""
    if old.get("error") != new.get("error"):
        return ["error"]
    return [field for field in sorted(known) if old.get(field) != new.get(field)]


def _fields(record: Record, renames: Sequence[Renaming]) -> dict[str, Any]:
    """The fields of the article, the hash of each label's spans, and the error or None."""
    parts = {"spans": record.get("spans", {}), **record.get("article", {})}
    for path, name in renames:
        parts = _renamed(parts, path, name)
    spans = parts.pop("spans")
    labels = {f"spans.{label}": value for label, value in spans.items()}
    return {**parts, **labels, "error": record.get("error")}


def _renamed(value: Any, path: Sequence[str], name: str) -> Any:
    """Rename the key at the end of the path, in each item if the value is a list."""
    if isinstance(value, list):
        return [_renamed(item, path, name) for item in value]
    if not isinstance(value, dict):
        return value
    first, *rest = path
    if rest:
        return {k: _renamed(v, rest, name) if k == first else v for k, v in value.items()}
    return {name if key == first else key: item for key, item in value.items()}


def _examples(changes: Sequence[Change]) -> Iterator[str]:
    for change in changes:
        old, new = map(_text, (change.old, change.new))
        same = takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False))
        start = max(0, len([*same]) - BEFORE)
        yield f"{change.field}: {change.page}"
        yield f"  A {shorten(old, start)}"
        yield f"  B {shorten(new, start)}"


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def shorten(text: str, start: int) -> str:
    """The text from `start` on as one line.

    >>> shorten("The ferry\\nsails again", 4)
    '…ferry⏎sails again'
    """
    end = start + SHOWN
    shown = text[start:end].replace("\n", "⏎")
    return "…" * (start > 0) + shown + "…" * (end < len(text))
