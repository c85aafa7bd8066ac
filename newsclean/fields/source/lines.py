"""The sources that lines by the headline and after the body credit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsclean.fields.comments import is_comment
from newsclean.fields.context import Context
from newsclean.fields.label_before import label_before
from newsclean.fields.named_elements import FieldNames, named_ranges
from newsclean.fields.source import forms
from newsclean.fields.source.names import LONGEST_SOURCE, PADDING, clean_source, source_candidate
from newsclean.lexicon.lookups import words_of
from newsclean.mentions.dates.finder import without_dates
from newsclean.mentions.labelled import Labelled
from newsclean.mentions.names.person import is_person
from newsclean.mentions.names.spaced import byline_start, starts_with_picture
from newsclean.model import Block, Candidate, Label, Span
from newsclean.parse.class_words import NOT_SOURCE_NAMES, SOURCE_NAMES
from newsclean.text.patterns import lazy

LONGEST_LINE = 200
# A longer line with a date is no line of date and source.
LONGEST_DATED = 60
SHORTEST_SOURCE, LONGEST_LABEL = 2, 6
# An opened bracket that is not closed begins a byline or a note.
NOT_IN_NAMES = lazy(r"\||[(（【\[][^()（）【】\[\]]{0,40}$")
# What a paper puts after its name: 河湾日报讯（河湾日报记者 林知秋）.
BYLINE = lazy(r"[讯訊]?[（(][^（）()]{0,30}(?:记者|記者)[^（）()]{0,30}[）)]\s*$")
SOURCES = frozenset({"sources"})
OPENING_QUOTES = tuple('“‘「『"')
# What ends a label or a clause.
PUNCTUATION = lazy("[:：。，,]")


def read_labelled(context: Context, lines: Sequence[int]) -> Iterator[Candidate[str]]:
    """`来源：河湾日报`, `本文转自《河湾日报》`."""
    for index in lines:
        block = context.page.blocks[index]
        for item in context.labelled(block.text):
            if item.group == "label.source" and not _is_mentioned(context, index, item):
                yield _labelled_source(block, index, item)
        if label_before(context, index) == "label.source":
            yield _whole_line(block, index, block.text)
        if not block.text.isascii():
            yield from _sentence_sources(context, index)
        if len(block.text) <= LONGEST_SOURCE and (value := _after_words(context, block.text)):
            yield _whole_line(block, index, value)


def _is_mentioned(context: Context, index: int, item: Labelled) -> bool:
    """Whether a label stands in a notice, 凡注明“来源：河湾网”的作品, or in what a reader wrote."""
    before = context.page.blocks[index].text[: item.start].rstrip()
    return before.endswith(OPENING_QUOTES) or is_comment(context, index)


def _whole_line(block: Block, index: int, value: str) -> Candidate[str]:
    span = Span(index, 0, len(block.text), Label.META, "source")
    return source_candidate(clean_source(value), "labelled", block.text, span)


def _after_words(context: Context, text: str) -> str:
    """The outlet on a line that begins with words of the text's language: Theo Báo Sông."""
    language = context.language
    words = words_of("source.by", language) if language else ()
    if not words:
        return ""
    line = text.casefold()
    rests = (text[len(word) + 1 :] for word in words if line.startswith(f"{word} "))
    return next((rest for rest in rests if rest[:1].isupper() and rest[-1:].isalnum()), "")


def _labelled_source(block: Block, index: int, item: Labelled) -> Candidate[str]:
    linked = _linked_value(block, item) if block.linked else ""
    end = item.end if item.value else item.end + len(linked)
    span = Span(index, item.start, end, Label.META, "source")
    return source_candidate(clean_source(linked or item.value), "labelled", block.text, span)


def _linked_value(block: Block, item: Labelled) -> str:
    """The text of the link that starts a label's value, else "".

    What follows the link without a space is a counter or another label.
    """
    start = block.text.find(item.value, item.start) if item.value else item.end
    links = (link for link in block.links if link.start == start)
    link = next((link for link in links if link.end < item.end or not item.value), None)
    return block.text[link.start : link.end] if link else ""


def _sentence_sources(context: Context, index: int) -> Iterator[Candidate[str]]:
    """The sources of forms that start a line, up to the date after them."""
    text = context.page.blocks[index].text
    for form in (forms.FROM, forms.ORIGINAL):
        if found := form.match(text):
            start, end = found.span(found.lastgroup or "value")
            dates = (date.start for date in context.dates(text) if date.start > start)
            value = clean_source(text[start : min([end, *dates])])
            is_line = len(text) <= LONGEST_SOURCE
            span = Span(index, 0, len(text), Label.META, "source") if is_line else None
            yield source_candidate(value, "labelled", text, span)


def read_unlabelled(context: Context, lines: Sequence[int]) -> Iterator[Candidate[str]]:
    """The outlet beside the date or before the reporter: `（2011年4月10日 読売新聞）`."""
    for index in lines:
        text = context.page.blocks[index].text
        for start, end, origin in _unlabelled_ranges(context, text):
            span = Span(index, start, end, Label.META, "source")
            yield source_candidate(text[start:end], origin, text, span)


def _unlabelled_ranges(context: Context, text: str) -> Iterator[tuple[int, int, str]]:
    """Where outlets start and end in a line, each with its origin."""
    dates = context.dates(text) if len(text) < LONGEST_DATED else ()
    before = text[: dates[0].start] if dates else ""
    if (found := _before_date(before)) and found["value"] != context.first("og:site_name"):
        yield *found.span("value"), "before the date"
    if forms.KOREAN_REPORTER in text and (found := forms.KOREAN.match(text)):
        yield *found.span("value"), "before the reporter"
    elif "配信" in text and (found := forms.DELIVERED.search(text)):
        yield *found.span("value"), "after the date"
    if dates:
        rest, offset = text[dates[-1].end :], dates[-1].end
        if rest.isascii():
            return
        if found := forms.AFTER_DATE.match(rest) or _before_reporter(rest):
            start, end = found.span("value")
            yield offset + start, offset + end, "after the date"


def _before_date(before: str) -> re.Match[str] | None:
    """The outlet in what stands before the date, alone or before a reporter."""
    if before.isascii():
        return None
    return forms.BEFORE_DATE.match(before) or _before_reporter(before)


def _before_reporter(rest: str) -> re.Match[str] | None:
    """The outlet before a reporter, at the start of a text."""
    is_there = any(word in rest for word in forms.REPORTERS)
    return forms.BEFORE_REPORTER.match(rest) if is_there else None


def read_named(context: Context, lines: Sequence[int]) -> Iterator[Candidate[str]]:
    """The text of elements that are named for the source."""
    field_names = FieldNames(SOURCE_NAMES, NOT_SOURCE_NAMES)
    for index in lines:
        text = context.page.blocks[index].text
        if len(text) > LONGEST_LINE:
            continue
        for start, end in named_ranges(context.page, index, field_names):
            value = _without_label(_without_dates(BYLINE.sub("", text[start:end])))
            if value and not is_person(value) and not _is_of_others(value):
                span = Span(index, start, end, Label.META, "source")
                yield source_candidate(clean_source(value), "named element", text, span)


def _without_label(value: str) -> str:
    """A value without the label of sources that begins it, with a space or nothing after it.

    >>> _without_label("Source River Post"), _without_label("River Post"), _without_label("Source")
    ('River Post', 'River Post', '')
    """
    labels = words_of("label.source")
    first, _, rest = value.partition(" ")
    if first.casefold() in labels | SOURCES:
        return rest
    # 来源河湾日报: the label and its value are elements without a space between them.
    ends = range(2, min(LONGEST_LABEL, len(value) - SHORTEST_SOURCE) + 1)
    end = next((end for end in ends if value[:end] in labels and not value.isascii()), 0)
    return value[end:]


def _is_of_others(value: str) -> bool:
    """Whether a value is a byline, the maker of a picture, or several entries of a menu.

    >>> _is_of_others("By Jane Roe"), _is_of_others("Illustration by Max Poe")
    (True, True)
    >>> _is_of_others("Archive | Contact"), _is_of_others("River Post")
    (True, False)
    """
    is_other = NOT_IN_NAMES.search(value) or value.casefold() in ("by", "from")
    return bool(is_other) or byline_start(value) > 0 or starts_with_picture(value)


def _without_dates(text: str) -> str:
    """A text without its dates; "" if it is too long for a source or has a label of its own."""
    value = without_dates(text)[0].strip(PADDING)
    if not SHORTEST_SOURCE <= len(value) <= LONGEST_SOURCE or PUNCTUATION.search(value):
        return ""
    return value
