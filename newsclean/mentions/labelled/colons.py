"""Finds `label: value` in lines that hold several: 来源：新华网 编辑：刘佳 校对：."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from newsclean.lexicon.lookups import LETTERS, label_words
from newsclean.mentions.labelled.item import LONGEST_VALUE, Labelled
from newsclean.text.patterns import lazy
from newsclean.text.scripts import HAN, WIDE

COLON = "[:：﹕︰︱|｜丨/／=＝]"
# Magazines put a dot there: 记者·林知秋.
ANY_COLON = lazy(rf"{COLON}|·(?=\w{{2}})")
# How many spaces on each side of a colon belong to it.
MOST_SPACES = 3
# What ends a value although no known label follows: another label, a date, a time, a closing
# bracket or stop, or the page's own controls.
VALUE_END = lazy(
    r"""
    (?:^|[\s|｜丨，,])[^\s:：，,、|｜丨\d/【\[（(〔]{1,8}\s{0,2}[:：](?!//)
    | \s?[【\[（(〔]\s?(?:字体|字體|字号|字號|打印|列印|收藏|分享|大中小|大\s中\s小)
    | [\s(（]?(?:19|20)\d\d\s{0,2}[-/.年]\s{0,2}\d
    | \s\d{1,2}:\d\d
    | [)）\]】〕」；;。]
    | (?<!\s)\s{2,}+\S{2,8}[:：]
    | \s[|｜丨]\s
    | \s(?:分享|字号|字號|评论|阅读|查看|打印|收藏|返回|选稿)
    """,
    re.X,
)
# A label of the page's controls that touches the value: 河湾日报字号：大中小.
TOUCHING_LABEL = lazy(
    r"""
    (?<=\w\w)
    (?:字号|字號|字体|字體|浏览|瀏覽|点击|點擊|阅读|閱讀|发布时间|發布時間|时间|時間|日期)
    [^:：\s]{0,3}[:：]
    """,
    re.X,
)
OPENING_BRACKET = {")": "(", "）": "（", "]": "[", "】": "【", "〕": "〔", "」": "「"}
HAN_LETTER = lazy(f"[{HAN}]")
# A label may begin after one of these.
BOUNDARY = lazy(r"[^\w《]")
# A paper puts up to this many characters before a known label: 网站编辑, 东方网记者.
LONGEST_PREFIX = 4
# Spaces pad a label to the width of the others: 校　　对.
LONGEST_PADDING = 4
# A label that is padded to the width of others has two letters, seldom three.
MOST_PADDED = 3
# The last letters of a padded label stand among so many characters.
FARTHEST = LETTERS * (1 + LONGEST_PADDING)


class _Label(NamedTuple):
    """A label of the lexicon.

    Attributes:
        word: The word of the lexicon, in lower case and without spaces.
        start: Offset of the label.
        colon: Offset of the space and colon after it.
        end: Offset of its value.
    """

    word: str
    start: int
    colon: int
    end: int


class _Letters(NamedTuple):
    """The letters before a colon, without padding, and the offset of each."""

    text: str
    offsets: list[int]


def find_labelled(text: str) -> list[Labelled]:
    """Every label of the lexicon before a colon or bar in a text, with its value.

    >>> found = find_labelled("来源：河湾日报 责任编辑：林青  校 对:")
    >>> [(item.label, item.value) for item in found]
    [('来源', '河湾日报'), ('责任编辑', '林青'), ('校对', '')]
    >>> [(item.label, item.value) for item in find_labelled("Biên tập: Lê Mai")]
    [('Biên tập', 'Lê Mai')]
    >>> find_labelled("编辑部搬到了河湾。")
    []
    """
    labels = list(_labels(text)) if ANY_COLON.search(text) else []
    if not labels:
        return []
    stops = [following.start for _, following in pairwise(labels)] + [len(text)]
    return [_labelled(text, label, stop) for label, stop in zip(labels, stops, strict=False)]


def _labelled(text: str, label: _Label, stop: int) -> Labelled:
    """A label with its value, which ends at `stop` at the latest."""
    value = text[label.end : min(stop, label.end + LONGEST_VALUE)]
    end = label.end + _value_length(value)
    space = "" if WIDE.match(text, label.start) else " "
    printed = space.join(text[label.start : label.colon].split())
    value = text[label.end : end].strip()
    return Labelled(label_words().group_of(label.word), printed, value, label.start, end)


def _labels(text: str) -> Iterator[_Label]:
    """Give the labels, each found from its colon backwards."""
    floor = end = 0
    for colon in ANY_COLON.finditer(text):
        start, end = _with_spaces(text, colon.start(), end)
        # This rules out most colons.
        may_end = _may_end_label(text[max(floor, start - FARTHEST) : start])
        if may_end and (label := _label_before(text, floor, start)):
            yield _Label(*label, start, end)
            floor = end


def _may_end_label(before: str) -> bool:
    """Whether a text has the last letters of a label at its end, padded or not."""
    letters = "".join(before.split())[-LETTERS:]
    # Only the first character, as İ in lower case has two.
    last = letters.lower() if letters.isascii() else "".join([c.lower()[:1] for c in letters])
    endings = label_words().endings
    return any(last[start:] in endings for start in range(len(last)))


def _with_spaces(text: str, colon: int, floor: int) -> tuple[int, int]:
    """Where a colon and the spaces around it start, at `floor` or after it, and end.

    >>> _with_spaces("Text : Roe", 5, 0), _with_spaces("Text    : Roe", 8, 0)
    ((4, 7), (5, 10))
    """
    start, end = colon, colon + 1
    while start > max(floor, colon - MOST_SPACES) and text[start - 1].isspace():
        start -= 1
    while end < min(len(text), colon + 1 + MOST_SPACES) and text[end].isspace():
        end += 1
    return start, end


def _label_before(text: str, floor: int, stop: int) -> tuple[str, int] | None:
    """The longest label that ends at `stop`, and where it starts, at `floor` or after it."""
    groups = label_words().groups
    letters = _letters_before(text, floor, stop)
    for size in range(len(letters.text), 0, -1):
        word = letters.text[-size:]
        if word in groups and (start := _start_of_label(text, floor, letters, size)) is not None:
            if size > MOST_PADDED and _has_gap(text, letters, size, groups):
                continue
            return word, start
    return None


def _has_gap(text: str, letters: _Letters, size: int, groups: Mapping[str, str]) -> bool:
    """Whether a label is the end of a value, a space, and another label: 河湾新闻 编辑."""
    start = letters.offsets[-size]
    if not start or not text[start - 1].isalnum():
        return False
    later = range(1, size)
    gaps = (n for n in later if letters.offsets[-n] - letters.offsets[-n - 1] > 1)
    return any(letters.text[-n:] in groups for n in gaps)


def _start_of_label(text: str, floor: int, letters: _Letters, size: int) -> int | None:
    """Where the label starts whose word is the last `size` letters.

    A prefix of the paper's own belongs to it. None means that the word is the end of another.
    """
    # Without a space, it touches the value of the label before: 来源：河湾日报网作者：林知秋.
    touching = letters.offsets[-size] if floor > 0 and size > 1 else None
    for prefix in range(LONGEST_PREFIX + 1):
        first = size + prefix
        if first > len(letters.text):
            return touching
        if prefix and not HAN_LETTER.match(letters.text[-first]):
            return touching
        start = letters.offsets[-first]
        if prefix and start == floor > 0:
            # These letters are the value of the label before: 编辑：林知秋审核：周望舒.
            return letters.offsets[-size]
        if start == floor or _may_start_at(text, start):
            return start
    return touching


def _may_start_at(text: str, start: int) -> bool:
    """Whether a word may begin at an offset that is not the first."""
    before = text[start - 1]
    return BOUNDARY.match(before) is not None or (
        before.isascii() and WIDE.match(text, start) is not None
    )


def _letters_before(text: str, floor: int, stop: int) -> _Letters:
    """The letters before `stop` as far back as a label can reach."""
    longest = label_words().longest + LONGEST_PREFIX
    offsets: list[int] = []
    padding = 0
    for index in range(stop - 1, floor - 1, -1):
        if not text[index].isspace():
            offsets.append(index)
            padding = 0
        elif padding == LONGEST_PADDING:
            break
        else:
            padding += 1
        if len(offsets) == longest:
            break
    offsets.reverse()
    # Only the first character, as İ in lower case has two.
    return _Letters("".join(text[index].lower()[:1] for index in offsets), offsets)


def _value_length(value: str) -> int:
    """How far a value reaches: up to what ends it, but not to a bracket opened inside it."""
    if touching := TOUCHING_LABEL.search(value):
        value = value[: touching.start()]
    for found in VALUE_END.finditer(value):
        opening = OPENING_BRACKET.get(found[0], "")
        if opening and opening in value[: found.start()]:
            continue
        # White space at the start of the value is no end of it.
        if found.start() or opening or found[0].strip():
            return found.start()
    return len(value)
