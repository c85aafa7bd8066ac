"""Text in elements whose class names say which field they hold."""

from __future__ import annotations

import re

from newsclean.model import Inline, Page


class FieldNames:
    """Tells whether class names say that an element holds a field.

    One of the names must have `wanted` in it and not `unwanted`. Answers are remembered, because
    the elements of a page have few different names.
    """

    def __init__(self, wanted: re.Pattern[str], unwanted: re.Pattern[str]) -> None:
        self._wanted = wanted
        self._unwanted = unwanted
        self._known: dict[str, bool] = {"": False}

    def match(self, names: str) -> bool:
        """Whether one of the names, which are separated by spaces, is the field's.

        >>> names = FieldNames(re.compile("author"), re.compile("comment"))
        >>> names.match("meta author"), names.match("comment-author"), names.match("meta")
        (True, False, False)
        """
        known = self._known.get(names)
        if known is None:
            found = self._wanted.search(names) is not None
            known = self._known[names] = found and any(map(self._match_one, names.split()))
        return known

    def _match_one(self, name: str) -> bool:
        return self._wanted.search(name) is not None and not self._unwanted.search(name)


def named_ranges(page: Page, index: int, field_names: FieldNames) -> list[tuple[int, int]]:
    """Where the elements of a field start and end in block `index`.

    They are its inline elements; the whole block if only the element around it has such a name.
    """
    block = page.blocks[index]
    # Most blocks have no such element, and `block.inline_elements` is computed on demand.
    for piece in block.pieces:
        if piece.__class__ is Inline and piece.class_names and field_names.match(piece.class_names):
            return [
                (element.start, element.end)
                for element in block.inline_elements
                if field_names.match(element.class_names)
            ]
    if field_names.match(page.elements[block.element].class_names):
        return [(0, len(block.text))]
    return []
