"""Page -> what each block is. The body by a learned score; everything else by the nearest reason for its not being body."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from newsclean.features import Hints, features
from newsclean.features.chains import OUTERMOST
from newsclean.headline import find_headline
from newsclean.lexicon import Hit, lexicon
from newsclean.model import Block, Element, Label, Page
from newsclean.trees import weights

ARTICLE_BODY = re.compile(r'"articleBody"\s{0,9}:\s{0,9}"((?:[^"\\]|\\.)*)"')
TITLES = ("og:title", "twitter:title")
DESCRIPTIONS = ("og:description", "description", "twitter:description")
# Bounds of the probability from which a block is body. Cross-validated by site, body F1 of articles moves by less than 0.001 when the lower
# one is anywhere from 0.05 to 0.25, and pages that are no articles lose least at 0.15.
LOWEST_CUT, HIGHEST_CUT = 0.15, 0.5
# A longer block is not looked up in the lexicon: furniture is shorter, cookie notices apart.
LONGEST_FURNITURE = 400
# Each block is looked for in the text that JSON-LD states; in a longer one the search would take as long as all else.
LONGEST_WITNESS = 50_000

LABEL_OF_GROUP = {
    "notice": Label.NOTICE,
    "share": Label.SHARE,
    "related": Label.RELATED,
    "comment": Label.COMMENT,
    "navigation": Label.NAVIGATION,
    "pager": Label.NAVIGATION,
    "advert": Label.ADVERT,
    "player": Label.SHARE,
}
# A short line that begins as furniture or holds a notice is no body: some pages print such lines as the last paragraph. Cross-validated by
# site, leaks fall by a twentieth on articles-en and by a fifth on news-cjk; body F1 moves by less than 0.0005 on every set.
NOTICES = frozenset({"notice.copyright", "notice.licence", "notice.disclaimer"})
FURNITURE = frozenset({"notice", "share", "related", "pager", "advert", "player", "comment", "endmark"})
LONGEST_LINE = 80
# What an element calls itself that holds what readers wrote, or that pops up over the page. Its text is no body, unless fewer words than
# LEAST_OTHER would be body without it: a forum's thread is all comments. Cross-validated by site, body F1 of articles-en rises by 0.001
# with anything from 50 to 300, and the other sets of articles have no such text that is taken for body; of other pages it falls by 0.013
# with 50 and by 0.005 with 100.
APART = re.compile(r"(?:^| )(?:(?P<comment>comment|(?:[a-z]{1,9}-)?comment-?\d{1,12})|dialog|alertdialog|modal|popup)(?: |$)")
LEAST_OTHER = 100
# So many elements of one name that calls them excerpts are teasers: of 42 labelled pages with such elements, none has body there.
FEWEST_EXCERPTS = 3
MOSTLY_LINK = 0.7
NO_GROUPS: frozenset[str] = frozenset()
# `new(Verdict, (...))` is Verdict(...) in a third of the time; a page has hundreds.
new = tuple.__new__
SENTENCE_END = re.compile(r"[。！？!?；…]|\.(?:\s|$)")


class Region(NamedTuple):
    """What an element makes of the text in it that is no body, by what it is or calls itself."""

    label: Label
    rule: str
    apart: bool = False  # its text stands apart from the article, whatever its score


REGION_OF_TAG = {
    "nav": Region(Label.NAVIGATION, "element"),
    "menu": Region(Label.NAVIGATION, "element"),
    "select": Region(Label.NAVIGATION, "element"),
    "footer": Region(Label.NOTICE, "element"),
}


class Verdict(NamedTuple):
    """What a block is, the rule that says so, and the learned probability that it is body."""

    label: Label
    rule: str
    score: float


@dataclass(frozen=True, slots=True)
class Labels:
    """A verdict for each block of the page, and which block is the headline."""

    verdicts: tuple[Verdict, ...]
    headline: int | None


def label(page: Page) -> Labels:
    """What each block of the page is."""
    hints, hits = _look(page)
    learned = weights()
    table = features(page, hints._replace(name_weights=learned.names, word_weights=learned.words))
    return _labels(page, hints, hits, table.spread(learned.trees.probabilities(table.parts)), table.words())


def label_by(page: Page, scores: Sequence[float], words: Sequence[float]) -> Labels:
    """What each block is, by scores from elsewhere: for training, which judges a page by weights that never saw its site."""
    return _labels(page, *_look(page), scores, words)


def _labels(page: Page, hints: Hints, hits: Sequence[tuple[Hit, ...]], scores: Sequence[float], words: Sequence[float]) -> Labels:
    regions = _regions(page.elements)
    scores = _without_apart([regions[block.element] for block in page.blocks], scores, words)
    cut = best_cut(scores, words)
    verdicts = tuple(
        _verdict(page, block, score, score >= cut and not _is_furniture(block, found), found, regions[block.element])
        for block, score, found in zip(page.blocks, scores, hits, strict=True)
    )
    return Labels(verdicts, hints.headline)


def hints_of(page: Page) -> Hints:
    """What the features need to know of the page beside its blocks; the weights are left out."""
    return _look(page)[0]


def _look(page: Page) -> tuple[Hints, list[tuple[Hit, ...]]]:
    """The hints, and what the lexicon finds in each block."""
    headline = find_headline(page)
    short = [block.text if len(block.text) <= LONGEST_FURNITURE else "" for block in page.blocks]
    found = lexicon().hits(short)
    groups = [frozenset(hit.group for hit in hits) if hits else NO_GROUPS for hits in found]
    title = page.blocks[headline].text if headline is not None else ""
    hints = Hints(
        groups=groups,
        headline=headline,
        about=" ".join((page.metadata.title, page.metadata.first(*TITLES), page.metadata.first(*DESCRIPTIONS), title)),
        witness=_witness(page),
    )
    return hints, found


def _witness(page: Page) -> str:
    """The article's text as the page's JSON-LD has it, without white space; "" if it has none."""
    for raw in page.metadata.json_ld:
        if "articleBody" in raw and (found := ARTICLE_BODY.search(raw)):
            try:
                return "".join(json.loads(f'"{found[1]}"', strict=False).split())[:LONGEST_WITNESS]
            except ValueError:
                continue
    return ""


def _regions(elements: Sequence[Element]) -> list[Region | None]:
    """For each element what the nearest element around it that tells makes of its text, if that is no body."""
    regions: list[Region | None] = []
    named: dict[str, Region | None] = {"": None}
    excerpts = Counter([element.names for element in elements if "excerpt" in element.names])
    named |= {names: Region(Label.RELATED, "excerpt", True) for names, count in excerpts.items() if count >= FEWEST_EXCERPTS}
    for element in elements:
        names = element.names if element.depth > OUTERMOST else ""
        if names not in named:
            named[names] = _region_of(names)
        region = named[names] or REGION_OF_TAG.get(element.tag)
        regions.append(region or (regions[element.parent] if element.parent >= 0 else None))
    return regions


def _region_of(names: str) -> Region | None:
    """The region of an element that calls itself comments or a pop-up."""
    found = APART.search(names)
    return Region(Label.COMMENT if found["comment"] else Label.BOILERPLATE, found[0].strip(), True) if found else None


def _without_apart(regions: Sequence[Region | None], scores: Sequence[float], words: Sequence[float]) -> Sequence[float]:
    """The scores, with 0 for the blocks that stand apart from the article; as they were, if there is hardly any other text."""
    apart = [region is not None and region.apart for region in regions]
    if not any(apart):
        return scores
    other = sum(count for count, score, is_apart in zip(words, scores, apart, strict=True) if score >= HIGHEST_CUT and not is_apart)
    return [0.0 if is_apart else score for score, is_apart in zip(scores, apart, strict=True)] if other >= LEAST_OTHER else scores


def best_cut(scores: Sequence[float], words: Sequence[float]) -> float:
    """The probability from which blocks are body, such that the expected F1 of the page's words is greatest.

    Where the scores are sure this is a half; where a page is strange to the labeller and all are low, it is lower. (Lipton, Elkan and
    Narayanaswamy, Optimal Thresholding of Classifiers to Maximize F1 Measure, 2014.)

    >>> best_cut([0.9, 0.3, 0.01], [100, 100, 100])
    0.5
    >>> best_cut([0.4, 0.3, 0.01], [100, 100, 100])
    0.3
    """
    expected = sum(score * count for score, count in zip(scores, words, strict=True))
    right = kept = best = 0.0
    cut = HIGHEST_CUT
    for score, count in sorted([pair for pair in zip(scores, words, strict=True) if pair[0]], reverse=True):
        right += score * count
        kept += count
        f1 = 2 * right / (kept + expected or 1)
        if f1 > best:
            best, cut = f1, score
    return min(max(cut, LOWEST_CUT), HIGHEST_CUT)


def _is_furniture(block: Block, hits: Sequence[Hit]) -> bool:
    """Whether a block is a short line that begins as furniture does, or holds a notice."""
    if not hits or len(block.text) > LONGEST_LINE:
        return False
    return any(hit.group in NOTICES or (hit.start <= 1 and hit.group.partition(".")[0] in FURNITURE) for hit in hits)


def _is_prose(block: Block, rule: str) -> bool:
    """Whether a line of plain text, which has no markup to score, can be body: it has a sentence, and is no notice."""
    return SENTENCE_END.search(block.text) is not None and not rule.startswith("notice")


def _verdict(page: Page, block: Block, score: float, is_body: bool, hits: Sequence[Hit], region: Region | None) -> Verdict:
    rule = max(hits, key=lambda hit: hit.end - hit.start).rule if hits else ""
    if is_body and (not page.plain or _is_prose(block, rule)):
        return new(Verdict, (Label.BODY, "score", score))
    if block.hidden:
        return new(Verdict, (Label.HIDDEN, "not displayed", score))
    if rule:
        return new(Verdict, (LABEL_OF_GROUP.get(rule.partition(".")[0].partition("/")[0], Label.BOILERPLATE), rule, score))
    if region is not None:
        return new(Verdict, (region.label, region.rule, score))
    if block.linked > MOSTLY_LINK * len(block.text):
        return new(Verdict, (Label.NAVIGATION, "links", score))
    return new(Verdict, (Label.BOILERPLATE, "score", score))
