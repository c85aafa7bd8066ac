"""Names in bylines of languages that space words: `By Jane Roe, MD, and John Poe, Staff Writer | Reuters` -> Jane Roe, John Poe."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from newsclean.lexicon.lookups import byline_phrases, words_of
from newsclean.mentions.dates.finder import without_dates
from newsclean.mentions.names.cjk import MAIL, WIDE

# What parts a name from what is said of it: a bar, a dot between, a dash with spaces, an opened bracket, wide space, a pronoun's stop.
CUT = re.compile(
    r"\s*(?:[|·•∙⋅●◆│¦(\[{»›>]|\s[-–—]+(?:\s|$)|[–—]\s|\s/\s|\s{2,}|[.!?;:]\s(?=[A-Z])(?<![A-Z]\.\s)(?<!Dr\.\s)(?<!Mr\.\s)(?<!Ms\.\s)(?<!Mrs\.\s)(?<!Rev\.\s)(?<!Prof\.\s)(?<!Jr\.\s)(?<!Sr\.\s)(?<!St\.\s)).*$",
    re.S,
)
# What every cut begins with.
CUT_SIGN = re.compile(r"[|·•∙⋅●◆│¦(\[{»›>\-–—/.!?;:]|\s{2}")
# Words that go on after the name: for the paper, in a place, on a day.
GOES_ON = re.compile(
    r"(?:,|(?<![,\s])\s)\s*+(?:for|in|on|at|from|of|to|as|with\s+files|special\s+to|updated"
    r"|published|posted|last|reviewed|edited|fact[- ]checked|medically|view|see|read|follow|is|was"
    r"|has|writes|reports|reporting|contributed|translated|für|aus|am|um|pour|le|à|para|el|il|per"
    r"|em|till|voor|dla|для|специально)\s.*$",
    re.S,
)
PARTS = re.compile(
    r"(?:(?<!\s)\s++)?[,;/&＆+、،]\s*+(?:(?:and|und|et|y|e|og|och|en|и|i|ve|with)\s+)?"
    r"|(?<!\s)\s++(?:and|und|et|y|e|og|och|en|и|ve|with|(?-i:dan|və|và)|और|এবং|و|اور|და)\s+",
    re.IGNORECASE,
)
TITLE = re.compile(r"^(?:(?:dr|prof|professor|mr|mrs|ms|rev|ph\.?d|dipl\.?-ing|mag|ing|doc)\b\.?\s+(?:med\.\s+)?)+(?=\w)", re.IGNORECASE)
NOT_DESK = re.compile(r"[:!?/@]|^\d+(?:\s|$)")
EDGES = " \u3000\u00a0.,:;|/\"'“”*#·•⋅_–—-&"
# What may be joined to a name with a capital of its own; else a capital inside a word is the start of the next menu entry.
JOINED = re.compile(r"^(?:Mac|Mc|De|Di|Du|La|Le|Lo|Van|Von|Fitz)(?=[A-Z])")
ARTICLES = frozenset(("the",))
LONGEST_NAME, LONGEST_BYLINE, MOST_WORDS = 60, 300, 5


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


def is_person(name: str) -> bool:
    """Whether a text looks like the full name of a person: capitalised words, none of them an outlet's, a job's or the page's own.

    >>> is_person("Ursula von der Aue"), is_person("J. Q. Public"), is_person("MEI ROE")
    (True, True, True)
    >>> is_person("Anna McKay"), is_person("CareersOpen Positions")
    (True, False)
    >>> is_person("ليلى الحسّان"), is_person("मीरा शर्मा"), is_person("ანა ბერიძე"), is_person("न्यूज डेस्क")
    (True, True, True, False)
    >>> is_person("River Post Staff"), is_person("Fehler melden"), is_person("Jane"), is_person("Senior Analyst"), is_person("La Prensa")
    (False, False, False, False, False)
    """
    words = name.split()
    if WIDE.search(name) or (len(words) == 2 and words[0].lower() in words_of("name.particle")):  # La Prensa, Der Bote
        return False
    return (
        1 < len(words) <= MOST_WORDS
        and len(name) <= LONGEST_NAME
        and all(map(_is_name_word, words))
        and _is_name_word(words[-1], last=True)
    )


def may_begin(text: str) -> bool:
    """Whether the first words of a text may be a person's name: most lines begin with a word that is in none.

    >>> may_begin("Jane Roe writes"), may_begin("Share this"), may_begin("Jane")
    (True, False, False)
    """
    first, space, _ = text.partition(" ")
    return bool(space) and _is_name_word(first)


def _is_name_word(word: str, last: bool = False) -> bool:
    key = word.casefold().strip(".,'’")
    if key in words_of("name.particle"):
        return not last
    # So has every letter of a script that has no capitals, or as Georgian none in names.
    capital = (
        word[:1] == word[:1].title() or (word[1:2] in "'’" and word[2:3].isupper()) or (word[:2].casefold() in ("al", "el") and "-" in word)
    )
    return capital and _is_spelled(word) and not _is_glued(word) and not _is_no_name(key)


def _is_spelled(word: str) -> bool:
    """Whether a word is letters, with their accents and what names have between letters."""
    return word.isalpha() or (
        (word[0].isalpha() or word[1:2] in "'’")
        and all(char.isalpha() or char in ".-'’`‘" or unicodedata.category(char).startswith("M") for char in word)
    )


def _is_glued(word: str) -> bool:
    if word[1:].islower() or word.isupper():
        return False
    word = JOINED.sub("", word)
    return any(left.islower() and right.isupper() for left, right in pairwise(word))


def _is_no_name(word: str) -> bool:
    return word in words_of("person.job") or word in words_of("person.outlet") or word in words_of("person.screen")


def western_names(text: str) -> tuple[str, ...]:
    """The people in a byline, its roles, degrees, outlets, places and addresses left out.

    >>> western_names("By Jane Roe, MD, and John Poe, Staff Writer | River Post")
    ('Jane Roe', 'John Poe')
    >>> western_names("Von Dr. Anna Weber und Max Öztürk, Hafenstadt"), western_names("JANE ROE for the River Post")
    (('Anna Weber', 'Max Öztürk'), ('JANE ROE',))
    >>> western_names("Published 4 May"), western_names("River Post Staff")
    ((), ())
    """
    found: list[str] = []
    for part in PARTS.split(GOES_ON.sub("", said(text))):
        name = clean_name(part)
        if is_person(name) and not any(name.startswith(other) for other in found):
            found.append(name)
    return tuple(found)


def clean_name(part: str) -> str:
    """A name without title, degrees, and the job after it.

    >>> clean_name("Prof. Jane Roe MD"), clean_name("Jane Roe Senior Editor"), clean_name("Jeanne ROE")
    ('Jane Roe', 'Jane Roe', 'Jeanne ROE')
    """
    words = TITLE.sub("", part.strip(EDGES)).split()
    end = next((place for place, word in enumerate(words) if place > 1 and _is_after_name(word)), len(words))
    return " ".join(words[:end]).strip(EDGES)


def _is_after_name(word: str) -> bool:
    key = word.strip(".,®™")
    return key.casefold() in words_of("person.job") or (
        (key.isupper() or "." in key or key[1:] != key[1:].lower()) and (key.replace(".", "").casefold() in words_of("person.degree"))
    )


def said(text: str) -> str:
    """What a byline says: without its first words, dates and addresses, and up to what parts the names from the rest."""
    text = MAIL.sub("  ", text[:LONGEST_BYLINE]).lstrip(EDGES)
    text = without_dates(text[byline_start(text) :])[0].strip(EDGES)
    text = text[byline_start(text) :]
    return CUT.sub("", text) if CUT_SIGN.search(text) else text


def desk_name(text: str) -> str:
    """The account, desk or outlet that stands where a byline's name does, as printed; "" if the text is no such name.

    >>> desk_name("By The River Post Team | 4 May 2024"), desk_name("by Amanda")
    ('The River Post Team', 'Amanda')
    >>> desk_name("More articles"), desk_name("12 comments"), desk_name("by 2024")
    ('', '', '')
    """
    name = GOES_ON.sub("", said(text)).strip(EDGES)
    words = name.casefold().split()
    if not 2 <= len(name) <= LONGEST_NAME or len(words) > MOST_WORDS or not any(char.isalpha() for char in name) or NOT_DESK.search(name):
        return ""
    screen, accounts = words_of("person.screen"), words_of("name.account")
    if all(word in accounts or word in screen or word in words_of("person.job") for word in words):
        return ""
    return "" if {words[0], words[-1]} & (screen - ARTICLES) or (len(words) > 1 and name == name.lower()) else name
