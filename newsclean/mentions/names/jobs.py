"""Names without the titles, degrees and jobs beside them, in languages with spaces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from newsclean.lexicon.lookups import words_of
from newsclean.text.patterns import lazy

TITLE = lazy(
    r"""
    ^(?: (?:dr|prof|professor|mr|mrs|ms|rev|ph\.?d|dipl\.?-ing|mag|ing|doc)\b\.?\s+
         (?:med\.\s+)? )+ (?=\w)
    """,
    re.I | re.X,
)
EDGES = " \u3000\u00a0.,:;|/\"'“”*#·•⋅_–—-&"


def clean_name(text: str) -> str:
    """A name without the title or job before it, and the degrees and the job after it.

    >>> clean_name("Prof. Jane Roe MD"), clean_name("Jane Roe Senior Editor")
    ('Jane Roe', 'Jane Roe')
    >>> clean_name("Jeanne ROE"), clean_name("Jane Roe Legal affairs correspondent")
    ('Jeanne ROE', 'Jane Roe')
    >>> clean_name("dal nostro inviato Marco Bianchi"), clean_name("João da Silva texto")
    ('Marco Bianchi', 'João da Silva')
    >>> clean_name("Jane R."), clean_name("Jane Roe.")
    ('Jane R.', 'Jane Roe')
    """
    words = TITLE.sub("", strip_edges(text)).split()
    words = words[_end_of_job(words) :]
    for index, word in enumerate(words):
        if index > 1 and (_is_job(word) or _is_degree(word)):
            words = words[: _start_of_job(words, index)]
            break
    while len(words) > 2 and words[-1].islower() and words[-1].strip("()") in _works():
        words.pop()
    return strip_edges(" ".join(words))


def strip_edges(text: str) -> str:
    """A text without the signs around it, but for the point of an initial at its end.

    >>> strip_edges("· Jane Roe."), strip_edges("Jane R. |")
    ('Jane Roe', 'Jane R.')
    """
    stripped = text.strip(EDGES)
    is_initial = stripped[-2:-1] == " " and f"{stripped}." in text
    return f"{stripped}." if is_initial else stripped


def _end_of_job(words: Sequence[str]) -> int:
    """Where the name begins after a job: "dal nostro inviato", "Staff Reporter".

    Words in small letters and those of outlets and sections belong to the job; at least two words
    must be left for the name.
    """
    end = 0
    for index, word in enumerate(words[:-2]):
        if _is_job(word):
            end = index + 1
        elif not (word.islower() or word.casefold() in _words_of_jobs()):
            break
    return end


@cache
def _words_of_jobs() -> frozenset[str]:
    """The words with a capital before a job: Staff, Health."""
    return words_of("person.outlet") | words_of("person.screen")


@cache
def _works() -> frozenset[str]:
    """The words for texts and pictures that stand after the name of who made them."""
    return words_of("label.author") | words_of("label.picture")


def _start_of_job(words: Sequence[str], index: int) -> int:
    """Where a job begins whose last word is at `index`: Legal affairs correspondent.

    Its first word has a capital and the others have none, which are no particles of names.
    """
    start = index
    while start > 2 and words[start].islower() and words[start] not in words_of("name.particle"):
        start -= 1
    return start


def _is_job(word: str) -> bool:
    return word.strip(".,®™").casefold() in words_of("person.job")


def _is_degree(word: str) -> bool:
    """Whether a word is a degree, which is written with a capital or a point inside."""
    word = word.strip(".,®™")
    is_written_so = word.isupper() or "." in word or word[1:] != word[1:].lower()
    return is_written_so and word.replace(".", "").casefold() in words_of("person.degree")
