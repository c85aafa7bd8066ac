"""Who wrote the article: the byline as printed, the elements that say they are one, and the page's data."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from urllib.parse import urlsplit

from newsclean.fields.authors.candidate import Names
from newsclean.fields.authors.choice import choose, fold
from newsclean.fields.authors.cjk import TOGETHER, cjk_options, script_of
from newsclean.fields.authors.spaced import western_options
from newsclean.fields.context import Context
from newsclean.fields.result import FieldResult, Found
from newsclean.metadata.json_ld import texts_of
from newsclean.model import Candidate, Evidence, Span

MOST_CANDIDATES = 20


def read_authors(context: Context, found: Found) -> Found:
    """The authors of the page's article.

    Names that are credited with editing are no authors: what the metadata call the author is often
    one of them.
    """
    credits = found["credits"].value if "credits" in found else ()
    desk = {name for credit in credits for name in credit.names}
    script = script_of(context)
    offered = cjk_options(context, script) if script else western_options(context)
    named = [names for names in offered if names.value and not _is_of_the_desk(names, desk)]
    if not script:
        named = choose(named, _site_names(context))
    if not named:
        return {"authors": FieldResult((), _spans(offered) if script else ())}
    authors = _together(named) if script else named[0].value
    spans = _spans(offered if script else _agreeing(named, authors))
    chosen, *others = (
        Candidate("; ".join(names.value), names.origin, names.text)
        for names in named[:MOST_CANDIDATES]
    )
    return {"authors": FieldResult(authors, spans, Evidence(chosen, tuple(others)))}


def _is_of_the_desk(option: Names, desk: Collection[str]) -> bool:
    return option.origin.startswith("meta") and set(option.value) <= set(desk)


def _together(named: Sequence[Names]) -> tuple[str, ...]:
    """The first option's names, with those of its kind; or a longer list of names that has all of them."""
    first = named[0]
    same = (
        [option.value for option in named if option.origin == first.origin]
        if first.origin in TOGETHER
        else [first.value]
    )
    authors = tuple(dict.fromkeys(name for names in same for name in names))
    longer = (
        option.value
        for option in named
        if option.origin.startswith(("json-ld", "meta")) and set(authors) < set(option.value)
    )
    return next(longer, authors)


def _agreeing(named: Sequence[Names], authors: Collection[str]) -> list[Names]:
    """The options that name one of the authors: their text is the byline, that of the others may be the article's."""
    keys = set(map(fold, authors))
    return [option for option in named if not keys.isdisjoint(map(fold, option.value))]


def _spans(options: Sequence[Names]) -> tuple[Span, ...]:
    return tuple(span for option in options for span in option.spans)


def _site_names(context: Context) -> list[str]:
    """What the site calls itself: in its data, as the publisher, and by its address."""
    host = (urlsplit(context.page.url or "").hostname or "").removeprefix("www.")
    said = [
        content
        for key, content in context.page.metadata.meta
        if key in ("og:site_name", "application-name")
    ]
    return [
        *said,
        *texts_of(context.json_ld.article.get("publisher")),
        host,
        host.partition(".")[0],
    ]
