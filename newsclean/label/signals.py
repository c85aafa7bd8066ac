"""What is known of a page before its blocks are scored: its headline, and the lexicon's hits."""

from __future__ import annotations

import contextlib
import json

from newsclean.label.features import PageKind, PageSignals
from newsclean.label.headline import find_headline
from newsclean.lexicon import Hit, find_hits
from newsclean.metadata.meta_names import DESCRIPTION_META
from newsclean.metadata.stated_types import stated_types
from newsclean.model import UNLIMITED, Budget, Page
from newsclean.text.patterns import lazy
from newsclean.text.prices import count_prices

ARTICLE_BODY = lazy(r'"articleBody"\s{0,9}:\s{0,9}(?=")')
TITLES = ("og:title", "twitter:title")
# A longer block is not looked up in the lexicon: boilerplate is shorter, cookie notices aside. In
# characters; of 634 labelled pages one gains 0.01 with 200, none changes with 800.
LONGEST_LOOKED_UP = 400
# Each block is searched for in the body that JSON-LD states; in a longer one the search would take
# as long as all the rest. In characters; of the 90 labelled pages that state one, nine have more
# than 12,500, one more than 25,000, none more than this.
LONGEST_JSON_LD_BODY = 50_000
NO_GROUPS: frozenset[str] = frozenset()


def look_up(page: Page, budget: Budget = UNLIMITED) -> tuple[PageSignals, list[tuple[Hit, ...]]]:
    """The page's signals, and what the lexicon finds in each block."""
    headline = find_headline(page, budget)
    texts = [b.text if len(b.text) <= LONGEST_LOOKED_UP else "" for b in page.blocks]
    found = find_hits(texts, budget)
    title = page.blocks[headline].text if headline is not None else ""
    metadata = page.metadata
    about = (metadata.title, metadata.first(*TITLES), metadata.first(*DESCRIPTION_META), title)
    signals = PageSignals(
        groups=[frozenset(hit.group for hit in hits) if hits else NO_GROUPS for hits in found],
        headline=headline,
        about=" ".join(about),
        json_ld_body=_json_ld_body(page),
        kind=_page_kind(page),
    )
    return signals, found


def read_signals(page: Page) -> PageSignals:
    """What the features need to know of the page beside its blocks, without the weights."""
    return look_up(page)[0]


def _page_kind(page: Page) -> PageKind:
    types = stated_types(page.metadata)
    return PageKind(
        count_prices(block.text for block in page.blocks),
        types.og_article - types.og_other,
        types.article,
        types.other,
    )


def _json_ld_body(page: Page) -> str:
    """The article's text in the page's JSON-LD, without white space; "" if it has none.

    The rest of the JSON-LD need not be valid.
    """
    decoder = json.JSONDecoder(strict=False)
    for raw in page.metadata.json_ld:
        if found := ARTICLE_BODY.search(raw):
            with contextlib.suppress(ValueError):
                text, _ = decoder.raw_decode(raw, found.end())
                return "".join(text.split())[:LONGEST_JSON_LD_BODY]
    return ""
