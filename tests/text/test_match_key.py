"""A match key keeps letters and digits; tried on every character."""

from __future__ import annotations

from newsclean.text.match_key import match_key

EVERY = [chr(code) for code in range(0x110000)]


def test_all_letters_and_digits_are_kept_and_nothing_else() -> None:
    wanted = "".join(char for char in EVERY if char.isalnum()).casefold()
    assert match_key("".join(EVERY)) == wanted
