"""Labelled pages as the readers of fields see them."""

from __future__ import annotations

from pathlib import Path

from benchmarks.data import Gold, read_page
from newsclean.collapse import collapse
from newsclean.decode import decode
from newsclean.fields import Context
from newsclean.label import label_displayed
from newsclean.parse import parse


def read_context(folder: Path, gold: Gold) -> Context:
    """The context of a page; as in an extraction, a block that is a copy is not body."""
    decoded = decode(read_page(folder, gold))
    page, labels = label_displayed(parse(decoded.text, gold.get("url")))
    copies = collapse(page, labels.body, labels.scores)
    copied = {span.block for span in copies.spans if span.start == 0}
    body = [is_body and index not in copied for index, is_body in enumerate(labels.body)]
    return Context.from_page(page, labels.headline, body)
