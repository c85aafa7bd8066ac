"""Finds roles and names that have only spaces between them: 责编 林青 审核 周远 贺兰."""

from __future__ import annotations

import re
from functools import cache

from newsclean.lexicon.lookups import spaced_role
from newsclean.mentions.labelled.item import LONGEST_VALUE, Labelled, group_of
from newsclean.text.patterns import lazy
from newsclean.text.scripts import HAN, WIDE

OPENING_BRACKETS, CLOSING_BRACKETS = tuple("（([【〔"), tuple(")）]】〕")
# A Chinese name, padded or not, and what stands between two of them.
NAME = lazy(rf"(?:[{HAN}]{{2,4}}|[{HAN}]\s{{1,3}}[{HAN}])(?=[\s、，]|$)")
GAP = lazy(r"[\s、，]+")


def find_spaced(text: str) -> list[Labelled]:
    """Return the roles and their values in a line that holds nothing but Chinese roles and names.

    The line may stand in brackets.

    >>> found = find_spaced("统　筹 温如玉 责 编 林 青 贺兰")
    >>> [(item.label, item.value) for item in found]
    [('统筹', '温如玉'), ('责编', '林 青 贺兰')]
    >>> find_spaced("编辑 部里来了年轻人")
    []
    """
    if len(text) > LONGEST_VALUE or not WIDE.search(text, 0, 3) or len(text.split(None, 1)) < 2:
        return []
    first, last = _within_brackets(text)
    if not WIDE.match(text, first, last) or not _is_line_of_roles(text[first:last]):
        return []
    roles = list(spaced_role().finditer(text, first, last))
    stops = [role.start() for role in roles[1:]] + [last]
    return [_labelled(text, role, stop) for role, stop in zip(roles, stops, strict=True)]


def _labelled(text: str, role: re.Match[str], stop: int) -> Labelled:
    label = "".join(role["word"].split())
    return Labelled(group_of(label), label, text[role.end() : stop].strip(), role.start(), stop)


def _within_brackets(text: str) -> tuple[int, int]:
    """Return where a line starts and ends inside of its brackets and spaces.

    >>> _within_brackets("（责编 林青）"), _within_brackets("责编 林青 "), _within_brackets("（")
    ((1, 6), (0, 5), (1, 1))
    """
    first = 1 if text.startswith(OPENING_BRACKETS) else 0
    inner = text[first:].rstrip()
    inner = inner[:-1].rstrip() if inner.endswith(CLOSING_BRACKETS) else inner
    last = first + len(inner)
    return last - len(inner.lstrip()), last


def _is_line_of_roles(line: str) -> bool:
    """Return whether a line is roles and nothing else, each with at least one name after it.

    The word of a role may be a name as well, so that a line can be read in many ways. Where a name
    ends decides how the line can go on, so each such end is looked at once.

    >>> _is_line_of_roles("责编 林 青、贺兰  审核 周远"), _is_line_of_roles("责编 审核 林青")
    (True, True)
    >>> _is_line_of_roles("责编")
    False
    """
    first = _role_and_name().match(line)
    ends = {first.end()} if first else set()
    unread = list(ends)
    while unread:
        gap = GAP.match(line, unread.pop())
        if not gap:
            return True  # A name ends at a gap or at the end of the line.
        following = [NAME.match(line, gap.end())]
        if gap[0].isspace():
            following.append(_role_and_name().match(line, gap.end()))
        new = {found.end() for found in following if found} - ends
        ends |= new
        unread += new
    return False


@cache
def _role_and_name() -> re.Pattern[str]:
    return re.compile(spaced_role().pattern.replace("?P<word>", "?:") + NAME.pattern)
