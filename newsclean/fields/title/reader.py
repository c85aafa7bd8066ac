"""The headline: what the page prints as one, held against what its metadata state."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Sequence

from newsclean.fields.context import Context
from newsclean.fields.result import FieldResult, Found
from newsclean.fields.title.lines import (
    first_of_plain,
    kicker_line,
    printed_form,
    repeats,
    subtitle_line,
)
from newsclean.label.headline import HEADLINE_TAGS
from newsclean.metadata.json_ld import text_of
from newsclean.metadata.site import Site, cut_site
from newsclean.model import Candidate, Evidence
from newsclean.text.match_key import match_key
from newsclean.text.similarity import likeness

ESCAPED = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});")
CUT_SHORT = re.compile(r"\s?(?:…|\.{3})$")
# A sign that links to the heading itself, and marks of no width.
ANCHOR = re.compile(r"\s?[¶⋆]$|[\u200b\u200e\u200f\ufeff\u00ad]")
GLUED = re.compile(r"[^\W\dA-Z_][A-Z]")
METAS = ("og:title", "twitter:title", "headline", "title", "dc.title", "articletitle")
# How much each place is believed where the page prints no headline. JSON-LD and og:title are written for the article, twitter:title is a
# copy of og:title, and <title> is often longer or shorter for search engines.
TRUST = {
    "json-ld headline": 1.0,
    "meta og:title": 1.0,
    "title element": 0.9,
    "meta headline": 0.5,
    "meta articletitle": 0.5,
}
LEAST_TRUST = 0.3
# Under this likeness to a title that two kinds of metadata agree on, a printed heading is a slogan. Of 981 pages of the development set it
# gives six more their title; anywhere from 0.45 to 0.55 the number right is the same within two, in either half of the sites.
SLOGAN = 0.5
# A heading of lower rank need be a little further from it; two more.
LESSER_SLOGAN = 0.6
# The headline of the page's data may be printed as a second heading, so many blocks below the first.
NEAR = 4
SEARCH_TITLE = "title element"
MARKS = (":", "：", "-", "–", "—", "|", "｜", "/", "·", "»", "•", "_")
# A printed line that is less of a title than this may be its first line only.
SHORT_START = 8


def read_title(context: Context, _: Found) -> Found:
    """The headline of the page, its kicker and its subtitle."""
    page = context.page
    site = Site.from_page(context.page, context.json_ld)
    stated = _stated(context, site)
    headline = _headline(context, stated)
    if headline is None:
        return _without_headline(stated)
    form = printed_form(page, headline, {match_key(candidate.value) for candidate in stated})
    block = page.blocks[headline]
    title = cut_site(_clean(form.title), site, printed=True)
    printed = Candidate(title, "headline", block.text)
    chosen = _choose(printed, stated, SLOGAN if block.tag == "h1" else LESSER_SLOGAN)
    below = max(span.block for span in form.spans)
    kicker = form.kicker or kicker_line(page, min(span.block for span in form.spans))
    subtitle = subtitle_line(page, below, chosen.value, context.body_blocks)
    lines = [line for line in (kicker, subtitle) if line]
    spans = [*form.spans, *(span for line in lines for span in line.spans)]
    spans += repeats(page, chosen.value, {span.block for span in spans})
    evidence = Evidence(chosen, _others((printed, *stated), chosen))
    return {
        "title": FieldResult(chosen.value, tuple(spans), evidence),
        "kicker": _line_result(kicker),
        "subtitle": _line_result(subtitle),
    }


def _without_headline(stated: Sequence[Candidate[str]]) -> Found:
    """The fields of a page that prints no headline: the title that its metadata state."""
    chosen = _elected(stated)
    evidence = Evidence(chosen, _others(stated, chosen)) if chosen else None
    title = FieldResult(chosen.value if chosen else None, (), evidence)
    return {"title": title, "kicker": _line_result(None), "subtitle": _line_result(None)}


def _line_result(line: Candidate[str] | None) -> FieldResult:
    if line is None:
        return FieldResult(None, (), None)
    evidence = Evidence(Candidate(line.value, line.origin, line.text))
    return FieldResult(line.value, (), evidence)


def _others(
    offered: Sequence[Candidate[str]], chosen: Candidate[str] | None
) -> tuple[Candidate[str], ...]:
    return tuple(candidate for candidate in offered if candidate is not chosen)


def _stated(context: Context, site: Site) -> list[Candidate[str]]:
    """The titles that the metadata state, without the site's name, each place once."""
    texts = [("json-ld headline", text_of(context.json_ld.article.get("headline")))]
    texts += [(f"meta {name}", context.first(name)) for name in METAS]
    texts.append(("title element", context.page.metadata.title))
    cut = {
        text: cut_site(_clean(text), site) for text in {text for _, text in texts} if text
    }  # most places say the same
    kept = {
        text for text, value in cut.items() if (key := match_key(value)) and key not in site.keys
    }
    return [Candidate(cut[text], place, text) for place, text in texts if text in kept]


def _clean(text: str) -> str:
    """A title with its entities resolved that were escaped twice, and without signs that are not of it.

    >>> _clean("Bed &amp; breakfast¶")
    'Bed & breakfast'
    >>> _clean("A&B; C &gt0")
    'A&B; C &gt0'
    """
    if "&" in text:
        text = ESCAPED.sub(lambda found: html.unescape(found[0]), text)
    return " ".join(ANCHOR.sub("", text).split())


def _headline(context: Context, stated: Sequence[Candidate[str]]) -> int | None:
    """The headline's block; the heading below it instead, if that prints the headline of the page's data and the first does not."""
    page, first = context.page, context.headline
    if first is None:
        return first_of_plain(page) if page.plain else None
    data = match_key(stated[0].value) if stated and stated[0].origin == "json-ld headline" else ""
    if data and match_key(page.blocks[first].text) != data:
        for index in range(first + 1, min(first + 1 + NEAR, len(page.blocks))):
            if (
                page.blocks[index].tag in HEADLINE_TAGS
                and match_key(page.blocks[index].text) == data
            ):
                return index
    return first


def _elected(stated: Sequence[Candidate[str]]) -> Candidate[str] | None:
    """The title that the most trusted places agree on. One that is cut short counts for the longer one that begins so."""
    votes: dict[str, float] = defaultdict(float)
    best: dict[str, Candidate[str]] = {}
    for candidate in stated:
        key = match_key(candidate.value)
        if CUT_SHORT.search(candidate.value):
            key = next(
                (
                    match_key(c.value)
                    for c in stated
                    if c.value != candidate.value and match_key(c.value).startswith(key)
                ),
                key,
            )
        votes[key] += TRUST.get(candidate.origin, LEAST_TRUST)
        if match_key(candidate.value) == key:
            best.setdefault(key, candidate)
    return best[max(best, key=votes.__getitem__)] if best else None


def _choose(
    printed: Candidate[str], stated: Sequence[Candidate[str]], slogan: float
) -> Candidate[str]:
    """The printed headline, unless the metadata show that it is spoilt, cut short, or none at all."""
    whole = match_key(printed.value)
    same = [candidate for candidate in stated if match_key(candidate.value) == whole]
    agreed = _agreed(
        [candidate for candidate in stated if not same or candidate.origin != SEARCH_TITLE]
    )
    if same and not (agreed and _only_for_search(same)):
        return next(
            (candidate for candidate in same if _is_better(candidate.value, printed.value, same)),
            printed,
        )
    for candidate in stated:
        if _continues(candidate.value, printed.value) or (
            not same and _is_end(candidate.value, printed.value)
        ):
            return candidate
    return (
        agreed
        if agreed and (same or likeness(whole, match_key(agreed.value)) < slogan)
        else printed
    )


def _only_for_search(same: Sequence[Candidate[str]]) -> bool:
    """Whether nothing but the <title> element, which is written for search engines, states the printed headline too."""
    return all(candidate.origin == SEARCH_TITLE for candidate in same)


def _is_better(said: str, printed: str, same: Sequence[Candidate[str]]) -> bool:
    """Whether the metadata's form of the same letters is the one to keep: the page prints capitals only, or two lines run together."""
    if printed.isupper():
        return not any(candidate.value.isupper() for candidate in same)
    return len(said.split()) > len(printed.split()) and GLUED.search(printed) is not None


def _continues(said: str, printed: str) -> bool:
    """Whether a title goes on where the printed one ends early.

    >>> _continues("Ferry returns after a long winter", "Ferry returns…"), _continues("Ferry returns", "Ferry")
    (True, True)
    >>> _continues("Ferry - Post", "Ferry")
    False
    """
    shown = CUT_SHORT.sub("", printed)
    if (
        CUT_SHORT.search(said)
        or not match_key(said).startswith(match_key(shown))
        or match_key(said) == match_key(shown)
    ):
        return False
    return shown != printed or (
        len(match_key(shown)) < SHORT_START and not said[len(shown) :].lstrip().startswith(MARKS)
    )


def _is_end(said: str, printed: str) -> bool:
    """Whether a title is the end of the printed headline, set off from its start by a colon, a dash or the like.

    >>> _is_end("Ferry returns", "Island: Ferry returns"), _is_end("Ferry returns", "The Ferry returns")
    (True, False)
    """
    return match_key(printed).endswith(match_key(said)) and printed[
        : len(printed) - len(said)
    ].rstrip().endswith(MARKS)


def _agreed(stated: Sequence[Candidate[str]]) -> Candidate[str] | None:
    """A title that two kinds of metadata state, of <title>, JSON-LD and the rest."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for candidate in stated:
        kinds[match_key(candidate.value)].add(candidate.origin.partition(" ")[0])
    return next(
        (candidate for candidate in stated if len(kinds[match_key(candidate.value)]) > 1), None
    )
