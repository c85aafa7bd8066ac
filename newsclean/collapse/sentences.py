"""The sentences of a page, wherever its blocks begin and end, and where each was first seen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsclean.model import Block, Budget
from newsclean.text.characters import WIDE_LETTERS, text_length
from newsclean.text.match_key import ASCII_LOWER, ASCII_NOT_WORD, NOT_WORD, match_key
from newsclean.text.sentences import SEPARATORS

SENTENCE = re.compile(rf"[^{SEPARATORS}]+(?:[{SEPARATORS}]+|$)")
# Shorter sentences are refrains, labels and turns of speech: neither proof of a copy nor proof
# against one. In letters, as `text_length` counts them. Of the 1,243 open labelled pages, with 18
# fourteen gain and four lose, with 72 fifteen gain and seventeen lose.
SHORTEST = 36
# The same as match keys, but with lines kept and a point where a sentence ends: the ASCII signs
# that stand for each other, and the ASCII signs that are dropped.
POINTED = ASCII_LOWER.translate(bytes.maketrans(b"!?;", b"..."))
DROPPED = bytes(code for code in ASCII_NOT_WORD if chr(code) not in SEPARATORS + "\n")


class Sentence(NamedTuple):
    """One sentence of a block.

    Attributes:
        block: Index of the block.
        start: Offset of its first character in the block.
        end: Offset after its last character.
        size: Its length in letters.
        first: Index of the first sentence with the same text; its own index if it is new.
        in_body: Whether its block is body.
    """

    block: int
    start: int
    end: int
    size: int
    first: int
    in_body: bool


def sentences_of(blocks: Sequence[Block], body: Sequence[bool], budget: Budget) -> list[Sentence]:
    """The sentences of blocks that may belong to an article, in page order, hidden ones last.

    So text that is shown never repeats text that is hidden.
    """
    first: dict[str, int] = {}
    sentences: list[Sentence] = []
    for index in budget.watch(_prose(blocks, body)):
        for found in SENTENCE.finditer(blocks[index].text):
            key = match_key(found[0])
            size = text_length(key)
            if size >= SHORTEST:
                seen = first.setdefault(key, len(sentences))
                sentences.append(
                    Sentence(index, found.start(), found.end(), size, seen, body[index])
                )
    return sentences


def repeated_length(blocks: Sequence[Block], body: Sequence[bool]) -> tuple[int, int]:
    """The length of the sentences seen before, in all and at most in one block.

    This says what `sentences_of` would, at a third of the cost.

    >>> block = Block("The harbour board met on Tuesday and voted to stay. Nine to four.", "p", 0)
    >>> repeated_length([block, block], [True, True]), repeated_length([block], [True])
    ((41, 41), (0, 0))
    """
    seen: set[str] = set()
    total = most = 0
    text = "\n".join(blocks[index].text for index in _prose(blocks, body))
    for line in _sentence_keys(text).split("\n"):
        before = total
        for key in line.split("."):
            if len(key) >= SHORTEST // WIDE_LETTERS:
                if key in seen and (size := text_length(key)) >= SHORTEST:
                    total += size
                seen.add(key)
        most = max(most, total - before)
    return total, most


def _sentence_keys(text: str) -> str:
    """The match key of a text, with its line breaks kept and a point where a sentence ends.

    >>> _sentence_keys("Nine to four! It stays;\\nsaid the board。")
    'ninetofour.itstays.\\nsaidtheboard.'
    """
    data = text.encode(errors="surrogatepass").translate(POINTED, DROPPED)
    text = data.decode(errors="surrogatepass")
    if text.isascii():
        return text
    for end in SEPARATORS:
        text = text.replace(end, ".")
    return NOT_WORD.sub("", text).casefold()


def _prose(blocks: Sequence[Block], body: Sequence[bool]) -> Iterator[int]:
    """The blocks that may belong to an article.

    A copy that the labeller missed is prose all the same; a menu is not.
    """
    hidden = []
    for index, block in enumerate(blocks):
        long_enough = len(block.text) >= SHORTEST // WIDE_LETTERS
        if body[index] or (long_enough and block.linked * 2 <= len(block.text)):
            if block.hidden:
                hidden.append(index)
            else:
                yield index
    yield from hidden
