"""The part of the page that holds most of its body, and what stands below it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from newsclean.label.features import PageKind
from newsclean.model import Page

# What stands below the element that holds this share of the body leads away from it, as lists of
# other articles do. Out of fold, body F1 of articles-en rises by 0.0001 and 0.0003 on the two
# halves, that of news-world by 0 and 0.0006, and no other set of articles changes. With 0.75
# articles-mixed loses 0.0008, with 0.9 articles-en gains 0.0001.
MAIN_SHARE = 0.8
# A block with this score stays: a text may go on below its gallery. With 0.6, articles-en gains
# 0.0002 and news-world 0.0003; with 0.9, both 0.0003.
SURE = 0.75
# Only these rules are overruled: notes at the foot of the page are body wherever they stand.
BY_SCORE = frozenset({"score", "between"})


def main_blocks(page: Page, body: Sequence[bool]) -> range:
    """The blocks of the innermost element that holds most of the body; none if there is none."""
    lengths = [
        len(block.text) if is_body else 0 for block, is_body in zip(page.blocks, body, strict=True)
    ]
    sums = list(accumulate(lengths, initial=0))
    enough = MAIN_SHARE * max(sums[-1], 1)
    main = range(0)
    for element in page.elements:
        # Of the elements with enough of the body each is inside those before it.
        if sums[element.last] - sums[element.first] >= enough:
            main = range(element.first, element.last)
    return main


def end_with_main(
    page: Page, rules: Sequence[str], scores: Sequence[float], kind: PageKind
) -> Sequence[str]:
    """The rules that make blocks body, without those of doubtful ones below its main part.

    A page whose data say that it is no article may have several parts: there nothing is dropped, as
    other-types would lose 0.001 of its body F1.

    >>> from newsclean.parse import parse
    >>> page = parse("<main><p>It sails at noon, if the tide allows.<p>It is full.</main><p>More.")
    >>> end_with_main(page, ["score"] * 3, [0.9, 0.9, 0.6], PageKind())
    ['score', 'score', '']
    >>> end_with_main(page, ["score"] * 3, [0.9, 0.9, 0.9], PageKind())
    ['score', 'score', 'score']
    """
    if kind.og_type < 0 or kind.other:
        return rules
    end = main_blocks(page, [bool(rule) for rule in rules]).stop
    if not end or not any(rules[end:]):
        return rules
    return [
        "" if index >= end and score < SURE and rule in BY_SCORE else rule
        for index, (rule, score) in enumerate(zip(rules, scores, strict=True))
    ]
