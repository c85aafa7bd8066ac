"""Compares texts: by their tokens, without white space, or normalised."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

# A token is a Chinese, Japanese or Korean character, or a run of other letters and digits.
_EAST = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003134f"
_TOKENS = re.compile(rf"[{_EAST}]|[^\W{_EAST}]+")
_SPACE = re.compile(r"\s+")
_SHAPES = {
    '"': "“”„‟«»″「」『』",
    "'": "‘’‚‛′`´",
    "-": "‐‑‒–—―─−",
    "・": "·•‧",
    "...": "…",
    ".": "。",
    ",": "、",
}
_FOLDS = {ord(shape): plain for plain, shapes in _SHAPES.items() for shape in shapes}
_PHRASE = 4  # tokens; the length that the published benchmarks of the field compare


class Match(NamedTuple):
    """The agreement of an answer with the truth."""

    precision: float
    recall: float
    f1: float


def tokens(text: str) -> list[str]:
    """The tokens of a text, in lower case.

    >>> tokens("GDP增长5.2%")
    ['gdp', '增', '长', '5', '2']
    """
    return _TOKENS.findall(text.lower())


def without_space(text: str | None) -> str:
    """The text in compatibility form (NFKC) and without white space."""
    return _SPACE.sub("", unicodedata.normalize("NFKC", text or ""))


def normalise(text: str | None) -> str:
    """The text without white space, and with one form of quotation marks, dashes and dots.

    >>> normalise("“Yes” – he said。") == normalise('"Yes"-he said .')
    True
    """
    # Twice, since the compatibility form may contain further variants.
    return without_space((text or "").translate(_FOLDS)).translate(_FOLDS)


def phrases(items: Sequence[str], length: int) -> Counter[tuple[str, ...]]:
    """How often each run of so many items occurs."""
    return Counter(zip(*(items[i:] for i in range(length)), strict=False))


def match_phrases(answer: Sequence[str], truth: Sequence[str]) -> Match:
    """The agreement in runs of four tokens, or in single tokens if a text is shorter."""
    length = _PHRASE if min(len(answer), len(truth)) >= _PHRASE else 1
    return _match(phrases(answer, length), phrases(truth, length))


def match_words(answer: Sequence[str], truth: Sequence[str]) -> Match:
    """The agreement in single tokens."""
    return _match(phrases(answer, 1), phrases(truth, 1))


def _match(answer: Counter[tuple[str, ...]], truth: Counter[tuple[str, ...]]) -> Match:
    if not answer and not truth:
        return Match(1.0, 1.0, 1.0)
    common = (answer & truth).total()
    if not common:
        return Match(0.0, 0.0, 0.0)
    precision, recall = common / answer.total(), common / truth.total()
    return Match(precision, recall, 2 * precision * recall / (precision + recall))


def tokens_without(text: str, optional: Sequence[str]) -> list[str]:
    """The tokens of a text without the lines that are optional in the gold.

    An optional line is also removed from within other lines, if it is long enough to be recognised.
    """
    lines = {without_space(line) for line in optional}
    found = tokens(
        "\n".join(line for line in text.splitlines() if without_space(line) not in lines)
        if lines
        else text
    )
    for phrase in sorted(map(tokens, optional), key=len, reverse=True):
        if len(phrase) >= _PHRASE:
            found = _remove(found, phrase)
    return found


def _remove(found: list[str], phrase: list[str]) -> list[str]:
    kept: list[str] = []
    position = 0
    while position < len(found):
        if found[position] == phrase[0] and found[position : position + len(phrase)] == phrase:
            position += len(phrase)
        else:
            kept.append(found[position])
            position += 1
    return kept
