"""Facts about the page: its address, site, language, tags, and whether the article costs money."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from newsclean.fields.context import Context
from newsclean.fields.next_page import find_next_page
from newsclean.fields.pictures import read_pictures
from newsclean.fields.result import FieldResult, Found, Reader
from newsclean.fields.section import read_section
from newsclean.mentions.registrations import registrations
from newsclean.metadata.addresses import is_web, joined
from newsclean.metadata.json_ld import texts_of
from newsclean.metadata.meta_names import SITE_META
from newsclean.metadata.titles import name_in_title

# Papers in these languages print their registrations anywhere around the text, others at the foot.
REGISTERED_ANYWHERE, FOOTER = ("zh", "ko"), 60
STATED_DESCRIPTION = ("description", "og:description", "twitter:description", "dc.description")
TAG_META = ("article:tag", "og:article:tag", "news_keywords")
LONGEST_TAG, MOST_TAGS = 80, 50
PAYWALL_META = ("article:content_tier", "content-tier", "og:article:content_tier")


def _registrations(context: Context, found: Found) -> tuple[tuple[str, str], ...]:
    """The registrations of the site, for which the language must be known."""
    language = found["language"].value if "language" in found else None
    is_anywhere = language and language.startswith(REGISTERED_ANYWHERE)
    blocks = context.page.blocks if is_anywhere else context.page.blocks[-FOOTER:]
    return registrations(block.text for block in blocks)


def _url(context: Context) -> str | None:
    """The canonical address, else the one that the page came from.

    Some sites state the home page as the canonical address of every page.
    """
    page = context.page
    canonical = (href for rel, href in page.metadata.links if rel == "canonical")
    for address in (*canonical, context.first("og:url")):
        absolute = joined(page.url or "", address) if address else ""
        if is_web(absolute) and not (page.url and _path(absolute) == "/" != _path(page.url)):
            return absolute
    return page.url


def _description(context: Context) -> str | None:
    return " ".join(context.first(*STATED_DESCRIPTION).split()) or None


def _path(address: str) -> str:
    """The path and the query of an address.

    >>> _path("https://example.org"), _path("https://[")
    ('/', '')
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return (parts.path or "/") + parts.query


def _site_name(context: Context) -> str | None:
    """The name of the site in its metadata, else the part of the title that the page repeats.

    A logo, the footer or the host may repeat it.
    """
    json_ld = context.json_ld
    nodes = (
        json_ld.article.get("publisher"),
        *json_ld.of_type("WebSite", "NewsMediaOrganization"),
    )
    names = (context.first(*SITE_META), *map(json_ld.name_of, nodes))
    stated = next((name for name in names if name and "://" not in name), "")
    if stated:
        return stated
    return name_in_title(context.page.metadata.title, context.site()) or None


def _tags(context: Context) -> tuple[str, ...]:
    """The article's own tags, without `meta keywords`, which many sites repeat on every page."""
    texts = [content for name, content in context.page.metadata.meta if name in TAG_META]
    texts += texts_of(context.json_ld.article.get("keywords"))
    tags = (tag.strip() for text in texts for tag in text.split(","))
    return tuple(dict.fromkeys(tag for tag in tags if 0 < len(tag) <= LONGEST_TAG))[:MOST_TAGS]


def _is_paywalled(context: Context) -> bool:
    """Whether the metadata or a line of the page say that the article costs money."""
    key, json_ld = "isAccessibleForFree", context.json_ld
    is_free = json_ld.article.get(key)
    if is_free is None:
        is_free = next((node[key] for node in json_ld.nodes if key in node), None)
    if context.asks_to_pay or str(is_free).lower() == "false":
        return True
    return context.first(*PAYWALL_META).lower() in ("locked", "metered", "premium", "paid")


def _address(found: Found) -> str | None:
    return found["url"].value if "url" in found else None


def _reader(name: str, read: Callable[[Context, Found], Any]) -> tuple[str, Reader]:
    return name, lambda context, found: {name: FieldResult(read(context, found), (), None)}


FACTS: tuple[tuple[str, Reader], ...] = (
    _reader("url", lambda context, _: _url(context)),
    _reader("next_page", lambda context, found: find_next_page(context, _address(found))),
    _reader("description", lambda context, _: _description(context)),
    _reader("site_name", lambda context, _: _site_name(context)),
    _reader("language", lambda context, _: context.language),
    _reader("section", lambda context, _: read_section(context)),
    _reader("tags", lambda context, _: _tags(context)),
    _reader("images", lambda context, _: read_pictures(context)),
    _reader("registrations", _registrations),
    _reader("paywalled", lambda context, _: _is_paywalled(context)),
)
"""A reader for each fact, so that one that fails leaves the others.

Registrations need the language.
"""
