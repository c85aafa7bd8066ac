"""The grammar of Japanese bylines: 取材・文／甲　写真／乙, 甲（編集委員）, ソウル＝甲."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.lexicon.lookups import part_words, words_of
from newsclean.mentions.names.cjk import NAME_HAN, has_japanese_family_name
from newsclean.mentions.names.exclusions import is_excluded
from newsclean.mentions.names.grammar.groups import (
    NAME,
    PAPER,
    PICTURE,
    TITLE,
    Part,
    authors,
    works,
)
from newsclean.text.patterns import lazy
from newsclean.text.scripts import KANA

LETTER = f"{NAME_HAN}ヶ"
# A word and the sign after it; spaces around a sign do not count.
WORD = lazy(
    r"(?P<word>[^\s、，,・：:／/＝=|｜（）()\[\]［］【】]+)\s*(?P<sign>[、，,・：:／/＝=|｜（）()\[\]［］【】]?)"
)
STRONG = frozenset(("・", "：", ":", "／", "/", "＝", "="))
FULL_NAME = lazy(rf"[{LETTER}][{LETTER}{KANA}]{{2,7}}")
HALF_NAME = lazy(rf"[{LETTER}{KANA}]{{1,4}}")
# Family names of three characters, before which nearly all others have one or two.
LONG_FAMILY = frozenset(
    (
        "佐々木",
        "長谷川",
        "五十嵐",
        "小笠原",
        "宇都宮",
        "久保田",
        "佐久間",
        "大久保",
        "長谷部",
        "小野寺",
    )
)
TITLE_WORD = lazy(
    rf"(?P<name>[{LETTER}{KANA}]{{0,8}}?)(?:フリー)?(?:記者|委員|特派員|支局長|ライター|ジャーナリスト"
    r"|コラムニスト|編集部|デスク)"
)
# What a title begins with that is no name: 経済部記者.
DEPARTMENT = lazy(r".*(?:[部社局班]|担当|編集|論説|解説|経済|政治|社会|文化|科学|専門|客員)")
BRACKETED = lazy(r"\[[^\[\]]+\]|［[^［］]+］")
# The name of an outlet in part, as names of Japanese are printed without such letters.
LATIN = lazy("[A-Za-z]{2}")
KATAKANA = lazy("[ァ-ヶー・]{2,12}")
WITH_SPACE = ("聞き手", "執筆", "筆者", "著者", "文責")
# Words that look like a name and follow a role on other lines: ライター募集中.
NO_NAME = lazy(
    lambda: (
        rf"{part_words('name.bracket', 'ja')}"
        r"|募集|依頼|紹介|会見|情報|問い?合|方法|応募|更新|公開|変更|中$"
    )
)


def read_japanese(text: str) -> tuple[str, ...]:
    """The authors that a line names, without dates; none if it is no byline.

    >>> read_japanese("取材・文／林 千秋　写真／金子太郎"), read_japanese("林千秋（編集委員）")
    (('林千秋',), ('林千秋',))
    >>> read_japanese("文 山田太郎　写真 金子次郎"), read_japanese("[林千秋，Kawabe]")
    (('山田太郎',), ('林千秋',))
    >>> read_japanese("写真：金子太郎"), read_japanese("ライター募集中")
    ((), ())
    """
    words = [(found["word"], found["sign"]) for found in WORD.finditer(text)]
    parts = _parts(words) if len(words) > 1 or TITLE_WORD.fullmatch(text) else None
    if parts and BRACKETED.fullmatch(text.strip()) and {kind for kind, _ in parts} == {NAME, PAPER}:
        parts.append(Part(TITLE, ""))
    return authors(parts) if parts else ()


def _parts(words: Sequence[tuple[str, str]]) -> list[Part] | None:
    """What the words are, None if one of them has no place in a byline."""
    found: list[Part] = []
    index = 0
    while index < len(words):
        word, sign = words[index]
        after = words[index + 1][0] if index + 1 < len(words) else ""
        if parts := _other_parts(word, sign, after, words[index - 1][1] if index else ""):
            found += parts
        elif not sign and _are_halves(word, after):
            found.append(Part(NAME, word + after))
            index += 1
        elif _is_full_name(word):
            found.append(Part(NAME, word))
        else:
            return None
        index += 1
    return found


def _other_parts(word: str, sign: str, after: str, before: str) -> list[Part]:
    """What a word is beside a name: a work, a title with or without a name, a place."""
    if titled := TITLE_WORD.fullmatch(word):
        name = titled["name"]
        if not name or DEPARTMENT.fullmatch(name) or is_excluded(name):
            return [Part(TITLE, word)]
        return [Part(NAME, name), Part(TITLE, word)] if _is_full_name(name) else []
    kind = works("ja").get(word)
    # Without a sign beside it, most works are words of a sentence or a heading: 取材 依頼.
    is_beside = kind == PICTURE or word in WITH_SPACE or sign in STRONG or bool(before)
    if kind and (is_beside or not after or _begins_name(after)):
        return [Part(kind, word)]
    if sign in ("＝", "=") and after not in works("ja") and KATAKANA.fullmatch(word):
        return [Part(TITLE, word)]
    is_department = len(word) > 2 and DEPARTMENT.fullmatch(word) is not None
    if is_department and has_japanese_family_name(after):  # 社会部 山田太郎
        return [Part(TITLE, word)]
    is_paper = is_excluded(word) or is_department or (bool(before) and LATIN.search(word))
    return [Part(PAPER, word)] if is_paper else []


def _are_halves(family: str, given: str) -> bool:
    """Whether two words that only a space parts are one name: 林 千秋."""
    if not HALF_NAME.fullmatch(family) or not HALF_NAME.fullmatch(given) or given in works("ja"):
        return False
    if TITLE_WORD.fullmatch(given) or NO_NAME.search(family + given):
        return False
    return len(family) <= 2 or family in LONG_FAMILY


def _begins_name(word: str) -> bool:
    return has_japanese_family_name(word) or word in words_of("name.surname", "ja")


def _is_full_name(word: str) -> bool:
    return FULL_NAME.fullmatch(word) is not None and not (NO_NAME.search(word) or is_excluded(word))
