"""The bylines of Chinese, Japanese and Korean: labels, set forms, elements for authors."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from newsclean.fields.authors.candidate import Names, names_candidate
from newsclean.fields.authors.choice import ADDED_UP
from newsclean.fields.authors.cjk_alone import (
    LONGEST_NAMES,
    first_lines,
    is_full_name,
    read_alone,
    read_beside_date,
    short_lines,
)
from newsclean.fields.authors.cjk_bylines import GRAMMARS, is_of_desk, read_bylines
from newsclean.fields.authors.links import author_links
from newsclean.fields.authors.posters import ORIGIN as POSTER
from newsclean.fields.authors.posters import read_posters, without_replies
from newsclean.fields.authors.stated import read_stated
from newsclean.fields.comments import is_comment
from newsclean.fields.context import Context
from newsclean.fields.named_elements import FieldNames, named_ranges
from newsclean.fields.zones import CJK_AUTHOR_ELEMENT, CJK_AUTHORS
from newsclean.mentions.dates.finder import without_dates
from newsclean.mentions.labelled import find_labelled
from newsclean.mentions.labelled.spaced import find_spaced
from newsclean.mentions.names.exclusions import is_excluded
from newsclean.mentions.names.grammar import is_korean_name, is_name
from newsclean.mentions.names.lists import split_names
from newsclean.mentions.names.person import is_person
from newsclean.metadata.meta_names import SITE_META
from newsclean.model import Block, Label, Span
from newsclean.parse.class_words import CJK_AUTHOR_NAMES, NOT_CJK_AUTHOR_NAMES
from newsclean.text.patterns import lazy
from newsclean.text.scripts import WIDE

COMMA = lazy(r"[,·ㆍ、\s]+")
SIGNED_META = ("author", "og:article:author", "article:author")


def read_cjk(context: Context, script: str) -> list[Names]:
    """Everything on the page that may be the authors' names."""
    candidates = [names for reader in READERS for names in reader(context, script)]
    candidates = without_replies(context, candidates)
    return [names for names in candidates if not names.value or _is_credible(names, script)]


def _is_credible(candidate: Names, script: str) -> bool:
    """Whether names can be people's.

    Chinese sites put accounts and outlets where others put authors, but not in bylines.
    """
    if script != "chinese" or candidate.origin in (*ADDED_UP, POSTER, "stated and printed"):
        return True
    return all(map(is_name, candidate.value))


def _read_named(context: Context, script: str) -> Iterator[Names]:
    """Elements that are named for the author, and links with rel=author."""
    field_names = FieldNames(CJK_AUTHOR_NAMES, NOT_CJK_AUTHOR_NAMES)
    for index, block in short_lines(context, _element_window(context)):
        for start, end in named_ranges(context.page, index, field_names):
            text = block.text[start:end]
            inner = block.text[start : _first_edge(block, start, end)]
            names = _names_of_element(text, script) or _names_of_element(inner, script)
            if names and not is_comment(context, index):
                span = Span(index, start, end, Label.BYLINE, "named element")
                yield names_candidate(names, "named element", text, span)


def _first_edge(block: Block, start: int, end: int) -> int:
    """Where the first element inside of another begins: 林 千秋<span>ライター</span>."""
    return min([e.start for e in block.inline_elements if start < e.start < end], default=end)


def _read_links(context: Context, script: str) -> Iterator[Names]:
    """Links to the pages of authors beside the headline, whose texts are full names."""
    zone = CJK_AUTHORS
    start, stop = max(0, context.start - zone.above), context.start + zone.below
    for index, block in short_lines(context, range(start, min(len(context.page.blocks), stop))):
        links = author_links(block)
        texts = (block.text[first:last] for first, last in links)
        names = [name for text in texts for name in split_names(text, script == "japanese")]
        if names and all(is_full_name(name, script) for name in names):
            span = Span(index, links[0][0], links[-1][1], Label.BYLINE, "author's link")
            yield names_candidate(tuple(dict.fromkeys(names)), "author's link", block.text, span)


def _element_window(context: Context) -> range:
    zone = CJK_AUTHOR_ELEMENT
    last = context.body_blocks[-1] + zone.after if context.body_blocks else 0
    stop = min(len(context.page.blocks), max(last, context.start + zone.below))
    return range(max(0, context.start - zone.above), stop)


def _names_of_element(text: str, script: str) -> tuple[str, ...]:
    """The names in an element, unless it holds a sentence or an editor's role."""
    text, _ = without_dates(text)
    if len(text) > LONGEST_NAMES:
        return ()
    if any(map(is_of_desk, find_labelled(text) or find_spaced(text))):
        return ()
    read = GRAMMARS.get(script)
    return (read(text) if read else ()) or _people(text, script)


def _people(text: str, script: str) -> tuple[str, ...]:
    """The names in a text; those of an alphabet only if they are full names of people.

    After a stroke, a name in an alphabet is the same one again: 林千秋 / Chiaki Hayashi.
    """
    if script == "korean":
        text = " / ".join(map(_without_affiliation, text.split(" / ")))
    names = split_names(text, script == "japanese")
    wide = tuple(name for name in names if WIDE.search(name))
    if wide and "/" in text:
        return wide
    return tuple(name for name in names if name in wide or is_person(name))


def _without_affiliation(text: str) -> str:
    """The name of a Korean that begins a text with a job after it: 이서연 강변대 교수·경제학."""
    first, _, rest = text.strip().partition(" ")
    is_one = is_korean_name(first) and rest and not all(map(is_korean_name, COMMA.split(rest)))
    return first if is_one else text


def _read_stated(context: Context, script: str) -> Iterator[Names]:
    return read_stated(context, lambda text: _stated_people(text, script))


def _stated_people(text: str, script: str) -> tuple[str, ...]:
    """The people in a stated value; addresses, numbers, accounts and outlets name nobody."""
    if "://" in text or any(map(str.isdigit, text)):
        return ()
    return _people(" ".join(text.split()), script)


def _read_signed(context: Context, script: str) -> Iterator[Names]:
    """A pen name in the metadata that the page also prints, by itself, below the headline."""
    printed = _named_texts(context) if script == "chinese" else frozenset()
    for name in SIGNED_META:
        text = " ".join(context.first(name).split())
        if text in printed and text != context.first(*SITE_META) and not is_excluded(text):
            yield names_candidate((text,), "stated and printed", text)


def _named_texts(context: Context) -> frozenset[str]:
    """The texts of the elements right below the headline that are named for the author."""
    field_names = FieldNames(CJK_AUTHOR_NAMES, NOT_CJK_AUTHOR_NAMES)
    return frozenset(
        context.page.blocks[index].text[start:end]
        for index in first_lines(context)
        if not context.page.blocks[index].hidden
        for start, end in named_ranges(context.page, index, field_names)
    )


READERS: tuple[Callable[[Context, str], Iterator[Names]], ...] = (
    read_posters,
    read_bylines,
    _read_named,
    _read_links,
    read_alone,
    _read_stated,
    _read_signed,
    read_beside_date,
)
