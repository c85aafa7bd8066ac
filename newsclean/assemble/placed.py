"""A paragraph together with the blocks that it is made of."""

from __future__ import annotations

from typing import NamedTuple

from newsclean.model import Paragraph


class Placed(NamedTuple):
    """A paragraph, and the indices of its blocks."""

    paragraph: Paragraph
    blocks: tuple[int, ...]
