"""Credits in a line, or in the end of a paragraph."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from newsclean.fields.credits.phrases import phrase_credits
from newsclean.fields.credits.pictures import picture_credits
from newsclean.fields.credits.placed import PlacedCredit, last_opening, with_brackets
from newsclean.lexicon.lookups import spaced_roles, words_of
from newsclean.mentions.dates import find_dates
from newsclean.mentions.labelled import Labelled, find_labelled
from newsclean.mentions.labelled.spaced import find_spaced, role_length
from newsclean.mentions.names.cjk import has_family_name, is_spelled_as_chinese
from newsclean.mentions.names.exclusions import is_excluded
from newsclean.mentions.names.grammar import read_byline
from newsclean.mentions.names.lists import split_names
from newsclean.model import Credit
from newsclean.text.patterns import lazy
from newsclean.text.scripts import WIDE

WORD = lazy(r"\S+")
OPENING = "（([【〔"
# What editors of portals sign with: biaoffeng, NB12345.
NICKNAME = lazy(r"[A-Za-z][\w.\-]{1,29}")


def find_credits(
    text: str, labelled: Callable[[str], list[Labelled]] = find_labelled
) -> list[PlacedCredit]:
    """The credits in a line, or in the end of a paragraph.

    A label without names gives a credit without names.

    >>> found = find_credits("编辑：倪仕轩 责任编辑：杨 格、林涛")
    >>> [(credit.role, credit.names) for credit, *_ in found]
    [('编辑', ('倪仕轩',)), ('责任编辑', ('杨格', '林涛'))]
    >>> found = find_credits("渡轮照常开行。（编辑 林青）")
    >>> [(credit.role, credit.names, end) for credit, _, end in found]
    [('编辑', ('林青',), 14)]
    >>> found = find_credits("(Reporting by Ann Lee in Oslo; Editing by Jo Roe and Max Poe)")
    >>> [(credit.role, credit.names) for credit, *_ in found]
    [('Reporting by', ('Ann Lee',)), ('Editing by', ('Jo Roe', 'Max Poe'))]
    >>> find_credits("The ferry sails again.")
    []
    """
    is_wide = not text.isascii() and WIDE.search(text) is not None
    items = labelled(text) or (is_wide and _without_colons(text)) or []
    found = [
        PlacedCredit(_credit(item, text), *with_brackets(text, item.start, item.end))
        for item in items
        if item.group.startswith("role.")
    ]
    if is_wide:
        return found + [credit for credit in picture_credits(text) if not _has(found, credit)]
    return found or list(phrase_credits(text))


def _has(found: Iterable[PlacedCredit], other: PlacedCredit) -> bool:
    """Whether credits name all the people of another."""
    names = {name for credit, *_ in found for name in credit.names}
    return names.issuperset(other.credit.names)


def _without_colons(text: str) -> list[Labelled]:
    """The roles with spaces only: on a line, after a date, or in brackets that end a paragraph.

    >>> [(item.label, item.value) for item in _without_colons("2024-05-10 08:12 编辑 林青")]
    [('编辑', '林青')]
    >>> [(item.label, item.value) for item in _without_colons("渡轮照常开行。（编辑 林青）")]
    [('编辑', '林青')]
    """
    # This rules out most lines.
    if _ends_of_roles().isdisjoint(text):
        return []
    if found := find_spaced(text) or _after_byline(text):
        return found
    dates = find_dates(text) if text[:1].isdigit() else ()
    start = dates[-1].end if dates else last_opening(text)
    if start < 0:
        return []
    start += len(text[start:]) - len(text[start:].lstrip())
    return _from(text, start) if start > 0 and WIDE.search(text, start) else []


def _after_byline(text: str) -> list[Labelled]:
    """The roles with spaces only that follow the reporters on their line.

    >>> [(item.label, item.value) for item in _after_byline("河湾日报记者 林知秋 编辑 林青")]
    [('编辑', '林青')]
    >>> _after_byline("他在河湾日报 编辑 林青的文章")
    []
    """
    ends = _ends_of_roles()
    for word in WORD.finditer(text):
        size = role_length(word[0], spaced_roles()) if word[0][-1] in ends else 0
        if word.start() and size:
            reading = read_byline(text[: word.start()].lstrip(OPENING))
            return _from(text, word.end() - size) if reading and reading.names else []
    return []


def _from(text: str, start: int) -> list[Labelled]:
    """The roles with spaces only in the text from `start` on."""
    found = find_spaced(text[start:])
    return [item._replace(start=item.start + start, end=item.end + start) for item in found]


@cache
def _ends_of_roles() -> frozenset[str]:
    """The last letters of roles, which hardly any other line has."""
    return frozenset(role[-1] for role in spaced_roles())


def _credit(item: Labelled, text: str) -> Credit:
    printed = text[item.start : item.end].strip()
    names = people(item.value)
    is_nickname = not names and WIDE.search(item.label) and NICKNAME.fullmatch(item.value)
    if is_nickname and item.value.casefold() not in words_of("name.account"):
        names = (item.value,)
    return Credit(item.label, names, printed, item.group.removeprefix("role."))


def people(value: str) -> tuple[str, ...]:
    """The names in a value; a word beside a desk or an outlet is one only with a family name.

    >>> people("河湾日报 林青"), people("河湾科普栏目组 团团"), people("团团")
    (('林青',), (), ('团团',))
    """
    names = split_names(value)
    if not WIDE.search(value) or not any(map(is_excluded, value.split())):
        return names
    return tuple(name for name in names if not is_spelled_as_chinese(name) or has_family_name(name))
