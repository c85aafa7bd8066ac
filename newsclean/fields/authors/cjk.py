"""The bylines of Chinese, Japanese and Korean: labels, set forms, elements for authors."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from newsclean.fields.authors.candidate import Names, line_candidate, names_candidate
from newsclean.fields.authors.choice import ADDED_UP
from newsclean.fields.authors.cjk_bylines import GRAMMARS, is_of_desk, read_bylines
from newsclean.fields.authors.links import author_links
from newsclean.fields.authors.stated import read_stated
from newsclean.fields.context import Context
from newsclean.fields.line_parts import line_parts
from newsclean.fields.named_elements import FieldNames, named_ranges
from newsclean.fields.zones import CJK_AUTHOR_ELEMENT, CJK_AUTHORS
from newsclean.lexicon.lookups import spaced_roles
from newsclean.mentions.dates.finder import without_dates
from newsclean.mentions.labelled import find_labelled
from newsclean.mentions.labelled.spaced import find_spaced
from newsclean.mentions.names.cjk import (
    has_family_name,
    has_japanese_family_name,
    is_in_name_han,
)
from newsclean.mentions.names.exclusions import is_excluded
from newsclean.mentions.names.grammar import is_korean_name, is_name
from newsclean.mentions.names.lists import split_names
from newsclean.mentions.names.person import is_person
from newsclean.metadata.meta_names import SITE_META
from newsclean.model import Block, Label, Span
from newsclean.parse.class_words import CJK_AUTHOR_NAMES, NOT_CJK_AUTHOR_NAMES
from newsclean.text.patterns import lazy
from newsclean.text.scripts import WIDE

LONGEST_LINE, LONGEST_NAMES = 120, 40
EDGES = " \u3000.,;:|/·•-–—"
# Many words of two characters begin like a family name, so one name must have three.
ALONE = lazy(r"(?=.{0,12}[^、，\s]{3})[^、，\s]{2,3}(?:[、，\s]{1,3}[^、，\s]{2,3}){0,3}")
BETWEEN_NAMES = lazy(r"[、，\s]")
LETTER = lazy(r"\w")
# Of Chinese names. Two or four characters are more often another word.
USUAL_LENGTH = 3
INSTITUTION = lazy("[省市县縣区區州镇村网網报報社台局部院会會厅廳室团團队隊校所街版组組]$")
SIGNED_META = ("author", "og:article:author", "article:author")
# Names alone, and names beside the date, stand on one of the first blocks below the headline.
FIRST_LINES = 3


def read_cjk(context: Context, script: str) -> list[Names]:
    """Everything on the page that may be the authors' names."""
    candidates = [names for reader in READERS for names in reader(context, script)]
    return [names for names in candidates if not names.value or _is_credible(names, script)]


def _is_credible(candidate: Names, script: str) -> bool:
    """Whether names can be people's.

    Chinese sites put accounts and outlets where others put authors, but not in bylines.
    """
    if script != "chinese" or candidate.origin in (*ADDED_UP, "stated and printed"):
        return True
    return all(map(has_family_name, candidate.value))


def _read_named(context: Context, script: str) -> Iterator[Names]:
    """Elements that are named for the author, and links with rel=author."""
    field_names = FieldNames(CJK_AUTHOR_NAMES, NOT_CJK_AUTHOR_NAMES)
    for index, block in _lines(context, _element_window(context)):
        for start, end in named_ranges(context.page, index, field_names):
            text = block.text[start:end]
            if names := _names_of_element(text, script):
                span = Span(index, start, end, Label.BYLINE, "named element")
                yield names_candidate(names, "named element", text, span)


def _read_links(context: Context, script: str) -> Iterator[Names]:
    """Links to the pages of authors beside the headline, whose texts are full names."""
    zone = CJK_AUTHORS
    start, stop = max(0, context.start - zone.above), context.start + zone.below
    for index, block in _lines(context, range(start, min(len(context.page.blocks), stop))):
        links = author_links(block)
        texts = (block.text[first:last] for first, last in links)
        names = [name for text in texts for name in split_names(text, script == "japanese")]
        if names and all(_is_full_name(name, script) for name in names):
            span = Span(index, links[0][0], links[-1][1], Label.BYLINE, "author's link")
            yield names_candidate(tuple(dict.fromkeys(names)), "author's link", block.text, span)


def _lines(context: Context, window: range) -> Iterator[tuple[int, Block]]:
    """The blocks in a window that are displayed, and short enough for a byline."""
    for index in window:
        block = context.page.blocks[index]
        if not block.hidden and len(block.text) <= LONGEST_LINE:
            yield index, block


def _is_full_name(name: str, script: str) -> bool:
    """Whether a word that nothing calls an author is a person's full name."""
    if script == "japanese":
        return has_japanese_family_name(name)
    if script == "chinese":
        return is_name(name) and len(name) == USUAL_LENGTH and not INSTITUTION.search(name)
    return is_korean_name(name)


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
    if any(item.group.startswith("role.") for item in find_labelled(text)):
        return ()
    if any(map(is_of_desk, find_labelled(text) or find_spaced(text))):
        return ()
    read = GRAMMARS.get(script)
    return (read(text) if read else ()) or _people(text, script)


def _people(text: str, script: str) -> tuple[str, ...]:
    """The names in a text; those of an alphabet only if they are full names of people."""
    names = split_names(text, script == "japanese")
    return tuple(name for name in names if WIDE.search(name) or is_person(name))


def _read_alone(context: Context, script: str) -> Iterator[Names]:
    """A line of nothing but names right below the headline, with a date soon after or before."""
    blocks = context.page.blocks
    for index in _first_lines(context):
        block = blocks[index]
        if context.is_body(index) or not _may_be_names(block, script):
            continue
        names = split_names(block.text, script == "japanese")
        near = blocks[max(context.start + 1, index - 1) : index + 3]
        is_dated = any(without_dates(other.text)[1] for other in near)
        is_names = _is_whole(names, block.text)
        if is_dated and is_names and all(_may_stand_alone(name, script) for name in names):
            yield line_candidate(names, "names alone", block, index, "names alone")


def _may_be_names(block: Block, script: str) -> bool:
    """Whether a line has the form of names alone; Chinese links of this form are sections."""
    if script != "chinese":
        return len(block.text) <= LONGEST_NAMES
    is_form = not block.linked and ALONE.fullmatch(block.text) is not None
    return is_form and is_in_name_han(BETWEEN_NAMES.sub("", block.text))


def _may_stand_alone(name: str, script: str) -> bool:
    return has_family_name(name) if script == "chinese" else _is_full_name(name, script)


def _read_beside_date(context: Context, script: str) -> Iterator[Names]:
    """Names on the line of the date: alone, or each in an element of its own."""
    for index, block in _lines(context, _first_lines(context)):
        if not (dates := context.dates(block.text)):
            continue
        rest = without_dates(block.text, dates)[0].strip(EDGES)
        if names := _full_names(rest, script):
            yield names_candidate(names, "beside the date", block.text)
            continue
        texts = _own_elements(context, index, block)
        names = tuple(name for text in texts for name in _full_names(text, script))
        if names:
            yield names_candidate(names, "name beside the date", block.text)


def _full_names(text: str, script: str) -> tuple[str, ...]:
    """The names in a text of nothing else; none if one of its words is no full name."""
    names = split_names(text, script == "japanese") if len(text) <= LONGEST_NAMES else ()
    is_names = _is_whole(names, text) and all(_is_full_name(name, script) for name in names)
    return names if is_names else ()


def _is_whole(names: Sequence[str], text: str) -> bool:
    """Whether a text has no other letters than those of names."""
    return bool(names) and sum(map(len, names)) == len(LETTER.findall(text))


def _own_elements(context: Context, index: int, block: Block) -> tuple[str, ...]:
    """The parts of a line that are elements of their own; none if it names the desk."""
    parts = [part for part in line_parts(context, index) if part.is_element]
    texts = [block.text[part.start : part.end] for part in parts]
    is_of_others = not spaced_roles().isdisjoint(block.text.split())
    return () if is_of_others else tuple(texts)


def _first_lines(context: Context) -> range:
    stop = min(len(context.page.blocks), context.start + 1 + FIRST_LINES)
    return range(context.start + 1, stop)


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
        for index in _first_lines(context)
        if not context.page.blocks[index].hidden
        for start, end in named_ranges(context.page, index, field_names)
    )


READERS: tuple[Callable[[Context, str], Iterator[Names]], ...] = (
    read_bylines,
    _read_named,
    _read_links,
    _read_alone,
    _read_stated,
    _read_signed,
    _read_beside_date,
)
