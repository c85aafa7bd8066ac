"""Text in a script of many languages -> the language whose common words it has most of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache

from newsclean.text.package_data import read_rows
from newsclean.text.patterns import lazy

# A word with the signs of vowels that Devanagari puts between its letters.
WORD = lazy(r"[^\W\d_]++(?:[\u093c-\u094d\u0900-\u0903]++[^\W\d_]*+)*+")
# For bytes of UTF-8: a space for all of ASCII but its letters.
SPACED = bytes(code if code > 127 or chr(code).isalpha() else 32 for code in range(256))

# Of a text in a language about a third of the words are in its list; in that of another language,
# a few in a hundred.
LEAST_SHARE, LEAST_SHARE_IF_STATED = 0.08, 0.04
# What a word is worth, which the languages that have it share: a whole number that can be divided
# by any number up to sixteen, so that sums are exact.
WORTH = 720720
# With so many words and none of them known, the page is believed in what it says of a language
# that has no list.
ENOUGH_WORDS = 20
# Neighbours share half of their lists. The page decides between two of which the lesser has this
# much of the other's words.
AS_GOOD = 0.8


def language_by_words(text: str, script: str, stated: str) -> str | None:
    """The language of a text in a script of `words.tsv`, or None if nothing speaks for one.

    `stated` is the tag of the language that the page states, if it does.

    >>> language_by_words("de trein en het veer", "latin", "")
    'nl'
    >>> language_by_words("xyzzy", "latin", "") is None
    True
    """
    counts = _count_words(text)
    languages = _languages_by_word()[script]
    known = [(counts[word], languages[word]) for word in counts.keys() & languages.keys()]
    known += _by_letters(counts, script)
    best = _most_likely(known, script, stated)
    of_best, of_stated = (
        sum(count for count, tags in known if tag in tags) for tag in (best, stated)
    )
    least = LEAST_SHARE_IF_STATED if best == stated else LEAST_SHARE
    if not best or of_best < least * counts.total():
        has_no_list = stated and stated not in _lists()[script]
        return stated if has_no_list and counts.total() > ENOUGH_WORDS else None
    return stated if of_stated >= AS_GOOD * of_best else best


def _by_letters(counts: Mapping[str, int], script: str) -> list[tuple[int, tuple[str, ...]]]:
    """How often words with a letter of few languages stand in a text, and these languages."""
    languages = _languages_by_letter()[script]
    return [
        (count, languages[letter])
        for word, count in counts.items()
        if not word.isascii()
        for letter in languages.keys() & set(word)
    ]


def has_list(script: str) -> bool:
    """Whether the languages of this script have lists of words.

    >>> has_list("cyrillic"), has_list("th")
    (True, False)
    """
    return script in _lists()


def _most_likely(known: list[tuple[int, tuple[str, ...]]], script: str, stated: str) -> str:
    """The language with most weight, "" if no word is known."""
    weights: defaultdict[str, int] = defaultdict(int)
    for count, tags in known:
        for tag in tags:
            weights[tag] += count * WORTH // len(tags)
    in_order = [tag for tag in _lists()[script] if tag in weights]
    return max(in_order, key=lambda tag: (weights[tag], tag == stated), default="")


def _count_words(text: str) -> Counter[str]:
    """The words in lower case; a text of ASCII needs no pattern."""
    data = text.lower().encode(errors="surrogatepass").translate(SPACED)
    words = Counter(data.decode(errors="surrogatepass").split())
    for token in [token for token in words if not token.isascii()]:
        count = words.pop(token)
        for word in WORD.findall(token):
            words[word] += count
    return words


@cache
def _lists() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """The words by script and language."""
    lists: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for script, language, words in read_rows("newsclean.mentions.language", "words.tsv"):
        lists[script][language] = tuple(words.split())
    return dict(lists)


@cache
def _languages_by_word() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """The languages that have a word in their list, by script and word."""
    return {script: _invert(lists) for script, lists in _lists().items()}


@cache
def _languages_by_letter() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """The languages that have a letter which few others have, by script and letter."""
    lists: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for script, language, letters in read_rows("newsclean.mentions.language", "own_letters.tsv"):
        lists[script][language] = tuple(letters.split())
    return {script: _invert(lists[script]) for script in _lists()}


def _invert(lists: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
    languages: defaultdict[str, list[str]] = defaultdict(list)
    for language, words in lists.items():
        for word in words:
            languages[word].append(language)
    return {word: tuple(tags) for word, tags in languages.items()}
