"""Label a page as it is displayed; where that shows no article, with the hidden one shown."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from newsclean.label.features.words import topic_words
from newsclean.label.headline import find_headline
from newsclean.label.hidden import Hidden, depth, find_hidden
from newsclean.label.threshold import HIGHEST
from newsclean.label.verdicts import Labels, label
from newsclean.model import UNLIMITED, Block, Budget, BudgetSpentError, Label, Page
from newsclean.text.characters import text_length

# Of 804 labelled pages that hide 100 characters or more, 41 are labelled once more with hidden text
# displayed: body F1 rises on 36 of them, by 28.2 together, and falls on one, by 0.07. With half or
# twice the numbers below it changes on one page at most; a COMMON_SHARE of 0.6 loses an article.
# In characters of Latin text; one of Chinese, Japanese or Korean counts as three. A page that shows
# that much body shows an article, and less hidden text than that is none. The hidden article is
# also so many times as long as the body that is shown.
SHOWN_ARTICLE, HIDDEN_ARTICLE, HIDDEN_TO_SHOWN = 140, 200, 2
# Of several hidden elements after a headline, those with a smaller part of the text are asides.
LEAST_SHARE = 1 / 3
# A text goes on with the headline if it has so many of its words, and such a share of them. Of
# 401 news pages 55 % have that in the last 70 % of their text; other texts have it on one page.
LEAST_COMMON, COMMON_SHARE = 3, 0.4
# Of a text that begins as the shown one does, so many blocks are looked for.
FIRST_BLOCKS = 5
# A hidden body may hold a hidden article: each round shows the outermost.
MOST_ROUNDS = 2


def label_displayed(page: Page, budget: Budget = UNLIMITED) -> tuple[Page, Labels]:
    """The page as readers see it once its scripts have run, and what each of its blocks is.

    If the budget is spent on the way, the page as it is without them.
    """
    labels = label(page, budget)
    for _ in range(MOST_ROUNDS):
        with contextlib.suppress(BudgetSpentError):
            hidden = _find_hidden_article(page, labels, budget)
            if hidden:
                displayed = display(page, hidden.hiders)
                found = label(displayed, budget)
                if found.reached:
                    page, labels = displayed, found
                    continue
        break
    return page, labels


def _find_hidden_article(page: Page, labels: Labels, budget: Budget) -> Hidden | None:
    """The article, if the page hides it until a script runs; None if it shows one.

    It is what holds the headline, else what comes next after it, or else, where the page has no
    headline, the longest hidden text. Of an article of which the beginning is shown, it is the
    rest.
    """
    if not page.hiders or not labels.reached:
        return None
    budget.check()
    body = _body_lengths(page, labels)
    shown = sum(body)
    if shown and (around := _around_body(page, body)):
        return around
    least = max(HIDDEN_ARTICLE, HIDDEN_TO_SHOWN * shown)
    found = [hidden for hidden in find_hidden(page) if hidden.length >= least]
    if not found:
        return None
    headline = _headline(page, labels.headline, budget)
    if headline is not None and page.blocks[headline].hidden:
        return next((hidden for hidden in found if hidden.holds(headline)), None)
    if shown >= SHOWN_ARTICLE:
        return None if headline is None else _continuation(page, headline, body, found)
    if headline is None:
        return max(found, key=lambda hidden: hidden.length)
    return _next_after(page, headline, found)


def display(page: Page, hiders: Sequence[int]) -> Page:
    """The page with some of its hidden elements displayed; what elements in them hide stays hidden.

    >>> from newsclean.parse import parse
    >>> page = parse("<div hidden><p>The ferry sails.<p hidden>Print this</div>")
    >>> [block.text for block in display(page, [0]).blocks if not block.hidden]
    ['The ferry sails.']
    """
    shown = frozenset(hiders)
    rest = tuple(hider for index, hider in enumerate(page.hiders) if index not in shown)
    changes = [0] * (len(page.blocks) + 1)
    for first, last in rest:
        changes[first] += 1
        changes[last] -= 1
    blocks = tuple(
        block._replace(hidden=False) if block.hidden and not covers else block
        for block, covers in zip(page.blocks, accumulate(changes), strict=False)
    )
    return replace(page, blocks=blocks, hiders=rest)


def _body_lengths(page: Page, labels: Labels) -> list[int]:
    """The length of each block that is more likely body than not, 0 for the others."""
    return [
        text_length(block.text) if verdict.label is Label.BODY and verdict.score >= HIGHEST else 0
        for block, verdict in zip(page.blocks, labels.verdicts, strict=True)
    ]


def _around_body(page: Page, body: Sequence[int]) -> Hidden | None:
    """A hidden element with most of the shown body, of which parts are set to be visible."""
    sums = list(accumulate(body, initial=0))
    for index, (first, last) in enumerate(page.hiders):
        if 2 * (sums[last] - sums[first]) > sums[-1]:
            return Hidden((index,), ((first, last),), 0)
    return None


def _headline(page: Page, shown: int | None, budget: Budget) -> int | None:
    """The headline's block, hidden or not; of two with the same text, the one that is shown."""
    blocks = page.blocks
    every = find_headline(replace(page, blocks=tuple(map(_displayed, blocks))), budget)
    if shown is not None and every is not None and blocks[shown].text == blocks[every].text:
        return shown
    return every


def _displayed(block: Block) -> Block:
    return block._replace(hidden=False) if block.hidden else block


def _next_after(page: Page, headline: int, found: Sequence[Hidden]) -> Hidden | None:
    """The hidden text after the headline, in the innermost element that holds both.

    Of several there, the outermost, and then the first.
    """
    for around in page.ancestors(page.blocks[headline].element):
        end = page.elements[around].last
        near = [h for h in found if headline < h.ranges[0][0] and h.ranges[-1][1] <= end]
        if near:
            least = LEAST_SHARE * max(hidden.length for hidden in near)
            enough = [hidden for hidden in near if hidden.length >= least]
            return min(enough, key=lambda hidden: (depth(page, hidden), hidden.ranges))
    return None


def _continuation(
    page: Page, headline: int, body: Sequence[int], found: Sequence[Hidden]
) -> Hidden | None:
    """The whole of an article, or the rest of it, of which the beginning is shown.

    The whole begins with what is shown. The rest comes after that, in the element that holds it,
    and speaks of what the headline speaks of.
    """
    shown = [index for index, length in enumerate(body) if length]
    last = _end_of_container(page, shown)
    topic = topic_words(page.blocks[headline].text)
    for hidden in found:
        text = " ".join(page.blocks[i].text for pair in hidden.ranges for i in range(*pair))
        if _repeats(text, [page.blocks[i].text for i in shown[:FIRST_BLOCKS]]):
            return hidden
        if shown[0] < hidden.ranges[0][0] and hidden.ranges[-1][1] <= last:
            common = len(topic & topic_words(text))
            if common >= max(LEAST_COMMON, COMMON_SHARE * len(topic)):
                return hidden
    return None


def _end_of_container(page: Page, blocks: Sequence[int]) -> int:
    """The end of the innermost element that holds these blocks, and not only as its own text."""
    around = page.ancestors(page.elements[page.blocks[blocks[0]].element].parent)
    container = next((index for index in around if page.elements[index].last > blocks[-1]), 0)
    return page.elements[container].last


def _repeats(text: str, blocks: Sequence[str]) -> bool:
    """Whether a text has most of some blocks in it, of which the last may break off in dots."""
    found = sum(len(block) for block in blocks if block.rstrip(" .…") in text)
    return 2 * found > sum(map(len, blocks))
