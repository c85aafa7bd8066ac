"""Finds text that the page holds more than once: whole bodies and single long paragraphs.

Pages repeat the article for print, for phones or for reading aloud. The page is cut into sentences,
wherever its blocks begin and end, and a dictionary holds where each sentence was first seen. A copy
is a run of sentences that were all seen before, in the same order, with few others between them.
One pass and one dictionary: linear in the length of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsclean.collapse.frames import framed_copy
from newsclean.collapse.places import is_long_enough, stand_apart
from newsclean.collapse.repeats import SHORTEST_PARAGRAPH, copied_paragraphs
from newsclean.collapse.runs import (
    SHORTEST_COPY,
    Passage,
    Run,
    begins_as_article,
    find_runs,
    is_copy,
    is_source_worse,
)
from newsclean.collapse.sentences import repeated_length, sentences_of
from newsclean.collapse.teasers import teasers
from newsclean.model import UNLIMITED, Block, Budget, BudgetSpentError, Page, Span


class Collapse(NamedTuple):
    """What the page holds more than once.

    Attributes:
        spans: A COPY span for each repeated piece, in page order.
        copies: How often the page holds the article.
        ranges: The block range (first, last) of each further copy.
        reached: False if the budget was spent before copies were found.
    """

    spans: tuple[Span, ...] = ()
    copies: int = 1
    ranges: tuple[tuple[int, int], ...] = ()
    reached: bool = True


def collapse(
    page: Page,
    body: Sequence[bool],
    scores: Sequence[float] = (),
    budget: Budget = UNLIMITED,
) -> Collapse:
    """Which text of the page repeats other text on it.

    `body` says for each block whether it is body, and `scores` how probable that is. If the budget
    is spent, none is known.

    >>> from newsclean.parse import parse
    >>> text = "The harbour board met on Tuesday and voted, eleven to two, to keep the lighthouse, "
    >>> text += "which has stood on the pier since 1887 and was to be sold to a hotel chain."
    >>> page = parse(f"<div><p>{text}<p>Listen.</div><aside><p>{text}</aside>")
    >>> [span.block for span in collapse(page, [True] * 3).spans]
    [2]
    >>> collapse(parse(f"<p>{text}<p>Listen.<p>{text}"), [True] * 3).spans
    ()
    """
    try:
        return _collapse(page, body, scores, budget)
    except BudgetSpentError:
        return Collapse(reached=False)


def _collapse(
    page: Page, body: Sequence[bool], scores: Sequence[float], budget: Budget
) -> Collapse:
    budget.check()
    blocks = page.blocks
    spans = {span.block: span for span in teasers(blocks, body)}
    body = [is_body and index not in spans for index, is_body in enumerate(body)]
    in_all, in_one = repeated_length(blocks, body)
    # Most pages stop here: no copy is made of less.
    if in_all < SHORTEST_COPY and in_one < SHORTEST_PARAGRAPH // 2:
        return Collapse(tuple(spans.values()))
    passage = Passage.from_sentences(sentences_of(blocks, body, budget))
    runs = find_runs(passage.sentences)
    copies = [run for run in runs if is_copy(run, passage) and _is_meant_once(run, passage, page)]
    ranges = []
    for pieces, stay in budget.watch(_drop(copies, passage, blocks)):
        ranges.append((pieces[0].block, pieces[-1].block + 1))
        for piece in pieces:
            if piece.block not in stay:
                spans.setdefault(piece.block, piece)
    whole = set(copies)
    others = (range(run.start, run.end) for run in runs if run not in whole)
    for piece in copied_paragraphs(others, passage.sentences, page, body, scores):
        spans.setdefault(piece.block, piece)
    return Collapse(
        tuple(spans[block] for block in sorted(spans)), 1 + len(ranges), tuple(sorted(ranges))
    )


def _is_meant_once(run: Run, passage: Passage, page: Page) -> bool:
    """Whether a run is the whole article again, or text beside the article.

    Conditions of each plan, and other text that is said twice on purpose, are neither.
    """
    sentences = passage.sentences
    copy = [sentence.block for sentence in sentences[run.start : run.end]]
    source = [sentence.block for sentence in sentences[run.source_start : run.source_end]]
    is_whole = is_long_enough(copy, source) and begins_as_article(run, passage)
    return is_whole or stand_apart(page, copy, source)


def _drop(
    copies: Sequence[Run], passage: Passage, blocks: Sequence[Block]
) -> Iterator[tuple[list[Span], set[int]]]:
    """For each copy the spans to drop, and the blocks among them that stay.

    What is new in a copy is dropped with it, as a changed line; but not if the page repeats it
    elsewhere.
    """
    sentences = passage.sentences
    in_copies = {
        sentences[index].block
        for run in copies
        for index in (*range(run.start, run.end), *range(run.source_start, run.source_end))
    }
    repeated = {s.first for index, s in enumerate(sentences) if s.first != index}
    dropped: set[int] = set()
    for run in copies:
        drop, keep = range(run.start, run.end), range(run.source_start, run.source_end)
        if run.source_start not in dropped and is_source_worse(run, passage, blocks):
            drop, keep = keep, drop
        dropped.update(drop)
        kept = {sentences[index].first for index in keep}
        stay = {sentences[i].block for i in drop if i in repeated and i not in kept}
        pieces = framed_copy(drop, keep, sentences, blocks, in_copies)
        if all(blocks[sentences[index].block].hidden for index in drop):
            pieces = [piece for piece in pieces if blocks[piece.block].hidden]
        yield pieces, stay
