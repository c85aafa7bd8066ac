"""The builder of blocks, in pure Python or with what every event runs compiled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsclean._speed import COMPILED
from newsclean.model import Block, Element, Inline
from newsclean.parse.blocks import Events
from newsclean.parse.edges import EDGE
from newsclean.parse.flow import NO_NAMES, without_soft_hyphens
from newsclean.parse.names import NAMING_KEYS
from newsclean.parse.roles import BOLD, COUNTED, MARKS, ROLES
from newsclean.parse.starts import TELLING, Starts
from newsclean.text.characters import collapse_spaces

# As many attributes without slots would be kept in a dict, which takes a tenth longer.
IN_BOTH = "boxes counts enclosing hiders machine_dates ruby shelf stated".split()
# The compiled builder has these as members of its own.
COMPILED_MEMBERS = (
    "aside_depth blank blocks bold bold_characters edge edged fields hidden initial inline known"
    " line linked links named opened parts place pre read_name readings recorded skipped"
    " skipped_kind skipping special styles"
).split()
# What the compiled builder needs of the other modules.
TABLES: Mapping[str, Any] = {
    "BOLD": BOLD,
    "COUNTED": COUNTED,
    "EDGE": EDGE,
    "MARKS": MARKS,
    "NAMING_KEYS": NAMING_KEYS,
    "NO_NAMES": NO_NAMES,
    "ROLES": ROLES,
    "TELLING": TELLING,
    "Block": Block,
    "Element": Element,
    "Inline": Inline,
    "collapse_spaces": collapse_spaces,
    "without_soft_hyphens": without_soft_hyphens,
}


class BlockBuilder(Events):
    """The builder in pure Python."""

    __slots__ = (*IN_BOTH, *COMPILED_MEMBERS, "closers")


def _set_up(builder: Events, _: Mapping[str, Any]) -> None:
    Starts.__init__(builder)


CompiledBuilder: Any = COMPILED and type(
    "CompiledBuilder", (COMPILED.Builder, Events), {"__slots__": IN_BOTH, "__init__": _set_up}
)
"""The same, but `start`, `end`, `data`, `flush` and `elements` are compiled; or None."""


def new_builder() -> Events:
    """A builder, compiled if that can be."""
    if CompiledBuilder is None:
        return BlockBuilder()
    builder: Events = CompiledBuilder(TABLES)
    return builder
