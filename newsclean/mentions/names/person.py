"""Whether text is the name of a person, in languages that put spaces between words."""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import pairwise

from newsclean.lexicon.lookups import words_of
from newsclean.text.patterns import lazy
from newsclean.text.scripts import WIDE

# What may be joined to a name with a capital of its own. Any other capital inside of a word begins
# the next entry of a menu.
JOINED = lazy(r"^(?:Mac|Mc|De|Di|Du|La|Le|Lo|Van|Von|Fitz)(?=[A-Z])")
APOSTROPHES = "'’"
IN_NAMES = ".-'’`‘"
ARABIC_ARTICLES = ("al", "el")
LONGEST_NAME, MOST_WORDS = 60, 5


def is_person(name: str) -> bool:
    """Whether a text looks like the full name of a person.

    Its words are capitalised, and none is a word of outlets, of jobs or of the page's own controls.

    >>> is_person("Ursula von der Aue"), is_person("J. Q. Public"), is_person("MEI ROE")
    (True, True, True)
    >>> is_person("Anna McKay"), is_person("CareersOpen Positions")
    (True, False)
    >>> is_person("ليلى الحسّان"), is_person("मीरा शर्मा"), is_person("न्यूज डेस्क")
    (True, True, False)
    >>> is_person("River Post Staff"), is_person("Jane"), is_person("La Prensa")
    (False, False, False)
    """
    words = name.split()
    if not 1 < len(words) <= MOST_WORDS or len(name) > LONGEST_NAME:
        return False
    if not name.isascii() and WIDE.search(name):
        return False
    if name.casefold() in words_of("name.none"):  # Los Angeles, Creative Commons
        return False
    if len(words) == 2 and words[0].lower() in words_of("name.particle"):  # La Prensa, Der Bote
        return False
    return all(map(_is_name_word, words)) and not _is_particle(words[-1])


def may_begin_name(text: str) -> bool:
    """Whether a text may begin with the name of a person; its first word decides.

    >>> may_begin_name("Jane Roe writes"), may_begin_name("Share this"), may_begin_name("Jane")
    (True, False, False)
    """
    first, space, _ = text.partition(" ")
    return bool(first and space) and _is_name_word(first)


def _is_name_word(word: str) -> bool:
    return _is_particle(word) or (
        _is_capitalised(word)
        and _is_spelled_as_name(word)
        and not _is_glued(word)
        and not _is_other_word(_key(word))
    )


def _key(word: str) -> str:
    return word.casefold().strip(".,'’")


def _is_particle(word: str) -> bool:
    return _key(word) in words_of("name.particle")


def _is_capitalised(word: str) -> bool:
    """Whether a word begins with a capital, if its script has any: O'Roe, d'Arc, al-Amin."""
    # title(), as Georgian has capitals that no name is written with.
    return (
        word[:1] == word[:1].title()
        or (word[1:2] in APOSTROPHES and word[2:3].isupper())
        or ("-" in word and word[:2].casefold() in ARABIC_ARTICLES)
    )


def _is_spelled_as_name(word: str) -> bool:
    """Whether a word is letters, with their accents and the signs that names have."""
    return word.isalpha() or (
        (word[0].isalpha() or word[1:2] in APOSTROPHES)
        and all(
            char.isalpha() or char in IN_NAMES or unicodedata.category(char).startswith("M")
            for char in word
        )
    )


def _is_glued(word: str) -> bool:
    """Whether two words follow each other without a space: CareersOpen."""
    if word[1:].islower() or word.isupper():
        return False
    word = JOINED.sub("", word)
    return any(left.islower() and right.isupper() for left, right in pairwise(word))


def _is_other_word(key: str) -> bool:
    """Whether a word, or its last part, is one of jobs, outlets or controls: ARD-Studio."""
    words = _other_words()
    return key in words or ("-" in key and key.rpartition("-")[2] in words)


@cache
def _other_words() -> frozenset[str]:
    return words_of("person.job") | words_of("person.outlet") | words_of("person.screen")
