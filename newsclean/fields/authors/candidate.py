"""What the readers of authors offer: names, where they stand, and the text they were read from."""

from __future__ import annotations

from newsclean.model import Block, Candidate, Label, Span

Names = Candidate[tuple[str, ...]]
"""Names that may be the authors'. Candidates are weighed by their origin."""


def names_candidate(
    names: tuple[str, ...], origin: str, text: str, span: Span | None = None
) -> Names:
    """The candidate for these names; `span` is the byline, if the text is one."""
    return Candidate(names, origin, text, (span,) if span else ())


def line_candidate(
    names: tuple[str, ...], origin: str, block: Block, index: int, rule: str
) -> Names:
    """The candidate for names whose byline is all of block `index`."""
    span = Span(index, 0, len(block.text), Label.BYLINE, rule)
    return names_candidate(names, origin, block.text, span)
