"""What the labeller knows of a block: a row of numbers for each, made in a few passes over the page.

Nothing depends on the site. `NAMES` gives the columns.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import accumulate
from math import log1p
from typing import NamedTuple

from newsclean.characters import WIDE
from newsclean.features import chains, measures
from newsclean.features.anchor import find_anchor
from newsclean.features.measures import TAG, Measures, measure
from newsclean.features.teasers import teaser_items
from newsclean.model import Element, Page

ELEMENT_NAMES = (
    "depth parent_text parent_links outer_text outer_links outer_share far_text far_links far_share alike alike_length"
    " in_core up_to_headline headline_share up_to_anchor anchor_share beside_anchor like_anchor prose_share prose_rank"
    " articles_before articles article_share siblings outer_siblings parent_prose far_teasers items item_prose title_in_parent"
    " title_in_far title_in_farther notices_in_far"
).split()
PLACE_NAMES = (
    "place text_before from_headline page_wide times_here window window_links near_mean near_bad"
    " title_near notices_near since_related under_related in_json_ld"
).split()
AROUND_NAMES = "before_length before_tag after_tag after2_tag".split()
NAMES = (*measures.NAMES, *chains.NAMES, *ELEMENT_NAMES, *PLACE_NAMES, *AROUND_NAMES)
FAR = 50
# Blocks on each side of one that are near it.
NEAR = 4
# A heading over what follows is no longer than this, in words.
LONGEST_LABEL = 10
# The innermost element with this share of the page's prose is its core.
CORE = 0.6


class Hints(NamedTuple):
    """What is known of the page beside its blocks."""

    groups: Sequence[frozenset[str]]  # the lexicon's groups that each block hits
    headline: int | None = None  # index of the headline's block
    about: str = ""  # the page's titles and its description
    witness: str = ""  # the article's text by JSON-LD, without white space
    name_weights: Mapping[str, float] = {}  # how much a word of a class or id speaks for the body
    word_weights: Mapping[str, float] = {}  # how much a word of the text does


def features(page: Page, hints: Hints) -> list[list[float]]:
    """A row of `NAMES` for each block of the page."""
    if not page.blocks:
        return []
    measured = measure(page.blocks, hints.about, hints.word_weights)
    notices = _sums(
        [
            words if groups and any(group.startswith("notice") for group in groups) else 0.0
            for words, groups in zip(measured.words, hints.groups, strict=True)
        ]
    )
    elements = _of_elements(page, measured, hints, notices)
    places = _of_place(page, measured, hints, notices)
    around = _of_neighbours(measured)
    return [
        [*row, *elements[block.element], *place, *near]
        for block, row, place, near in zip(page.blocks, measured.rows, places, around, strict=True)
    ]


def _sums(values: Sequence[float]) -> list[float]:
    return list(accumulate(values, initial=0.0))


def _of_elements(page: Page, measured: Measures, hints: Hints, notices: list[float]) -> dict[int, list[float]]:
    """The columns of chains.NAMES and ELEMENT_NAMES, for each element that has a block of its own."""
    elements = page.elements
    words, linked, prose = _sums(measured.words), _sums(measured.linked), _sums(measured.prose)
    title, telling, teasers = _sums([row[measures.TITLE_WORDS] for row in measured.rows]), _sums(measured.telling), _sums(measured.teaser)
    total = words[-1] or 1.0
    texts = [words[e.last] - words[e.first] for e in elements]
    core = _core(elements, [prose[e.last] - prose[e.first] for e in elements], prose[-1] * CORE)
    chain = chains.chains(elements, hints.name_weights)
    items = teaser_items(elements, teasers, prose)
    keys = [(e.tag, e.names, elements[max(e.parent, 0)].tag, elements[max(e.parent, 0)].names) for e in elements]
    alike = _alike(page, keys, measured)
    siblings = Counter((e.parent, e.tag, e.names) for e in elements)
    anchor = find_anchor(page, measured, chain, items, hints.headline)
    to_anchor = _ways_up(elements, anchor.element)
    to_headline = _ways_up(elements, page.blocks[hints.headline].element if hints.headline is not None else -1)
    articles = [index for index, element in enumerate(elements) if element.tag == "article"]
    article_of = _article_of(elements)

    links = [(linked[e.last] - linked[e.first]) / (text or 1) for e, text in zip(elements, texts, strict=True)]
    titled = [(title[e.last] - title[e.first]) / (telling[e.last] - telling[e.first] + 3) for e in elements]
    rows: dict[int, list[float]] = {}
    for index in {block.element for block in page.blocks}:
        element = elements[index]
        outer = max(element.parent, 0)
        in_outer = elements[outer]
        far = max(in_outer.parent, 0)
        in_far = elements[far]
        head_up, head_at = to_headline[index]
        anchor_up, anchor_at = to_anchor[index]
        key = keys[index]
        count, count_words = alike[key]
        around = anchor.prose.get(element.parent, 0.0)
        article = article_of[index]
        item = items[index]
        flags, groups, own, worst, best = chain[index]
        rows[index] = [
            *flags, *groups, own, worst, best, element.depth,
            log1p(texts[index]), links[index], log1p(texts[outer]), links[outer], texts[outer] / total, log1p(texts[far]), links[far], texts[far] / total,
            log1p(count), log1p(count_words / count), core.first <= element.first and element.last <= core.last,
            head_up, texts[head_at] / total if head_at >= 0 else -1, anchor_up, texts[anchor_at] / total if anchor_at >= 0 else -1,
            element.parent == elements[anchor.element].parent, key == keys[anchor.element], around / anchor.total, around / anchor.most,
            bisect_left(articles, article) if article >= 0 else -1, len(articles), texts[article] / total if article >= 0 else -1,
            siblings[element.parent, element.tag, element.names], siblings[in_outer.parent, in_outer.tag, in_outer.names],
            prose[in_outer.last] - prose[in_outer.first], teasers[in_far.last] - teasers[in_far.first], item.of, item.prose,
            titled[outer], titled[far], titled[max(in_far.parent, 0)], (notices[in_far.last] - notices[in_far.first]) / (texts[far] or 1),
        ]  # fmt: skip
    return rows


def _core(elements: Sequence[Element], prose_of: Sequence[float], enough: float) -> Element:
    """The innermost element that holds enough of the page's prose, from the root by way of elements that hold it too."""
    best = elements[0]
    for element, prose in zip(elements, prose_of, strict=True):
        if prose >= enough and element.first >= best.first and element.last <= best.last:
            best = element
    return best


def _alike(page: Page, keys: Sequence[tuple[str, ...]], measured: Measures) -> dict[tuple[str, ...], list[float]]:
    """For each key of elements that one piece of a template makes: how many blocks stand in them, and their words."""
    totals: dict[tuple[str, ...], list[float]] = {}
    for block, words in zip(page.blocks, measured.words, strict=True):
        total = totals.setdefault(keys[block.element], [0.0, 0.0])
        total[0] += 1
        total[1] += words
    return totals


def _article_of(elements: Sequence[Element]) -> list[int]:
    """For each element the innermost `article` around it, or -1."""
    found: list[int] = []
    for index, element in enumerate(elements):
        found.append(index if element.tag == "article" else found[element.parent] if element.parent >= 0 else -1)
    return found


def _ways_up(elements: Sequence[Element], goal: int) -> list[tuple[int, int]]:
    """For each element: how many steps up the nearest element is that also holds `goal`, and which that is; (FAR, -1) without a goal."""
    around = set()
    while goal >= 0:
        around.add(goal)
        goal = elements[goal].parent
    ways: list[tuple[int, int]] = []
    for index, element in enumerate(elements):
        if index in around:
            ways.append((0, index))
        elif element.parent < 0:
            ways.append((FAR, -1))
        else:
            up, at = ways[element.parent]
            ways.append((up + 1, at))
    return ways


def _of_place(page: Page, measured: Measures, hints: Hints, notices: list[float]) -> list[list[float]]:
    """The columns PLACE_NAMES for each block."""
    count, words, linked = len(page.blocks), _sums(measured.words), _sums(measured.linked)
    total = words[-1] or 1.0
    wide = sum(map(len, WIDE.findall("".join(block.text[:50] for block in page.blocks)))) / (count * 50)
    times = Counter(block.text for block in page.blocks)
    title, telling = _sums([row[measures.TITLE_WORDS] for row in measured.rows]), _sums(measured.telling)
    means, bad = _sums([row[measures.WORD_MEAN] for row in measured.rows]), _sums(measured.bad)
    head = hints.headline
    related, ends = -FAR, -1  # the last block that heads related links, and where the element around it ends
    rows = []
    for i, block in enumerate(page.blocks):
        low, high = max(i - NEAR, 0), min(i + NEAR + 1, count)
        near, size = high - low, words[high] - words[low]
        rows.append([
            i / count, words[i] / total, FAR * 2 if head is None else max(-FAR, min(FAR, i - head)), wide, min(times[block.text], 5),
            log1p(size), (linked[high] - linked[low]) / (size or 1), (means[high] - means[low]) / near,
            (bad[high] - bad[low]) / near, (title[high] - title[low]) / (telling[high] - telling[low] + 3),
            (notices[high] - notices[low]) / (size or 1), min(i - related, FAR), i < ends,
            (1 if block.text[:60].replace(" ", "") in hints.witness else 0) if hints.witness else -1,
        ])  # fmt: skip
        if measured.words[i] <= LONGEST_LABEL and "related" in hints.groups[i]:
            related, ends = i, page.elements[max(page.elements[block.element].parent, 0)].last
    return rows


def _of_neighbours(measured: Measures) -> list[list[float]]:
    """The columns AROUND_NAMES for each block."""
    lengths = [0.0, *[row[0] for row in measured.rows]]
    tags = [0.0, *[row[TAG] for row in measured.rows], 0.0, 0.0]
    return [[lengths[i], tags[i], tags[i + 2], tags[i + 3]] for i in range(len(measured.rows))]
