"""Fingerprints: near for nearly equal texts, far for others."""

from __future__ import annotations

import random
import re

import pytest

from newsclean import Article, Kind, Paragraph
from newsclean.output.fingerprint import LEAST_TOKENS, distance, fingerprint_of

LATIN = [f"w{number}" for number in range(900)]
HAN = [chr(0x4E00 + number) for number in range(900)]


def _text(seed: int, words: list[str], count: int = 400) -> list[str]:
    return random.Random(seed).choices(words, k=count)


@pytest.mark.parametrize(("words", "space"), [(LATIN, " "), (HAN, "")])
def test_a_reprint_is_near_and_another_text_is_far(words: list[str], space: str) -> None:
    for seed in range(20):
        tokens = _text(seed, words)
        first = fingerprint_of(space.join(tokens))
        reprint = ["(agency)", *tokens[:150], "changed", *tokens[151:], "the", "end"]
        second = fingerprint_of(space.join(reprint))
        other = fingerprint_of(space.join(_text(seed + 100, words)))
        assert first
        assert second
        assert other
        assert distance(first, second) <= 8
        assert distance(first, other) >= 16


def test_printing_does_not_count() -> None:
    text = " ".join(_text(1, LATIN))
    assert fingerprint_of(text) == fingerprint_of(text.upper().replace(" ", ",  \n"))
    wide = "".join(chr(ord(char) + 0xFEE0) if char > " " else char for char in text)
    assert fingerprint_of(text) == fingerprint_of(wide)


def test_a_short_text_has_none() -> None:
    tokens = _text(2, LATIN, LEAST_TOKENS)
    assert fingerprint_of(" ".join(tokens[1:])) is None
    assert re.fullmatch("[0-9a-f]{16}", fingerprint_of(" ".join(tokens)) or "")


def test_the_algorithm_is_as_documented() -> None:
    """Compute the same in the plainest way."""
    from hashlib import blake2b

    tokens = _text(3, LATIN)
    shingles = {" ".join(tokens[i : i + 3]) for i in range(len(tokens) - 2)}
    hashes = [int(blake2b(s.encode(), digest_size=8).hexdigest(), 16) for s in shingles]
    bits = sum((2 * sum(h >> i & 1 for h in hashes) > len(hashes)) << i for i in range(64))
    assert fingerprint_of(" ".join(tokens)) == f"{bits:016x}"


def test_an_article_has_that_of_its_body() -> None:
    body = " ".join(_text(4, LATIN))
    article = Article(paragraphs=(Paragraph(Kind.PARAGRAPH, body),))
    assert article.fingerprint == fingerprint_of(body)
    assert Article().fingerprint is None
    assert "fingerprint" not in article.to_dict()
