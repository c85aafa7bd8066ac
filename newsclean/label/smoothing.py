"""Scores drawn towards those of the siblings: tables and lists are body as a whole."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from newsclean.label.neighbours import CELLS, container_of, role_of
from newsclean.model import Block, Element, Page
from newsclean.text.sentences import has_sentence_end

# A cell of more words is not data but a column of the page's layout. With 30 and 120, none of 634
# labelled pages changes.
LONGEST_CELL = 60
# How far a block is drawn towards the mean of its siblings, from 0 to 1; list items and cells all
# the way. A block with a higher link density than MOST_LINKED is no sibling of prose
# ("Related: …"). Cross-validated by site, body F1 of each set of articles rises by 0.0005 to
# 0.0016; with anything from 0.3 to 0.8, and from 0.1 to 0.5, it is within 0.0015 of that. Poems,
# galleries and short texts of the fixtures are whole with 0.8.
SHARED = 0.8
MOST_LINKED = 0.25
# A line with a lower score, which ends no sentence, is drawn only to siblings of its class. Out of
# fold, body F1 of the two halves of news-world rises by 0.0004 and 0.0016, that of news-zh by
# 0.0005 and 0.0019; no other set of articles moves by more than 0.0002, and other pages lose
# 0.0008. With 0.3, news-world rises by half of that.
LOW = 0.5
# Cells and items are body together or not at all.
WHOLE = ("td", "li")
# Keeps the log odds of a certain block finite.
SUREST = 1 - 1e-6


def smooth_scores(page: Page, scores: Sequence[float], words: Sequence[float]) -> list[float]:
    """Draw the score of each block towards the mean of its siblings.

    Siblings are blocks of one tag in one element, and the cells of one table. The mean is one of
    log odds, weighted by words. A line with a low score is drawn only to those of its own class:
    what is named otherwise than the paragraphs beside it may be a date, a credit or a label.
    Blocks with a score of 0, which were not scored, are no siblings; nor are lines that <br> makes
    outside a paragraph, which may hold a byline or a menu.
    """
    smoothed = list(scores)
    for tag, group in _siblings(page, scores):
        is_layout = tag == "td" and max([words[index] for index in group]) > LONGEST_CELL
        if len(group) < 2 or is_layout:
            continue
        odds = {index: _log_odds(scores[index]) for index in group}
        mean = _mean(odds, words)
        share = 1.0 if tag in WHOLE else SHARED
        means = {} if tag in WHOLE else _means_by_class(page, odds, words)
        for index, own in odds.items():
            block = page.blocks[index]
            is_doubtful = bool(means) and scores[index] < LOW and not has_sentence_end(block.text)
            towards = means[page.elements[block.element].class_attribute] if is_doubtful else mean
            smoothed[index] = 1 / (1 + math.exp(-share * towards - (1 - share) * own))
    return smoothed


def _means_by_class(
    page: Page, odds: Mapping[int, float], words: Sequence[float]
) -> dict[str, float]:
    """The mean of the blocks of each class; none if all are of one."""
    found: dict[str, dict[int, float]] = defaultdict(dict)
    for index, own in odds.items():
        found[page.elements[page.blocks[index].element].class_attribute][index] = own
    return {name: _mean(part, words) for name, part in found.items()} if len(found) > 1 else {}


def _mean(odds: Mapping[int, float], words: Sequence[float]) -> float:
    weights = [words[index] + 1 for index in odds]
    weighted = [odd * weight for odd, weight in zip(odds.values(), weights, strict=True)]
    return sum(weighted) / sum(weights)


def _siblings(page: Page, scores: Sequence[float]) -> list[tuple[str, list[int]]]:
    """The groups of siblings among the scored blocks, each with its tag; "td" for all cells."""
    broken = {block.element for block in page.blocks if block.line and block.tag != "p"}
    groups: dict[tuple[int, str, str], list[int]] = defaultdict(list)
    for index, (block, score) in enumerate(zip(page.blocks, scores, strict=True)):
        if score > 0 and block.element not in broken:
            own = role_of(page.elements, block)
            is_whole = own == "li" or own in CELLS
            if is_whole or block.linked <= MOST_LINKED * len(block.text):
                tag = "td" if own in CELLS else own
                groups[*_siblings_key(page.elements, block, own), tag].append(index)
    return [(tag, group) for (_, _, tag), group in groups.items()]


def _siblings_key(elements: Sequence[Element], block: Block, role: str) -> tuple[int, str]:
    """The same for siblings. Wrappers alike, with a paragraph each, make siblings of paragraphs."""
    index = container_of(elements, block, role)
    if block.tag != "p":
        return index, ""
    wrapper = elements[index]
    if wrapper.last - wrapper.first != 1:
        return index, ""
    return wrapper.parent, f"{wrapper.tag} {wrapper.class_attribute}"


def _log_odds(score: float) -> float:
    score = min(score, SUREST)
    return math.log(score / (1 - score))
