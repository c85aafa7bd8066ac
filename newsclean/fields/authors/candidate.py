"""What a reader of authors hands on: names, where they stand, and the text they were read from."""

from __future__ import annotations

from typing import NamedTuple

from newsclean.model import Span


class Option(NamedTuple):
    """Names that may be the authors'. `place` is the kind of place, by which options are weighed; `span` the text that is a byline."""

    names: tuple[str, ...]
    place: str
    text: str
    span: Span | None = None
