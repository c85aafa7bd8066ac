"""References to notes in the text of a block: numbers and signs, raised or in brackets."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newsclean.metadata.addresses import is_web, joined
from newsclean.model import Inline
from newsclean.text.patterns import lazy
from newsclean.text.ranges import RangeIndex

# What stands in brackets above a line refers to something; only a number does in a line.
ABOVE_LINE = lazy(r"\[[^\[\]]{1,40}\]")
IN_LINE = lazy(r"\[(?:\d{1,3}|[a-z]|\*{1,3})\]")
# What leads from a note back to the text.
RETURN = lazy(r"[↩↵⏎↑⤴⤶^\s\ufe0e\ufe0f]{1,8}")
# The number, letter or sign of a note is no longer.
LONGEST_REFERENCE = 12
# ABOVE_LINE matches no more.
LONGEST_ABOVE_LINE = 42
MAILTO = "mailto:"
# Browsers put a slash behind a host without a path.
NO_PATH = lazy(r"https?://[^/?#]{1,255}(?=[?#])")

Inlines = Sequence[tuple[Inline, int, int]]
"""The inline elements of a block, and where each starts and ends in its text."""


class Link(NamedTuple):
    """A link in the text, with what it names."""

    start: int
    end: int
    value: str


class Links:
    """Links in the order of the text."""

    __slots__ = ("_links", "_starts")

    def __init__(self, links: Iterable[Link]) -> None:
        self._links = sorted(links)
        self._starts = [link.start for link in self._links]

    def __iter__(self) -> Iterator[Link]:
        return iter(self._links)

    def first_at(self, start: int, end: int) -> Link | None:
        """The first link in a superscript, or around it and hardly anything else."""
        index = bisect_left(self._starts, start - LONGEST_REFERENCE)
        while index < len(self._links) and self._starts[index] <= end:
            link = self._links[index]
            around = link.end - link.start <= LONGEST_REFERENCE
            if (start <= link.start and link.end <= end) or (
                link.start <= start and end <= link.end and around
            ):
                return link
            index += 1
        return None


def address_of(href: str, base: str) -> str:
    """The whole address of a link, or "" if a click on it would not open a page or write a mail."""
    href = href.strip()
    if href[: len(MAILTO)].lower() == MAILTO:
        return href
    address = joined(base, href) if href else ""
    if (begins := NO_PATH.match(address)) is not None:
        address = f"{begins[0]}/{address[begins.end() :]}"
    return address if is_web(address) else ""


def fragment_of(href: str, base: str) -> str:
    """The id that a link to a place on the same page names, else "".

    >>> fragment_of("#fn1", ""), fragment_of("https://a.example/x#fn1", "https://a.example/x")
    ('fn1', 'fn1')
    >>> fragment_of("https://a.example/y#fn1", "https://a.example/x"), fragment_of("#", "")
    ('', '')
    """
    address, _, fragment = href.strip().partition("#")
    return fragment if not address or address == base.partition("#")[0] else ""


def may_have_notes(placed: Inlines) -> bool:
    """Whether a block has what can refer to a note, or lead back from one."""
    return any(
        inline.tag == "sup" or (inline.tag == "a" and "#" in inline.href) for inline, _, _ in placed
    )


def find_notes(text: str, placed: Inlines, base: str) -> dict[tuple[int, int], str]:
    """Where the text of a block refers to notes, and the id of each note.

    The number that a note itself begins with is no reference.
    """
    anchors = [one for one in placed if one[0].tag == "a" and "#" in one[0].href]
    if not anchors and not any(inline.tag == "sup" for inline, _, _ in placed):
        return {}
    links = Links(
        Link(start, end, fragment)
        for inline, start, end in anchors
        if (fragment := fragment_of(inline.href, base))
    )
    others = Links(
        Link(start, end, address)
        for inline, start, end in anchors
        if (address := address_of(inline.href, base))
    )
    notes: dict[tuple[int, int], str] = {}
    for inline, start, end in placed:
        if inline.tag != "sup" or not 0 < start < end:
            continue
        shown = text[start:end].strip()
        linked = links.first_at(start, end) if len(shown) <= LONGEST_REFERENCE else None
        if linked:
            notes[min(start, linked.start), max(end, linked.end)] = linked.value
        elif len(shown) <= LONGEST_ABOVE_LINE and ABOVE_LINE.fullmatch(shown):
            other = others.first_at(start, end)
            notes[start, end] = other.value if other else shown.strip("[]")
    noted = RangeIndex(notes)
    for start, end, fragment in links:
        if start and IN_LINE.fullmatch(text, start, end) and not noted.holds(start, end):
            notes[start, end] = fragment
    return notes


def find_returns(text: str, placed: Inlines, base: str) -> list[tuple[int, int]]:
    """Where a block has links to places on the same page that are nothing but an arrow."""
    return [
        (start, end)
        for inline, start, end in placed
        if inline.tag == "a"
        and "#" in inline.href
        and RETURN.fullmatch(text, start, end)
        and fragment_of(inline.href, base)
    ]
