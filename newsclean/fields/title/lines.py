"""The lines that make the headline, and those around it: kicker (引题) above, subtitle or deck (副题) below, repeats further down."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from newsclean.fields.title.standfirst import descriptions, is_standfirst
from newsclean.label.headline import HEADLINE_TAGS
from newsclean.mentions.dates import find_dates
from newsclean.model import Block, Candidate, Label, Page, Span
from newsclean.text.match_key import match_key
from newsclean.text.sentences import CLAUSE_ENDS

KICKER_NAMES = re.compile(
    r"kicker|eyebrow|pre-?title|sup-?title|over-?line|top-?line|roof-?line|yin-?ti|shoulder|intro-?title|dachzeile|spitzmarke|antetitulo"
    r"|surtitre|\br[uo]o?-?titr|\byt\b|__topic"
)
SUBTITLE_NAMES = re.compile(
    r"sub-?title|sub-?head|fu-?biao-?ti|fu-?ti(?:tle)?\b|\bdeck|\bdek\b|second-?title|untertitel|sous-?titre|subtitulo|bajada|stand-?first"
)
BREADCRUMB = re.compile(r"[>›»/]|首页|首頁|当前位置|您现在的位置|所在位置|ホーム|トップ")
LABEL = re.compile(r"^(?:原标题|原標題|原題|원제|原文标题|标题|標題)\s{0,3}[:：]\s{0,3}")
LABELLED = re.compile(
    r"^\S{0,8}(?:来源|來源|时间|時間|作者|记者|記者|编辑|編輯|責編|责编|出典|출처|원제|原标题|原题|原題)\s{0,3}[:：]|^By\s|^\(|^（|^本报"
)
# What is said of the article, not of its subject.
STATE = re.compile(
    r"(?:last )?updated|aktualisiert|mis à jour|actualizado|live|breaking(?: news)?|sponsored|anzeige|exclusive",
    re.I,
)
DASH = re.compile(r"^(?:[—－-]{2}|——|―)\s?")
WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
LONGEST_KICKER, LONGEST_TITLE, LONGEST_DECK = 60, 300, 120
# A kicker without a name of its own is a line of prose, not a word: 云州要闻 is a section, 美丽云州·湿地故事 is not.
SHORTEST_KICKER = 7
MAY_BE_KICKER = ("h2", "h3", "h4", "h5", "p", "div", "td")
# A headline is printed on up to three lines; a deck stands up to so many blocks below it, with the line of date and the share bar between.
MOST_LINES, DECK_WITHIN, STANDFIRST_WITHIN = 3, 6, 3
SHORTEST_REPEAT = 6
# A shorter heading is a section, or the name of the outlet.
SHORTEST_DECK = 9


class Form(NamedTuple):
    """One way to read the printed headline: what it says, and the kicker that is set on the same line."""

    title: str
    spans: tuple[Span, ...]
    kicker: Candidate[str] | None = None


def printed_form(page: Page, headline: int, stated: Collection[str]) -> Form:
    """The printed headline: its lines joined, and a kicker or a date in an element of its own cut off, where the metadata do so too.

    `stated` are the titles that the metadata state, squeezed.
    """
    block = page.blocks[headline]
    return (
        _in_parts(page, headline, stated)
        or _in_lines(page, headline, stated)
        or Form(LABEL.sub("", block.text), (_span(block, headline, Label.TITLE, "headline"),))
    )


def _span(block: Block, index: int, label: Label, rule: str) -> Span:
    return Span(index, 0, len(block.text), label, rule)


def _in_parts(page: Page, headline: int, stated: Collection[str]) -> Form | None:
    """The headline without the inline element before or after it, where what is left is a title that the metadata state."""
    key = match_key(page.blocks[headline].text)
    for index in range(headline, min(headline + MOST_LINES + 1, len(page.blocks))):
        block = page.blocks[index]
        if block.tag not in HEADLINE_TAGS or match_key(block.text) != key:
            continue
        for start, end in _rests(block):
            if match_key(block.text[start:end]) in stated:
                return _part(page, index, headline, start, end)
        if key not in stated:
            for mark in block.marks:
                if (
                    mark.start == 0
                    and mark.end < len(block.text)
                    and KICKER_NAMES.search(mark.names)
                ):
                    return _part(page, index, headline, mark.end, len(block.text))
    return None


def _rests(block: Block) -> Iterator[tuple[int, int]]:
    """What may be the headline proper in its block: an inline element of it, or what stands before or after one."""
    size = len(block.text)
    for mark in block.marks:
        if mark.end - mark.start < size:
            yield from ((mark.start, mark.end), (mark.end, size), (0, mark.start))


def _part(page: Page, index: int, headline: int, start: int, end: int) -> Form:
    """The characters `start` to `end` of the headline's block as the headline, and what stands before them as its kicker."""
    block = page.blocks[index]
    text = block.text
    title = text[start:end].strip(" :：-–—|/")
    spans = [Span(index, start, end, Label.TITLE, "headline")]
    front = text[:start].strip(" :：-–—|/")
    kicker = None
    if front and len(front) <= LONGEST_KICKER and not find_dates(front):
        spans_front = (Span(index, 0, start, Label.KICKER, "before the headline"),)
        kicker = Candidate(front, "before the headline", text, spans_front)
    if index != headline:
        spans.append(_span(page.blocks[headline], headline, Label.TITLE, "headline"))
    return Form(title, tuple(spans), kicker)


def _in_lines(page: Page, headline: int, stated: Collection[str]) -> Form | None:
    """The headline's lines, joined: lines of one element, or blocks that together are a title the metadata state."""
    first = page.blocks[headline]
    best = None
    for start in range(headline, max(-1, headline - MOST_LINES), -1):
        if not _is_line_of(page.blocks[start], first):
            break
        for end in range(headline + 1, min(start + MOST_LINES, len(page.blocks)) + 1):
            lines = page.blocks[start:end]
            if not _is_line_of(lines[-1], first):
                break
            joined = LABEL.sub("", " ".join(line.text for line in lines))
            one = (
                first.tag in HEADLINE_TAGS
                and not stated
                and all(line.element == first.element for line in lines)
            )
            if len(lines) > 1 and (one or match_key(joined) in stated):
                best = Form(
                    joined,
                    tuple(
                        _span(line, start + i, Label.TITLE, "line of the headline")
                        for i, line in enumerate(lines)
                    ),
                )
    return best


def _is_line_of(block: Block, first: Block) -> bool:
    alike = block.element == first.element or block.tag == first.tag
    return alike and not block.hidden and len(block.text) <= LONGEST_TITLE


def kicker_line(page: Page, headline: int) -> Candidate[str] | None:
    """The line above the headline, if it is of the headline and not a section, a menu or a byline."""
    above = headline - 1
    while above >= 0 and page.blocks[above].hidden:
        above -= 1
    if above < 0:
        return None
    block, head = page.blocks[above], page.blocks[headline]
    text = block.text
    if (
        not 4 <= len(text) <= LONGEST_KICKER
        or STATE.fullmatch(text)
        or not is_line(block)
        or match_key(text) in match_key(head.text)
    ):
        return None
    wide = len(WIDE.findall(text))
    prose = wide >= SHORTEST_KICKER and wide > len(text) / 2 and not text.endswith(CLAUSE_ENDS)
    if not (
        KICKER_NAMES.search(names_of(page, block))
        or (prose and (page.plain or _beside(page, block, head)))
    ):
        return None
    place = "line above the headline"
    return Candidate(text, place, text, (_span(block, above, Label.KICKER, place),))


def _beside(page: Page, block: Block, head: Block) -> bool:
    """Whether two blocks stand in the same element, or in the cells of two rows of one table."""
    return block.element == head.element or (
        _around(page, block) == _around(page, head) and block.tag in MAY_BE_KICKER
    )


def _around(page: Page, block: Block) -> int:
    element = page.elements[block.element]
    if element.tag == "td" and element.parent >= 0:
        return page.elements[element.parent].parent
    return element.parent


def subtitle_line(page: Page, last: int, title: str, held: Sequence[int]) -> Candidate[str] | None:
    """The deck below the headline: a line that a dash opens, one that is named so, or the only heading before the text.

    Or the standfirst, which the page states as its description too.
    """
    described = descriptions(page)
    for index in range(last + 1, min(last + 1 + DECK_WITHIN, len(page.blocks))):
        block = page.blocks[index]
        if held and index in held and block.tag not in HEADLINE_TAGS:
            return None
        if index <= last + STANDFIRST_WITHIN and is_standfirst(page, block, title, described, held):
            place = "below the headline and stated as description"
            return Candidate(
                block.text, place, block.text, (_span(block, index, Label.SUBTITLE, place),)
            )
        if len(block.text) < 4 or not is_line(block) or match_key(block.text) == match_key(title):
            continue
        if (index == last + 1 and _opens_with_dash(block)) or _is_deck(
            page, block, held, index, last
        ):
            text = DASH.sub("", block.text)
            place = "line below the headline"
            return Candidate(text, place, block.text, (_span(block, index, Label.SUBTITLE, place),))
    return None


def _opens_with_dash(block: Block) -> bool:
    return DASH.match(block.text) is not None and WIDE.search(block.text) is not None


def _is_deck(page: Page, block: Block, held: Sequence[int], index: int, last: int) -> bool:
    if len(block.text) > LONGEST_DECK or block.text.endswith(("。", ":", "：")):
        return False
    if SUBTITLE_NAMES.search(names_of(page, block)):
        return index <= last + 2
    if block.tag not in ("h2", "h3") or len(match_key(block.text)) < SHORTEST_DECK:
        return False
    # A heading in the text would have others like it.
    if any(page.blocks[other].tag == block.tag for other in held if other != index):
        return False
    above_text = any(
        below in held for below in range(index + 1, index + 4)
    )  # with a picture and its caption between, perhaps
    beside = page.elements[block.element].parent == page.elements[page.blocks[last].element].parent
    return above_text or (beside and index == last + 1)


def is_line(block: Block) -> bool:
    """Whether a block can be a line of a headline: not a link, a menu, a date, a byline or a label."""
    text = block.text
    if (
        block.hidden
        or len(text) > LONGEST_TITLE
        or block.linked * 2 > len(text)
        or LABELLED.search(text)
        or BREADCRUMB.search(text)
    ):
        return False
    return not find_dates(text)


def names_of(page: Page, block: Block) -> str:
    """The names of the block's element and of the inline elements in it."""
    return " ".join((page.elements[block.element].names, *(mark.names for mark in block.marks)))


def repeats(page: Page, title: str, taken: Collection[int]) -> Iterator[Span]:
    """Later printings of the headline, as pages for telephones have them."""
    said = match_key(title)
    if len(said) < SHORTEST_REPEAT:
        return
    least, most = len(said), len(title) + 20
    for index, block in enumerate(page.blocks):
        text = block.text
        if not least <= len(text) <= most:
            continue
        start = text[:2].casefold()  # tells most blocks without squeezing them
        if (
            (said.startswith(start) or not start.isalnum())
            and index not in taken
            and match_key(text) == said
        ):
            yield _span(block, index, Label.COPY, "the headline again")


def first_of_plain(page: Page) -> int | None:
    """In plain text: the line above the first one that has a date and a label."""
    for index, block in enumerate(page.blocks):
        if (
            index > 0
            and len(block.text) < 120
            and (":" in block.text or "：" in block.text)
            and find_dates(block.text)
        ):
            return index - 1
    return None
