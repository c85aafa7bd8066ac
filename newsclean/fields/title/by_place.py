"""The headline of a page whose metadata state no title but a name: the line that stands as one."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.fields.context import Context
from newsclean.fields.title.lines import LABELLED, is_line
from newsclean.fields.title.place import (
    BUTTONS,
    is_above_byline,
    is_byline,
    is_of_picture,
    own_names,
)
from newsclean.label.headline import ENTRY_NAMES, HEADLINE_TAGS
from newsclean.lexicon.folding import fold
from newsclean.lexicon.lookups import button_words
from newsclean.metadata.site import LONGEST_REST, Site
from newsclean.model import Candidate
from newsclean.text.match_key import match_key
from newsclean.text.patterns import lazy
from newsclean.text.scripts import WIDE
from newsclean.text.sentences import CLOSING_SIGNS

# Neither half nor twice of the numbers below changes one of 134 known titles of open pages.
#
# How far above the body the headline may stand, with the date, a byline and a picture between.
ABOVE_BODY = 10
SHORTEST, SHORTEST_WIDE, LONGEST = 12, 6, 200
HEADLINE_NAMES = lazy(
    r"headline|(?<!sub)title|biao-?ti|(?:^|\s)hed(?:$|\s)|(?<![a-z])tit(?:$|[\s_-])"
)
# A title of two Chinese characters is the name of a section. One and four change none of 161 open
# and 848 composed pages.
LONGEST_SECTION = 2
TIME = lazy(r"\d{1,2}:\d\d")
# A longer title says something of the article.
LONGEST_GENERIC = 40


def is_generic(stated: Sequence[Candidate[str]], site: Site) -> bool:
    """Whether all the titles in the metadata are the name of the site, with a word or two.

    What is left without the name may be that of a section: <title>河湾网-新闻</title>.
    """
    return all(_names_site(candidate.value, site) for candidate in stated)


def _names_site(title: str, site: Site) -> bool:
    if len(title) > LONGEST_GENERIC:
        return False
    if site.is_named(title) or (WIDE.search(title) and len(title) <= LONGEST_SECTION):
        return True
    words = title.split()
    key = match_key(title)
    ends = (match_key(" ".join(words[start:])) for start in range(1, len(words)))
    return any(
        len(end) >= SHORTEST_WIDE and len(key) - len(end) <= LONGEST_REST and end in site.footer
        for end in ends
    )


def headline_by_place(context: Context, site: Site) -> int | None:
    """The line above the body that stands where a headline does; None if there is no such line."""
    if not context.body_blocks:
        return None
    first = _first_sentence(context)
    scores = {i: _score(context, i) for i in range(max(0, first - ABOVE_BODY), first)}
    possible = [i for i in scores if scores[i] > 0 and _is_possible(context, site, i)]
    return max(possible, key=scores.__getitem__, default=None)


def named_headline(context: Context) -> int | None:
    """The only line that is named as the headline of an entry, though no title says the same."""
    last = context.body_blocks[-1] if context.body_blocks else 0
    named = [
        index
        for index, block in enumerate(context.page.blocks[: last + 1])
        if len(block.text) <= LONGEST
        and is_line(context, block)
        and ENTRY_NAMES.search(own_names(context, block))
    ]
    return named[0] if len(named) == 1 else None


def _first_sentence(context: Context) -> int:
    """The first block of the body that ends as a sentence; the headline may be above it."""
    blocks = context.page.blocks
    ended = (i for i in context.body_blocks if blocks[i].text.endswith(CLOSING_SIGNS))
    return next(ended, context.body_blocks[0])


def _score(context: Context, index: int) -> int:
    """How much a line's element and what follows it speak for a headline; 0 if nothing does."""
    block = context.page.blocks[index]
    is_heading = block.tag in HEADLINE_TAGS
    is_named = HEADLINE_NAMES.search(own_names(context, block)) is not None
    return 3 * is_heading + 2 * is_named + is_above_byline(context, index)


def _is_possible(context: Context, site: Site, index: int) -> bool:
    block = context.page.blocks[index]
    text = block.text
    shortest = SHORTEST_WIDE if WIDE.search(text) else SHORTEST
    if not shortest <= len(text) <= LONGEST or not is_line(context, block) or LABELLED.search(text):
        return False
    if TIME.search(text) or fold(text) in button_words(BUTTONS) or site.is_named(text):
        return False
    return not is_byline(context, block, False) and not is_of_picture(context, index)
