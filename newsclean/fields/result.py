"""What a field reader returns."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from newsclean.fields.context import Context
from newsclean.model import Evidence, Span

NO_EVIDENCE = Evidence()


class FieldResult(NamedTuple):
    """The value of one field of the article.

    Attributes:
        value: The value, as the article holds it.
        spans: The text of the page that it was read from, which is no body.
        evidence: The chosen candidate and the others; None for facts about the page, which have no
            candidates.
    """

    value: Any
    spans: tuple[Span, ...] = ()
    evidence: Evidence | None = NO_EVIDENCE


Found = dict[str, FieldResult]
"""A field's name -> its result."""

Reader = Callable[[Context, Found], Found]
"""Gives the results of some fields; its second argument are the results of earlier readers."""
