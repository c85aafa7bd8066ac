"""What the blocks around a block say about it.

Tables and lists are body as a whole, what stands between two paragraphs is body, and links that end
the text are not.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from newsclean.model import Block, Element, Page
from newsclean.parse.elements import TABLE_CELLS

CELLS = TABLE_CELLS | {"caption"}
# A cell of more words is not data but a column of the page's layout.
LONGEST_CELL = 60
# Between a cell and its table are a row and a group of rows.
CELL_TO_TABLE = 3
# How far a block is drawn towards the mean of its siblings, from 0 to 1; list items and cells all
# the way. A block with a higher link density than MOST_LINKED is no sibling of prose
# ("Related: …"). Cross-validated by site, body F1 of each set of articles rises by 0.0005 to
# 0.0016; with anything from 0.3 to 0.8, and from 0.1 to 0.5, it is within 0.0015 of that.
SHARED = 0.6
MOST_LINKED = 0.25
# Keeps the log odds of a certain block finite.
SUREST = 1 - 1e-6
# What is body between paragraphs of the body, as one thing of several blocks or by itself, from the
# score LOWEST_BETWEEN on: of 91 such headings 57 are body, of 30 lists 23, of 39 tables 27, of 24
# quotations 19. Anything from 0.05 to 0.25 does as well.
SEVERAL = frozenset({"table", "ul", "ol", "blockquote"})
ALONE = frozenset({"h2", "h3", "h4", "h5", "h6", "blockquote"})
THINGS = SEVERAL | ALONE
LOWEST_BETWEEN = 0.15
# An article does not end with a block of higher link density: it leads to another article.
# Cross-validated by site, leaks on news-cjk are halved, and body F1 moves by 0.001 at most.
LAST_LINKED = 0.9


def smooth_scores(page: Page, scores: Sequence[float], words: Sequence[float]) -> list[float]:
    """Draw the score of each block towards the mean of its siblings.

    Siblings are blocks of one tag in one element, and the cells of one table. The mean is one of
    log odds, weighted by words. Blocks with a score of 0, which were not scored, are no siblings;
    nor are lines that <br> makes outside a paragraph, which may hold a byline or a menu.
    """
    smoothed = list(scores)
    for tag, group in _siblings(page, scores):
        is_layout = tag == "td" and max([words[index] for index in group]) > LONGEST_CELL
        if len(group) > 1 and not is_layout:
            odds = [_log_odds(scores[index]) for index in group]
            weights = [words[index] + 1 for index in group]
            weighted = [odd * weight for odd, weight in zip(odds, weights, strict=True)]
            mean = sum(weighted) / sum(weights)
            share = 1.0 if tag in ("td", "li") else SHARED
            for index, own in zip(group, odds, strict=True):
                smoothed[index] = 1 / (1 + math.exp(-share * mean - (1 - share) * own))
    return smoothed


def _siblings(page: Page, scores: Sequence[float]) -> list[tuple[str, list[int]]]:
    """The groups of siblings among the scored blocks, each with its tag; "td" for all cells."""
    broken = {block.element for block in page.blocks if block.line and block.tag != "p"}
    groups: dict[tuple[int, str], list[int]] = defaultdict(list)
    for index, (block, score) in enumerate(zip(page.blocks, scores, strict=True)):
        if score > 0 and block.element not in broken:
            is_whole = block.tag == "li" or block.tag in CELLS
            if is_whole or block.linked <= MOST_LINKED * len(block.text):
                tag = "td" if block.tag in CELLS else block.tag
                groups[_container(page.elements, block), tag].append(index)
    return [(tag, group) for (_, tag), group in groups.items()]


def body_rules(page: Page, scores: Sequence[float], threshold: float) -> list[str]:
    """The rule that makes each block body; "" if it is not body.

    A block is body by its own "score", from the threshold on, or because it is "between"
    paragraphs.
    """
    likely = [score >= threshold for score in scores]
    links = last_links(page, likely)
    body = [is_likely and index not in links for index, is_likely in enumerate(likely)]
    # Only now: a heading over links at the end would stand between paragraphs.
    promoted = promote_between(page, body, scores)
    return [
        "score" if is_body else "between" if is_between else ""
        for is_body, is_between in zip(body, promoted, strict=True)
    ]


def promote_between(page: Page, body: Sequence[bool], scores: Sequence[float]) -> list[bool]:
    """Which blocks belong to a heading, list, table or quotation between body paragraphs.

    The paragraphs must be in the same element as the heading, list, table or quotation.
    """
    elements = page.elements
    paragraphs: dict[int, tuple[int, int]] = {}  # an element -> its first and last body paragraph
    for index, (block, is_body) in enumerate(zip(page.blocks, body, strict=True)):
        if is_body and block.tag == "p":
            parent = elements[block.element].parent
            paragraphs[parent] = (paragraphs.get(parent, (index,))[0], index)
    found = [False] * len(page.blocks)
    for index, (score, is_body) in enumerate(zip(scores, body, strict=True)):
        if score >= LOWEST_BETWEEN and not is_body:
            block = page.blocks[index]
            thing = block.element if block.tag in ALONE else _container(elements, block)
            if thing >= 0 and elements[thing].tag in THINGS:
                first, last = paragraphs.get(elements[thing].parent, (index, index))
                found[index] = first < index < last
    return found


def last_links(page: Page, body: Sequence[bool]) -> set[int]:
    """The blocks at the end of the body that are only links, with the heading over them.

    None if they are half of the body. Cells of tables are data, not links.
    """
    body_blocks = [index for index, is_body in enumerate(body) if is_body]
    found: set[int] = set()
    for index in reversed(body_blocks):
        block = page.blocks[index]
        is_link = block.tag not in CELLS and block.linked > LAST_LINKED * len(block.text)
        if is_link or (found and block.tag in ALONE):
            found.add(index)
        if not is_link:
            break
    return found if 2 * len(found) < len(body_blocks) else set()


def _container(elements: Sequence[Element], block: Block) -> int:
    """The element that holds a block and its siblings: the table of a cell, else the parent."""
    container = parent = elements[block.element].parent
    if block.tag in CELLS:
        for _ in range(CELL_TO_TABLE):
            if container < 0 or elements[container].tag == "table":
                break
            container = elements[container].parent
    is_table = container >= 0 and elements[container].tag == "table"
    return container if is_table else parent


def _log_odds(score: float) -> float:
    score = min(score, SUREST)
    return math.log(score / (1 - score))
