"""Finds where the lexicon's entries stand in a text, at a few tests a block."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from newsclean.lexicon.entries import Entry
from newsclean.lexicon.folding import fold, is_spaced, spellings
from newsclean.model import UNLIMITED, Budget

EDGES = " \u3000\t\n.,;:!?…·•*|/\\+-–—_~=^#%©®™()[]{}<>\"'`“”‘’„«»‹›、。，；：！？・（）【】［］「」『』《》〈〉〔〕｜／－～＋＞＜→←↑↓↗▲▼▶►◀◄●○■□◆◇★☆※✕✖×"
# Stops of Arabic, Hindi and Armenian, and marks of direction.
EDGES += "؟،؛۔।॥։\u200b\u200e\u200f\ufeff"
# Counted over the development pages: the longest blocks that are one piece of furniture and nothing else have some 50 characters.
LONGEST_WHOLE = 60
# Groups whose words say nothing of a block by themselves: the field readers look them up.
READERS_OWN = ("role.", "label.", "person.", "name.", "source.", "section.")
QUANTIFIERS = "*?{+"
NOT_LITERAL = ".^$|" + QUANTIFIERS
ASCII = bytes(range(128))
WORDS_APART = bytes(code if code < 128 and chr(code).isalnum() else 32 for code in range(256))


class Hit(NamedTuple):
    """The characters `start` to `end` of a text that an entry of `group` matched, and that entry's name."""

    group: str
    rule: str
    start: int
    end: int


class Rule(NamedTuple):
    """An entry made ready: what to look for in a folded text, and where its words must end."""

    group: str
    name: str
    needle: str  # of a pattern the longest run of letters that every match must hold
    pattern: str  # "" unless the entry is one
    word_start: bool  # no letter may stand before the needle
    word_end: bool  # nor after it
    signs: frozenset[str]  # of a needle that may stand anywhere: what every text that holds it has among its `signs`


class Index(NamedTuple):
    """Every rule, by the way it is looked up."""

    whole: dict[str, tuple[Rule, ...]]  # by folded and stripped text
    starts: dict[str, tuple[Rule, ...]]  # by its first two characters
    openings: dict[str, tuple[str, ...]]  # the needles of the same
    inside: tuple[Rule, ...]


def index(entries: Iterable[Entry]) -> Index:
    """The entries by the way they are looked up; those of the field readers are not."""
    whole: dict[str, list[Rule]] = {}
    starts: dict[str, list[Rule]] = {}
    inside: list[Rule] = []
    spelled = [(entry, text) for entry in entries if not entry.group.startswith(READERS_OWN) for text in spellings(entry.text)]
    # All at once, which takes a tenth of the time.
    for (entry, text), folded in zip(spelled, fold("\n".join(text for _, text in spelled)).split("\n"), strict=True):
        rule = _rule(entry, text, folded)
        if entry.match == "is":
            whole.setdefault(rule.needle, []).append(rule)
        elif entry.match == "starts":
            starts.setdefault(rule.needle[:2], []).append(rule)
        else:
            inside.append(rule)
    return Index(
        {key: tuple(rules) for key, rules in whole.items()},
        {key: tuple(rules) for key, rules in starts.items()},
        {key: tuple(rule.needle for rule in rules) for key, rules in starts.items()},
        tuple(inside),
    )


def _rule(entry: Entry, text: str, folded: str) -> Rule:
    """The rule of an entry in one of its spellings, that spelling folded."""
    if entry.match == "pattern":
        needle = literal(text)
        # Its words may be parts of longer ones.
        return Rule(entry.group, entry.rule, needle, text, False, False, frozenset(sign for sign in signs(needle) if not sign.isascii()))
    needle = {"is": folded.strip(EDGES), "starts": folded.lstrip(EDGES)}.get(entry.match, folded)
    sought = frozenset(signs(needle)) if entry.match == "has" else frozenset()
    return Rule(entry.group, entry.rule, needle, "", is_spaced(needle[0]), is_spaced(needle[-1]), sought)


def signs(text: str) -> set[str]:
    """The words of a text, as far as they are written in ASCII letters and digits, and all its characters beyond ASCII.

    >>> sorted(signs("© 2024 all rights reserved. 版权"))
    ['2024', 'all', 'reserved', 'rights', '©', '权', '版']
    """
    written = text.encode(errors="surrogatepass")
    words = written.translate(WORDS_APART).decode("ascii").split()
    return {*words, *written.translate(None, ASCII).decode(errors="surrogatepass")}


def literal(pattern: str) -> str:
    r"""The longest run of letters that every match of the pattern holds: what stands outside groups, classes and choices.

    >>> literal(r"(?:pages? )?icp[备備]案?号?\d{6,12}")
    'icp'
    >>> literal("yes|no")
    ''
    """
    runs = [""]
    depth, at = 0, 0
    while at < len(pattern):
        char = pattern[at]
        escaped = char == "\\"
        if escaped:
            at += 1
            char = pattern[at]
        elif char == "[":
            at = _class_end(pattern, at)
        elif char == "{":
            at = pattern.index("}", at)
            char = "}"
        elif char == "|" and not depth:
            return ""
        depth += {"(": 1, ")": -1}.get(char, 0) if not escaped else 0
        plain = not depth and not char.isalnum() if escaped else not depth and char not in NOT_LITERAL + "[](){}"
        if plain and pattern[at + 1 : at + 2] not in tuple(QUANTIFIERS):
            runs[-1] += char
        else:
            runs.append("")
        at += 1
    return max(runs, key=len)


def _class_end(pattern: str, at: int) -> int:
    """Where the character class that opens at `at` closes."""
    end = at + 2
    while pattern[end] != "]":
        end += 2 if pattern[end] == "\\" else 1
    return end


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, compiled when a page first needs it."""
    return re.compile(pattern)


def find_hits(
    rules: Index, texts: Sequence[str], budget: Budget = UNLIMITED
) -> list[tuple[Hit, ...]]:
    """Where entries stand in each of several lines, by place, of those at one place the longest first. Hits may overlap.

    >>> from newsclean.lexicon import lexicon
    >>> text = "鄂ICP备12345678号-1 版权所有 河湾网"
    >>> [(hit.group, text[hit.start : hit.end]) for hit in find_hits(lexicon().index, [text])[0]]
    [('notice.licence', '鄂ICP备12345678号-1'), ('notice.copyright', '版权所有')]
    >>> find_hits(lexicon().index, ["新规要求网站完成ICP备案。"])
    [()]
    """
    # All texts at once: few of the entries stand anywhere on a page, and its signs rule out nearly all others.
    joined = fold("\n".join(texts))
    folded = joined.split("\n")
    whole, openings = rules.whole, rules.openings
    found: dict[int, list[Hit]] = {}
    lines = zip(folded, texts, strict=False)
    for number, (line, text) in enumerate(budget.watch(lines)):  # of no texts at all, there is one line
        key = line.strip(EDGES)
        if key in whole or key.startswith(openings.get(key[:2], ())) or (" " in key and not key.isascii()):
            found[number] = _at_edges(rules, key, line, text)
    starts = [0, *accumulate([len(text) + 1 for text in folded])]
    has_all = signs(joined).issuperset
    for rule in budget.watch(rules.inside):
        if has_all(rule.signs):
            for number in _texts_with(rule.needle, joined, starts):
                found.setdefault(number, []).extend(_inside(rule, folded[number]))
    return [tuple(sorted(found[number], key=_by_place)) if number in found else () for number in range(len(texts))]


def _by_place(hit: Hit) -> tuple[int, int]:
    return hit.start, -hit.end


def _texts_with(needle: str, joined: str, starts: Sequence[int]) -> Iterator[int]:
    """The numbers of the texts that hold the needle; `starts` are their places in the joined text, and that text's end."""
    at = joined.find(needle)
    while at >= 0:
        number = bisect_right(starts, at) - 1
        if number >= len(starts) - 1:
            return
        yield number
        at = joined.find(needle, starts[number + 1])


def _at_edges(rules: Index, key: str, folded: str, text: str) -> list[Hit]:
    """The `is` and `starts` entries of one text; `key` is the folded one without its edges."""
    found: list[Hit] = []
    if len(key) <= LONGEST_WHOLE:
        whole = rules.whole.get(key) or (rules.whole.get(key.replace(" ", "")) if " " in key and not key.isascii() else None)
        if whole:
            found += [Hit(rule.group, rule.name, 0, len(folded)) for rule in whole]
    for rule in rules.starts.get(key[:2], ()):
        if key.startswith(rule.needle):
            start = folded.index(rule.needle)
            end = start + len(rule.needle)
            if not (rule.word_end and end < len(text) and is_spaced(text[end])) or _is_seam(text, end):
                found.append(Hit(rule.group, rule.name, start, end))
    return found


def _is_seam(text: str, at: int) -> bool:
    """Whether two words touch at a place since the page parts them by layout alone.

    >>> _is_seam("Läs merFärjan seglar", 7), _is_seam("Läs merparten", 7)
    (True, False)
    """
    return text[at].isupper() and not text[at - 1].isupper()


def _inside(rule: Rule, folded: str) -> list[Hit]:
    """Each place where a `has` or `pattern` entry stands."""
    if rule.pattern:
        return [Hit(rule.group, rule.name, *match.span()) for match in compiled(rule.pattern).finditer(folded)]
    found = []
    size = len(rule.needle)
    at = folded.find(rule.needle)
    while at >= 0:
        before, after = folded[at - 1 : at] if at else "", folded[at + size : at + size + 1]
        if not (rule.word_start and before and is_spaced(before)) and not (rule.word_end and after and is_spaced(after)):
            found.append(Hit(rule.group, rule.name, at, at + size))
        at = folded.find(rule.needle, at + size)
    return found
