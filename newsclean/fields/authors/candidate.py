"""What a reader of authors offers: names, where they stand, and the text they were read from."""

from __future__ import annotations

from newsclean.model import Candidate, Span

Names = Candidate[tuple[str, ...]]
"""Names that may be the authors'. Candidates are weighed by the kind of place in their origin."""


def names_at(names: tuple[str, ...], origin: str, text: str, span: Span | None = None) -> Names:
    """The candidate for these names; `span` is the byline, if the text is one."""
    return Candidate(names, origin, text, (span,) if span else ())
