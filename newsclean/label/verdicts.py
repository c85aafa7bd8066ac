"""Page -> what each block is. The body by a learned score and its neighbours; all else by the nearest reason for its not being body."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from newsclean.label.features import NAMES, PageSignals, feature_table
from newsclean.label.headline import find_headline
from newsclean.label.neighbours import CELLS, body_rules, smooth_scores
from newsclean.label.regions import Region, regions, without_apart
from newsclean.learned import load_labeller
from newsclean.lexicon import Hit, lexicon
from newsclean.lexicon.folding import fold
from newsclean.lexicon.lookups import button_words
from newsclean.metadata.meta_names import DESCRIPTION_META
from newsclean.model import UNLIMITED, Block, Budget, BudgetSpentError, Label, Page
from newsclean.text.sentences import has_sentence_end

ARTICLE_BODY = re.compile(r'"articleBody"\s{0,9}:\s{0,9}"((?:[^"\\]|\\.)*)"')
TITLES = ("og:title", "twitter:title")
# Bounds of the probability from which a block is body. Cross-validated by site, body F1 of articles moves by less than 0.001 when the lower
# one is anywhere from 0.05 to 0.25, and pages that are no articles lose least at 0.15.
LOWEST_CUT, HIGHEST_CUT = 0.15, 0.5
# A longer block is not looked up in the lexicon: furniture is shorter, cookie notices apart.
LONGEST_FURNITURE = 400
# Each block is looked for in the text that JSON-LD states; in a longer one the search would take as long as all else.
LONGEST_JSON_LD_BODY = 50_000

# A short line that begins as furniture or holds a notice is no body: some pages print such lines as the last paragraph. Cross-validated by
# site, leaks fall by a twentieth on articles-en and by a fifth on news-cjk; body F1 moves by less than 0.0005 on every set.
NOTICES = frozenset({"notice.copyright", "notice.licence", "notice.disclaimer"})
FURNITURE = frozenset({"notice", "share", "related", "pager", "advert", "player", "comment", "endmark"})
LONGEST_LINE = 80
LONGEST_BUTTONS = 40
# "This article contains affiliate links" begins no other paragraph. Cross-validated by site, no set loses, with anything from 18 to 30.
LONG_PHRASE = 18
MOSTLY_LINK = 0.7
NO_GROUPS: frozenset[str] = frozenset()
# `new(Verdict, (...))` is Verdict(...) in a third of the time; a page has hundreds.
new = tuple.__new__


class Verdict(NamedTuple):
    """What a block is, the rule that says so, and the probability that it is body, as learned and drawn to its neighbours'."""

    label: Label
    rule: str
    score: float


NOT_REACHED = Verdict(Label.BOILERPLATE, "not reached", 0.0)


@dataclass(frozen=True, slots=True)
class Labels:
    """A verdict for each block of the page, and which block is the headline."""

    verdicts: tuple[Verdict, ...]
    headline: int | None
    reached: bool = True  # False if the budget was spent before the body was found

    @property
    def body(self) -> list[bool]:
        """Of each block whether it is body."""
        return [verdict.label is Label.BODY for verdict in self.verdicts]

    @property
    def scores(self) -> list[float]:
        """Of each block the probability that it is body."""
        return [verdict.score for verdict in self.verdicts]


def label(page: Page, budget: Budget = UNLIMITED) -> Labels:
    """What each block of the page is; if the budget is spent, none of them is known."""
    try:
        return _label(page, budget)
    except BudgetSpentError:
        return Labels((NOT_REACHED,) * len(page.blocks), None, reached=False)


def _label(page: Page, budget: Budget) -> Labels:
    signals, hits = _look(page, budget)
    learned = load_labeller(NAMES)
    table = feature_table(
        page,
        signals._replace(class_weights=learned.class_words, word_weights=learned.text_words),
    )
    budget.check()
    scores = table.spread(learned.trees.probabilities(table.parts))
    budget.check()
    return _labels(page, signals, hits, scores, table.words())


def label_by(page: Page, scores: Sequence[float], words: Sequence[float]) -> Labels:
    """What each block is, by scores from elsewhere: for training, which judges a page by weights that never saw its site."""
    return _labels(page, *_look(page), scores, words)


def _labels(
    page: Page,
    signals: PageSignals,
    hits: Sequence[tuple[Hit, ...]],
    scores: Sequence[float],
    words: Sequence[float],
) -> Labels:
    found = regions(page, words, signals.headline)
    scores = smooth_scores(page, without_apart(found, scores, words, HIGHEST_CUT), words)
    asked = [
        0.0 if score >= LOWEST_CUT and _is_furniture(block, told) and not _is_datum(page, block) else score
        for block, score, told in zip(page.blocks, scores, hits, strict=True)
    ]
    held = body_rules(page, asked, best_cut(scores, words))
    verdicts = tuple(
        _verdict(page, block, score, rule, told, region)
        for block, score, rule, told, region in zip(page.blocks, scores, held, hits, found, strict=True)
    )
    return Labels(verdicts, signals.headline)


def read_signals(page: Page) -> PageSignals:
    """What the features need to know of the page beside its blocks; the weights are left out."""
    return _look(page)[0]


def _look(page: Page, budget: Budget = UNLIMITED) -> tuple[PageSignals, list[tuple[Hit, ...]]]:
    """The signals, and what the lexicon finds in each block."""
    headline = find_headline(page, budget)
    short = [block.text if len(block.text) <= LONGEST_FURNITURE else "" for block in page.blocks]
    found = lexicon().hits(short, budget)
    groups = [frozenset(hit.group for hit in hits) if hits else NO_GROUPS for hits in found]
    title = page.blocks[headline].text if headline is not None else ""
    signals = PageSignals(
        groups=groups,
        headline=headline,
        about=" ".join((page.metadata.title, page.metadata.first(*TITLES), page.metadata.first(*DESCRIPTION_META), title)),
        json_ld_body=_json_ld_body(page),
    )
    return signals, found


def _json_ld_body(page: Page) -> str:
    """The article's text as the page's JSON-LD has it, without white space; "" if it has none."""
    for raw in page.metadata.json_ld:
        if "articleBody" in raw and (found := ARTICLE_BODY.search(raw)):
            try:
                return "".join(json.loads(f'"{found[1]}"', strict=False).split())[:LONGEST_JSON_LD_BODY]
            except ValueError:
                continue
    return ""


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
    """Whether a block is a short line that begins as furniture does, holds a notice, or is a row of buttons.

    A longer one, as far as it is looked up, has to begin with more of what furniture says.
    """
    if len(block.text) > LONGEST_LINE:
        return any(_begins(hit) and hit.end - hit.start >= LONG_PHRASE for hit in hits)
    return any(hit.group in NOTICES or _begins(hit) for hit in hits) or _is_row_of_buttons(block.text)


def _is_datum(page: Page, block: Block) -> bool:
    """Whether a block is all that a cell of a table has; the cells of a layout have more."""
    element = page.elements[block.element]
    return block.tag in CELLS and element.last - element.first == 1


def _begins(hit: Hit) -> bool:
    return hit.start <= 1 and hit.group.partition(".")[0] in FURNITURE


def _is_row_of_buttons(text: str) -> bool:
    """Whether a line has several words, each of which alone would be furniture.

    >>> _is_row_of_buttons("分享 收藏 举报"), _is_row_of_buttons("Share Reply"), _is_row_of_buttons("Share prices")
    (True, True, False)
    """
    words = fold(text).split() if len(text) <= LONGEST_BUTTONS else []
    return len(words) > 1 and button_words(FURNITURE).issuperset(words)


def _is_prose(block: Block, rule: str) -> bool:
    """Whether a line of plain text, which has no markup to score, can be body: it has a sentence, and is no notice."""
    return has_sentence_end(block.text) and not rule.startswith("notice")


def _verdict(page: Page, block: Block, score: float, held: str, hits: Sequence[Hit], region: Region | None) -> Verdict:
    """The verdict on a block; `held` is the rule that makes it body, "" if none does."""
    hit = max(hits, key=lambda hit: hit.end - hit.start) if hits else None
    rule = hit.rule if hit else ""
    if held and (not page.plain or _is_prose(block, rule)):
        return new(Verdict, (Label.BODY, held, score))
    if block.hidden:
        return new(Verdict, (Label.HIDDEN, "not displayed", score))
    if hit:
        return new(Verdict, (hit.label, hit.rule, score))
    if region is not None:
        return new(Verdict, (region.label, region.rule, score))
    if block.linked > MOSTLY_LINK * len(block.text):
        return new(Verdict, (Label.NAVIGATION, "links", score))
    return new(Verdict, (Label.BOILERPLATE, "score", score))
