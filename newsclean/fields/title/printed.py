"""The headline as the page prints it: on how many lines, and without what shares its line."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from newsclean.fields.title.kicker import KICKER_NAMES, LONGEST_KICKER
from newsclean.fields.title.lines import LONGEST_TITLE, whole_block
from newsclean.fields.title.standfirst import SUBTITLE_NAMES
from newsclean.fields.zones import TITLE
from newsclean.label.headline import HEADLINE_TAGS
from newsclean.mentions.dates import find_dates
from newsclean.model import Block, Candidate, Label, Page, Span
from newsclean.text.match_key import match_key
from newsclean.text.patterns import lazy

# "Original title:", as portals write before a headline that they took from another outlet.
TITLE_LABEL = lazy(r"^(?:原标题|原標題|原題|원제|原文标题|标题|標題)\s{0,3}[:：]\s{0,3}")
SEPARATORS = " :：-–—|/"
SHORTEST_REPEAT = 6
# How many characters a repeat may have beyond those of the title.
REPEAT_MARGIN = 20
LONGEST_FIRST_LINE = 120
# A weekday, a day and a time; what is longer has other words. Half and twice change none of 161
# open and 848 composed pages.
LONGEST_DATE = 40


class Form(NamedTuple):
    """One way to read the printed headline.

    Attributes:
        title: The headline.
        spans: Where it stands.
        kicker: The kicker, if it shares a line with the headline.
        subtitle: The subtitle, likewise.
    """

    title: str
    spans: tuple[Span, ...]
    kicker: Candidate[str] | None = None
    subtitle: Candidate[str] | None = None


def printed_form(
    page: Page, headline: int, stated_titles: Collection[str], agreed: str = ""
) -> Form:
    """The printed headline, with its lines joined.

    A kicker or a date in an inline element is left out if the metadata leave it out too.
    `stated_titles` are the match keys of the titles in the metadata, `agreed` is the one on which
    two kinds of them agree.
    """
    return (
        _without_inline(page, headline, stated_titles, agreed)
        or _joined_lines(page, headline, stated_titles)
        or _whole(page, headline)
    )


def _whole(page: Page, headline: int) -> Form:
    block = page.blocks[headline]
    span = whole_block(block, headline, Label.TITLE, "headline")
    return Form(TITLE_LABEL.sub("", block.text), (span,))


def _without_inline(
    page: Page, headline: int, stated_titles: Collection[str], agreed: str
) -> Form | None:
    """The headline without an inline element, if the remainder is a title in the metadata.

    An inline element at its start that is named a kicker is one, and one at its end that is named a
    subtitle, unless two kinds of metadata agree that they are parts of the title.
    """
    key = match_key(page.blocks[headline].text)
    for index in range(headline, min(headline + TITLE.lines + 1, len(page.blocks))):
        block = page.blocks[index]
        if block.tag not in HEADLINE_TAGS or match_key(block.text) != key:
            continue
        for start, end in _parts(block):
            if match_key(block.text[start:end]) in stated_titles:
                return _part_form(page, index, headline, start, end)
        start = _end_of_kicker(block)
        end = min(_start_of_subtitle(block), _start_of_date(block))
        if key != agreed and 0 < end - start < len(block.text):
            return _part_form(page, index, headline, start, end)
    return None


def _parts(block: Block) -> Iterator[tuple[int, int]]:
    """The text of each inline element and link of a block, and those after and before it."""
    size = len(block.text)
    pieces = [(element.start, element.end) for element in block.inline_elements]
    pieces += [(link.start, link.end) for link in block.links]
    for start, end in pieces:
        if end - start < size:
            yield from ((start, end), (end, size), (0, start))


def _end_of_kicker(block: Block) -> int:
    """Where an inline element ends that starts the block and is named a kicker, else 0."""
    for element in block.inline_elements:
        if (
            element.start == 0
            and element.end < len(block.text)
            and KICKER_NAMES.search(element.class_names)
        ):
            return element.end
    return 0


def _start_of_subtitle(block: Block) -> int:
    """Where an inline element starts that ends the block and is named a subtitle, else its end."""
    size = len(block.text)
    for element in block.inline_elements:
        if element.end == size and element.start and SUBTITLE_NAMES.search(element.class_names):
            return element.start
    return size


def _start_of_date(block: Block) -> int:
    """Where an inline element starts that ends the block and is a date, else its end."""
    size = len(block.text)
    for element in block.inline_elements:
        if element.end == size and element.start and _is_date(block.text[element.start :]):
            return element.start
    return size


def _is_date(text: str) -> bool:
    dates = find_dates(text) if len(text) <= LONGEST_DATE else ()
    return bool(dates) and 2 * len(dates[0].text) > len(text)


def _part_form(page: Page, index: int, headline: int, start: int, end: int) -> Form:
    """The form whose title is `start` to `end` of block `index`.

    The text before it is the kicker, and text after it the subtitle if its element is named so.
    """
    block = page.blocks[index]
    spans = [Span(index, start, end, Label.TITLE, "headline")]
    if index != headline:
        spans.append(whole_block(page.blocks[headline], headline, Label.TITLE, "headline"))
    kicker = None
    front = block.text[:start].strip(SEPARATORS)
    if front and len(front) <= LONGEST_KICKER and not find_dates(front):
        kicker_spans = (Span(index, 0, start, Label.KICKER, "before the headline"),)
        kicker = Candidate(front, "before the headline", block.text, kicker_spans)
    title = block.text[start:end].strip(SEPARATORS)
    return Form(title, tuple(spans), kicker, _subtitle_after(block, index, end))


def _subtitle_after(block: Block, index: int, end: int) -> Candidate[str] | None:
    """The subtitle that starts at or after `end`, if an element that ends the block is named so."""
    start = _start_of_subtitle(block)
    text = block.text[start:].strip(SEPARATORS)
    if start < end or not text:
        return None
    origin = "after the headline"
    return Candidate(
        text, origin, block.text, (Span(index, start, len(block.text), Label.SUBTITLE, origin),)
    )


def _joined_lines(page: Page, headline: int, stated_titles: Collection[str]) -> Form | None:
    """The last run of lines that are one headline.

    They are one if they join to a title in the metadata or, on a page that states no title, if
    they are lines of one element.
    """
    first = page.blocks[headline]
    joins_element = first.tag in HEADLINE_TAGS and not stated_titles
    best = None
    for start, end in _line_runs(page, headline):
        lines = page.blocks[start:end]
        title = TITLE_LABEL.sub("", " ".join(line.text for line in lines))
        one_element = joins_element and all(line.element == first.element for line in lines)
        if one_element or match_key(title) in stated_titles:
            spans = (
                whole_block(line, index, Label.TITLE, "line of the headline")
                for index, line in enumerate(lines, start)
            )
            best = Form(title, tuple(spans))
    return best


def _line_runs(page: Page, headline: int) -> Iterator[tuple[int, int]]:
    """The first and last index + 1 of each run of several lines that includes the headline."""
    first = page.blocks[headline]
    for start in range(headline, max(-1, headline - TITLE.lines), -1):
        if not _is_same_kind(page.blocks[start], first):
            return
        for end in range(headline + 1, min(start + TITLE.lines, len(page.blocks)) + 1):
            if not _is_same_kind(page.blocks[end - 1], first):
                break
            if end - start > 1:
                yield start, end


def _is_same_kind(block: Block, first: Block) -> bool:
    is_same = block.element == first.element or block.tag == first.tag
    return is_same and not block.hidden and len(block.text) <= LONGEST_TITLE


def find_repeats(page: Page, title: str, taken: Collection[int]) -> Iterator[Span]:
    """Other printings of the title, such as those for small screens.

    Blocks in `taken` are left out.
    """
    key = match_key(title)
    if len(key) < SHORTEST_REPEAT:
        return
    shortest, longest = len(key), len(title) + REPEAT_MARGIN
    for index, block in enumerate(page.blocks):
        text = block.text
        if not shortest <= len(text) <= longest:
            continue
        # Two characters rule out most blocks without computing their match keys.
        start = text[:2].casefold()
        may_repeat = key.startswith(start) or not start.isalnum()
        if may_repeat and index not in taken and match_key(text) == key:
            yield whole_block(block, index, Label.COPY, "the headline again")


def headline_of_plain(page: Page) -> int | None:
    """In plain text, the line above the first short one that has a date and a colon."""
    for index, block in enumerate(page.blocks[1:], 1):
        is_short = len(block.text) < LONGEST_FIRST_LINE
        if is_short and (":" in block.text or "：" in block.text) and find_dates(block.text):
            return index - 1
    return None
