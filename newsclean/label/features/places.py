"""What is known of a block by where on the page it stands, and by the blocks before and after it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log1p

from newsclean.label.features.hints import Hints
from newsclean.label.features.measures import OTHER_RANK, TAG_RANK, Lengths
from newsclean.label.features.sums import Sums
from newsclean.model import Page
from newsclean.text.characters import WIDE_RUN

NAMES = (
    "place text_before from_headline page_wide times_here window window_links near_mean near_bad title_near"
    " under_related in_json_ld after_tag"
).split()
# More blocks than this between two are as far as can be, and more copies than this are many.
FAR, MANY = 50, 5
# Blocks on each side of one that are near it.
NEAR = 4
# A heading over what follows is no longer than this, in words.
LONGEST_LABEL = 10
# The start of a block by which the script of the page is known, and one by which the block is found in the stated text.
SCRIPT_FROM, WITNESS_FROM = 50, 60


def place_columns(page: Page, asked: Sequence[int], counted: Lengths, sums: Sums, hints: Hints) -> list[list[float]]:
    """The columns NAMES, of the blocks that are asked for."""
    texts, words = [block.text for block in page.blocks], sums.words
    count, total = len(texts), words[-1] or 1.0
    starts = "".join([text[:SCRIPT_FROM] for text in texts])
    wide = 0.0 if starts.isascii() else len("".join(WIDE_RUN.findall(starts))) / (count * SCRIPT_FROM)
    times = Counter(texts)
    tags = [*[TAG_RANK.get(block.tag, OTHER_RANK) for block in page.blocks], 0]
    related = _ends_of_related(page, counted.words, hints.groups)
    headline, witness = hints.headline, hints.witness
    return [
        [index / count for index in asked],
        [words[index] / total for index in asked],
        [FAR * 2 if headline is None else max(-FAR, min(FAR, index - headline)) for index in asked],
        [wide] * len(asked),
        [min(times[texts[index]], MANY) for index in asked],
        *_near(sums, [max(index - NEAR, 0) for index in asked], [min(index + NEAR + 1, count) for index in asked]),
        [index < related[index] for index in asked],
        [_is_in(witness, texts[index]) for index in asked] if witness else [-1] * len(asked),
        [tags[index + 1] for index in asked],
    ]


def _near(sums: Sums, firsts: Sequence[int], lasts: Sequence[int]) -> list[list[float]]:
    """The columns from `window` to `title_near`, of stretches of blocks."""
    stretches = list(zip(firsts, lasts, strict=True))
    words, linked, means, bad = sums.words, sums.linked, sums.means, sums.bad
    sizes = [words[last] - words[first] for first, last in stretches]
    return [
        list(map(log1p, sizes)),
        [(linked[last] - linked[first]) / (size or 1) for (first, last), size in zip(stretches, sizes, strict=True)],
        [(means[last] - means[first]) / (last - first) for first, last in stretches],
        [(bad[last] - bad[first]) / (last - first) for first, last in stretches],
        sums.titled(firsts, lasts),
    ]


def _ends_of_related(page: Page, words: Sequence[float], groups: Sequence[frozenset[str]]) -> list[int]:
    """For each block, where the element ends around the last heading of related links before it."""
    ends = []
    end = 0
    for block, count, found in zip(page.blocks, words, groups, strict=True):
        ends.append(end)
        if found and count <= LONGEST_LABEL and "related" in found:
            end = page.elements[max(page.elements[block.element].parent, 0)].last
    return ends


def _is_in(witness: str, text: str) -> bool:
    """Whether the text that the page states has the start of a block."""
    return text[:WITNESS_FROM].replace(" ", "") in witness
