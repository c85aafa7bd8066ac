"""Names that stand alone on a line beside the headline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsclean.fields.authors.candidate import Names, line_candidate
from newsclean.fields.authors.others import is_topic
from newsclean.fields.authors.prepositions import after_preposition
from newsclean.fields.authors.windows import Windows
from newsclean.fields.context import Context
from newsclean.fields.zones import LONE_NAME, SPACED_AUTHORS
from newsclean.lexicon.lookups import words_of
from newsclean.mentions.dates.finder import without_dates
from newsclean.mentions.names.jobs import EDGES, clean_name
from newsclean.mentions.names.lists import ADDRESS
from newsclean.mentions.names.person import may_begin_name
from newsclean.mentions.names.spaced import GENRE, spaced_names
from newsclean.text.patterns import lazy

LONGEST_LINE = 100
# Captions and lines of a few words above the body have at most this length.
LONGEST_CAPTION = 60
# How much of a paragraph may be something else than names, for each name.
PADDING = 6
ALONE, UNDER = "name alone", "name alone under the headline"
# Two authors may stand in elements of two kinds. Of 513 open pages this bound changes the authors
# of one, which are right now.
MOST_UNDER = 2
# What stands between a name and a city: القاهرة - سلمى حداد.
PLACE_SIGN = lazy(r"\s[-–—ـ]\s|[:،,]\s?")
NOT_WORD = lazy(r"\W")


def introduces(text: str, name: str) -> bool:
    """Whether a text starts with a name and says who that is.

    >>> introduces("Jane Roe covers ports.", "Jane Roe"), introduces("Jane Roe", "Jane Roe")
    (True, False)
    """
    return text.startswith(_introductions(name))


def _introductions(name: str) -> tuple[str, ...]:
    """What a text begins with that says who a person is: "Jane Roe covers ", "Jane Roe, "."""
    verbs = words_of("name.is") | words_of("name.covers")
    return (f"{name}, ", *(f"{name} {verb} " for verb in verbs))


def read_lone_names(context: Context, windows: Windows) -> Iterator[Names]:
    """A name alone on its line beside the headline, or with the date or the person's role."""
    first, start = _first_paragraph(context), context.start
    for index in range(max(0, start - LONE_NAME.above), min(first + 1, windows.near.stop)):
        block = context.page.blocks[index]
        if index == context.headline or block.hidden or len(block.text) > LONGEST_LINE:
            continue
        if names := _names_of_line(context, index, start < index < first):
            yield names


def without_cards(candidates: Sequence[Names]) -> list[Names]:
    """The candidates; names under the headline count less if they stand there at several places.

    The headings of cards that link to other articles look like them.
    """
    under = sum(candidate.origin == UNDER for candidate in candidates)
    if under <= MOST_UNDER:
        return list(candidates)
    return [replace(c, origin=ALONE) if c.origin == UNDER else c for c in candidates]


def _names_of_line(context: Context, index: int, is_between: bool) -> Names | None:
    """The candidate for the names at the start of a line.

    `is_between` says whether the line stands between the headline and the body.
    """
    block = context.page.blocks[index]
    text, is_dated = without_dates(block.text, context.dates(block.text))
    if len(text.split(None, 1)) < 2:  # as most lines of menus
        return None
    text, has_place = _without_place(context, text.strip(EDGES))
    text, has_genre = _without_genre(context, text)
    has_address = "@" in text
    text = ADDRESS.sub("", text).strip(EDGES) if has_address else text
    names = _leading_names(text)
    must_fill = has_genre or has_place
    if not names or (must_fill and not is_filled(names, text)) or is_topic(context, index):
        return None
    if has_place and is_between:
        return line_candidate(names, "by line", block, index, "name and place")
    if is_dated and _is_common(context, names[0]):
        return None
    is_alone = not text[len(names[0]) :].strip(EDGES) or len(names) > 1
    origin = "name and date" if is_dated else ALONE if is_alone else "name and more"
    # An address often has the words of the name in lower case.
    if has_address or is_rare(context, names[0]):
        may_be_under = is_between and not is_dated and not block.tag.startswith("h")
        origin += _support(context, names[0], index, may_be_under)
    return line_candidate(names, origin, block, index, "name alone")


def _without_genre(context: Context, text: str) -> tuple[str, bool]:
    """A line without a preposition or a genre before the name, and whether it had the latter.

    A list of tags begins like one with a genre: "Tags: Jane Roe, film, review".
    """
    text = text[after_preposition(context, text) :]
    found = GENRE.match(text)
    return (text[found.end() :], True) if found else (text, False)


def _without_place(context: Context, text: str) -> tuple[str, bool]:
    """A line without the city before or after the name, and whether it had one.

    Only cities in scripts without capitals are known, in which nothing else tells a name.
    """
    parts = [] if text.isascii() else PLACE_SIGN.split(text, maxsplit=1)
    if len(parts) != 2 or not (cities := _cities(context)):
        return text, False
    first, last = parts
    if first.strip() in cities:
        return last.strip(), True
    return (first.strip(), True) if last.strip() in cities else (text, False)


def _cities(context: Context) -> frozenset[str]:
    language = context.language
    return words_of("name.place", language) if language else frozenset()


def _leading_names(text: str) -> tuple[str, ...]:
    """The names in a text that begins with one."""
    name = clean_name(text)
    names = spaced_names(text) if may_begin_name(name) else ()
    return names if names and name.startswith(names[0]) else ()


def is_filled(names: tuple[str, ...], text: str) -> bool:
    """Whether a text has little else than names."""
    return sum(map(len, names)) + PADDING * len(names) >= len(text)


def _support(context: Context, name: str, index: int, may_be_under: bool) -> str:
    """What else speaks for a name on a line, as the end of its origin."""
    if _is_introduced(context, name, index):
        return ", described"
    return " under the headline" if may_be_under else ""


def _is_introduced(context: Context, name: str, index: int) -> bool:
    """Whether a later block says who the person is, or names them again as an author."""
    own = context.page.blocks[index].text
    if context.text().count(name) == own.count(name):
        return False
    starts = _introductions(name)
    ends = (f" by {name}", f" About {name}")
    return any(
        block.text.startswith(starts) or block.text.endswith(ends)
        for block in context.page.blocks[index + 1 :]
    )


def _first_paragraph(context: Context) -> int:
    """The first block of the body that is below the headline and long enough for a paragraph."""
    blocks = context.page.blocks
    paragraphs = (
        index
        for index in context.body_blocks
        if index > context.start and len(blocks[index].text) > LONGEST_CAPTION
    )
    return next(paragraphs, context.start + SPACED_AUTHORS.below)


def is_rare(context: Context, name: str) -> bool:
    """Whether the page writes none of the name's words in lower case.

    Most words of the names of menus and sections are also written so.
    """
    particles = words_of("name.particle")
    words = [word for word in name.lower().split() if word not in particles]
    return not any(_is_written(context.text(), word) for word in words)


def _is_common(context: Context, name: str) -> bool:
    """Whether the page also has all words of a name in lower case, as those of sections and tags.

    "Living Healthy" beside the date is a section of a page that says how to go on living healthy.
    """
    return all(_is_written(context.text(), word) for word in name.lower().split())


def _is_written(text: str, word: str) -> bool:
    """Whether a text has a word by itself, not as part of a longer one or of an address.

    >>> _is_written("the roes of the Roe", "roe"), _is_written("a roe, seen", "roe")
    (False, True)
    >>> _is_written("roe-roe's roeroe", "roe's"), _is_written("Jane jane.roe@post", "roe")
    (True, False)
    """
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        before, after = text[max(at - 2, 0) : at][::-1], text[end : end + 2]
        if not _goes_on(before) and not _goes_on(after):
            return True
        # The rest of a long word holds no whole one.
        gap = NOT_WORD.search(text, at)
        at = text.find(word, gap.end()) if gap else -1
    return False


def _goes_on(beside: str) -> bool:
    """Whether a word or an address goes on in the two characters beside it, the nearer first."""
    first = beside[:1]
    return first.isalnum() or first in ("_", "@") or (first == "." and beside[1:].isalnum())
