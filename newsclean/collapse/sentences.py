"""The sentences of a page, wherever its blocks begin and end, and where each of them was told first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsclean.model import Block
from newsclean.text.characters import WIDE_LETTERS, text_length
from newsclean.text.match_key import ASCII_LOWER, ASCII_NOT_WORD, NOT_WORD, match_key

ENDS = "。！？!?；;.．"
SENTENCE = re.compile(rf"[^{ENDS}]+(?:[{ENDS}]+|$)")
# Shorter sentences are refrains, labels and turns of speech; they are neither proof of a copy nor against one.
SHORTEST = 36
# To match_key a text but for its lines and a point where a sentence ends: signs of ASCII for each other, those that go, and others that go.
POINTED = ASCII_LOWER.translate(bytes.maketrans(b"!?;", b"..."))
SIFTED = bytes(code for code in ASCII_NOT_WORD if chr(code) not in ENDS + "\n")


class Sentence(NamedTuple):
    """The characters `start` to `end` of a block that are one sentence."""

    block: int
    start: int
    end: int
    size: int
    first: int  # index of the sentence that tells the same first; its own index if it is new
    held: bool  # in a block held for body


def sentences_of(blocks: Sequence[Block], body: Sequence[bool]) -> list[Sentence]:
    """The sentences of the blocks that may be an article's, in page order, each with where it was told first."""
    first: dict[str, int] = {}
    sentences: list[Sentence] = []
    for index in _prose(blocks, body):
        for found in SENTENCE.finditer(blocks[index].text):
            key = match_key(found[0])
            size = text_length(key)
            if size >= SHORTEST:
                sentences.append(Sentence(index, found.start(), found.end(), size, first.setdefault(key, len(sentences)), body[index]))
    return sentences


def told_again(blocks: Sequence[Block], body: Sequence[bool]) -> tuple[int, int]:
    """How much of the page's sentences was told before, in all and at most in one block: what `sentences_of` says, at a third of the cost.

    >>> said = Block("The harbour board met on Tuesday and voted to stay. Nine to four.", "p", 0)
    >>> told_again([said, said], [True, True]), told_again([said], [True])
    ((41, 41), (0, 0))
    """
    told: set[str] = set()
    total = most = 0
    for line in _sifted("\n".join(blocks[index].text for index in _prose(blocks, body))).split("\n"):
        before = total
        for key in line.split("."):
            if len(key) >= SHORTEST // WIDE_LETTERS:
                if key in told and (size := text_length(key)) >= SHORTEST:
                    total += size
                told.add(key)
        most = max(most, total - before)
    return total, most


def _sifted(text: str) -> str:
    """A text squeezed but for its lines, and with a point where a sentence ends.

    >>> _sifted("Nine to four! It stays;\\nsaid the board。")
    'ninetofour.itstays.\\nsaidtheboard.'
    """
    text = text.encode(errors="surrogatepass").translate(POINTED, SIFTED).decode(errors="surrogatepass")
    if text.isascii():
        return text
    for end in ENDS:
        text = text.replace(end, ".")
    return NOT_WORD.sub("", text).casefold()


def _prose(blocks: Sequence[Block], body: Sequence[bool]) -> Iterator[int]:
    """The blocks that may be an article's. A copy that the labeller missed is prose all the same; a menu is not."""
    for index, block in enumerate(blocks):
        if body[index] or (len(block.text) >= SHORTEST // WIDE_LETTERS and block.linked * 2 <= len(block.text)):
            yield index
