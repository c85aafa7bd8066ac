"""How likely the value of a field is right, by where it was found and who else says so.

The probability is a logistic regression on three signals, learned for each field by
`tools/train/confidence.py` from pages with gold, and calibrated on sites that it did not see.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from math import log
from typing import Any

from newsclean.fields.result import Found
from newsclean.learned import load_confidence
from newsclean.learned.weights import Count
from newsclean.model import Evidence
from newsclean.text.match_key import match_key
from newsclean.text.patterns import lazy

# More that agree or differ say no more.
MOST = 3
# The name of a meta element, the key of a JSON-LD object, the tag of an element.
DETAIL = lazy(r"^(?:meta|json-ld)\b|\b(?:element)$")
LENGTH_OF_DAY = len("2024-05-20")


def _names_key(value: str) -> tuple[str, ...]:
    return tuple(sorted(map(match_key, value.split("; "))))


KEYS: Mapping[str, Callable[[str], Any]] = {
    "title": match_key,
    "date": lambda value: value[:LENGTH_OF_DAY],
    "source": match_key,
    "authors": _names_key,
}
"""For each field with learned counts, what two of its values share that say the same."""


def add_confidence(found: Found) -> Found:
    """The results of the readers, with the confidence of each field that has counts."""
    rated = {
        field: found[field]._replace(evidence=with_confidence(field, evidence))
        for field in KEYS
        if field in found and (evidence := found[field].evidence)
    }
    return found | rated


def with_confidence(field: str, evidence: Evidence) -> Evidence:
    """The evidence of a field with its confidence, if that was learned for the field."""
    learned = load_confidence().get(field)
    if learned is None or evidence.chosen is None:
        return evidence
    values = signals(field, evidence, learned.origins)
    return replace(evidence, confidence=round(learned.logistic.probability(values), 3))


def signals(field: str, evidence: Evidence, origins: Mapping[str, Count]) -> dict[str, float]:
    """What speaks for the chosen value: its origin, who agrees, and who differs.

    >>> from newsclean.model import Candidate
    >>> found = Evidence(
    ...     Candidate("2024-05-20T10:06", "json-ld datePublished"),
    ...     (Candidate("2024-05-20", "printed"), Candidate("2024-05-21", "url")),
    ... )
    >>> signals("date", found, {"json-ld": Count(3, 3)})
    {'origin': 1.3862943611198906, 'agree': 1.0, 'differ': 1.0}
    """
    chosen, key_of = evidence.chosen, KEYS[field]
    if chosen is None:
        return {}
    own, key = origin_kind(chosen.origin), key_of(chosen.value)
    others = [(origin_kind(other.origin), key_of(other.value)) for other in evidence.others]
    agreeing = {kind for kind, value in others if value == key and kind != own}
    differing = {value for _, value in others if value != key}
    count = origins.get(own, Count(0, 0))
    return {
        "origin": log((count.right + 1) / (count.seen - count.right + 1)),
        "agree": float(min(MOST, len(agreeing))),
        "differ": float(min(MOST, len(differing))),
    }


def origin_kind(origin: str) -> str:
    """The kind of an origin, which has the counts.

    >>> origin_kind("meta article:author"), origin_kind("span element"), origin_kind("by line")
    ('meta', 'element', 'by line')
    """
    found = DETAIL.search(origin)
    return found[0] if found else origin
