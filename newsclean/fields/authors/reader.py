"""The authors of the article: from its byline, elements named for them, and the metadata."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from urllib.parse import urlsplit

from newsclean.fields.authors.candidate import Names
from newsclean.fields.authors.choice import choose, name_key
from newsclean.fields.authors.cjk import read_cjk
from newsclean.fields.authors.cjk_bylines import ADDED_UP
from newsclean.fields.authors.spaced import read_spaced
from newsclean.fields.context import Context
from newsclean.fields.result import FieldResult, Found
from newsclean.fields.script import script_of
from newsclean.metadata.json_ld import texts_of
from newsclean.model import Candidate, Evidence, Span

MOST_CANDIDATES = 20


def read_authors(context: Context, found: Found) -> Found:
    """The authors of the page's article.

    Names that are credited with editing are no authors: the author in the metadata is often an
    editor.
    """
    credits = found["credits"].value if "credits" in found else ()
    desk = (credit for credit in credits if credit.key not in ("writer", "reporter"))
    editors = {name for credit in desk for name in credit.names}
    script = script_of(context)
    offered = read_cjk(context, script) if script else read_spaced(context)
    named = [names for names in offered if names.value and not _names_editors(names, editors)]
    if not script:
        named = choose(named, site_names(context))
    if not named:
        return {"authors": FieldResult((), _spans(offered) if script else ())}
    authors = _added_up(named) if script else named[0].value
    # In languages with spaces, only the text that names an author is certain to be a byline.
    spans = _spans(offered if script else _agreeing(named, authors))
    return {"authors": FieldResult(authors, spans, _evidence(named))}


def _names_editors(candidate: Names, editors: Collection[str]) -> bool:
    return candidate.origin.startswith("meta") and set(candidate.value) <= set(editors)


def _added_up(named: Sequence[Names]) -> tuple[str, ...]:
    """The names of the first candidate and of those of its origin, if such bylines add up.

    A longer list in the metadata is taken instead if it has all of them.
    """
    first = named[0]
    same = [first.value]
    if first.origin in ADDED_UP:
        same = [candidate.value for candidate in named if candidate.origin == first.origin]
    authors = tuple(dict.fromkeys(name for names in same for name in names))
    stated = (c.value for c in named if c.origin.startswith(("json-ld", "meta")))
    return next((names for names in stated if set(authors) < set(names)), authors)


def _agreeing(named: Sequence[Names], authors: Collection[str]) -> list[Names]:
    """The candidates that name one of the authors."""
    keys = set(map(name_key, authors))
    return [names for names in named if not keys.isdisjoint(map(name_key, names.value))]


def _spans(candidates: Sequence[Names]) -> tuple[Span, ...]:
    return tuple(span for candidate in candidates for span in candidate.spans)


def _evidence(named: Sequence[Names]) -> Evidence:
    chosen, *others = (
        Candidate("; ".join(names.value), names.origin, names.text)
        for names in named[:MOST_CANDIDATES]
    )
    return Evidence(chosen, tuple(others))


def site_names(context: Context) -> list[str]:
    """The site's names: in its metadata, as the publisher, and in its address."""
    host = (urlsplit(context.page.url or "").hostname or "").removeprefix("www.")
    meta = context.page.metadata.meta
    return [
        *(content for key, content in meta if key in ("og:site_name", "application-name")),
        *texts_of(context.json_ld.article.get("publisher")),
        host,
        host.partition(".")[0],
    ]
