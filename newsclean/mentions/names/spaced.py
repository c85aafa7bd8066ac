"""Reads bylines of languages that put spaces between words.

`By Jane Roe, MD, and John Poe, Staff Writer | Reuters` names Jane Roe and John Poe. A byline is

    byline   = [ label ] name { separator name } { rest }
    label    = words of the lexicon ["and" pictures] [":"]      By, Text:, Fotos und Text:
    name     = [ title ] words [ degree | job ]                 Dr. Anna Weber MD
    rest     = sign anything | place | pictures anything        | Reuters, in Berlin, Foto: …

where the labels, the words for "and", the jobs and those for pictures are words of the lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from newsclean.lexicon.lookups import (
    OF_SOMEBODY,
    and_words,
    byline_phrases,
    picture_words,
    words_of,
)
from newsclean.mentions.dates.finder import without_dates
from newsclean.mentions.names.lists import ADDRESS
from newsclean.mentions.names.person import LONGEST_NAME, MOST_WORDS, is_person
from newsclean.text.patterns import lazy

# A point after one of these, or after a single capital, ends no sentence.
ABBREVIATIONS = ("Dr", "Mr", "Ms", "Mrs", "Rev", "Prof", "Jr", "Sr", "St")
NO_ABBREVIATION = "".join(rf"(?<!{word}\.\s)" for word in ABBREVIATIONS)
# Everything after the names: from a bar, a dash with spaces, an opened bracket, wide space, or the
# end of a sentence on.
REST = lazy(
    rf"""
    \s* (?: [|·•∙⋅●◆│¦(\[{{»›>] | \s[-–—]+(?:\s|$) | [–—]\s | \s/\s | \s{{2,}}
    | [.!?;:]\s(?=[A-Z])(?<![A-Z]\.\s) {NO_ABBREVIATION}
    ) .*$
    """,
    re.S | re.X,
)
# One of these is in every match of it, and in few texts.
SIGN_OF_REST = lazy(r"[|·•∙⋅●◆│¦(\[{»›>\-–—/.!?;:]|\s{2}")
# Words that go on after the name: for the paper, in a place, on a day.
GOES_ON = lazy(
    r"""
    (?:,|(?<![,\s])\s)\s*+
    (?: for|in|on|at|from|of|to|as|with\s+files|special\s+to|is|was|has
    | updated|published|posted|last|reviewed|edited|fact[- ]checked|medically|view|see|read|follow
    | writes|reports|reporting|contributed|translated
    | für|aus|am|um|pour|le|à|para|el|il|per|em|till|voor|dla|для|специально
    ) \s.*$
    """,
    re.S | re.X,
)
# A place in languages whose word for "in" is one letter: in others it is "and", between two names.
IN_A_PLACE = lazy(r"(?<=[^\W\d_])\s+(?:a|i|w|we|v|ve|u)\s+[^\W\d_a-z][\w-]{1,30}\s*$")
# From the label of those who did something else for the article: ", Fotos: Max Öztürk".
OTHER_WORK = lazy(
    lambda: (
        rf"""
    (?:^|(?<=[\s,;|/–—(-])) (?:{picture_words()})
    (?: \s?[:：=] | (?<=\.)\s | \s(?:{OF_SOMEBODY})\s ) .*$
    """
    ),
    re.I | re.S | re.X,
)
BETWEEN_NAMES = lazy(
    lambda: (
        rf"""
    (?:(?<!\s)\s++)?[,;/&＆+、،]\s*+ (?:(?:{and_words()}|i)\s+)?
    | (?<!\s)\s++ (?:{and_words()}) \s+
    | (?<!\s)\s++ [ai] \s+ (?=[^\W\d_a-z]\S{{0,30}}\s[^\W\d_a-z])
    """
    ),
    re.X,
)
TITLE = lazy(
    r"""
    ^(?: (?:dr|prof|professor|mr|mrs|ms|rev|ph\.?d|dipl\.?-ing|mag|ing|doc)\b\.?\s+
         (?:med\.\s+)? )+ (?=\w)
    """,
    re.I | re.X,
)
# What the text is, before the name of its author: "Interview: Jane Roe".
GENRE = lazy(r"^[A-ZÀ-Þ][a-zà-ÿ]{3,14}\s?:\s(?=[^\W\d_a-z][^\s:]{1,20}\s[^\W\d_a-z])")
NOT_A_DESK = lazy(r"[:!?/@]|^\d+(?:\s|$)")
EDGES = " \u3000\u00a0.,:;|/\"'“”*#·•⋅_–—-&"
# Words of the page's controls that a desk's name may begin with.
ARTICLES = frozenset(("the",))
LONGEST_BYLINE = 300


def byline_start(text: str) -> int:
    """Where the names begin in a text that begins with a byline's words, else 0.

    >>> byline_start("Written by: Jane Roe"), byline_start("ByJane Roe"), byline_start("Byron Poe")
    (12, 2, 0)
    """
    at, by = 0, byline_phrases()
    while text[at : at + 2].casefold() in by.openings and (found := by.pattern.match(text, at)):
        if text[found.end() - 1].isalpha() and not text[found.end()].isupper():
            break
        at = found.end()
    return at


def spaced_names(text: str) -> tuple[str, ...]:
    """The people in a byline, without roles, degrees, outlets, places and addresses.

    >>> spaced_names("By Jane Roe, MD, and John Poe, Staff Writer | River Post")
    ('Jane Roe', 'John Poe')
    >>> spaced_names("Von Dr. Anna Weber und Max Öztürk, Hafenstadt")
    ('Anna Weber', 'Max Öztürk')
    >>> spaced_names("JANE ROE for the River Post"), spaced_names("River Post Staff")
    (('JANE ROE',), ())
    """
    found: list[str] = []
    for part in BETWEEN_NAMES.split(_names_of_byline(text)):
        name = clean_name(part)
        if is_person(name) and not any(name.startswith(other) for other in found):
            found.append(name)
    return tuple(found)


def clean_name(text: str) -> str:
    """A name without the title before it, and without the degrees and the job after it.

    >>> clean_name("Prof. Jane Roe MD"), clean_name("Jane Roe Senior Editor")
    ('Jane Roe', 'Jane Roe')
    >>> clean_name("Jeanne ROE"), clean_name("Jane Roe Legal affairs correspondent")
    ('Jeanne ROE', 'Jane Roe')
    """
    words = TITLE.sub("", text.strip(EDGES)).split()
    for index, word in enumerate(words):
        if index > 1 and (_is_job(word) or _is_degree(word)):
            words = words[: _start_of_job(words, index)]
            break
    return " ".join(words).strip(EDGES)


def _start_of_job(words: Sequence[str], index: int) -> int:
    """Where a job begins whose last word is at `index`: Legal affairs correspondent.

    Its first word has a capital and the others have none, which are no particles of names.
    """
    start = index
    while start > 2 and words[start].islower() and words[start] not in words_of("name.particle"):
        start -= 1
    return start


def desk_name(text: str) -> str:
    """The account, desk or outlet that stands where a byline's name does, as printed.

    The result is "" if the text is no such name.

    >>> desk_name("By The River Post Team | 4 May 2024"), desk_name("by Amanda")
    ('The River Post Team', 'Amanda')
    >>> desk_name("More articles"), desk_name("12 comments"), desk_name("by 2024")
    ('', '', '')
    """
    name = _names_of_byline(text).strip(EDGES)
    return name if _may_be_desk(name) else ""


def _may_be_desk(name: str) -> bool:
    words = name.casefold().split()
    if not 2 <= len(name) <= LONGEST_NAME or len(words) > MOST_WORDS:
        return False
    if NOT_A_DESK.search(name) or not any(map(str.isalpha, name)):
        return False
    if _words_of_nobody().issuperset(words):
        return False
    is_sentence = len(words) > 1 and name == name.lower()
    has_control = not words_of("person.screen").isdisjoint({words[0], words[-1]} - ARTICLES)
    return not is_sentence and not has_control


@cache
def _words_of_nobody() -> frozenset[str]:
    """The words of which a name has at least one other."""
    return words_of("person.screen") | words_of("person.job") | words_of("name.account")


def _names_of_byline(text: str) -> str:
    """What a byline says, without its first words, dates, addresses and what follows."""
    text = ADDRESS.sub("  ", text[:LONGEST_BYLINE]).lstrip(EDGES)
    text = "" if OTHER_WORK.match(text) else GENRE.sub("", text)
    text = without_dates(text[byline_start(text) :])[0].strip(EDGES)
    text = OTHER_WORK.sub("", text[byline_start(text) :])
    text = REST.sub("", text) if SIGN_OF_REST.search(text) else text
    return IN_A_PLACE.sub("", GOES_ON.sub("", text))


def _is_job(word: str) -> bool:
    return word.strip(".,®™").casefold() in words_of("person.job")


def _is_degree(word: str) -> bool:
    """Whether a word is a degree, which is written with a capital or a point inside."""
    word = word.strip(".,®™")
    is_written_so = word.isupper() or "." in word or word[1:] != word[1:].lower()
    return is_written_so and word.replace(".", "").casefold() in words_of("person.degree")
