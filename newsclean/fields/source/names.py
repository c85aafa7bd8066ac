"""The names of outlets in values."""

from __future__ import annotations

import re

from newsclean.lexicon.lookups import part_words, words_of
from newsclean.model import Candidate, Span
from newsclean.text.patterns import lazy
from newsclean.text.scripts import WIDE

LONGEST_SOURCE = 40
PADDING = " \u3000@:：|｜丨-—·,，;；\"'"
# The last word of an outlet's name: 日报, 网.
OUTLET = lazy(lambda: rf"(?:{part_words('source.word')})$")
# A paper in title marks, with its issue after it: 《红岸周刊》2024年第5期.
TITLED = lazy(r"《([^《》]{1,40})》(?:\s?[第总]?\s?\d[\d年月日第总期卷号版、\s-]{0,24})?")
TRAILING_BRACKET = lazy(r"(?:(?<!\s)\s++)?[(（][^()（）]{1,20}[)）]$")


def source_candidate(
    value: str, origin: str, text: str, span: Span | None = None
) -> Candidate[str]:
    """The candidate for a source; `span` is the text that credits it, if it is no body."""
    return Candidate(value, origin, text, (span,) if span else ())


def clean_source(value: str) -> str:
    """The outlet's name in a labelled value; "" if it names none.

    >>> clean_source("21世纪经济报道 (广州)")
    '21世纪经济报道'
    >>> clean_source("央视新闻客户端 中国青年网")
    '央视新闻客户端'
    >>> clean_source("《河湾日报》"), clean_source("网络")
    ('河湾日报', '')
    """
    name = TRAILING_BRACKET.sub("", value.strip(PADDING)).strip(PADDING)
    if titled := TITLED.fullmatch(name):
        name = titled[1]
    if WIDE.search(name) and not name[:1].isascii():
        # The site, the author or a counter follow the name after a space.
        name = next((part for part in re.split(r"[\s\u3000]+", name) if WIDE.search(part)), "")
    if len(name) > LONGEST_SOURCE or name.casefold() in words_of("source.none"):
        return ""
    return name if any(map(str.isalpha, name)) else ""
