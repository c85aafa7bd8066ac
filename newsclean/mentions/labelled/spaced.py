"""Finds roles and names that have only spaces between them: 责编 林青 审核 周远 贺兰."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from newsclean.lexicon.lookups import label_words, spaced_roles
from newsclean.mentions.labelled.item import LONGEST_VALUE, Labelled
from newsclean.text.patterns import lazy
from newsclean.text.scripts import is_han

OPENING_BRACKETS, CLOSING_BRACKETS = tuple("（([【〔"), tuple(")）]】〕")
# What stands between two names.
GAP = lazy(r"[\s、，]+")
# Lines of roles are set to one width, with spaces inside words and names: 校　对 林 青.
MOST_SPACES_IN_ROLE, MOST_SPACES_IN_NAME = 4, 3
SHORTEST_NAME, LONGEST_NAME = 2, 4
# What a paper puts before a role: 河湾编辑. No number changes the credits of 613 open pages; what
# is longer is a sentence.
LONGEST_PAPER = 5


class Role(NamedTuple):
    """A role in a line, without its spaces; `end` is after the spaces that follow it."""

    word: str
    start: int
    end: int


def find_spaced(text: str) -> list[Labelled]:
    """The roles and their values in a line that holds nothing but Chinese roles and names.

    The line may stand in brackets.

    >>> found = find_spaced("统　筹 温如玉 责 编 林 青 贺兰")
    >>> [(item.label, item.value) for item in found]
    [('统筹', '温如玉'), ('责编', '林 青 贺兰')]
    >>> find_spaced("编辑 部里来了年轻人")
    []
    """
    # A role stands first, perhaps in a bracket and after a space. This rules out nearly all texts.
    if len(text) > LONGEST_VALUE or _roles().openings.isdisjoint(text[:3]):
        return []
    first, last = _within_brackets(text)
    if not _is_line_of_roles(text[first:last]):
        return []
    roles = list(_find_roles(text, first, last))
    stops = [role.start for role in roles[1:]] + [last]
    return [
        Labelled(
            label_words().group_of(role.word),
            role.word,
            text[role.end : stop].strip(),
            role.start,
            stop,
        )
        for role, stop in zip(roles, stops, strict=True)
    ]


def _find_roles(text: str, first: int, last: int) -> Iterator[Role]:
    """Yield the roles in a line; a role stands at its start or after a space."""
    at = first
    while at < last:
        begins = at == first or text[at - 1].isspace()
        role = next(_roles_at(text, at, last), None) if begins else None
        if role:
            yield role
        at = role.end if role else at + 1


def _roles_at(text: str, start: int, last: int) -> Iterator[Role]:
    """Yield the roles that start there and have a space after them, the longest first."""
    roles, openings, longest = _roles()
    if text[start : start + 1] not in openings:
        return
    found: list[Role] = []
    word, at = "", start
    while at < last and len(word) < longest:
        word += text[at]
        at += 1
        if at < last and text[at].isspace():
            after = _skip_spaces(text, at, last)
            if word in roles:
                found.append(Role(word, start, after))
            if after - at > MOST_SPACES_IN_ROLE:
                break
            at = after
    yield from reversed(found)


class Roles(NamedTuple):
    """The roles, their first characters, and the length of the longest."""

    words: frozenset[str]
    openings: frozenset[str]
    longest: int


@cache
def _roles() -> Roles:
    roles = spaced_roles()
    return Roles(roles, frozenset(role[0] for role in roles), max(map(len, roles)))


def _skip_spaces(text: str, at: int, last: int) -> int:
    while at < last and text[at].isspace():
        at += 1
    return at


def _name_end(text: str, start: int) -> int | None:
    """Where a Chinese name ends that starts there, padded or not, at a gap or at the end.

    >>> _name_end("林青 贺兰", 0), _name_end("林 青", 0), _name_end("林青禾年轻", 0)
    (2, 3, None)
    """
    end = start
    while end < len(text) and end - start <= LONGEST_NAME and is_han(text[end]):
        end += 1
    if end - start == 1:
        padded = _skip_spaces(text, end, len(text))
        if not end < padded <= end + MOST_SPACES_IN_NAME or not is_han(text[padded : padded + 1]):
            return None
        end = padded + 1
    elif not SHORTEST_NAME <= end - start <= LONGEST_NAME:
        return None
    return end if end == len(text) or GAP.match(text, end) else None


def _within_brackets(text: str) -> tuple[int, int]:
    """Where a line starts and ends inside of its brackets and spaces.

    >>> _within_brackets("（责编 林青）"), _within_brackets("责编 林青 "), _within_brackets("（")
    ((1, 6), (0, 5), (1, 1))
    """
    first = 1 if text.startswith(OPENING_BRACKETS) else 0
    inner = text[first:].rstrip()
    inner = inner[:-1].rstrip() if inner.endswith(CLOSING_BRACKETS) else inner
    last = first + len(inner)
    return last - len(inner.lstrip()), last


def _is_line_of_roles(line: str) -> bool:
    """Whether a line is roles and nothing else, each with at least one name after it.

    The word of a role may be a name as well, so that a line can be read in many ways. Where a name
    ends decides how the line can go on, so each such end is looked at once.

    >>> _is_line_of_roles("责编 林 青、贺兰  审核 周远"), _is_line_of_roles("责编 审核 林青")
    (True, True)
    >>> _is_line_of_roles("责编")
    False
    """
    ends = set(_ends_of_role_and_name(line, 0))
    unread = list(ends)
    while unread:
        gap = GAP.match(line, unread.pop())
        if not gap:
            return True  # A name ends at a gap or at the end of the line.
        end = _name_end(line, gap.end())
        following = [] if end is None else [end]
        if gap[0].isspace():
            following += _ends_of_role_and_name(line, gap.end())
        new = set(following) - ends
        ends |= new
        unread += new
    return False


def _ends_of_role_and_name(line: str, start: int) -> Iterator[int]:
    """Yield where a role that starts there and one name after it may end."""
    for role in _roles_at(line, start, len(line)):
        end = _name_end(line, role.end)
        if end is not None:
            yield end


def role_length(word: str, roles: Collection[str]) -> int:
    """The letters of the role that ends a word, after the name of a paper or not; 0 without one.

    >>> [role_length(word, {"编辑"}) for word in ("河湾编辑", "编辑", "河湾")]
    [2, 2, 0]
    """
    sizes = range(len(word), max(len(word) - LONGEST_PAPER, 0), -1)
    return next((size for size in sizes if word[-size:] in roles), 0)
