"""Rules for a site, learned from several of its pages: what stands on many of them is no body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from newsclean.api import LIMITS
from newsclean.arguments import PageInput, check
from newsclean.decode import decode
from newsclean.errors import NewscleanError
from newsclean.many.values import Input
from newsclean.model import Budget, Limits, Page
from newsclean.parse import parse
from newsclean.rules import SiteRules
from newsclean.text.match_key import match_key

# A block that stands on this share of a site's pages, and on so many, is no body. Out of fold, on
# the 392 pages of news-world whose site has five or more, body F1 rises by 0.0007 on the open half
# and 0.0011 on the other; with a sixth of the pages by as much, with two thirds by less. On the 93
# such pages of other types it rises by 0.0015 on the open half and falls by 0.0075 on the other.
LEAST_SHARE, FEWEST = 1 / 3, 3


def site_rules(
    domain: str, pages: Iterable[Input | PageInput], *, limits: Limits = LIMITS
) -> SiteRules:
    """Rules that drop from bodies the text that stands on a third of a site's pages.

    Such text is a notice, an appeal or the name of an agency. It is dropped from articles only, and
    only where it is no heading, item or cell and less than half of the body; `Report.removed` has
    it with the rule "on many pages of the site". A page that cannot be read counts as none, and so
    does one whose longest block was on a page before it: it is the same article again.

    Args:
        domain: The domain of the site, such as "example.org"; its subdomains are meant too.
        pages: Some of its pages, as for `extract_many`: ten or more, of different articles.
        limits: How much of each page is read.

    >>> from newsclean import extract
    >>> sails = "The island ferry sails again from Monday, the harbour board said on Friday."
    >>> asks = "If you have a tip for our desk, write to the paper by post or call at the door."
    >>> page = "<h1>Ferry {0}</h1><p>{0}: {1}<p>{2}".format
    >>> rules = site_rules("example.org", [page(n, n * sails, asks) for n in range(3, 9)])
    >>> extract(page(3, 3 * sails, asks), rules=rules).body.count("tip")
    0
    """
    counts: Counter[str] = Counter()
    longest: set[str] = set()
    for page in pages:
        keys = _keys(page if isinstance(page, Input) else Input(page), limits)
        main = max(keys, key=lambda key: (len(key), key), default="")
        if main and main not in longest:
            longest.add(main)
            counts.update(keys)
    least = max(FEWEST, LEAST_SHARE * len(longest))
    return SiteRules(
        domain, repeated=frozenset(key for key, count in counts.items() if count >= least)
    )


def _keys(given: Input, limits: Limits) -> set[str]:
    """The match keys of a page's blocks; none if it cannot be read."""
    try:
        return {match_key(block.text) for block in _parsed(given, limits).blocks} - {""}
    except (NewscleanError, TypeError):
        return set()


def _parsed(given: Input, limits: Limits) -> Page:
    checked = check(given.page, given.url, given.content_type, None, limits)
    budget = Budget(checked.limits.seconds)
    decoded = decode(checked.page, checked.content_type, checked.limits, budget)
    return parse(decoded.text, checked.url, checked.limits, budget)
