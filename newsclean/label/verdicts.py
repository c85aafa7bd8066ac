"""Gives every block of a page a verdict.

The body is found by a learned score and by the blocks around a block; every other block gets the
nearest reason for not being body.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import repeat
from typing import NamedTuple

from newsclean.label.boilerplate import LONGEST_LINE, boilerplate
from newsclean.label.features import PageSignals, score_blocks
from newsclean.label.main_part import end_with_main
from newsclean.label.neighbours import body_rules
from newsclean.label.prose import Known, keep_prose
from newsclean.label.regions import Region, exclude, find_regions
from newsclean.label.signals import look_up
from newsclean.label.smoothing import smooth_scores
from newsclean.label.threshold import HIGHEST, LOWEST, best_threshold
from newsclean.label.whole import keep_whole
from newsclean.lexicon import Hit
from newsclean.model import UNLIMITED, Block, Budget, BudgetSpentError, Label, Page
from newsclean.model.value import new
from newsclean.text.sentences import has_sentence_end

# A block of higher link density that is nothing else is navigation. It only names what is no body.
MOSTLY_LINK = 0.7


class Verdict(NamedTuple):
    """What a block is.

    Attributes:
        label: Its label.
        rule: The rule that says so.
        score: The probability that it is body, smoothed over its siblings.
        group: The group of the lexicon's entry that says so, else "".
    """

    label: Label
    rule: str
    score: float
    group: str = ""


NOT_REACHED = Verdict(Label.OTHER, "not reached", 0.0)


class Labels(NamedTuple):
    """A verdict for each block of a page.

    Attributes:
        verdicts: The verdicts.
        headline: Index of the headline's block; None if the page prints none.
        reached: False if the budget was spent before the body was found.
    """

    verdicts: tuple[Verdict, ...]
    headline: int | None
    reached: bool = True

    @property
    def body(self) -> list[bool]:
        """For each block, whether it is body."""
        body = Label.BODY
        return [label is body for label, _, _, _ in self.verdicts]

    @property
    def scores(self) -> list[float]:
        """For each block, the probability that it is body."""
        return [verdict.score for verdict in self.verdicts]


class Case(NamedTuple):
    """What the rules know of a block.

    Attributes:
        block: The block.
        body_rule: The rule that makes it body; "" if none does.
        hit: The longest hit of the lexicon in it.
        region: The region that it is in.
        is_plain: Whether the page is plain text.
    """

    block: Block
    body_rule: str
    hit: Hit | None
    region: Region | None
    is_plain: bool


Decision = tuple[Label, str, str]
"""A label, the rule that gave it, and the group of the lexicon's entry, or ""."""


def label(page: Page, budget: Budget = UNLIMITED) -> Labels:
    """What each block of the page is; if the budget is spent, none of them is known."""
    try:
        return _label(page, budget)
    except BudgetSpentError:
        return Labels((NOT_REACHED,) * len(page.blocks), None, reached=False)


def _label(page: Page, budget: Budget) -> Labels:
    signals, hits = look_up(page, budget)
    budget.check()
    scores = score_blocks(page, signals)
    budget.check()
    return _decide(page, signals, hits, scores.body, scores.words)


def label_by(page: Page, scores: Sequence[float], words: Sequence[float]) -> Labels:
    """What each block is by scores from elsewhere.

    Training needs it, to judge a page by weights that were not learned from its site.
    """
    return _decide(page, *look_up(page), scores, words)


def _decide(
    page: Page,
    signals: PageSignals,
    hits: Sequence[tuple[Hit, ...]],
    scores: Sequence[float],
    words: Sequence[float],
) -> Labels:
    # Text that is not displayed is no body, and says nothing of the text around it.
    scores = [
        0.0 if block.hidden else score for block, score in zip(page.blocks, scores, strict=True)
    ]
    regions = find_regions(page, words, signals.headline, hits)
    scores = smooth_scores(page, exclude(regions, scores, words, HIGHEST), words)
    candidates = [
        0.0 if is_line else score
        for score, is_line in zip(scores, boilerplate(page, scores, hits, LOWEST), strict=True)
    ]
    rules = body_rules(page, candidates, best_threshold(scores, words))
    whole = keep_whole(page, rules, regions)
    kept = keep_prose(page, whole, Known(scores, words, regions, hits, signals.headline))
    kept = end_with_main(page, kept, scores, signals.kind)
    longest = [max(found, key=_length) if found else None for found in hits]
    known = zip(page.blocks, kept, longest, regions, repeat(page.plain))
    cases = map(new, repeat(Case), known)
    return Labels(tuple(map(_verdict, cases, scores)), signals.headline)


def _verdict(case: Case, score: float) -> Verdict:
    """The verdict of the first rule that has an answer; the last one always has."""
    for answer in _rules_for(case):
        if decision := answer(case):
            label, rule, group = decision
            return new(Verdict, (label, rule, score, group))
    raise AssertionError("the last rule answers every case")


def _rules_for(case: Case) -> Sequence[Rule]:
    """The rules that may answer: of most blocks hardly anything is known that they ask for."""
    block, body_rule, hit, region, _ = case
    if body_rule or hit or block.hidden:
        return RULES
    return RULES_OF_REGIONS if region else RULES_OF_ANY


def _length(hit: Hit) -> int:
    return hit.end - hit.start


def _is_hidden(case: Case) -> Decision | None:
    return (Label.HIDDEN, "not displayed", "") if case.block.hidden else None


def _is_body(case: Case) -> Decision | None:
    """Body, by score or neighbours. A line of plain text, which has no markup, needs a sentence."""
    if not case.body_rule or case.block.aside:
        return None
    if case.is_plain and (_is_notice(case) or not has_sentence_end(case.block.text)):
        return None
    return Label.BODY, case.body_rule, ""


def _is_notice(case: Case) -> bool:
    """Whether a short line holds a notice; a paragraph may write about one."""
    is_line = len(case.block.text) <= LONGEST_LINE
    return is_line and case.hit is not None and case.hit.group.startswith("notice")


def _by_lexicon(case: Case) -> Decision | None:
    return (case.hit.label, case.hit.rule, case.hit.group) if case.hit else None


def _by_region(case: Case) -> Decision | None:
    return (case.region.label, case.region.rule, "") if case.region else None


def _is_only_links(case: Case) -> Decision | None:
    is_links = case.block.linked > MOSTLY_LINK * len(case.block.text)
    return (Label.NAVIGATION, "links", "") if is_links else None


def _otherwise(_: Case) -> Decision:
    return Label.OTHER, "score", ""


Rule = Callable[[Case], Decision | None]
# The first answer counts; the last rule always has one. Only the last two answer for a block that
# is displayed and has no rule that makes it body, no hit and no region.
RULES_OF_ANY: tuple[Rule, ...] = (_is_only_links, _otherwise)
RULES_OF_REGIONS: tuple[Rule, ...] = (_by_region, *RULES_OF_ANY)
RULES: tuple[Rule, ...] = (_is_hidden, _is_body, _by_lexicon, *RULES_OF_REGIONS)
