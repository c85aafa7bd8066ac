"""The subtitle that is a sentence of its own between the headline and the body: a standfirst."""

from __future__ import annotations

from newsclean.fields.context import Context
from newsclean.fields.title.place import (
    count_strangers,
    is_about_author,
    is_above_byline,
    is_in_header,
    is_of_picture,
    is_one_of_list,
    is_text_apart,
    names_around,
    own_names,
)
from newsclean.label.headline import HEADLINE_TAGS
from newsclean.lexicon.lookups import words_of
from newsclean.mentions.names.spaced import byline_start
from newsclean.model import Block
from newsclean.parse.class_words import ASIDE_NAMES, PICTURE_NAMES
from newsclean.text.patterns import lazy
from newsclean.text.scripts import WIDE
from newsclean.text.sentences import CLOSING_SIGNS, COLONS

SUBTITLE_NAMES = lazy(
    r"sub[-_]?(?:title|head|line)|fu-?biao-?ti|fu-?ti(?:tle)?\b|dec?k(?:down)?(?![a-z])|second-?title"
    r"|untertitel|sous-?titre|subtitulo|bajada|stand-?first|alternative-?headline|catenaccio|linha-?fina|perex"
    r"|(?<![a-z])sapo(?![a-z])|pod-?(?:tit|tyt|naslov)|under-?tit(?:el|tel)|ala-?otsikko|al-?cim"
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
    r"newsletter|subscri|notice|disclos|disclaim|affiliate|cookie|share|social|auth?or|auteur|byline"
    r"|bio\b|comment|tooltip|menu|nav\b|rating|date|meta\b|breadcrumb|listen|audio|player|price|promo"
    r"|(?<![a-z])toc(?![a-z])|table-?of-?contents"
)
# Elements that are no part of the header. They are looked for on each level up to the element that
# also holds the headline.
BOX_NAMES = lazy(
    r"video|transcript|galler|carousel|log-?in|sign-?(?:in|up)|regist|(?<![a-z])form(?!at)|newsletter"
    r"|subscri|(?<![a-z])cta|message|modal|dialog|popup|cookie|advert|poll\b|quiz|keyword|infobox"
    r"|tooltip|(?<![a-z])menu|nav\b"
)
# The counts below are of 304 pages of the open half with 69 subtitles, 31 of them standfirsts, and
# say how many subtitles come or go if a number is halved or doubled.
# Of a sentence that no name makes a standfirst, in characters: notices on the age of the article
# have some forty. Half of the first adds 3, twice of it costs 6; half of the last costs 7, twice of
# it changes 1 into a paragraph.
SHORTEST, SHORTEST_WIDE, LONGEST = 55, 24, 420
# Twice of the first costs 1, half of the second adds 1.
SHORTEST_NAMED, SHORTEST_NAMED_WIDE = 28, 12
# Of seven that neither name nor place makes one, the longest that is right has 182 characters; one
# of 249 is a paragraph.
LONGEST_PLAIN = 200
# In words. On 141 open pages, 16 with a known subtitle, neither half nor twice of them changes one.
FEWEST, FEWEST_PLACED = 5, 4
# How many other lines may stand between the headline and a standfirst that is named so; 1, if it is
# not. Below more lines, it belongs to something else. Neither half nor twice of it changes one of
# these.
MOST_STRANGERS = 3
# A summary may have a link or two; what has more is a list of other articles. Half of it changes 1.
MOST_LINKED = 0.4
# Papers in these scripts print a summary in a box there, which is no subtitle; a single line is.
LEAD_BOXES = ("chinese", "korean")
# In characters. Of 57 subtitles of 246 pages of the open half, half of either costs 1, twice of it
# changes none.
LONGEST_LINE, LONGEST_LINE_WIDE = 120, 24
# A block's own element and the one around it.
NEAR = 2
TAGS = frozenset("p div h2 h3 h4 h5 h6 section header span strong em li dd blockquote".split())


def is_standfirst(context: Context, index: int, last: int, title: str) -> bool:
    """Whether a block that is no body has the form and the place of a standfirst.

    `last` is the last block of the headline.
    """
    block = context.page.blocks[index]
    names = own_names(context, block)
    is_sure = SUBTITLE_NAMES.search(names) is not None
    is_named = is_sure or NAMES.search(names) is not None
    if _is_other(context, index, is_sure):
        return False
    if context.script in LEAD_BOXES and not (is_named and _is_open_line(block.text)):
        return False
    is_placed = is_named or is_in_header(context, index, last)
    if not (_has_length(block.text, is_placed) and _is_sentence(block.text, is_placed)):
        return False
    if _is_of_notice(context, index) or is_about_author(context, last + 1, index):
        return False
    most = MOST_STRANGERS if is_named else 1
    return is_sure or count_strangers(context, last + 1, index, title) <= most


def _is_other(context: Context, index: int, is_sure: bool) -> bool:
    """Whether a block is hidden, linked, a byline, a date, or of a list, a picture or a box."""
    block = context.page.blocks[index]
    if block.hidden or block.tag not in TAGS or block.link_density > MOST_LINKED:
        return True
    if byline_start(block.text) or context.dates(block.text[:LONGEST]):
        return True
    if is_in_box(context, block, is_sure):
        return True
    return is_of_picture(context, index) or is_one_of_list(context, index)


def is_in_box(context: Context, block: Block, is_sure: bool = False) -> bool:
    """Whether a block is of something else: a picture, a player, a form, other articles.

    If its own name makes it a subtitle, only the elements right around it can say so.
    """
    near = names_around(context, block, NEAR)
    names = near if is_sure else names_around(context, block)
    everywhere = (BOX_NAMES, ASIDE_NAMES, PICTURE_NAMES)
    return bool(OTHER_NAMES.search(near)) or any(words.search(names) for words in everywhere)


def leaves_body(context: Context, index: int, last: int) -> bool:
    """Whether a block that is labelled body is a standfirst.

    Its element is named so or is a heading, or it does not end as the sentences of a paragraph do.
    It stands above the byline or in an element with the headline and no text, unless its name is
    sure, or it is a named line.
    """
    # In news-fields and every second page of articles-en, 15 blocks labelled body stand above a
    # byline; the gold has 11 of them in the body. Three are right below the headline, apart from
    # the text, and have a name or a byline below: the gold has none of those.
    block = context.page.blocks[index]
    names = own_names(context, block)
    is_sure = SUBTITLE_NAMES.search(names) is not None
    is_named = is_sure or NAMES.search(names) is not None
    if context.is_body(index + 1) and (is_sure or (is_named and _is_open_line(block.text))):
        return True
    is_paragraph = block.tag not in HEADLINE_TAGS and block.text.endswith(CLOSING_SIGNS)
    is_above = is_above_byline(context, index)
    if index == last + 1 and is_text_apart(context, index, last):
        return not is_paragraph or is_named or is_above
    return is_above and (is_named or not is_paragraph)


def _is_open_line(text: str) -> bool:
    """Whether a text is one line that does not end as a sentence does, or is cut short by dots.

    >>> _is_open_line("What the islanders want..."), _is_open_line("They want a boat.")
    (True, False)
    """
    is_open = text.endswith(("...", "…")) or not text.endswith(CLOSING_SIGNS)
    return is_open and len(text) <= (LONGEST_LINE_WIDE if WIDE.search(text) else LONGEST_LINE)


def _is_of_notice(context: Context, index: int) -> bool:
    """Whether a block is a notice, or goes on with the one above it."""
    blocks = context.page.blocks
    own_and_above = range(max(context.start + 1, index - 1), index + 1)
    return any(_is_notice(blocks[at].text) for at in own_and_above)


def _is_notice(text: str) -> bool:
    """Whether a text sells something or says who pays for the links.

    Of 50 standfirsts that were found without this, five did.

    >>> _is_notice("We may earn a commission from links"), _is_notice("The Commission was late")
    (True, False)
    """
    folded = text.casefold()
    return any(words in folded for words in words_of("subtitle.none"))


def _has_length(text: str, is_placed: bool) -> bool:
    is_wide = WIDE.search(text) is not None
    placed, plain = (SHORTEST_NAMED_WIDE, SHORTEST_WIDE) if is_wide else (SHORTEST_NAMED, SHORTEST)
    longest = LONGEST if is_placed else LONGEST_PLAIN
    return (placed if is_placed else plain) <= len(text) <= longest


def _is_sentence(text: str, is_placed: bool = False) -> bool:
    """Whether a text is running words, and no list, label or shout.

    >>> _is_sentence("The ferry returns after eleven weeks, and the shop reopens")
    True
    >>> _is_sentence("News | Sport | Weather | Travel"), _is_sentence("Photograph: Jane Roe")
    (False, False)
    """
    if any(sign in text for sign in "|©•·→»") or text.endswith(COLONS) or "http" in text:
        return False
    if WIDE.search(text):
        return True
    words = text.split()
    small = sum(word[:1].islower() for word in words)
    least = FEWEST_PLACED if is_placed else FEWEST
    return len(words) >= least and (small >= len(words) / 3 or not any(map(str.isupper, text)))
