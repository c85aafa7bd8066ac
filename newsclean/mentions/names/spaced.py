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
from functools import cache

from newsclean.lexicon.lookups import (
    OF_SOMEBODY,
    and_words,
    byline_phrases,
    label_words,
    picture_words,
    words_of,
)
from newsclean.mentions.dates.finder import without_dates
from newsclean.mentions.dates.words import PUBLISHED, UPDATED
from newsclean.mentions.names.jobs import EDGES, clean_name, strip_edges
from newsclean.mentions.names.lists import without_addresses
from newsclean.mentions.names.person import LONGEST_NAME, MOST_WORDS, is_person
from newsclean.text.patterns import lazy

# A point after one of these, or after a single capital, ends no sentence.
ABBREVIATIONS = ("Dr", "Mr", "Ms", "Mrs", "Rev", "Prof", "Jr", "Sr", "St")
NO_ABBREVIATION = "".join(rf"(?<!{word}\.\s)" for word in ABBREVIATIONS)
# Everything after the names: from a bar, a dash with spaces, an opened bracket, wide space, or the
# end of a sentence on.
REST = lazy(
    rf"""
    \s* (?: [|·•∙⋅●◆│¦(\[{{»›>] | \s[-–—]+(?:\s|$) | [–—]\s | \s{{2,}}
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
    (?: for|For(?=\s[A-Z])|in|on|at|from|of|to|as|with\s+files|special\s+to|is|was|has
    | Leave(?=\sa\s)
    | updated|published|posted|last|reviewed|edited|fact[- ]checked|medically|view|see|read|follow
    | writes|reports|reporting|contributed|translated
    | (?:op|às|as|dne|dnia|den)(?=\s*$|\s\d)
    | für|aus|am|um|pour|le|à|para|el|il|per|em|till|voor|dla|для|специально
    ) (?:\s.*)?$
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
# A place or an outlet after a name in capitals: JANE ROE Seville, JANE ROE Associated Press.
AFTER_CAPITALS = lazy(
    r"(?<![^\W\d_])(?P<name>[A-ZÀ-ÞА-Я]{2,20}(?:\s[A-ZÀ-ÞА-Я]{3,20}){1,3})\s[A-ZÀ-ÞА-Я][a-zß-ÿа-я].*$",
    re.S,
)
# Left of "Jane Roe and is filed under Boats".
AND_AT_END = lazy(lambda: rf"(?<!\s)\s++(?:{and_words()})\s*$")
# What the text is, before the name of its author: "Interview: Jane Roe", "Opinion | Jane Roe".
GENRE = lazy(r"^[A-ZÀ-Þ][a-zà-ÿ]{3,14}\s?[:|]\s(?=[^\W\d_a-z][^\s:]{1,20}\s[^\W\d_a-z])")
NOT_A_DESK = lazy(r"[:!?/@]|^\d+(?:\s|$)")
# Words of the page's controls that a desk's name may begin with.
ARTICLES = frozenset(("the",))
# What the Turkish capital İ leaves behind in small letters.
DOT_ABOVE = "\u0307"
LONGEST_BYLINE = 300
MOST_LABEL_WORDS = 3


def byline_start(text: str) -> int:
    """Where the names begin in a text that begins with a byline's words, else 0.

    >>> byline_start("Written by: Jane Roe"), byline_start("ByJane Roe"), byline_start("Byron Poe")
    (12, 2, 0)
    """
    at, by = 0, byline_phrases()
    while by.may_open(text, at) and (found := by.pattern.match(text, at)):
        if text[found.end() - 1].isalpha() and not text[found.end()].isupper():
            break
        at = found.end()
    return at


def starts_with_picture(text: str) -> bool:
    """Whether a text begins with the label of those who took the pictures.

    >>> starts_with_picture("Foto: Anna Weber"), starts_with_picture("Fotohaus Weber")
    (True, False)
    """
    return OTHER_WORK.match(text) is not None


def spaced_names(text: str) -> tuple[str, ...]:
    """The people in a byline, without roles, degrees, outlets, places and addresses.

    >>> spaced_names("By Jane Roe, MD, and John Poe, Staff Writer | River Post")
    ('Jane Roe', 'John Poe')
    >>> spaced_names("Von Dr. Anna Weber und Max Öztürk, Hafenstadt")
    ('Anna Weber', 'Max Öztürk')
    >>> spaced_names("JANE ROE for the River Post"), spaced_names("River Post Staff")
    (('JANE ROE',), ())
    """
    found: dict[str, str] = {}
    for part in BETWEEN_NAMES.split(_names_of_byline(text)):
        name = clean_name(AFTER_CAPITALS.sub(r"\g<name>", part))
        key = name.casefold()
        if is_person(name) and not any(key.startswith(other) for other in found):
            found[key] = name
    return tuple(found.values())


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
    words = name.casefold().replace(DOT_ABOVE, "").split()
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
    groups = ("person.screen", "person.job", "name.account", "name.particle")
    return frozenset().union(*map(words_of, groups))


def _names_of_byline(text: str) -> str:
    """What a byline says, without its first words, dates, addresses and what follows."""
    text = without_addresses(text[:LONGEST_BYLINE], "  ").lstrip(EDGES)
    text = "" if starts_with_picture(text) else GENRE.sub("", text)
    text = strip_edges(_before_label(without_dates(text[byline_start(text) :])[0]))
    text = OTHER_WORK.sub("", text[byline_start(text) :])
    text = REST.sub("", text) if SIGN_OF_REST.search(text) else text
    return AND_AT_END.sub("", IN_A_PLACE.sub("", GOES_ON.sub("", text)))


def _before_label(text: str) -> str:
    """A text up to the next label on its line: "Anna Nowak Źródło: Kurier".

    The longest label prevails, of three words at most.
    """
    head, colon, _ = text.partition(":")
    words = head.split() if colon else []
    for size in range(min(MOST_LABEL_WORDS, len(words) - 1), 0, -1):
        if "".join(words[-size:]).casefold() in _next_labels():
            return " ".join(words[:-size])
    return text


@cache
def _next_labels() -> frozenset[str]:
    """The labels that may follow a byline, without spaces: of sources, roles, dates, addresses."""
    dates = ("".join(word.split()) for word in (*PUBLISHED, *UPDATED))
    return frozenset(label_words().groups).union(dates, words_of("name.contact"))
