"""What the readers of bylines share: the value they give, and the forms they know."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

# A longer text is a paragraph; a shorter one with a byline is the line of the byline.
LONGEST_LINE = 60


class Byline(NamedTuple):
    """The names of a byline.

    Attributes:
        names: The names, without roles.
        start: Offset of the byline's first character in the text.
        end: Offset after its last character.
        rule: The name of the form.
        apart: Whether it stands by itself, rather than in a sentence of the article.
    """

    names: tuple[str, ...]
    start: int
    end: int
    rule: str
    apart: bool


class Form(NamedTuple):
    """One form of byline.

    Attributes:
        rule: What the form is called in the report.
        pattern: The form; the reader says where it may stand.
        example: A text with such a byline.
        names: The names in it.
        unlike: A text that resembles it and has no byline.
    """

    rule: str
    pattern: re.Pattern[str]
    example: str
    names: tuple[str, ...]
    unlike: str


# Gives the bylines in a text, which is a line or an edge of a paragraph. The arguments say whether
# it holds the start of the paragraph, and its end.
Reader = Callable[[str, bool, bool], Iterator[Byline]]
