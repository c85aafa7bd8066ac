"""Features of the elements around a block's element: its parent, and the parents of that."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from newsclean.label.features.containers import Containers
from newsclean.label.features.prose_center import ProseCenter
from newsclean.label.features.running_sums import RunningSums


class Parents(NamedTuple):
    """What the features here are made of: the different parents of the scored blocks' elements.

    The root counts as its own parent.
    """

    containers: Containers
    sums: RunningSums
    center: ProseCenter
    indices: Sequence[int]
    """Their indices; -1 is what the root has instead of a parent."""
    parents: Sequence[int]
    grandparents: Sequence[int]
    great_grandparents: Sequence[int]


def read_parents(
    indices: Sequence[int], containers: Containers, sums: RunningSums, center: ProseCenter
) -> Parents:
    """What the features are made of, for the parents with these indices."""
    outward = containers.elements.parents_or_root
    parents = [max(index, 0) for index in indices]
    grandparents = [outward[element] for element in parents]
    great_grandparents = [outward[element] for element in grandparents]
    return Parents(containers, sums, center, indices, parents, grandparents, great_grandparents)


def _holds_center(of: Parents) -> list[bool]:
    parent = of.containers.elements.parents[of.center.element]
    return [index == parent for index in of.indices]


def _weighted_prose(of: Parents, whole: float) -> list[float]:
    """The weighted prose of each parent's children, as a share of `whole`."""
    return [of.center.by_parent.get(index, 0.0) / whole for index in of.indices]


FEATURES: Mapping[str, Callable[[Parents], Sequence[float]]] = {
    "parent_log_words": lambda of: of.containers.log_words(of.parents),
    "parent_link_density": lambda of: of.containers.link_densities(of.parents),
    "parent_share": lambda of: of.containers.word_shares(of.parents),
    "parent_siblings": lambda of: of.containers.sibling_counts(of.parents),
    "parent_prose": lambda of: of.containers.prose(of.parents, of.sums),
    "title_in_parent": lambda of: of.containers.title_shares(of.parents, of.sums),
    "parent_of_center": _holds_center,
    "prose_share": lambda of: _weighted_prose(of, of.center.total),
    "prose_of_most": lambda of: _weighted_prose(of, of.center.most),
    "grandparent_log_words": lambda of: of.containers.log_words(of.grandparents),
    "grandparent_link_density": lambda of: of.containers.link_densities(of.grandparents),
    "grandparent_share": lambda of: of.containers.word_shares(of.grandparents),
    "title_in_grandparent": lambda of: of.containers.title_shares(of.grandparents, of.sums),
    "title_in_great_grandparent": lambda of: of.containers.title_shares(
        of.great_grandparents, of.sums
    ),
    "notices_in_grandparent": lambda of: of.containers.notice_densities(of.grandparents, of.sums),
}
