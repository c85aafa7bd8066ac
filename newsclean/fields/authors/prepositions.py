"""Words that alone stand before an author in some languages: De María Gómez, Per Anna Puig.

In other languages the same words begin names or sentences, so they count only in texts of the
language.
"""

from __future__ import annotations

from newsclean.fields.context import Context
from newsclean.lexicon.lookups import words_of

# A longer line that begins with such a word is a sentence.
LONGEST_LINE = 60


def after_preposition(context: Context, text: str) -> int:
    """Where the names start in a line that begins with a preposition, else 0."""
    word, space, rest = text.partition(" ")
    if not space or len(text) > LONGEST_LINE or rest[:1] != rest[:1].title():
        return 0
    return len(word) + 1 if word.casefold() in _prepositions(context) else 0


def _prepositions(context: Context) -> frozenset[str]:
    language = context.language
    return words_of("name.by", language) if language else frozenset()
