"""Chinese names that touch each other: where one ends, and whether a text is one."""

from __future__ import annotations

from newsclean.lexicon.lookups import words_of
from newsclean.mentions.names.cjk import has_family_name
from newsclean.mentions.names.exclusions import is_excluded

# Of so many characters each.
NAME_SIZES = (3, 2)
LONGEST_GLUED, LONGEST_NAME = 9, 4


def split_glued(text: str) -> list[str]:
    """The names in a text without separators; the text itself if it is one name.

    >>> split_glued("林知秋周望舒"), split_glued("欧阳文秋"), split_glued("林青周望舒")
    (['林知秋', '周望舒'], ['欧阳文秋'], ['林青', '周望舒'])
    """
    if len(text) < LONGEST_NAME or len(text) > LONGEST_GLUED or "·" in text:
        return [text]
    if len(text) == LONGEST_NAME and _has_long_family_name(text):
        return [text]
    return _split(text) or [text]


def _split(text: str) -> list[str]:
    """A text as names of three or two characters, each with a family name, else []."""
    for size in NAME_SIZES:
        name, rest = text[:size], text[size:]
        if len(name) == size and is_name(name):
            if not rest:
                return [name]
            if others := _split(rest):
                return [name, *others]
    return []


def is_name(text: str) -> bool:
    """Whether a text is the name of one person: with a family name, and no other word.

    >>> is_name("林知秋"), is_name("网络整理"), is_name("河湾日报"), is_name("整合")
    (True, False, False, False)
    """
    if not has_family_name(text) or is_excluded(text) or text in words_of("name.none", "zh"):
        return False
    if len(text) == LONGEST_NAME and "·" not in text:
        return _has_long_family_name(text)
    return "·" in text or 2 <= len(text) < LONGEST_NAME


def _has_long_family_name(text: str) -> bool:
    """Whether a name begins with a family name of two characters, or with two of one."""
    surnames = words_of("name.surname", "zh")
    return text[:2] in surnames or (text[0] in surnames and text[1] in surnames)
