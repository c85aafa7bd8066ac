"""Each kind of registration, by the examples in its table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.mentions.registrations import ANY_KIND, KINDS, Kind, registrations


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_is_found_in_its_example(kind: Kind) -> None:
    assert [name for name, _ in registrations([kind.example])] == [kind.name]
    assert kind.sign in kind.example
    assert ANY_KIND.search(kind.example)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_same_words_without_a_number_are_none(kind: Kind) -> None:
    assert registrations([kind.unlike]) == ()


def test_a_number_is_given_once() -> None:
    line = "皖ICP备20990055号-1"
    assert registrations([line, f"河湾网 {line}", "刊号：CN 99-0099"]) == (
        ("icp", line),
        ("serial_number", "CN 99-0099"),
    )


def test_an_article_about_licences_has_none() -> None:
    assert registrations(["该网站的备案号为皖ICP备20990055号。" * 30]) == ()


PIECES = st.sampled_from([*(kind.example for kind in KINDS), *(kind.unlike for kind in KINDS)])


@given(st.lists(st.lists(PIECES | st.text(max_size=5), max_size=5).map("".join), max_size=4))
def test_a_number_stands_in_a_text(texts: list[str]) -> None:
    names = {kind.name for kind in KINDS}
    for name, number in registrations(texts):
        assert name in names
        assert any(number in text for text in texts)
