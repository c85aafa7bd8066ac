"""Which blocks are comments of readers, by the heading or the notice above them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsclean.lexicon import Hit, find_hits
from newsclean.model import Block, Page
from newsclean.parse.elements import HEADINGS
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
# "(4)" or "12:" beside the word for comments, and "# re:". In characters.
LONGEST_COUNT = 12
BRACKETS = (")", "）", "]")
COUNTED = lazy(r"^[^\W\d_].{0,40}[(（:：\[]\s?\d{1,5}\s?[)）\]]?$")
# A heading of comments that is no heading element ends at the next h3. With h2, h4 and h6, none of
# 634 labelled pages changes.
LOWEST_RANK = 3


def opened_comments(
    page: Page, hits: Sequence[Sequence[Hit]], words: Sequence[float], headline: int | None
) -> Iterator[range]:
    """The blocks from each heading of comments, or notice on them, to the end of its element.

    `hits` are what the lexicon finds in each block, `words` how many words it has.
    """
    before = 0.0
    start = -1 if headline is None else headline
    openings = _headings(page, hits) | _notices(page, hits)
    for index in range(start + 1, max(openings, default=-1) + 1):
        block, count = page.blocks[index], words[index]
        if block.hidden:
            continue
        if before >= LEAST_BEFORE and index in openings:
            yield range(index, _end(page, index))
        elif count >= SHORTEST_PARAGRAPH and block.link_density < 0.5:
            before += count


def _headings(page: Page, hits: Sequence[Sequence[Hit]]) -> set[int]:
    """The blocks that say that comments follow, and little else.

    They are heading elements, or have the number of comments behind the word for them: a line such
    as "2 replies" may be a button of each comment.
    """
    lines = {
        index: without_count(block.text)
        for index, block in enumerate(page.blocks)
        if len(block.text) <= LONGEST_HEADING
        and 2 * block.linked <= len(block.text)
        and (block.tag in HEADINGS or _is_counted(block.text))
    }
    # The lexicon has the word without the number of comments.
    counted = [index for index, line in lines.items() if len(line) < len(page.blocks[index].text)]
    found = dict(zip(counted, find_hits([lines[index] for index in counted]), strict=True))
    return {
        index
        for index, line in lines.items()
        if any(_is_most(hit, line) for hit in (*hits[index], *found.get(index, ())))
    }


def _is_counted(text: str) -> bool:
    """Whether a number ends a line, as that of the comments does.

    >>> _is_counted("Comments (4)"), _is_counted("Comments"), _is_counted("4")
    (True, False, False)
    """
    # Asked first, as hardly any line ends so.
    may_end = text.endswith(BRACKETS) or text[-1:].isdecimal()
    return may_end and COUNTED.search(text) is not None


def without_count(text: str) -> str:
    """A line without numbers and signs at its ends.

    >>> without_count("Comments (4)"), without_count("12: Replies"), without_count("Reply")
    ('Comments', 'Replies', 'Reply')
    """
    if text[:1].isalpha() and text[-1:].isalpha():
        return text
    # A pattern takes ten times as long, as it is tried at every character.
    text = text[_count_length(text[:LONGEST_COUNT]) :]
    return text[: len(text) - _count_length(text[: -LONGEST_COUNT - 1 : -1])]


def _count_length(text: str) -> int:
    """How many characters at the start of a text are no letters."""
    letters = (i for i, char in enumerate(text) if char.isalnum() and not char.isdecimal())
    return next(letters, len(text))


def _notices(page: Page, hits: Sequence[Sequence[Hit]]) -> set[int]:
    """The blocks that say that comments are closed or moderated."""
    return {
        index for index, found in enumerate(hits) if found and _is_notice(page.blocks[index], found)
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
