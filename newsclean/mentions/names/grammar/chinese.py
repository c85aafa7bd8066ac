"""The grammar of Chinese bylines: jobs, names, what the people did, and where.

A byline is a sequence of words with separators between them, in brackets or on a line:

    byline  = { group }
    group   = [ paper ] [ job | work ] names [ place report | "发自" place | work ]
    names   = name { separator name }

so 大河报记者林知秋、周望舒 摄影报道, 文/林知秋 图/周望舒 and （林知秋 上海报道） are read by the
same rules. Jobs and the roles of the desk are words of the lexicon; the other words,
and the separators and brackets, are below as data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from newsclean.lexicon.lookups import alternatives, words_of
from newsclean.mentions.labelled.spaced import role_length
from newsclean.mentions.names.cjk import is_in_name_han
from newsclean.mentions.names.exclusions import is_excluded
from newsclean.mentions.names.grammar.glued import LONGEST_NAME, is_name, split_glued
from newsclean.mentions.names.grammar.groups import PAPER, PICTURE, REPORT, TITLE, WRITER, Group
from newsclean.text.patterns import lazy

SEPARATORS = " \u3000/／╱|｜丨、，,;；:："
LIST_SEPARATORS = "、，,"
STROKES = tuple("/／╱")
# After a work, these say that the names follow: 文／林知秋, 文：林知秋.
LABELLING = (*STROKES, ":", "：")
BRACKETS = ("（）", "()", "〔〕", "[]", "【】")
WORDS = lazy(rf"[^{SEPARATORS}]+")
# After a name, or after the place that follows it: 林知秋摄, 高雄報導, 台北21日電.
ENDING = lazy(
    r"(?P<report>(?:综合|綜合|专题|專題|即時|即时|地方|摄影|攝影|特稿)?(?:报道|報導|報道))$"
    r"|(?P<picture>[摄攝]|供[图圖])$"
    r"|(?P<sent>[发發][自于].{0,12})$"
    r"|(?P<day>(?:\d{1,2}月)?\d{1,2}日?[电電讯訊]?)$"
)
JOB = lazy(
    lambda: rf"^(?P<paper>[^{SEPARATORS}。！？]{{0,16}}?)(?:{alternatives('name.reporter', 'zh')})"
)
# A place is named by two to five characters.
LONGEST_PLACE = 5
# The last letters of an office that writes for its own site: 河湾市监委 林知秋. Of 848 composed
# pages one needs fewer characters than eight; two change none of them nor of 161 open ones.
OFFICES, SHORTEST_OFFICE = tuple("委局办辦厅廳部院站会會处處科台"), 4
# The parts of a foreign name, which have dots between them, and the characters of each.
MOST_PARTS, LONGEST_PART = 4, 8
MOST_NAMES = 12


class Word(NamedTuple):
    """A word of a byline, and the character before it; "" for the first."""

    text: str
    separator: str


class Reading(NamedTuple):
    """What a byline says.

    Attributes:
        names: The authors.
        signs: What makes it a byline: kinds of words in `groups`, or "sent", or "day".
        pictures: Those who only took pictures.
    """

    names: tuple[str, ...]
    signs: frozenset[str]
    pictures: tuple[str, ...] = ()


def read_byline(text: str) -> Reading | None:
    """What a text says by the grammar; None if it is no byline.

    >>> read_byline("大河报记者林知秋、周望舒 摄影报道").names
    ('林知秋', '周望舒')
    >>> read_byline("文/林知秋 图/周望舒").names, read_byline("林知秋／高雄報導").names
    (('林知秋',), ('林知秋',))
    >>> read_byline("本报记者林知秋周望舒发自北京").names, read_byline("記者林知秋攝").names
    (('林知秋', '周望舒'), ())
    >>> read_byline("文/林知秋 图/周望舒").pictures
    ('周望舒',)
    >>> read_byline("记者在现场看到") is None, read_byline("河湾要闻") is None
    (True, True)
    """
    words = _unpadded(list(_words(text)))
    groups = [Group()]
    for index, word in enumerate(words):
        if role_length(word.text, _desk_roles()):
            break
        if not _read_word(word, words[index + 1 :], groups):
            return None
    names = [name for group in groups if group.wrote for name in group.names]
    signs = frozenset(sign for group in groups for sign in group.signs)
    if not any(group.names for group in groups) or len(names) > MOST_NAMES:
        return None
    others = [name for group in groups if PICTURE in group.signs - {WRITER} for name in group.names]
    pictures = tuple(dict.fromkeys(name for name in others if name not in names))
    return Reading(tuple(dict.fromkeys(names)), signs, pictures)


def _words(text: str) -> Iterator[Word]:
    for found in WORDS.finditer(text):
        yield Word(found[0], text[found.start() - 1] if found.start() else "")


def _unpadded(words: Sequence[Word]) -> list[Word]:
    """The words with two single characters joined that only space parts: 陈 彬."""
    joined: list[Word] = []
    for word in words:
        is_half = len(word.text) == 1 and word.separator.isspace() and joined
        if is_half and len(joined[-1].text) == 1 and not _work_of(joined[-1].text):
            joined[-1] = Word(joined[-1].text + word.text, joined[-1].separator)
        else:
            joined.append(word)
    return joined


def _read_word(word: Word, rest: Sequence[Word], groups: list[Group]) -> bool:
    """Add a word to the last group or begin a new one; return whether it can stand in a byline."""
    work = _work_of(word.text)
    if work:
        _add_work(work, word.separator, rest, groups)
        return True
    if job := JOB.match(word.text):
        groups.append(Group(before={TITLE}))
        return job.end() == len(word.text) or _read_names(word.text[job.end() :], groups)
    if groups[-1].names and _is_place_or_report(word, groups[-1]):
        return True
    if _is_paper(word, rest, groups[-1]):
        groups[-1].after.add(PAPER)
        return True
    return _read_names(word.text, groups)


def _is_paper(word: Word, rest: Sequence[Word], group: Group) -> bool:
    """Whether a word is a paper, a desk or an office: 河湾日报; 河湾网财经频道 before 记者."""
    if not _is_chinese(word.text) or is_name(word.text):
        return False
    is_first = bool(rest) and not group.names
    is_before_job = is_first and JOB.match(rest[0].text) is not None
    is_office = is_first and len(word.text) >= SHORTEST_OFFICE and word.text.endswith(OFFICES)
    return is_before_job or is_office or is_excluded(word.text)


def _is_chinese(text: str) -> bool:
    """Whether a text has Chinese characters only, or is a foreign name with dots."""
    parts = text.split("·")
    if len(parts) > 1 and not (len(parts) <= MOST_PARTS and max(map(len, parts)) <= LONGEST_PART):
        return False
    return all(part and is_in_name_han(part) for part in parts)


def _work_of(text: str) -> str:
    if text in words_of("name.writing", "zh"):
        return WRITER
    return PICTURE if text in words_of("name.pictures", "zh") else ""


def _add_work(work: str, separator: str, rest: Sequence[Word], groups: list[Group]) -> None:
    """Add a word such as 文 or 摄 to the names before it, or begin a group of names after it.

    Between names it belongs to those after it, unless the ones before it lack such a word or only
    they are joined to it by a stroke: 林知秋/文 周望舒/图.
    """
    group = groups[-1]
    following = next((word.text for word in rest if not _work_of(word.text)), "")
    is_joined = separator in STROKES and (not rest or rest[0].separator not in LABELLING)
    begins = bool(following) and not JOB.match(following) and bool(group.before)
    # 记者 林知秋 文 周望舒 图
    trails = bool(rest) and bool(_work_of(rest[-1].text)) and group.before == {TITLE}
    if not group.names:
        group.before.add(work)
    elif begins and not is_joined and not trails:
        groups.append(Group(before={work}))
    else:
        group.after.add(work)


def _is_place_or_report(word: Word, group: Group) -> bool:
    """Read a word after names that says where they were or that they report: 上海报道, 发自北京."""
    found = ENDING.search(word.text)
    if (
        not found
        or (word.separator in LIST_SEPARATORS and found.start() > 0)
        or found.start() > LONGEST_PLACE
        or not is_in_name_han(word.text[: found.start()])
    ):
        return False
    group.after.add(found.lastgroup or "")
    return True


def _read_names(text: str, groups: list[Group]) -> bool:
    """Read names, with what touches them: 林知秋摄, 林知秋周望舒发自北京, 林青禾台北21日電."""
    if not groups[-1].after.isdisjoint((WRITER, PICTURE)):  # 林知秋/文 周望舒/图
        groups.append(Group())
    group = groups[-1]
    ending = ENDING.search(text)
    names = text[: ending.start()] if ending else text
    if ending:
        group.after.add(ending.lastgroup or "")
    if not _is_chinese(names):
        return False
    has_place = ending is not None and ending.lastgroup in (REPORT, "day")
    found = _before_place(names) if has_place and TITLE in group.before else split_glued(names)
    if not found or not all(map(is_name, found)):
        return False
    group.names += found
    return True


def _before_place(text: str) -> list[str]:
    """The name that a place touches: 林青禾台北; of three characters, as most are."""
    if len(text) <= LONGEST_NAME - 1 or "·" in text:
        return [text]
    return [text[:3] if len(text) > LONGEST_NAME else text[:2]]


@cache
def _desk_roles() -> frozenset[str]:
    """The roles of the desk, whose names are no authors': 编辑, 校对."""
    others = ("name.pictures", "name.writing", "name.reporter")
    return words_of("role", "zh").difference(*(words_of(group, "zh") for group in others))
