"""Running sums over the blocks of a page: what stands in any stretch of it is a difference of two."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from newsclean.features.measures import Measures

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

    def titled(self, first: int, last: int) -> float:
        """How much of a stretch of blocks speaks of the title."""
        return (self.title[last] - self.title[first]) / (self.telling[last] - self.telling[first] + FEW_TELLING)


def sums_of(measured: Measures, groups: Sequence[frozenset[str]], words: list[float], linked: list[float]) -> Sums:
    """The running sums of what was measured. `groups` are the lexicon's groups that each block hits; `words` and `linked` are summed
    already."""
    return Sums(
        words=words,
        linked=linked,
        prose=running(measured.prose),
        teasers=running(measured.teaser),
        title=running(measured.title),
        telling=running(measured.telling),
        notices=running(count if _is_notice(found) else 0.0 for count, found in zip(measured.words, groups, strict=True)),
        means=running(measured.means),
        bad=running(measured.bad),
    )


def _is_notice(groups: frozenset[str]) -> bool:
    return bool(groups) and any(group.startswith("notice") for group in groups)


def running(values: Iterable[float]) -> list[float]:
    """The running sums of values: at `i` the sum of those before the i-th."""
    return list(accumulate(values, initial=0.0))
