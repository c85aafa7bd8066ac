"""An article in pieces: nothing is lost, none is too long, and each knows where it is from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.model import Article, Chunk, Kind, Paragraph
from tests.strategies import articles

TEXT = Article(
    paragraphs=(
        Paragraph(Kind.PARAGRAPH, "One."),
        Paragraph(Kind.HEADING, "Tides", 2),
        Paragraph(Kind.PARAGRAPH, "Two is. Three is."),
        Paragraph(Kind.HEADING, "Spring", 3),
        Paragraph(Kind.LIST_ITEM, "four"),
        Paragraph(Kind.LIST_ITEM, "five"),
        Paragraph(Kind.HEADING, "Fog", 2),
        Paragraph(Kind.PARAGRAPH, "Six"),
    )
)


def test_a_piece_stands_under_its_headings() -> None:
    assert TEXT.chunks(10) == (
        Chunk("One.", (), (0,)),
        Chunk("Two is.", ("Tides",), (2,)),
        Chunk("Three is.", ("Tides",), (2,)),
        Chunk("four\nfive", ("Tides", "Spring"), (4, 5)),
        Chunk("Six", ("Fog",), (7,)),
    )


@given(articles, st.integers(1, 60))
def test_no_character_is_lost_and_no_piece_is_too_long(article: Article, most: int) -> None:
    chunks = article.chunks(most)
    texts = (p.text for p in article.paragraphs if p.kind is not Kind.HEADING)
    joined = "".join("".join(chunk.text for chunk in chunks).split())
    assert joined == "".join("".join(texts).split())
    assert all(len(chunk.text) <= most for chunk in chunks)


@pytest.mark.parametrize("wrong", [0, -1, True, 2.5])
def test_a_length_that_is_none_is_refused(wrong: int) -> None:
    with pytest.raises(ValueError, match="max_chars must be a whole number"):
        TEXT.chunks(wrong)


def test_a_long_article_is_divided_in_proportion_to_its_length() -> None:
    short = tuple(Paragraph(Kind.PARAGRAPH, "The tide is low.") for _ in range(4_000))
    (whole,) = Article(paragraphs=short).chunks(1_000_000)
    assert whole.paragraphs == tuple(range(4_000))
    long = Article(paragraphs=(Paragraph(Kind.PARAGRAPH, "tide " * 4_000),))
    assert len(long.chunks(10)) == 2_000
