"""How far from the headline and the body each reader looks, in blocks."""

from __future__ import annotations

from typing import NamedTuple


class TitleZone(NamedTuple):
    """Where the lines of a headline stand.

    Attributes:
        lines: On how many blocks a headline is printed.
        below: How far below the headline its subtitle may stand.
        description: The same for a subtitle that is the page's description.
        second_heading: How far below the first heading that of the JSON-LD may stand.
    """

    lines: int
    below: int
    description: int
    second_heading: int


# The line of the date and the buttons for sharing may stand between headline and subtitle.
TITLE = TitleZone(lines=3, below=6, description=3, second_heading=4)
