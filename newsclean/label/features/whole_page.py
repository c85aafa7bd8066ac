"""Features of the whole page, which are the same for all of its blocks.

A listing, a product or a thread has other blocks in its body than an article.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import log1p
from typing import NamedTuple

from newsclean.label.features.page_signals import PageKind
from newsclean.label.features.running_sums import RunningSums


class WholePage(NamedTuple):
    """What the features here are made of."""

    sums: RunningSums
    kind: PageKind


def _share(of: WholePage, running: Sequence[float]) -> list[float]:
    """The share of the page's words, from the running sums of those that are counted."""
    return [running[-1] / (of.sums.words[-1] or 1.0)]


FEATURES: Mapping[str, Callable[[WholePage], Sequence[float]]] = {
    "page_link_density": lambda of: _share(of, of.sums.linked),
    "page_prose": lambda of: _share(of, of.sums.prose),
    "page_prices": lambda of: [log1p(of.kind.prices)],
    "page_og_type": lambda of: [of.kind.og_type],
    "page_article_type": lambda of: [of.kind.article],
    "page_other_type": lambda of: [of.kind.other],
}
"""Each column has one value."""
