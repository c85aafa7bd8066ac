"""The title, kicker and subtitle of the article."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, takewhile

from newsclean.fields.context import Context
from newsclean.fields.result import FieldResult, Found
from newsclean.fields.title.by_place import headline_by_place, is_generic, named_headline
from newsclean.fields.title.choice import choose_title
from newsclean.fields.title.kicker import find_kicker
from newsclean.fields.title.main_heading import main_heading
from newsclean.fields.title.printed import find_repeats, headline_of_plain, printed_form
from newsclean.fields.title.stated import (
    JSON_LD,
    TITLE_ELEMENT,
    agreed_title,
    clean_title,
    most_trusted,
    other_titles,
    read_stated,
)
from newsclean.fields.title.subtitle import find_subtitle
from newsclean.fields.zones import TITLE
from newsclean.label.headline import HEADLINE_TAGS
from newsclean.metadata.site import Site
from newsclean.metadata.titles import cut_site
from newsclean.model import Candidate, Evidence, Page
from newsclean.text.match_key import match_key

# Below this likeness to a title that two kinds of metadata agree on, a printed heading is a slogan.
# It corrects the title of six of 981 pages of the development set; with anything from 0.45 to 0.55
# the number of right titles is the same within two, in either half of the sites.
SLOGAN = 0.5
# For a heading of lower rank than h1 the limit is higher, which corrects two more.
LESSER_SLOGAN = 0.6


def read_title(context: Context, _: Found) -> Found:
    """The title of the page's article, its kicker and its subtitle."""
    page = context.page
    site = context.site()
    stated = read_stated(context, site)
    headline, is_by_place = _printed_headline(context, site, stated)
    if headline is None:
        return _without_headline(stated)
    stated = [] if is_by_place else stated
    agreed = agreed_title(stated)
    keys = {match_key(candidate.value) for candidate in stated}
    form = printed_form(page, headline, keys, match_key(agreed.value) if agreed else "")
    block = page.blocks[headline]
    value = cut_site(clean_title(form.title), site, printed=True)
    printed = Candidate(value, "headline", block.text)
    chosen = choose_title(printed, stated, SLOGAN if block.tag == "h1" else LESSER_SLOGAN)
    indices = [span.block for span in form.spans]
    kicker = form.kicker or find_kicker(context, min(indices))
    subtitle = form.subtitle or find_subtitle(context, max(indices), chosen.value)
    spans = [*form.spans, *(span for line in (kicker, subtitle) if line for span in line.spans)]
    spans += find_repeats(page, chosen.value, {span.block for span in spans})
    return {
        "title": FieldResult(chosen.value, tuple(spans), _evidence(chosen, (printed, *stated))),
        "titles": FieldResult(other_titles(chosen.value, (printed, *stated)), (), None),
        "kicker": _line_result(kicker),
        "subtitle": _line_result(subtitle),
    }


def _printed_headline(
    context: Context, site: Site, stated: Sequence[Candidate[str]]
) -> tuple[int | None, bool]:
    """The block of the headline, and whether only its place says that it is one."""
    page = context.page
    headline = _headline(context, stated)
    if headline is not None:
        main = None if page.plain else main_heading(context, site, headline)
        headline = headline if main is None else main
    if headline is not None and stated and _is_of_the_site(context, site, headline):
        headline = _printed_title(context, stated)
    by_place = _by_place(context, site, stated, headline)
    if by_place is not None:
        return by_place, True
    if headline is None and not page.plain:
        headline = named_headline(context)
    return headline, False


def _headline(context: Context, stated: Sequence[Candidate[str]]) -> int | None:
    """The block of the headline.

    A heading a few blocks further down is preferred if it prints the headline of the JSON-LD and
    the first one does not.
    """
    page, first = context.page, context.headline
    if first is None:
        return headline_of_plain(page) if page.plain else None
    if page.blocks[first].tag not in HEADLINE_TAGS:
        return first if (at := _stated_heading(page, stated)) is None else at
    key = match_key(stated[0].value) if stated and stated[0].origin == JSON_LD else ""
    if not key or match_key(page.blocks[first].text) == key:
        return first
    for index in range(first + 1, min(first + 1 + TITLE.second_heading, len(page.blocks))):
        block = page.blocks[index]
        if block.tag in HEADLINE_TAGS and match_key(block.text) == key:
            return index
    return first


def _stated_heading(page: Page, stated: Sequence[Candidate[str]]) -> int | None:
    """The first of the headings that together print a title of the metadata but for <title>."""
    keys = {match_key(c.value) for c in stated if c.origin != TITLE_ELEMENT}
    indices = (i for i, block in enumerate(page.blocks) if block.tag in HEADLINE_TAGS)
    for index in indices if keys else ():
        lines = page.blocks[index : index + TITLE.lines]
        headings = takewhile(lambda block: block.tag in HEADLINE_TAGS, lines)
        joined = accumulate(match_key(block.text) for block in headings)
        if not keys.isdisjoint(joined):
            return index
    return None


def _by_place(
    context: Context, site: Site, stated: Sequence[Candidate[str]], headline: int | None
) -> int | None:
    """The line that stands as the headline, on a page that states and prints none but the site."""
    page = context.page
    if page.plain or not is_generic(stated, site):
        return None
    if headline is not None:
        block = page.blocks[headline]
        is_name = match_key(block.text) in site.keys or block.tag not in HEADLINE_TAGS
        if not is_name or not is_generic([Candidate(block.text, "headline")], site):
            return None
    return headline_by_place(context, site)


def _is_of_the_site(context: Context, site: Site, headline: int) -> bool:
    """Whether a heading is the name of the site, or a box below the body that shares the page."""
    is_below = bool(context.body_blocks) and headline > context.body_blocks[-1]
    return is_below or match_key(context.page.blocks[headline].text) in site.keys


def _printed_title(context: Context, stated: Sequence[Candidate[str]]) -> int | None:
    """The first block that prints a title of the metadata, in whatever element."""
    keys = {match_key(candidate.value) for candidate in stated}
    shown = (i for i, b in enumerate(context.page.blocks) if not b.hidden and b.link_density <= 0.5)
    return next((i for i in shown if match_key(context.page.blocks[i].text) in keys), None)


def _without_headline(stated: Sequence[Candidate[str]]) -> Found:
    """The fields of a page that prints no headline: the title in its metadata."""
    chosen = most_trusted(stated)
    title = FieldResult(
        chosen.value if chosen else None, (), _evidence(chosen, stated) if chosen else None
    )
    others = FieldResult(other_titles(chosen.value if chosen else "", stated), (), None)
    return {
        "title": title,
        "titles": others,
        "kicker": _line_result(None),
        "subtitle": _line_result(None),
    }


def _line_result(line: Candidate[str] | None) -> FieldResult:
    if line is None:
        return FieldResult(None, (), None)
    return FieldResult(line.value, (), Evidence(Candidate(line.value, line.origin, line.text)))


def _evidence(chosen: Candidate[str], candidates: Sequence[Candidate[str]]) -> Evidence:
    return Evidence(chosen, tuple(c for c in candidates if c is not chosen))
