"""What an inline style does to the visibility of text, and whether it breaks lines.

A style is read as a browser reads it: declarations separated by semicolons, without comments; of
several for one property the last valid one counts, unless an earlier one is important. Style sheets
and class names are not looked at.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping

from newsclean.text.patterns import lazy

# What a style does to the text in its element. GONE is final. The others an element inside can
# undo for its own text; the bit that says so stands UNDO places higher. DISPLAYED undoes the
# `hidden` attribute of the same element.
GONE, INVISIBLE, TINY, TRANSPARENT = 1, 2, 4, 8
HIDES = GONE | INVISIBLE | TINY | TRANSPARENT
UNDO = 4
DISPLAYED = GONE << UNDO
# The element is a box of its own, so that lines end before and after it, whatever its tag.
BREAKS = 256
# The element is a part of the line that it is in, whatever its tag.
INLINES = 512
BOXES = frozenset("block flex grid table list-item flow-root".split())

# Of 3,128 development pages, how many hide text of 20 characters or more in this way by an inline
# style, and on how many of them text of the gold body stands nowhere else:
#   display:none 1026, 36    visibility:hidden 51, 6    font-size up to 2px 9, 0    clip 4, 0
#   off the screen 13, 0     color:transparent 4, 0     text-indent 4, 1
# The 36 and the 6 show their text by script, or fold it. These fade their text in or unfold it too
# often, and hide nothing here:
#   opacity:0 75, 24         width, height or max-height of 0 82, 28
OF_INTEREST = lazy(
    r"none|hidden|collapse|visib|display|font|color|clip|inde|[:\s]-\d{3}|\\|/\*", re.I
)
# In a style with one of these, a semicolon need not separate declarations.
QUOTING = lazy(r"[\"'(\[{\\]|/\*")
TOKEN = lazy(
    r"""(?P<comment>/\*.*?(?:\*/|\Z))
    | url\(\s*+(?!["'])[^)\\]*+(?:\\.[^)\\]*+)*+\)?
    | "[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"?
    | '[^'\\\n]*+(?:\\.[^'\\\n]*+)*+'?
    | \\.
    | [;(){}\[\]]""",
    re.X | re.S | re.I,
)
CLOSERS = {"(": ")", "[": "]", "{": "}"}
ESCAPE = lazy(r"\\(?:([0-9a-f]{1,6})\s?|(.))", re.I | re.S)
IMPORTANT = lazy(r"!\s*+important\Z")
# Longer values are no keyword, number or color.
LONGEST_VALUE = 200

DISPLAY_WORD = lazy(
    r"(?:-(?:webkit|moz|ms)-)?(?:none|contents|list-item|math|ruby|run-in|block|flow|flow-root"
    r"|(?:inline-)?(?:block|flex|flexbox|grid|table|box)|inline|table-[a-z-]{3,13}"
    r"|inherit|initial|unset|revert|revert-layer)"
)
VISIBILITIES = frozenset(
    "visible hidden collapse initial inherit unset revert revert-layer".split()
)
NUMBER = lazy(r"([+-]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9}))([a-z%]{0,9})")
SIZE_WORD = lazy(r"(?:x{1,3}-)?(?:small|large)|medium|initial")
SIZE_IN_FONT = lazy(r"(?:\A|(?<=\s))(?:[\d.]{1,9}[a-z%]{1,9}|0)(?=\s|/)")
RELATIVE_UNITS = frozenset({"em", "%", "ex", "ch"})
SMALLEST_FONT, SMALL_UNITS = 2, frozenset({"px", "pt"})
NO_COLOR = lazy(r"transparent|(?:rgb|hsl)a\([^()]*,\s*+0?\.?0*+%?\s*+\)|#(?:...0|.{6}00)")
# Where one of these is set, letters without a color are painted all the same.
PAINTS = frozenset(
    "background-clip -webkit-background-clip -webkit-text-fill-color text-shadow".split()
)
CLIP_TO_NOTHING = lazy(
    r"rect\(\s*+(?:[01](?:px)?(?:\s*+,\s*+|\s++|(?=\)))){4}\)|inset\((?:50|100)%.*|circle\(0.*"
)
SIDES = ("left", "right", "top", "bottom")
# The properties that are read; most declarations are of others.
MOVERS = ("text-indent", "margin-left", "margin-top")
READ = PAINTS.union(
    MOVERS,
    SIDES,
    "display content-visibility visibility font font-size color".split(),
    ("position", "clip", "clip-path"),
)
# So far beyond an edge of the screen nothing is seen. In pixels; an em has about 16 of them.
FAR_OFF, PIXELS = -900, {"em": 16, "rem": 16}


def hiding(style: str) -> int:
    """What a style does to the text in its element, as bits; 0 if it says nothing of that.

    >>> hiding("DISPLAY:/**/none") == GONE, hiding("visibility: collapse") == INVISIBLE
    (True, True)
    >>> hiding("background: url(display:none)"), hiding("x-display:none-y"), hiding("opacity: 0")
    (0, 0, 0)
    """
    if not OF_INTEREST.search(style):
        return 0
    values = dict(_winning(style))
    return (
        _of_display(values)
        | _of_visibility(values.get("visibility", ""))
        | _of_size(values.get("font-size", ""))
        | _of_color(values)
        | (GONE if _is_off_screen(values) else 0)
    )


def _of_display(values: Mapping[str, str]) -> int:
    display = values.get("display", "")
    if display == "none" or values.get("content-visibility") == "hidden":
        return GONE
    if display in BOXES:
        return DISPLAYED | BREAKS
    is_inline = "inline" in display and display != "inline-list-item"
    return (DISPLAYED if display else 0) | (INLINES if is_inline else 0)


def _of_visibility(value: str) -> int:
    if value in ("hidden", "collapse"):
        return INVISIBLE
    return INVISIBLE << UNDO if value in ("visible", "initial") else 0


def _of_size(value: str) -> int:
    """Letters of a size that nobody can read; a size relative to theirs undoes nothing."""
    if SIZE_WORD.fullmatch(value):
        return TINY << UNDO
    number, unit = _number(value)
    if number is None:
        return 0
    if number == 0 or (number <= SMALLEST_FONT and unit in SMALL_UNITS):
        return TINY
    return 0 if unit in RELATIVE_UNITS else TINY << UNDO


def _of_color(values: Mapping[str, str]) -> int:
    color = values.get("color", "")
    if NO_COLOR.fullmatch(color):
        return TRANSPARENT if PAINTS.isdisjoint(values) else 0
    return TRANSPARENT << UNDO if color not in ("", "inherit", "unset", "currentcolor") else 0


def _is_off_screen(values: Mapping[str, str]) -> bool:
    """Whether a box is clipped to nothing, or it or its text is moved beyond an edge."""
    moved: tuple[str, ...] = MOVERS
    if values.get("position") in ("absolute", "fixed"):
        clips = values.get("clip", ""), values.get("clip-path", "")
        if any(CLIP_TO_NOTHING.fullmatch(clip) for clip in clips):
            return True
        moved += SIDES
    for name in moved:
        if name not in values:
            continue
        number, unit = _number(values[name])
        if number is not None and unit != "%" and number * PIXELS.get(unit, 1) <= FAR_OFF:
            return True
    return False


def _number(value: str) -> tuple[float | None, str]:
    found = NUMBER.fullmatch(value.split(maxsplit=1)[0]) if value else None
    return (float(found[1]), found[2]) if found else (None, "")


def _winning(style: str) -> Iterator[tuple[str, str]]:
    """Each property of a style that is read, with the value that counts; important ones last."""
    important = []
    parts = _declarations(style) if QUOTING.search(style) else style.split(";")
    for declaration in parts:
        name, _, value = declaration.partition(":")
        name = _plain(name)
        if name not in READ:
            continue
        value = _plain(value)
        if found := IMPORTANT.search(value):
            value = value[: found.start()].rstrip()
        if name == "font" and (size := SIZE_IN_FONT.search(value)):
            name, value = "font-size", size[0]
        if len(value) <= LONGEST_VALUE and _is_valid(name, value):
            if found:
                important.append((name, value))
            else:
                yield name, value
    yield from important


def _is_valid(name: str, value: str) -> bool:
    if name == "display":
        return bool(value) and all(map(DISPLAY_WORD.fullmatch, value.split()))
    if name == "visibility":
        return value in VISIBILITIES
    if name == "font-size":
        number = _number(value)[0]
        return SIZE_WORD.fullmatch(value) is not None or (number is not None and number >= 0)
    return True


def _plain(text: str) -> str:
    """A name or value in lower case, its escapes read: `n\\6f ne` is `none`."""
    if "\\" in text:
        text = ESCAPE.sub(_unescaped, text)
    return text.strip().lower()


def _unescaped(escape: re.Match[str]) -> str:
    code = int(escape[1] or "0", 16)
    return chr(code) if 0 < code <= sys.maxunicode else escape[2] or ""


def _declarations(style: str) -> Iterator[str]:
    """The parts of a style between the semicolons that separate, without its comments.

    >>> list(_declarations("a: 1; b: url(x;y) /* ; */; c: 'd;e'; f: (g;"))
    ['a: 1', ' b: url(x;y)  ', " c: 'd;e'", ' f: (g;']
    """
    pieces: list[str] = []
    closers: list[str] = []
    start = 0
    for token in TOKEN.finditer(style):
        sign = token[0]
        if sign in CLOSERS:
            closers.append(CLOSERS[sign])
        elif closers and sign == closers[-1]:
            closers.pop()
        elif token["comment"] or (sign == ";" and not closers):
            pieces.append(style[start : token.start()])
            start = token.end()
            if sign == ";":
                yield "".join(pieces)
                pieces.clear()
            else:
                pieces.append(" ")
    pieces.append(style[start:])
    yield "".join(pieces)
