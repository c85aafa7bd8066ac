"""The titles in the page's metadata."""

from __future__ import annotations

import html
from collections import defaultdict
from collections.abc import Sequence

from newsclean.fields.context import Context
from newsclean.metadata.json_ld import text_of
from newsclean.metadata.meta_names import TITLE_META
from newsclean.metadata.site import Site
from newsclean.metadata.titles import cut_site
from newsclean.model import Candidate
from newsclean.text.match_key import match_key
from newsclean.text.patterns import lazy

ESCAPED = lazy(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});")
CUT_SHORT = lazy(r"\s?(?:…|\.{3})$")
# A sign that links to the heading itself, and characters without width.
ANCHOR = lazy(r"\s?[¶⋆]$|[\u200b\u200e\u200f\ufeff\u00ad]")
JSON_LD, TITLE_ELEMENT = "json-ld headline", "title element"
# How far each origin is trusted on a page that prints no headline. JSON-LD and og:title are written
# for the article, twitter:title is a copy of og:title, and <title> is often longer or shorter for
# search engines.
TRUST = {
    JSON_LD: 1.0,
    "meta og:title": 1.0,
    TITLE_ELEMENT: 0.9,
    "meta headline": 0.5,
    "meta articletitle": 0.5,
}
LEAST_TRUST = 0.3
SOCIAL = frozenset({"meta og:title", "meta twitter:title"})


def read_stated(context: Context, site: Site) -> list[Candidate[str]]:
    """The titles in the metadata without the site's name, one for each origin."""
    texts = [(JSON_LD, text_of(context.json_ld.article.get("headline")))]
    texts += [(f"meta {name}", context.first(name)) for name in TITLE_META]
    texts.append((TITLE_ELEMENT, context.page.metadata.title))
    # Most origins state the same text, so each text is cleaned once.
    titles = {text: cut_site(clean_title(text), site) for text in {t for _, t in texts} if text}
    keys = {text: match_key(title) for text, title in titles.items()}
    return [
        Candidate(titles[text], origin, text)
        for origin, text in texts
        if keys.get(text) and keys[text] not in site.keys
    ]


def clean_title(text: str) -> str:
    """The title with entities resolved that were escaped twice, and without the signs of links.

    >>> clean_title("Bed &amp; breakfast¶")
    'Bed & breakfast'
    >>> clean_title("A&B; C &gt0")
    'A&B; C &gt0'
    """
    if "&" in text:
        text = ESCAPED.sub(lambda found: html.unescape(found[0]), text)
    return " ".join(ANCHOR.sub("", text).split())


def most_trusted(stated: Sequence[Candidate[str]]) -> Candidate[str] | None:
    """The title on which the most trusted origins agree.

    >>> most_trusted([Candidate("Ferry…", "meta og:title"), Candidate("Ferry returns", "x")]).value
    'Ferry returns'
    >>> most_trusted([]) is None
    True
    """
    votes: dict[str, float] = defaultdict(float)
    best: dict[str, Candidate[str]] = {}
    for candidate in stated:
        key = _whole_key(candidate, stated)
        votes[key] += TRUST.get(candidate.origin, LEAST_TRUST)
        if match_key(candidate.value) == key:
            best.setdefault(key, candidate)
    return best[max(best, key=votes.__getitem__)] if best else None


def _whole_key(candidate: Candidate[str], stated: Sequence[Candidate[str]]) -> str:
    """The match key of a title; of one that is cut short, that of a longer one it starts."""
    key = match_key(candidate.value)
    if not CUT_SHORT.search(candidate.value):
        return key
    longer = (match_key(other.value) for other in stated if other.value != candidate.value)
    return next((other for other in longer if other.startswith(key)), key)


def other_titles(title: str, candidates: Sequence[Candidate[str]]) -> tuple[tuple[str, str], ...]:
    """The titles that differ from the chosen one, each once, as (origin, text).

    >>> other_titles("Ferry", [Candidate("Ferry", "x"), Candidate("Boat", "title element")])
    (('search', 'Boat'),)
    """
    seen = {match_key(title)}
    found = []
    for candidate in candidates:
        if match_key(candidate.value) not in seen:
            seen.add(match_key(candidate.value))
            found.append((_kind(candidate.origin), candidate.value))
    return tuple(found)


def _kind(origin: str) -> str:
    if origin == "headline":
        return "page"
    kinds = {TITLE_ELEMENT: "search", JSON_LD: "data"}
    return kinds.get(origin, "social" if origin in SOCIAL else "data")


def agreed_title(stated: Sequence[Candidate[str]]) -> Candidate[str] | None:
    """The first title that two of <title>, JSON-LD and the meta elements state."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for candidate in stated:
        kinds[match_key(candidate.value)].add(candidate.origin.partition(" ")[0])
    agreed = (candidate for candidate in stated if len(kinds[match_key(candidate.value)]) > 1)
    return next(agreed, None)
