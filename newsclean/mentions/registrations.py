"""The facts in a page's licence and contact lines: the numbers that the law wants printed, and the desk's telephone."""

from __future__ import annotations

import re
from collections.abc import Iterable

HAN = r"[\u4e00-\u9fff]"
COLON = r"\s{0,2}[:：]?\s{0,2}"
KINDS = (
    ("icp", "ICP", re.compile(HAN + r"ICP[备備证證]\s?\d{6,10}\s?[号號]?(?:-\d{1,3})?")),
    ("police", "公", re.compile(HAN + r"{1,2}公[网網]安[备備]\s?\d{10,16}\s?[号號]?")),
    ("news_licence", "新", re.compile(r"(?:新闻信息服务许可证|新聞信息服務許可證)(?:编号|[号號])?" + COLON + r"(\d{8,16})")),
    ("video_licence", "视听", re.compile(r"视听节目(?:服务)?许可证(?:编号|号)?" + COLON + r"(\d{5,12})")),
    ("telecom_licence", "增值电信", re.compile(r"增值电信业务经营许可证(?:编号|号)?" + COLON + "(" + HAN + r"?B\d-\d{6,12})")),
    (
        "broadcast_licence",
        "广播电视",
        re.compile(r"广播电视节目制作经营许可证(?:编号|号)?" + COLON + r"([（(]?" + HAN + r"[）)]?字第\d{3,8}号)"),
    ),
    ("serial_number", "刊号", re.compile(r"(?:统一(?:连续出版物)?刊号|刊号)" + COLON + r"(CN\s?\d{2}-\d{4})")),
    ("site_code", "网站标识码", re.compile(r"网站标识码" + COLON + r"(\d{8,12})")),
    ("registration", "등록번호", re.compile(r"등록번호" + COLON + r"([가-힣]{2,4}\s?[,:]?\s?[가-힣]?\s?\d{4,6})")),
    (
        "hotline",
        "",
        re.compile(
            r"(?:热线(?:电话)?|熱線|举报电话|舉報電話|服务电话|爆料电话|신고전화|대표전화)"
            + COLON
            + r"([(（]?\d{3,4}[)）]?[-\s]?\d{3,8}(?:-\d{2,8})?)"
        ),
    ),
)
"""Kind, what every match holds, and the pattern; its group is the number, or all of it is where the number has its own words."""
# A letter of each of them; one class is searched for faster than words are.
MARK = re.compile("[备備证證刊标热熱电電전등]")
# The line of a footer with all its licences; what is longer is an article on them.
LONGEST = 600


def registrations(texts: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The numbers in the page's licence and contact lines with their kinds, each once.

    >>> registrations(["云州网版权所有 皖ICP备20990055号-1 新闻热线：0000-8899001"])
    (('icp', '皖ICP备20990055号-1'), ('hotline', '0000-8899001'))
    >>> registrations(["新规要求网站完成ICP备案。"])
    ()
    """
    found: dict[tuple[str, str], None] = {}
    for text in texts:
        if len(text) < LONGEST and not text.isascii() and MARK.search(text):
            for kind, needed, pattern in KINDS:
                if needed in text:
                    for number in pattern.finditer(text):
                        found[kind, number[number.lastindex or 0].strip()] = None
    return tuple(found)
