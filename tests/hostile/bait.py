"""Texts on which a regular expression that is not linear hangs, made from the expression itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from re import _compiler as compiler  # type: ignore[attr-defined]
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

ENOUGH = 20_000
"""The length of a bait: a quadratic expression takes a second on it, a linear one milliseconds."""
NO_MATCH = "\x07"
MOST_EXAMPLES, MOST_LETTERS, MOST_UNITS, MOST_RECIPES = 8, 24, 60, 150
# Letters, digits, signs and spaces beside those of the pattern itself.
COMMON = "aA1 中한.,(-\n"
REPEATS = frozenset({codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT})


class Recipe(NamedTuple):
    """A bait of any size: a start, a part that is repeated, and an end that prevents a match."""

    before: str
    unit: str
    after: str

    def text(self, size: int) -> str:
        """The bait with about so many characters."""
        room = size - len(self.before) - len(self.after)
        return self.before + self.unit * max(1, room // len(self.unit)) + self.after


def page_text(pattern: str) -> str:
    """Some baits for a pattern in one text, as a page writes it."""
    texts = [recipe.text(ENOUGH) for recipe in islice(recipes(re.compile(pattern)), 12)]
    return " ".join(texts).replace("<", "&lt;")


def recipes(pattern: re.Pattern[Any]) -> list[Recipe]:
    """Ways to repeat each part, alternative and letter of a pattern, and to end the match.

    >>> [recipe.text(6) for recipe in recipes(re.compile("a[bc]+d"))][:4]
    ['abbbb\\x07', 'abdbd\\x07', 'acccc\\x07', 'acdcd\\x07']
    """
    source, flags = pattern.pattern, pattern.flags
    if isinstance(source, bytes):
        source, flags = source.decode("latin-1"), flags | re.ASCII
    return _Reader(parser.parse(source, flags)).recipes()


class _Reader:
    """A parsed pattern, and the letters to use for its classes, the most frequent ones first."""

    def __init__(self, tree: Any) -> None:
        self.tree = tree
        counted = Counter(_letters(tree))
        self.letters = [letter for letter, _ in counted.most_common(MOST_LETTERS)]
        self.letters += [letter for letter in COMMON if letter not in counted]
        self.excluded = list(dict.fromkeys(_excluded(tree)))[:3]

    def recipes(self) -> list[Recipe]:
        drawn = list(islice(self.drawn(self.tree, ""), MOST_UNITS))
        whole = self.examples(self.tree)[:3] or ["x"]
        units = [("", example) for example in whole] + [("", letter) for letter in self.letters]
        first = whole[0]
        halves = [("", first[: len(first) // 2 + 1])]
        pairs = [("", one + two) for one, two in pairwise((*self.letters, self.letters[0]))]
        found = [(*parts, NO_MATCH) for parts in (*drawn, *units, *halves, *pairs)]
        for end in ("", "\n", *self.excluded):
            found += [(*parts, end) for parts in (*drawn, *units)]
        return [Recipe(*parts) for parts in dict.fromkeys(found) if parts[1]][:MOST_RECIPES]

    def drawn(self, tree: Any, before: str) -> Iterator[tuple[str, str]]:
        """Yield the text that leads to each part that may be repeated, and that part."""
        nodes = list(tree)
        for place, (code, value) in enumerate(nodes):
            if code in REPEATS:
                if value[1] > 1:
                    after = "".join(self.shortest(nodes[place + 1 : place + 2]))
                    for example in self.examples(value[2]):
                        yield before, example
                        if after:
                            yield before, example + after
                yield from self.drawn(value[2], before)
            elif code is codes.SUBPATTERN:
                yield from self.drawn(value[3], before)
            elif code is codes.ATOMIC_GROUP:
                yield from self.drawn(value, before)
            elif code in (codes.ASSERT, codes.ASSERT_NOT):
                yield from self.drawn(value[1], before)
            elif code is codes.BRANCH:
                for branch in value[1]:
                    yield from self.drawn(branch, before)
            before += self.shortest([(code, value)])

    def shortest(self, nodes: Any) -> str:
        return (self.examples(nodes) or [""])[0]

    def examples(self, tree: Any) -> list[str]:
        """Short texts that a part of the pattern matches, each with one variation."""
        choices = [self.of_node(code, value) or [""] for code, value in tree]
        first = [choice[0] for choice in choices]
        found = ["".join(first)]
        for place, choice in enumerate(choices):
            varied = ([*first[:place], other, *first[place + 1 :]] for other in choice[1:])
            found += map("".join, varied)
        # All parts varied at once: in `role name` the name may be spelled as the role is.
        found.append("".join(choice[-1] for choice in choices))
        return _spread(list(dict.fromkeys(found)), MOST_EXAMPLES)

    def of_node(self, code: Any, value: Any) -> list[str]:
        if code is codes.LITERAL:
            return [chr(value)]
        if code in REPEATS:
            least = max(value[0], 1)
            texts = [example * least for example in self.examples(value[2])]
            return [*texts, *(example * (least + 1) for example in texts[:1] if value[1] > least)]
        if code is codes.SUBPATTERN:
            return self.examples(value[3])
        if code is codes.ATOMIC_GROUP:
            return self.examples(value)
        if code is codes.BRANCH:
            found = (example for branch in value[1] for example in self.examples(branch)[:2])
            return list(dict.fromkeys(found))
        if code in (codes.IN, codes.ANY, codes.NOT_LITERAL):
            return self.of_class(code, value)
        return [""]

    def of_class(self, code: Any, value: Any) -> list[str]:
        accepts = _accepts(code, value)
        parts = value if code is codes.IN else ()
        own = [chr(part[1]) for part in parts if part[0] is codes.LITERAL]
        own += [chr(part[1][0]) for part in parts if part[0] is codes.RANGE]
        found = dict.fromkeys(letter for letter in (*own[:2], *self.letters) if accepts(letter))
        return list(found)[:6] or ["x"]


def _accepts(code: Any, value: Any) -> Any:
    """Whether a character is in a class."""
    state = parser.State()
    state.flags, state.str = re.UNICODE, ""
    pattern = compiler.compile(parser.SubPattern(state, [(code, value)]), re.UNICODE)
    return pattern.fullmatch


def _spread(texts: Sequence[str], most: int) -> list[str]:
    """At most so many of the texts, evenly spaced, with the first one."""
    step = -(-len(texts) // most) or 1
    return list(texts[::step])


def _letters(tree: Any) -> Iterator[str]:
    """The letters in a pattern and in its classes."""
    for code, value in tree:
        if code in (codes.LITERAL, codes.NOT_LITERAL):
            yield chr(value)
        elif code is codes.IN:
            yield from (chr(part[1]) for part in value if part[0] is codes.LITERAL)
        else:
            for inner in _parts(code, value):
                yield from _letters(inner)


def _excluded(tree: Any) -> Iterator[str]:
    """The letters that negated classes of the pattern exclude."""
    for code, value in tree:
        if code is codes.NOT_LITERAL:
            yield chr(value)
        elif code is codes.IN and value[0][0] is codes.NEGATE:
            yield from (chr(part[1]) for part in value if part[0] is codes.LITERAL)
        else:
            for inner in _parts(code, value):
                yield from _excluded(inner)


def _parts(code: Any, value: Any) -> Iterable[Any]:
    """The patterns inside a node."""
    if code in REPEATS:
        return (value[2],)
    if code is codes.SUBPATTERN:
        return (value[3],)
    if code is codes.BRANCH:
        return tuple(value[1])
    if code in (codes.ASSERT, codes.ASSERT_NOT):
        return (value[1],)
    return (value,) if code is codes.ATOMIC_GROUP else ()
