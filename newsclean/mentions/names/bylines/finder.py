"""Finds the byline of a line or of the edge of a paragraph."""

from __future__ import annotations

import re
from functools import cache
from itertools import compress

from newsclean.mentions.names.bylines import chinese, grammatical, japanese, korean
from newsclean.mentions.names.bylines.form import Byline, Reader
from newsclean.text.patterns import lazy
from newsclean.text.scripts import HANGUL

BRACKET = lazy(rf"[{re.escape(grammatical.OPENING)}]")
STROKE = lazy("[/／]")
HANGUL_LETTER = lazy(f"[{HANGUL}]")
REPORTER = chinese.ANY_REPORTER
AUTHOR = lazy("作者")
SIGNS = (BRACKET, STROKE, HANGUL_LETTER, REPORTER, AUTHOR)

READERS: tuple[tuple[Reader, tuple[re.Pattern[str], ...]], ...] = (
    (grammatical.in_brackets, (BRACKET,)),
    (grammatical.on_a_line, ()),
    (chinese.in_brackets, (REPORTER,)),
    (chinese.at_start, (REPORTER,)),
    (grammatical.before_report, (REPORTER,)),
    (chinese.on_a_line, (REPORTER, STROKE)),
    (chinese.after_wire, (BRACKET,)),
    (chinese.at_end, (REPORTER,)),
    (japanese.bylines, ()),
    (korean.bylines, (HANGUL_LETTER,)),
    (grammatical.at_end, (BRACKET,)),
    (grammatical.in_sentence, (AUTHOR,)),
)
"""In this order; only the bylines of the first reader that finds any are taken. A text without one
of a reader's signs has none of its bylines."""


def find_bylines(text: str, starts: bool = True, ends: bool = True) -> list[Byline]:
    """The bylines in a line, or in the edge of a paragraph.

    `starts` and `ends` say whether the text holds the start and the end of the paragraph.

    >>> [byline.names for byline in find_bylines("(记者 沈砚青 通讯员 陶立夏)")]
    [('沈砚青', '陶立夏')]
    >>> [byline.names for byline in find_bylines("〔記者林青禾／台北報導〕財政部今天公布")]
    [('林青禾',)]
    >>> [byline.names for byline in find_bylines("이서연·박도윤 기자 sy@example.com")]
    [('이서연', '박도윤')]
    >>> find_bylines("记者在现场看到，河水已经退去。")
    []
    """
    present = tuple([sign.search(text) is not None for sign in SIGNS])
    for reader in _readers(present):
        if found := list(reader(text, starts, ends)):
            return found
    return []


@cache
def _readers(present: tuple[bool, ...]) -> tuple[Reader, ...]:
    """The readers for a text, by which of `SIGNS` it has."""
    found = set(compress(SIGNS, present))
    return tuple(reader for reader, signs in READERS if not (signs and found.isdisjoint(signs)))
