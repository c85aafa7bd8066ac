"""Credits that begin with a phrase of agencies: `Reporting by A in B; Editing by C`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from newsclean.fields.credits.placed import PlacedCredit, with_brackets
from newsclean.lexicon.lookups import credit_phrases
from newsclean.mentions.names.lists import split_names
from newsclean.model import Credit
from newsclean.text.patterns import lazy

PLACE = lazy(r"(?<!\s)\s++in\s++[^,;&]*?(?=[,;&]|(?<!\s)\s++and\s|$)")
PHRASE_END = lazy(r"[;)\]]|\.(?:\s|$)")


def _opens_phrase(text: str) -> bool:
    """Whether a phrase may start the text, or stand first in a bracket."""
    return any(map(credit_phrases().may_open, text.split("(")))


def phrase_credits(text: str) -> Iterator[PlacedCredit]:
    """Credits such as agencies print: `Reporting by A in B; Editing by C`.

    They start the text or stand in brackets.
    """
    phrases = credit_phrases()
    matches = list(phrases.pattern.finditer(text)) if _opens_phrase(text) else []
    if not matches or (matches[0].start() and text[matches[0].start() - 1] != "("):
        return
    limits = [*(match.start() for match in matches), len(text)]
    for match, (start, limit) in zip(matches, pairwise(limits), strict=True):
        end = match.end() + _length_of_names(text[match.end() : limit])
        names = split_names(PLACE.sub("", text[match.end() : end]))
        if names:
            role = phrases.groups[match[1].casefold()].removeprefix("role.")
            credit = Credit(match[1], names, text[start:end], role)
            yield PlacedCredit(credit, *with_brackets(text, start, end))


def _length_of_names(value: str) -> int:
    """Where the names end that start a text: at a full stop, a bracket or a semicolon."""
    stop = PHRASE_END.search(value)
    if stop and not _is_initial(value, stop.start()):
        return stop.start()
    return len(value.rstrip())


def _is_initial(text: str, dot: int) -> bool:
    """Whether a full stop ends an initial.

    >>> _is_initial("Ann L. Lee", 5), _is_initial("Ann Lee.", 7)
    (True, False)
    """
    word = text[:dot].rpartition(" ")[2]
    return text[dot] == "." and word.isupper() and len(word) < 3
