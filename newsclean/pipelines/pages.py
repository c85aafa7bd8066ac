"""The pages of a file as rows, for engines that have no reader of archives."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsclean.pipelines.batch.inputs import READERS, kind_of
from newsclean.pipelines.batch.readers import Fields, read_page

USUAL = Fields()


def read_pages(path: str | Path, fields: Fields = USUAL) -> Iterator[dict[str, Any]]:
    """The pages of a WARC, WET, JSON lines, Parquet or HTML file, as rows for `extract_columns`.

    A page that cannot be loaded has no `html`. OSError, EOFError or ValueError after the last page
    before the damage if the file is damaged.
    """
    path = Path(path)
    for load in READERS.get(kind_of(path), read_page)(path, fields):
        page = load()
        given = page.input
        yield {
            "id": str(given.id),
            "url": given.url,
            "html": None if page.error else given.page,
            "content_type": given.content_type,
            "reference_date": given.reference_date,
            **page.kept,
        }
