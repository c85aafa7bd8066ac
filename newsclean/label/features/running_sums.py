"""Running sums over the blocks of a page: the total of any range is the difference of two."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from newsclean.label.features.blocks import BlockCounts, FirstWords

# Added to the number of words compared with the title, so that a range of few words gets a share
# near 0 whatever they are.
FEW_COMPARED = 3


class RunningSums(NamedTuple):
    """For each quantity, at index i its sum over the blocks before block i."""

    words: list[float]
    linked: list[float]
    """Words in hyperlinks."""
    prose: list[float]
    """Words of blocks of prose."""
    teasers: list[float]
    """Blocks that are linked headlines."""
    in_title: list[float]
    """Words that occur in the page's titles or description too."""
    compared: list[float]
    """Words that were looked up there."""
    notices: list[float]
    """Words of blocks that hold a notice of the lexicon."""
    word_weights: list[float]
    """The mean weight of each block's words."""
    bad_words: list[float]
    """The share of each block's words that speak against the body."""

    def title_shares(self, firsts: Sequence[int], lasts: Sequence[int]) -> list[float]:
        """For each range of blocks the share of its compared words that are in the title."""
        in_title, compared = self.in_title, self.compared
        return [
            (in_title[last] - in_title[first]) / (compared[last] - compared[first] + FEW_COMPARED)
            for first, last in zip(firsts, lasts, strict=True)
        ]


def sum_blocks(
    counts: BlockCounts,
    first_words: FirstWords,
    scored: Sequence[int],
    groups: Sequence[frozenset[str]],
) -> RunningSums:
    """The running sums of a page.

    `first_words` are those of the `scored` blocks; `groups` are the lexicon's groups of each block.
    """
    size = len(counts.words)
    return RunningSums(
        words=running(counts.words),
        linked=running(counts.linked),
        prose=running(counts.prose),
        teasers=running(counts.teasers),
        in_title=running(spread(first_words.in_title, scored, size)),
        compared=running(spread(first_words.compared, scored, size)),
        notices=running(
            [
                words if found and has_notice(found) else 0.0
                for words, found in zip(counts.words, groups, strict=True)
            ]
        ),
        word_weights=running(spread(first_words.mean_weights, scored, size)),
        bad_words=running(spread(first_words.bad_shares, scored, size)),
    )


def has_notice(groups: Iterable[str]) -> bool:
    """Whether one of the lexicon's groups is of notices."""
    return any(group.startswith("notice") for group in groups)


def spread(values: Sequence[float], indices: Sequence[int], size: int) -> list[float]:
    """A list of this size with the values at these indices, and 0 elsewhere.

    >>> spread([0.5, 0.7], [0, 2], 4)
    [0.5, 0.0, 0.7, 0.0]
    """
    found = [0.0] * size
    for index, value in zip(indices, values, strict=True):
        found[index] = value
    return found


def running(values: Iterable[float]) -> list[float]:
    """The running sums of some values: at index i the sum of those before the i-th.

    >>> running([2, 3])
    [0.0, 2.0, 5.0]
    """
    return list(accumulate(values, initial=0.0))
