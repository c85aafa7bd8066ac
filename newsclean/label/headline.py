"""Which block is the headline: the page's own title, printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import urlsplit

from newsclean.model import Block, Element, Page
from newsclean.text.characters import squeeze

# Between a title and the names of the site and its sections; a colon or a dash only with a space, since titles have them too.
SEPARATOR = re.compile(
    r"\s[-|–—―·•»›:：/~⋆]{1,3}\s|\s?[|_｜¦]{1,2}\s?|\s[-–—]{1,2}|[-–—]{1,2}\s|\s[»›]{1,2}\s"
    r"|(?<=[\u3400-\u9fff\u3040-\u30ff”》！？])[-–—－]{1,2}(?=[\u3400-\u9fffA-Z\w])"
)
# What every separator has, and most titles have not.
SIGN = re.compile("[-|–—―·•»›:：/~⋆_｜¦－]")
TITLE_META = ("og:title", "twitter:title", "headline", "dc.title", "title", "articletitle")
DESCRIPTION_META = ("og:description", "description", "twitter:description")
SITE_META = ("og:site_name", "application-name", "apple-mobile-web-app-title", "al:ios:app_name", "al:android:app_name", "sitename")
HEADINGS = ("h1", "h2", "h3")
# A shorter run of letters is found inside any title.
SHORTEST = 4
LONGEST = 300
# How much a rank adds to how well the words fit, which is at most 1. Of 940 pages of the development set that print a headline so, it is
# an h1 on 880, an h2 on 34, an h3 on 11. These and the next four were set one at a time: doubling one changes at most 3 right answers.
RANKS = {"h1": 0.5, "h2": 0.2, "h3": 0.1}
# A heading after one long paragraph or more is of a section, or of another article.
AFTER_PROSE, MOST_PROSE = 0.15, 2
EXACT, LIKE, LINKED, ELSEWHERE = 0.3, 0.7, 0.3, 0.4
# No later block can be more than an h1 that is a title letter for letter.
HIGHEST = 1 + EXACT + RANKS["h1"]
NOT_HERE = frozenset({"nav", "footer", "aside", "form", "button", "select", "option", "menu"})
# Of less than a third of a title one cannot tell whether it is the headline or a word of the menu.
LEAST_COVER = 0.34
# A part of a title may be the section and the other part the headline.
PART = 0.85


class Said(NamedTuple):
    """A title that the page's metadata state, or a part of one between separators, as squeezed text."""

    key: str
    head: str  # its first letters as written, by which a block that may hold it is known quickly
    trust: float
    pairs: frozenset[tuple[str, str]] = frozenset()  # its pairs of letters, of a whole title


def find_headline(page: Page) -> int | None:
    """The index of the block that prints the headline, or None if no block does.

    That is the block that covers most of the page's title in its metadata; a heading counts more than other text, and its words need only
    be like the title's. Earlier blocks come first. The name of the site is never the headline.

    >>> from newsclean.parse import parse
    >>> find_headline(parse("<title>Ferry returns | News</title><h1>Harbour Post</h1><p>Home<h2>Ferry returns</h2>"))
    2
    >>> find_headline(parse("<title>Harbour Post</title><p>Ferry returns")) is None
    True
    """
    sites = site_keys(page)
    said = _said(page, sites)
    best, best_score = None, 0.0
    for index, block, prose in _possible(page, said):
        key = squeeze(block.text)
        if len(key) < SHORTEST or key in sites:
            continue
        score = _score(block, key, said, page.elements) - min(prose, MOST_PROSE) * AFTER_PROSE
        if score > best_score:
            best, best_score = index, score
            if score >= HIGHEST:
                break
    return best


def site_keys(page: Page) -> frozenset[str]:
    """The names of the site, squeezed: as it calls itself, and its host with and without the ending."""
    host = host_of(page).removeprefix("www.")
    stated = page.metadata.stated()
    names = [stated.get(name, "") for name in SITE_META]
    names += [host, host.partition(".")[0], host.rpartition(".")[0]]
    return frozenset(key for name in names if len(key := squeeze(name)) > 1)


def host_of(page: Page) -> str:
    """The host of the page's address, "" if it is not known."""
    try:
        return urlsplit(page.url or page.metadata.first("og:url")).hostname or ""
    except ValueError:
        return ""


def _said(page: Page, sites: frozenset[str]) -> list[Said]:
    """What the metadata say the title is, whole and in parts, but not the name of the site."""
    stated = page.metadata.stated()
    whole = dict.fromkeys(text.strip() for text in (page.metadata.title, *map(stated.get, TITLE_META)) if text)
    said: dict[str, Said] = {}
    for text in whole:
        said.setdefault(key := squeeze(text), Said(key, _head(text), 1.0, _pairs(key)))
    for text in whole:
        for part in SEPARATOR.split(text[: 2 * LONGEST]) if SIGN.search(text) else ():
            said.setdefault(squeeze(part), Said(squeeze(part), _head(part), PART))
    return [title for title in said.values() if len(title.key) >= SHORTEST and title.key not in sites]


def _head(text: str) -> str:
    return next((word for word in text.casefold().split() if word[0].isalnum()), "")[:6]


def _possible(page: Page, said: Sequence[Said]) -> Iterator[tuple[int, Block, int]]:
    """The blocks that can be the headline, each with the number of paragraphs above it.

    A page has hundreds that cannot; they are told by their length and their first letters.
    """
    everything = "\n".join(title.key for title in said)
    shortest = min((len(title.key) for title in said if title.pairs), default=2 * LONGEST)
    least = max(SHORTEST, LEAST_COVER * shortest)
    heads = tuple({title.head for title in said if title.head})
    prose = 0
    for index, block in enumerate(page.blocks):
        text = block.text
        size = len(text)
        if size > LONGEST:
            prose += block.linked * 4 < size
        elif size < SHORTEST or block.hidden:
            continue
        elif block.tag in HEADINGS or (size >= least and starts_in(text, everything)):
            yield index, block, prose
        elif size > shortest:
            folded = text.casefold()
            for head in heads:
                if head in folded:
                    yield index, block, prose
                    break


def starts_in(text: str, key: str) -> bool:
    """Whether the first letters of a text are somewhere in a squeezed one; mostly told without squeezing the text."""
    start = text[:3].casefold()
    if start.isalnum() and start not in key:
        return False
    return squeeze(text[:12])[:SHORTEST] in key


def _score(block: Block, key: str, said: Sequence[Said], elements: Sequence[Element]) -> float:
    """How surely the block is the headline: how well it fits a title, its rank, and whether it stands where headlines do not."""
    rank = RANKS.get(block.tag, 0.0)
    fit = max((_cover(key, title) for title in said), default=0.0)
    if fit < LEAST_COVER and rank:
        pairs = _pairs(key)
        fit = LIKE * max((_dice(pairs, title.pairs) for title in said if title.pairs), default=0.0)
    if fit < LEAST_COVER and block.tag != "h1":
        return 0.0
    exact = fit == 1.0
    score = fit + EXACT * exact + rank - (LINKED if block.linked * 2 > len(block.text) else 0.0)
    return score - ELSEWHERE if not (exact and rank) and _is_elsewhere(block, elements) else score


def _cover(key: str, title: Said) -> float:
    """The share of the longer one of a block and a title that the other is, if it holds it."""
    short, long = (key, title.key) if len(key) < len(title.key) else (title.key, key)
    return title.trust * len(short) / len(long) if short in long else 0.0


def likeness(first: str, second: str) -> float:
    """The share of their pairs of letters that two squeezed texts have in common (Dice's coefficient).

    >>> likeness("night", "nacht")
    0.25
    >>> likeness("", "a")
    0.0
    """
    return _dice(_pairs(first), _pairs(second))


def _pairs(text: str) -> frozenset[tuple[str, str]]:
    return frozenset(pairwise(text))


def _dice(pairs: frozenset[tuple[str, str]], others: frozenset[tuple[str, str]]) -> float:
    return 2 * len(pairs & others) / (len(pairs) + len(others)) if pairs and others else 0.0


def _is_elsewhere(block: Block, elements: Sequence[Element]) -> bool:
    """Whether the block is in a menu, a form or the footer."""
    at = block.element
    while at >= 0:
        if elements[at].tag in NOT_HERE:
            return True
        at = elements[at].parent
    return False
