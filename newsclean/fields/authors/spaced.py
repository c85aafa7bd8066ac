"""The bylines of languages with spaces: lines, elements and links for authors."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from newsclean.fields.authors.boxes import read_boxes, read_introduced
from newsclean.fields.authors.candidate import Names, line_candidate, names_candidate
from newsclean.fields.authors.edges import read_edges
from newsclean.fields.authors.links import author_links
from newsclean.fields.authors.lone_names import read_lone_names, without_cards
from newsclean.fields.authors.prepositions import after_preposition
from newsclean.fields.authors.siblings import join_siblings
from newsclean.fields.authors.stated import read_stated, split_stated_names
from newsclean.fields.authors.windows import Windows
from newsclean.fields.comments import is_comment
from newsclean.fields.context import Context
from newsclean.fields.named_elements import FieldNames, named_ranges
from newsclean.mentions.names.spaced import byline_start, desk_name, spaced_names
from newsclean.model import Block, Label, Span
from newsclean.parse.class_words import NOT_SPACED_AUTHOR_NAMES, SPACED_AUTHOR_NAMES
from newsclean.text.match_key import match_key
from newsclean.text.patterns import lazy

LONGEST_LINE = 160
# A longer byline that starts with a small letter is a sentence, "By focusing on the ferry …", and
# no account, "by jroe | 4 May".
LONGEST_ACCOUNT = 40
# In words: of a name without capitals, since whatever follows it may be one.
MOST_UNCASED = 3
SIGNS = r"|·•∙⋅●–—\-,.\d\])"
# Before a byline within a line: "5 May 2024 | By Jane Roe", "Reviewed by A — Written by B".
INSIDE = lazy(
    rf"[{SIGNS}\s](?:(?<=[{SIGNS}])\s*+|(?<!\s\s)(?<=\s)\s++|(?<=\d [ap]m ))"
    r"(?=[^\W\d]{2,12}(?:\s[^\W\d]{2,3})?\s*:?\s)"
)
# Those who did something else for the article, on the line of its authors.
OTHER_BY = lazy(
    r"\b(?:reviewed|edited|checked|updated|translated|illustrated|photograph\w{0,5}|photos?"
    r"|recommended|produced|sponsored|researched)\s+by\b",
    re.IGNORECASE,
)


def read_spaced(context: Context) -> list[Names]:
    """Everything on the page that may be the authors' names."""
    windows = Windows.from_context(context)
    candidates = list(read_stated(context, split_stated_names))
    for reader in READERS:
        candidates += join_siblings(context, list(reader(context, windows)))
    return without_cards(candidates)


def _lines(context: Context, windows: Windows) -> Iterator[tuple[int, Block]]:
    for index in (*windows.near, *windows.below):
        block = context.page.blocks[index]
        if index != context.headline and not block.hidden and len(block.text) <= LONGEST_LINE:
            yield index, block


def _read_bylines(context: Context, windows: Windows) -> Iterator[Names]:
    """`By Jane Roe`, `5 May 2024 | By Jane Roe, Staff Writer`, `Written by the Team`."""
    for index, block in _lines(context, windows):
        start = byline_start(block.text) or _start_inside(block.text)
        start = start or _start_after_date(context, block.text)
        if start := start or _start_after_verb(context, block.text):
            byline = block.text[start:]
            people = _without_site(context, spaced_names(byline)) or _linked_people(block, start)
            if names := people or _desk_of_byline(byline):
                origin = windows.origin("by line" if people else "desk's by line", index)
                yield line_candidate(names, origin, block, index, "by line")


def _without_site(context: Context, names: tuple[str, ...]) -> tuple[str, ...]:
    """The names without that of the site: By Jane Roe, Harbour Sun."""
    others = tuple(name for name in names if match_key(name) not in context.site_keys)
    return others or names


def _linked_people(block: Block, start: int) -> tuple[str, ...]:
    """The people whose names are links from `start` on: what follows one is a job or an outlet."""
    links = (link for link in block.links if link.start >= start) if block.linked else ()
    names = [name for link in links for name in spaced_names(block.text[link.start : link.end])]
    return tuple(dict.fromkeys(names))


def _start_inside(text: str) -> int:
    """Where the names start of a byline that stands within a line, else 0.

    >>> _start_inside("5 May 2024 | By Jane Roe"), _start_inside("5 May 2024 | Jane Roe")
    (16, 0)
    """
    for found in INSIDE.finditer(text):
        if start := byline_start(text[found.end() :]):
            return found.end() + start
    return 0


def _start_after_date(context: Context, text: str) -> int:
    """Where the names start after a date and a preposition: Pubblicato il 10/05/2024 da Anna."""
    dates = context.dates(text)
    end = dates[-1].end if dates else 0
    rest = text[end:].lstrip(" ,|")
    skipped = after_preposition(context, rest) if end else 0
    return len(text) - len(rest) + skipped if skipped else 0


def _start_after_verb(context: Context, text: str) -> int:
    """Where a name of two or three words starts in a script without capitals: كتب سامي حداد."""
    is_cased = text[:1].isascii() or text[:1].upper() != text[:1].lower()
    skipped = 0 if is_cased else after_preposition(context, text)
    return skipped if skipped and len(text[skipped:].split()) <= MOST_UNCASED else 0


def _desk_of_byline(byline: str) -> tuple[str, ...]:
    desk = desk_name(byline)
    is_desk = desk and (len(byline) <= LONGEST_ACCOUNT or desk[0].isupper())
    return (desk,) if is_desk else ()


def _read_named(context: Context, windows: Windows) -> Iterator[Names]:
    """Elements that are named for the author, and links to an author's page."""
    field_names = FieldNames(SPACED_AUTHOR_NAMES, NOT_SPACED_AUTHOR_NAMES)
    for index, block in _lines(context, windows):
        named = named_ranges(context.page, index, field_names)
        linked = author_links(block) if block.linked else []
        for kind, of_kind in (("named element", named), ("author's link", linked)):
            if of_kind:
                start, end = of_kind[0]
                skipped = after_preposition(context, block.text[start:end])
                of_kind[0] = (start + skipped, end)
                names = _of_ranges(block, index, of_kind, kind, windows)
                if names and not is_comment(context, index):
                    yield names


def _of_ranges(
    block: Block, index: int, ranges: list[tuple[int, int]], kind: str, windows: Windows
) -> Names | None:
    """The candidate for the names in these ranges of a block; of a desk, if they name no people."""
    if others := OTHER_BY.search(block.text):
        ranges = [(start, end) for start, end in ranges if start < others.start()]
    texts = [text for start, end in ranges for text in _texts_of_range(block, start, end)]
    people = _without_longer(name for text in texts for name in spaced_names(text))
    names = people or tuple(desk for text in texts if (desk := desk_name(text)))[:1]
    if not names:
        return None
    start, end = min(start for start, _ in ranges), max(end for _, end in ranges)
    origin = windows.origin(kind if people else f"desk's {kind}", index)
    return names_candidate(names, origin, block.text, Span(index, start, end, Label.BYLINE, kind))


def _texts_of_range(block: Block, start: int, end: int) -> list[str]:
    """The text of an element; those of the links in it if each is the name of a person."""
    links = [link for link in block.links if start <= link.start < link.end <= end]
    texts = [block.text[link.start : link.end] for link in links]
    return texts if len(texts) > 1 and all(map(spaced_names, texts)) else [block.text[start:end]]


def _without_longer(names: Iterable[str]) -> tuple[str, ...]:
    """The names, each once, without those that start with another of them.

    An element around that of the name often has a word more.

    >>> _without_longer(["Jane Roe", "Jane Roe Editor", "John Poe"])
    ('Jane Roe', 'John Poe')
    """
    found = tuple(dict.fromkeys(names))
    return tuple(name for name in found if not any(name.startswith(other + " ") for other in found))


READERS: tuple[Callable[[Context, Windows], Iterator[Names]], ...] = (
    _read_bylines,
    _read_named,
    read_lone_names,
    read_edges,
    read_boxes,
    read_introduced,
)
