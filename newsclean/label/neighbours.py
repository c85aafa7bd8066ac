"""What the blocks around a block say of it: tables and lists are body as a whole, what stands between paragraphs is, a last link is not."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from newsclean.model import Block, Element, Page

CELLS = frozenset({"td", "th", "caption"})
# A cell of more words is no datum but a column of the page's layout.
LONGEST_CELL = 60
# Between a cell and its table stand a row and a group of rows.
CELL_TO_TABLE = 3
# How far a block is drawn towards the mean of its siblings, from 0 to 1; entries of a list and cells of a table all the way. What is link
# by more than MOST_LINKED is no sibling of prose ("Related: …"). Cross-validated by site, body F1 of each set of articles rises by 0.0005
# to 0.0016; with anything from 0.3 to 0.8, and from 0.1 to 0.5, within 0.0015 of that.
SHARED = 0.6
MOST_LINKED = 0.25
SUREST = 1 - 1e-6
# What stands between paragraphs of the body as one thing of several blocks, and what does by itself. It is body from LOWEST_BETWEEN on:
# of 91 such headings 57 are, of 30 lists 23, of 39 tables 27, of 24 quotations 19. Anything from 0.05 to 0.25 does as well.
SEVERAL = frozenset({"table", "ul", "ol", "blockquote"})
ALONE = frozenset({"h2", "h3", "h4", "h5", "h6", "blockquote"})
THINGS = SEVERAL | ALONE
LOWEST_BETWEEN = 0.15
# An article does not end with a block that is link by more than this: it leads to another. Cross-validated by site, leaks on news-cjk are
# halved, and body F1 moves by 0.001 at most.
LAST_LINKED = 0.9


def agree(page: Page, scores: Sequence[float], words: Sequence[float]) -> list[float]:
    """Draw each block's probability towards the mean of its siblings: blocks of one tag in one element, or cells of one table.

    The mean is one of log odds, weighted by words. Blocks with a score of 0, which were never in question, are no siblings; nor are lines
    that <br> makes of what is no paragraph, among which a byline or a menu may be.
    """
    broken = {block.element for block in page.blocks if block.line and block.tag != "p"}
    groups: dict[tuple[int, str], list[int]] = defaultdict(list)
    for index, (block, score) in enumerate(zip(page.blocks, scores, strict=True)):
        if score > 0 and block.element not in broken:
            whole = block.tag == "li" or block.tag in CELLS
            if whole or block.linked <= MOST_LINKED * len(block.text):
                groups[_around(page.elements, block), "td" if block.tag in CELLS else block.tag].append(index)
    drawn = list(scores)
    for (_, tag), group in groups.items():
        if len(group) > 1 and not (tag == "td" and max([words[index] for index in group]) > LONGEST_CELL):
            odds = [_log_odds(scores[index]) for index in group]
            weights = [words[index] + 1 for index in group]
            mean = sum([odd * weight for odd, weight in zip(odds, weights, strict=True)]) / sum(weights)
            share = 1.0 if tag in ("td", "li") else SHARED
            for index, own in zip(group, odds, strict=True):
                drawn[index] = 1 / (1 + math.exp(-share * mean - (1 - share) * own))
    return drawn


def held_by(page: Page, scores: Sequence[float], cut: float) -> list[str]:
    """The rule that makes each block body: its own "score", from `cut` on, or that it stands "between" paragraphs; "" if it is none."""
    likely = [score >= cut for score in scores]
    gone = last_links(page, likely)
    body = [is_likely and index not in gone for index, is_likely in enumerate(likely)]
    # Only then: a heading over links at the end would stand between paragraphs.
    return [
        "score" if is_body else "between" if is_between else ""
        for is_body, is_between in zip(body, between(page, body, scores), strict=True)
    ]


def between(page: Page, body: Sequence[bool], scores: Sequence[float]) -> list[bool]:
    """Which blocks are of a heading, list, table or quotation between paragraphs of the body, in one element with them."""
    elements = page.elements
    paragraphs: dict[int, tuple[int, int]] = {}
    for index, (block, is_body) in enumerate(zip(page.blocks, body, strict=True)):
        if is_body and block.tag == "p":
            around = elements[block.element].parent
            paragraphs[around] = (paragraphs.get(around, (index,))[0], index)
    found = [False] * len(page.blocks)
    for index, (score, is_body) in enumerate(zip(scores, body, strict=True)):
        if score >= LOWEST_BETWEEN and not is_body:
            block = page.blocks[index]
            thing = block.element if block.tag in ALONE else _around(elements, block)
            if thing >= 0 and elements[thing].tag in THINGS:
                first, last = paragraphs.get(elements[thing].parent, (index, index))
                found[index] = first < index < last
    return found


def last_links(page: Page, body: Sequence[bool]) -> set[int]:
    """The blocks at the end of the body that are nothing but links, and the heading over them; none if they are half of it.

    Cells of tables are data.
    """
    held = [index for index, is_body in enumerate(body) if is_body]
    found: set[int] = set()
    for index in reversed(held):
        block = page.blocks[index]
        is_link = block.tag not in CELLS and block.linked > LAST_LINKED * len(block.text)
        if is_link or (found and block.tag in ALONE):
            found.add(index)
        if not is_link:
            break
    return found if 2 * len(found) < len(held) else set()


def _around(elements: Sequence[Element], block: Block) -> int:
    """The element that holds a block and its siblings: of a cell its table, of another block what is around its own element."""
    around = parent = elements[block.element].parent
    if block.tag in CELLS:
        for _ in range(CELL_TO_TABLE):
            if around < 0 or elements[around].tag == "table":
                break
            around = elements[around].parent
    return around if around >= 0 and elements[around].tag == "table" else parent


def _log_odds(score: float) -> float:
    score = min(score, SUREST)
    return math.log(score / (1 - score))
