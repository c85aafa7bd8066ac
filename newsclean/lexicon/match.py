"""Finds where the entries of the lexicon match a text, at a few tests a block."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from newsclean.lexicon.folding import fold, is_spaced
from newsclean.lexicon.index import EDGES, Index, Rule, signs
from newsclean.model import UNLIMITED, Budget, Label

# Of the blocks on the development pages that are one piece of boilerplate and nothing else, the
# longest have some 50 characters.
LONGEST_WHOLE = 60


class Hit(NamedTuple):
    """The characters ``start`` to ``end`` of a text that an entry of a group matches."""

    group: str
    label: Label  # of the group
    rule: str  # the name of the entry
    start: int
    end: int


def find_hits(
    index: Index, texts: Sequence[str], budget: Budget = UNLIMITED
) -> list[tuple[Hit, ...]]:
    """Return for each text where entries match, by position; at one position the longest first.

    Hits may overlap.

    >>> from newsclean.lexicon import lexicon
    >>> text = "鄂ICP备12345678号-1 版权所有 河湾网"
    >>> [(hit.group, text[hit.start : hit.end]) for hit in lexicon().hits([text])[0]]
    [('notice.licence', '鄂ICP备12345678号-1'), ('notice.copyright', '版权所有')]
    >>> lexicon().hits(["新规要求网站完成ICP备案。"])
    [()]
    """
    # All texts are searched as one: few of the entries match anywhere on a page, and the signs of
    # the page exclude nearly all others.
    joined = fold("\n".join(texts))
    folded = joined.split("\n")
    found: dict[int, list[Hit]] = {}
    lines = zip(folded, texts, strict=False)  # of no texts, there is one line
    for number, (line, text) in enumerate(budget.watch(lines)):
        key = line.strip(EDGES)
        if _may_match(index, key):
            found[number] = _at_edges(index, key, line, text)
    starts = [0, *accumulate([len(text) + 1 for text in folded])]
    has_all = signs(joined).issuperset
    for rule in budget.watch(index.inside):
        if has_all(rule.signs):
            for number in _texts_with(rule.needle, joined, starts):
                found.setdefault(number, []).extend(_inside(rule, folded[number]))
    hits = {number: tuple(sorted(own, key=_by_position)) for number, own in found.items()}
    return [hits.get(number, ()) for number in range(len(texts))]


def _by_position(hit: Hit) -> tuple[int, int]:
    return hit.start, -hit.end


def _may_match(index: Index, key: str) -> bool:
    """Return whether a text, folded and without edges, may equal an entry or start with one."""
    return (
        key in index.whole
        or key.startswith(index.openings.get(key[:2], ()))
        or (" " in key and not key.isascii())
    )


def _at_edges(index: Index, key: str, folded: str, text: str) -> list[Hit]:
    """Return the hits of entries that equal a text or are its prefix.

    ``key`` is the folded text without edges.
    """
    whole = index.whole.get(key, ()) if len(key) <= LONGEST_WHOLE else ()
    if not whole and len(key) <= LONGEST_WHOLE and " " in key and not key.isascii():
        whole = index.whole.get(key.replace(" ", ""), ())  # 分 享 到
    found = [Hit(rule.group, rule.label, rule.name, 0, len(folded)) for rule in whole]
    for rule in index.prefixes.get(key[:2], ()):
        if key.startswith(rule.needle) and rule not in whole:
            start = folded.index(rule.needle)
            end = start + len(rule.needle)
            if _ends_word(rule, text, end) or _is_seam(text, end):
                found.append(Hit(rule.group, rule.label, rule.name, start, end))
    return found


def _ends_word(rule: Rule, text: str, end: int) -> bool:
    """Return whether the words of a rule may end there."""
    return not (rule.word_end and end < len(text) and is_spaced(text[end]))


def _is_seam(text: str, at: int) -> bool:
    """Return whether two words touch there because only the layout of the page parts them.

    >>> _is_seam("Läs merFärjan seglar", 7), _is_seam("Läs merparten", 7)
    (True, False)
    """
    return text[at].isupper() and not text[at - 1].isupper()


def _texts_with(needle: str, joined: str, starts: Sequence[int]) -> Iterator[int]:
    """Yield the numbers of the texts that contain the needle.

    ``starts`` are the positions of the texts in the joined text, and of its end.
    """
    at = joined.find(needle)
    while at >= 0:
        number = bisect_right(starts, at) - 1
        if number >= len(starts) - 1:
            return
        yield number
        at = joined.find(needle, starts[number + 1])


def _inside(rule: Rule, folded: str) -> Iterator[Hit]:
    """Yield each place where an entry matches that may stand anywhere."""
    if rule.regex:
        for match in _compiled(rule.regex).finditer(folded):
            yield Hit(rule.group, rule.label, rule.name, *match.span())
        return
    size = len(rule.needle)
    at = folded.find(rule.needle)
    while at >= 0:
        starts_word = not (rule.word_start and at and is_spaced(folded[at - 1]))
        if starts_word and _ends_word(rule, folded, at + size):
            yield Hit(rule.group, rule.label, rule.name, at, at + size)
        at = folded.find(rule.needle, at + size)


@cache
def _compiled(regex: str) -> re.Pattern[str]:
    return re.compile(regex)
