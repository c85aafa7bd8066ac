"""LangChain: a parser of blobs that are pages."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.api import extract
from newsclean.errors import needing
from newsclean.pipelines.records import metadata_of

with needing("langchain"):
    from langchain_core.document_loaders.base import BaseBlobParser
    from langchain_core.documents import Document
    from langchain_core.documents.base import Blob


class NewscleanParser(BaseBlobParser):
    """Makes a document of each page that has text; its metadata are those of `metadata_of`.

    The blob's own metadata are kept; `url` and `content_type` of them are given to `extract`.
    """

    def lazy_parse(self, blob: Blob) -> Iterator[Document]:
        """The document of a page, if it has text."""
        metadata = dict(blob.metadata)
        url = metadata.get("url") or blob.source
        page = blob.data if isinstance(blob.data, str) else blob.as_bytes()
        article = extract(page, url, metadata.get("content_type"))
        if article.body:
            about = metadata_of(article, blob.source or url)
            yield Document(page_content=article.body, metadata={**metadata, **about})
