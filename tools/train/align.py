"""Gold text -> which blocks of the page are its body."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

# These tokens are not those of benchmarks/text.py, which scores as the published benchmarks do.
# Here compatibility forms are equal, since some gold is normalised, and an underscore separates
# words. Other tokens would change what is learned, so both keep their own.
TOKEN = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af_]+"
)
SHINGLE = 4
# A block of fewer words, such as a heading, must be in the gold nearly whole: any four words of it
# are soon found somewhere.
SHORT_BLOCK, NEARLY_WHOLE = 9, 0.9
# From this share of shingles in the gold on, a block is certain to be body.
CERTAIN = 0.5
# How many certain blocks before one are tried as its predecessor in the order of the gold.
MOST_BEFORE = 400
# How many blocks away the nearest certain block may be, how many tokens the gold is searched on one
# side of it if there is none on the other, and how many at most between two.
NEAREST, ONE_SIDE, BETWEEN = 40, 60, 4000

Shingle = tuple[str, ...]


def tokens(text: str) -> list[str]:
    """The words in lower case; a Chinese, Japanese or Korean character is a word."""
    return TOKEN.findall(unicodedata.normalize("NFKC", text).lower())


def align(texts: Sequence[str], gold: str) -> list[float]:
    """For each block the share of its words that are in the gold, in runs of four words.

    It is 0 for a block that repeats others. A block of fewer words is body if it is a line of the
    gold, or if the gold has it between the text of the nearest certain blocks.
    """
    gold_tokens = tokens(gold)
    numbered = reversed([*enumerate(_shingles(gold_tokens))])
    first = {shingle: index for index, shingle in numbered}
    rows = [tokens(text) for text in texts]
    shingles = [_shingles(row) for row in rows]
    hits = [[first[shingle] for shingle in own if shingle in first] for own in shingles]
    shares = [_share(row, found) for row, found in zip(rows, hits, strict=True)]
    certain = [i for i, share in enumerate(shares) if share is not None and share >= CERTAIN]
    kept = _without_repeats(_in_order(certain, hits), certain, shingles, _shingles(gold_tokens))
    ends = [max(found) + SHINGLE if i in kept else -1 for i, found in enumerate(hits)]
    repeats = set(certain) - kept
    lines = {" ".join(tokens(line)) for line in gold.splitlines()}
    return [
        0.0
        if i in repeats
        else share
        if share is not None
        else float(_is_short_body(i, rows, ends, gold_tokens, lines))
        for i, share in enumerate(shares)
    ]


def _shingles(row: Sequence[str]) -> list[Shingle]:
    return [tuple(row[i : i + SHINGLE]) for i in range(len(row) - SHINGLE + 1)]


def _share(row: Sequence[str], hits: Sequence[int]) -> float | None:
    """The share of a block's shingles that are in the gold; None if the block has none."""
    if len(row) < SHINGLE:
        return None
    share = len(hits) / (len(row) - SHINGLE + 1)
    return 0.0 if len(row) < SHORT_BLOCK and share < NEARLY_WHOLE else share


def _in_order(certain: Sequence[int], hits: Sequence[Sequence[int]]) -> set[int]:
    """The blocks whose text the gold has in this order: the heaviest increasing chain."""
    middle = [sorted(hits[i])[len(hits[i]) // 2] for i in certain]
    # For each block the weight of the heaviest chain that ends with it, and the block before it.
    best: list[tuple[float, int]] = []
    for k, i in enumerate(certain):
        weight, before = max(
            ((best[j][0], j) for j in range(max(0, k - MOST_BEFORE), k) if middle[j] < middle[k]),
            default=(0.0, -1),
        )
        best.append((weight + len(hits[i]), before))
    chain: set[int] = set()
    k = max(range(len(best)), key=lambda j: best[j][0], default=-1)
    while k >= 0:
        chain.add(certain[k])
        k = best[k][1]
    return chain


def _without_repeats(
    chain: set[int],
    certain: Sequence[int],
    shingles: Sequence[Sequence[Shingle]],
    gold: Iterable[Shingle],
) -> set[int]:
    """The chain, and further blocks as long as the gold has their text more often than these."""
    kept = set(chain)
    in_gold = Counter(gold)
    seen = Counter(shingle for i in chain for shingle in shingles[i])
    for i in certain:
        own = shingles[i]
        missing = sum(seen[shingle] < in_gold[shingle] for shingle in own)
        if i not in kept and missing >= CERTAIN * len(own):
            kept.add(i)
            seen.update(own)
    return kept


def _is_short_body(
    i: int, rows: Sequence[list[str]], ends: Sequence[int], gold: list[str], lines: set[str]
) -> bool:
    """Whether a block without shingles is in the gold, near the text of the blocks around it."""
    row = rows[i]
    before = next((e for e in reversed(ends[max(0, i - NEAREST + 1) : i]) if e >= 0), None)
    after = next((e for e in ends[i + 1 : i + NEAREST] if e >= 0), None)
    if not row or (before is None and after is None):
        return False
    if before is not None and after is not None and " ".join(row) in lines:
        return True
    low = before if before is not None else max(0, (after or 0) - ONE_SIDE)
    high = after if after is not None else low + ONE_SIDE
    stop = min(high, low + BETWEEN, len(gold) - len(row) + 1)
    return any(gold[k : k + len(row)] == row for k in range(low, stop))
