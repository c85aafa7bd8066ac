"""A match key keeps letters and digits; tried on every character."""

from __future__ import annotations

from newsclean.text.match_key import match_key


def test_all_letters_and_digits_are_kept_and_nothing_else() -> None:
    every = "".join(map(chr, range(0x110000)))
    assert match_key(every) == "".join(filter(str.isalnum, every)).casefold()
