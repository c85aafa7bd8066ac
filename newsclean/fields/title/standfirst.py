"""The subtitle that is a sentence of its own between the headline and the body: a standfirst."""

from __future__ import annotations

from newsclean.fields.context import Context
from newsclean.fields.script import script_of
from newsclean.fields.title.lines import class_names
from newsclean.label import captions
from newsclean.label.headline import HEADLINE_TAGS
from newsclean.lexicon.lookups import words_of
from newsclean.mentions.names.spaced import byline_start, spaced_names
from newsclean.model import Block
from newsclean.parse.class_words import (
    ASIDE_NAMES,
    NOT_SPACED_AUTHOR_NAMES,
    PICTURE_NAMES,
    SPACED_AUTHOR_NAMES,
)
from newsclean.text.patterns import lazy
from newsclean.text.scripts import WIDE
from newsclean.text.sentences import CLOSING_SIGNS

SUBTITLE_NAMES = lazy(
    r"sub-?(?:title|head|line)|fu-?biao-?ti|fu-?ti(?:tle)?\b|dec?k(?![a-z])|second-?title|untertitel"
    r"|sous-?titre|subtitulo|bajada|stand-?first"
)
# What papers call the element of a standfirst. Alone, these words also name other things, so the
# text must have the form of a sentence.
NAMES = lazy(
    r"lead(?!er|ing|-?gen|erboard)|lede|intro(?!duc)|summary|excerpt|abstract|synopsis|desc(?:$|r|\s|[-_])"
    r"|chapo|chapeau|entradilla|copete|sumario|sottotitolo|ingress|vorspann|preamble|tag-?line"
    r"|strap-?line|ondertitel|underrubrik|manchet|podzag|teaser-?text"
)
# Elements beside the article: its own notices, what it sells, and other articles.
OTHER_NAMES = lazy(
    r"newsletter|subscri|notice|disclos|disclaim|affiliate|cookie|share|social|author|byline|bio\b"
    r"|comment|tooltip|menu|nav\b|rating|date|meta\b|breadcrumb|listen|audio|player|price|promo"
)
# The counts below are of 304 pages of the open half with 69 subtitles, 31 of them standfirsts, and
# say how many subtitles come or go if a number is halved or doubled.
# Of a sentence that no name makes a standfirst, in characters: notices on the age of the article
# have some forty. Half of the first adds 3, twice of it costs 6; half of the last costs 7, twice of
# it changes 1 into a paragraph.
SHORTEST, SHORTEST_WIDE, LONGEST = 55, 24, 420
# Twice of the first costs 1, half of the second adds 1.
SHORTEST_NAMED, SHORTEST_NAMED_WIDE = 28, 12
# A summary may have a link or two; what has more is a list of other articles. Half of it changes 1.
MOST_LINKED = 0.4
# Papers in these scripts print a summary in a box there, which is no subtitle.
LEAD_BOXES = ("chinese", "korean")
# A half or twice of any of these changes none.
BYLINE_WITHIN, LONGEST_BYLINE, LONGEST_DATE, MOST_PASSED = 6, 60, 30, 1
TAGS = ("p", "div", "h2", "h3", "h4", "section", "header", "span", "strong", "em")


def is_standfirst(context: Context, index: int) -> bool:
    """Whether a block that is no body has the form and the place of a standfirst."""
    page, block = context.page, context.page.blocks[index]
    if block.hidden or block.tag not in TAGS or block.link_density > MOST_LINKED:
        return False
    if script_of(context) in LEAD_BOXES:
        return False
    names = _names_around(context, block)
    if any(words.search(names) for words in (OTHER_NAMES, ASIDE_NAMES, PICTURE_NAMES)):
        return False
    if block.tag in captions.TAGS or context.dates(block.text[:LONGEST]):
        return False
    is_named = NAMES.search(class_names(page, block)) is not None
    has_form = _has_length(block.text, is_named) and _is_sentence(block.text)
    return has_form and not _is_notice(block.text)


def leaves_body(context: Context, index: int) -> bool:
    """Whether a block that is labelled body is a standfirst: it stands above the byline.

    Its element is named so or is a heading, or it does not end as the sentences of a paragraph do.
    """
    # Of 15 blocks above a byline, whatever their names and ends, 11 are body in the gold of
    # news-fields and of every second page of articles-en.
    block = context.page.blocks[index]
    names = class_names(context.page, block)
    is_named = NAMES.search(names) or SUBTITLE_NAMES.search(names)
    is_paragraph = block.tag not in HEADLINE_TAGS and block.text.endswith(CLOSING_SIGNS)
    has_form = is_named is not None or not is_paragraph
    return has_form and _is_above_byline(context, index)


def _is_above_byline(context: Context, index: int) -> bool:
    """Whether the line of the date or a byline stands between a block and the rest of the body."""
    passed = 0
    # Dates below the body are those of comments and other articles.
    end = context.body_blocks[-1] if context.body_blocks else 0
    for other in range(index + 1, min(index + 1 + BYLINE_WITHIN, end)):
        block = context.page.blocks[other]
        if len(block.text) <= LONGEST_BYLINE and _is_byline(context, block, context.is_body(other)):
            return True
        passed += context.is_body(other)
        if passed > MOST_PASSED:
            return False
    return False


def _is_byline(context: Context, block: Block, is_body: bool) -> bool:
    """Whether a block is a byline or a date; one that is taken for body only if it names people."""
    if context.dates(block.text) and (not is_body or len(block.text) <= LONGEST_DATE):
        return True
    start = byline_start(block.text)
    if start or is_body:
        return bool(start and (not is_body or spaced_names(block.text[start:])))
    names = class_names(context.page, block)
    is_named = SPACED_AUTHOR_NAMES.search(names) and not NOT_SPACED_AUTHOR_NAMES.search(names)
    return bool(is_named)


def _names_around(context: Context, block: Block) -> str:
    """The class names of the block and of the element around it, if that holds no headline."""
    elements, headline = context.page.elements, context.start
    own = elements[block.element]
    around = elements[own.parent] if own.parent >= 0 else own
    names = class_names(context.page, block)
    return names if around.first <= headline < around.last else f"{names} {around.class_names}"


def _is_notice(text: str) -> bool:
    """Whether a text sells something or says who pays for the links: five of fifty did.

    >>> _is_notice("We may earn a commission from links"), _is_notice("The Commission was late")
    (True, False)
    """
    folded = text.casefold()
    return any(words in folded for words in words_of("subtitle.none"))


def _has_length(text: str, is_named: bool) -> bool:
    is_wide = WIDE.search(text) is not None
    named, plain = (SHORTEST_NAMED_WIDE, SHORTEST_WIDE) if is_wide else (SHORTEST_NAMED, SHORTEST)
    return (named if is_named else plain) <= len(text) <= LONGEST


def _is_sentence(text: str) -> bool:
    """Whether a text is running words, and no list, label or shout.

    >>> _is_sentence("The ferry returns after eleven weeks, and the shop reopens")
    True
    >>> _is_sentence("News | Sport | Weather | Travel"), _is_sentence("Photograph: Jane Roe")
    (False, False)
    """
    if any(sign in text for sign in "|©•·→»") or text.endswith((":", "：")) or "http" in text:
        return False
    if WIDE.search(text):
        return True
    words = text.split()
    small = sum(word[:1].islower() for word in words)
    return len(words) >= 5 and (small >= len(words) / 3 or not any(map(str.isupper, text)))
