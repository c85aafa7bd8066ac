"""Sets and patterns made from the lexicon, each made once, when it is first needed."""

from __future__ import annotations

from functools import cache

from newsclean.lexicon import lexicon


@cache
def words_of(group: str, language: str = "") -> frozenset[str]:
    """Return the texts of a group in casefolded form: those of one language, or of all of them.

    >>> "editor" in words_of("person.job"), "editor" in words_of("person.job", "de")
    (True, False)
    """
    entries = lexicon().group(group)
    return frozenset(entry.text.casefold() for entry in entries if language in ("", entry.language))
