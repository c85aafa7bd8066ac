"""Prepares the entries of the lexicon for a fast search."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from newsclean.lexicon.entries import Entry
from newsclean.lexicon.folding import fold, is_spaced, spellings
from newsclean.lexicon.groups import labels
from newsclean.model import Label

# What may stand before and after an entry.
EDGES = (
    " \u3000\t\n.,;:!?…·•*|/\\+-–—_~=^#%©®™()[]{}<>\"'`“”‘’„«»‹›"
    "、。，；：！？・（）【】［］「」『』《》〈〉〔〕｜／－～＋＞＜→←↑↓↗▲▼▶►◀◄●○■□◆◇★☆※✕✖×"
    # Stops of Arabic, Hindi and Armenian, and marks of direction.
    "؟،؛۔।॥։\u200b\u200e\u200f\ufeff"
)
NO_SIGNS: frozenset[str] = frozenset()
QUANTIFIERS = "*?{+"
NOT_LITERAL = ".^$|" + QUANTIFIERS
ASCII = bytes(range(128))
# For bytes of UTF-8: a space for all that is no letter or digit of ASCII.
ASCII_WORDS = bytes(code if code < 128 and chr(code).isalnum() else 32 for code in range(256))


class Rule(NamedTuple):
    """One spelling of an entry, and what a folded text must have to match it."""

    group: str
    label: Label  # of the group
    name: str
    needle: str  # the folded spelling; of a regex, the longest literal that every match contains
    regex: str  # "" unless the entry is one
    word_start: bool  # no letter may stand before the needle
    word_end: bool  # no letter may stand after it
    signs: frozenset[str]  # what `signs` finds in every text that matches; empty for whole texts


class Index(NamedTuple):
    """The rules of all entries that label blocks, by the way they are looked up."""

    whole: dict[str, tuple[Rule, ...]]  # by needle
    prefixes: dict[str, tuple[Rule, ...]]  # by the first two characters of the needle
    openings: dict[str, tuple[str, ...]]  # the needles of `prefixes`
    inside: tuple[Rule, ...]


def build_index(entries: Iterable[Entry]) -> Index:
    """Return the index of the entries whose groups have a label."""
    whole: dict[str, list[Rule]] = {}
    prefixes: dict[str, list[Rule]] = {}
    inside: list[Rule] = []
    for entry, text, folded in _spelled(entries):
        rule = _rule(entry, text, folded)
        if entry.match == "equals":
            whole.setdefault(rule.needle, []).append(rule)
        elif entry.match == "prefix":
            prefixes.setdefault(rule.needle[:2], []).append(rule)
        else:
            inside.append(rule)
    # A text that consists of a prefix equals it; an entry that only equals it prevails.
    for rule in [rule for rules in prefixes.values() for rule in rules]:
        whole.setdefault(rule.needle, [rule])
    return Index(
        {key: tuple(rules) for key, rules in whole.items()},
        {key: tuple(rules) for key, rules in prefixes.items()},
        {key: tuple(rule.needle for rule in rules) for key, rules in prefixes.items()},
        tuple(inside),
    )


def _spelled(entries: Iterable[Entry]) -> list[tuple[Entry, str, str]]:
    """Return the entries that label blocks, each with its spellings as they are and folded.

    They are in the order of the groups, so that a group that is listed first prevails.
    """
    rank = {name: index for index, name in enumerate(labels())}
    spelled: list[tuple[Entry, str, str]] = []
    for _, own in groupby(entries, key=attrgetter("language")):
        pairs = [
            (entry, text) for entry in own if entry.group in rank for text in spellings(entry.text)
        ]
        # Folding a whole language at once takes a tenth of the time. No pairs give one line.
        folded = fold("\n".join(text for _, text in pairs)).split("\n")
        spelled += [
            (entry, text, plain) for (entry, text), plain in zip(pairs, folded, strict=False)
        ]
    return sorted(spelled, key=lambda item: rank[item[0].group])


def _rule(entry: Entry, text: str, folded: str) -> Rule:
    """Return the rule of an entry in one of its spellings."""
    group, label, name = entry.group, labels()[entry.group], entry.rule
    if entry.match == "equals":
        return Rule(group, label, name, folded.strip(EDGES), "", False, False, NO_SIGNS)
    if entry.match == "prefix":
        needle = folded.lstrip(EDGES)
        return Rule(group, label, name, needle, "", False, is_spaced(needle[-1]), NO_SIGNS)
    if entry.match == "contains":
        ends = is_spaced(folded[0]), is_spaced(folded[-1])
        return Rule(group, label, name, folded, "", *ends, frozenset(signs(folded)))
    needle = literal(text)
    # The ASCII words of the needle may be parts of longer words.
    needed = frozenset(sign for sign in signs(needle) if not sign.isascii())
    return Rule(group, label, name, needle, text, False, False, needed)


def signs(text: str) -> set[str]:
    """Return the ASCII words of a text, and all its characters beyond ASCII.

    >>> sorted(signs("© 2024 all rights reserved. 版权"))
    ['2024', 'all', 'reserved', 'rights', '©', '权', '版']
    """
    encoded = text.encode(errors="surrogatepass")
    words = encoded.translate(ASCII_WORDS).decode("ascii").split()
    return {*words, *encoded.translate(None, ASCII).decode(errors="surrogatepass")}


def literal(regex: str) -> str:
    r"""Return the longest literal that every match of a regular expression contains.

    What stands in groups, classes and alternatives is not considered.

    >>> literal(r"(?:pages? )?icp[备備]案?号?\d{6,12}")
    'icp'
    >>> literal("yes|no")
    ''
    """
    runs = [""]
    depth, at = 0, 0
    while at < len(regex):
        char = regex[at]
        escaped = char == "\\"
        if escaped:
            at += 1
            char = regex[at]
        elif char == "[":
            at = _class_end(regex, at)
        elif char == "{":
            at = regex.index("}", at)
            char = "}"
        elif char == "|" and not depth:
            return ""
        depth += {"(": 1, ")": -1}.get(char, 0) if not escaped else 0
        plain = not char.isalnum() if escaped else char not in NOT_LITERAL + "[](){}"
        if plain and not depth and regex[at + 1 : at + 2] not in tuple(QUANTIFIERS):
            runs[-1] += char
        else:
            runs.append("")
        at += 1
    return max(runs, key=len)


def _class_end(regex: str, start: int) -> int:
    """Return the index of the bracket that closes the character class that starts there."""
    end = start + 2
    while regex[end] != "]":
        end += 2 if regex[end] == "\\" else 1
    return end
