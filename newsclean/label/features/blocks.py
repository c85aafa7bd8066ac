"""Features of a block by itself, before anything is known of the blocks around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import log1p
from typing import NamedTuple

from newsclean.label.features.words import first_words, topic_words
from newsclean.model import Block
from newsclean.text.scripts import UNSPACED_WORD, count_unspaced, count_wide
from newsclean.text.sentences import ends_sentence

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
# A word with a lower weight speaks against the body.
BAD_WEIGHT = -1.0


class BlockCounts(NamedTuple):
    """Counts for every block of a page.

    A Chinese, Japanese or Korean character is a word, and so are five letters of Thai, Lao,
    Tibetan, Burmese or Khmer.
    """

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
    "ends_sentence": lambda scored: [ends_sentence(block.text) for block in scored.blocks],
    "hidden": lambda scored: [block.hidden for block in scored.blocks],
    "tag_rank": lambda scored: [TAG_RANK.get(block.tag, OTHER_RANK) for block in scored.blocks],
    "title_words": lambda scored: scored.first_words.in_title,
    "mean_word_weight": lambda scored: scored.first_words.mean_weights,
}


def count_words(blocks: Sequence[Block]) -> BlockCounts:
    """The counts of every block."""
    texts = [block.text for block in blocks]
    words: list[float] = [
        text.count(" ") + 1 + (0 if text.isascii() else _count_without_spaces(text))
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


def _count_without_spaces(text: str) -> int:
    """The words of a text that have no spaces between them."""
    return count_wide(text) + count_unspaced(text) // UNSPACED_WORD


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
