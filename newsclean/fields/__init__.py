"""The fields of the article, each read from the page, its metadata and its text."""

from __future__ import annotations

from newsclean.fields.about import FACTS
from newsclean.fields.authors import read_authors
from newsclean.fields.confidence import add_confidence
from newsclean.fields.context import Context
from newsclean.fields.credits import read_credits
from newsclean.fields.date import read_date
from newsclean.fields.page_type import read_page_type
from newsclean.fields.result import FieldResult, Found, Reader
from newsclean.fields.rights import read_rights
from newsclean.fields.source import read_source
from newsclean.fields.title import read_title

__all__ = ["READERS", "Context", "FieldResult", "Found", "Reader", "add_confidence"]

READERS: tuple[tuple[str, Reader], ...] = (
    ("title", read_title),
    ("date", read_date),
    ("source", read_source),
    ("credits", read_credits),
    ("authors", read_authors),
    *FACTS,
    ("rights", read_rights),
    ("page_type", read_page_type),
)
"""All readers in their order, each with its name; the authors need to know the credits."""
