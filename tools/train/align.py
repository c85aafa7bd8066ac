"""Gold text -> which blocks of the page are its body."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

# Not the words of benchmarks/text.py, which scores as the published benchmarks do: here the forms of a letter are one, since some gold is
# normalised, and an underscore parts words. Other words would give other training, so each keeps its own.
TOKEN = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af_]+"
)
SHINGLE = 4


def tokens(text: str) -> list[str]:
    """Words in lower case; a Chinese, Japanese or Korean character is a word."""
    return TOKEN.findall(unicodedata.normalize("NFKC", text).lower())


def align(texts: Sequence[str], gold: str) -> list[float]:
    """For each block, the share of its words that stand in the gold text, judged by runs of four words; 0 for what is sure to be a repeat.

    A block of fewer words counts if it is a line of the gold, or if it stands in the gold between what the nearest sure blocks say.
    """
    gold_tokens = tokens(gold)
    at: dict[tuple[str, ...], int] = {}
    for i in range(len(gold_tokens) - SHINGLE, -1, -1):
        at[tuple(gold_tokens[i : i + SHINGLE])] = i
    lines = {" ".join(tokens(line)) for line in gold.splitlines()}
    rows = [tokens(text) for text in texts]
    places = [[at[gram] for gram in _grams(row) if gram in at] for row in rows]
    shares = [
        len(hits) / (len(row) - SHINGLE + 1) if len(row) >= SHINGLE else None
        for row, hits in zip(rows, places, strict=True)
    ]
    for i, row in enumerate(rows):
        # Four words of a heading are soon found somewhere; a short block must be there whole.
        if shares[i] is not None and len(row) < 9 and shares[i] < 0.9:  # type: ignore[operator]
            shares[i] = 0.0
    sure = {i for i, share in enumerate(shares) if share is not None and share >= 0.5}
    grams = [_grams(row) for row in rows]
    for i in sure - _told(
        _in_order(sorted(sure), places), sorted(sure), grams, Counter(_grams(gold_tokens))
    ):
        shares[i] = 0.0
        sure.discard(i)
    ends = [max(hits) + SHINGLE if i in sure else -1 for i, hits in enumerate(places)]
    return [
        _short(i, rows, ends, gold_tokens, lines) if share is None else share
        for i, share in enumerate(shares)
    ]


def _grams(row: list[str]) -> list[tuple[str, ...]]:
    return [tuple(row[i : i + SHINGLE]) for i in range(len(row) - SHINGLE + 1)]


def _in_order(sure: Sequence[int], places: Sequence[list[int]]) -> set[int]:
    """The blocks that tell the gold in its order: the heaviest increasing chain."""
    best: list[
        tuple[float, int]
    ] = []  # weight of the heaviest chain that ends here, and the place before it
    middle = [sorted(places[i])[len(places[i]) // 2] for i in sure]
    for k, i in enumerate(sure):
        before = max(
            ((best[j][0], j) for j in range(max(0, k - 400), k) if middle[j] < middle[k]),
            default=(0.0, -1),
        )
        best.append((before[0] + len(places[i]), before[1]))
    chain: set[int] = set()
    k = max(range(len(best)), key=lambda j: best[j][0], default=-1)
    while k >= 0:
        chain.add(sure[k])
        k = best[k][1]
    return chain


def _told(
    chain: set[int],
    sure: Sequence[int],
    grams: Sequence[list[tuple[str, ...]]],
    gold: Counter[tuple[str, ...]],
) -> set[int]:
    """The chain, and the blocks beside it that tell what the gold says more often than the chain does."""
    told = Counter(gram for i in chain for gram in grams[i])
    for i in sure:
        if i not in chain and sum(told[gram] < gold[gram] for gram in grams[i]) >= 0.5 * len(
            grams[i]
        ):
            chain.add(i)
            told.update(grams[i])
    return chain


def _short(
    i: int, rows: Sequence[list[str]], ends: Sequence[int], gold: list[str], lines: set[str]
) -> float:
    if not rows[i]:
        return 0.0
    before = next((ends[j] for j in range(i - 1, max(-1, i - 40), -1) if ends[j] >= 0), None)
    after = next((ends[j] for j in range(i + 1, min(len(rows), i + 40)) if ends[j] >= 0), None)
    if before is None and after is None:
        return 0.0
    if " ".join(rows[i]) in lines and before is not None and after is not None:
        return 1.0
    n = len(rows[i])
    low = before if before is not None else max(0, (after or 0) - 60)
    high = after if after is not None else low + 60
    return float(
        any(
            gold[k : k + n] == rows[i] for k in range(low, min(high, low + 4000, len(gold) - n + 1))
        )
    )
