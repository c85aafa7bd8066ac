"""Facts about the page beside its article: language, site, section, tags, pictures, numbers in its footer, and whether it is paid for."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from newsclean.fields.context import Context
from newsclean.fields.pictures import read_pictures
from newsclean.fields.result import FieldResult, Found, Reader
from newsclean.lexicon.lookups import words_of
from newsclean.mentions.language import language_of
from newsclean.mentions.registrations import registrations
from newsclean.metadata.addresses import is_web, joined
from newsclean.metadata.json_ld import text_of, texts_of
from newsclean.metadata.meta_names import SITE_META
from newsclean.metadata.site import Site, name_in_title
from newsclean.model import Page
from newsclean.text.match_key import match_key

BREADCRUMB = re.compile(
    r"(?:您?(?:现在|当前|所在)的?(?:位置|频道)|當前位置|現在位置|現在地)\s{0,3}[:：]?\s{0,3}"
)
WHERE = re.compile("[位频頻地]")  # a letter of each form of it
# A run of white space is tried from its start only: tried from each place in it, it takes n² steps.
BREADCRUMB_STEP = re.compile(r"(?:(?<!\s)\s++)?(?:[>›»→]+|&gt;|-&gt;|/)\s*")
CRUMB_NAMES = re.compile(r"bread-?crumb|\bcrumbs?\b")
# A path without a label or a name stands right above the headline.
ARROW, ABOVE_HEADLINE = re.compile(r"\S\s?(?:>{1,2}|[›»→])(?:\s?\S|$)"), 6
# Papers in these languages print their numbers anywhere around the text, others only at the foot.
NUMBERED, FOOTER = ("zh", "ko"), 60
# Paragraphs enough to tell the language.
ENOUGH_BLOCKS = 20
# So many blocks above the headline are looked at; a path has few steps and short ones.
MOST_BLOCKS, LONGEST_PATH, MOST_STEPS, LONGEST_SECTION = 100, 200, 12, 40
PAYWALL_META = ("article:content_tier", "content-tier", "og:article:content_tier")


def _language(context: Context) -> str | None:
    page = context.page
    text = " ".join(page.blocks[index].text for index in context.body_blocks[:ENOUGH_BLOCKS])
    text = text or " ".join(block.text for block in page.blocks[:MOST_BLOCKS])
    return language_of(text, page.metadata.language)


def _notices(context: Context, found: Found) -> tuple[tuple[str, str], ...]:
    language = found["language"].value if "language" in found else None
    blocks = context.page.blocks
    lines = blocks if language and language.startswith(NUMBERED) else blocks[-FOOTER:]
    return registrations(block.text for block in lines)


def _url(context: Context) -> str | None:
    """The canonical address; the one the page came from if it names none, or names the home page as that of every page."""
    page = context.page
    stated = [href for rel, href in page.metadata.links if rel == "canonical"] + [
        context.first("og:url")
    ]
    for address in stated:
        absolute = joined(page.url or "", address) if address else ""
        if is_web(absolute) and not (page.url and _path(absolute) == "/" != _path(page.url)):
            return absolute
    return page.url


def _path(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return (parts.path or "/") + parts.query


def _site_name(context: Context) -> str | None:
    """The name of the site: in its metadata, else the part of the title that the page repeats.

    A logo, the footer or the host may repeat it.
    """
    json_ld = context.json_ld
    nodes = (
        json_ld.article.get("publisher"),
        *json_ld.of_type("WebSite", "NewsMediaOrganization"),
    )
    names = (context.first(*SITE_META), *map(json_ld.name_of, nodes))
    return (
        next((name for name in names if name and "://" not in name), "")
        or name_in_title(context.page.metadata.title, Site.from_page(context.page, json_ld))
        or None
    )


def _section(context: Context) -> tuple[str, ...]:
    """The path of sections to the article, outermost first, without the home page."""
    own = context.site_keys
    for reader in (_printed_path, _data_path, _stated_section):
        steps = tuple(
            step
            for step in map(_step, reader(context))
            if step
            and step.casefold() not in words_of("section.none")
            and match_key(step) not in own
        )
        if steps and max(map(len, steps)) <= LONGEST_SECTION:
            return steps
    return ()


def _step(text: str) -> str:
    return text.strip("/>›»|:： ")


def _printed_path(context: Context) -> list[str]:
    """The path printed above the headline: after its label, on a line of its own, or as a list that is named so."""
    page = context.page
    title = match_key(page.blocks[context.headline].text) if context.headline is not None else ""
    end = context.headline if context.headline is not None else min(MOST_BLOCKS, len(page.blocks))
    for index in range(max(0, end - MOST_BLOCKS), end):
        block = page.blocks[index]
        text = block.text
        if block.hidden or len(text) >= LONGEST_PATH:
            continue
        if WHERE.search(text) and (found := BREADCRUMB.search(text)):
            steps = BREADCRUMB_STEP.split(text[found.end() :])[1:]
        elif "crumb" in page.elements[block.element].names and CRUMB_NAMES.search(
            page.elements[block.element].names
        ):
            steps = BREADCRUMB_STEP.split(_text_of_list(page, index))
            if len(steps) == 1 and len(links := block.links) > 1:
                steps = [text[link.start : link.end] for link in links]
        elif index >= context.start - ABOVE_HEADLINE and ARROW.search(text):
            steps = BREADCRUMB_STEP.split(text)[1:]
        else:
            continue
        if any(steps):
            return [step for step in steps if match_key(step) != title]
    return []


def _text_of_list(page: Page, index: int) -> str:
    """The entries of the list that a block is in, as one line with signs between them."""
    element = page.elements[page.blocks[index].element]
    while element.parent >= 0 and CRUMB_NAMES.search(page.elements[element.parent].names):
        element = page.elements[element.parent]
    return " > ".join(
        block.text.strip("/>›» ")
        for block in page.blocks[element.first : min(element.last, element.first + MOST_STEPS)]
    )


def _data_path(context: Context) -> list[str]:
    """The path in the page's JSON-LD; its last step is the article."""
    for node in context.json_ld.of_type("BreadcrumbList"):
        if isinstance(node.get("itemListElement"), list):
            return [text_of(_item(item)) for item in node["itemListElement"][:MOST_STEPS]][:-1]
    return []


def _stated_section(context: Context) -> list[str]:
    section = context.first("article:section", "og:article:section") or text_of(
        context.json_ld.article.get("articleSection")
    )
    return [section]


def _item(item: Any) -> Any:
    return (item.get("name") or item.get("item")) if isinstance(item, dict) else None


def _tags(context: Context) -> tuple[str, ...]:
    """The article's own tags; a site's standing keywords in `meta keywords` are not taken."""
    tags = [
        content
        for name, content in context.page.metadata.meta
        if name in ("article:tag", "og:article:tag", "news_keywords")
    ]
    keywords = context.json_ld.article.get("keywords")
    tags += texts_of(keywords)
    cleaned = (tag.strip() for text in tags for tag in text.split(","))
    return tuple(dict.fromkeys(tag for tag in cleaned if 0 < len(tag) <= 80))[:50]


def _is_paywalled(context: Context) -> bool:
    """Whether the page's data say that its article is paid for."""
    told = context.json_ld.article.get("isAccessibleForFree")
    if told is None:
        told = next(
            (
                node["isAccessibleForFree"]
                for node in context.json_ld.nodes
                if "isAccessibleForFree" in node
            ),
            None,
        )
    if context.asks_to_pay or str(told).lower() == "false":
        return True
    return context.first(*PAYWALL_META).lower() in ("locked", "metered", "premium", "paid")


def _reader(name: str, read: Callable[[Context, Found], Any]) -> tuple[str, Reader]:
    return name, lambda context, found: {name: FieldResult(read(context, found), (), None)}


FACTS: tuple[tuple[str, Reader], ...] = (
    _reader("url", lambda context, _: _url(context)),
    _reader("site_name", lambda context, _: _site_name(context)),
    _reader("language", lambda context, _: _language(context)),
    _reader("section", lambda context, _: _section(context)),
    _reader("tags", lambda context, _: _tags(context)),
    _reader("images", lambda context, _: read_pictures(context)),
    _reader("notices", _notices),
    _reader("paywalled", lambda context, _: _is_paywalled(context)),
)
"""A reader for each fact, so that one that fails leaves the others; notices need the language."""
