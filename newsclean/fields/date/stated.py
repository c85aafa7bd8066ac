"""The dates that a page states without printing them.

They stand in JSON-LD, meta elements, attributes of elements, scripts, and the page's address.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newsclean.fields.context import Context
from newsclean.fields.date.candidate import DateCandidate, both_readings, date_candidate
from newsclean.fields.date.position import ASIDE_LEVELS, is_comment_date, is_inside, is_near
from newsclean.mentions.dates import DateMention
from newsclean.mentions.dates.urls import date_in_url
from newsclean.mentions.dates.values import parse_date
from newsclean.metadata.json_ld import text_of
from newsclean.model import MachineDate
from newsclean.parse.class_words import DATE_NAMES, PUBLISHED_NAMES, UPDATED_NAMES
from newsclean.text.patterns import lazy

SURE_META = frozenset(
    {"article:published_time", "og:article:published_time", "datepublished", "publishdate"}
)
# Names of meta elements, with anything before or after: dc.date.issued, w-published-date,
# article:published:time, citation_publication_date.
PUBLISHED_META = lazy(
    r"publi(?:sh|c).{0,8}(?:date|time|on\b|at\b)|(?:date|time).{0,3}publi|published$"
    r"|pub[-_]?(?:date|time)|date[-_]?(?:created|original)|create_?at"
    r"|^(?:dc\.|dcterms\.|rnews:|sailthru\.|citation_)?date(?:\.issued|\.created)?$"
    r"|dcterms\.(?:created|issued)|^(?:date)?created|release_date|article\.published"
    r"|creation_?date|^cdate$|upload(?:ed$|_?date)"
)
UPDATED_META = lazy(r"modif|update|revis|lastmod")
NOT_DATE_META = lazy(r"expir|valid|price|event|author|generator|version|copyright")
# A date in a JSON-LD script that is not valid JSON.
BROKEN_DATE = lazy(r'"(date(?:Published|Modified))"\s?:\s?"([^"]{6,40})"')
# What every date has; most other values do not.
NUMBER = lazy(r"\d\d|\d\D\d")
LONGEST_VALUE, MOST_OTHERS = 100, 6
# Elements of other articles. A footer is none of them: it has the date of a blog's post.
OTHERS = lazy(r"related|recommend|read-next")
MOMENT = lazy(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
# If more elements of one kind state a date, they are those of a list.
MOST_OF_A_KIND = 3


def read_json_ld_dates(context: Context) -> Iterator[DateCandidate]:
    """The dates of the article's object or, without a date of publication there, of any object."""
    article = context.json_ld.article
    for key in ("datePublished", "dateCreated", "dateModified"):
        yield from _json_ld_date(context, key, _stated_date(article.get(key)), f"ld {key}")
    if "datePublished" not in article:
        for key, value in _other_json_ld_dates(context)[:MOST_OTHERS]:
            sign = "ld-other modified" if key == "dateModified" else "ld-other published"
            yield from _json_ld_date(context, key, value, sign)


def _other_json_ld_dates(context: Context) -> list[tuple[str, str]]:
    """The keys and values of dates in any object; else those in what is not valid JSON."""
    others: list[tuple[str, str]] = [
        (key, _stated_date(node.get(key)))
        for node in context.json_ld.nodes
        for key in ("datePublished", "uploadDate", "dateModified")
        if key in node
    ]
    return others or [
        (key, value)
        for raw in context.page.metadata.json_ld
        for key, value in BROKEN_DATE.findall(raw)
    ]


def _stated_date(value: object) -> str:
    """The text of a date in JSON-LD, which some pages state as a number of seconds.

    >>> _stated_date(["2024-09-12"]), _stated_date(1726135592)
    ('2024-09-12', '1726135592')
    """
    return str(value) if type(value) is int else text_of(value)


def _json_ld_date(context: Context, key: str, value: str, sign: str) -> Iterator[DateCandidate]:
    if date := parse_date(value, context.day_first, context.language):
        updated = key == "dateModified"
        yield date_candidate(date, f"json-ld {key}", "json-ld", frozenset({sign}), updated)


def read_meta_dates(context: Context) -> Iterator[DateCandidate]:
    """The dates of meta elements whose name says that their content is one."""
    for name, content in context.page.metadata.meta:
        if len(content) > LONGEST_VALUE or not NUMBER.search(content) or NOT_DATE_META.search(name):
            continue
        updated = UPDATED_META.search(name) is not None
        if not updated and not PUBLISHED_META.search(name):
            continue
        if date := parse_date(content, context.day_first, context.language):
            published = "meta sure" if name in SURE_META else "meta published"
            signs = frozenset({"meta modified" if updated else published})
            yield from both_readings(date_candidate(date, f"meta {name}", "meta", signs, updated))


def read_machine_dates(context: Context) -> Iterator[DateCandidate]:
    """The dates that elements and scripts state as an attribute or a value."""
    counts: Counter[tuple[str, str]] = Counter()
    # A time as people write it is local; one in seconds has no zone.
    for machine_date in sorted(context.page.machine_dates, key=lambda date: date.value.isdigit()):
        if not _is_named(machine_date):
            continue
        key = machine_date.tag, machine_date.class_names
        counts[key] += 1
        if counts[key] > MOST_OF_A_KIND or len(machine_date.value) > LONGEST_VALUE:
            continue
        date = (
            parse_date(machine_date.value, context.day_first, context.language)
            if NUMBER.search(machine_date.value)
            else None
        )
        if date is None or _is_of_others(context, machine_date):
            continue
        if machine_date.tag == "script":
            sign = "script" if machine_date.class_names == "published" else "script created"
            yield date_candidate(date, sign, "script", frozenset({sign}))
        else:
            yield from both_readings(_element_date(context, machine_date, date, counts[key] > 1))


def _is_named(machine_date: MachineDate) -> bool:
    """Whether the tag or the class names say that the value is a date.

    Tags are those of HTML and of custom elements: <time>, <relative-time>.
    """
    if "time" in machine_date.tag or machine_date.tag == "script":
        return True
    # The microformat of a moment: <abbr title="2024-05-20T10:06:32Z">2 hours ago</abbr>.
    if machine_date.tag == "abbr" and MOMENT.match(machine_date.value):
        return True
    names = machine_date.class_names
    return DATE_NAMES.search(names) is not None or UPDATED_NAMES.search(names) is not None


def _is_of_others(context: Context, machine_date: MachineDate) -> bool:
    """Whether a date is in a comment, or below the start of the body with other articles."""
    block = machine_date.block
    if block >= len(context.page.blocks):
        return False
    is_below = bool(context.body_blocks) and block > context.body_blocks[0]
    is_aside = is_below and is_inside(context, block, OTHERS, ASIDE_LEVELS)
    return is_aside or is_comment_date(context, block)


def _element_date(
    context: Context, machine_date: MachineDate, date: DateMention, is_repeated: bool
) -> DateCandidate:
    updated = UPDATED_NAMES.search(machine_date.class_names) is not None
    published = "published" if PUBLISHED_NAMES.search(machine_date.class_names) else "time"
    signs = {f"machine date {'modified' if updated else published}"}
    if is_repeated:
        signs.add("machine date again")
    elif not is_near(context, machine_date.block):
        signs.add("machine date far")
    origin = f"{machine_date.tag} element"
    return date_candidate(
        date, origin, "machine date", frozenset(signs), updated, machine_date.block
    )


def read_address(context: Context) -> Iterator[DateCandidate]:
    """The date in the page's address, be it given or stated."""
    links = context.page.metadata.links
    canonical = (href for rel, href in links if rel == "canonical")
    for address in (context.page.url or "", context.first("og:url"), *canonical):
        if day := date_in_url(address):
            date = DateMention(day, 0, 0, False, address)
            yield date_candidate(date, "url", "url", frozenset({"url"}))
            return
