"""How Chinese, Japanese and Korean papers print who reported: （记者 甲、乙）, 〔記者甲／台北報導〕, 【ソウル＝甲】, 甲 기자."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsclean.lexicon.lookups import words_of
from newsclean.mentions.names.cjk import HAN, HANGUL, KANA, WORK, split_names

REPORTER = "记者|記者|通讯员|通訊員|评论员|評論員|特派员|特派員|撰稿人|实习生|實習生|主笔|主筆"
REPORTED = re.compile(REPORTER)
NAME = f"[{HAN}]{{2,4}}|[{HAN}]\\s{{1,3}}[{HAN}]|[{HAN}·]{{4,12}}"
NAMES = rf"(?:{NAME})(?:[、，,\s]{{1,3}}(?:{NAME})){{0,5}}"
# 詹长松台北21日電, 巫其倫台北報導: the name, then a place and a day or the word for a report.
PLACE_AND_DAY = re.compile(rf"^(?P<name>[{HAN}]{{3}}|[{HAN}]{{2}}|[{HAN}]{{4}})[{HAN}]{{2,5}}(?:\d{{1,2}}日|[報报][導道]|[電电]$)")
# （记者 詹长松 通讯员 吕捷） 〔記者巫其倫／台北報導〕 （中央社記者溫貴香台北21日電）
BRACKETED = re.compile(
    rf"[（(〔\[【](?P<before>[^（）()〔〕\[\]【】]{{0,20}}?)(?P<role>{REPORTER})[\s:：/／]{{0,3}}(?P<names>[^（）()〔〕\[\]【】]{{2,60}})[）)〕\]】]"
)
# 新华社北京5月19日电（刘艺、杨吉）
AFTER_WIRE = re.compile(rf"[电電讯訊]\s{{0,2}}[（(](?P<names>{NAMES})[）)]")
# 东方网记者曹磊5月13日报道 ; 东方网通讯员…
BEFORE_DAY = re.compile(rf"^[\s　]*[{HAN}\w·]{{0,12}}?(?:{REPORTER})\s{{0,2}}(?P<names>{NAMES}?)\s{{0,2}}\d{{1,2}}月\d{{1,2}}日")
# 本报记者 沈砚青 陶立夏 ; 来源：河湾日报 记者 沈砚青 ; what comes before is a paper, what comes after a date, a source, a role
LINE = re.compile(
    rf"(?:^|(?<=[\s|｜□■◎●○◇◆▲△]))(?P<before>[{HAN}\w·／/]{{0,16}}?)(?:{REPORTER})[\s:：/／丨|]{{0,3}}(?P<names>{NAMES})"
    rf"(?=$|\s*[／/（(|｜丨]|\s{{1,3}}(?:来源|來源|编辑|\d|{REPORTER}|发自|文|图|摄|[{HAN}]{{0,4}}[报報][道导導]))"
)
# ◎沈砚青: a sign, a name, and nothing else
SIGNED = re.compile(rf"^[□■◎●○◇◆▲△☉⊙※]\s{{0,2}}(?P<names>{NAMES})$")
# 河湾日报记者 沈砚青 河湾报道 ; 記者 沈硯青 台北報導
REPORT = re.compile(
    rf"^[\s　]{{0,4}}(?P<before>[{HAN}\w·]{{0,12}}?)\s?(?:{REPORTER})\s{{0,2}}(?P<names>(?:{NAME})(?:[、，\s]{{1,2}}(?:{NAME}))??)"
    rf"(?:\s{{1,3}}[{HAN}]{{0,5}}|\s?)[報报][道导導]"
)
# 大河社記者林青禾台北10日電
PLACED = re.compile(rf"^[\s　]{{0,4}}[{HAN}]{{0,10}}?(?:{REPORTER})(?P<names>[{HAN}]{{3}}|[{HAN}]{{2}})[{HAN}]{{2,5}}\d{{1,2}}日[電电]")
# 聯合報 記者林宸誼／即時報導 ; 上報快訊／范姜佳鈺 2020年
SLASHED = re.compile(rf"(?:{REPORTER})\s{{0,2}}(?P<names>{NAMES})\s{{0,2}}[／/]\s{{0,2}}[{HAN}]{{2,6}}[報报][導道]")
DESK_SLASH = re.compile(rf"^[{HAN}]{{2,6}}[訊讯導导報报]?[／/](?P<names>[{HAN}]{{2,4}})(?=\s|$)")
# 칼럼니스트 박생강 name@example.com
KOREAN_COLUMNIST = re.compile(rf"(?:칼럼니스트|평론가|소설가|논설위원)\s(?P<name>[{HANGUL}]{{2,4}})\s+[\w.]+@")
# the last paragraph's （钟才文）, and （作者：…） without a label
AT_END = re.compile(rf"[（(](?P<names>{NAMES})[）)]\s*$")
# 【ソウル＝小池和樹】 【エルサレム松岡大地、カイロ金子淳】
JAPANESE = re.compile(r"【(?P<names>[^【】]{3,40})】")
JAPANESE_PART = re.compile(rf"^(?:[ァ-ヶー・]{{2,12}}|[{HAN}ァ-ヶー]{{1,8}}[＝=])(?P<name>[{HAN}][{HAN}{KANA}々ヶ]{{2,7}})$")
# 。【林千秋】 。（林千秋、森田一） after the last sentence
JAPANESE_END = re.compile(
    rf"[。」！？]\s{{0,2}}(?P<open>[【（(])(?P<names>[{HAN}々ヶ]{{1,3}}\s?[{HAN}々ヶ]{{1,3}}(?:[、,・][{HAN}々ヶ]{{1,3}}\s?[{HAN}々ヶ]{{1,3}}){{0,4}})[】）)]\s*$"
)
KANA_LETTER = re.compile(f"[{KANA}]")
# What else stands there: agencies, "titles left out", the day's page.
NOT_JAPANESE_NAME = re.compile(
    r"^..?$|共同|時事|[略照社談版部会局省庁年月日円人歳号]$|新聞|通信|提供|撮影|作成|参考|以上|終わり|関連|連載|写真|記事|全文|当時|税"
)
# 編集委員 林千秋 ; 聞き手・林千秋 ; 文・林千秋
JAPANESE_ROLE = re.compile(
    rf"(?:(?:^|(?<=[\s（(]))(?:編集委員|論説委員|解説委員|客員編集委員|特派員|支局長|コラムニスト|ライター|ジャーナリスト)[\s・：:]{{1,2}}|(?:^|(?<=[\s（(、]))(?:文|聞き手|取材|執筆|寄稿)・)"
    rf"(?P<name>[{HAN}々ヶ]{{1,3}}\s[{HAN}{KANA}]{{1,4}}|[{HAN}々ヶ]{{2,5}}|[{HAN}]{{1,3}}[{KANA}]{{2,5}})(?=$|[\s）)、／/])"
)
KOREAN_ROLE = r"(?:(?:인턴|객원|수습|선임|전문|사진|종합)\s?)?(?:기자|특파원|칼럼니스트|논설위원|논설실장|평론가|통신원|선임기자)"
KOREAN = re.compile(
    rf"(?<![{HANGUL}])(?P<name>[{HANGUL}]{{2,4}})(?P<more>(?:[·,]\s?[{HANGUL}]{{2,4}}){{0,5}})\s{{0,2}}{KOREAN_ROLE}(?![{HANGUL}])"
)
# 기자 홍길동, 글쓴이 홍길동: the whole line
KOREAN_BEFORE = re.compile(rf"(?:기자|글|글쓴이|취재|작성자)\s{{1,3}}(?P<name>[{HANGUL}]{{2,4}})")
LONGEST_ALONE = 60


class Byline(NamedTuple):
    """Names found from `start` to `end` of a text. `apart` says that this is the byline and no sentence of the text."""

    names: tuple[str, ...]
    start: int
    end: int
    rule: str
    apart: bool


def find_bylines(text: str, starts: bool = True, ends: bool = True) -> list[Byline]:
    """The bylines in a line or in the edge of a paragraph; `starts` and `ends` say whether it holds the paragraph's own start and end.

    >>> [byline.names for byline in find_bylines("(记者 沈砚青 通讯员 陶立夏)")]
    [('沈砚青', '陶立夏')]
    >>> [byline.names for byline in find_bylines("〔記者林青禾／台北報導〕財政部今天公布")]
    [('林青禾',)]
    >>> [byline.names for byline in find_bylines("이서연·박도윤 기자 sy@example.com")]
    [('이서연', '박도윤')]
    >>> find_bylines("记者在现场看到，河水已经退去。")
    []
    """
    found: list[Byline] = []
    for reader in (_bracketed, _lines, _wire, _japanese, _korean, _at_end):
        found += reader(text, starts, ends)
        if found:
            return found
    return []


def _bracketed(text: str, _starts: bool, _ends: bool) -> Iterator[Byline]:
    for match in BRACKETED.finditer(text) if REPORTED.search(text) else ():
        given = re.sub(r"[／/].*$", "", match["names"])
        given = re.sub(rf"(?:(?<!\s)\s++)?(?:{REPORTER})[\s:：]*", "、", given)
        if placed := PLACE_AND_DAY.match(given):
            given = placed["name"]
        names = split_names(WORK.sub("", given))
        if names:
            yield Byline(names, match.start(), match.end(), "bracketed byline", True)


def _lines(text: str, starts: bool, _ends: bool) -> Iterator[Byline]:
    reported = REPORTED.search(text) is not None
    if starts and reported and (match := BEFORE_DAY.match(text) or REPORT.match(text) or PLACED.match(text)):
        names = split_names(match["names"])
        yield Byline(names, match.start(), match.end(), "reporter and place", len(text) <= LONGEST_ALONE)
    elif len(text) <= LONGEST_ALONE:
        for pattern, rule in LINES:
            match = pattern.search(text) if reported or pattern in (SIGNED, DESK_SLASH) else None
            names = split_names(WORK.sub("", match["names"])) if match else ()
            if match and names and (pattern is SLASHED or (pattern is LINE and match.start() == 0) or all(map(has_family_name, names))):
                yield Byline(names, match.start(), match.end(), rule, True)
                return


LINES = ((SLASHED, "reporter and place"), (LINE, "reporter's line"), (SIGNED, "name after a sign"), (DESK_SLASH, "desk and reporter"))


def _wire(text: str, starts: bool, _ends: bool) -> Iterator[Byline]:
    if starts and (match := AFTER_WIRE.search(text)) and (names := split_names(match["names"])):
        yield Byline(names, match.start("names"), match.end("names"), "names after the wire's line", False)


def _japanese(text: str, _starts: bool, ends: bool) -> Iterator[Byline]:
    for match in JAPANESE.finditer(text):
        parts = [JAPANESE_PART.match(part.strip()) for part in re.split("[、,]", match["names"])]
        names = tuple(part["name"] for part in parts if part)
        if names and all(parts) and not any(map(NOT_JAPANESE_NAME.search, names)):
            yield Byline(names, match.start(), match.end(), "place and reporter", True)
    if ends and (last := JAPANESE_END.search(text)) and KANA_LETTER.search(text):
        names = split_names(last["names"], japanese=True)
        if names and not any(map(NOT_JAPANESE_NAME.search, names)):
            yield Byline(names, last.start("open"), last.end(), "names at the end", True)
    bracket = 0 if len(text) <= LONGEST_ALONE else text.rfind("（")
    if bracket >= 0 and (role := JAPANESE_ROLE.search(text, bracket)):
        yield Byline(("".join(role["name"].split()),), role.start(), role.end(), "role and name", True)


def _korean(text: str, starts: bool, ends: bool) -> Iterator[Byline]:
    if match := KOREAN_COLUMNIST.search(text):
        yield Byline((match["name"],), match.start(), len(text), "columnist", len(text) <= LONGEST_ALONE)
    if match := KOREAN_BEFORE.fullmatch(text.strip()):
        yield Byline((match["name"],), 0, len(text), "reporter", True)
    for match in KOREAN.finditer(text):
        before = text[: match.start()]
        inside = before.rfind("[") > before.rfind("]")
        at_edge = (starts and (len(text) <= LONGEST_ALONE or inside or len(before) <= KOREAN_LEAD)) or (
            ends and len(text) - match.end() <= KOREAN_TAIL
        )
        if not at_edge or text[match.end() :].lstrip().startswith(("는 ", "가 ", "의 ")) or OTHER_KOREAN_WORK.search(before):
            continue
        found = (match["name"], *re.findall(f"[{HANGUL}]{{2,4}}", match["more"]))
        names = tuple(name for name in found if name not in words_of("name.none", "ko"))
        if names:
            apart = len(text) <= LONGEST_ALONE or inside
            yield Byline(names, match.start(), match.end(), "reporter" if apart else IN_SENTENCE, apart)


IN_SENTENCE = "reporter in a paragraph"
# Before the reporter stand at most a place and the paper, and after one an address.
KOREAN_LEAD, KOREAN_TAIL = 25, 45
# Who took the picture or edited is named with the same title: 사진 김영희 기자, 편집 : 김영희 기자.
OTHER_KOREAN_WORK = re.compile(r"(?:사진|영상|촬영|편집|그래픽|삽화|일러스트|데스크)\s{0,2}[:=/·]?\s{0,2}$")


def _at_end(text: str, _starts: bool, ends: bool) -> Iterator[Byline]:
    """`（钟才文）` after the last sentence: names in brackets that have family names."""
    match = AT_END.search(text) if ends else None
    if match and text[: match.start()].rstrip()[-1:] in ("。", "！", "？", "”", "」", ""):
        names = split_names(match["names"])
        if names and all(map(has_family_name, (*names, *match["names"].split()))):
            yield Byline(names, match.start(), match.end(), "names at the end", True)


def has_family_name(name: str) -> bool:
    """Whether a name begins with a Chinese family name, or is a foreign one written with a dot.

    >>> has_family_name("欧阳文"), has_family_name("贵圈姨太")
    (True, False)
    """
    surnames = words_of("name.surname", "zh")
    return name[:1] in surnames or name[:2] in surnames or "·" in name
