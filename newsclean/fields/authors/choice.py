"""Which of the names on a page are its authors'.

Of each origin's names a known share is right, and origins that agree add up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from newsclean.fields.authors.candidate import Names
from newsclean.learned import load_author_counts
from newsclean.learned.weights import Count
from newsclean.mentions.names.person import is_person
from newsclean.text.match_key import match_key

# The counts of an origin that the development pages do not have. The readers of Chinese, Japanese
# and Korean only offer what is written as a byline: of 86 candidates 76 are right.
UNKNOWN, UNKNOWN_CJK = Count(0, 8), Count(0, 0)
# Below this no name is given. F1 is the same for any from 0.2 to 0.4; the higher one leaves more
# pages without a wrong name.
LEAST = 0.4
# A longer list of names, the chosen one among them, is taken from origins as good as this.
LONGER = 0.8
# Origins of one group state the same thing twice, so only the best of them counts.
GROUPS = (
    ("stated", ("json-ld", "meta", "stated")),
    ("below", (" below", "box")),
    ("alone", ("name a", "names alone", "beside the date")),
)
STATED = ("json-ld", "meta")
# Origins whose names add up: one Chinese, Japanese or Korean page may print several such bylines.
ADDED_UP = frozenset({"labelled", "byline", "byline in a paragraph"})


class _Scored(NamedTuple):
    """A candidate with the values by which it is sorted.

    Attributes:
        score: The probability that its first name is an author's, given all origins.
        share: The same, given its own origin only.
        order: Less for later candidates.
        candidate: The candidate.
    """

    score: float
    share: float
    order: int
    candidate: Names

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(map(match_key, self.candidate.value))


def choose(
    candidates: Sequence[Names],
    site_names: Collection[str],
    script: str = "",
    counts: Mapping[str, Count] | None = None,
) -> list[Names]:
    """The candidates that are probably the authors, best first.

    `site_names` are the names that the site has for itself, `script` is that of `script_of`.
    `counts` are those of the package, unless training gives others.

    >>> from newsclean.model import Candidate
    >>> stated = Candidate(("River Post",), "meta author", "River Post")
    >>> printed = Candidate(("Jane Roe",), "by line", "By Jane Roe")
    >>> [names.value for names in choose([stated, printed], ["River Post"])]
    [('Jane Roe',), ('River Post',)]
    >>> choose([Candidate(("Public Notices",), "name alone", "Public Notices")], ())
    []
    """
    site_keys = frozenset(map(match_key, site_names)) - {""}
    counts = load_author_counts() if counts is None else counts
    names = [count_name(candidate, site_keys, script) for candidate in candidates]
    unknown = UNKNOWN_CJK if script else UNKNOWN
    shares = [counts.get(name, unknown).share for name in names]
    scores = _scores(candidates, shares)
    scored = [
        _Scored(scores[match_key(candidate.value[0])], share, -order, candidate)
        for order, (candidate, share) in enumerate(zip(candidates, shares, strict=True))
    ]
    likely = [item for item in scored if item.score >= LEAST]
    return _longest_first(sorted(likely, key=lambda item: item[:3], reverse=True))


def _scores(candidates: Sequence[Names], shares: Sequence[float]) -> dict[str, float]:
    """The probability of each name that it is an author's, from the best origin of each group."""
    best: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for candidate, share in zip(candidates, shares, strict=True):
        group = _group(candidate.origin)
        for name in candidate.value:
            of_name = best[match_key(name)]
            of_name[group] = max(of_name.get(group, 0.0), share)
    return {key: _any_right(of_name.values()) for key, of_name in best.items()}


def _longest_first(best: list[_Scored]) -> list[Names]:
    """The candidates; a good one that has all names of the first and more is moved to the front."""
    if not best:
        return []
    names = best[0].keys
    longer = (item for item in best if item.share >= LONGER and names < item.keys)
    first = next(longer, best[0])
    return [first.candidate, *(item.candidate for item in best if item is not first)]


def author_names(chosen: Sequence[Names], script: str) -> tuple[str, ...]:
    """The authors by what `choose` gives: the names of the first candidate.

    A Chinese, Japanese or Korean page may print several bylines, whose names add up.

    >>> from newsclean.model import Candidate
    >>> bylines = [Candidate(("林知秋",), "byline"), Candidate(("周望舒",), "byline")]
    >>> author_names(bylines, "chinese"), author_names(bylines, "")
    (('林知秋', '周望舒'), ('林知秋',))
    """
    if not chosen:
        return ()
    first = chosen[0]
    same = [first]
    if script and first.origin in ADDED_UP:
        same = [names for names in chosen if names.origin == first.origin]
    authors = tuple(dict.fromkeys(name for names in same for name in names.value))
    longer = (c.value for c in chosen if script and c.origin.startswith(STATED))
    return next((names for names in longer if set(authors) < set(names)), authors)


def count_name(candidate: Names, site_keys: Collection[str], script: str = "") -> str:
    """The name of the count: the origin; for metadata, also whom they name.

    Chinese, Japanese and Korean pages have counts of their own.
    """
    prefix = "cjk " if script else ""
    if not candidate.origin.startswith(STATED):
        return prefix + candidate.origin
    name = candidate.value[0]
    suffix = "" if script else " outlet"
    if is_person(name):
        suffix = ""
    elif match_key(name) in site_keys:
        suffix = " site"
    return prefix + candidate.origin.split()[0] + suffix


def _group(origin: str) -> str:
    return next((group for group, parts in GROUPS if any(part in origin for part in parts)), "near")


def _any_right(shares: Collection[float]) -> float:
    """The probability that at least one of several origins is right, if they are independent."""
    wrong = 1.0
    for share in shares:
        wrong *= 1 - share
    return 1 - wrong
