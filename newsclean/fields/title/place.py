"""Where a line below the headline stands: what is around it, and what is between the two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, takewhile

from newsclean.fields.context import Context
from newsclean.fields.title.lines import class_names
from newsclean.label import captions
from newsclean.lexicon.folding import fold
from newsclean.lexicon.lookups import button_words, picture_words
from newsclean.mentions.names.person import is_person
from newsclean.mentions.names.spaced import byline_start, spaced_names
from newsclean.model import Block, Element
from newsclean.parse.class_words import NOT_SPACED_AUTHOR_NAMES, SPACED_AUTHOR_NAMES
from newsclean.text.match_key import match_key
from newsclean.text.patterns import lazy

# How many elements around a block are looked at.
LEVELS = 8
# The numbers below were varied on 141 open pages with 134 known titles and 16 known subtitles.
# Where no count stands, neither half nor twice of one changes a title or a subtitle.
#
# A shorter line is a number, a flag or a button.
LONGEST_FLAG = 16
BUTTONS = frozenset({"share", "navigation", "comment", "player", "related", "advert"})
CELLS = ("td", "th")
LISTS = ("ul", "ol", "dl")
# In blocks: a kicker, the headline, the subtitle, a byline, the date and some buttons.
LARGEST_HEADER = 12
# "(Photo: Jane Roe)", "Crédits photo : AFP", "(fot. Jan Nowak)".
PICTURE_CREDIT = lazy(
    lambda: rf"(?<!\w)(?:{picture_words()})\s?[:：]|[(（\[]\s?(?:{picture_words()})(?!\w)", re.I
)
# So many letters of a picture's alternative text tell whether a line repeats it; a shorter one that
# the line starts with must have so many.
SAME_LETTERS, SHORTEST_ALT = 24, 12
# How far below a line its byline stands, how long that is and how long a date, and how many blocks
# of body may come before. Twice of the first adds a subtitle to a page whose gold has none; half
# of the second loses one that is right, twice of it another; without the last a title is wrong.
BYLINE_WITHIN, LONGEST_BYLINE, LONGEST_DATE, MOST_PASSED = 6, 80, 30, 1


def own_names(context: Context, block: Block) -> str:
    """The class names of the elements that hold nothing but this block, and of those in it."""
    elements = (context.page.elements[i] for i in context.page.ancestors(block.element))
    alone = takewhile(lambda element: element.last - element.first == 1, islice(elements, LEVELS))
    own = class_names(context.page, block)
    return " ".join((own, *(element.class_names for element in alone)))


def names_around(context: Context, block: Block, levels: int = LEVELS) -> str:
    """The class names of the elements around a block that do not hold the headline, and in it."""
    around = (element.class_names for element in _around(context, block, levels))
    return " ".join((class_names(context.page, block), *around))


def _around(context: Context, block: Block, levels: int = LEVELS) -> Iterator[Element]:
    elements, headline = context.page.elements, context.start
    around = (elements[index] for index in context.page.ancestors(block.element))
    apart = takewhile(lambda element: not element.first <= headline < element.last, around)
    return islice(apart, levels)


def is_in_header(context: Context, index: int, last: int) -> bool:
    """Whether a block follows the headline in a small element that holds both, and no text.

    Instead, a byline may stand between it and the text.
    """
    if index != last + 1:
        return False
    header = _shared_element(context, index, last)
    if header is None or header.last - header.first > LARGEST_HEADER:
        return False
    return is_above_byline(context, index) or is_text_apart(context, index, last)


def is_text_apart(context: Context, index: int, last: int) -> bool:
    """Whether the element of the headline and a block below it holds no other block of the body."""
    header = _shared_element(context, index, last)
    if header is None or not context.body_blocks or header.last > context.body_blocks[-1]:
        return False
    rest = (other for other in range(header.first, header.last) if other != index)
    return not any(map(context.is_body, rest))


def _shared_element(context: Context, index: int, last: int) -> Element | None:
    """The innermost element that holds a block and block `last` above it."""
    page = context.page
    around = (page.elements[i] for i in page.ancestors(page.blocks[index].element))
    return next((element for element in around if element.first <= last), None)


def is_of_picture(context: Context, index: int) -> bool:
    """Whether a block says what a picture shows or who took it, or is in a cell of a table."""
    block = context.page.blocks[index]
    tags = {element.tag for element in _around(context, block)}
    if not tags.isdisjoint(captions.TAGS) or not tags.isdisjoint(CELLS):
        return True
    if PICTURE_CREDIT.search(block.text):
        return True
    start = match_key(block.text[: 2 * SAME_LETTERS])[:SAME_LETTERS]
    beside = (image for image in context.page.images if 0 <= index - image.block <= 1)
    keys = (match_key(image.alt)[:SAME_LETTERS] for image in beside)
    return any(
        key.startswith(start) or (len(key) >= SHORTEST_ALT and start.startswith(key))
        for key in keys
        if key
    )


def is_one_of_list(context: Context, index: int) -> bool:
    """Whether a block is in a list that holds other blocks, too."""
    around = list(_around(context, context.page.blocks[index]))
    lists = (element for element in around if element.tag in LISTS)
    return any(element.last - element.first > 1 for element in lists)


def count_strangers(context: Context, first: int, stop: int, title: str) -> int:
    """How many blocks from `first` to before `stop` have no place between headline and subtitle.

    A byline, the date, buttons, captions, links, numbers and the headline itself have one.
    """
    key = match_key(title)
    blocks = context.page.blocks
    return sum(not _belongs(context, index, blocks[index], key) for index in range(first, stop))


def _belongs(context: Context, index: int, block: Block, key: str) -> bool:
    text = block.text
    if block.hidden or len(text) <= LONGEST_FLAG or block.link_density > 0.5:
        return True
    if context.dates(text) or match_key(text) in key or fold(text) in button_words(BUTTONS):
        return True
    return is_byline(context, block, False) or is_of_picture(context, index)


def is_about_author(context: Context, first: int, index: int) -> bool:
    """Whether a block begins with a name that a line above it, from block `first` on, has."""
    blocks = context.page.blocks
    name = " ".join(blocks[index].text.split(maxsplit=2)[:2])
    lines = (block.text for block in blocks[first:index])
    return any(name in line for line in lines if len(line) <= LONGEST_BYLINE)


def is_above_byline(context: Context, index: int) -> bool:
    """Whether the line of the date or a byline stands between a block and the rest of the body."""
    passed = 0
    # Dates below the body are those of comments and other articles.
    end = context.body_blocks[-1] if context.body_blocks else 0
    for other in range(index + 1, min(index + 1 + BYLINE_WITHIN, end)):
        block = context.page.blocks[other]
        if len(block.text) <= LONGEST_BYLINE and is_byline(context, block, context.is_body(other)):
            return True
        passed += context.is_body(other)
        if passed > MOST_PASSED:
            return False
    return False


def is_byline(context: Context, block: Block, is_body: bool) -> bool:
    """Whether a block is a byline or a date; one that is taken for body only if it names people."""
    if context.dates(block.text) and (not is_body or len(block.text) <= LONGEST_DATE):
        return True
    if start := byline_start(block.text):
        return bool(not is_body or spaced_names(block.text[start:]))
    names = class_names(context.page, block)
    if not SPACED_AUTHOR_NAMES.search(names) or NOT_SPACED_AUTHOR_NAMES.search(names):
        return False
    return not is_body or is_person(block.text)
