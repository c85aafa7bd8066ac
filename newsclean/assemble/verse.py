"""Stanzas of poems and songs, whose lines are parted by <br>."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from newsclean.assemble.lines import Line, join_lines
from newsclean.assemble.placed import Placed
from newsclean.model import Kind, Page
from newsclean.text.characters import text_length

MAY_BE_VERSE = frozenset({Kind.PARAGRAPH, Kind.QUOTE})
# A poem has two stanzas, or one of this many lines; what has fewer is an address or a list.
FEWEST_LINES, FEWEST_IN_ONE_STANZA = 4, 6
# In letters. A line of verse is shorter; two in three stay well below that.
LONGEST_LINE, USUAL_LINE = 80, 60
# The shares of lines that may end a sentence with a full stop, and that may hold a digit. Lists of
# results and of addresses have digits in most lines.
MOST_STOPS, MOST_DIGITS = 0.5, 0.1


def join_verses(page: Page, found: Sequence[Placed]) -> list[Placed]:
    """The paragraphs, with the lines of each stanza in one."""
    # The lines of most articles are not parted at all.
    if not any(page.blocks[one.blocks[0]].line for one in found):
        return [*found]
    joined: list[Placed] = []
    for _, group in groupby(found, lambda placed: _poem(page, placed)):
        lines = list(group)
        # Nearly all groups are one paragraph.
        joined += lines if len(lines) < FEWEST_LINES else _with_verses(page, lines)
    return joined


def _with_verses(page: Page, lines: Sequence[Placed]) -> list[Placed]:
    """The lines of a group, joined if they are a poem, else those of each element that are one."""
    if verses := _verses(page, lines):
        return verses
    found: list[Placed] = []
    for _, group in groupby(lines, lambda placed: _element(page, placed)):
        own = list(group)
        found += _verses(page, own) or own
    return found


def _verses(page: Page, lines: Sequence[Placed]) -> list[Placed]:
    """The stanzas that some lines are; none if they are no poem."""
    stanzas = list(_stanzas(page, lines)) if _element(page, lines[0]) >= 0 else []
    is_poem = is_verse([[line.paragraph.text for line in stanza] for stanza in stanzas])
    return [_stanza(stanza) for stanza in stanzas] if is_poem else []


def _poem(page: Page, placed: Placed) -> tuple[int, bool]:
    """What the lines of a poem have in common: their element, or that of stanzas of four lines."""
    index = _element(page, placed)
    element = page.elements[index]
    is_stanza = index >= 0 and element.tag == "p" and element.last - element.first >= FEWEST_LINES
    return (element.parent, True) if is_stanza else (index, False)


def _element(page: Page, placed: Placed) -> int:
    """The element of a line; -1 if it can be none of a poem."""
    paragraph = placed.paragraph
    if paragraph.kind not in MAY_BE_VERSE or paragraph.list_id is not None:
        return -1
    return page.blocks[placed.blocks[0]].element


def _stanzas(page: Page, lines: Sequence[Placed]) -> Iterator[list[Placed]]:
    """The lines in groups between which there is an empty line."""
    stanza: list[Placed] = []
    for placed in lines:
        number = page.blocks[placed.blocks[0]].line
        if stanza and number != page.blocks[stanza[-1].blocks[0]].line + 1:
            yield stanza
            stanza = []
        stanza.append(placed)
    if stanza:
        yield stanza


def is_verse(stanzas: Sequence[Sequence[str]]) -> bool:
    """Whether the lines in one element are those of a poem.

    >>> stanzas = [["The lamp is lit,", "the tide is low,"], ["and who waits", "no longer knows"]]
    >>> is_verse(stanzas)
    True
    >>> is_verse([["12 Quay Street", "Skarvik", "Open from 10", "to 6"]])
    False
    """
    lines = [line for stanza in stanzas for line in stanza]
    fewest = FEWEST_LINES if len(stanzas) > 1 else FEWEST_IN_ONE_STANZA
    if len(lines) < fewest or len(lines) < 2 * len(stanzas):
        return False
    lengths = sorted(map(text_length, lines))
    stops = sum(line.endswith((".", "。")) for line in lines)
    digits = sum(any(map(str.isdigit, line)) for line in lines)
    return (
        lengths[-1] <= LONGEST_LINE
        and lengths[2 * len(lines) // 3] <= USUAL_LINE
        and stops <= MOST_STOPS * len(lines)
        and digits <= MOST_DIGITS * len(lines)
    )


def _stanza(lines: Sequence[Placed]) -> Placed:
    paragraphs = [placed.paragraph for placed in lines]
    text, marks = join_lines([Line(one.text, one.marks) for one in paragraphs], "\n")
    verse = replace(paragraphs[0], kind=Kind.VERSE, text=text, marks=marks)
    return Placed(verse, tuple(block for placed in lines for block in placed.blocks))
