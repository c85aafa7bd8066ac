"""A text and its marks, while a paragraph is made of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from newsclean.model import Mark


class Line(NamedTuple):
    """A text with its marks."""

    text: str
    marks: tuple[Mark, ...] = ()


def join_lines(lines: Iterable[Line], separator: str) -> Line:
    """Lines as one, with a separator between them.

    >>> from newsclean.model import MarkKind
    >>> join_lines([Line("calm"), Line("sea", (Mark(0, 3, MarkKind.EM),))], " ")
    Line(text='calm sea', marks=(Mark(start=5, end=8, kind=<MarkKind.EM: 'em'>, value=''),))
    """
    texts: list[str] = []
    marks: list[Mark] = []
    length = 0
    for line in lines:
        marks += [Mark(m.start + length, m.end + length, m.kind, m.value) for m in line.marks]
        texts.append(line.text)
        length += len(line.text) + len(separator)
    return Line(separator.join(texts), tuple(marks))
