"""The authors of the article: from its byline, elements named for them, and the metadata."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from urllib.parse import urlsplit

from newsclean.fields.authors.candidate import Names
from newsclean.fields.authors.choice import author_names, choose
from newsclean.fields.authors.cjk import read_cjk
from newsclean.fields.authors.spaced import read_spaced
from newsclean.fields.context import Context
from newsclean.fields.result import FieldResult, Found
from newsclean.metadata.json_ld import texts_of
from newsclean.model import Candidate, Evidence, Span
from newsclean.text.match_key import match_key

MOST_CANDIDATES = 20


def read_authors(context: Context, found: Found) -> Found:
    """The authors of the page's article."""
    script = context.script
    offered = read_candidates(context, script)
    named = choose(without_editors(offered, found), site_names(context), script)
    if not named:
        return {"authors": FieldResult((), _spans(offered) if script else ())}
    authors = author_names(named, script)
    # In languages with spaces, only the text that names an author is certain to be a byline.
    spans = _spans(offered if script else _agreeing(named, authors))
    return {"authors": FieldResult(authors, spans, _evidence(named))}


def read_candidates(context: Context, script: str) -> list[Names]:
    """All that may be the authors' names; bylines of others, such as photographers, have none."""
    return read_cjk(context, script) if script else read_spaced(context)


def without_editors(offered: Sequence[Names], found: Found) -> list[Names]:
    """The candidates with names that are not credited with editing.

    The author in the metadata is often an editor.
    """
    credits = found["credits"].value if "credits" in found else ()
    desk = (credit for credit in credits if credit.key not in ("writer", "reporter"))
    editors = {name for credit in desk for name in credit.names}
    return [names for names in offered if names.value and not _names_editors(names, editors)]


def _names_editors(candidate: Names, editors: Collection[str]) -> bool:
    return candidate.origin.startswith("meta") and set(candidate.value) <= set(editors)


def _agreeing(named: Sequence[Names], authors: Collection[str]) -> list[Names]:
    """The candidates that name one of the authors."""
    keys = set(map(match_key, authors))
    return [names for names in named if not keys.isdisjoint(map(match_key, names.value))]


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
