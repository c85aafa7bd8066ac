"""datatrove: an extractor for its pipelines."""

from __future__ import annotations

from typing import Any

from newsclean.api import warm_up
from newsclean.errors import needing
from newsclean.pipelines.columns import extract_columns

with needing("datatrove"):
    from datatrove.data import DocumentsPipeline
    from datatrove.pipeline.extractors.base import BaseExtractor, ExtractorSandbox
    from datatrove.utils.typeshelper import StatHints

# A first call loads and compiles for some tenths of a second; Limits.seconds ends a slow page
# after 20.
TIMEOUT = 30.0


class NewscleanExtractor(BaseExtractor):
    """Replaces the HTML of each document by the text of its article.

    The fields of the article become metadata. Documents without text are dropped, and with
    `articles_only` also those that are no articles.
    """

    name = "newsclean"

    def __init__(self, timeout: float = TIMEOUT, articles_only: bool = False) -> None:
        """`timeout` is in seconds, for each document."""
        super().__init__(timeout)
        self.articles_only = articles_only

    def extract(self, text: str) -> str:
        """The text of the article on a page."""
        return str(extract_row(text, None)["body"] or "")

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:
        """Extract each document in a process that is ended if it takes too long."""
        # The process is forked from this one, so what is loaded here is loaded there.
        warm_up()
        with ExtractorSandbox(timeout=self.timeout, warmup_text=("", None)) as sandbox:
            for document in data:
                self.stat_update(StatHints.total)
                row = self._row(sandbox, document)
                if row and row["body"] and (row["is_article"] or not self.articles_only):
                    document.text = row.pop("body")
                    document.metadata |= _metadata(row)
                    self.stat_update(StatHints.forwarded)
                    self.update_doc_stats(document)
                    yield document
                else:
                    self.stat_update(StatHints.dropped)

    def _row(self, sandbox: ExtractorSandbox, document: Any) -> dict[str, Any] | None:
        with self.track_time():
            try:
                page = (document.text, document.metadata.get("url"))
                row: dict[str, Any] = sandbox.process_document(page, extract_row)
            except TimeoutError:
                self.stat_update("timeout")
                return None
            except EOFError:
                self.stat_update("broken_process")
                return None
        self.stat_update(row["status"])
        return row


def extract_row(page: str | bytes, url: str | None) -> dict[str, Any]:
    """The row of one page."""
    return {
        name: found[0] for name, found in extract_columns({"html": [page], "url": [url]}).items()
    }


def _metadata(row: dict[str, Any]) -> dict[str, Any]:
    """The fields that are known, under their names; dates as text, as writers of JSON need them."""
    return {
        name: value.isoformat() if hasattr(value, "isoformat") else value
        for name, value in row.items()
        if value not in (None, [], "") and name not in ("id", "paragraphs")
    }
