"""The sources in the page's metadata."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsclean.fields.context import Context
from newsclean.fields.source.forms import KOREAN_REPORTER
from newsclean.fields.source.names import clean_source, source_candidate
from newsclean.mentions.labelled import find_labelled
from newsclean.metadata.json_ld import text_of
from newsclean.model import Candidate
from newsclean.text.scripts import count_hangul

LONGEST_VALUE = 200
META = ("source", "dc.source", "contentsource", "article:source", "newssource")
# Korean portals name here the paper that they took the article from; others name the author.
KOREAN_META = "og:article:author"


def read_stated(context: Context, _: Sequence[int]) -> Iterator[Candidate[str]]:
    """The sources in meta elements, then those in JSON-LD."""
    yield from _read_meta(context)
    if count_hangul(context.page.metadata.title):
        text = context.first(KOREAN_META)
        if text and KOREAN_REPORTER not in text:
            value = clean_source(text.partition("|")[0])
            yield source_candidate(value, f"meta {KOREAN_META}", text)
    yield from _read_json_ld(context)


def _read_meta(context: Context) -> Iterator[Candidate[str]]:
    for name in META:
        if text := context.first(name)[:LONGEST_VALUE]:
            items = (item.value for item in find_labelled(text) if item.group == "label.source")
            value = clean_source(next(items, text))
            is_name = "://" not in value and not value.isdigit()
            yield source_candidate(value if is_name else "", f"meta {name}", text)


def _read_json_ld(context: Context) -> Iterator[Candidate[str]]:
    """The outlets that the article comes from, unless they are its publisher."""
    article = context.json_ld.article
    for key in ("provider", "sourceOrganization"):
        name = text_of(article.get(key))
        if name and name != text_of(article.get("publisher")) and "://" not in name:
            yield source_candidate(clean_source(name), f"json-ld {key}", name)
