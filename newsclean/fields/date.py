"""Which of the page's dates is the article's: the one printed by the headline, the one in the metadata, or both at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import NamedTuple

from newsclean.fields.context import Context
from newsclean.fields.date_words import PUBLISHED, UPDATED
from newsclean.fields.dates import DateFound, date_in_url, find_dates, parse_date
from newsclean.fields.json_ld import text_of
from newsclean.model import Block, Candidate, Evidence, Label, Page, Span

PUBLISHED_META = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "publishdate", "publish_date", "pubdate",
    "publication_date", "publicationdate", "date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created", "dc.date.created", "dcterms.issued",
    "article.published", "published", "published_time", "parsely-pub-date", "sailthru.date", "datecreated", "created", "cxenseparse:recs:publishtime",
    "weibo:article:create_at", "firstpublishdate", "publish_time", "pubtime", "_pubtime", "apub:time", "citation_publication_date", "citation_date",
    "bt:pubdate", "rnews:datepublished", "og:release_date", "prism.publicationdate", "creation_date", "cdate", "uploaddate", "og:pubdate", "article_date_original",
)  # fmt: skip
SURE_META = ("article:published_time", "og:article:published_time", "datepublished", "publishdate")
UPDATED_META = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "lastmod",
    "last-modified",
    "dcterms.modified",
    "dc.date.modified",
    "article:modified",
)
# Where a date line stands, in blocks around the headline; and how long a line of date, source and the like can be.
BEFORE, AFTER, LONGEST_LINE = 12, 30, 200
# Lines that carry a date which is not the article's.
OTHER_DATE = re.compile(r"©|copyright|\(c\)|版权|许可证|備案|备案|all rights|截至|生日|born|founded|成立", re.I)
DATE_NAMES = re.compile(r"date|time|publi|pubtime|posted|shijian|timestamp")
COMMENT_NAMES = re.compile(r"comment|reply|related|recommend|sidebar|widget|footer")
LABEL_LETTERS = 16
BESIDE_BEFORE, BESIDE_AFTER = 3, 5


class _Option(NamedTuple):
    """A date that some reader found: its trust (greater is surer), and the span that prints it, if one does."""

    found: DateFound
    place: str
    trust: int
    updated: bool = False
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class DateReading:
    """The article's date and what it was read from; `updated` if the page names a later change apart."""

    date: datetime | None
    date_text: str | None
    updated: datetime | None
    spans: tuple[Span, ...]
    evidence: Evidence


def read_date(context: Context) -> DateReading:
    """The date of the page's article."""
    options = [option for reader in READERS for option in reader(context)]
    published = sorted((option for option in options if not option.updated), key=lambda option: -option.trust)
    changed = sorted((option for option in options if option.updated), key=lambda option: -option.trust)
    ranked = published or changed
    spans = tuple(option.span for option in options if option.span and option.trust >= NEAR_HEADLINE - 1)
    if not ranked:
        return DateReading(None, None, None, spans, Evidence(None))
    best = _agreed(ranked, changed, context.headline)
    value = _zoned(best, ranked)
    updated = changed[0].found.value if published and changed else None
    others = tuple(_candidate(option) for option in (*ranked, *changed) if option is not best)
    return DateReading(value, best.found.text, updated, spans, Evidence(_candidate(best), others[:20]))


def _candidate(option: _Option) -> Candidate:
    return Candidate(option.found.value.isoformat(), option.place, option.found.text)


def _agreed(ranked: Sequence[_Option], changed: Sequence[_Option], headline: int | None) -> _Option:
    """The most trusted date; of those that agree with it to the day, the one that also has the time, a printed one first."""
    best = _shown(ranked, changed, headline)
    if _has_time(best.found):
        printed = [o for o in ranked if o.span and o.found.has_time and _same(o.found, best.found)]
        return printed[0] if printed else best
    timed = [o for o in ranked if _has_time(o.found) and _naive(o.found.value).date() == _naive(best.found.value).date()]
    return next((o for o in timed if o.span), timed[0] if timed else best)


def _shown(ranked: Sequence[_Option], changed: Sequence[_Option], headline: int | None) -> _Option:
    """The most trusted date, unless the page shows its reader another one beside the headline.

    The metadata of such a page remember when a program first saved it, or tell the day in another zone. Counted over the pages where the
    two differ, what is shown is right three times as often; but not where it is the date of the last change.
    """
    best = ranked[0]
    near = [o for o in ranked if o.span and o.trust >= NEAR_HEADLINE and -BESIDE_BEFORE <= o.span.block - (headline or 0) <= BESIDE_AFTER]
    days = {_naive(option.found.value).date() for option in near}
    if best.span or len(days) != 1 or days & {_naive(option.found.value).date() for option in (best, *changed)}:
        return best
    return near[0]


def _has_time(found: DateFound) -> bool:
    """Whether the date has a time that means something: midnight to the second is how a program writes that it knows only the day."""
    return found.has_time and (found.value.hour, found.value.minute, found.value.second) != (0, 0, 0)


def _naive(value: datetime) -> datetime:
    return value.replace(tzinfo=None)


def _same(one: DateFound, other: DateFound) -> bool:
    """Whether two times can be one moment in two zones: a whole number of quarters of an hour apart, and less than a day."""
    apart = abs(_naive(one.value) - _naive(other.value))
    return apart < timedelta(hours=15) and apart.seconds % 900 in (*range(61), *range(840, 900))


def _zoned(best: _Option, ranked: Sequence[_Option]) -> datetime:
    """The date; as printed, with the zone that the metadata states for the same moment."""
    value = best.found.value
    if value.tzinfo or not best.found.has_time:
        return value
    for option in ranked:
        other = option.found.value
        if other.tzinfo and option.found.has_time and _same(option.found, best.found):
            offset = value - _naive(other.astimezone(UTC))
            quarters = round(offset.total_seconds() / 900)
            if -48 <= quarters <= 56:
                return value.replace(tzinfo=timezone(timedelta(minutes=15 * quarters)))
    return value


# Readers

NEAR_HEADLINE = 6


def _printed(context: Context) -> Iterator[_Option]:
    """Dates printed on short lines around the headline."""
    low, high = (
        (0, min(len(context.page.blocks), 60))
        if context.headline is None
        else (max(0, context.headline - BEFORE), min(len(context.page.blocks), context.headline + AFTER))
    )
    prose = 0
    for index in range(low, high):
        block = context.page.blocks[index]
        in_body = index < len(context.body) and context.body[index] and len(block.text) > LONGEST_LINE // 2
        if index > context.start and in_body:
            prose += 1
        if len(block.text) > LONGEST_LINE or block.hidden or OTHER_DATE.search(block.text) or in_body:
            continue
        for found in find_dates(block.text, _day_first(context.page)):
            if (trust := _trust(context.page, block, found, prose)) > 0:
                span = Span(index, found.start, found.end, Label.DATELINE, "date")
                yield _Option(found, "printed", trust, _says_updated(block.text, found), span)


def _trust(page: Page, block: Block, found: DateFound, prose: int) -> int:
    """How surely a printed date is the article's."""
    if COMMENT_NAMES.search(page.elements[block.element].names) or prose > 2:
        return 0
    before = block.text[max(0, found.start - LABEL_LETTERS) : found.start].casefold()
    labelled = any(word in before for word in PUBLISHED) or any(word in before for word in UPDATED)
    named = any(DATE_NAMES.search(mark.names) or mark.tag == "time" for mark in block.marks) or DATE_NAMES.search(
        page.elements[block.element].names
    )
    alone = len(found.text) >= 0.4 * len(block.text)
    if block.linked > 0.8 * len(block.text):
        return 0
    trust = 2 + 2 * (labelled or bool(named)) + alone + found.has_time - prose
    return NEAR_HEADLINE + (trust >= 4) if prose == 0 and (labelled or named or found.has_time) else trust


def _says_updated(text: str, found: DateFound) -> bool:
    before = text[max(0, found.start - LABEL_LETTERS) : found.start].casefold()
    return any(word in before for word in UPDATED) and not any(word in before for word in PUBLISHED)


def _of_json_ld(context: Context) -> Iterator[_Option]:
    node = context.article or next((node for node in context.nodes if "datePublished" in node), {})
    for key, updated in (("datePublished", False), ("dateCreated", False), ("dateModified", True)):
        if found := parse_date(text_of(node.get(key)), _day_first(context.page)):
            yield _Option(found, f"json-ld {key}", 10 if key == "datePublished" else 4, updated)


def _of_meta(context: Context) -> Iterator[_Option]:
    for names, updated in ((PUBLISHED_META, False), (UPDATED_META, True)):
        for name in names:
            if found := parse_date(context.page.metadata.first(name), _day_first(context.page)):
                yield _Option(found, f"meta {name}", 9 if name in SURE_META else 8, updated)


def _of_marks(context: Context) -> Iterator[_Option]:
    """Dates of elements that say they are one, near the headline or, failing that, anywhere."""
    for index, block in enumerate(context.page.blocks):
        if not block.pieces or not (marks := block.marks):
            continue
        for mark in marks:
            if mark.tag == "time" and mark.value and (found := parse_date(mark.value, _day_first(context.page))):
                near = context.headline is not None and -BEFORE <= index - context.headline <= AFTER
                yield _Option(found, "time element", 5 if near else 2, "modif" in mark.names or "updat" in mark.names)


def _of_url(context: Context) -> Iterator[_Option]:
    addresses = (
        context.page.url or "",
        context.page.metadata.first("og:url"),
        *(href for rel, href in context.page.metadata.links if rel == "canonical"),
    )
    for address in addresses:
        if day := date_in_url(address):
            yield _Option(DateFound(day, 0, 0, False, address), "url", 3)
            return


def _anywhere(context: Context) -> Iterator[_Option]:
    """A date on a short line after the text, as blogs print it."""
    last = max(context.held, default=-1)
    for index in range(max(last - 3, 0), min(last + 12, len(context.page.blocks))):
        block = context.page.blocks[index]
        if len(block.text) <= LONGEST_LINE // 2 and not OTHER_DATE.search(block.text) and block.linked < len(block.text) * 0.8:
            for found in find_dates(block.text, _day_first(context.page)):
                yield _Option(found, "after the text", 1, _says_updated(block.text, found))


READERS: tuple[Callable[[Context], Iterator[_Option]], ...] = (
    _printed,
    _of_json_ld,
    _of_meta,
    _of_marks,
    _of_url,
    _anywhere,
)
"""In this order; where two are as trusted, the first one's date is taken."""


def _day_first(page: Page) -> bool | None:
    """Whether the page writes 3/4/2024 for the third of April: False only where American English says so."""
    language = page.metadata.language.lower() or page.metadata.first("og:locale").lower()
    return False if language in ("", "en", "en-us", "en_us") else None
