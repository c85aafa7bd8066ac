"""What holds of the readers of names and labels for any text."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.mentions.labelled import find_labelled
from newsclean.mentions.labelled.spaced import find_spaced
from newsclean.mentions.names.bylines import find_bylines
from newsclean.mentions.names.jobs import clean_name
from newsclean.mentions.names.lists import split_names
from newsclean.mentions.names.person import is_person, may_begin_name
from newsclean.mentions.names.spaced import byline_start, desk_name, spaced_names
from tests.work import lines_run

WORDS = (
    *"记者 通讯员 责任编辑： 来源: 文/ 图/ （ ） 【 】 [ ] 《 》 、 ， 。 林知秋 陈 彬".split(),
    *"2024年5月10日 03版 電 報導 ／ ｜ 丨 _NN1 기자 홍길동 @ 특파원 = ･ ・ 編集委員".split(),
    *"By and von Jane Roe, MD Staff Writer | Reuters (Reuters) - Dr. Reporting by; in .".split(),
    *": : // @roe Written reviewed the Editing".split(),
    *(" ", "\u3000", "  "),
)
LISTS = st.lists(st.sampled_from(WORDS), max_size=40)
ANY_TEXT = st.text(max_size=200) | LISTS.map("".join) | LISTS.map(" ".join)


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isprintable() and not char.isspace())


@given(ANY_TEXT)
def test_names_and_values_stand_in_the_text(text: str) -> None:
    found = [
        *(*split_names(text), *split_names(text, japanese=True), *spaced_names(text)),
        *(clean_name(text), desk_name(text)),
        *(name for byline in find_bylines(text) for name in byline.names),
        *(item.value for item in (*find_labelled(text), *find_spaced(text))),
    ]
    assert [name for name in found if _letters(name) not in _letters(text)] == []


@given(ANY_TEXT)
def test_offsets_are_in_the_text_and_in_order(text: str) -> None:
    for items in (find_labelled(text), find_spaced(text)):
        assert all(0 <= item.start < item.end <= len(text) for item in items)
        assert all(first.end <= second.start for first, second in pairwise(items))
    assert all(0 <= byline.start < byline.end <= len(text) for byline in find_bylines(text))


@given(ANY_TEXT, st.booleans(), st.booleans())
def test_a_byline_is_found_wherever_it_may_stand(text: str, starts: bool, ends: bool) -> None:
    # Less is known of a part of a paragraph, so that fewer forms may stand there.
    if find_bylines(text, starts, ends):
        assert find_bylines(text)


@given(ANY_TEXT)
def test_the_names_of_a_byline_begin_in_its_text(text: str) -> None:
    assert 0 <= byline_start(text) <= len(text)


@given(LISTS.map(" ".join))
def test_a_person_begins_with_a_word_that_may_begin_a_name(text: str) -> None:
    words = text.split()
    for first, second in pairwise(words):
        if is_person(f"{first} {second}"):
            assert may_begin_name(f"{first} {second}")


READERS = (
    *(find_bylines, find_labelled, find_spaced),
    *(split_names, spaced_names, desk_name, clean_name, is_person),
)
MODULES = (
    *("finder", "chinese", "japanese", "korean", "cjk", "lists", "exclusions"),
    *("spaced", "person", "colons", "item"),
)
UNITS = (
    *("记者 林知秋、", "（", "责 编：林", "责 编 林 青 ", "By Jane Roe, ", "A. ", " ", "："),
    *("기자 홍길동 ", "【林千秋", "by ", "_NN1"),
)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
@pytest.mark.parametrize("unit", UNITS)
def test_work_grows_in_proportion_to_the_text(reader: Callable[[str], object], unit: str) -> None:
    def work(count: int) -> int:
        return lines_run(lambda: reader(unit * count), *MODULES)

    work(1)  # reads the lexicon
    assert work(800) <= 4.5 * work(200) + 20
