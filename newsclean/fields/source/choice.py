"""Which of the outlets on a page is credited with the article.

Of each place's outlets a known share is right, and places of different kinds that agree add up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import prod

from newsclean.learned import load_source_counts
from newsclean.learned.weights import Count
from newsclean.model import Candidate
from newsclean.text.match_key import match_key

# Places of one kind state the same thing twice, so only the best of them counts.
KINDS = {
    "meta": "stated",
    "json-ld": "stated",
    "bracket at the end": "end",
    "print edition": "end",
}

# Of more names than this, the first are compared with each other. No development page has four.
MOST_NAMES = 40


def place_of(candidate: Candidate[str]) -> str:
    """The place that a candidate was found in, which has the counts.

    >>> place_of(Candidate("河湾日报", "meta dc.source"))
    'meta'
    >>> place_of(Candidate("河湾日报", "bracket at the end"))
    'bracket at the end'
    """
    first = candidate.origin.partition(" ")[0]
    return first if first in ("meta", "json-ld") else candidate.origin


def rank(
    candidates: Sequence[Candidate[str]], counts: Mapping[str, Count] | None = None
) -> list[Candidate[str]]:
    """The candidates, most probable first; of two alike the one that was read first.

    `counts` are those of the package, unless training gives others.

    >>> offered = [Candidate("河湾网", "named account"), Candidate("河湾日报", "labelled")]
    >>> [candidate.value for candidate in rank(offered)]
    ['河湾日报', '河湾网']
    """
    counts = load_source_counts() if counts is None else counts
    keys = [match_key(candidate.value) for candidate in candidates]
    # The name of a paper also speaks for 河湾网－河湾日报 and 河湾日报网络版.
    names = list(dict.fromkeys(keys))[:MOST_NAMES]
    longer = {key: [other for other in names if key in other] for key in names}
    best: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for candidate, key in zip(candidates, keys, strict=True):
        place = place_of(candidate)
        kind, share = KINDS.get(place, "printed"), counts.get(place, Count(0, 0)).share
        for other in longer.get(key, (key,)):
            best[other][kind] = max(best[other].get(kind, 0.0), share)
    wrong = {key: prod(1 - share for share in kinds.values()) for key, kinds in best.items()}
    return sorted(candidates, key=lambda candidate: wrong[match_key(candidate.value)])
