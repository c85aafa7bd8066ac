"""Finds the byline of a line or of the edge of a paragraph."""

from __future__ import annotations

from newsclean.mentions.names.bylines import chinese, grammatical, japanese, korean
from newsclean.mentions.names.bylines.form import Byline, Reader

# In this order; only the bylines of the first reader that finds any are taken.
READERS: tuple[Reader, ...] = (
    grammatical.in_brackets,
    grammatical.on_a_line,
    chinese.in_brackets,
    chinese.at_start,
    chinese.on_a_line,
    chinese.after_wire,
    chinese.at_end,
    japanese.bylines,
    korean.bylines,
    grammatical.at_end,
)


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
    for reader in READERS:
        if found := list(reader(text, starts, ends)):
            return found
    return []
