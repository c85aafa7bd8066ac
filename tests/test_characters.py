"""What two printings of a text share, over every character there is."""

from __future__ import annotations

from newsclean.text.characters import text_length
from newsclean.text.match_key import match_key

EVERY = [chr(code) for code in range(0x110000)]


def test_squeeze_keeps_all_letters_and_digits_and_nothing_else() -> None:
    wanted = "".join(char for char in EVERY if char.isalnum()).casefold()
    assert match_key("".join(EVERY)) == wanted


def test_wide_letters_count_alone_and_in_runs() -> None:
    assert text_length("渡轮 a 返航") == text_length("渡轮返航") + len(" a ") == 15
