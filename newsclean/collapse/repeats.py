"""Single long paragraphs that a page tells more than once, and which of their tellings stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newsclean.collapse.sentences import Sentence
from newsclean.model import Block, Label, Span

# A paragraph told twice is a mistake of the page, or quoted in a box, from this length on; shorter ones are refrains.
SHORTEST_PARAGRAPH = 120
# The second telling stays if its score is greater by so much: the first is in a summary made of the text's lines.
SURER = 0.2
# Share of a block's letters that another tells.
WHOLE = 0.9


def copied_paragraphs(
    runs: Iterable[range], sentences: Sequence[Sentence], blocks: Sequence[Block], body: Sequence[bool], scores: Sequence[float]
) -> Iterator[Span]:
    """COPY spans for paragraphs in runs of sentences told before. Of two tellings the one stays that is body, or is the surer to be."""
    stands: dict[int, int] = {}  # for the block that told it first
    for run in runs:
        for block, sources in _repeated(run, sentences, blocks):
            tellings = [stands.get(source, source) for source in sources]
            drop = block
            if body[block] and not all(body[telling] for telling in tellings):
                stands |= dict.fromkeys(sources, block)
                continue
            is_whole = len(tellings) == 1 and WHOLE * len(blocks[tellings[0]].text) <= len(blocks[block].text)
            if is_whole and scores and scores[block] > scores[tellings[0]] + SURER:
                drop = tellings[0]
                stands |= dict.fromkeys(sources, block)
            yield Span(drop, 0, len(blocks[drop].text), Label.COPY, "paragraph told twice")


def _repeated(run: range, sentences: Sequence[Sentence], blocks: Sequence[Block]) -> list[tuple[int, set[int]]]:
    """The long blocks of a run of which every sentence was told before, and the blocks that told them first."""
    told: dict[int, int] = {}
    size_of: dict[int, int] = {}
    sources: dict[int, set[int]] = {}
    for index in run:
        sentence = sentences[index]
        size_of[sentence.block] = size_of.get(sentence.block, 0) + sentence.size
        if sentence.first != index:
            told[sentence.block] = told.get(sentence.block, 0) + sentence.end - sentence.start
            sources.setdefault(sentence.block, set()).add(sentences[sentence.first].block)
    return [
        (block, sources[block])
        for block, letters in told.items()
        if size_of[block] >= SHORTEST_PARAGRAPH and letters >= WHOLE * len(blocks[block].text)
    ]
