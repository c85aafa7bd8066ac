"""Features of a block by itself, before anything is known of the blocks around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from math import log1p
from typing import NamedTuple

from newsclean.model import Block
from newsclean.text.patterns import lazy
from newsclean.text.scripts import HAN, KANA, count_wide
from newsclean.text.sentences import CLOSING_SIGNS

# One letter says nothing; of Chinese and Japanese, two characters are a word. Not measured.
SHORTEST_WORD = 2
WORD = lazy(rf"[{KANA}{HAN}]{{2}}|[^\W\d_{KANA}{HAN}]{{{SHORTEST_WORD},}}")
# The same for text without other letters, which it searches five times as fast.
ASCII_WORD = re.compile(f"[a-z]{{{SHORTEST_WORD},}}")
WIDE_WORDS = lazy(f"[{KANA}{HAN}]{{2,}}")
# Tags from the least to the most like an article's text. A tree can split this order anywhere.
TAG_RANK = {
    tag: rank
    for rank, tags in enumerate(
        (
            "option select button optgroup textarea nav menu",
            "label legend footer address form fieldset",
            "dt dd summary details",
            "li ul ol dir",
            "caption th",
            "td table tr tbody thead tfoot",
            "aside header hgroup dialog search",
            "h6 h5 h4",
            "h1",
            "h3",
            "h2",
            "body html center",
            "div figure",
            "section main article",
            "figcaption",
            "pre",
            "blockquote",
            "p",
        )
    )
    for tag in tags.split()
}
OTHER_RANK = 12
# A block is prose with at least so many words, of which less than this share is linked; shorter
# ones are captions and links as often as not.
SHORTEST_PROSE, PROSE_LINKS = 15, 0.3
# A linked headline has at least so many characters, since shorter links are a menu's; and more than
# this share of its words is linked, since other lines are sentences with a link in them.
SHORTEST_TEASER, TEASER_LINKS = 15, 0.7
# Only words at the start of a block are looked up: most blocks are short, and the words of a long
# one say as much at its start as later.
FIRST_CHARACTERS, MOST_WORDS = 160, 25
# A word with a lower weight speaks against the body.
BAD_WEIGHT = -1.0
# What a character is to a word: a letter, one of which two are a word, or one whose small form
# depends on those around it or is longer.
NO_LETTER, LETTER, PAIRED, IRREGULAR = range(4)
# A word of the title with fewer letters occurs in every text.
SHORTEST_TOPIC_WORD = 4


class BlockCounts(NamedTuple):
    """Counts for every block of a page. A Chinese, Japanese or Korean character is a word."""

    words: list[float]
    linked: list[float]
    """Words in hyperlinks."""
    prose: list[float]
    """The words of a block of prose, 0 for any other block."""
    teasers: list[bool]
    """Whether the block is a linked headline."""


class FirstWords(NamedTuple):
    """What the first words of each scored block say."""

    compared: list[int]
    """How many words were looked up."""
    in_title: list[int]
    """How many different ones occur in the page's titles or description too."""
    mean_weights: list[float]
    bad_shares: list[float]
    """The share of the words that speak against the body."""


class ScoredBlocks(NamedTuple):
    """What the features here are made of: a value for each scored block."""

    blocks: Sequence[Block]
    words: Sequence[float]
    linked: Sequence[float]
    first_words: FirstWords

    @classmethod
    def from_counts(
        cls,
        blocks: Sequence[Block],
        indices: Sequence[int],
        counts: BlockCounts,
        first_words: FirstWords,
    ) -> ScoredBlocks:
        """The blocks with these indices; `counts` are those of all blocks of the page."""
        words, linked = counts.words, counts.linked
        return cls(
            blocks,
            [words[index] for index in indices],
            [linked[index] for index in indices],
            first_words,
        )


FEATURES: Mapping[str, Callable[[ScoredBlocks], Sequence[float]]] = {
    "log_words": lambda scored: [log1p(words) for words in scored.words],
    "words": lambda scored: scored.words,
    "link_density": lambda scored: [
        linked / words for linked, words in zip(scored.linked, scored.words, strict=True)
    ],
    "ends_sentence": lambda scored: [block.text.endswith(CLOSING_SIGNS) for block in scored.blocks],
    "hidden": lambda scored: [block.hidden for block in scored.blocks],
    "tag_rank": lambda scored: [TAG_RANK.get(block.tag, OTHER_RANK) for block in scored.blocks],
    "title_words": lambda scored: scored.first_words.in_title,
    "mean_word_weight": lambda scored: scored.first_words.mean_weights,
}


def count_words(blocks: Sequence[Block]) -> BlockCounts:
    """The counts of every block."""
    texts = [block.text for block in blocks]
    words: list[float] = [
        text.count(" ") + 1 if text.isascii() else text.count(" ") + 1 + count_wide(text)
        for text in texts
    ]
    linked = [
        count * min(block.linked / len(block.text), 1.0) if block.linked else 0.0
        for block, count in zip(blocks, words, strict=True)
    ]
    counted = list(zip(blocks, words, linked, strict=True))
    return BlockCounts(
        words,
        linked,
        prose=[
            count
            if count >= SHORTEST_PROSE and links < PROSE_LINKS * count and not block.hidden
            else 0.0
            for block, count, links in counted
        ],
        teasers=[
            links > TEASER_LINKS * count and len(block.text) >= SHORTEST_TEASER
            for block, count, links in counted
        ],
    )


def read_first_words(
    blocks: Sequence[Block], about: str, weights: Mapping[str, float]
) -> FirstWords:
    """What the first words of these blocks say.

    `about` has the page's titles and description; `weights` say how much a word speaks for the
    body.
    """
    topic = topic_words(about)
    words = [first_words(block.text) for block in blocks]
    known = [[weights[word] for word in found if word in weights] for found in words]
    pairs = list(zip(known, words, strict=True))
    return FirstWords(
        compared=list(map(len, words)),
        in_title=[len(topic.intersection(found)) for found in words],
        mean_weights=[sum(found) / len(every) if found else 0.0 for found, every in pairs],
        bad_shares=[
            len([weight for weight in found if weight < BAD_WEIGHT]) / len(every) if found else 0.0
            for found, every in pairs
        ],
    )


def first_words(text: str) -> list[str]:
    """The words at the start of a text; of Chinese and Japanese, pairs of characters.

    >>> first_words("Sign up: 订阅我们")
    ['sign', 'up', '订阅', '我们']
    >>> first_words("1,024 %")
    []
    """
    start = text[:FIRST_CHARACTERS].lower()
    return (ASCII_WORD if start.isascii() else WORD).findall(start)[:MOST_WORDS]


def letters(number: int) -> tuple[str, bytes]:
    """The small letters of 256 characters, from 256 times this number on, and their kinds.

    The compiled twin of `first_words` needs them.

    >>> lower, kinds = letters(0x3)
    >>> lower[0xA9], kinds[0xA9], kinds[0xA3], kinds[0x7E]
    ('ω', 1, 3, 0)
    """
    characters = [chr(256 * number + index) for index in range(256)]
    lower = [character.lower() for character in characters]
    kinds = bytes(map(_kind, characters, lower))
    return "".join([small[0] for small in lower]), kinds


def _kind(character: str, lower: str) -> int:
    # Which small sigma a capital one has depends on the letters around it.
    if len(lower) > 1 or character == "Σ":
        return IRREGULAR
    if is_paired(lower):
        return PAIRED
    return LETTER if lower.isalnum() and not lower.isdecimal() else NO_LETTER


def is_paired(character: str) -> bool:
    """Whether a character is Chinese or Japanese, of which two are a word."""
    return WIDE_WORDS.fullmatch(2 * character) is not None


def topic_words(about: str) -> frozenset[str]:
    """The words of a title or description, short ones left out.

    Of Chinese and Japanese, every pair of characters that stand side by side is a word.

    >>> sorted(topic_words("The ferry returns 渡轮复航"))
    ['ferry', 'returns', '复航', '渡轮', '轮复']
    """
    about = about.lower()
    if about.isascii():
        words = ASCII_WORD.findall(about)
        return frozenset(word for word in words if len(word) >= SHORTEST_TOPIC_WORD)
    pairs = {run[i : i + 2] for run in WIDE_WORDS.findall(about) for i in range(len(run) - 1)}
    words = WORD.findall(about)
    return frozenset(pairs.union(word for word in words if len(word) >= SHORTEST_TOPIC_WORD))
