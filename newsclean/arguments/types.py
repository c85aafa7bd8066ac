"""The type of a page, as type checkers see it."""

from __future__ import annotations

from typing import Any, Protocol, TypeAlias


class Tree(Protocol):
    """An element or a document of lxml.

    It is a protocol because lxml has no types of its own: for users without stubs of lxml its
    classes are `Any`, and a union with them would let every argument pass.
    """

    def xpath(self, _path: str, /) -> Any:
        """Evaluate an XPath expression; of the objects that hold a page only lxml's can."""


PageInput: TypeAlias = bytes | bytearray | memoryview | str | Tree
"""What `extract` and `explain` take for a page."""
