"""The outlet or agency that the page credits with the text; not the site that carries it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from newsclean.fields.context import Context
from newsclean.fields.dates import find_dates, without_dates
from newsclean.fields.json_ld import text_of
from newsclean.fields.labelled import WIDE, find_labelled
from newsclean.fields.names import is_person
from newsclean.headline import squeeze
from newsclean.model import Block, Candidate, Evidence, Label, Span

# In blocks around the headline; up to FAR after it where menus stand between it and the text.
BEFORE, AFTER, AFTER_BODY, FAR = 6, 12, 12, 60
LONGEST_LINE, LONGEST_SOURCE = 200, 40
NAMES = re.compile(r"source|laiyuan|copyfrom|vend[eo]r|provider|media-?name|press-?name|from-?site")
NOT_NAMES = re.compile(r"resource|sourceurl|opensource|sourcemap")
# The label without a colon, as a sentence: 本文来源于国家统计局.
FROM = re.compile(r"^(?:本文|文章|稿件)?(?:来源于|來源於|转载自|轉載自|转自|摘自|原载于?)\s{0,2}[:：]?\s{0,2}(?P<value>\S{2,30})")
ORIGINAL = re.compile(r"^(?:原创|原創|提供|配信)\s{0,2}[:：]\s{0,2}(?P<value>\S{2,30}?)(?=\s|\d{4}|$)")
# A paper that puts its name after the date: （2011年4月15日12時24分 読売新聞）
AFTER_DATE = re.compile(r"^[\s　]{0,3}(?P<value>[^\s\d（）():：]{2,20}(?:新聞|新闻|日报|日報|晚报|晚報|通信|通讯社|社|网|網|台))[）)]?$")
# 2020-10-04 15:05 聯合報 記者林宸誼／即時報導
BEFORE_REPORTER = re.compile(r"^[\s　]{0,3}(?P<value>[\u4e00-\u9fff]{2,10}(?:報|报|社|网|網|台|周刊|週刊))\s+(?:記者|记者)")
# 스포츠조선=선수민 기자 ; [부산=스포츠조선 선수민 기자]
KOREAN = re.compile(r"^(?P<value>[\uac00-\ud7a3A-Z]{2,12})\s?=\s?[\uac00-\ud7a3]{2,4}\s?기자")
PADDING = " \u3000:：|｜丨-—·,，;；\"'"
TRAILING = re.compile(r"\s*[(（][^()（）]{1,20}[)）]$")
NO_SOURCE = frozenset("未知 不详 网络 互联网 本站 原创 本网 本站原创 网络整理 综合 n/a unknown admin none".split())
META = ("source", "dc.source", "contentsource", "article:source", "newssource")
# Korean portals name the paper they took the article from where others name its author.
KOREAN_META = "og:article:author"


class _Option(NamedTuple):
    value: str
    place: str
    text: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class SourceReading:
    """The credited source, the page text it was read from, and what else was on offer."""

    source: str | None
    spans: tuple[Span, ...]
    evidence: Evidence


def read_source(context: Context) -> SourceReading:
    """The source that the page credits."""
    options = [option for reader in READERS for option in reader(context) if option.value]
    spans = tuple(option.span for option in options if option.span)
    if not options:
        return SourceReading(None, spans, Evidence(None))
    candidates = tuple(Candidate(option.value, option.place, option.text) for option in options)
    return SourceReading(candidates[0].value, spans, Evidence(candidates[0], candidates[1:]))


def clean_source(value: str) -> str:
    """The outlet's name out of a labelled value; "" if it names none.

    >>> clean_source("21世纪经济报道 (广州)")
    '21世纪经济报道'
    >>> clean_source("央视新闻客户端 中国青年网")
    '央视新闻客户端'
    >>> clean_source("网络")
    ''
    """
    value = TRAILING.sub("", value.strip(PADDING)).strip(PADDING)
    if WIDE.search(value):
        # After a space stands the site, the author or a counter.
        value = next((part for part in re.split(r"[\s\u3000]+", value) if WIDE.search(part)), "") if not value[:1].isascii() else value
    if len(value) > LONGEST_SOURCE or value.casefold() in NO_SOURCE or not any(char.isalpha() for char in value):
        return ""
    return value


# Readers, in order of trust


def _labelled(context: Context) -> Iterator[_Option]:
    """`来源：X` around the headline and after the text."""
    for index in _lines(context):
        block = context.page.blocks[index]
        for item in find_labelled(block.text):
            if item.group == "label.source":
                span = Span(index, item.start, item.end, Label.DATELINE, "source")
                yield _Option(clean_source(item.value), "labelled", block.text, span)
        for pattern in (FROM, ORIGINAL):
            if found := pattern.match(block.text):
                dates = find_dates(block.text)
                end = min([found.end("value"), *(date.start for date in dates if date.start > found.start("value"))])
                yield _Option(clean_source(block.text[found.start("value") : end]), "labelled", block.text, None)


def _beside(context: Context) -> Iterator[_Option]:
    """The outlet after the date or before the reporter, without a label: `（2011年4月10日 読売新聞）`."""
    for index in _lines(context):
        block = context.page.blocks[index]
        dates = find_dates(block.text) if len(block.text) < 60 else ()
        if found := KOREAN.match(block.text):
            yield _Option(found["value"], "before the reporter", block.text, Span(index, 0, found.end("value"), Label.DATELINE, "source"))
        rest = block.text[dates[-1].end :] if dates else ""
        if dates and (found := AFTER_DATE.match(rest) or BEFORE_REPORTER.match(rest)):
            start = dates[-1].end + found.start("value")
            yield _Option(
                found["value"], "after the date", block.text, Span(index, start, start + len(found["value"]), Label.DATELINE, "source")
            )


def _named(context: Context) -> Iterator[_Option]:
    """Text of an element that says by its name that it is the source."""
    for index in _lines(context):
        block = context.page.blocks[index]
        if len(block.text) > LONGEST_LINE:
            continue
        places = [(mark.start, mark.end) for mark in block.marks if NAMES.search(mark.names) and not NOT_NAMES.search(mark.names)]
        if NAMES.search(context.page.elements[block.element].names):
            places.append((0, len(block.text)))
        for start, end in places:
            value = _undated(block, start, end)
            if value and not is_person(value) and squeeze(value) not in ("source", "sources"):
                yield _Option(clean_source(value), "named element", block.text, Span(index, start, end, Label.DATELINE, "source"))


def _undated(block: Block, start: int, end: int) -> str:
    """The text from `start` to `end` if it is short and has no label of its own, less its dates."""
    text = without_dates(block.text[start:end])[0].strip(PADDING)
    return text if 2 <= len(text) <= LONGEST_SOURCE and not re.search("[:：。，,]", text) else ""


def _of_metadata(context: Context) -> Iterator[_Option]:
    for name in META:
        if text := context.page.metadata.first(name):
            items = [item.value for item in find_labelled(text) if item.group == "label.source"]
            yield _Option(_no_address(clean_source(items[0] if items else text)), f"meta {name}", text)
    if (
        re.search("[\uac00-\ud7a3]", context.page.metadata.title)
        and (text := context.page.metadata.first(KOREAN_META))
        and "기자" not in text
    ):
        yield _Option(clean_source(text.partition("|")[0]), f"meta {KOREAN_META}", text)
    node = context.article
    for key in ("provider", "sourceOrganization"):
        if (name := text_of(node.get(key))) and name != text_of(node.get("publisher")) and "://" not in name:
            yield _Option(clean_source(name), f"json-ld {key}", name)


def _no_address(value: str) -> str:
    return "" if "://" in value or value.isdigit() else value


READERS: tuple[Callable[[Context], Iterator[_Option]], ...] = (_labelled, _beside, _named, _of_metadata)


def _lines(context: Context) -> list[int]:
    """Short blocks around the headline, then those around the body's end."""
    held = context.held
    start = context.start
    last = held[-1] if held else start
    first = next((index for index in held if index > start and len(context.page.blocks[index].text) > 40), start)
    near = range(max(0, start - BEFORE), min(len(context.page.blocks), max(start + AFTER, min(first, start + FAR) + 2)))
    after = range(max(last - 1, near.stop), min(len(context.page.blocks), last + AFTER_BODY))
    return [
        index for index in (*near, *after) if len(context.page.blocks[index].text) <= LONGEST_LINE and not context.page.blocks[index].hidden
    ]
