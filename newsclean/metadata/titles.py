"""The parts of a title: headline, sections, the name of the site."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from newsclean.metadata.site import SHORT_REST, Site
from newsclean.text.match_key import match_key
from newsclean.text.patterns import lazy
from newsclean.text.scripts import HAN, KANA

# Between a headline and the names of the site and its sections. A colon or a dash needs a space,
# since headlines have them too.
SEPARATOR = lazy(
    r"\s[-|–—―·•»›:：/~⋆]{1,3}\s|\s?[|_｜¦]{1,2}\s?|\s[-–—]{1,2}|[-–—]{1,2}\s|\s[»›]{1,2}\s"
    rf"|(?<=[{HAN}{KANA}”》！？])[-–—－]{{1,2}}(?=[{HAN}A-Z\w])"
)
# One of these is in every separator, and in few titles.
SIGN = lazy("[-|–—―·•»›:：/~⋆_｜¦－]")
# Titles have few of these of their own.
HARD_SEPARATORS = ("|", "｜", "_", "¦", "--")
# A longer text is no title, or a title with much besides.
LONGEST = 300
LONGEST_NAME = 24


class _Part(NamedTuple):
    """A part of a title.

    Attributes:
        start: Offset of its first character in the title.
        end: Offset after its last character.
        text: The part.
        separator: What stands before it, without spaces; "" for the first part.
    """

    start: int
    end: int
    text: str
    separator: str


def cut_site(title: str, site: Site, printed: bool = False) -> str:
    """A title without the names of the site and of its sections at its ends.

    If the page prints one side of a separator as a heading, that is the whole headline; in a
    `printed` headline only where the separator is one that titles seldom contain.

    >>> from newsclean.metadata.json_ld import JsonLd
    >>> from newsclean.parse import parse
    >>> page = parse(
    ...     "<meta property=og:site_name content='The Harbour Post'>"
    ...     "<title>Ferry returns | News | The Harbour Post</title>"
    ... )
    >>> site = Site.from_page(page, JsonLd.from_scripts(()))
    >>> cut_site(page.metadata.title, site)
    'Ferry returns | News'
    >>> cut_site("Ferry returns - and the pier stays", site)
    'Ferry returns - and the pier stays'
    >>> cut_site("Harbour Post: Ferry returns", site)
    'Harbour Post: Ferry returns'
    """
    title = " ".join(title.split())
    parts = _parts(title) if len(title) <= 2 * LONGEST and SIGN.search(title) else []
    if len(parts) < 2:
        return title
    if heading := _heading_in(title, parts, site.headings, printed):
        return heading
    kept = _without_site(parts, site)
    return title[kept[0].start : kept[-1].end].strip()


def _parts(title: str) -> list[_Part]:
    """The parts of a title between its separators."""
    cuts = [found.span() for found in SEPARATOR.finditer(title)]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(title)]
    separators = ["", *(title[start:end].strip() for start, end in cuts)]
    return [
        _Part(start, end, title[start:end], separator)
        for start, end, separator in zip(starts, ends, separators, strict=True)
    ]


def _heading_in(title: str, parts: Sequence[_Part], headings: frozenset[str], printed: bool) -> str:
    """What stands before or after a separator and is a heading, "" if nothing is."""
    if not headings:
        return ""
    pairs = [
        (before, after)
        for before, after in pairwise(parts)
        if not printed or after.separator in HARD_SEPARATORS
    ]
    sides = [title[: before.end] for before, _ in pairs] + [title[a.start :] for _, a in pairs]
    return next((side.strip() for side in sides if match_key(side) in headings), "")


def _without_site(parts: Sequence[_Part], site: Site) -> Sequence[_Part]:
    """The parts up to the site's name, without sections before it.

    Without a name at the end, one at the start is left out, and sections at the end only after a
    separator that titles seldom contain.
    """
    named = (index for index, part in enumerate(parts[1:], 1) if site.is_named(part.text))
    last = next(named, len(parts))
    is_cut = last < len(parts)
    while last > 1 and (is_cut or parts[last - 1].separator in HARD_SEPARATORS):
        if not site.is_section(parts[last - 1].text):
            break
        last, is_cut = last - 1, True
    if last == len(parts) and site.is_named(parts[0].text, SHORT_REST):
        return parts[1:]
    return parts[:last]


def name_in_title(title: str, site: Site) -> str:
    """The part at an end of a title that is the site's name, "" if none is.

    The longest part is the headline.

    >>> from newsclean.metadata.json_ld import JsonLd
    >>> from newsclean.parse import parse
    >>> page = parse(
    ...     "<title>Ferry returns to the island - Harbour Post</title>"
    ...     "<a href=/><img src=logo.png alt='Harbour Post'></a>"
    ... )
    >>> name_in_title(page.metadata.title, Site.from_page(page, JsonLd.from_scripts(())))
    'Harbour Post'
    """
    parts = [part.text.strip() for part in _parts(" ".join(title.split())) if part.text.strip()]
    if len(parts) < 2:
        return ""
    ends = {parts[0], parts[-1]} - {max(parts, key=len)}
    named = (part for part in reversed(parts) if part in ends and len(part) <= LONGEST_NAME)
    return next((part for part in named if site.is_named(part, SHORT_REST)), "")
