"""The numbers in a page's licence and contact lines: what the law wants printed, and hotlines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from newsclean.text.lines import find_lines
from newsclean.text.patterns import lazy
from newsclean.text.scripts import HAN, HANGUL

COLON = r"\s{0,2}[:：]?\s{0,2}"
# A letter of no alphabet, such as that of a province. A class of all Chinese characters would take
# a hundred times as long to compile.
LETTER = r"[^\W\d_A-Za-z]"
NUMBERED = rf"(?:编号|号)?{COLON}"


class Kind(NamedTuple):
    """A kind of registration.

    Attributes:
        name: What the kind is called in the article.
        sign: What every text with one holds, which is found faster than the pattern.
        pattern: Its group is the number; without a group, the whole match is.
        example: A text with one.
        unlike: A text with the same words and none.
    """

    name: str
    sign: str
    pattern: re.Pattern[str]
    example: str
    unlike: str


KINDS = (
    Kind(
        "icp",
        "ICP",
        lazy(rf"{LETTER}ICP[备備证證]\s?\d{{6,10}}\s?[号號]?(?:-\d{{1,3}})?"),
        "皖ICP备20990055号-1",
        "网站完成ICP备案",
    ),
    Kind(
        "police",
        "公",
        lazy(rf"{LETTER}{{1,2}}公[网網]安[备備]\s?\d{{10,16}}\s?[号號]?"),
        "豫公网安备 41990202000004号",
        "河湾公安局",
    ),
    Kind(
        "news_licence",
        "新",
        lazy(r"(?:新闻信息服务许可证|新聞信息服務許可證)(?:编号|[号號])?" + COLON + r"(\d{8,16})"),
        "互联网新闻信息服务许可证号:41990180013",
        "新闻信息服务许可证管理办法",
    ),
    Kind(
        "video_licence",
        "视听",
        lazy(rf"视听节目(?:服务)?许可证{NUMBERED}(\d{{5,12}})"),
        "网络视听节目许可证：1990999",
        "网络视听节目服务",
    ),
    Kind(
        "telecom_licence",
        "增值电信",
        lazy(rf"增值电信业务经营许可证{NUMBERED}([{HAN}]?B\d-\d{{6,12}})"),
        "增值电信业务经营许可证:皖B2-20990055",
        "增值电信业务",
    ),
    Kind(
        "broadcast_licence",
        "广播电视",
        lazy(rf"广播电视节目制作经营许可证{NUMBERED}([（(]?[{HAN}][）)]?字第\d{{3,8}}号)"),
        "广播电视节目制作经营许可证：（皖）字第00999号",
        "广播电视节目制作",
    ),
    Kind(
        "serial_number",
        "刊号",
        lazy(rf"(?:统一(?:连续出版物)?刊号|刊号){COLON}(CN\s?\d{{2}}-\d{{4}})"),
        "国内统一刊号：CN 99-0099",
        "刊号申请",
    ),
    Kind(
        "site_code",
        "网站标识码",
        lazy(rf"网站标识码{COLON}(\d{{8,12}})"),
        "网站标识码：4199000099",
        "网站标识码说明",
    ),
    Kind(
        "registration",
        "등록번호",
        lazy(rf"등록번호{COLON}([{HANGUL}]{{2,4}}\s?[,:]?\s?[{HANGUL}]?\s?\d{{4,6}})"),
        "등록번호 : 서울 아 09999",
        "등록번호 안내",
    ),
    Kind(
        "hotline",
        "",
        lazy(
            rf"""
            (?:热线(?:电话)?|熱線|举报电话|舉報電話|服务电话|爆料电话|신고전화|대표전화)
            {COLON} ([(（]?\d{{3,4}}[)）]?[-\s]?\d{{3,8}}(?:-\d{{2,8}})?)
            """,
            re.X,
        ),
        "新闻热线：0000-8899001",
        "新闻热线电话全天开通",
    ),
)
# One character of each kind's words: a class is found faster than a choice of words.
ANY_KIND = lazy("[备備证證刊标热熱電电전등].*")
# A footer's line with all its licences is no longer. What is longer is an article about them.
LONGEST_LINE = 600


def registrations(texts: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The kinds and numbers in the page's licence and contact lines, each once.

    >>> registrations(["云州网版权所有 皖ICP备20990055号-1 新闻热线：0000-8899001"])
    (('icp', '皖ICP备20990055号-1'), ('hotline', '0000-8899001'))
    >>> registrations(["新规要求网站完成ICP备案。"])
    ()
    """
    found: dict[tuple[str, str], None] = {}
    lines = [text for text in texts if len(text) < LONGEST_LINE and not text.isascii()]
    for text in (lines[index] for index in sorted(find_lines(ANY_KIND, lines))):
        for kind in KINDS:
            for match in kind.pattern.finditer(text) if kind.sign in text else ():
                found[kind.name, match[match.lastindex or 0].strip()] = None
    return tuple(found)
