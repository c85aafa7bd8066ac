"""Names in Chinese, Japanese and Korean letters."""

from __future__ import annotations

from newsclean.lexicon.lookups import words_of
from newsclean.mentions.names.exclusions import is_excluded
from newsclean.text.patterns import lazy
from newsclean.text.scripts import HAN, KANA, count_hangul, is_han

# Chinese characters with the signs that Japanese names have among them.
NAME_HAN = f"{HAN}々〆"

# What stands before a name: 河湾日报全媒体记者, 特约评论员, 实习生.
ROLES = (
    *("记者", "記者", "通讯员", "通訊員", "评论员", "評論員"),
    *("撰稿人", "编辑", "主笔", "实习生", "研究员"),
)
ROLE_BEFORE = lazy(
    rf"^(?:[{HAN}·]{{0,12}}?"
    rf"(?:全媒体|融媒体|客户端|特约|特派|首席|实习|见习|驻[{HAN}]{{2}})?"
    rf"(?:{'|'.join(ROLES)}))\s*"
)
# And after one.
TITLE_AFTER = lazy(
    r"(?:기자|특파원|인턴기자|논설위원|칼럼니스트|평론가|객원기자|記者|支局長|特派員|編集委員"
    r"|摄影|攝影|摄|報導|报道|整理|撰文|整合|综合|编发|供稿|供图|(?<=\w{4})[文论图])$"
)
JAPANESE_NAME = lazy(rf"[{NAME_HAN}{KANA}]{{2,8}}")
HALF_JAPANESE_NAME = lazy(rf"[{NAME_HAN}{KANA}]{{1,4}}")
# The ends of Japanese places and offices, many of which begin like a family name.
PLACES = "県市区町村都府道郡駅港署庁"
KANA_LETTER = lazy(f"[{KANA}]")


def cjk_names(text: str, japanese: bool = False) -> list[str]:
    """The names in a text of nothing but names, roles and spaces.

    A name of two characters may be padded with a space. In a `japanese` text, or one with kana, a
    space may part the family name from the given one.

    >>> cjk_names("河湾日报记者 陈 彬 杨光宇"), cjk_names("이서연 기자")
    (['陈彬', '杨光宇'], ['이서연'])
    >>> cjk_names("大渡 美咲", japanese=True), cjk_names("河湾日报")
    (['大渡美咲'], [])
    """
    text = _without_titles(text).strip()
    words = [word for word in map(_without_titles, _unpad(text.split())) if word]
    if japanese or KANA_LETTER.search(text):
        words = _join_japanese(words, text)
    return [word for word in words if _is_name(word, japanese)]


def _without_titles(text: str) -> str:
    if any(role in text for role in ROLES):
        text = ROLE_BEFORE.sub("", text)
    return TITLE_AFTER.sub("", text)


def _unpad(words: list[str]) -> list[str]:
    """Join two single characters that follow each other: 陈 彬."""
    joined: list[str] = []
    for word in words:
        if len(word) == 1 and joined and len(joined[-1]) == 1:
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _join_japanese(words: list[str], text: str) -> list[str]:
    """The words with a family name and a given name joined; a role may follow them.

    Between the two stands no other word that was left out of `words`.
    """
    halves = words[:2]
    if len(halves) < 2 or len(words) > 3 or not all(map(HALF_JAPANESE_NAME.fullmatch, halves)):
        return words
    if "".join(halves) not in "".join(text.split()):
        return words
    is_with_role = len(words) == 3
    name = "".join(halves)
    return [name] if not is_with_role or has_japanese_family_name(name) else words


def _is_name(word: str, japanese: bool) -> bool:
    if is_excluded(word) or word in words_of("name.none"):
        return False
    if japanese or KANA_LETTER.search(word):
        return JAPANESE_NAME.fullmatch(word) is not None or "·" in word
    return is_spelled_as_chinese(word) or 2 <= len(word) == count_hangul(word) <= 4


def is_spelled_as_chinese(name: str) -> bool:
    """Whether a name has two to four Chinese characters, or is a foreign one with a dot.

    >>> [is_spelled_as_chinese(name) for name in ("林知秋", "玛丽·罗", "林")]
    [True, True, False]
    """
    first, dot, rest = name.partition("·")
    if not dot:
        return 2 <= len(name) <= 4 and is_in_name_han(name)
    return 1 <= len(first) <= 8 and 1 <= len(rest) <= 12 and is_in_name_han(name.replace("·", ""))


def is_in_name_han(text: str) -> bool:
    """Whether a text, which may be empty, has no other characters than those of `NAME_HAN`.

    For a text of a few characters this takes as long as a pattern, which takes long to compile.

    >>> is_in_name_han("佐々木"), is_in_name_han("林A")
    (True, False)
    """
    han = text.replace("々", "").replace("〆", "")
    return not han or (is_han(min(han)) and is_han(max(han)))


def has_japanese_family_name(name: str) -> bool:
    """Whether a name of three to six characters begins with a common Japanese family name.

    After a family name of one character, the given name has two.

    >>> has_japanese_family_name("山田太郎"), has_japanese_family_name("林千秋")
    (True, True)
    >>> has_japanese_family_name("山田"), has_japanese_family_name("山口県")
    (False, False)
    """
    surnames = words_of("name.surname", "ja")
    if not 3 <= len(name) <= 6 or name[-1] in PLACES or name in words_of("name.none", "ja"):
        return False
    if name[2:] in words_of("name.place", "ja"):  # 千葉 銚子
        return False
    return name[:2] in surnames or name[:3] in surnames or (len(name) == 3 and name[0] in surnames)


def has_family_name(name: str) -> bool:
    """Whether a name begins with a Chinese family name, or is a foreign one with a dot.

    >>> has_family_name("欧阳文"), has_family_name("玛丽·罗"), has_family_name("贵圈姨太")
    (True, True, False)
    """
    surnames = words_of("name.surname", "zh")
    return name[:1] in surnames or name[:2] in surnames or "·" in name
