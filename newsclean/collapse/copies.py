"""Finds text that the page tells more than once: whole article bodies (desktop, mobile and print copies) and single long paragraphs.

The page is cut into sentences, wherever its blocks begin and end, and a dictionary says where each sentence was first told. A copy is a
run of sentences that were all told before, in the same order, with few others between them. One pass, one dictionary: linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from newsclean.collapse.repeats import SHORTEST_PARAGRAPH, copied_paragraphs
from newsclean.collapse.sentences import Sentence, sentences_of, told_again
from newsclean.model import Block, Label, Span

# A body shorter than this told twice is a pull quote or a teaser.
SHORTEST_COPY = 240
# Share of a copy that must have been told before: a second edition with a few changed lines still has it.
TOLD_BEFORE = 0.6
# Share of the earlier text that a copy tells again; less is a quotation.
TELLS_AGAIN = 0.5
# A text that breaks off in dots is a teaser if all of it begins another of the body's blocks; so many letters of it at least.
CUT_OFF, SHORTEST_TEASER = re.compile(r"\s*(?:\.{3}|…+)\s*$"), 24
# How many lines before and after a copied body may be copies of its headline, date line and credits.
FRAME = 15
# Of a changed line next to a copy, the share of its strings of this many characters that stand at the same end of the telling kept. Of 2006
# other paragraphs of real articles one in 150 shares so much with its article's opening; half share less than 0.05.
STRING, SHARED = 5, 0.6
# A longer block is not one line, and would be looked at again for each copy.
LONGEST_LINE = 2_000


class _Run(NamedTuple):
    """Sentences `start` to `end` (not included), which tell again what `source_start` to `source_end` told."""

    start: int
    end: int
    source_start: int
    source_end: int
    told: int  # size of the sentences told before


@dataclass(frozen=True, slots=True)
class Collapse:
    """What the page tells more than once: a COPY span for each piece, the number of tellings of the article, and their block ranges."""

    spans: tuple[Span, ...] = ()
    copies: int = 1
    ranges: tuple[tuple[int, int], ...] = ()


def collapse(blocks: Sequence[Block], body: Sequence[bool], scores: Sequence[float] = ()) -> Collapse:
    """Which text of the page is a copy of other text on it. `body` says of each block whether it is held for the article's body, and
    `scores` how sure it is to be.

    >>> text = "The harbour board met on Tuesday and voted, eleven to two, to keep the old lighthouse, which has stood on the northern pier"
    >>> text += " since 1887 and was to be sold to a hotel."
    >>> page = [Block(text, "p", 0), Block("Listen.", "p", 0), Block(text, "p", 0)]
    >>> [span.block for span in collapse(page, [True] * 3).spans]
    [2]
    >>> collapse([Block("Listen.", "p", 0)] * 9, [True] * 9).spans
    ()
    """
    spans = {span.block: span for span in _teasers(blocks, body)}
    body = [is_body and index not in spans for index, is_body in enumerate(body)]
    again, in_one = told_again(blocks, body)
    if again < SHORTEST_COPY and in_one < SHORTEST_PARAGRAPH // 2:  # as most pages; no copy is made of less
        return Collapse(tuple(spans.values()))
    sentences = sentences_of(blocks, body)
    sizes = _sums(sentence.size for sentence in sentences)
    new = _sums(sentence.size * (sentence.first == index) for index, sentence in enumerate(sentences))
    runs = _runs(sentences)
    tellings = [run for run in runs if _is_telling(run, sizes, new)]
    ranges = []
    for pieces, stays in _copies(tellings, sentences, sizes, new, blocks):
        ranges.append((pieces[0].block, pieces[-1].block + 1))
        for piece in pieces:
            if piece.block not in stays:
                spans.setdefault(piece.block, piece)
    whole = set(tellings)
    others = (range(run.start, run.end) for run in runs if run not in whole)
    for piece in copied_paragraphs(others, sentences, blocks, body, scores):
        spans.setdefault(piece.block, piece)
    return Collapse(tuple(spans[block] for block in sorted(spans)), 1 + len(ranges), tuple(sorted(ranges)))


def _copies(
    tellings: Sequence[_Run], sentences: Sequence[Sentence], sizes: Sequence[int], new: Sequence[int], blocks: Sequence[Block]
) -> Iterator[tuple[list[Span], set[int]]]:
    """For each telling the spans of the copy to drop, and the blocks in it that stay: what is new in a copy goes with it as a change of
    it, but not if the page goes on to tell it elsewhere."""
    told = {sentences[i].block for run in tellings for part in (run[:2], run[2:4]) for i in range(*part)}
    again = {sentence.first for index, sentence in enumerate(sentences) if sentence.first != index}
    gone: set[int] = set()
    for run in tellings:
        drop, keep = range(run.start, run.end), range(run.source_start, run.source_end)
        if run.source_start not in gone and _is_source_worse(run, sentences, sizes, new, blocks):
            drop, keep = keep, drop
        gone.update(drop)
        kept = {sentences[index].first for index in keep}
        stays = {sentences[index].block for index in drop if index in again and index not in kept}
        yield _framed(drop, keep, sentences, blocks, told), stays


def _teasers(blocks: Sequence[Block], body: Sequence[bool]) -> list[Span]:
    """COPY spans for blocks of the body that break off, where the page has the whole of them too.

    >>> page = [Block("The harbour board met on Tuesday and vo…", "p", 0), Block("The harbour board met on Tuesday and voted.", "p", 0)]
    >>> [span.block for span in _teasers(page, [True, True])]
    [0]
    >>> _teasers([page[0], Block("The harbour board did not meet on Tuesday.", "p", 0)], [True, True])
    []
    """
    broken: dict[str, tuple[int, str]] = {}
    for index, block in enumerate(blocks):
        if body[index] and block.text.rstrip().endswith(("...", "…")) and (end := CUT_OFF.search(block.text[-9:])):
            told = block.text[: max(0, len(block.text) - 9) + end.start()]
            if len(told) >= SHORTEST_TEASER:
                broken.setdefault(told[:SHORTEST_TEASER], (index, told))
    spans = []
    for index, block in enumerate(blocks if broken else ()):
        other, told = broken.get(block.text[:SHORTEST_TEASER], (index, ""))
        if other != index and block.text.startswith(told):
            spans.append(Span(other, 0, len(blocks[other].text), Label.COPY, "told whole elsewhere"))
            del broken[told[:SHORTEST_TEASER]]
    return sorted(spans)


def _sums(values: Iterable[int]) -> list[int]:
    sums = [0]
    for value in values:
        sums.append(sums[-1] + value)
    return sums


def _runs(sentences: Sequence[Sentence]) -> list[_Run]:
    """Runs of sentences told before, in the order in which they were told first, with fewer new ones between them than told ones."""
    runs: list[_Run] = []
    run: _Run | None = None
    gap = 0
    for index, sentence in enumerate(sentences):
        if sentence.first == index:
            gap += sentence.size
            continue
        if run and run.source_end <= sentence.first < run.start and gap <= max(run.told, SHORTEST_COPY):
            run = run._replace(end=index + 1, source_end=sentence.first + 1, told=run.told + sentence.size)
        else:
            if run:
                runs.append(run)
            run = _Run(index, index + 1, sentence.first, sentence.first + 1, sentence.size)
        gap = 0
    if run:
        runs.append(run)
    return runs


def _is_telling(run: _Run, sizes: Sequence[int], new: Sequence[int]) -> bool:
    """Whether a run is the article told again, and not only a paragraph or two of it. `new` are the sizes without what was told before."""
    size, source = sizes[run.end] - sizes[run.start], sizes[run.source_end] - sizes[run.source_start]
    before = new[run.start]
    enough = run.told >= SHORTEST_COPY and run.told >= TOLD_BEFORE * size and run.told >= TOLD_BEFORE * source
    return enough and (run.told >= TELLS_AGAIN * before or run.end - run.start >= 5)


def _is_source_worse(run: _Run, sentences: Sequence[Sentence], sizes: Sequence[int], new: Sequence[int], blocks: Sequence[Block]) -> bool:
    """Whether of two tellings the first is the one to drop: it alone is hidden, no body, without paragraphs
    or without one of them, or it is only a lead of the second."""
    tellings = [sentences[start:end] for start, end in (run[:2], run[2:4])]
    copy, source = (all(blocks[sentence.block].hidden for sentence in telling) for telling in tellings)
    if copy or source:
        return not copy
    in_copy, in_source = (sum(sentence.size for sentence in telling if sentence.held) for telling in tellings)
    in_one_block = tellings[1][0].block == tellings[1][-1].block and len({sentence.block for sentence in tellings[0]}) > 1
    if in_copy > 2 * in_source or (in_one_block and in_copy >= in_source):
        return True
    extra = sum(s.size for index, s in enumerate(sentences[run.start : run.end], run.start) if s.first == index and s.held)
    if extra - (sizes[run.source_end] - sizes[run.source_start] - run.told) >= SHORTEST_PARAGRAPH:
        return True
    # What was told first is only a lead, if all of it is told again and the second telling goes on at length.
    return sizes[run.start] - sizes[run.source_start] <= 1.1 * run.told and new[-1] - new[run.end] > run.told


def _framed(drop: range, keep: range, sentences: Sequence[Sentence], blocks: Sequence[Block], told: Set[int]) -> list[Span]:
    """COPY spans for a telling, from its headline to its credits: the lines around it that also stand, as they are or put a little
    differently, around the telling that is kept. `told` are blocks of any telling."""
    first, last = sentences[drop[0]], sentences[drop[-1]]
    kept_first, kept_last = sentences[keep[0]].block, sentences[keep[-1]].block
    low, high = first.block, last.block
    before, after = max(0, kept_first - FRAME), min(len(blocks), kept_last + FRAME + 1)
    # A line between the two tellings is looked for on the far side of the kept one, or it would be found where it stands itself.
    if kept_last < low:
        low = _reach(blocks, low, -1, kept_last, range(before, kept_last + 1), kept_first, told)
        high = _reach(blocks, high, 1, len(blocks), range(kept_first, min(after, low)), kept_last, told)
    elif kept_first > high:
        high = _reach(blocks, high, 1, kept_first, range(kept_first, after), kept_last, told)
        low = _reach(blocks, low, -1, -1, range(max(before, high + 1), kept_last + 1), kept_first, told)
    spans = []
    for index in range(low, high + 1):
        start = first.start if index == first.block == kept_last else 0
        end = last.end if index == last.block == kept_first else len(blocks[index].text)
        spans.append(Span(index, start, end, Label.COPY, "told before"))
    return spans


def _reach(blocks: Sequence[Block], edge: int, step: int, stop: int, region: range, near: int, told: Set[int]) -> int:
    """How far from the edge of a copy, step by step, its lines are lines of a region, or like those near a block of it."""
    known = {blocks[index].text for index in region}
    strings = _strings([blocks[index] for index in range(near - 2, near + 3) if index in region])
    for index in range(edge + step, stop, step)[:FRAME]:
        if index in told or not (blocks[index].text in known or _is_like(blocks[index].text, strings)):
            break
        edge = index
    return edge


def _strings(blocks: Sequence[Block]) -> set[str]:
    """Every string of a few characters in some blocks."""
    texts = (block.text for block in blocks if len(block.text) <= LONGEST_LINE)
    return {text[i : i + STRING] for text in texts for i in range(len(text) - STRING + 1)}


def _is_like(line: str, strings: set[str]) -> bool:
    """Whether a line is made of the strings of other lines.

    >>> near = _strings([Block("The harbour board met on Tuesday and voted to keep the lighthouse.", "p", 0)])
    >>> _is_like("On Tuesday the harbour board voted to keep the lighthouse.", near), _is_like("The ferry did not sail on Tuesday.", near)
    (True, False)
    """
    own = [line[i : i + STRING] for i in range(len(line) - STRING + 1)]
    return len(line) <= LONGEST_LINE and sum(string in strings for string in own) > SHARED * max(len(own), 4)
