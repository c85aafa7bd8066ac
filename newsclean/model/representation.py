"""Values in one short line, for the prompt and for a list of them."""

from __future__ import annotations

# A line of a terminal has some eighty characters; a title leaves room for what follows it.
LONGEST_SHOWN = 40


def shorten(text: str | None) -> str:
    """A text in quotation marks, cut where it is long, and without characters that do not print.

    >>> shorten("The ferry returns\\nto the island, the council of the harbour says")
    "'The ferry returns to the island, the cou…'"
    >>> shorten(None)
    'None'
    """
    if text is None:
        return "None"
    line = one_line(text)
    return repr(line if len(line) <= LONGEST_SHOWN else line[:LONGEST_SHOWN] + "…")


def one_line(text: str) -> str:
    """A text on one line, with a space for each character that does not print."""
    shown = (character if character.isprintable() else " " for character in text)
    return " ".join("".join(shown).split())
