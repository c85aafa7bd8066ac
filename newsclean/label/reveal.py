"""Label a page as it is displayed; where that shows no article, with the hidden one shown."""

from __future__ import annotations

import contextlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from newsclean.label.features.blocks import topic_words
from newsclean.label.headline import find_headline
from newsclean.label.threshold import HIGHEST
from newsclean.label.verdicts import Labels, label
from newsclean.model import UNLIMITED, Block, Budget, BudgetSpentError, Label, Page
from newsclean.text.characters import text_length
from newsclean.text.patterns import lazy

# In characters of Latin text; one of Chinese, Japanese or Korean counts as three. A page that shows
# that much body shows an article, and less hidden text than that is none. The hidden article is
# also so many times as long as the body that is shown.
SHOWN_ARTICLE, HIDDEN_ARTICLE, HIDDEN_TO_SHOWN = 140, 200, 2
# Hidden lines that are shorter, or mostly link, are menus and labels.
SHORTEST_LINE, MOSTLY_LINK = 24, 0.5
# Of several hidden elements after a headline, those with a smaller part of the text are asides.
LEAST_SHARE = 1 / 3
# A text goes on with the headline if it has so many of its words, and such a share of them. Of
# 401 news pages 55 % have that in the last 70 % of their text; other texts have it on one page.
LEAST_COMMON, COMMON_SHARE = 3, 0.4
# Of a text that begins as the shown one does, so many blocks are looked for.
FIRST_BLOCKS = 5
# What differs in the names of elements that one script displays: "part-2", "s:1f".
NUMBERING = lazy(r":\S*|\d+")
PARTS = frozenset({"p", "h2", "h3", "h4", "li", "blockquote", "figure"})
# A hidden body may hold a hidden article: each round shows the outermost.
MOST_ROUNDS = 2


class Hidden(NamedTuple):
    """Elements that one script will display.

    Attributes:
        hiders: Their indexes in `page.hiders`.
        ranges: The blocks of each, first and last + 1.
        length: The length of their text, as `text_length` measures it.
    """

    hiders: tuple[int, ...]
    ranges: tuple[tuple[int, int], ...]
    length: int

    def holds(self, block: int) -> bool:
        """Whether one of the elements holds the block."""
        return any(first <= block < last for first, last in self.ranges)


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
    found = [hidden for hidden in _hidden(page) if hidden.length >= least]
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
            return min(enough, key=lambda hidden: (_depth(page, hidden), hidden.ranges))
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


def _hidden(page: Page) -> list[Hidden]:
    """The outermost elements that hide text; siblings that are alike are one."""
    sums = list(accumulate(_hidden_lengths(page.blocks), initial=0))
    groups: dict[tuple[int, str, str], list[int]] = defaultdict(list)
    end = 0
    for index, (first, last) in enumerate(page.hiders):
        if last > end:
            groups[_template(page, first, last) or (index, "", "")].append(index)
            end = last
    found = []
    for hiders in groups.values():
        ranges = tuple(page.hiders[index] for index in hiders)
        length = sum(sums[last] - sums[first] for first, last in ranges)
        found.append(Hidden(tuple(hiders), ranges, length))
    return found


def _hidden_lengths(blocks: Sequence[Block]) -> Iterator[int]:
    """The length of each hidden block that has text of its own; 0 for all others."""
    seen = {block.text for block in blocks if not block.hidden}
    for block in blocks:
        if block.hidden and block.text not in seen and block.link_density <= MOSTLY_LINK:
            seen.add(block.text)
            length = text_length(block.text)
            yield length if length >= SHORTEST_LINE else 0
        else:
            yield 0


def _template(page: Page, first: int, last: int) -> tuple[int, str, str] | None:
    """What the element with these blocks has in common with those displayed together with it.

    None if nothing tells it from others.
    """
    element = _outermost(page, first, last)
    if element < 0:
        return None
    parent, tag, names, *_ = page.elements[element]
    return (parent, tag, NUMBERING.sub("", names)) if names or tag in PARTS else None


def _outermost(page: Page, first: int, last: int) -> int:
    """The outermost element that holds these blocks at most, -1 if there is none."""
    found = -1
    for index in page.ancestors(page.blocks[first].element):
        element = page.elements[index]
        if element.first < first or last < element.last:
            break
        found = index
    return found


def _depth(page: Page, hidden: Hidden) -> int:
    """How deep the elements are; an inline element is as deep as the one around it."""
    first, last = hidden.ranges[0]
    element = _outermost(page, first, last)
    return page.elements[element if element >= 0 else page.blocks[first].element].depth
