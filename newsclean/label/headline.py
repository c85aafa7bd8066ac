"""Which block is the headline: the page's own title, printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from newsclean.metadata.meta_names import TITLE_META
from newsclean.metadata.site import leads_home, site_keys
from newsclean.metadata.titles import LONGEST, SEPARATOR, SIGN
from newsclean.model import UNLIMITED, Block, Budget, Page
from newsclean.text.match_key import match_key
from newsclean.text.patterns import lazy
from newsclean.text.similarity import dice, letter_pairs

HEADLINE_TAGS = ("h1", "h2", "h3")
# The names that blogs and papers give the headline by agreement, so that programs find it.
ENTRY_NAMES = lazy(r"(?<![\w-])(?:entry|post)-?title(?![\w-])")
# A shorter key is found inside any title. Of 2,343 labelled pages with a title, 2 letters give as
# many right headlines, 8 give 24 fewer.
SHORTEST = 4
# How much a rank adds to how well the words fit, which is at most 1. Of 940 pages of the
# development set that print a headline so, it is an h1 on 880, an h2 on 34, an h3 on 11. These and
# the next four were set one at a time: doubling one changes at most 3 right answers.
RANKS = {"h1": 0.5, "h2": 0.2, "h3": 0.1}
# A heading after one long paragraph or more belongs to a section, or to another article. With half
# and double the first, one headline more and one less is right.
AFTER_PROSE, MOST_PROSE = 0.15, 2
EXACT, LIKE, LINKED, ELSEWHERE = 0.3, 0.7, 0.3, 0.4
# No later block can score more than an h1 that is a title letter for letter.
HIGHEST = 1 + EXACT + RANKS["h1"]
NOT_HERE = frozenset({"nav", "footer", "aside", "form", "button", "select", "option", "menu"})
# Less than a third of a title may be the headline as well as a word of the menu. With a sixth of it
# four headlines more are right, with a half two more, with two thirds 30 fewer.
LEAST_COVER = 0.34
# The trust in a part of a title: it may be the section, and the other part the headline. With 0.6
# two headlines more are right, with 1 one less.
PART = 0.85


class StatedTitle(NamedTuple):
    """A title that the metadata state, or a part of one between separators.

    Attributes:
        key: Its match key.
        head: Its first letters as written, by which a block that may hold it is found quickly.
        trust: How much a match with it counts, from 0 to 1.
        pairs: The pairs of letters of a whole title; empty for a part.
    """

    key: str
    head: str
    trust: float
    pairs: frozenset[tuple[str, str]] = frozenset()


def find_headline(page: Page, budget: Budget = UNLIMITED) -> int | None:
    """The index of the block that prints the headline, or None if no block does.

    It is the block that covers most of the page's title in its metadata. A heading counts more than
    other text, and its words need only be similar to the title's. Earlier blocks come first. The
    name of the site is never the headline.

    >>> from newsclean.parse import parse
    >>> html = "<title>Ferry returns | News</title><h1>Harbour Post</h1><p>Home"
    >>> find_headline(parse(html + "<h2>Ferry returns</h2>"))
    2
    >>> find_headline(parse("<title>Harbour Post</title><p>Ferry returns")) is None
    True
    """
    sites = site_keys(page) | _site_heading(page)
    titles = _stated_titles(page, sites)
    best, best_score = None, 0.0
    for index, block, prose in budget.watch(_possible(page, titles)):
        key = match_key(block.text)
        if len(key) < SHORTEST or key in sites:
            continue
        score = _score(block, key, titles, page) - min(prose, MOST_PROSE) * AFTER_PROSE
        if score > best_score:
            best, best_score = index, score
            if score >= HIGHEST:
                break
    return best


def _site_heading(page: Page) -> frozenset[str]:
    """The match key of a heading that is the name of the site, as <title> shows.

    The longest part of <title> stands in a heading below it. The name is the last part, or the
    first one if that has the author's name, as in "Jane Roe's diary - Ferry returns". A heading
    that links to the home page is the name, too, if the rest of <title> is another heading.
    """
    title = page.metadata.title[: 2 * LONGEST]
    if not SIGN.search(title):
        return frozenset()
    parts = [match_key(part) for part in SEPARATOR.split(title)]
    first, last = parts[0], parts[-1]
    longest = max(parts, key=len)
    author = match_key(page.metadata.first("author"))
    names = {last, first} if author and author in first else {last}
    headings = [b for b in page.blocks if b.tag in HEADLINE_TAGS and not b.hidden]
    keys = [match_key(block.text) for block in headings]
    above = keys[: keys.index(longest)] if names != {longest} and longest in keys else []
    linked = [b for b in headings if b.link_density > 0.5 and b.links]
    home = {match_key(b.text) for b in linked if leads_home(b.links[0].href, page)}
    found = names.intersection(above) - {longest} | _beside_headline(match_key(title), home, keys)
    found |= _beside_entry(page, match_key(title), headings)
    printed = set(parts).intersection(keys)
    return frozenset(found | (home & printed if len(printed) > 1 and home != printed else set()))


def _beside_headline(title: str, home: Set[str], keys: Sequence[str]) -> set[str]:
    """The headings that lead home with which a title begins or ends, if the rest is a heading.

    Blogs write "The Slow Kettle: On mending a gate", which has no separator before the colon.

    >>> sorted(_beside_headline("kettlegate", {"kettle"}, ["kettle", "gate"]))
    ['kettle']
    >>> _beside_headline("kettlegate", {"kettle"}, ["kettle"])
    set()
    """
    others = {key for key in keys if key not in home}
    return {
        name
        for name in home
        if name and (title.removeprefix(name) in others or title.removesuffix(name) in others)
    }


def _beside_entry(page: Page, title: str, headings: Sequence[Block]) -> set[str]:
    """The headings with which a title begins or ends, if the rest is named as that of an entry."""
    is_entry = [ENTRY_NAMES.search(page.elements[b.element].class_names) for b in headings]
    entries = {match_key(b.text) for b, named in zip(headings, is_entry, strict=True) if named}
    others = {match_key(b.text) for b, named in zip(headings, is_entry, strict=True) if not named}
    return {
        name
        for name in others - entries - {""}
        if (title.startswith(name) and title[len(name) :] in entries)
        or (title.endswith(name) and title[: -len(name)] in entries)
    }


def _stated_titles(page: Page, sites: frozenset[str]) -> list[StatedTitle]:
    """The titles in the metadata, whole and in parts, except the name of the site."""
    stated = page.metadata.stated()
    texts = (page.metadata.title, *map(stated.get, TITLE_META))
    whole = dict.fromkeys(text.strip() for text in texts if text)
    found: dict[str, StatedTitle] = {}
    for text in whole:
        key = match_key(text)
        found.setdefault(key, StatedTitle(key, _head(text), 1.0, letter_pairs(key)))
    for text in whole:
        for part in SEPARATOR.split(text[: 2 * LONGEST]) if SIGN.search(text) else ():
            found.setdefault(match_key(part), StatedTitle(match_key(part), _head(part), PART))
    return [t for t in found.values() if len(t.key) >= SHORTEST and t.key not in sites]


def _head(text: str) -> str:
    return next((word for word in text.casefold().split() if word[0].isalnum()), "")[:6]


def _possible(page: Page, titles: Sequence[StatedTitle]) -> Iterator[tuple[int, Block, int]]:
    """The blocks that can be the headline, each with the number of paragraphs above it.

    A page has hundreds of blocks that cannot; they are excluded by their length and first letters.
    """
    everything = "\n".join(title.key for title in titles)
    shortest = min((len(title.key) for title in titles if title.pairs), default=2 * LONGEST)
    least = max(SHORTEST, LEAST_COVER * shortest)
    heads = tuple({title.head for title in titles if title.head})
    prose = 0
    for index, block in enumerate(page.blocks):
        text = block.text
        size = len(text)
        if size > LONGEST:
            prose += block.linked * 4 < size
        elif size < SHORTEST or block.hidden:
            continue
        elif block.tag in HEADLINE_TAGS or (size >= least and starts_in(text, everything)):
            yield index, block, prose
        elif size > shortest:
            folded = text.casefold()
            for head in heads:
                if head in folded:
                    yield index, block, prose
                    break


def starts_in(text: str, key: str) -> bool:
    """Whether a match key holds the first letters of a text.

    Most texts are excluded without computing their match key.
    """
    start = text[:3].casefold()
    if start.isalnum() and start not in key:
        return False
    return match_key(text[:12])[:SHORTEST] in key


def _score(block: Block, key: str, titles: Sequence[StatedTitle], page: Page) -> float:
    """How likely the block is the headline.

    The score adds how well the block fits a title, its rank, and whether it is where headlines are
    not.
    """
    rank = RANKS.get(block.tag, 0.0)
    fit = max((_cover(key, title) for title in titles), default=0.0)
    if fit < LEAST_COVER and rank:
        pairs = letter_pairs(key)
        fit = LIKE * max((dice(pairs, title.pairs) for title in titles if title.pairs), default=0.0)
    if fit < LEAST_COVER and block.tag != "h1":
        return 0.0
    exact = fit == 1.0
    score = fit + EXACT * exact + rank - (LINKED if block.linked * 2 > len(block.text) else 0.0)
    if exact and rank:
        return score
    return score - ELSEWHERE if _is_elsewhere(block, page) else score


def _cover(key: str, title: StatedTitle) -> float:
    """The share of the longer of a block and a title that the shorter is, if it is inside it."""
    short, long = (key, title.key) if len(key) < len(title.key) else (title.key, key)
    return title.trust * len(short) / len(long) if short in long else 0.0


def _is_elsewhere(block: Block, page: Page) -> bool:
    """Whether the block is in a menu, a form or the footer."""
    return any(page.elements[index].tag in NOT_HERE for index in page.ancestors(block.element))
