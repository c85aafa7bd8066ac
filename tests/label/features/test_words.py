"""Words of texts in any script."""

from __future__ import annotations

import pytest

from newsclean.label.features.blocks import count_words
from newsclean.label.features.words import first_words, topic_words
from newsclean.model import Block


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The ferry sails", 3),
        ("渡轮复航", 5),
        ("เรือข้ามฟากกลับมาให้บริการอีกครั้ง", 7),
        ("ເຮືອຂ້າມຟາກ ກັບມາ", 5),
        ("သင်္ဘောပြန်ပြေး", 4),
        ("សាឡាងចម្លងទន្លេ", 4),
        ("བོད་ཡིག་གི་ཚིག་", 4),
        ("नाव सोमवार से फिर चलेगी", 5),
        ("๑๒๓๔๕๖๗๘๙๐", 1),
    ],
)
def test_the_words_of_a_block_are_counted_in_any_script(text: str, words: float) -> None:
    assert count_words([Block(text, "p", 0)]).words == [words]


@pytest.mark.parametrize("text", ["ಮೊದಲ ದೋಣಿ", "முதல் படகு", "প্রথম নৌকা", "پہلی کشتی", "პირველი ნავი"])
def test_vowel_signs_do_not_divide_words(text: str) -> None:
    assert first_words(text) == text.split()


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("เรือข้ามฟากกลับมา", "ชาวบ้านดีใจที่เรือข้ามฟากกลับมาแล้ว"),
        ("သင်္ဘောပြန်ပြေး", "ကူးတို့သင်္ဘောပြန်ပြေးသည်"),
        ("नाव सेवा फिर शुरू", "सोमवार को नाव सेवा फिर शुरू हुई"),
    ],
)
def test_a_text_about_the_title_shares_words_with_it(title: str, text: str) -> None:
    assert topic_words(title).intersection(first_words(text))


def test_words_divided_by_zero_width_spaces_are_compared_whole() -> None:
    assert "ទន្លេ" in topic_words("សាឡាង\u200bទន្លេ")
    assert "ទន្លេ" in first_words("លើ\u200bទន្លេ")
