"""What each element does to the flow of text, by its tag and its class names."""

from __future__ import annotations

from newsclean.model import Inline
from newsclean.parse.hiding import FALLBACKS
from newsclean.text.patterns import lazy

# Roles of inline elements, of what stands in a text, and of blocks, so that a role tells by its
# place which of these it is.
(
    INLINE,
    SCRIPT,
    MARK,
    ANCHOR,
    RUBY,
    READING,
    BREAK,
    VOID,
    NOT_TEXT,
    BLOCK,
    CODE,
    BUTTON,
    DIALOG,
    FALLBACK,
) = range(14)
ROLES = {
    **dict.fromkeys(
        (
            "address article aside blockquote body caption center dd details dir div dl dt"
            " fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup html"
            " legend li main menu nav ol optgroup option p search section select summary table"
            " tbody td textarea tfoot th thead tr ul"
        ).split(),
        BLOCK,
    ),
    **dict.fromkeys(("br", "hr"), BREAK),
    **dict.fromkeys(("meta", "link", "img", "base", "wbr", "source", "embed"), VOID),
    **dict.fromkeys(
        (
            "script style template svg iframe noframes title object applet datalist rp"
            " annotation annotation-xml"
        ).split(),
        NOT_TEXT,
    ),
    **dict.fromkeys(
        ("b strong i em cite dfn var code kbd samp tt s strike del").split(),
        MARK,
    ),
    # The signs and names of a formula touch like powers; its numbers may be those of a fraction.
    **dict.fromkeys(("sup", "sub", "mi", "mo", "msub", "msup"), SCRIPT),
    "a": ANCHOR,
    "ruby": RUBY,
    "rt": READING,
    "pre": CODE,
    "dialog": DIALOG,
    "button": BUTTON,
    **dict.fromkeys(FALLBACKS, FALLBACK),
}
"""The role of a tag. Any other is inline, or that of a custom element if it has a hyphen.

A BUTTON is a block where it does not stand in a sentence; a DIALOG is one that may be closed.
"""
# The last of the roles of inline elements, and the last of those that make blocks.
LAST_INLINE, LAST_BLOCK = RUBY, DIALOG

BOLD = frozenset({"b", "strong"})
# One value for all elements that have no attribute worth keeping.
MARKS = {
    tag: Inline(tag, "", "", "") for tag, role in ROLES.items() if INLINE < role <= LAST_INLINE
}

# Elements whose own text is a sentence: a custom element in one of them is a part of it.
TEXT_TAGS = frozenset(
    "p li dd dt td th h1 h2 h3 h4 h5 h6 blockquote figcaption caption summary".split()
)
# What makes a line of code inside preformatted text, not a block.
CODE_LINES = frozenset("div ol ul li table tbody tr td".split())
# The items of ordered lists and the cells of rows, which are counted, and what begins a count.
COUNTED = frozenset({"tr", "ol", "li", "td", "th", "blockquote"})
# The attributes that are kept of those, beside their number or column.
KEPT_ATTRIBUTES = {
    "ol": ("start", "reversed"),
    "td": ("colspan", "rowspan"),
    "th": ("colspan", "rowspan"),
    "blockquote": ("cite",),
}

LINE_NUMBER_NAMES = lazy(
    r"(?:^|[ _-])(?:ln|lnt|lno|line-?(?:no|num|nums|number|numbers)s?|gutter)(?:$|[ _-])"
)
