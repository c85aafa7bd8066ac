"""Bylines of Japanese papers: 【ソウル＝甲】, 。（甲、乙）, 編集委員 甲."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclean.lexicon.lookups import part_words
from newsclean.mentions.names.bylines.form import LONGEST_LINE, Byline, Form
from newsclean.mentions.names.cjk import KANA_LETTER, NAME_HAN
from newsclean.mentions.names.lists import split_names
from newsclean.text.patterns import lazy
from newsclean.text.scripts import KANA

# Parts of the patterns below, which are all verbose. Names may have the small ヶ of place names.
LETTER = f"{NAME_HAN}ヶ"
FULL_NAME = rf"[{LETTER}]{{1,3}}\s?[{LETTER}]{{1,3}}"

IN_BRACKETS = Form(
    "place and reporter",
    lazy(r"【(?P<names>[^【】]{3,40})】"),
    "【エルサレム林千秋、カイロ森田一郎】島の航路が始まった。",
    ("林千秋", "森田一郎"),
    "【写真】島の航路が始まった。",
)
# In such brackets: a place in katakana that touches the name, or any place with a sign of equality.
PLACE_AND_NAME = lazy(
    rf"""
    ^ (?:[ァ-ヶー・]{{2,12}} | [{NAME_HAN}ァ-ヶー]{{1,8}}[＝=])
    (?P<name>[{NAME_HAN}][{LETTER}{KANA}]{{2,7}}) $
    """,
    re.X,
)
COMMA, REPORTER = lazy("[、,]"), "記者"
AT_END = Form(
    "names at the end",
    lazy(
        rf"""
        [。」！？]\s{{0,2}} (?P<byline> [【（(]
        (?:[{LETTER}ァ-ヶー]{{1,12}}[＝=] | [{NAME_HAN}]{{1,6}}[部局班課][・\s])?
        (?P<names>{FULL_NAME}(?:[、,・]{FULL_NAME}){{0,4}}?) (?:{REPORTER})? [】）)]\s*$ )
        """,
        re.X,
    ),
    "島の航路が始まった。（林千秋、森田一郎）",
    ("林千秋", "森田一郎"),
    "島の航路が始まった。（共同）",
)
ROLES = (
    *("編集委員", "論説委員", "解説委員", "特派員", "支局長"),
    *("コラムニスト", "ライター", "ジャーナリスト"),
)
WORK = ("文", "聞き手", "取材", "執筆", "寄稿")
AFTER_ROLE = Form(
    "role and name",
    lazy(
        rf"""
        (?: (?:^|(?<=[\s（(])) (?:客員)?(?:{"|".join(ROLES)}) [\s・：:]{{1,2}}
        | (?:^|(?<=[\s（(、])) (?:{"|".join(WORK)})・ )
        (?P<name> [{LETTER}]{{1,3}}\s[{NAME_HAN}{KANA}]{{1,4}} | [{LETTER}]{{2,5}}
        | [{NAME_HAN}]{{1,3}}[{KANA}]{{2,5}} )
        (?=$|[\s）)、／/])
        """,
        re.X,
    ),
    "編集委員 林千秋",
    ("林千秋",),
    "編集委員会・島の航路",
)
FORMS = (IN_BRACKETS, AT_END, AFTER_ROLE)
# One character or two are an agency, a place or a note, no full name.
SHORT = 2
NO_NAME = lazy(lambda: part_words("name.bracket", "ja"))


def bylines(text: str, _starts: bool, ends: bool) -> Iterator[Byline]:
    """Give the bylines of every form."""
    yield from _in_brackets(text)
    if ends:
        yield from _at_end(text)
    yield from _after_role(text)


def _in_brackets(text: str) -> Iterator[Byline]:
    for found in IN_BRACKETS.pattern.finditer(text):
        parts = [PLACE_AND_NAME.match(part.strip()) for part in COMMA.split(found["names"])]
        names = tuple(part["name"] for part in parts if part)
        if len(names) == len(parts) and _are_names(names):
            yield Byline(names, *found.span(), IN_BRACKETS.rule, apart=True)


def _at_end(text: str) -> Iterator[Byline]:
    # Without kana the text is Chinese, and a space would part two people.
    found = AT_END.pattern.search(text) if KANA_LETTER.search(text) else None
    if found:
        names = split_names(found["names"].removesuffix(REPORTER), japanese=True)
        if names and _are_names(names):
            yield Byline(names, *found.span("byline"), AT_END.rule, apart=True)


def _after_role(text: str) -> Iterator[Byline]:
    """Give the name after a role: on a line of its own, or in the last brackets of a paragraph."""
    if "・" not in text and not any(role in text for role in ROLES):
        return
    start = 0 if len(text) <= LONGEST_LINE else text.rfind("（")
    if start >= 0 and (found := AFTER_ROLE.pattern.search(text, start)):
        name = "".join(found["name"].split())
        yield Byline((name,), *found.span(), AFTER_ROLE.rule, apart=True)


def _are_names(names: tuple[str, ...]) -> bool:
    return not any(len(name) <= SHORT or NO_NAME.search(name) for name in names)
