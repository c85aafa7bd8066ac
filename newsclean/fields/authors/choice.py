"""Which of the names on a page are its authors': each kind of place has its share of right ones, and places that agree add up."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from newsclean.fields.authors.candidate import Names
from newsclean.learned import load_author_counts
from newsclean.learned.weights import Count
from newsclean.mentions.names.person import is_person

# What an origin counts for that the development pages do not have.
UNKNOWN = Count(0, 8)
# Below this no name is given. F1 is the same for any from 0.2 to 0.4; the higher one leaves more pages without a wrong name.
LEAST = 0.4
# A longer list of names, the chosen one among them, is taken from places as good as this.
LONGER = 0.8
# Places of one group say the same thing twice, so only the best of them counts.
GROUPS = (("stated", ("json-ld", "meta")), ("below", (" below", "box")), ("alone", ("name a",)))
NOT_LETTER = re.compile(r"[\W_]+")


class _Weighed(NamedTuple):
    score: (
        float  # the probability that the first of the names is an author's, other places counted in
    )
    share: float  # that of its own place
    order: int  # less for later options
    option: Names


def choose(options: Sequence[Names], site: Collection[str]) -> list[Names]:
    """The options by the probability that their names are the authors', best first; those below `LEAST` are left out.

    `site` are the names that the site has for itself.

    >>> from newsclean.model import Candidate
    >>> stated = Candidate(("River Post",), "meta author", "River Post")
    >>> printed = Candidate(("Jane Roe",), "by line", "By Jane Roe")
    >>> [option.value for option in choose([stated, printed], ["River Post"])]
    [('Jane Roe',), ('River Post',)]
    >>> choose([Candidate(("Public Notices",), "name alone", "Public Notices")], ())
    []
    """
    sites = frozenset(map(fold, site)) - {""}
    found: dict[str, dict[str, float]] = {}
    shares = [_share(_kind(option, sites)) for option in options]
    for option, share in zip(options, shares, strict=True):
        for name in option.value:
            groups = found.setdefault(fold(name), {})
            group = _group(option.origin)
            groups[group] = max(groups.get(group, 0.0), share)
    weighed = [
        _Weighed(_together(found[fold(option.value[0])].values()), share, -order, option)
        for order, (option, share) in enumerate(zip(options, shares, strict=True))
    ]
    best = sorted(
        (item for item in weighed if item.score >= LEAST), key=lambda item: item[:3], reverse=True
    )
    return _longest_first(best)


def _longest_first(best: list[_Weighed]) -> list[Names]:
    """The options, a good one that has all names of the first and more put before it."""
    if not best:
        return []
    first = frozenset(map(fold, best[0].option.value))
    longer = next(
        (
            item
            for item in best
            if item.share >= LONGER and first < frozenset(map(fold, item.option.value))
        ),
        best[0],
    )
    return [longer.option, *(item.option for item in best if item is not longer)]


def _kind(option: Names, sites: Collection[str]) -> str:
    """The row of the table: where data state the author, whether that is a person, the site itself, or another."""
    if not option.origin.startswith(("json-ld", "meta")):
        return option.origin
    name = option.value[0]
    told = "" if is_person(name) else " site" if fold(name) in sites else " outlet"
    return option.origin.split()[0] + told


def _share(kind: str) -> float:
    """The share of right names, drawn towards a half where few were seen."""
    right, seen = load_author_counts().get(kind, UNKNOWN)
    return (right + 1) / (seen + 2)


def _group(place: str) -> str:
    return next((group for group, parts in GROUPS if any(part in place for part in parts)), "near")


def _together(shares: Collection[float]) -> float:
    """The probability that at least one of several places is right, as if they were independent."""
    wrong = 1.0
    for share in shares:
        wrong *= 1 - share
    return 1 - wrong


def fold(name: str) -> str:
    """A name's letters and digits alone, for comparing.

    >>> fold("O’Neill, J.") == fold("o'neill j")
    True
    """
    return NOT_LETTER.sub("", name).casefold()
