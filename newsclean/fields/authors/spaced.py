"""Where pages in languages with spaces print their byline: lines, elements and links that say so, names alone, the box about the author."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from newsclean.fields.authors.candidate import Names, names_at
from newsclean.fields.authors.stated import of_json_ld, of_meta, stated_western
from newsclean.fields.context import Context
from newsclean.fields.named_elements import Says, named_places
from newsclean.lexicon.lookups import words_of
from newsclean.mentions.dates.finder import without_dates
from newsclean.mentions.names.person import is_person
from newsclean.mentions.names.person import may_begin_name as may_begin
from newsclean.mentions.names.spaced import EDGES, byline_start, clean_name, desk_name
from newsclean.mentions.names.spaced import spaced_names as western_names
from newsclean.model import Block, Inline, Label, Span
from newsclean.text.patterns import lazy

# Blocks before the headline, after it, and after the text, in which bylines stand.
BEFORE, AFTER, BELOW = 6, 14, 20
JUST_BEFORE = 4
LONGEST_LINE, LONGEST_ALONE, SHORTEST_PARAGRAPH = 160, 100, 60
# `by jroe | 4 May`; after a longer line's "by" a small letter begins a sentence: By focusing on the ferry …
LONGEST_ACCOUNT = 40
AUTHOR_NAMES = re.compile(
    r"author|byline|by-line|writer|reporter|journalist|contributor|(?:^|[\s_-])(?:byl|autor|autore|auteur|redakteur|firma|skribent|creator)(?:$|[\s_-])"
)
OTHER_NAMES = re.compile(
    r"comment|related|avatar|\bbio|about|social|follow|date|time|image|photo|count|share|twitter|title|role|position|job|reviewer|desc|quote|more|label"
)
AUTHOR_PAGE = re.compile(
    r"/(?:authors?|autor(?:en|es|a|i|zy)?|auteurs?|contributors?|writers?|reporters?|journalists?|journalistes?|profiles?|people|persons?|staff|team"
    r"|bios?|by|byline|columnists?|redaktion|redakteure?|firmas?|skribent|experts?|members?|yazarlar?|autore)/[^/?#]+/?(?:$|[?#])|[?&]author="
)
# Within a line, after something else: `5 May 2024 | By Jane Roe`, `Reviewed by A — Written by B`.
INSIDE = re.compile(
    r"(?:[|·•∙⋅●–—\-,.\d\])]\s*+|(?<!\s)\s{2,}+)(?=[^\W\d]{2,12}(?:\s[^\W\d]{2,3})?\s*:?\s)"
)
WROTE_THIS = re.compile(
    r"\b(?:post|article|story|piece|column|essay|guide|blog)\s+(?:was|is)\s+(?:originally\s+)?(?:written|authored|contributed)\s+by\s+",
    re.IGNORECASE,
)
ABOUT = re.compile(
    r"^(?:about\s+(?:the\s+author:?\s*)?|meet\s+(?:the\s+author:?\s*)?|über\s+|à\s+propos\s+de\s+|sobre\s+)",
    re.IGNORECASE,
)
# Those who checked or made something else on the line of the authors.
OTHER_BY = re.compile(
    r"\b(?:reviewed|edited|checked|updated|translated|illustrated|photograph\w{0,5}|photos?|recommended|produced|sponsored|researched)\s+by\b",
    re.IGNORECASE,
)
WORD = lazy(r"\w+")
TELLS = (
    " is ",
    " was ",
    " has ",
    " writes ",
    " works ",
    " covers ",
    " joined ",
    ", ",
    " ist ",
    " est ",
    " es ",
    " schreibt ",
)


class Zones(NamedTuple):
    """The blocks beside the headline and those after the text."""

    near: range
    below: range

    def name(self, index: int) -> str:
        """What is put after the name of a place in this zone."""
        return "" if index in self.near else " below"


def western_options(context: Context) -> list[Names]:
    """Everything on the page that may be the authors' names."""
    zones = _zones(context)
    options = [option for read in (of_json_ld, of_meta) for option in read(context, stated_western)]
    return options + [option for reader in READERS for option in reader(context, zones)]


def _zones(context: Context) -> Zones:
    blocks, held = context.page.blocks, context.body_blocks
    first, last = (held[0], held[-1]) if held else (context.start, context.start)
    start = context.headline if context.headline is not None and context.headline <= last else first
    stop = min(max(start + AFTER, min(first, start + 3 * AFTER) + 2), len(blocks))
    near = range(max(0, start - BEFORE), stop)
    return Zones(near, range(max(last, near.stop), min(last + BELOW, len(blocks))))


def _short(context: Context, places: range) -> Iterator[tuple[int, Block]]:
    for index in places:
        block = context.page.blocks[index]
        if index != context.headline and not block.hidden and len(block.text) <= LONGEST_LINE:
            yield index, block


def _by_lines(context: Context, zones: Zones) -> Iterator[Names]:
    """`By Jane Roe`, `5 May 2024 | By Jane Roe, Staff Writer`, `Written by the Team`."""
    for places in zones:
        for index, block in _short(context, places):
            if start := byline_start(block.text) or _inside(block.text):
                rest = block.text[start:]
                people = western_names(rest)
                names = people or (
                    (desk,)
                    if (desk := desk_name(rest))
                    and (len(rest) <= LONGEST_ACCOUNT or desk[0].isupper())
                    else ()
                )
                if names:
                    place = ("by line" if people else "desk's by line") + zones.name(index)
                    yield names_at(
                        names,
                        place,
                        block.text,
                        Span(index, 0, len(block.text), Label.BYLINE, "by line"),
                    )


def _inside(text: str) -> int:
    """Where the names begin after a byline's words that stand within the line, else 0."""
    for found in INSIDE.finditer(text):
        if start := byline_start(text[found.end() :]):
            return found.end() + start
    return 0


def _named(context: Context, zones: Zones) -> Iterator[Names]:
    """Elements that say they hold the author, and links to an author's page."""
    says = Says(AUTHOR_NAMES, OTHER_NAMES)
    for places in zones:
        for index, block in _short(context, places):
            linked = (
                [(link.start, link.end) for link in block.links if _is_of_author(link.href)]
                if _links_author(block)
                else []
            )
            for found, what in (
                (named_places(context.page, index, says), "named element"),
                (linked, "author's link"),
            ):
                if found and (option := _of_places(block, index, found, what, zones)):
                    yield option


def _links_author(block: Block) -> bool:
    return block.linked > 0 and any(
        isinstance(piece, Inline) and _is_of_author(piece.href) for piece in block.pieces
    )


def _is_of_author(href: str) -> bool:
    return AUTHOR_PAGE.search(href.lower()) is not None


def _of_places(
    block: Block, index: int, places: list[tuple[int, int]], what: str, zones: Zones
) -> Names | None:
    others = OTHER_BY.search(block.text)
    if others:
        places = [(start, end) for start, end in places if start < others.start()]
    texts = [block.text[start:end] for start, end in places]
    people = _without_longer(name for text in texts for name in western_names(text))
    names = people or tuple(desk for text in texts if (desk := desk_name(text)))[:1]
    if not names:
        return None
    start, end = min(start for start, _ in places), max(end for _, end in places)
    span = Span(index, start, end, Label.BYLINE, what)
    return names_at(
        names, ("" if people else "desk's ") + what + zones.name(index), block.text, span
    )


def _without_longer(names: Iterable[str]) -> tuple[str, ...]:
    """The names, each once; none that is another with a word more, as an element around the name's own often has it."""
    found = tuple(dict.fromkeys(names))
    return tuple(name for name in found if not any(name.startswith(other + " ") for other in found))


def _alone(context: Context, zones: Zones) -> Iterator[Names]:
    """A name alone on its line beside the headline, or with the date or what the person does."""
    first = _first_paragraph(context)
    for index, block in _short(
        context, range(max(0, context.start - JUST_BEFORE), min(first + 1, zones.near.stop))
    ):
        if option := _of_line(context, index, block, context.start < index < first):
            yield option


def _of_line(context: Context, index: int, block: Block, is_between: bool) -> Names | None:
    if len(block.text) > LONGEST_ALONE:
        return None
    text, dated = without_dates(block.text, context.dates(block.text))
    text = text.strip(EDGES)
    name = clean_name(text)
    names = western_names(text) if may_begin(name) else ()
    if not names or not name.startswith(names[0]):
        return None
    rest = text[len(names[0]) :].strip(EDGES)
    kind = (
        "name and date"
        if dated
        else "name alone"
        if not rest or len(names) > 1
        else "name and more"
    )
    if _is_rare(context, names[0]):
        under = not dated and is_between and not block.tag.startswith("h")
        kind += (
            ", told of"
            if _is_told(context, names[0], index)
            else " under the headline"
            if under
            else ""
        )
    return names_at(
        names, kind, block.text, Span(index, 0, len(block.text), Label.BYLINE, "name alone")
    )


def _is_told(context: Context, name: str, index: int) -> bool:
    """Whether a later block tells who the person is, or names them again as an author."""
    told = tuple(name + words for words in TELLS)
    ends = (f" by {name}", f" About {name}")
    return any(
        other.text.startswith(told) or other.text.endswith(ends)
        for other in context.page.blocks[index + 1 :]
    )


def _first_paragraph(context: Context) -> int:
    """The block of the first paragraph under the headline, captions and lines of a few words left out."""
    blocks = context.page.blocks
    return next(
        (
            held
            for held in context.body_blocks
            if held > context.start and len(blocks[held].text) > SHORTEST_PARAGRAPH
        ),
        context.start + AFTER,
    )


def _is_rare(context: Context, name: str) -> bool:
    """Whether the page writes none of the name's words in lower case.

    Most words of the names of menus and sections are also written so.
    """
    particles = words_of("name.particle")
    words = [word for word in name.lower().split() if word not in particles]
    return not any(_is_written(context, word) for word in words)


def _is_written(context: Context, word: str) -> bool:
    """Whether the page has a word, with no letter beside it."""
    if WORD.fullmatch(word):
        return word in context.words()
    pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
    return any(word in b.text and pattern.search(b.text) for b in context.page.blocks)


def _edges(context: Context, _: Zones) -> Iterator[Names]:
    """A name that is the whole first or last paragraph of the text."""
    held = context.body_blocks
    for index in dict.fromkeys((*held[:1], *held[-1:])):
        block = context.page.blocks[index]
        if len(block.text) <= LONGEST_ALONE and not block.tag.startswith("h"):
            names = western_names(block.text)
            if (
                names
                and sum(map(len, names)) + 6 * len(names) >= len(block.text)
                and all(_is_rare(context, name) for name in names)
            ):
                place = "first paragraph" if index == held[0] else "last paragraph"
                yield names_at(
                    names, place, block.text, Span(index, 0, len(block.text), Label.BYLINE, place)
                )


def _boxes(context: Context, zones: Zones) -> Iterator[Names]:
    """The box about the author under the text: `About Jane Roe`, or a name and then a sentence on who that is."""
    blocks = context.page.blocks
    last = context.body_blocks[-1] if context.body_blocks else zones.near.stop
    for index in (
        *zones.near,
        *range(max(zones.near.stop, zones.below.start - 3), zones.below.stop),
    ):
        text = blocks[index].text
        if found := WROTE_THIS.search(text) if " by " in text.lower() else None:
            if names := western_names(text[found.end() : found.end() + 100]):
                yield names_at(names, "told of as author", text)
        elif index > last - 4 and len(text) <= 60 and not blocks[index].hidden:
            name = clean_name(ABOUT.sub("", text))
            after = blocks[index + 1].text if index + 1 < len(blocks) else ""
            if is_person(name) and (
                after.startswith(tuple(name + words for words in TELLS)) or name != clean_name(text)
            ):
                yield names_at((name,), "box below", text)


READERS: tuple[Callable[[Context, Zones], Iterator[Names]], ...] = (
    _by_lines,
    _named,
    _alone,
    _edges,
    _boxes,
)
