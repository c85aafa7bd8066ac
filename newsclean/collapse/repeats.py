"""Single long paragraphs that a page holds more than once, and which of them stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newsclean.collapse.places import stand_apart
from newsclean.collapse.sentences import SENTENCE, Sentence
from newsclean.model import Block, Label, Page, Span
from newsclean.text.match_key import match_key

# A repeated paragraph of this length is a mistake of the page, or stands in a box; a shorter one is
# a refrain. In letters. Of the 1,243 open labelled pages, with 60 twenty gain and nineteen lose,
# with 240 thirteen gain and fourteen lose.
SHORTEST_PARAGRAPH = 120
# The later paragraph stays if its score is higher by this much: the earlier one is part of a
# summary made of the text's own lines. With 0.1 and 0.4, F1 changes on none of these pages.
MUCH_SURER = 0.2
# The share of a block's letters that its repetition must hold. With 0.8 five of these pages gain,
# none of them news; with 0.97 three lose.
WHOLE = 0.9


def copied_paragraphs(
    runs: Iterable[range],
    sentences: Sequence[Sentence],
    page: Page,
    body: Sequence[bool],
    scores: Sequence[float],
) -> Iterator[Span]:
    """COPY spans for paragraphs in runs of sentences that were seen before.

    Of two occurrences the one stays that is body, or that is much surer to be body. Among the
    paragraphs of one element both stay, and so does a paragraph with words of its own.
    """
    blocks = page.blocks
    stays: dict[int, int] = {}  # the first occurrence of a paragraph -> the one that stays
    for run in runs:
        for block, sources in _repeated(run, sentences, blocks):
            earlier = [stays.get(source, source) for source in sources]
            if body[block] and not all(body[source] for source in earlier):
                stays |= dict.fromkeys(sources, block)
                continue
            if not stand_apart(page, [block], earlier):
                continue
            drop, kept = block, earlier
            if _is_much_surer(block, earlier, blocks, scores):
                drop, kept = earlier[0], [block]
                stays |= dict.fromkeys(sources, block)
            if _hold_all([blocks[index].text for index in kept], blocks[drop].text):
                yield Span(drop, 0, len(blocks[drop].text), Label.COPY, "repeated paragraph")


def _hold_all(texts: Sequence[str], text: str) -> bool:
    """Whether each sentence of a text stands in other texts.

    >>> _hold_all(["It sails. It is full."], "It is full!"), _hold_all(["It sails."], "It is full.")
    (True, False)
    """
    whole = match_key(" ".join(texts))
    return all(match_key(found[0]) in whole for found in SENTENCE.finditer(text))


def _is_much_surer(
    block: int, earlier: Sequence[int], blocks: Sequence[Block], scores: Sequence[float]
) -> bool:
    """Whether a block holds all of the one earlier occurrence, and is much surer to be body."""
    if not scores or len(earlier) != 1:
        return False
    holds_all = WHOLE * len(blocks[earlier[0]].text) <= len(blocks[block].text)
    return holds_all and scores[block] > scores[earlier[0]] + MUCH_SURER


def _repeated(
    run: range, sentences: Sequence[Sentence], blocks: Sequence[Block]
) -> list[tuple[int, set[int]]]:
    """The long blocks of a run that were seen before, each with the blocks where they were."""
    seen: dict[int, int] = {}  # the characters of each block that were seen before
    size_of: dict[int, int] = {}
    sources: dict[int, set[int]] = {}
    for index in run:
        sentence = sentences[index]
        size_of[sentence.block] = size_of.get(sentence.block, 0) + sentence.size
        if sentence.first != index:
            length = sentence.end - sentence.start
            seen[sentence.block] = seen.get(sentence.block, 0) + length
            sources.setdefault(sentence.block, set()).add(sentences[sentence.first].block)
    return [
        (block, sources[block])
        for block, length in seen.items()
        if size_of[block] >= SHORTEST_PARAGRAPH and length >= WHOLE * len(blocks[block].text)
    ]
