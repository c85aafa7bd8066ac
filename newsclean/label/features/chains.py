"""What the class, id and tag of an element, and of those around it, say of the text inside it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import NamedTuple

from newsclean.label.features.outline import Outline

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
NAMES = [f"in_{tag}" for tag in ANCESTORS] + [f"to_{group}" for group in GROUPS] + ["own_name", "chain_worst", "chain_best"]

Said = tuple[float, float, frozenset[int]]
"""The weights of the words in a name that speak most against the body and most for it, and the groups that it is of."""


class Chain(NamedTuple):
    """What holds for every block in an element because of the element and those around it."""

    flags: tuple[int, ...] = (0,) * len(ANCESTORS)  # how many of each of ANCESTORS
    groups: tuple[int, ...] = (NOWHERE,) * len(GROUPS)  # how many named elements out the nearest one of each of GROUPS is
    own: float = 0.0
    worst: float = 0.0
    best: float = 0.0


class Chains(NamedTuple):
    """The different chains of a page, and for each element the place of its own among them; -1 of an element that nothing was asked of."""

    made: list[Chain]
    places: list[int]

    def of(self, element: int) -> Chain:
        return self.made[self.places[element]]


def chains(outline: Outline, asked: Collection[int], weights: Mapping[str, float]) -> Chains:
    """The chains of the elements that are asked for. `weights` say how much a word in a name speaks for the body.

    Elements of one parent, tag and name have one chain, so a list of a hundred items costs no more than one of two.
    """
    known: dict[tuple[int, int, str], int] = {}
    made: list[Chain] = [Chain()]
    places = [-1] * len(outline.parents)
    said: dict[str, Said] = {}
    for element in _with_outer(outline, asked):
        names, parent = outline.names[element], outline.parents[element]
        above = places[parent] if parent >= 0 else 0
        ancestor = _ANCESTOR.get(outline.tags[element], NO_ANCESTOR)
        key = (above, ancestor, names)
        number = known.get(key)
        if number is None:
            if names and names not in said:
                said[names] = _said(names, weights)
            number = known[key] = len(made)
            made.append(_chain(made[above], ancestor, outline.depths[element], said.get(names)))
        places[element] = number
    return Chains(made, places)


def _with_outer(outline: Outline, asked: Collection[int]) -> list[int]:
    """The elements that are asked for and all around them, outer ones first."""
    found = set(asked)
    for element in asked:
        while (element := outline.parents[element]) >= 0 and element not in found:
            found.add(element)
    return sorted(found)


def _chain(above: Chain, ancestor: int, depth: int, said: Said | None) -> Chain:
    """The chain of an element by the one of what is around it, and by what its name says if it has one."""
    flags, ways, _, least, most = above
    if ancestor != NO_ANCESTOR:
        flags = (*flags[:ancestor], flags[ancestor] + 1, *flags[ancestor + 1 :])
    if said is None:
        return Chain(flags, ways, 0.0, least, most)
    worst, best, groups = said
    if depth > OUTERMOST:
        out = [FARTHER[way] for way in ways]
        for group in groups:
            out[group] = 0
        ways = tuple(out)
    return Chain(flags, ways, worst + best, min(least, worst), max(most, best))


def _said(names: str, weights: Mapping[str, float]) -> Said:
    parts = PART.findall(names)
    known = [0.0, *[weights[part] for part in parts if part in weights]]
    return min(known), max(known), frozenset().union(*map(_groups, parts))


# All pages use the same words in their names, and searching one for every group takes long. Nothing depends on what is in the cache.
@lru_cache(maxsize=10_000)
def _groups(part: str) -> frozenset[int]:
    """The groups that a word in a name is of."""
    return frozenset([_GROUP_INDEX[match.lastgroup or ""] for match in _GROUP.finditer(part)])
