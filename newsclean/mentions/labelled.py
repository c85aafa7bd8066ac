"""Finds `label: value` in lines of several, as papers print source, authors and desk: `来源：新华网 编辑：刘佳 校对：`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newsclean.lexicon.lookups import label_words, spaced_role

HAN = "\u3400-\u4dbf\u4e00-\u9fff"
WIDE = re.compile(f"[{HAN}\u3040-\u30ff\uac00-\ud7a3]")
COLON = re.compile("[:：﹕︰︱|｜丨/／=＝]")
LABEL_END = re.compile(rf"\s{{0,3}}{COLON.pattern}\s{{0,3}}")
# What ends a value though no known label follows: another label, a date, a closing bracket, a stop between two values.
VALUE_END = re.compile(
    r"(?:^|[\s|｜丨])[^\s:：\d/]{1,8}\s{0,2}[:：](?!//)"
    r"|[\s(（]?(?:19|20)\d\d\s{0,2}[-/.年]\s{0,2}\d|\s\d{1,2}:\d\d"
    r"|[)）\]】〕」；;。]|(?<!\s)\s{2,}+\S{2,8}[:：]|\s[|｜丨]\s|\s(?:分享|字号|字號|评论|阅读|查看|打印|收藏|返回|选稿)"
)
# A label of the page's own that touches the value: 河湾日报字号：大中小.
TOUCHING = re.compile(r"(?<=\w\w)(?:字号|字號|字体|字體|浏览|瀏覽|点击|點擊|阅读|閱讀|发布时间|發布時間|时间|時間|日期)[^:：\s]{0,3}[:：]")
OPENING = {")": "(", "）": "（", "]": "[", "】": "【", "〕": "〔", "」": "「"}
OPENING_BRACKETS, CLOSING_BRACKETS = tuple("（([【〔"), tuple(")）]】〕")
LONGEST_VALUE = 160
# A paper puts up to this many characters of its own before a known label: 网站编辑, 东方网记者.
LONGEST_PREFIX = 4
# 校　　对: the spaces that pad a role to the width of the others.
LONGEST_PADDING = 4
HAN_LETTER = re.compile(f"[{HAN}]")
# A Chinese name in a line of names, padded or not; and what stands between two of them.
NAME = re.compile(rf"(?:[{HAN}]{{2,4}}|[{HAN}]\s{{1,3}}[{HAN}])(?=[\s、，]|$)")
GAP = re.compile(r"[\s、，]+")
NOT_INSIDE = re.compile(r"[^\w《]")


class Labelled(NamedTuple):
    """A label and its value as printed; `start` and `end` are of both together."""

    group: str  # of the lexicon's entry: role.editor, label.source …
    label: str  # as printed, without the spaces that pad Chinese
    value: str
    start: int
    end: int


def find_labelled(text: str) -> list[Labelled]:
    """Every label of the lexicon in a text that is followed by a colon or a bar, with its value; the value may be empty.

    >>> [(item.label, item.value) for item in find_labelled("来源：河湾日报 责任编辑：林青  校 对:")]
    [('来源', '河湾日报'), ('责任编辑', '林青'), ('校对', '')]
    >>> [(item.label, item.value) for item in find_labelled("Biên tập: Lê Mai")]
    [('Biên tập', 'Lê Mai')]
    >>> find_labelled("编辑部搬到了河湾。")
    []
    """
    starts = list(_labels(text)) if COLON.search(text) else []
    found = []
    for place, (start, word, value_start) in enumerate(starts):
        limit = starts[place + 1][0] if place + 1 < len(starts) else len(text)
        value = text[value_start : min(limit, value_start + LONGEST_VALUE)]
        end = value_start + _value_length(value)
        words = LABEL_END.split(text[start:value_start])[0].split()
        label = ("" if WIDE.match(text, start) else " ").join(words)
        found.append(Labelled(_group_of(word), label, text[value_start:end].strip(), start, end))
    return found


def find_spaced(text: str) -> list[Labelled]:
    """The same for a line that is nothing but Chinese roles and names with spaces between, or that in brackets: 责编 林青 审核 周远 贺兰.

    >>> [(item.label, item.value) for item in find_spaced("统　筹 温如玉 责 编 林 青 贺兰")]
    [('统筹', '温如玉'), ('责编', '林 青 贺兰')]
    >>> find_spaced("编辑 部里来了年轻人")
    []
    """
    if len(text) > LONGEST_VALUE or not WIDE.search(text, 0, 3) or len(text.split(None, 1)) < 2:
        return []
    first, last = _within_brackets(text)
    if not WIDE.match(text, first, last) or not _is_spaced_line(text[first:last]):
        return []
    starts = list(spaced_role().finditer(text, first, last))
    ends = [match.start() for match in starts[1:]] + [last]
    return [
        Labelled(_group_of(match["word"]), "".join(match["word"].split()), text[match.end() : end].strip(), match.start(), end)
        for match, end in zip(starts, ends, strict=True)
    ]


def _within_brackets(text: str) -> tuple[int, int]:
    """Where a line starts and ends, a bracket at either end and the spaces around it left out.

    >>> _within_brackets("（责编 林青）"), _within_brackets("责编 林青 "), _within_brackets("（")
    ((1, 6), (0, 5), (1, 1))
    """
    first = 1 if text.startswith(OPENING_BRACKETS) else 0
    inner = text[first:].rstrip()
    inner = inner[:-1].rstrip() if inner.endswith(CLOSING_BRACKETS) else inner
    last = first + len(inner)
    return last - len(inner.lstrip()), last


def _is_spaced_line(line: str) -> bool:
    """Whether a line is roles and nothing else, each with one name or more after it.

    The word of a role may be a name as well, so a line can be read in many ways; where a name ends is all that matters for the rest.

    >>> _is_spaced_line("责编 林 青、贺兰  审核 周远"), _is_spaced_line("责编 审核 林青"), _is_spaced_line("责编")
    (True, True, False)
    """
    ends = {start.end() for start in (_role_and_name().match(line),) if start}
    todo = list(ends)
    while todo:
        end = todo.pop()
        gap = GAP.match(line, end)
        if not gap:
            return True  # a name ends at a gap or at the end of the line
        after = [NAME.match(line, gap.end())]
        if gap[0].isspace():
            after.append(_role_and_name().match(line, gap.end()))
        new = {match.end() for match in after if match} - ends
        ends |= new
        todo += new
    return False


def _labels(text: str) -> Iterator[tuple[int, str, int]]:
    """Where each label starts, its word of the lexicon, and where its value starts; found from the colon backwards."""
    floor, last_letters = 0, label_words().last_letters
    for colon in LABEL_END.finditer(text):
        if text[colon.start() - 1 : colon.start()].lower() in last_letters and (found := _label_before(text, floor, colon.start())):
            yield *found, colon.end()
            floor = colon.end()


def _label_before(text: str, floor: int, stop: int) -> tuple[int, str] | None:
    """The longest label that ends at `stop`, with at most `LONGEST_PREFIX` characters of the paper before it: its start and its word."""
    words = label_words()
    letters, places = _squeezed_back(text, floor, stop)
    for size in range(len(letters), 0, -1):
        word = letters[-size:]
        if word not in words.groups:
            continue
        for before in range(LONGEST_PREFIX + 1):
            if size + before > len(letters) or (before and not HAN_LETTER.match(letters[-size - before])):
                break
            start = places[-size - before]
            if before and start == floor > 0:  # the value of the label before it: 编辑：林知秋审核：周望舒
                return places[-size], word
            if start == floor or NOT_INSIDE.match(text[start - 1]) or (text[start - 1].isascii() and WIDE.match(text[start])):
                return start, word
    return None


def _squeezed_back(text: str, floor: int, stop: int) -> tuple[str, list[int]]:
    """The letters before `stop` without the padding between them, and their places, as far back as a label can reach."""
    places: list[int] = []
    gap = 0
    for index in range(stop - 1, floor - 1, -1):
        if not text[index].isspace():
            places.append(index)
            gap = 0
        elif gap == LONGEST_PADDING:
            break
        else:
            gap += 1
        if len(places) == label_words().longest + LONGEST_PREFIX:
            break
    places.reverse()
    return "".join(text[index].lower()[:1] for index in places), places


def _value_length(value: str) -> int:
    """How far the value reaches: not past what ends it, brackets that open inside it aside."""
    if touching := TOUCHING.search(value):
        value = value[: touching.start()]
    for found in VALUE_END.finditer(value):
        closing = found[0] if found[0] in OPENING else ""
        if closing and OPENING[closing] in value[: found.start()]:
            continue
        if found.start() or closing or found[0].strip():
            return found.start()
    return len(value)


@cache
def _role_and_name() -> re.Pattern[str]:
    """A role with spaces after it and a name, where one may begin."""
    return re.compile(spaced_role().pattern.replace("?P<word>", "?:") + NAME.pattern)


def _group_of(word: str) -> str:
    return label_words().groups["".join(word.split()).lower()]
