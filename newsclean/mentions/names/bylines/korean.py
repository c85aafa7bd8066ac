"""Bylines of Korean papers: 甲 기자, 甲·乙 기자, 기자 甲, 칼럼니스트 甲 name@example.com."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclean.lexicon.lookups import words_of
from newsclean.mentions.names.bylines.form import LONGEST_LINE, Byline, Form
from newsclean.text.patterns import lazy
from newsclean.text.scripts import HANGUL, count_hangul

# Parts of the patterns below, which are all verbose.
NAME = rf"[{HANGUL}]{{2,4}}"
ROLE = r"""
    (?:(?:인턴|객원|수습|선임|전문|사진|종합)\s?)?
    (?:기자|특파원|칼럼니스트|논설위원|논설실장|평론가|통신원|선임기자)
"""

BEFORE_ROLE = Form(
    "reporter",
    lazy(
        rf"""
        (?<![{HANGUL}]) (?P<name>{NAME}) (?P<others>(?:[·,]\s?{NAME}){{0,5}})
        \s{{0,2}}{ROLE} (?![{HANGUL}])
        """,
        re.X,
    ),
    "이서연·박도윤 기자 sy@example.com",
    ("이서연", "박도윤"),
    "사진 기자 회견",
)
AFTER_ROLE = Form(
    "reporter",
    lazy(rf"(?:기자|글|글쓴이|취재|작성자)\s{{1,3}}(?P<name>{NAME})"),
    "글쓴이 이서연",
    ("이서연",),
    "기자 간담회장에서",
)
COLUMNIST = Form(
    "columnist",
    lazy(rf"(?:칼럼니스트|평론가|소설가|논설위원)\s(?P<name>{NAME})\s+[\w.]+@"),
    "칼럼니스트 이서연 sy@example.com",
    ("이서연",),
    "소설가 이서연은 말했다",
)
FORMS = (BEFORE_ROLE, AFTER_ROLE, COLUMNIST)
IN_SENTENCE = "reporter in a paragraph"
"""The rule of a byline that does not stand by itself."""

ANY_NAME = lazy(NAME)
# Before the reporter stand at most a place and the paper, and after one an address.
LONGEST_LEAD, LONGEST_TAIL = 25, 45
# After the title these make it the subject of a sentence or the owner of something.
PARTICLES = ("는 ", "가 ", "의 ")
# Whoever took the picture or edited has the same title: 사진 김영희 기자, 편집 : 김영희 기자.
OTHER_WORK_BEFORE = lazy(
    r"(?:사진|영상|촬영|편집|그래픽|삽화|일러스트|데스크)\s{0,2}[:=/·]?\s{0,2}$"
)


def bylines(text: str, starts: bool, ends: bool) -> Iterator[Byline]:
    """Give the bylines of every form."""
    if not count_hangul(text):
        return
    is_line = len(text) <= LONGEST_LINE
    if found := COLUMNIST.pattern.search(text):
        yield Byline((found["name"],), found.start(), len(text), COLUMNIST.rule, apart=is_line)
    if found := AFTER_ROLE.pattern.fullmatch(text.strip()):
        yield Byline((found["name"],), 0, len(text), AFTER_ROLE.rule, apart=True)
    for found in BEFORE_ROLE.pattern.finditer(text):
        before = text[: found.start()]
        is_apart = is_line or before.rfind("[") > before.rfind("]")
        leads = starts and (is_apart or len(before) <= LONGEST_LEAD)
        trails = ends and len(text) - found.end() <= LONGEST_TAIL
        if (leads or trails) and _is_of_author(text, found) and (names := _names(found)):
            rule = BEFORE_ROLE.rule if is_apart else IN_SENTENCE
            yield Byline(names, *found.span(), rule, is_apart)


def _is_of_author(text: str, found: re.Match[str]) -> bool:
    """Whether a name and title are neither a part of a sentence nor another's work."""
    in_sentence = text[found.end() :].lstrip().startswith(PARTICLES)
    return not in_sentence and not OTHER_WORK_BEFORE.search(text[: found.start()])


def _names(found: re.Match[str]) -> tuple[str, ...]:
    names = (found["name"], *ANY_NAME.findall(found["others"]))
    return tuple(name for name in names if name not in words_of("name.none", "ko"))
