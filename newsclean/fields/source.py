"""The outlet or agency that the page credits with the text; not the site that carries it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from newsclean.fields.context import Context
from newsclean.fields.named_elements import FieldNames, named_ranges
from newsclean.fields.result import FieldResult, Found
from newsclean.lexicon.lookups import words_of
from newsclean.mentions.dates import find_dates
from newsclean.mentions.dates.finder import without_dates
from newsclean.mentions.labelled import Labelled, find_labelled
from newsclean.mentions.names.person import is_person
from newsclean.metadata.json_ld import text_of
from newsclean.model import Block, Candidate, Evidence, Label, Span
from newsclean.text.match_key import match_key
from newsclean.text.scripts import WIDE

# In blocks around the headline; up to FAR after it where menus stand between it and the text.
BEFORE, AFTER, AFTER_BODY, FAR = 6, 12, 12, 60
LONGEST_LINE, LONGEST_SOURCE = 200, 40
NAMES = re.compile(r"source|laiyuan|copyfrom|vend[eo]r|provider|media-?name|press-?name|from-?site")
NOT_NAMES = re.compile(r"resource|sourceurl|opensource|sourcemap")
# The label without a colon, as a sentence or in brackets: 本文来源于国家统计局, （转自《河湾日报》）, (Via River Post).
FROM = re.compile(
    r"^[（(【\[]?\s?(?:本文|文章|稿件|内容)?(?:来源于|來源於|来源自|转载自|轉載自|转自|轉自|摘自|原载于?|原載於?)\s{0,2}[:：]?\s{0,2}"
    r"(?:《\s?(?P<title>[^《》]{2,20}?)\s?》|(?P<value>[^\s《》（）()【】\[\]，。,]{2,30}))"
)
ORIGINAL = re.compile(r"^(?:原创|原創)\s{0,2}[:：]\s{0,2}(?P<value>\S{2,30}?)(?=\s|\d{4}|$)")
# HARBOUR CITY (Reuters) - ; Hafenstadt (dpa) - ; PORT, 10 mai (AFP) –
LEAD = re.compile(
    r"^[A-ZÀ-ÞА-Я][^()（）.!?]{1,60}\((?P<value>[A-Za-zÀ-ÿА-я][\w&./ -]{1,28})\)\s?\.?\s?[-–—]{1,2}\s"
)
# The print edition: 《光明日报》（2024年05月20日 03版）
STAMP = re.compile(
    r"《\s?(?P<value>[^《》]{2,20}?)\s?》\s?[（(]\s?(?:\d{2,4}\s?年\s?)?\d{1,2}\s?月\s?\d{1,2}\s?日[\s,，·]{0,3}(?:第\s?)?[A-Z]?\d{1,3}\s?[版面]?[^（()）]{0,12}[)）]"
)
# A paper that puts its name after the date: （2011年4月15日12時24分 読売新聞）
AFTER_DATE = re.compile(
    r"^(?:配信|公開|掲載|更新)?[\s　]{0,3}(?P<value>[^\s\d（）():：]{2,20}(?:新聞|新闻|日报|日報|晚报|晚報|通信|通讯社|社|网|網|台))[）)]?$"
)
# 5/10(金) 6:58配信 河湾新聞: a portal's line, on which the day may lack its year
DELIVERED = re.compile(
    r"^[\d/年月日.()（）月火水木金土日\s]{3,20}\d{1,2}:\d\d\s?配信\s{1,3}(?P<value>[^\s\d]{2,20})$"
)
# 河湾日报 2024年5月10日: the same before it, and nothing else on the line.
BEFORE_DATE = re.compile(
    r"^[\s　]{0,3}(?P<value>[\u4e00-\u9fff]{2,10}(?:新闻网|新聞網|日报|日報|晚报|晚報|时报|時報|早报|早報|周刊|週刊"
    r"|通讯社|客户端|发布))[\s　|｜]{1,3}$"
)
# 2020-10-04 15:05 聯合報 記者林宸誼／即時報導
BEFORE_REPORTER = re.compile(
    r"^[\s　]{0,3}(?P<value>[\u4e00-\u9fff]{2,10}(?:報|报|社|网|網|台|周刊|週刊))\s+(?:記者|记者)"
)
# 스포츠조선=선수민 기자 ; [부산=스포츠조선 선수민 기자]
KOREAN = re.compile(
    r"^(?P<value>[\uac00-\ud7a3A-Z]{0,10}(?:일보|신문|뉴스|조선|중앙|경제|방송|타임스|투데이|저널|닷컴|통신|데일리|[A-Z]{2,4}))\s?=\s?[\uac00-\ud7a3]{2,4}\s?기자"
)
PADDING = " \u3000:：|｜丨-—·,，;；\"'"
TRAILING = re.compile(r"(?:(?<!\s)\s++)?[(（][^()（）]{1,20}[)）]$")
LAST_BRACKET = re.compile(r"[（(][^（()）]{4,40}[)）]\s*$")
LONGEST_STAMP = 60
META = ("source", "dc.source", "contentsource", "article:source", "newssource")
# Korean portals name the paper they took the article from where others name its author.
KOREAN_META = "og:article:author"


def read_source(context: Context, _: Found) -> Found:
    """The source that the page credits."""
    lines = _lines(context)
    offered = [found for reader in READERS for found in reader(context, lines) if found.value]
    spans = tuple(span for candidate in offered for span in candidate.spans)
    if not offered:
        return {"source": FieldResult(None, spans)}
    evidence = Evidence(_as_evidence(offered[0]), tuple(map(_as_evidence, offered[1:])))
    return {"source": FieldResult(offered[0].value, spans, evidence)}


def _as_evidence(candidate: Candidate[str]) -> Candidate[str]:
    return Candidate(candidate.value, candidate.origin, candidate.text)


def clean_source(value: str) -> str:
    """The outlet's name out of a labelled value; "" if it names none.

    >>> clean_source("21世纪经济报道 (广州)")
    '21世纪经济报道'
    >>> clean_source("央视新闻客户端 中国青年网")
    '央视新闻客户端'
    >>> clean_source("《河湾日报》"), clean_source("网络")
    ('河湾日报', '')
    """
    value = TRAILING.sub("", value.strip(PADDING)).strip(PADDING)
    if value.startswith("《") and value.find("》") == len(value) - 1:
        value = value[1:-1]
    if WIDE.search(value):
        # After a space stands the site, the author or a counter.
        value = (
            next((part for part in re.split(r"[\s\u3000]+", value) if WIDE.search(part)), "")
            if not value[:1].isascii()
            else value
        )
    if (
        len(value) > LONGEST_SOURCE
        or value.casefold() in words_of("source.none")
        or not any(char.isalpha() for char in value)
    ):
        return ""
    return value


def _offer(value: str, origin: str, text: str, span: Span | None = None) -> Candidate[str]:
    return Candidate(value, origin, text, (span,) if span else ())


# Readers, in order of trust


def _labelled(context: Context, lines: Sequence[int]) -> Iterator[Candidate[str]]:
    """`来源：X` around the headline and after the text."""
    for index in lines:
        block = context.page.blocks[index]
        for item in context.labelled(block.text):
            if item.group == "label.source":
                linked = _linked(block, item) if block.linked else ""
                end = item.end if item.value else item.end + len(linked)
                span = Span(index, item.start, end, Label.META, "source")
                yield _offer(clean_source(linked or item.value), "labelled", block.text, span)
        for pattern in () if block.text.isascii() else (FROM, ORIGINAL):
            if found := pattern.match(block.text):
                dates = context.dates(block.text)
                group = found.lastgroup or "value"
                end = min(
                    [
                        found.end(group),
                        *(date.start for date in dates if date.start > found.start(group)),
                    ]
                )
                whole = (
                    Span(index, 0, len(block.text), Label.META, "source")
                    if len(block.text) <= LONGEST_SOURCE
                    else None
                )
                yield _offer(
                    clean_source(block.text[found.start(group) : end]),
                    "labelled",
                    block.text,
                    whole,
                )


def _linked(block: Block, item: Labelled) -> str:
    """The text of the link that begins a label's value: what follows it without a space is a counter or another label."""
    start = block.text.find(item.value, item.start) if item.value else item.end
    link = next(
        (
            link
            for link in block.links
            if link.start == start and (link.end < item.end or not item.value)
        ),
        None,
    )
    return block.text[link.start : link.end] if link else ""


def _beside(context: Context, lines: Sequence[int]) -> Iterator[Candidate[str]]:
    """The outlet after the date or before the reporter, without a label: `（2011年4月10日 読売新聞）`."""
    for index in lines:
        block = context.page.blocks[index]
        dates = context.dates(block.text) if len(block.text) < 60 else ()
        if (
            dates
            and (found := BEFORE_DATE.match(block.text[: dates[0].start]))
            and found["value"] != context.first("og:site_name")
        ):
            span = Span(index, found.start("value"), found.end("value"), Label.META, "source")
            yield _offer(found["value"], "before the date", block.text, span)
        if "기자" in block.text and (found := KOREAN.match(block.text)):
            yield _offer(
                found["value"],
                "before the reporter",
                block.text,
                Span(index, 0, found.end("value"), Label.META, "source"),
            )
        elif "配信" in block.text and (found := DELIVERED.search(block.text)):
            yield _offer(
                found["value"],
                "after the date",
                block.text,
                Span(index, *found.span("value"), Label.META, "source"),
            )
        rest = block.text[dates[-1].end :] if dates else ""
        if dates and (found := AFTER_DATE.match(rest) or BEFORE_REPORTER.match(rest)):
            start = dates[-1].end + found.start("value")
            yield _offer(
                found["value"],
                "after the date",
                block.text,
                Span(index, start, start + len(found["value"]), Label.META, "source"),
            )


def _leading(context: Context, _: Sequence[int]) -> Iterator[Candidate[str]]:
    """The agency in a wire's first words: `HARBOUR CITY, May 10 (River Agency) - The ferry …`."""
    for index in context.body_blocks[:2]:
        text = context.page.blocks[index].text
        if (found := LEAD.match(text)) and not is_person(found["value"]):
            yield _offer(clean_source(found["value"]), "lead", text[: found.end()])


def _named(context: Context, lines: Sequence[int]) -> Iterator[Candidate[str]]:
    """Text of an element that says by its name that it is the source."""
    field_names = FieldNames(NAMES, NOT_NAMES)
    for index in lines:
        block = context.page.blocks[index]
        if len(block.text) > LONGEST_LINE:
            continue
        for start, end in named_ranges(context.page, index, field_names):
            value = _undated(block, start, end)
            if value and not is_person(value) and match_key(value) not in ("source", "sources"):
                yield _offer(
                    clean_source(value),
                    "named element",
                    block.text,
                    Span(index, start, end, Label.META, "source"),
                )


def _undated(block: Block, start: int, end: int) -> str:
    """The text from `start` to `end` if it is short and has no label of its own, less its dates."""
    text = without_dates(block.text[start:end])[0].strip(PADDING)
    return text if 2 <= len(text) <= LONGEST_SOURCE and not re.search("[:：。，,]", text) else ""


def _stamped(context: Context, _: Sequence[int]) -> Iterator[Candidate[str]]:
    """The print edition that the text ends with: `《光明日报》（2024年05月20日 03版）`, `（2011年4月10日 読売新聞）`."""
    blocks = context.page.blocks
    last = context.body_blocks[-1] if context.body_blocks else context.start
    for index in range(max(0, last - 2), min(len(blocks), last + 4)):
        tail = blocks[index].text[-LONGEST_STAMP:]
        offset = len(blocks[index].text) - len(tail)
        if found := STAMP.search(tail):
            span = Span(
                index, offset + found.start(), offset + found.end(), Label.META, "print edition"
            )
            yield _offer(clean_source(found["value"]), "print edition", tail, span)
        elif bracket := LAST_BRACKET.search(tail):
            yield from (
                _offer(clean_source(value), "bracket at the end", tail)
                for value in _in_bracket(bracket[0])
            )


def _in_bracket(text: str) -> Iterator[str]:
    """The outlet in a bracket that ends the text: `（转自《河湾日报》）`, `（来源：河湾日报）`, `（2011年4月10日 読売新聞）`."""
    if found := FROM.match(text):
        yield found[found.lastgroup or 0]
    yield from (item.value for item in find_labelled(text) if item.group == "label.source")
    dates = find_dates(text)
    if dates and (found := AFTER_DATE.match(text[dates[-1].end :])):
        yield found["value"]


def _of_metadata(context: Context, _: Sequence[int]) -> Iterator[Candidate[str]]:
    for name in META:
        if text := context.first(name)[:LONGEST_LINE]:
            items = [item.value for item in find_labelled(text) if item.group == "label.source"]
            yield _offer(
                _no_address(clean_source(items[0] if items else text)), f"meta {name}", text
            )
    if (
        re.search("[\uac00-\ud7a3]", context.page.metadata.title)
        and (text := context.first(KOREAN_META))
        and "기자" not in text
    ):
        yield _offer(clean_source(text.partition("|")[0]), f"meta {KOREAN_META}", text)
    node = context.json_ld.article
    for key in ("provider", "sourceOrganization"):
        if (
            (name := text_of(node.get(key)))
            and name != text_of(node.get("publisher"))
            and "://" not in name
        ):
            yield _offer(clean_source(name), f"json-ld {key}", name)


def _no_address(value: str) -> str:
    return "" if "://" in value or value.isdigit() else value


READERS: tuple[Callable[[Context, Sequence[int]], Iterator[Candidate[str]]], ...] = (
    _labelled,
    _beside,
    _named,
    _leading,
    _of_metadata,
    _stamped,
)


def _lines(context: Context) -> list[int]:
    """Short blocks around the headline, then those around the body's end."""
    held = context.body_blocks
    start = context.start
    last = held[-1] if held else start
    first = next(
        (index for index in held if index > start and len(context.page.blocks[index].text) > 40),
        start,
    )
    near = range(
        max(0, start - BEFORE),
        min(len(context.page.blocks), max(start + AFTER, min(first, start + FAR) + 2)),
    )
    after = range(max(last - 1, near.stop), min(len(context.page.blocks), last + AFTER_BODY))
    return [index for index in (*near, *after) if _can_credit(context.page.blocks[index])]


def _can_credit(block: Block) -> bool:
    """Whether a block can name the text's source; a caption names the picture's."""
    return len(block.text) <= LONGEST_LINE and not block.hidden and block.tag != "figcaption"
