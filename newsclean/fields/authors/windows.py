"""Where bylines of languages with spaces are looked for."""

from __future__ import annotations

from typing import NamedTuple

from newsclean.fields.context import Context
from newsclean.fields.zones import SPACED_AUTHORS


class Windows(NamedTuple):
    """The blocks beside the headline, and those below the body."""

    near: range
    below: range

    @classmethod
    def from_context(cls, context: Context) -> Windows:
        """The windows of a page.

        If menus stand between the headline and the body, the first window reaches up to the body,
        as long as that starts within three times the usual distance.
        """
        body_blocks, zone = context.body_blocks, SPACED_AUTHORS
        size = len(context.page.blocks)
        first = body_blocks[0] if body_blocks else context.start
        last = body_blocks[-1] if body_blocks else context.start
        is_above = context.headline is not None and context.headline <= last
        start = context.start if is_above else first
        stop = min(max(start + zone.below, min(first, start + 3 * zone.below) + 2), size)
        below = range(max(last, stop), min(last + zone.after, size))
        return cls(range(max(0, start - zone.above), stop), below)

    def origin(self, kind: str, index: int) -> str:
        """The origin of names of a kind in block `index`."""
        return kind if index in self.near else kind + " below"
