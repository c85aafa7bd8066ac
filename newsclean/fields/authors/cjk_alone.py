"""Chinese, Japanese and Korean names without a label: alone on a line, or beside the date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsclean.fields.authors.candidate import Names, line_candidate, names_candidate
from newsclean.fields.authors.others import is_topic
from newsclean.fields.context import Context
from newsclean.fields.line_parts import line_parts
from newsclean.fields.source.names import OUTLET
from newsclean.lexicon.lookups import spaced_roles
from newsclean.mentions.dates.finder import without_dates
from newsclean.mentions.names.cjk import (
    has_family_name,
    has_japanese_family_name,
    is_in_name_han,
)
from newsclean.mentions.names.grammar import is_korean_name, is_name
from newsclean.mentions.names.lists import split_names
from newsclean.model import Block
from newsclean.text.patterns import lazy

LONGEST_LINE, LONGEST_NAMES = 120, 40
EDGES = " \u3000.,;:|/·•-–—"
# Many words of two characters begin like a family name, so one name must have three.
ALONE = lazy(r"(?=.{0,12}[^、，\s]{3})[^、，\s]{2,3}(?:[、，\s]{1,3}[^、，\s]{2,3}){0,3}")
BETWEEN_NAMES = lazy(r"[、，\s]")
LETTER = lazy(r"\w")
# Of Chinese names. Two or four characters are more often another word.
USUAL_LENGTH = 3
INSTITUTION = lazy(
    "[省市县縣区區州镇村网網报報社台局部院会會厅廳室办辦处處委团團队隊校所街版组組]$"
)
PERSON_NAMES = lazy("name|author|writer|report")
# Names alone, and names beside the date, stand on one of the first blocks below the headline.
FIRST_LINES = 3


def short_lines(context: Context, window: range) -> Iterator[tuple[int, Block]]:
    """The blocks in a window that are displayed, and short enough for a byline."""
    for index in window:
        block = context.page.blocks[index]
        if not block.hidden and len(block.text) <= LONGEST_LINE:
            yield index, block


def is_full_name(name: str, script: str) -> bool:
    """Whether a word that nothing calls an author is a person's full name."""
    if script == "japanese":
        return has_japanese_family_name(name)
    if script == "chinese":
        return is_name(name) and len(name) == USUAL_LENGTH and not INSTITUTION.search(name)
    return is_korean_name(name)


def read_alone(context: Context, script: str) -> Iterator[Names]:
    """A line of nothing but names right below the headline, with a date soon after or before."""
    blocks = context.page.blocks
    for index in first_lines(context):
        block = blocks[index]
        if context.is_body(index) or not _may_be_names(context, block, script):
            continue
        names = split_names(block.text, script == "japanese")
        near = blocks[max(context.start + 1, index - 1) : index + 3]
        is_dated = any(without_dates(other.text)[1] for other in near)
        is_names = _is_whole(names, block.text) and not is_topic(context, index)
        if is_dated and is_names and all(_may_stand_alone(name, script) for name in names):
            yield line_candidate(names, "names alone", block, index, "names alone")


def _may_be_names(context: Context, block: Block, script: str) -> bool:
    """Whether a line has the form of names alone; most links of this form are sections and tags."""
    if script != "chinese":
        own_names = context.page.elements[block.element].class_names
        is_name = not block.linked or PERSON_NAMES.search(own_names) is not None
        return is_name and len(block.text) <= LONGEST_NAMES
    is_form = not block.linked and ALONE.fullmatch(block.text) is not None
    return is_form and is_in_name_han(BETWEEN_NAMES.sub("", block.text))


def _may_stand_alone(name: str, script: str) -> bool:
    return has_family_name(name) if script == "chinese" else is_full_name(name, script)


def read_beside_date(context: Context, script: str) -> Iterator[Names]:
    """Names on the line of the date: alone, or each in an element of its own."""
    for index, block in short_lines(context, first_lines(context)):
        if not (dates := context.dates(block.text)) or is_topic(context, index):
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
    is_names = _is_whole(names, text) and all(is_full_name(name, script) for name in names)
    return names if is_names else ()


def _is_whole(names: Sequence[str], text: str) -> bool:
    """Whether a text has no other letters than those of names."""
    return bool(names) and sum(map(len, names)) == len(LETTER.findall(text))


def _own_elements(context: Context, index: int, block: Block) -> list[str]:
    """The parts of a line that are elements of their own; none if it names the desk.

    Beside outlets and nothing else, a part need not be an element.
    """
    if not spaced_roles().isdisjoint(block.text.split()):
        return []
    parts = line_parts(context, index)
    texts = [block.text[part.start : part.end].strip() for part in parts]
    others = (text for text in texts if len(text) != USUAL_LENGTH)
    if all(map(OUTLET.search, others)):
        return texts
    return [text for text, part in zip(texts, parts, strict=True) if part.is_element]


def first_lines(context: Context) -> range:
    """The lines right below the headline."""
    stop = min(len(context.page.blocks), context.start + 1 + FIRST_LINES)
    return range(context.start + 1, stop)
