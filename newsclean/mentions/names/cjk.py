"""Names of people in a piece of text that is known to hold nothing else: lists split, padding removed, roles and addresses cut."""

from __future__ import annotations

import re

HAN = "\u4e00-\u9fff\u3400-\u4dbf々〆"
HANGUL = "\uac00-\ud7a3"
KANA = "\u3041-\u309f\u30a1-\u30ff"
WIDE = re.compile(f"[{HAN}{HANGUL}{KANA}]")
MAIL = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,80}|https?://\S{1,200}|@\w{1,40}")
SEPARATOR = re.compile(
    r"\s*[、，,/／;；&＆|｜・،]\s*|\s+(?:and|und|et|y|e|og|och|en|и|ve|(?-i:dan|və|và)|और|এবং|و|اور|და|&|with|with reporting by)\s+|\s{2,}"
    r"|(?<=[\uac00-\ud7a3])·(?=[\uac00-\ud7a3])",
    re.I,
)
# What brackets say of a name: （河湾大学教授）, [英], (EN042).
ASIDE = re.compile(r"[（(【\[〔][^（）()【】\[\]〔〕]{0,40}(?:[)）】\]〕]|$)")
# The desk's number after a name: _NN1234, 1120221.
CODE = re.compile(r"[_＿]?[A-Za-z]{0,4}\d{2,10}")
# What the named did, after the last name: 文/图, 摄影报道, 采写.
WORK = re.compile(
    r"(?<![\s/／])[\s/／]++(?:文\s?[/／、]?\s?[图圖摄攝影]{0,2}|[图圖]\s?[/／]?\s?文?|[摄攝]影?|(?:[摄攝]影|综合|綜合)?(?:报道|報導|報道)|采写|采访|撰文|整理)\s*$"
)
LONGEST_LIST = 400
HAN_NAME = re.compile(rf"[{HAN}]{{2,4}}|[{HAN}]{{1,8}}·[{HAN}·]{{1,12}}")
JAPANESE_NAME = re.compile(rf"[{HAN}{KANA}]{{2,8}}")
KANA_LETTER = re.compile(f"[{KANA}]")
KOREAN_NAME = re.compile(rf"[{HANGUL}]{{2,4}}")
# Signs of vowels, which are no letters to a pattern: those of Hebrew, Arabic, and the scripts of India and Thailand; joiners.
VOWELS = "\u0591-\u05c7\u064b-\u0655\u0670\u0900-\u0903\u093a-\u0963\u0981-\u0983\u09bc-\u09e3\u0a01-\u0dff\u0e31-\u0e4e\u200c\u200d"
SPACED_NAME = re.compile(rf"(?!\d)[^\W\d_][\w.'’`{VOWELS}\-]*(?:\s(?:[^\W\d_][\w.'’`{VOWELS}\-]*|\(\w+\))){{0,4}}")
# What stands before or after a name and is none of it.
HAN_ROLE = re.compile(
    r"^(?:[\u4e00-\u9fff·]{0,12}?(?:全媒体|融媒体|客户端|特约|特派|首席|实习|见习|驻[\u4e00-\u9fff]{2})?(?:记者|記者|通讯员|通訊員|评论员|評論員|撰稿人|编辑|主笔|实习生|研究员))\s*"
)
TITLES = re.compile(
    r"(?:기자|특파원|인턴기자|논설위원|칼럼니스트|평론가|객원기자|記者|支局長|特派員|編集委員|摄影|攝影|摄|报道|報導|整理|撰文|(?<=\w{4})[文论图])$"
)
NOT_A_NAME = re.compile(
    r"\d|(?:^|\s)(?:staff|team|editorial|desk|news|press|agency|reuters|associated|correspondents?|reporters?|admin|redaktion|redaction|rédaction|redacción|newsroom|online|editors?|contributors?|media|magazine|inc|llc|group|the)(?:$|\s)|\.com|www|网$|报$|社$|台$|新闻|日报|電視|中心|编辑部|集团|组$|일보|신문|방송|통신|경제|닷컴|저널|투데이|デジタル|新聞|編集部|編集局|取材班|日刊|通信社|放送|テレビ|ニュース|速報|政策|反馈|佚名|匿名|化名|均为|受访者|未知|不详|某$|关注|關注|登录|登入|注册|註冊|更多|订阅|訂閱|收藏|点赞|转发|举报|主页|认证|関連|一覧|会員|登録|続き|구독|댓글|공유|더보기|로그인|文章|阅读|公众号|网友|出版|제공|캡처|뉴스|언론",
    re.I,
)


def split_names(text: str, japanese: bool = False) -> tuple[str, ...]:
    """The names in a text that holds nothing else but separators, roles and addresses. A `japanese` space parts a person's own two names.

    >>> split_names("陈 彬、胡永秋 杨光宇")
    ('陈彬', '胡永秋', '杨光宇')
    >>> split_names("Jane Roe and J. Q. Public, jane@example.org")
    ('Jane Roe', 'J. Q. Public')
    >>> split_names("大渡 美咲", japanese=True)
    ('大渡美咲',)
    >>> split_names("मीरा शर्मा और अनिल जोशी"), split_names("ანა ბერიძე")
    (('मीरा शर्मा', 'अनिल जोशी'), ('ანა ბერიძე',))
    >>> split_names("2024-05-10")
    ()
    """
    text = MAIL.sub("、", text[:LONGEST_LIST])
    if WIDE.search(text):
        text = WORK.sub("", CODE.sub("、", ASIDE.sub("、", text)))
    found: list[str] = []
    for part in SEPARATOR.split(text):
        for name in _names(part.strip(" \u3000:：()（）[]【】〔〕.。|"), japanese):
            if name not in found:
                found.append(name)
    return tuple(found)


def _names(part: str, japanese: bool) -> list[str]:
    if not part:
        return []
    if WIDE.search(part):
        return _wide_names(part, japanese)
    if part.endswith(")") and "(" in part:
        part = part[: part.index("(")].rstrip()
    found = SPACED_NAME.fullmatch(part)
    return [part] if found and part[0] == part[0].title() and not NOT_A_NAME.search(part) and len(part) <= 60 else []


def _wide_names(part: str, japanese: bool) -> list[str]:
    """Chinese, Japanese and Korean names in a part; a two-character name may be padded with a space."""
    part = TITLES.sub("", HAN_ROLE.sub("", part)).strip()
    words = part.split()
    merged: list[str] = []
    for word in words:
        if len(word) == 1 and merged and len(merged[-1]) == 1:
            merged[-1] += word
        else:
            merged.append(word)
    merged = [stripped for word in merged if (stripped := TITLES.sub("", HAN_ROLE.sub("", word)))]
    if (
        len(merged) == 2
        and (japanese or re.search(f"[{KANA}]", part))
        and all(re.fullmatch(f"[{HAN}{KANA}]{{1,4}}", word) for word in merged)
        and "".join(merged) in "".join(words)  # no role between them
    ):
        merged = ["".join(merged)]
    return [word for word in merged if _is_wide_name(word, japanese)]


def _is_wide_name(word: str, japanese: bool) -> bool:
    if NOT_A_NAME.search(word):
        return False
    if japanese or KANA_LETTER.search(word):
        return JAPANESE_NAME.fullmatch(word) is not None or "·" in word
    return HAN_NAME.fullmatch(word) is not None or KOREAN_NAME.fullmatch(word) is not None
