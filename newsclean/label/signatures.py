"""Which blocks are comments of readers, by what each comment repeats.

That is a name with a date, or a name with a button to reply, in elements of its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import accumulate

from newsclean.label.boilerplate import LONGEST_ROW, is_row_of_buttons
from newsclean.label.comments import LONGEST_HEADING, without_count
from newsclean.lexicon.folding import fold
from newsclean.lexicon.lookups import button_words
from newsclean.mentions.dates import find_dates
from newsclean.mentions.dates.finder import without_dates
from newsclean.mentions.dates.relative import relative_dates
from newsclean.model import Block, Element, Page
from newsclean.parse.elements import HEADINGS
from newsclean.text.characters import text_length
from newsclean.text.sentences import has_sentence_end

# A line with the name and the date of a comment: short, and little but the date and a name. Of 844
# labelled pages, two lose with a line of 40 and none with 90, three with a name of 20, one with 50.
LONGEST_LINE, LONGEST_NAME = 60, 30
AROUND_NAME = " ·•|-–—,:;()[]【】#"
# A linked line of more words is a headline; a word more for so many letters, since Chinese is
# written without spaces. With 2 and 6 words, F1 changes on none and on one of these pages, with 12
# and 48 letters on none.
MOST_IN_NAME, LETTERS_OF_A_NAME = 3, 24
# A shorter text, in characters, is a button. With 4 and 30, F1 changes on none of these pages.
SHORTEST_TEXT = 12
# The name and the date are among the first lines of a comment, and two of them are a list. Out of
# fold, body F1 of the two halves rises by 0.011 and 0.003 on news-world and by 0.004 and 0.009 on
# other pages; the other sets do not have such comments. Of 844 pages three lose and two gain with
# the first two lines, none with eight; with three siblings one loses and one gains, with five six
# lose.
FIRST_LINES, FEWEST = 4, 2
# The share of the siblings from the first to the last that are signed. Two of the 72 rows of a
# table of films have titles that read as a name and a date. It changes none of 1,284 labelled
# pages, of which 414 have comments.
LEAST_SIGNED = 1 / 3
# A page may have thousands of siblings with dates; a list of comments shows itself before that. Of
# the 111 labelled pages that have one, six change with 25, none with 50 or 1,000.
MOST_SIBLINGS = 200
# Only whether a text has a date is asked, so that any moment does to count it from.
MOMENT = datetime(2000, 1, 1, tzinfo=UTC)
LETTERS = re.compile(r"[^\W\d_]")
# A name and a button are less than a name and a date: so many siblings must have them, below so
# many blocks of text. Out of fold, three pages of news-world gain 0.03 each, and two threads of
# forums lose their replies; with no text above them, and where posts are <article>, eight do.
FEWEST_REPLIES, FEWEST_TEXTS = 3, 2
BUTTONS = frozenset({"comment"})


def repeated_comments(page: Page, headline: int | None) -> Iterator[range]:
    """The blocks from the first to the last sibling with a name, a date and text.

    Or with a name, text and a button to reply. They are below the headline, their names are
    different, and none has a linked headline.
    """
    start = -1 if headline is None else headline
    texts = texts_before(page)
    without_date = _Lines(page)
    replies = _Replies(page)
    for group in _siblings(page, start):
        names = [
            _signature(page, element, texts, without_date) for element in group[:MOST_SIBLINGS]
        ]
        if len({*names} - {""}) < FEWEST:
            is_below_text = texts[group[0].first] - texts[start + 1] >= FEWEST_TEXTS
            names = _replied_names(page, group, texts, replies) if is_below_text else []
        # A group may have more siblings than were asked for their names.
        signed = [element for element, name in zip(group, names, strict=False) if name]
        if not signed or len(signed) < LEAST_SIGNED * _count_between(names):
            continue
        # One that quotes another, or begins otherwise, has the same class.
        names_of_class = {element.class_names for element in signed}
        last = next(e for e in reversed(group) if e.class_names in names_of_class)
        yield range(_start(page, signed[0], start), last.last)


def _count_between(names: Sequence[str]) -> int:
    """How many siblings there are from the first with a name to the last.

    >>> _count_between(["", "Roe", "", "Ola", ""])
    3
    """
    signed = [index for index, name in enumerate(names) if name]
    return signed[-1] - signed[0] + 1


def _siblings(page: Page, headline: int) -> Iterator[list[Element]]:
    """The groups of elements of one tag in one element, below the headline."""
    groups: dict[tuple[int, str], list[Element]] = defaultdict(list)
    for element in page.elements:
        if element.last - element.first >= FEWEST and element.first > headline:
            groups[element.parent, element.tag].append(element)
    return (group for group in groups.values() if len(group) >= FEWEST)


def _start(page: Page, comment: Element, headline: int) -> int:
    """Where a list of comments begins: with the first, or with the lines above it."""
    first = page.elements[max(comment.parent, 0)].first
    lines = page.blocks[first : comment.first]
    is_above = first > headline and all(len(line.text) <= LONGEST_HEADING for line in lines)
    return first if is_above else comment.first


def texts_before(page: Page) -> list[int]:
    """How many blocks before each one, and before the end, are text and no button or link."""
    is_text = [len(b.text) >= SHORTEST_TEXT and 2 * b.linked < len(b.text) for b in page.blocks]
    return list(accumulate(is_text, initial=0))


class _Lines(dict[int, tuple[str, bool]]):
    """Blocks without their dates, by index, and whether they have one.

    Each is asked for once for every element around it.
    """

    def __init__(self, page: Page) -> None:
        self._blocks = page.blocks

    def __missing__(self, index: int) -> tuple[str, bool]:
        found = self[index] = _without_date(self._blocks[index].text)
        return found


class _Replies:
    """The blocks with a button to reply, which are looked for when they are first asked for."""

    def __init__(self, page: Page) -> None:
        self._blocks = page.blocks
        self._before: list[int] = []

    def any_in(self, first: int, last: int) -> bool:
        """Whether one of the blocks from the first to before the last has such a button."""
        if not self._before:
            self._before = list(accumulate(map(_has_reply, self._blocks), initial=0))
        return self._before[last] > self._before[first]


def _signature(
    page: Page, element: Element, texts: Sequence[int], without_date: Mapping[int, tuple[str, bool]]
) -> str:
    """The name beside the date at the beginning of a comment; "" if the element is none.

    `texts` are those before each block.
    """
    others: list[str] = []
    for index in range(element.first, min(element.first + FIRST_LINES, element.last)):
        block = page.blocks[index]
        # Asked first, as most elements are menus, and to look for dates takes long.
        if texts[element.last] == texts[index + 1]:
            return ""
        if block.tag in HEADINGS or len(block.text) > LONGEST_LINE or _is_teaser(block):
            return ""
        rest, has_date = without_date[index]
        if has_date:
            name = " ".join((*others, rest)).strip(AROUND_NAME)
            return name if LETTERS.search(name) and len(name) <= LONGEST_NAME else ""
        others.append(block.text)
    return ""


def _replied_names(
    page: Page, group: Sequence[Element], texts: Sequence[int], replies: _Replies
) -> list[str]:
    """The name of each sibling with a button to reply; none if too few have one."""
    if group[0].tag == "article":
        return []
    group = group[:MOST_SIBLINGS]
    names = [_name_above_text(page, element, texts) for element in group]
    if len({*names} - {""}) < FEWEST_REPLIES:
        return []
    names = [
        name if name and replies.any_in(element.first + 1, element.last) else ""
        for name, element in zip(names, group, strict=True)
    ]
    return names if len({*names} - {""}) >= FEWEST_REPLIES else []


def _name_above_text(page: Page, element: Element, texts: Sequence[int]) -> str:
    """The first line of an element, if it may be a name and text follows it; else ""."""
    block = page.blocks[element.first]
    is_name = (
        texts[element.last] > texts[element.first + 1]
        and len(block.text) <= LONGEST_NAME
        and block.tag not in HEADINGS
        and not _is_teaser(block)
        and not has_sentence_end(block.text)
        and LETTERS.search(block.text)
    )
    return block.text if is_name else ""


def _has_reply(block: Block) -> bool:
    """Whether a block is a line of buttons with one to reply."""
    if len(block.text) > LONGEST_ROW:
        return False
    text = without_count(block.text)
    words, folded = button_words(BUTTONS), fold(text)
    if folded in words:
        return True
    return not words.isdisjoint(folded.split()) and is_row_of_buttons(text)


def _is_teaser(block: Block) -> bool:
    """Whether a line is a linked headline; the link of a name has fewer words."""
    words = block.text.count(" ") + 1 + text_length(block.text) // LETTERS_OF_A_NAME
    return block.link_density > 0.5 and words > MOST_IN_NAME


def _without_date(text: str) -> tuple[str, bool]:
    dates = find_dates(text) or relative_dates(text, MOMENT)
    return without_dates(text, dates)
