"""What is measured of each block by itself, before anything is known of the blocks around it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log1p

from newsclean.characters import WIDE
from newsclean.model import Block

WORD = re.compile("[\u3040-\u30ff\u3400-\u9fff]{2}|[^\\W\\d_\u3040-\u30ff\u3400-\u9fff]{2,}")
WIDE_RUN = re.compile("[\u3040-\u30ff\u3400-\u9fff]{2,}")
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
NAMES = ("length words mean_word link_density ends_sentence hidden tag_rank title_words word_worst word_mean").split()
WORDS, LINK_DENSITY, TAG, TITLE_WORDS, WORD_MEAN = map(NAMES.index, ("words", "link_density", "tag_rank", "title_words", "word_mean"))
# A block of prose: shorter ones are captions and links as often as not, and so are those with more of their text in links.
LONG, MOSTLY_LINKS = 15, 0.3
# A link of fewer letters is a menu's, not the headline of a teaser; one that is not all link is a sentence with a link in it.
TEASER_LENGTH, TEASER_LINKS = 15, 0.7
# A word says as much at the start of a block as later, and most blocks are short.
WORDS_FROM, MOST_WORDS = 160, 25
# Below this a word speaks against the body.
BAD_WORD = -1.0


@dataclass(frozen=True, slots=True)
class Measures:
    """The measures of all blocks, each in a list."""

    rows: list[list[float]]  # the columns NAMES
    words: list[float]
    linked: list[float]  # words in hyperlinks
    prose: list[float]  # the words of a block of prose, 0 of any other block
    telling: list[int]  # words that can be compared with the title's
    bad: list[float]  # the share of those that speak against the body
    teaser: list[int]  # 1 where a block is a linked headline


def measure(blocks: Sequence[Block], about: str, weights: Mapping[str, float]) -> Measures:
    """The measures of the blocks. `about` is what the page says it is about; `weights` say how much a word speaks for the body."""
    topic = topic_words(about)
    rows, telling, bad = [], [], []
    for block in blocks:
        row, found, share = _row(block, topic, weights)
        rows.append(row)
        telling.append(found)
        bad.append(share)
    words = [row[WORDS] for row in rows]
    return Measures(
        rows=rows,
        words=words,
        linked=[row[WORDS] * row[LINK_DENSITY] for row in rows],
        prose=[
            row[WORDS] if row[WORDS] >= LONG and row[LINK_DENSITY] < MOSTLY_LINKS and not block.hidden else 0.0
            for row, block in zip(rows, blocks, strict=True)
        ],
        telling=telling,
        bad=bad,
        teaser=[
            int(row[LINK_DENSITY] > TEASER_LINKS and len(block.text) >= TEASER_LENGTH) for row, block in zip(rows, blocks, strict=True)
        ],
    )


def _row(block: Block, topic: frozenset[str], weights: Mapping[str, float]) -> tuple[list[float], int, float]:
    """The columns NAMES of one block, the number of its first words, and the share of them that speak against the body."""
    text = block.text
    size = len(text)
    split = text.split()
    wide = 0 if text.isascii() else len(WIDE.findall(text))
    words = len(split) + wide
    first = telling_words(text)
    known = [weights.get(word, 0.0) for word in first] or [0.0]
    row = [
        log1p(words),
        words,
        (size - wide) / len(split),
        min(block.linked / size, 1.0),
        text.endswith(SENTENCE_ENDS),
        block.hidden,
        TAG_RANK.get(block.tag, OTHER_RANK),
        len(topic.intersection(first)),
        min(known),
        sum(known) / len(known),
    ]
    return row, len(first), sum(weight < BAD_WORD for weight in known) / len(known)


def telling_words(text: str) -> list[str]:
    """The words at the start of a text; of Chinese and Japanese, pairs of characters.

    >>> telling_words("Sign up: 订阅我们")
    ['sign', 'up', '订阅', '我们']
    """
    return WORD.findall(text[:WORDS_FROM].lower())[:MOST_WORDS]


def topic_words(about: str) -> frozenset[str]:
    """The words of the text that says what a page is about, without those of every text; of Chinese, every pair of characters.

    >>> sorted(topic_words("The ferry returns 渡轮复航"))
    ['ferry', 'returns', '复航', '渡轮', '轮复']
    """
    about = about.lower()
    pairs = {run[i : i + 2] for run in WIDE_RUN.findall(about) for i in range(len(run) - 1)}
    return frozenset(pairs.union(word for word in WORD.findall(about) if len(word) > 3))
