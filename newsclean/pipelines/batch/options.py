"""What a run over a corpus is given, and what it says of itself."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from newsclean.many.extraction import MAX_BYTES
from newsclean.pipelines.batch.readers import Fields
from newsclean.pipelines.batch.work import Filters
from newsclean.rules import Rules

EVERYTHING = Filters()
USUAL_FIELDS = Fields()


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What to run over, and what to write.

    Attributes:
        inputs: Files, folders, or patterns of names.
        output: The file, or for documents the folder.
        format: markdown, html or tei for a folder of documents; None for what the name says.
        processes: How many workers; None for one on each core, 0 for none.
        timeout: Seconds after which a page is given up.
        max_bytes: A larger page is not extracted.
        fields: The names of the fields of records.
        filters: Which rows are written.
        report: Where to write how each site fared; None for no report.
        rules: Rules for the pages of some sites.
        overwrite: Whether to replace an output that is there.
    """

    inputs: tuple[str, ...]
    output: Path
    format: str | None = None
    processes: int | None = None
    timeout: float = 30.0
    max_bytes: int = MAX_BYTES
    fields: Fields = USUAL_FIELDS
    filters: Filters = EVERYTHING
    report: Path | None = None
    rules: Rules | None = None
    overwrite: bool = False


@dataclass(slots=True)
class Summary:
    """What a run did.

    Attributes:
        pages: How many pages were done with, those of earlier parts of the run included.
        counts: How many have each status, and how many rows were `written`.
        resumed: How many of them an earlier part of the run had done.
        interrupted: Whether the run was stopped before its end.
        problems: A sentence for each input that could not be read to its end.
    """

    pages: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    resumed: int = 0
    interrupted: bool = False
    problems: list[str] = field(default_factory=list)
