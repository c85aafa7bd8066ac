"""The dates that a page states without printing them: in JSON-LD, meta tags, elements' attributes, scripts, its address."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from newsclean.fields.context import Context
from newsclean.fields.date.candidate import (
    DATE_NAMES,
    PUBLISHED_NAMES,
    UPDATED_NAMES,
    DateCandidate,
    both_readings,
    date_at,
    is_comment,
    is_near,
)
from newsclean.mentions.dates import DateMention as DateFound
from newsclean.mentions.dates.urls import date_in_url
from newsclean.mentions.dates.values import parse_date
from newsclean.metadata.json_ld import text_of

SURE_META = frozenset(
    {"article:published_time", "og:article:published_time", "datepublished", "publishdate"}
)
# Names of meta tags, whatever stands before or after: dc.date.issued, w-published-date, article:published:time, citation_publication_date.
PUBLISHED_META = re.compile(
    r"publi(?:sh|c).{0,8}(?:date|time|on\b|at\b)|(?:date|time).{0,3}publi|published$|pub[-_]?(?:date|time)|date[-_]?(?:created|original)|create_?at"
    r"|^(?:dc\.|dcterms\.|rnews:|sailthru\.|citation_)?date(?:\.issued|\.created)?$|dcterms\.(?:created|issued)|^(?:date)?created|release_date"
    r"|article\.published|creation_?date|^cdate$|upload(?:ed$|_?date)"
)
UPDATED_META = re.compile(r"modif|update|revis|lastmod")
NOT_DATE_META = re.compile(r"expir|valid|price|event|author|generator|version|copyright")
# A date in JSON-LD that is no JSON.
BROKEN_DATE = re.compile(r'"(date(?:Published|Modified))"\s?:\s?"([^"]{6,40})"')
# What every date has, at least; most other values have not.
NUMBER = re.compile(r"\d\d|\d\D\d")
LONGEST_VALUE, MOST_OTHERS = 100, 6
# A kind of element that states a date oftener is one of a list.
MOST_OF_A_KIND = 3


def read_json_ld_dates(context: Context) -> Iterator[DateCandidate]:
    """Of the article's object; failing that, of any object, or of what is no valid JSON."""
    for key in ("datePublished", "dateCreated", "dateModified"):
        if found := parse_date(text_of(context.json_ld.article.get(key)), context.day_first):
            yield date_at(
                found, f"json-ld {key}", "json-ld", frozenset({f"ld {key}"}), key == "dateModified"
            )
    if "datePublished" in context.json_ld.article:
        return
    others = [
        (key, text_of(node.get(key)))
        for node in context.json_ld.nodes
        for key in ("datePublished", "uploadDate", "dateModified")
        if key in node
    ]
    others = others or [
        pair for raw in context.page.metadata.json_ld for pair in BROKEN_DATE.findall(raw)
    ]
    for key, value in others[:MOST_OTHERS]:
        if found := parse_date(value, context.day_first):
            sign = "ld-other modified" if key == "dateModified" else "ld-other published"
            yield date_at(
                found, f"json-ld {key}", "json-ld", frozenset({sign}), key == "dateModified"
            )


def read_meta_dates(context: Context) -> Iterator[DateCandidate]:
    """Of meta tags whose name says that their content is a date."""
    for name, content in context.page.metadata.meta:
        if len(content) > LONGEST_VALUE or not NUMBER.search(content) or NOT_DATE_META.search(name):
            continue
        updated = UPDATED_META.search(name) is not None
        if (updated or PUBLISHED_META.search(name)) and (
            found := parse_date(content, context.day_first)
        ):
            sign = (
                "meta modified"
                if updated
                else "meta sure"
                if name in SURE_META
                else "meta published"
            )
            yield from both_readings(
                date_at(found, f"meta {name}", "meta", frozenset({sign}), updated)
            )


def read_stamps(context: Context) -> Iterator[DateCandidate]:
    """Of elements and scripts that state a date as an attribute or a value."""
    seen: Counter[tuple[str, str]] = Counter()
    for stamp in context.page.stamps:
        if (
            stamp.tag != "time"
            and not DATE_NAMES.search(stamp.names)
            and not UPDATED_NAMES.search(stamp.names)
        ):
            continue
        seen[stamp.tag, stamp.names] += 1
        count = seen[stamp.tag, stamp.names]
        if (
            count > MOST_OF_A_KIND
            or len(stamp.value) > LONGEST_VALUE
            or not NUMBER.search(stamp.value)
            or not (found := parse_date(stamp.value, context.day_first))
        ):
            continue
        if stamp.block < len(context.page.blocks) and is_comment(context, stamp.block):
            continue
        if stamp.tag == "script":
            yield date_at(found, "script", "script", frozenset({"script"}))
            continue
        updated = UPDATED_NAMES.search(stamp.names) is not None
        kind = (
            "modified"
            if updated
            else "published"
            if PUBLISHED_NAMES.search(stamp.names)
            else "time"
        )
        where = (
            {"stamp again"}
            if count > 1
            else set()
            if is_near(context, stamp.block)
            else {"stamp far"}
        )
        option = date_at(
            found,
            f"{stamp.tag} element",
            "stamp",
            frozenset({f"stamp {kind}"} | where),
            updated,
            stamp.block,
        )
        yield from both_readings(option)


def read_address(context: Context) -> Iterator[DateCandidate]:
    """Of the page's address, given or stated."""
    metadata = context.page.metadata
    addresses = (
        context.page.url or "",
        context.first("og:url"),
        *(href for rel, href in metadata.links if rel == "canonical"),
    )
    for address in addresses:
        if day := date_in_url(address):
            yield date_at(DateFound(day, 0, 0, False, address), "url", "url", frozenset({"url"}))
            return
