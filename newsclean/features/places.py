"""What is known of a block by where on the page it stands, and by the blocks before and after it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from math import log1p

from newsclean.characters import WIDE_RUN
from newsclean.features.hints import Hints
from newsclean.features.measures import OTHER_RANK, TAG_RANK, Measures
from newsclean.features.sums import Sums
from newsclean.model import Page

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


def place_rows(page: Page, measured: Measures, sums: Sums, hints: Hints, asked: Collection[int]) -> dict[int, list[float]]:
    """The columns NAMES, for each block that is asked for."""
    count, total = len(page.blocks), sums.words[-1] or 1.0
    wide = len("".join(WIDE_RUN.findall("".join([block.text[:SCRIPT_FROM] for block in page.blocks])))) / (count * SCRIPT_FROM)
    times = Counter([block.text for block in page.blocks])
    tags = [*[TAG_RANK.get(block.tag, OTHER_RANK) for block in page.blocks], 0]
    related = _ends_of_related(page, measured, hints.groups)
    return {
        i: [
            i / count, sums.words[i] / total, FAR * 2 if hints.headline is None else max(-FAR, min(FAR, i - hints.headline)), wide,
            min(times[page.blocks[i].text], MANY), *_near(sums, max(i - NEAR, 0), min(i + NEAR + 1, count)), i < related[i],
            _is_in(hints.witness, page.blocks[i].text), tags[i + 1],
        ]
        for i in asked
    }  # fmt: skip


def _near(sums: Sums, first: int, last: int) -> list[float]:
    """The columns from `window` to `title_near`, of a stretch of blocks."""
    size = sums.words[last] - sums.words[first]
    return [
        log1p(size),
        (sums.linked[last] - sums.linked[first]) / (size or 1),
        (sums.means[last] - sums.means[first]) / (last - first),
        (sums.bad[last] - sums.bad[first]) / (last - first),
        sums.titled(first, last),
    ]


def _ends_of_related(page: Page, measured: Measures, groups: Sequence[frozenset[str]]) -> list[int]:
    """For each block, where the element ends around the last heading of related links before it."""
    found = []
    end = 0
    for i, (block, words) in enumerate(zip(page.blocks, measured.words, strict=True)):
        found.append(end)
        if words <= LONGEST_LABEL and "related" in groups[i]:
            end = page.elements[max(page.elements[block.element].parent, 0)].last
    return found


def _is_in(witness: str, text: str) -> int:
    """Whether the text that the page states has the start of a block; -1 if it states none."""
    return int(text[:WITNESS_FROM].replace(" ", "") in witness) if witness else -1
