"""Who wrote the article: the byline as printed, the elements that say they are one, and the page's data."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from newsclean.fields.authors.candidate import Option
from newsclean.fields.authors.choice import choose, fold
from newsclean.fields.authors.cjk import TOGETHER, cjk_options, script_of
from newsclean.fields.authors.spaced import western_options
from newsclean.fields.context import Context
from newsclean.metadata.json_ld import texts_of
from newsclean.model import Candidate, Evidence, Span

MOST_CANDIDATES = 20


@dataclass(frozen=True, slots=True)
class AuthorsReading:
    """The authors' names, the page text they were read from, and what else was on offer."""

    authors: tuple[str, ...]
    spans: tuple[Span, ...]
    evidence: Evidence


def read_authors(context: Context, desk: Collection[str] = ()) -> AuthorsReading:
    """The authors of the page's article.

    `desk` are names credited with editing: what the data call the author is often one of them, and then is none.
    """
    script = script_of(context)
    options = cjk_options(context, script) if script else western_options(context)
    named = [option for option in options if option.names and not _is_of_the_desk(option, desk)]
    if not script:
        named = choose(named, _site_names(context))
    if not named:
        return AuthorsReading((), _spans(options) if script else (), Evidence(None))
    authors = _together(named) if script else named[0].names
    spans = _spans(options if script else _agreeing(named, authors))
    candidates = tuple(Candidate("; ".join(option.names), option.place, option.text) for option in named[:MOST_CANDIDATES])
    return AuthorsReading(authors, spans, Evidence(candidates[0], candidates[1:]))


def _is_of_the_desk(option: Option, desk: Collection[str]) -> bool:
    return option.place.startswith("meta") and set(option.names) <= set(desk)


def _together(named: Sequence[Option]) -> tuple[str, ...]:
    """The first option's names, with those of its kind; or a longer list of names that has all of them."""
    first = named[0]
    same = [option.names for option in named if option.place == first.place] if first.place in TOGETHER else [first.names]
    authors = tuple(dict.fromkeys(name for names in same for name in names))
    longer = (option.names for option in named if option.place.startswith(("json-ld", "meta")) and set(authors) < set(option.names))
    return next(longer, authors)


def _agreeing(named: Sequence[Option], authors: Collection[str]) -> list[Option]:
    """The options that name one of the authors: their text is the byline, that of the others may be the article's."""
    keys = set(map(fold, authors))
    return [option for option in named if not keys.isdisjoint(map(fold, option.names))]


def _spans(options: Sequence[Option]) -> tuple[Span, ...]:
    return tuple(option.span for option in options if option.span)


def _site_names(context: Context) -> list[str]:
    """What the site calls itself: in its data, as the publisher, and by its address."""
    host = (urlsplit(context.page.url or "").hostname or "").removeprefix("www.")
    said = [content for key, content in context.page.metadata.meta if key in ("og:site_name", "application-name")]
    return [*said, *texts_of(context.article.get("publisher")), host, host.partition(".")[0]]
