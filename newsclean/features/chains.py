"""What the class, id and tag of an element, and of those around it, say of the text inside it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from newsclean.model import Element

ANCESTORS = ("article", "main", "aside", "footer", "figure", "li", "section")
_ANCESTOR = {tag: i for i, tag in enumerate(ANCESTORS)}
NO_ANCESTOR = -1
# What a word in a class or id says that an element is, in every language that names its classes so.
GROUPS = {
    "comment": r"comment|disqus|discuss|repl(?:y|ies)|respond|pinglun|liuyan|review",
    "related": r"relate|recommend|more|also|popular|trend|most|latest|teaser|card|similar|suggest|tuijian|xiangguan|hot|rank|recirc|list|excerpt|next|prev",
    "menu": r"nav|menu|crumb|pagina|pager|tab(?!le)|daohang|skip",
    "footer": r"foot|copyright|bottom|colophon|legal|disclaim",
    "advert": r"^ads?$|advert|promo|sponsor|banner|guanggao|affiliate|commerc|shop|product|price",
    "sign_up": r"newsletter|subscri|signup|paywall|regist|login|cookie|consent|modal|popup|overlay|dialog|gdpr|donat|cta|onetrust|cmp|ccpa|privacy|truste|didomi|notice|alert",
    "media": r"caption|galler|slide|carousel|image|img|photo|video|player|figure|media|swiper|credit",
    "body": r"article|content|entry|post|story|body|text|main|detail|neirong|zhengwen|prose|rich|paragraph",
    "hidden": r"hid(?:e|den)|visually|screenreader|none|collaps|toggle|accordion|tooltip",
    "form": r"form|search|input|field|button|btn|select|option|quiz|poll|calc",
}
_GROUP = re.compile("|".join(f"(?P<{group}>{pattern})" for group, pattern in GROUPS.items()))
_GROUP_INDEX = {group: i for i, group in enumerate(GROUPS)}
COMMENT = _GROUP_INDEX["comment"]
PART = re.compile(r"[a-z]+")
# How many elements out a group's name is, if it is nowhere; farther ones count as one less than this.
NOWHERE = 9
# What each number of elements out becomes, seen from one element farther in.
FARTHER = (*range(1, NOWHERE), NOWHERE - 1, NOWHERE)
# The names of html and body speak of the whole page.
OUTERMOST = 2
# What an element without a name says; told by identity from what a name says, since a name may say as little.
NOTHING: tuple[float, float, frozenset[int]] = (0.0, 0.0, frozenset())
NAMES = [f"in_{tag}" for tag in ANCESTORS] + [f"to_{group}" for group in GROUPS] + ["own_name", "chain_worst", "chain_best"]


class Chain(NamedTuple):
    """What holds for every block in an element because of the element and those around it."""

    flags: tuple[int, ...] = (0,) * len(ANCESTORS)  # how many of each of ANCESTORS
    groups: tuple[int, ...] = (NOWHERE,) * len(GROUPS)  # how many named elements out the nearest one of each of GROUPS is
    own: float = 0.0
    worst: float = 0.0
    best: float = 0.0


def chains(elements: Sequence[Element], weights: Mapping[str, float]) -> list[Chain]:
    """The chain of each element. `weights` say how much a word in a name speaks for the body.

    Elements of one parent, tag and name have one chain, so a list of a hundred items costs no more than one of two.
    """
    found: list[Chain] = []
    known: dict[tuple[int, int, str], int] = {}
    numbers: list[int] = []
    made: list[Chain] = []
    said: dict[str, tuple[float, float, frozenset[int]]] = {}
    root = Chain()
    for parent, tag, names, depth, _, _ in elements:
        above = numbers[parent] if parent >= 0 else -1
        ancestor = _ANCESTOR.get(tag, NO_ANCESTOR)
        key = (above, ancestor, names)
        number = known.get(key)
        if number is None:
            if names not in said:
                said[names] = _said(names, weights)
            number = known[key] = len(made)
            made.append(_chain(made[above] if above >= 0 else root, ancestor, depth, said[names]))
        numbers.append(number)
        found.append(made[number])
    return found


def _chain(above: Chain, ancestor: int, depth: int, said: tuple[float, float, frozenset[int]]) -> Chain:
    worst, best, groups = said
    flags, ways = above.flags, above.groups
    if ancestor != NO_ANCESTOR:
        flags = (*flags[:ancestor], flags[ancestor] + 1, *flags[ancestor + 1 :])
    if said is not NOTHING and depth > OUTERMOST:
        ways = tuple([0 if i in groups else FARTHER[out] for i, out in enumerate(ways)])
    return Chain(flags, ways, worst + best, min(above.worst, worst), max(above.best, best))


def _said(names: str, weights: Mapping[str, float]) -> tuple[float, float, frozenset[int]]:
    """The weights of the words in a name that speak most against the body and most for it, and the groups that it is of."""
    if not names:
        return NOTHING
    worst = best = 0.0
    said: set[int] = set()
    for part in PART.findall(names):
        said |= _groups(part)
        weight = weights.get(part, 0.0)
        if weight < worst:
            worst = weight
        elif weight > best:
            best = weight
    return worst, best, frozenset(said)


# All pages use the same words in their names, and searching one for every group takes long. Nothing depends on what is in the cache.
@lru_cache(maxsize=10_000)
def _groups(part: str) -> frozenset[int]:
    """The groups that a word in a name is of."""
    return frozenset([_GROUP_INDEX[match.lastgroup or ""] for match in _GROUP.finditer(part)])
