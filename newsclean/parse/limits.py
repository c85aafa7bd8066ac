"""What is left of a page that is beyond all measure. What a reader could read passes through untouched; what is cut is told in a sentence.

Three things keep the rest of the run linear and small, whatever a page holds: `limit_text` before it is parsed, `limit_blocks` and
`limit_metadata` after. Each prefers what an article is made of, text that stands close together and is told for the first time.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from newsclean.model import UNLIMITED, Block, Budget, Element, Limits, Metadata, Page
from newsclean.text.patterns import lazy

NODE = re.compile(r"[<\n]")
TAG = re.compile(r"<[^<>]*>|\s+")
# What a page of too many tags can lose first, to its end if it has none: nothing of it is text.
# JSON-LD stays.
_UNSEEN = (
    r"<(?=[!sS])(?:!--(?:[^-]++|-(?!->))*+(?:-->|\Z)"
    r"|script\b(?![^<>]{0,300}ld\+json)(?:[^<]++|<(?!/script\b))*+(?:</script\b|\Z)"
    r"|style\b(?:[^<]++|<(?!/style\b))*+(?:</style\b|\Z))\s*+"
)
# Several in a row are one match.
UNSEEN = lazy(rf"{_UNSEEN}(?:{_UNSEEN})*+", re.I)
BLANK_LINES = re.compile(r"\n\s+")
# Tags, and blocks, that stay or go together: a window is shorter than an article, and longer than the lines around its headline.
TAGS_TOGETHER, BLOCKS_TOGETHER = 200, 24
PROSE = re.compile(r"[>\n][^<>\n]{30,}")
STRETCH = re.compile(rf"(?:[<\n][^<\n]*){{1,{TAGS_TOGETHER}}}")
# The head of a page with its headline, and what its footer says.
FIRST_STRETCHES, LAST_STRETCHES = 8, 2
# Of the pieces of 200 development pages the longest has 4,100 characters.
LONGEST_PARAGRAPH = 10_000
# Browsers do not nest deeper than this either.
DEEPEST = 512
# Of 200 development pages the richest has 86 meta tags, and the longest value of 1,800 pages 103,000 characters: a configuration.
MOST_VALUES, LONGEST_VALUE, SAME_NAME = 2000, 200_000, 50
# The longest JSON-LD of those pages has 23,000 characters, the longest state 500,000.
LONGEST_DATA = 3_000_000
MOST_IMAGES, MOST_MACHINE_DATES = 2000, 2000


def limit_text(
    text: str, limits: Limits, budget: Budget = UNLIMITED
) -> tuple[str, tuple[str, ...]]:
    """The page's text with no more tags and lines than the limit: where most text stands between them; and a sentence on what was cut.

    >>> limit_text("<p>" * 5, Limits(nodes=5))
    ('<p><p><p><p><p>', ())
    >>> limit_text("<p>" * 1000 + "The ferry sails." + "<p>" * 1000, Limits(nodes=400))[1]
    ('Of 2,000 tags and lines 1,600 were not read; they stood where the page has the least text.',)
    """
    nodes = _nodes(text)
    if nodes <= limits.nodes:
        return text, ()
    dense = BLANK_LINES.sub("\n", _seen(text))
    if _nodes(dense) > limits.nodes:
        dense = _dense(dense, limits.nodes, budget)
    return dense, (
        f"Of {nodes:,} tags and lines {nodes - _nodes(dense):,} were not read; they stood where the page has the least text.",
    )


def _seen(text: str) -> str:
    """The text with a space for each comment, script and style sheet; one that does not end goes to the end.

    >>> _seen("<p>Ferry<!-- 1 --> sails<STYLE>p {}</style> again<script>")
    '<p>Ferry sails > again '
    """
    return UNSEEN.sub(" ", text)


def _nodes(text: str) -> int:
    return text.count("<") + text.count("\n")


def _dense(text: str, most: int, budget: Budget) -> str:
    """The first tags, and the stretches of tags with the most text between them, in page order; none that tells only what was told."""
    start = NODE.search(text).start()  # type: ignore[union-attr]  # it has thousands
    stretches = STRETCH.findall(text, start)
    told: set[str] = {""}
    spent: set[str] = (
        set()
    )  # stretches that were told in full: another like them tells nothing, and is not looked through
    weights: list[tuple[int, int]] = []
    for stretch in budget.watch(stretches):
        if stretch in spent:
            weights.append((0, 0))
            continue
        new = [prose for prose in PROSE.findall(stretch) if prose not in told]
        rest = "" if new else TAG.sub("", stretch)
        weights.append((sum(map(len, new)), 0 if rest in told else len(rest)))
        told.update(new, (rest,))
        if not new:
            spent.add(stretch)
    weights[0] = (len(text), 0)
    best = sorted(
        (i for i, weight in enumerate(weights) if any(weight)),
        key=weights.__getitem__,
        reverse=True,
    )
    return text[:start] + "".join(stretches[i] for i in sorted(best[: most // TAGS_TOGETHER]))


def limit_page(page: Page, limits: Limits, budget: Budget = UNLIMITED) -> Page:
    """The page within the limits, with a sentence in `truncations` for each thing that was cut; the same page if nothing was.

    >>> page = Page((Block("x" * 90, "p", 0), Block("The ferry sails.", "p", 0)), (Element(-1, "body", "", 0, 0, 2),), Metadata())
    >>> limit_page(page, Limits(blocks=1)).truncations
    ('Of 2 pieces of text 1 were cut, those with the least text of their own.',)
    >>> limit_page(page, Limits()) is page
    True
    """
    notes = []
    if (total := _length(page.blocks)) > limits.text:
        page = replace(page, blocks=_shortened(page.blocks, limits.text))
        if cut := total - _length(page.blocks):
            notes.append(
                f"Of {total:,} characters of text {cut:,} were cut, from the ends of the longest pieces."
            )
    count = len(page.blocks)
    many = count > limits.blocks or _length(page.blocks) > limits.text
    if many or _is_deep(page.elements, limits):
        budget.check()
        page, was_deep = _only(
            _telling(page.blocks, limits) if many else range(count), page, limits
        )
        if many:
            notes.append(
                f"Of {count:,} pieces of text {count - len(page.blocks):,} were cut, those with the least text of their own."
            )
        if was_deep:
            notes.append(
                f"Elements that hold one element only, and those deeper than {DEEPEST}, were taken for what is around them."
            )
    if (count := len(page.images) + len(page.machine_dates)) > MOST_IMAGES + MOST_MACHINE_DATES:
        page = replace(
            page,
            images=page.images[:MOST_IMAGES],
            machine_dates=page.machine_dates[:MOST_MACHINE_DATES],
        )
        notes.append(
            f"Of {count:,} pictures and stated dates {len(page.images) + len(page.machine_dates):,} were kept."
        )
    metadata, cuts = limit_metadata(page.metadata)
    notes += cuts
    return (
        replace(page, metadata=metadata, truncations=(*page.truncations, *notes)) if notes else page
    )


def _length(blocks: Sequence[Block]) -> int:
    return sum([len(block.text) for block in blocks])


def _shortened(blocks: Sequence[Block], most: int) -> tuple[Block, ...]:
    """The blocks with the longest ones cut to one length, so that all together are no longer than `most`, but no paragraph is cut."""
    sizes = sorted(len(block.text) for block in blocks)
    left, length = most, 0
    for place, size in enumerate(sizes):
        length = max(left // (len(sizes) - place), LONGEST_PARAGRAPH)
        if size > length:
            break
        left -= size
    return tuple(
        block._replace(
            text=block.text[:length].rstrip(), pieces=(), linked=min(block.linked, length)
        )
        if len(block.text) > length
        else block
        for block in blocks
    )


def _telling(blocks: Sequence[Block], limits: Limits) -> list[int]:
    """The places of the blocks to keep: the first and last ones, and the stretches with the most text that is no link and is told first."""
    seen: set[str] = set()
    weights: list[int] = []
    for block in blocks:
        weights.append(0 if block.text in seen else max(len(block.text) - block.linked, 0))
        seen.add(block.text)
    stretches = [
        range(start, min(start + BLOCKS_TOGETHER, len(blocks)))
        for start in range(0, len(blocks), BLOCKS_TOGETHER)
    ]
    edges = {*range(FIRST_STRETCHES), *range(len(stretches) - LAST_STRETCHES, len(stretches))}
    new = [sum([weights[block] for block in stretch]) for stretch in stretches]
    # What was told before is told once; the lines of the edges stay, as the headline's may be among them.
    order = sorted(
        (i for i in range(len(stretches)) if new[i] or i in edges),
        key=lambda i: (i not in edges, -new[i]),
    )
    kept: list[int] = []
    room = limits.text
    for stretch in (stretches[i] for i in order):
        room -= sum([len(blocks[i].text) for i in stretch])
        if room < 0 and kept:
            break
        kept += stretch[: limits.blocks - len(kept)]
    return sorted(kept)


def _is_deep(elements: Sequence[Element], limits: Limits) -> bool:
    return (
        len(elements) > 2 * limits.blocks
        or max([element.depth for element in elements], default=0) > DEEPEST
    )


def _only(kept: Sequence[int], page: Page, limits: Limits) -> tuple[Page, bool]:
    """The page with these blocks, the elements that hold one of them, and its pictures and machine_dates, with every index made right; and whether
    the elements are so many or so deep that some of those were taken out, too.
    """
    flags = [0] * len(page.blocks)
    for index in kept:
        flags[index] = 1
    place = list(accumulate(flags, initial=0))  # how many kept blocks stand before each
    # What the elements become is worked out in lists of numbers: of a hundred thousand Elements Python's collector looks through each.
    spans = [
        place[element.first] * (len(kept) + 1) + place[element.last] for element in page.elements
    ]
    stays = [place[element.first] < place[element.last] for element in page.elements]
    depths = [element.depth for element in page.elements]
    deep = _is_deep(
        [element for element, stay in zip(page.elements, stays, strict=True) if stay], limits
    )
    if deep:
        stays, depths = _shallow([element.parent for element in page.elements], spans, stays)
    index_of: list[
        int
    ] = []  # the new index of each element, or of the nearest one around it that stays
    elements: list[Element] = []
    for element, stay, depth in zip(page.elements, stays, depths, strict=True):
        around = index_of[element.parent] if element.parent >= 0 else -1
        index_of.append(len(elements) if stay else around)
        if stay:
            first, last = place[element.first], place[element.last]
            elements.append(element._replace(parent=around, depth=depth, first=first, last=last))
    page = replace(
        page,
        blocks=tuple(
            page.blocks[i]._replace(element=index_of[page.blocks[i].element]) for i in kept
        ),
        elements=tuple(elements),
        images=tuple(
            replace(image, block=place[image.block]) for image in page.images[:MOST_IMAGES]
        ),
        machine_dates=tuple(
            machine_date._replace(block=place[machine_date.block])
            for machine_date in page.machine_dates[:MOST_MACHINE_DATES]
        ),
        hiders=tuple(
            (place[first], place[last]) for first, last in page.hiders if place[first] < place[last]
        ),
    )
    return page, deep


def _shallow(
    parents: Sequence[int], spans: Sequence[int], holds: Sequence[bool]
) -> tuple[list[bool], list[int]]:
    """Which elements stay, and their depths, without those that hold one element and nothing else, and those that are nested too deep."""
    wraps = [False] * len(parents)
    for parent, span, holds_any in zip(parents, spans, holds, strict=True):
        if holds_any and parent > 0 and span == spans[parent]:
            wraps[parent] = True
    depths: list[int] = []
    for parent, is_wrapper in zip(parents, wraps, strict=True):
        depths.append((depths[parent] if parent >= 0 else -1) + (not is_wrapper))
    return [
        stay and not wrapper and depth < DEEPEST
        for stay, wrapper, depth in zip(holds, wraps, depths, strict=True)
    ], depths


def limit_metadata(metadata: Metadata) -> tuple[Metadata, list[str]]:
    """What the page says about itself, without what no page says: thousands of values, and values as long as books."""
    notes: list[str] = []
    meta, links = _few(metadata.meta), _few(metadata.links)
    if len(meta) < len(metadata.meta) or len(links) < len(metadata.links):
        notes.append(
            f"Of {len(metadata.meta) + len(metadata.links):,} meta and link tags {len(meta) + len(links):,} were kept."
        )
    json_ld, scripts = _within(metadata.json_ld), _within(metadata.scripts)
    if len(json_ld) < len(metadata.json_ld) or len(scripts) < len(metadata.scripts):
        notes.append("Scripts with data were not read, as they are longer than any page's.")
    texts = {"title": metadata.title, "language": metadata.language, "base": metadata.base}
    if (
        max(
            map(len, (*texts.values(), *(value for pair in (*meta, *links) for value in pair))),
            default=0,
        )
        > LONGEST_VALUE
    ):
        notes.append(f"Values of attributes, or a title, were cut at {LONGEST_VALUE:,} characters.")
        texts = {name: value[:LONGEST_VALUE] for name, value in texts.items()}
        meta, links = (
            [(key[:LONGEST_VALUE], value[:LONGEST_VALUE]) for key, value in pairs]
            for pairs in (meta, links)
        )
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


def _few(pairs: Sequence[tuple[str, str]]) -> Sequence[tuple[str, str]]:
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
