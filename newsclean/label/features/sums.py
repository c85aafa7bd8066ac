"""Running sums over the blocks of a page: what stands in any stretch of it is a difference of two."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from newsclean.label.features.measures import Lengths, Measures

# A stretch that could hold few words of the title is not judged by whether it does.
FEW_TELLING = 3


@dataclass(frozen=True, slots=True)
class Sums:
    """For each of these, at `i` its sum over the blocks before block i."""

    words: list[float]
    linked: list[float]  # words in hyperlinks
    prose: list[float]  # words of blocks of prose
    teasers: list[float]  # linked headlines
    title: list[float]  # words that the page's titles and description have too
    telling: list[float]  # words that can be compared with those
    notices: list[float]  # words of lines that the lexicon calls notices
    means: list[float]  # of each block, how far its words speak for the body
    bad: list[float]  # of each block, the share of its words that speak against the body

    def titled(self, firsts: Sequence[int], lasts: Sequence[int]) -> list[float]:
        """How much of each of some stretches of blocks speaks of the title."""
        title, telling = self.title, self.telling
        return [
            (title[last] - title[first]) / (telling[last] - telling[first] + FEW_TELLING) for first, last in zip(firsts, lasts, strict=True)
        ]


def sums_of(
    measured: Measures, counted: Lengths, words: list[float], linked: list[float], asked: Sequence[int], notices: Iterable[bool]
) -> Sums:
    """The running sums of what was measured, of which `words` and `linked` are summed already; `notices` says which blocks are some."""
    size = len(counted.words)
    return Sums(
        words=words,
        linked=linked,
        prose=running(measured.prose),
        teasers=running(measured.teaser),
        title=running(spread(measured.title, asked, size)),
        telling=running(spread(measured.telling, asked, size)),
        notices=running([count if is_notice else 0.0 for count, is_notice in zip(counted.words, notices, strict=True)]),
        means=running(spread(measured.means, asked, size)),
        bad=running(spread(measured.bad, asked, size)),
    )


def spread(values: Sequence[float], places: Sequence[int], size: int) -> list[float]:
    """A list of this size with the values at these places, and 0 at the others.

    >>> spread([0.5, 0.7], [0, 2], 4)
    [0.5, 0.0, 0.7, 0.0]
    """
    found = [0.0] * size
    for place, value in zip(places, values, strict=True):
        found[place] = value
    return found


def running(values: Iterable[float]) -> list[float]:
    """The running sums of values: at `i` the sum of those before the i-th."""
    return list(accumulate(values, initial=0.0))
