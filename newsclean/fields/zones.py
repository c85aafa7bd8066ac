"""How far from the headline and the body each reader looks, in blocks."""

from __future__ import annotations

from typing import NamedTuple


class Zone(NamedTuple):
    """The blocks in which a field is looked for.

    Attributes:
        above: How many blocks above the headline.
        below: How many blocks below the headline.
        after: How many blocks after the last one of the body.
    """

    above: int = 0
    below: int = 0
    after: int = 0


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

# The date is looked for from here to the end of the body as well.
DATE = Zone(above=80, after=40)
# The line of the date, beside the headline.
DATE_LINE = Zone(above=3, below=8)
# Bylines of languages with spaces, and names that stand alone on a line.
SPACED_AUTHORS = Zone(above=6, below=14, after=20)
LONE_NAME = Zone(above=4)
# Bylines of Chinese, Japanese and Korean, and elements that are named for the author.
CJK_AUTHORS = Zone(above=4, below=9, after=20)
CJK_AUTHOR_ELEMENT = Zone(above=12, below=40, after=20)
# Lines that credit a source, and the print edition at the end of the body.
SOURCE = Zone(above=6, below=12, after=12)
EDITION = Zone(above=2, after=4)
# Editorial credits.
CREDITS = Zone(above=3, after=25)
# The pictures of the article; the caption of the last may be below the body.
PICTURES = Zone(above=4, after=1)
# The path of sections; a path without a label or a class name stands right above the headline.
SECTION = Zone(above=100)
SECTION_SIGN = Zone(above=6)
