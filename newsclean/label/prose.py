"""The prose of a page that would have no body, or hardly any."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from newsclean.label.regions import Region
from newsclean.lexicon import Hit
from newsclean.model import Block, Page
from newsclean.text.sentences import has_sentence_end

# For templates that the labeller has not seen: hardly any of the 2,533 labelled pages is changed.
# The counts below are of these pages; but for those of LEAST itself, LEAST was 30 for them.
PROSE = "prose"
# A paragraph has so many words, and paragraphs side by side that are an article so many together.
# With 4 words a paragraph two pages gain 0.13, with 16 one loses 0.44. With 30 words in all one
# gains 0.16 and three lose 0.41, with 15 one more loses 1.0.
SHORTEST, LEAST = 8, 60
# The body is hardly any if it has less than this share of their words. With 0.9 three pages lose
# 0.69 together, with 0.25 one gains 0.002.
LITTLE = 0.5
# Their mean score; without a body they need none if they have so many times the words of the next
# ones. With half and double of both, the labelled pages give the same but for 0.002 on one.
LOWEST, CLEAR = 0.05, 2


class Known(NamedTuple):
    """What is known of the blocks of a page.

    Attributes:
        scores: The probability that each is body.
        words: How many words each has.
        regions: The region of each.
        hits: What the lexicon finds in each.
        headline: Index of the headline's block.
    """

    scores: Sequence[float]
    words: Sequence[float]
    regions: Sequence[Region | None]
    hits: Sequence[Sequence[Hit]]
    headline: int | None

    def size(self, blocks: Iterable[int]) -> float:
        """How many words some blocks have together."""
        return sum(self.words[index] for index in blocks)


def keep_prose(page: Page, rules: Sequence[str], known: Known) -> Sequence[str]:
    """The rules that make blocks body, "" where none does, with those of the page's prose.

    If hardly anything is body, that is the first paragraphs side by side below the headline, or the
    longest if there is none.
    """
    prose = _prose(page, known)
    body = known.size(index for index in prose if rules[index])
    # Most pages end here.
    if body >= LITTLE * known.size(prose):
        return rules
    groups = _side_by_side(page, prose, known.hits)
    text = _text(groups, known)
    if body >= LITTLE * known.size(text) or not (
        _is_likely(text, known) or (not body and _is_clear(text, groups, known))
    ):
        return rules
    chosen = {*text}
    return [rule or (PROSE if index in chosen else "") for index, rule in enumerate(rules)]


def _prose(page: Page, known: Known) -> list[int]:
    """The blocks that are long enough, in no region, and hardly linked."""
    return [
        index
        for index, (block, count) in enumerate(zip(page.blocks, known.words, strict=True))
        if count >= SHORTEST
        and known.regions[index] is None
        and 4 * block.linked <= len(block.text)
        and not block.hidden
        and not block.aside
    ]


def _side_by_side(
    page: Page, prose: Sequence[int], hits: Sequence[Sequence[Hit]]
) -> dict[int, list[int]]:
    """The paragraphs of each element that has some, without notices."""
    groups: dict[int, list[int]] = defaultdict(list)
    for index in prose:
        block = page.blocks[index]
        is_notice = any(hit.group.startswith("notice") for hit in hits[index])
        if has_sentence_end(block.text) and not is_notice:
            groups[_container(page, block)].append(index)
    return groups


def _text(groups: Mapping[int, Sequence[int]], known: Known) -> Sequence[int]:
    """The paragraphs that would be the article; none if there are no long ones."""
    below = -1 if known.headline is None else known.headline
    long = [group for group in groups.values() if group[0] > below and known.size(group) >= LEAST]
    if known.headline is not None:
        return next(iter(long), ())
    return max(long, key=known.size, default=())


def _is_likely(text: Sequence[int], known: Known) -> bool:
    total = sum(known.scores[index] * known.words[index] for index in text)
    return total >= LOWEST * known.size(text) > 0


def _is_clear(text: Sequence[int], groups: Mapping[int, Sequence[int]], known: Known) -> bool:
    """Whether no other paragraphs side by side are nearly as long."""
    others = max((known.size(group) for group in groups.values() if group is not text), default=0)
    return known.size(text) >= max(LEAST, CLEAR * others)


def _container(page: Page, block: Block) -> int:
    """The element that holds a paragraph and those beside it."""
    element = page.elements[block.element]
    is_alone = element.last - element.first == 1 and element.parent >= 0
    return element.parent if is_alone else block.element
