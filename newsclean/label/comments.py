"""Which blocks are comments of readers, by their heading or by what each comment repeats."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import accumulate

from newsclean.lexicon import Hit, find_hits
from newsclean.mentions.dates import find_dates
from newsclean.mentions.dates.finder import without_dates
from newsclean.mentions.dates.relative import relative_dates
from newsclean.model import Block, Element, Page
from newsclean.parse.elements import HEADINGS
from newsclean.text.characters import text_length
from newsclean.text.patterns import lazy

# A heading of comments is short, and the page's text stands before it: so many words of paragraphs,
# each of at least so many. In characters and words. Of 844 labelled pages, body F1 changes on one
# with a heading of 30, on none with one of 100 or with paragraphs of 6 and 24 words.
LONGEST_HEADING, SHORTEST_PARAGRAPH, LEAST_BEFORE = 60, 12, 25
# The share of a heading that the word for comments is. With 0.4 and 0.9, F1 changes on none.
MOST_OF_LINE = 0.6
# The line that says that comments are closed, in characters. Out of fold such lines end the body of
# three pages of news-world; of the 184 blocks below them none is in the gold.
NOTICE, LONGEST_NOTICE = "comment.notice", 120
COMMAS = (",", "，", "、", "،")
# How many elements that hold nothing but the heading are around it. What stands beside it in the
# element after two of them may be the article: without this bound four of 2,533 labelled pages lose
# half of their F1, and with one element instead of two one page does.
MOST_WRAPPERS, BESIDE = 3, 2
# "(4)" or "12:" beside the word for comments, and "# re:".
COUNT = lazy(r"^[\W\d_]{0,12}|[\W\d_]{0,12}$")
COUNTED = lazy(r"^[^\W\d_].{0,40}[(（:：\[]\s?\d{1,5}\s?[)）\]]?$")
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
# A heading of comments that is no heading element ends at the next h3.
LOWEST_RANK = 3
# The name and the date are among the first lines of a comment, and two of them are a list. Out of
# fold, body F1 of the two halves rises by 0.011 and 0.003 on news-world and by 0.004 and 0.009 on
# other pages; the other sets do not have such comments. Of 844 pages three lose and two gain
# with the first two lines, none with eight; with three siblings one loses and
# one gains, with five six lose.
FIRST_LINES, FEWEST = 4, 2
# A page may have thousands of siblings with dates; a list of comments shows itself before that.
MOST_SIBLINGS = 200
# Only whether a text has a date is asked, so that any moment does to count it from.
MOMENT = datetime(2000, 1, 1, tzinfo=UTC)
LETTERS = re.compile(r"[^\W\d_]")


def opened_comments(
    page: Page, hits: Sequence[Sequence[Hit]], words: Sequence[float], headline: int | None
) -> Iterator[range]:
    """The blocks from each heading of comments, or notice on them, to the end of its element.

    `hits` are what the lexicon finds in each block, `words` how many words it has.
    """
    before = 0.0
    start = -1 if headline is None else headline
    headings = _headings(page, hits)
    for index, (block, count) in enumerate(zip(page.blocks, words, strict=True)):
        if index <= start or block.hidden:
            continue
        if before >= LEAST_BEFORE and (index in headings or _is_notice(block, hits[index])):
            yield range(index, _end(page, index))
        elif count >= SHORTEST_PARAGRAPH and block.link_density < 0.5:
            before += count


def _headings(page: Page, hits: Sequence[Sequence[Hit]]) -> set[int]:
    """The blocks that say that comments follow, and little else.

    They are heading elements, or have the number of comments behind the word for them: a line such
    as "2 replies" may be a button of each comment.
    """
    lines = {
        index: COUNT.sub("", block.text)
        for index, block in enumerate(page.blocks)
        if len(block.text) <= LONGEST_HEADING
        and block.link_density <= 0.5
        and (block.tag in HEADINGS or COUNTED.search(block.text))
    }
    # The lexicon has the word without the number of comments.
    counted = [index for index, line in lines.items() if len(line) < len(page.blocks[index].text)]
    found = dict(zip(counted, find_hits([lines[index] for index in counted]), strict=True))
    return {
        index
        for index, line in lines.items()
        if any(_is_most(hit, line) for hit in (*hits[index], *found.get(index, ())))
    }


def _is_notice(block: Block, hits: Sequence[Hit]) -> bool:
    """Whether a line says that comments are closed or moderated: the text has ended above it.

    "Comments are closed, the editors said" is a sentence of the text.
    """
    is_line = len(block.text) <= LONGEST_NOTICE and block.link_density <= 0.5
    return is_line and any(
        hit.group == NOTICE and hit.start <= 1 and not block.text[hit.end :].startswith(COMMAS)
        for hit in hits
    )


def _is_most(hit: Hit, line: str) -> bool:
    return hit.group == "comment" and hit.end - hit.start >= MOST_OF_LINE * len(line)


def _end(page: Page, index: int) -> int:
    """Where the comments under a heading end: with its element, or at the next heading."""
    block = page.blocks[index]
    element = page.elements[block.element]
    for step in range(MOST_WRAPPERS):
        outer = page.elements[max(element.parent, 0)]
        if element.last > index + 1 or (step >= BESIDE and outer.first < index):
            break
        element = outer
    rank = HEADINGS.get(block.tag, LOWEST_RANK)
    inside = range(index + 1, element.last)
    return next((i for i in inside if HEADINGS.get(page.blocks[i].tag, 9) <= rank), element.last)


def repeated_comments(page: Page, headline: int | None) -> Iterator[range]:
    """The blocks from the first to the last sibling with a name, a date and text.

    They are below the headline, their names are different, and none has a linked headline.
    """
    start = -1 if headline is None else headline
    texts = _texts_before(page)
    groups: dict[tuple[int, str], list[Element]] = defaultdict(list)
    for element in page.elements:
        if element.last - element.first >= FEWEST and element.first > start:
            groups[element.parent, element.tag].append(element)
    without_date = _Lines(page)
    for group in groups.values():
        if len(group) < FEWEST:
            continue
        signed = [
            (element, _signature(page, element, texts, without_date))
            for element in group[:MOST_SIBLINGS]
        ]
        comments = [(element, name) for element, name in signed if name]
        if len({name for _, name in comments}) >= FEWEST:
            yield range(_start(page, comments[0][0], start), comments[-1][0].last)


def _start(page: Page, comment: Element, headline: int) -> int:
    """Where a list of comments begins: with the first, or with the lines above it."""
    first = page.elements[max(comment.parent, 0)].first
    lines = page.blocks[first : comment.first]
    is_above = first > headline and all(len(line.text) <= LONGEST_HEADING for line in lines)
    return first if is_above else comment.first


def _texts_before(page: Page) -> list[int]:
    """How many blocks before each one, and before the end, are text and no button or link."""
    is_text = (len(b.text) >= SHORTEST_TEXT and 2 * b.linked < len(b.text) for b in page.blocks)
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


def _is_teaser(block: Block) -> bool:
    """Whether a line is a linked headline; the link of a name has fewer words."""
    words = block.text.count(" ") + 1 + text_length(block.text) // LETTERS_OF_A_NAME
    return block.link_density > 0.5 and words > MOST_IN_NAME


def _without_date(text: str) -> tuple[str, bool]:
    dates = find_dates(text) or relative_dates(text, MOMENT)
    return without_dates(text, dates)
