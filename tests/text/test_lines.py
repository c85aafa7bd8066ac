"""One search of many texts finds what a search of each does."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from newsclean.text.lines import find_lines

COLON = re.compile("[:：].*")


@given(st.lists(st.text(st.sampled_from("a:： "), max_size=5)))
def test_the_lines_with_a_match_are_found(texts: list[str]) -> None:
    assert find_lines(COLON, texts) == {i for i, text in enumerate(texts) if COLON.search(text)}


@given(st.lists(st.text(st.sampled_from("a:\n"), max_size=5)))
def test_no_line_of_a_text_with_line_feeds_is_lost(texts: list[str]) -> None:
    assert find_lines(COLON, texts) == {i for i, text in enumerate(texts) if COLON.search(text)}
