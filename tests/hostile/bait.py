"""Texts on which a regular expression that is not linear would hang, made from the expression itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from newsclean.lexicon import lexicon

ENOUGH = 20_000
"""Characters of bait: a quadratic expression takes a second and more on them, a linear one a few thousandths."""
NO_MATCH = "\x07"


def lexicon_baits() -> Iterator[tuple[str, str]]:
    """For each pattern and each longer phrase of the lexicon its name, and all of its baits in one text."""
    for entry in lexicon().entries:
        if entry.match == "pattern":
            yield entry.rule, " ".join(baits(entry.text)).replace("<", "&lt;")


def baits(pattern: str, flags: int = 0, size: int = ENOUGH) -> list[str]:
    """Texts of about `size` characters that almost match: each repeated part of the pattern, drawn out, and then broken off.

    >>> baits("a[bc]+d", size=4)
    ['abbbb\\x07', 'abdabd\\x07', 'aaaa\\x07', 'abab\\x07']
    """
    tree = parser.parse(pattern, flags)
    drawn = [before + part * (size // max(len(part), 1)) + NO_MATCH for before, part in _repeats(tree, "")]
    example = _example(tree) or "x"
    starts = [example[:1] * size + NO_MATCH, example[: len(example) // 2 + 1] * (2 * size // (len(example) + 1)) + NO_MATCH]
    return list(dict.fromkeys([*drawn, example * (-(-size // len(example))) + NO_MATCH, *starts]))[:12]


def _repeats(tree: Any, before: str) -> Iterator[tuple[str, str]]:
    """Each part that may be repeated, with the shortest text that leads to it."""
    for code, value in tree:
        if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            yield before, _example(value[2]) or "x"
            yield from _repeats(value[2], before)
        elif code is codes.SUBPATTERN:
            yield from _repeats(value[3], before)
        elif code is codes.BRANCH:
            for branch in value[1]:
                yield from _repeats(branch, before)
        before += _example([(code, value)])


def _example(tree: Any) -> str:
    """A short text that the parsed pattern matches, but for what it looks at before and after."""
    return "".join(_of_code(code, value) for code, value in tree)


def _of_code(code: Any, value: Any) -> str:
    if code is codes.LITERAL:
        return chr(value)
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        return _example(value[2]) * max(value[0], 1)
    if code is codes.SUBPATTERN:
        return _example(value[3])
    if code is codes.BRANCH:
        return _example(value[1][0])
    if code is codes.IN:
        return _of_class(value)
    if code is codes.ATOMIC_GROUP:
        return _example(value)
    return "x" if code in (codes.ANY, codes.NOT_LITERAL) else ""


CATEGORIES = {
    codes.CATEGORY_DIGIT: "7", codes.CATEGORY_SPACE: " ", codes.CATEGORY_WORD: "w",
    codes.CATEGORY_NOT_DIGIT: "w", codes.CATEGORY_NOT_SPACE: "w", codes.CATEGORY_NOT_WORD: "-",
}  # fmt: skip


def _of_class(parts: Any) -> str:
    if parts[0][0] is codes.NEGATE:
        forbidden = re.compile(_class_source(parts[1:]))
        return next((char for char in "w 7-中<" if not forbidden.match(char)), "x")
    code, value = parts[0]
    if code is codes.LITERAL:
        return chr(value)
    return chr(value[0]) if code is codes.RANGE else CATEGORIES[value]


def _class_source(parts: Any) -> str:
    """The class that these parts make, as it would be written."""
    names = {codes.CATEGORY_DIGIT: r"\d", codes.CATEGORY_SPACE: r"\s", codes.CATEGORY_WORD: r"\w"}
    names |= {codes.CATEGORY_NOT_DIGIT: r"\D", codes.CATEGORY_NOT_SPACE: r"\S", codes.CATEGORY_NOT_WORD: r"\W"}
    written = ""
    for code, value in parts:
        if code is codes.LITERAL:
            written += re.escape(chr(value))
        elif code is codes.RANGE:
            written += f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
        else:
            written += names[value]
    return f"[{written}]"
