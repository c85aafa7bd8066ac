"""How two texts are compared: as tokens, as packed strings, and as folded strings."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

# A Chinese, Japanese or Korean character is a token by itself; other letters and digits are one with their neighbours.
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
    """How much of an answer is right, how much of the truth it has, and both in one."""

    precision: float
    recall: float
    f1: float


def tokens(text: str) -> list[str]:
    """
    >>> tokens("GDP增长5.2%")
    ['gdp', '增', '长', '5', '2']
    """
    return _TOKENS.findall(text.lower())


def packed(text: str | None) -> str:
    """Without white space, in compatibility form."""
    return _SPACE.sub("", unicodedata.normalize("NFKC", text or ""))


def folded(text: str | None) -> str:
    """Packed, with the variants of quotation marks, dashes and dots made one.

    >>> folded("“Yes” – he said。") == folded('"Yes"-he said .')
    True
    """
    # Twice, since the compatibility form may bring new ones.
    return packed((text or "").translate(_FOLDS)).translate(_FOLDS)


def phrases(items: Sequence[str], length: int) -> Counter[tuple[str, ...]]:
    return Counter(zip(*(items[i:] for i in range(length)), strict=False))


def match_phrases(answer: Sequence[str], truth: Sequence[str]) -> Match:
    """Agreement in runs of four tokens; in single tokens where a text is shorter than that."""
    length = _PHRASE if min(len(answer), len(truth)) >= _PHRASE else 1
    return _match(phrases(answer, length), phrases(truth, length))


def match_words(answer: Sequence[str], truth: Sequence[str]) -> Match:
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
    """Tokens of the text less the lines that an answer may have or leave: as whole lines, and inside others if long enough to be told."""
    lines = {packed(line) for line in optional}
    found = tokens(
        "\n".join(line for line in text.splitlines() if packed(line) not in lines)
        if lines
        else text
    )
    for phrase in sorted(map(tokens, optional), key=len, reverse=True):
        if len(phrase) >= _PHRASE:
            found = _cut(found, phrase)
    return found


def _cut(found: list[str], phrase: list[str]) -> list[str]:
    kept: list[str] = []
    position = 0
    while position < len(found):
        if found[position] == phrase[0] and found[position : position + len(phrase)] == phrase:
            position += len(phrase)
        else:
            kept.append(found[position])
            position += 1
    return kept
