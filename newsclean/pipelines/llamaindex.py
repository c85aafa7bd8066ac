"""LlamaIndex: a reader of files, or of pages, that gives documents."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from newsclean.api import extract
from newsclean.errors import needing
from newsclean.pipelines.records import metadata_of

with needing("llamaindex"):
    from llama_index.core.readers.base import BaseReader
    from llama_index.core.schema import Document


class NewscleanReader(BaseReader):
    """Makes a document of a page that has text; its metadata are those of `metadata_of`.

    Give it to a `SimpleDirectoryReader` as `file_extractor={".html": NewscleanReader()}`.
    """

    def lazy_load_data(
        self,
        file: Path | str | bytes,
        extra_info: dict[str, Any] | None = None,
        url: str | None = None,
        content_type: str | None = None,
    ) -> Iterable[Document]:
        """The document of a file, or of the bytes of a page."""
        page = file if isinstance(file, bytes) else Path(file).read_bytes()
        article = extract(page, url, content_type)
        if article.body:
            source = url if isinstance(file, bytes) else url or str(file)
            about = metadata_of(article, source)
            yield Document(text=article.body, metadata={**(extra_info or {}), **about})
