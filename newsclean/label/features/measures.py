"""What is measured of each block by itself, before anything is known of the blocks around it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from math import log1p
from typing import NamedTuple

from newsclean.model import Block
from newsclean.text.characters import WIDE_RUN

WORD = re.compile("[\u3040-\u30ff\u3400-\u9fff]{2}|[^\\W\\d_\u3040-\u30ff\u3400-\u9fff]{2,}")
# The same in texts without other letters, of which a class is asked in a fifth of the time.
ASCII_WORD = re.compile("[a-z]{2,}")
PAIRED = re.compile("[\u3040-\u30ff\u3400-\u9fff]{2,}")
SENTENCE_ENDS = tuple(".!?。！？…”\"」』）)؟।'’»")
# Tags in order of how much their text is like an article's, as trees can cut such an order where they like.
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
NAMES = ("length words link_density ends_sentence hidden tag_rank title_words word_mean").split()
# A block of prose: shorter ones are captions and links as often as not, and so are those with more of their text in links.
LONG, MOSTLY_LINKS = 15, 0.3
# A link of fewer letters is a menu's, not the headline of a teaser; one that is not all link is a sentence with a link in it.
TEASER_LENGTH, TEASER_LINKS = 15, 0.7
# A word says as much at the start of a block as later, and most blocks are short.
WORDS_FROM, MOST_WORDS = 160, 25
# Below this a word speaks against the body.
BAD_WORD = -1.0


class Lengths(NamedTuple):
    """The words of each block, and those in hyperlinks."""

    words: list[float]
    linked: list[float]


class Measures(NamedTuple):
    """What is measured of blocks: the first two of each, the others of those that are asked for."""

    prose: list[float]  # the words of a block of prose, 0 of any other block
    teaser: list[bool]  # whether a block is a linked headline
    title: list[int]  # words that the page's titles and description have too
    telling: list[int]  # words that can be compared with those
    means: list[float]  # how far they speak for the body
    bad: list[float]  # the share of them that speaks against the body
    columns: list[list[float]]  # NAMES


def lengths(blocks: Sequence[Block]) -> Lengths:
    """How long each block is. A Chinese, Japanese or Korean character is a word."""
    texts = [block.text for block in blocks]
    words: list[float] = [
        text.count(" ") + 1 if text.isascii() else text.count(" ") + 1 + len("".join(WIDE_RUN.findall(text))) for text in texts
    ]
    linked = [
        count * min(block.linked / len(text), 1.0) if block.linked else 0.0 for block, text, count in zip(blocks, texts, words, strict=True)
    ]
    return Lengths(words, linked)


def measure(blocks: Sequence[Block], counted: Lengths, asked: Sequence[int], about: str, weights: Mapping[str, float]) -> Measures:
    """The measures of the blocks, and the columns of those that are asked for.

    `about` is what the page says it is about; `weights` say how much a word speaks for the body.
    """
    words, linked = counted
    topic = topic_words(about)
    own = [blocks[index] for index in asked]
    first = [telling_words(block.text) for block in own]
    known = [[weights[word] for word in found if word in weights] for found in first]
    title = [len(topic.intersection(found)) for found in first]
    means = [sum(found) / len(all_words) if found else 0.0 for found, all_words in zip(known, first, strict=True)]
    return Measures(
        prose=[
            count if count >= LONG and link < MOSTLY_LINKS * count and not block.hidden else 0.0
            for block, count, link in zip(blocks, words, linked, strict=True)
        ],
        teaser=[
            link > TEASER_LINKS * count and len(block.text) >= TEASER_LENGTH
            for block, count, link in zip(blocks, words, linked, strict=True)
        ],
        title=title,
        telling=list(map(len, first)),
        means=means,
        bad=[
            len([weight for weight in found if weight < BAD_WORD]) / len(all_words) if found else 0.0
            for found, all_words in zip(known, first, strict=True)
        ],
        columns=[
            [log1p(words[index]) for index in asked],
            [words[index] for index in asked],
            [linked[index] / words[index] for index in asked],
            [block.text.endswith(SENTENCE_ENDS) for block in own],
            [block.hidden for block in own],
            [TAG_RANK.get(block.tag, OTHER_RANK) for block in own],
            [*title],
            means,
        ],
    )


def telling_words(text: str) -> list[str]:
    """The words at the start of a text; of Chinese and Japanese, pairs of characters.

    >>> telling_words("Sign up: 订阅我们")
    ['sign', 'up', '订阅', '我们']
    """
    start = text[:WORDS_FROM].lower()
    return (ASCII_WORD if start.isascii() else WORD).findall(start)[:MOST_WORDS]


def topic_words(about: str) -> frozenset[str]:
    """The words of the text that says what a page is about, without those of every text; of Chinese, every pair of characters.

    >>> sorted(topic_words("The ferry returns 渡轮复航"))
    ['ferry', 'returns', '复航', '渡轮', '轮复']
    """
    about = about.lower()
    pairs = {run[i : i + 2] for run in PAIRED.findall(about) for i in range(len(run) - 1)}
    return frozenset(pairs.union(word for word in WORD.findall(about) if len(word) > 3))
