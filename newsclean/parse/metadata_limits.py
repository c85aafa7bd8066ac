"""Leaves out of the metadata what no page says: thousands of values, or values like books."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate, chain

from newsclean.model import Metadata

# Of 200 development pages the richest has 86 meta tags, and the longest value of 1,800 pages
# 103,000 characters: a configuration.
MOST_VALUES, LONGEST_VALUE, SAME_NAME = 2000, 200_000, 50
# The longest JSON-LD of those pages has 23,000 characters, the longest state 500,000.
LONGEST_DATA = 3_000_000

Pairs = Sequence[tuple[str, str]]


def limit_metadata(metadata: Metadata) -> tuple[Metadata, list[str]]:
    """What the page says about itself, and a sentence on each thing that was left out."""
    notes: list[str] = []
    meta, links = _few(metadata.meta), _few(metadata.links)
    if len(meta) < len(metadata.meta) or len(links) < len(metadata.links):
        notes.append(
            f"Of {len(metadata.meta) + len(metadata.links):,} meta and link tags "
            f"{len(meta) + len(links):,} were kept."
        )
    json_ld, scripts = _within(metadata.json_ld), _within(metadata.scripts)
    if len(json_ld) < len(metadata.json_ld) or len(scripts) < len(metadata.scripts):
        notes.append("Scripts with data were not read, as they are longer than any page's.")
    texts = {"title": metadata.title, "language": metadata.language, "base": metadata.base}
    if _longest(texts.values(), meta, links) > LONGEST_VALUE:
        notes.append(f"Values of attributes, or a title, were cut at {LONGEST_VALUE:,} characters.")
        texts = {name: value[:LONGEST_VALUE] for name, value in texts.items()}
        meta, links = _shortened(meta), _shortened(links)
    if not notes:
        return metadata, []
    return replace(
        metadata,
        **texts,
        meta=tuple(meta),
        links=tuple(links),
        json_ld=tuple(json_ld),
        scripts=tuple(scripts),
    ), notes


def _longest(texts: Iterable[str], *pairs: Pairs) -> int:
    values = (value for some in pairs for pair in some for value in pair)
    return max(map(len, chain(texts, values)), default=0)


def _shortened(pairs: Pairs) -> Pairs:
    return [(key[:LONGEST_VALUE], value[:LONGEST_VALUE]) for key, value in pairs]


def _few(pairs: Pairs) -> Pairs:
    """The pairs; of very many the first of each name."""
    if len(pairs) <= MOST_VALUES:
        return pairs
    count = Counter[str]()
    kept = []
    for pair in pairs:
        count[pair[0]] += 1
        if count[pair[0]] <= SAME_NAME:
            kept.append(pair)
    return kept[:MOST_VALUES]


def _within(texts: Sequence[str]) -> Sequence[str]:
    """The texts, without those that make all together too long."""
    if sum(map(len, texts)) <= LONGEST_DATA:
        return texts
    sums = accumulate(map(len, texts))
    return [text for text, length in zip(texts, sums, strict=True) if length <= LONGEST_DATA]
