"""The bylines of Chinese, Japanese and Korean: labels, set forms, elements for authors."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from newsclean.fields.authors.candidate import Names, line_candidate, names_candidate
from newsclean.fields.authors.cjk_bylines import ADDED_UP, read_bylines
from newsclean.fields.authors.stated import read_stated
from newsclean.fields.context import Context
from newsclean.fields.named_elements import FieldNames, named_ranges
from newsclean.fields.zones import CJK_AUTHOR_ELEMENT
from newsclean.mentions.dates.finder import without_dates
from newsclean.mentions.labelled import find_labelled
from newsclean.mentions.names.cjk import NAME_HAN, has_family_name, is_in_name_han
from newsclean.mentions.names.exclusions import is_excluded
from newsclean.mentions.names.lists import split_names
from newsclean.mentions.names.person import is_person
from newsclean.metadata.meta_names import SITE_META
from newsclean.model import Label, Span
from newsclean.parse.class_words import CJK_AUTHOR_NAMES, NOT_CJK_AUTHOR_NAMES
from newsclean.text.patterns import lazy
from newsclean.text.scripts import KANA, WIDE

LONGEST_LINE, LONGEST_NAMES = 120, 40
EDGES = " \u3000.,;:|/·•-–—"
# A family name of one syllable, as nearly all Koreans have.
KOREAN = lazy(
    r"[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진나지엄채원천방공현함변염여"
    r"추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용][\uac00-\ud7a3]{1,3}"
)
JAPANESE = lazy(f"[{NAME_HAN}]{{1,3}}\\s?[{NAME_HAN}{KANA}]{{1,4}}")
# Many words of two characters begin like a family name, so one name must have three.
ALONE = lazy(r"(?=.{0,12}[^、，\s]{3})[^、，\s]{2,3}(?:[、，\s]{1,3}[^、，\s]{2,3}){0,3}")
BETWEEN_NAMES = lazy(r"[、，\s]")
FULL_NAMES = {"korean": KOREAN, "japanese": JAPANESE, "chinese": ALONE}
SIGNED_META = ("author", "og:article:author", "article:author")
# Names alone, and names beside the date, stand on one of the first blocks below the headline.
FIRST_LINES = 3


def read_cjk(context: Context, script: str) -> list[Names]:
    """Everything on the page that may be the authors' names, most trusted first."""
    candidates = [names for reader in READERS for names in reader(context, script)]
    # A byline at the end of a Korean caption names the photographer; the reporter has a line.
    candidates.sort(key=lambda names: names.origin == "byline in a paragraph")
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
    for index in _element_window(context):
        block = context.page.blocks[index]
        if block.hidden or len(block.text) > LONGEST_LINE:
            continue
        for start, end in named_ranges(context.page, index, field_names):
            text = block.text[start:end]
            if names := _names_of_element(text, script):
                span = Span(index, start, end, Label.BYLINE, "named element")
                yield names_candidate(names, "named element", text, span)


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
    return _people(text, script)


def _people(text: str, script: str) -> tuple[str, ...]:
    """The names in a text; those of an alphabet only if they are full names of people."""
    names = split_names(text, script == "japanese")
    return tuple(name for name in names if WIDE.search(name) or is_person(name))


def _read_alone(context: Context, script: str) -> Iterator[Names]:
    """A Chinese line of nothing but names right below the headline, with a date soon after."""
    blocks = context.page.blocks
    for index in _first_lines(context) if script == "chinese" else ():
        block = blocks[index]
        if block.linked or context.is_body(index) or not _are_names(block.text, script):
            continue
        names = split_names(block.text)
        if all(map(has_family_name, names)) and any(
            without_dates(near.text)[1] for near in blocks[index : index + 3]
        ):
            yield line_candidate(names, "names alone", block, index, "names alone")


def _read_beside_date(context: Context, script: str) -> Iterator[Names]:
    """Names alone on the line of the date."""
    for index in _first_lines(context):
        text, is_dated = without_dates(context.page.blocks[index].text)
        if is_dated and _are_names(text.strip(EDGES), script):
            names = split_names(text, script == "japanese")
            yield names_candidate(names, "beside the date", context.page.blocks[index].text)


def _are_names(text: str, script: str) -> bool:
    """Whether a text is spelled as names and nothing else."""
    if not FULL_NAMES[script].fullmatch(text):
        return False
    return script != "chinese" or is_in_name_han(BETWEEN_NAMES.sub("", text))


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
    _read_alone,
    _read_stated,
    _read_signed,
    _read_beside_date,
)
