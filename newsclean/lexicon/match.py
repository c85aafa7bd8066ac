"""Finds where the entries of the lexicon match a text, at a few tests a block."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate, chain
from typing import Any, NamedTuple

from newsclean._speed import COMPILED
from newsclean.lexicon.compiled import Index, Rule, load_index, read_index
from newsclean.lexicon.folding import fold, is_spaced
from newsclean.lexicon.groups import labels
from newsclean.lexicon.signs import EDGES, signs
from newsclean.model import UNLIMITED, Budget, Label

# Of the blocks on the development pages that are one piece of boilerplate and nothing else, the
# longest have some 50 characters.
LONGEST_WHOLE = 60
# What a character is, as bits: one that may stand before and after an entry, one of a word of a
# script with spaces, a capital, and one that is folded by what stands around it.
IS_EDGE, IS_SPACED, IS_UPPER, IS_DEPENDENT = 1, 2, 4, 8


class Hit(NamedTuple):
    """The characters ``start`` to ``end`` of a text that an entry of a group matches."""

    group: str
    rule: str  # the name of the entry
    start: int
    end: int

    @property
    def label(self) -> Label:
        """The label that the group gives to a block."""
        return labels()[self.group]


def find_hits(texts: Sequence[str], budget: Budget = UNLIMITED) -> list[tuple[Hit, ...]]:
    """For each text where entries of groups with a label match, by position.

    At one position the longest comes first.

    Hits may overlap.

    >>> text = "鄂ICP备12345678号-1 版权所有 河湾网"
    >>> [(hit.group, text[hit.start : hit.end]) for hit in find_hits([text])[0]]
    [('notice.licence', '鄂ICP备12345678号-1'), ('notice.copyright', '版权所有')]
    >>> find_hits(["新规要求网站完成ICP备案。"])
    [()]
    """
    lexicon = _compiled_index()
    if lexicon is not None:
        budget.check()
        hits: list[tuple[Hit, ...]] = lexicon.find(texts)
        return hits
    return find_purely(texts, budget)


def find_purely(texts: Sequence[str], budget: Budget = UNLIMITED) -> list[tuple[Hit, ...]]:
    """The same in pure Python."""
    index = load_index()
    # All texts are searched as one: few of the entries match anywhere on a page, and the signs of
    # the page exclude nearly all others.
    joined = fold("\n".join([text.replace("\n", " ") for text in texts]))
    folded = joined.split("\n")
    found: dict[int, list[Hit]] = {}
    keys = [line.strip(EDGES) for line in folded[: len(texts)]]  # of no texts, there is one line
    for number, key in enumerate(budget.watch(keys)):
        if (
            key in index.whole
            or key.startswith(index.openings.get(key[:2], ()))
            or (" " in key and not key.isascii())
        ):
            found[number] = _at_edges(index, key, folded[number], texts[number])
    starts = [0, *accumulate([len(text) + 1 for text in folded])]
    for rule in budget.watch(_candidates(index, joined)):
        for number in _texts_with(rule.needle, joined, starts):
            found.setdefault(number, []).extend(_inside(rule, folded[number]))
    hits = {number: tuple(sorted(own, key=_by_position)) for number, own in found.items()}
    return [hits.get(number, ()) for number in range(len(texts))]


def _candidates(index: Index, joined: str) -> list[Rule]:
    """The rules that may match anywhere in the text, those first whose group prevails."""
    keys = index.inside.keys() & signs(joined)
    return _by_group([rule for key in ("", *keys) for rule in index.inside.get(key, ())])


def _by_group(rules: Iterable[Rule]) -> list[Rule]:
    """Rules, those first whose group prevails."""
    rank = {group: number for number, group in enumerate(labels())}
    return sorted(rules, key=lambda rule: (rank[rule.group], rule))


def _by_position(hit: Hit) -> tuple[int, int]:
    return hit.start, -hit.end


def _at_edges(index: Index, key: str, folded: str, text: str) -> list[Hit]:
    """The hits of entries that equal a text or are its prefix.

    ``key`` is the folded text without edges.
    """
    whole = _equal(index, key)
    found = [Hit(group, name, 0, len(folded)) for group, name in whole]
    for prefix in index.openings.get(key[:2], ()):
        if not key.startswith(prefix):
            continue
        start = folded.index(prefix)
        end = start + len(prefix)
        for group, name, word_end in index.prefixes[prefix]:
            is_word = not (word_end and end < len(text) and is_spaced(text[end]))
            if (group, name) not in whole and (is_word or _is_seam(text, end)):
                found.append(Hit(group, name, start, end))
    return found


def _equal(index: Index, key: str) -> list[tuple[str, str]]:
    """Group and name of the entries that are the whole text.

    A text that consists of a prefix equals it; an entry that only equals it prevails.
    """
    if len(key) > LONGEST_WHOLE:
        return []
    # 分 享 到 is written with spaces for the look of it.
    keys = (key, key.replace(" ", "")) if " " in key and not key.isascii() else (key,)
    for each in keys:
        if rules := index.whole.get(each) or index.prefixes.get(each, ())[:1]:
            return [(rule[0], rule[1]) for rule in rules]
    return []


def _is_seam(text: str, at: int) -> bool:
    """Whether two words touch there because only the layout of the page parts them.

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
            yield Hit(rule.group, rule.name, *match.span())
        return
    size = len(rule.needle)
    at = folded.find(rule.needle)
    while at >= 0:
        end = at + size
        starts_word = not (rule.word_start and at and is_spaced(folded[at - 1]))
        ends_word = not (rule.word_end and end < len(folded) and is_spaced(folded[end]))
        if starts_word and ends_word:
            yield Hit(rule.group, rule.name, at, end)
        at = folded.find(rule.needle, end)


@cache
def _compiled_index() -> Any:
    """The entries of the package as the compiled twin of `find_purely` has them, or None."""
    if COMPILED is None:
        return None
    index = read_index()  # not kept: Python's collector would look through it
    rules = _by_group(chain.from_iterable(index.inside.values()))
    return COMPILED.Lexicon(
        dict(index.whole), dict(index.prefixes), rules, characters, fold, _spans, Hit
    )


def characters(number: int) -> tuple[str, bytes]:
    """The 256 characters from 256 times this number on as they are folded, and what each is.

    >>> folded, flags = characters(0)
    >>> folded[0xC9], flags[0xC9] == IS_SPACED | IS_UPPER, flags[0xA9] == IS_EDGE
    ('e', True, True)
    """
    found = [chr(256 * number + index) for index in range(256)]
    folded = "".join([fold(" " if character == "\n" else character) for character in found])
    return folded, bytes(map(_flags, found))


def _flags(character: str) -> int:
    is_edge, is_upper = character in EDGES, character.isupper()
    # Which small sigma a capital one has depends on the letters around it.
    flags = IS_EDGE * is_edge | IS_SPACED * is_spaced(character) | IS_UPPER * is_upper
    return flags | IS_DEPENDENT * (character == "Σ")


def _spans(regex: str, folded: str) -> list[tuple[int, int]]:
    return [match.span() for match in _compiled(regex).finditer(folded)]


@cache
def _compiled(regex: str) -> re.Pattern[str]:
    return re.compile(regex)
