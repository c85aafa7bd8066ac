"""What the readers of fields and names look up: sets, tables and patterns made of the lexicon.

Each is made once, when it is first needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from newsclean.lexicon.compiled import Word, folded_lines, words
from newsclean.text.patterns import lazy
from newsclean.text.scripts import is_han

# Agencies put these credits before a name without a colon: "Editing by Jo Roe".
PREPOSITIONS = (" by", " from", " par", " por")
# Stand between the work and who did it: photos by Jane Roe.
OF_SOMEBODY = "by|von|par|de|por|di|door|van|av|af"
# Other scripts than those of East Asia put byline words before a name with a space only.
FIRST_OF_EAST_ASIA = "\u2e80"
NEEDS_COLON = "label.author.colon"
# So many first or last letters tell a word of the lexicon from nearly all other words.
LETTERS = 4


@cache
def words_of(group: str, language: str = "") -> frozenset[str]:
    """The texts of a group in casefolded form: those of one language, or of all.

    >>> "editor" in words_of("person.job"), "editor" in words_of("person.job", "de")
    (True, False)
    """
    entries = words(group)
    return frozenset(entry.text.casefold() for entry in entries if language in ("", entry.language))


def alternatives(group: str, language: str = "") -> str:
    """The words of a group as alternatives of a pattern, the longest first.

    >>> alternatives("name.reporter", "zh").partition("|")[0]
    '实习生'
    """
    entries = words(group)
    return _alternatives(entry for entry in entries if language in ("", entry.language))


@cache
def and_words() -> str:
    """The words before the last name of a list as alternatives of a pattern.

    They are in small letters or capitals or begin with a capital, but Dan is a name, and a single
    letter in capitals is an initial.

    >>> [bool(re.fullmatch(and_words(), word)) for word in ("y", "Y", "AND", "And", "Dan")]
    [True, False, True, True, False]
    """
    entries = words("name.and")
    longer = [entry for entry in entries if len(entry.text) > 1]
    capitals = [entry.text.upper() for entry in longer]
    capitalised = [e.text.capitalize() for e in longer if e.text.capitalize() != e.unlike]
    return "|".join(sorted({*(entry.text for entry in entries), *capitals, *capitalised}))


def part_words(group: str, language: str = "") -> str:
    """A pattern for the words of a group in a text; those of an alphabet as whole words.

    >>> pattern = re.compile(part_words("name.never"), re.IGNORECASE)
    >>> bool(pattern.search("River Post Staff")), bool(pattern.search("Jane Stafford"))
    (True, False)
    """
    entries = [e for e in words(group) if language in ("", e.language)]
    wholes = (entry for entry in entries if entry.text[0] < FIRST_OF_EAST_ASIA)
    inside = (entry for entry in entries if entry.text[0] >= FIRST_OF_EAST_ASIA)
    parts = [rf"(?<!\w)(?:{spaced})(?!\w)" if (spaced := _alternatives(_plain(wholes))) else ""]
    parts.append(_alternatives(_plain(inside)))
    parts += [entry.text for entry in entries if entry.match == "regex"]
    return "|".join(filter(None, parts))


def _plain(entries: Iterable[Word]) -> Iterable[Word]:
    return (entry for entry in entries if entry.match != "regex")


@cache
def button_words(groups: frozenset[str]) -> frozenset[str]:
    """The folded texts that alone are a whole line of one of the groups.

    >>> buttons = button_words(frozenset({"share", "comment"}))
    >>> "facebook" in buttons, "newsroom" in buttons
    (True, False)
    """
    return frozenset(text for group in groups for text in folded_lines(group))


class LabelWords(NamedTuple):
    """The words of roles and labels, in lower case and without spaces."""

    groups: Mapping[str, str]  # the group of each word
    endings: frozenset[str]  # the last letters of each, or all of a shorter one
    longest: int  # in characters

    def group_of(self, label: str) -> str:
        """The group of a label, in whatever way it is spaced; "" if it is none.

        >>> label_words().group_of("责任 编辑"), label_words().group_of("Written by")
        ('role.editor', 'role.writer')
        >>> label_words().group_of("Note")
        ''
        """
        return self.groups.get("".join(label.split()).lower(), "")


@cache
def label_words() -> LabelWords:
    """The words that stand before a colon and a value.

    >>> label_words().groups["责任编辑"], label_words().groups["writtenby"]
    ('role.editor', 'role.writer')
    """
    # Korean titles after a name are left out; their examples show that they come last.
    leading = [entry for entry in _labels() if entry.leads]
    # Reversed, so that of two groups with a word the first in the order of the groups prevails.
    groups = {"".join(entry.text.split()).lower(): entry.group for entry in reversed(leading)}
    endings = frozenset(word[-LETTERS:] for word in groups)
    return LabelWords(MappingProxyType(groups), endings, max(map(len, groups)))


def _labels() -> list[Word]:
    return [*words("role"), *words("label")]


@cache
def spaced_roles() -> frozenset[str]:
    """The Chinese roles that may stand before a name with a space only.

    >>> "校对" in spaced_roles(), "editor" in spaced_roles()
    (True, False)
    """
    texts = {word.text for word in (*words("role"), *words("label.author"))}
    return frozenset(text for text in texts if len(text) > 1 and is_han(text[0]))


class Phrases(NamedTuple):
    """Phrases that stand before names."""

    pattern: re.Pattern[str]  # one of them, and what parts it from the name
    openings: frozenset[str]  # the first letters of each, casefolded, or all of a shorter one
    pairs: frozenset[str]  # the first two of these letters
    groups: Mapping[str, str]  # by casefolded phrase

    def may_open(self, text: str, at: int = 0) -> bool:
        """Whether the letters at an offset may be the first of a phrase.

        >>> byline_phrases().may_open("By Jane Roe"), byline_phrases().may_open("Before noon")
        (True, False)
        """
        # This rules out most texts. A letter may have several in casefolded form.
        if text[at : at + 2].casefold()[:2] not in self.pairs:
            return False
        start, openings = text[at : at + LETTERS].casefold()[:LETTERS], self.openings
        return start in openings or start[:3] in openings or start[:2] in openings


@cache
def credit_phrases() -> Phrases:
    """The roles that agencies put before a name without a colon.

    >>> credit_phrases().pattern.search("(Editing by Jo Roe)")[1]
    'Editing by'
    """
    entries = [entry for entry in words("role") if entry.text.endswith(PREPOSITIONS)]
    pattern = rf"(?:^|(?<=[\s(;.]))({_alternatives(entries)}):?\s+(?=\S)"
    return _phrases(entries, pattern)


@cache
def byline_phrases() -> Phrases:
    """The words that begin a byline in languages with spaces.

    >>> byline_phrases().pattern.match("Written by: Jane Roe").end()
    12
    """
    entries = [e for e in words("label.author") if e.text[0] < FIRST_OF_EAST_ASIA]
    with_colon = _alternatives(entry for entry in entries if entry.group == NEEDS_COLON)
    entries = [entry for entry in entries if entry.group != NEEDS_COLON]
    author, other, both = _alternatives(entries), picture_words(), rf"\s(?:{and_words()}|[&+ai])\s"
    # "Text and photos by", "Fotos und Text:". They begin with "Text", so they come first.
    pair = rf"(?:{author}){both}(?:{other})|(?:{other}){both}(?:{author})"
    by = rf"(?:(?:{pair})(?:\s(?:{OF_SOMEBODY})\b)?|{author})"
    free = rf"{by}(?:\s*[:：]\s*|\s+|(?<=[Bb]y)(?=[A-Z]))"
    pattern = rf"(?:{free}|(?:{with_colon})(?:\s*[:：]|\s[-–ـ])\s*)(?=\S)"
    return _phrases([*words("label.author"), *_spaced_pictures()], pattern)


@cache
def picture_words() -> str:
    """The words for pictures and photographers as alternatives of a pattern.

    >>> re.match(picture_words(), "Fotos: Anna Weber")[0]
    'Fotos'
    """
    return _alternatives(_spaced_pictures())


def _spaced_pictures() -> list[Word]:
    entries = [*words("label.picture"), *words("role.photographer")]
    return [entry for entry in entries if entry.text[0] < FIRST_OF_EAST_ASIA]


def _phrases(entries: Iterable[Word], pattern: str) -> Phrases:
    groups = {entry.text.casefold(): entry.group for entry in entries}
    openings = frozenset(phrase[:LETTERS] for phrase in groups)
    pairs = frozenset(opening[:2] for opening in openings)
    return Phrases(lazy(pattern, re.IGNORECASE), openings, pairs, MappingProxyType(groups))


def _alternatives(entries: Iterable[Word]) -> str:
    """The entries as alternatives of a pattern, the longest first."""
    texts = sorted({entry.text for entry in entries}, key=_longest_first)
    return "|".join(map(re.escape, texts))


def _longest_first(text: str) -> tuple[int, str]:
    return -len(text), text
