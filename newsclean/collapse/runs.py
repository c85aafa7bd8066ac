"""Runs of sentences that were all seen before, in the same order: what copies are made of."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from newsclean.collapse.repeats import SHORTEST_PARAGRAPH
from newsclean.collapse.sentences import Sentence
from newsclean.model import Block

# A shorter repetition is a pull quote or a teaser. In letters. Of the 1,243 open labelled pages,
# with 120 three gain and two lose, with 480 two gain and five lose.
SHORTEST_COPY = 240
# The share of a copy that must have been seen before: a second edition with a few changed lines
# still has it. With 0.3 one of these pages loses, with 0.8 one gains and one loses.
SEEN_BEFORE = 0.6
# The share of the earlier text that a copy repeats; less is a quotation. With 0.25 one of these
# pages gains, with 0.8 one loses.
REPEATS = 0.5
# Or a copy of this many sentences, whatever stands before it. With 3 eight of these pages gain and
# four lose, with 10 five gain and five lose.
MANY_SENTENCES = 5
# A copy that has this share of the text up to the end of its source is the article once more, with
# a changed opening. With 0.5 F1 changes on none of these pages, with 0.9 one gains.
NEARLY_ALL = 0.75


class Run(NamedTuple):
    """A run of sentences, and the earlier sentences that it repeats.

    Attributes:
        start: Index of its first sentence.
        end: Index after its last sentence.
        source_start: Index of the first sentence that it repeats.
        source_end: Index after the last one.
        seen: The length of its sentences that were seen before, in letters.
    """

    start: int
    end: int
    source_start: int
    source_end: int
    seen: int


class Passage(NamedTuple):
    """The sentences of a page with running sums over them, in letters: at `i` of those before i.

    Attributes:
        sentences: The sentences.
        sizes: The running sum of all of them.
        new: The running sum of those that were not seen before.
        opening: Index of the first sentence that is body; -1 without one.
    """

    sentences: Sequence[Sentence]
    sizes: Sequence[int]
    new: Sequence[int]
    opening: int

    @classmethod
    def from_sentences(cls, sentences: Sequence[Sentence]) -> Passage:
        """The passage of these sentences."""
        all_sizes = [sentence.size for sentence in sentences]
        new_sizes = [s.size * (s.first == index) for index, s in enumerate(sentences)]
        sizes, new = (list(accumulate(each, initial=0)) for each in (all_sizes, new_sizes))
        opening = next((i for i, sentence in enumerate(sentences) if sentence.in_body), -1)
        return cls(sentences, sizes, new, opening)

    def size(self, start: int, end: int) -> int:
        """The length of the sentences from `start` up to `end`."""
        return self.sizes[end] - self.sizes[start]


def find_runs(sentences: Sequence[Sentence]) -> list[Run]:
    """Runs of sentences seen before, in the order of their sources.

    The new sentences inside a run are shorter than those that were seen.
    """
    runs: list[Run] = []
    run: Run | None = None
    gap = 0  # the length of the new sentences since the last one that was seen before
    for index, (_, _, _, size, first, _) in enumerate(sentences):
        if first == index:
            gap += size
            continue
        goes_on = run is not None and run.source_end <= first < run.start
        if run and goes_on and gap <= max(run.seen, SHORTEST_COPY):
            run = run._replace(end=index + 1, source_end=first + 1, seen=run.seen + size)
        else:
            if run:
                runs.append(run)
            run = Run(index, index + 1, first, first + 1, size)
        gap = 0
    if run:
        runs.append(run)
    return runs


def is_copy(run: Run, passage: Passage) -> bool:
    """Whether a run is the article once more, and not only a paragraph or two of it."""
    size = passage.size(run.start, run.end)
    source_size = passage.size(run.source_start, run.source_end)
    if run.seen < max(SHORTEST_COPY, SEEN_BEFORE * size, SEEN_BEFORE * source_size):
        return False
    return run.seen >= REPEATS * passage.new[run.start] or run.end - run.start >= MANY_SENTENCES


def begins_as_article(run: Run, passage: Passage) -> bool:
    """Whether a run has the first sentence of the body, or nearly all text up to that."""
    is_opening = any(
        start <= passage.opening < end
        for start, end in ((run.start, run.end), (run.source_start, run.source_end))
    )
    return is_opening or run.seen >= NEARLY_ALL * passage.new[run.source_end]


def is_source_worse(run: Run, passage: Passage, blocks: Sequence[Block]) -> bool:
    """Whether the earlier text is the one to drop.

    It is if it alone is hidden, if it alone is no body, if it has no paragraphs or lacks one, or if
    it is only the lead of the later text.
    """
    copy = passage.sentences[run.start : run.end]
    source = passage.sentences[run.source_start : run.source_end]
    copy_hidden, source_hidden = (
        all(blocks[sentence.block].hidden for sentence in sentences) for sentences in (copy, source)
    )
    if copy_hidden or source_hidden:
        return not copy_hidden
    return (
        _is_rather_body(copy, source)
        or _has_a_paragraph_more(run, passage)
        or _is_lead(run, passage)
    )


def _is_rather_body(copy: Sequence[Sentence], source: Sequence[Sentence]) -> bool:
    """Whether far more of the copy is body. Paragraphs win over one block."""
    in_copy, in_source = (
        sum(sentence.size for sentence in sentences if sentence.in_body)
        for sentences in (copy, source)
    )
    source_is_one_block = source[0].block == source[-1].block
    copy_is_one_block = copy[0].block == copy[-1].block
    if source_is_one_block == copy_is_one_block:
        return in_copy > 2 * in_source
    return 2 * in_copy >= in_source if source_is_one_block else in_source == 0


def _has_a_paragraph_more(run: Run, passage: Passage) -> bool:
    """Whether the copy has more new body text than the source has text that the copy lacks."""
    extra = sum(
        sentence.size
        for index, sentence in enumerate(passage.sentences[run.start : run.end], run.start)
        if sentence.first == index and sentence.in_body
    )
    missing = passage.size(run.source_start, run.source_end) - run.seen
    return extra - missing >= SHORTEST_PARAGRAPH


def _is_lead(run: Run, passage: Passage) -> bool:
    """Whether all text before the copy is repeated in it, and the copy goes on at length."""
    before = passage.size(run.source_start, run.start)
    return before <= 1.1 * run.seen and passage.new[-1] - passage.new[run.end] > run.seen
