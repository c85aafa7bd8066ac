"""Where in a block stand the elements whose names say what they hold."""

from __future__ import annotations

import re

from newsclean.model import Inline, Page


class Says:
    """Whether an element's names say that it holds a field: `yes` is in one of them, and `no` is not in that one. Remembers its answers."""

    def __init__(self, yes: re.Pattern[str], no: re.Pattern[str]) -> None:
        self._yes = yes
        self._no = no
        self._known: dict[str, bool] = {"": False}

    def __call__(self, names: str) -> bool:
        known = self._known.get(names)
        if known is None:
            known = self._known[names] = self._yes.search(names) is not None and any(
                map(self._says, names.split())
            )
        return known

    def _says(self, name: str) -> bool:
        return self._yes.search(name) is not None and not self._no.search(name)


def named_places(page: Page, index: int, says: Says) -> list[tuple[int, int]]:
    """The places in block `index` that an inline element says it of; the whole block if only the element around it says so."""
    block = page.blocks[index]
    if block.pieces and any(
        says(piece.names) for piece in block.pieces if isinstance(piece, Inline) and piece.names
    ):
        return [(mark.start, mark.end) for mark in block.marks if says(mark.names)]
    return [(0, len(block.text))] if says(page.elements[block.element].names) else []
