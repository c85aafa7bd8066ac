"""The subtitle (副题): the line below the headline that sums the article up."""

from __future__ import annotations

from newsclean.fields.context import Context
from newsclean.fields.title.descriptions import descriptions, is_description
from newsclean.fields.title.kicker import HAN_OR_KANA, is_beside, is_wide_phrase
from newsclean.fields.title.lines import LABELLED, is_line, line_candidate
from newsclean.fields.title.place import BUTTONS, count_strangers, own_names
from newsclean.fields.title.standfirst import SUBTITLE_NAMES, is_in_box, is_standfirst, leaves_body
from newsclean.fields.zones import TITLE
from newsclean.lexicon.folding import fold
from newsclean.lexicon.lookups import button_words
from newsclean.mentions.names.person import is_person
from newsclean.mentions.names.spaced import byline_start
from newsclean.model import Block, Candidate, Label
from newsclean.text.match_key import match_key
from newsclean.text.patterns import lazy
from newsclean.text.sentences import COLONS
from newsclean.text.similarity import likeness

HEADINGS = ("h2", "h3", "h4")
# A line that is more like the headline than this repeats it.
SAME_TITLE = 0.8
DASH = lazy(r"^(?:[—－-]{2}|——|―)\s?")
# Bylines, outlets and labels.
NOT_IN_PHRASES = lazy(
    r"\d|[:：/／|｜]|记者|記者|通讯员"
    r"|(?:[网網报報社台局部室院厅廳委处處号號]|中心|公司|客户端|发布)$"
)
SHORTEST_SUBTITLE, LONGEST_SUBTITLE = 4, 120
# A shorter heading is a section, or the name of the outlet.
SHORTEST_HEADING = 9
# What may stand between the headline and a named subtitle, beside bylines, dates and buttons.
MOST_NAMED_STRANGERS = 1
# A picture and its caption may stand between the subtitle and the body.
BODY_WITHIN = 3


def find_subtitle(context: Context, last: int, title: str) -> Candidate[str] | None:
    """The subtitle below block `last`, the last one of the headline.

    It is the page's description, a line that starts with a dash, a line whose element is named a
    subtitle, or the only heading before the body.
    """
    page = context.page
    described = descriptions(page)
    for index in range(last + 1, min(last + 1 + TITLE.below, len(page.blocks))):
        block = page.blocks[index]
        if _is_paragraph(context, index):
            if is_in_box(context, block):
                continue
            break
        if index <= last + TITLE.description and is_description(context, block, title, described):
            origin = "below the headline and stated as description"
            return line_candidate(page, index, block.text, Label.SUBTITLE, origin)
        if _is_subtitle(context, index, last, title):
            text = DASH.sub("", block.text)
            return line_candidate(page, index, text, Label.SUBTITLE, "line below the headline")
    return _find_standfirst(context, last, title)


def _is_paragraph(context: Context, index: int) -> bool:
    """Whether a block is body, no heading and not named a subtitle."""
    block = context.page.blocks[index]
    if not context.is_body(index) or block.tag in HEADINGS:
        return False
    return SUBTITLE_NAMES.search(own_names(context, block)) is None


def _find_standfirst(context: Context, last: int, title: str) -> Candidate[str] | None:
    """The standfirst that follows the headline, before the first block of the body."""
    blocks = context.page.blocks
    key = match_key(title)
    for index in range(last + 1, min(last + 1 + TITLE.standfirst, len(blocks))):
        if context.is_body(index) and not leaves_body(context, index, last):
            if is_in_box(context, blocks[index]):
                continue
            return None
        text = blocks[index].text
        if LABELLED.search(text) or match_key(text) == key:
            continue
        if is_standfirst(context, index, last, title):
            origin = "standfirst below the headline"
            return line_candidate(context.page, index, text, Label.SUBTITLE, origin)
    return None


def _is_subtitle(context: Context, index: int, last: int, title: str) -> bool:
    block = context.page.blocks[index]
    if len(block.text) < SHORTEST_SUBTITLE or not is_line(context, block):
        return False
    key, title_key = match_key(block.text), match_key(title)
    if key in title_key or likeness(key, title_key) > SAME_TITLE:
        return False
    if index == last + 1 and (_starts_with_dash(block) or _is_phrase(context, index, block)):
        return True
    if len(block.text) > LONGEST_SUBTITLE or block.text.endswith(("。", *COLONS)):
        return False
    if fold(block.text) in button_words(BUTTONS):
        return False
    if SUBTITLE_NAMES.search(own_names(context, block)):
        return count_strangers(context, last + 1, index, title) <= MOST_NAMED_STRANGERS
    return _is_lone_heading(context, index, last, title)


def _is_phrase(context: Context, index: int, block: Block) -> bool:
    """Whether a Chinese line is a phrase between the headline and the line of the date.

    >>> bool(NOT_IN_PHRASES.search("本报记者 林知秋")), bool(NOT_IN_PHRASES.search("记住渡口的人"))
    (True, False)
    """
    page = context.page
    if context.script != "chinese" or context.is_body(index) or block.links:
        return False
    is_phrase = is_wide_phrase(block.text) and not NOT_IN_PHRASES.search(block.text)
    if not is_phrase or not is_beside(page, block, page.blocks[index - 1]):
        return False
    return index + 1 < len(page.blocks) and bool(context.dates(page.blocks[index + 1].text))


def _starts_with_dash(block: Block) -> bool:
    return DASH.match(block.text) is not None and HAN_OR_KANA.search(block.text) is not None


def _is_lone_heading(context: Context, index: int, last: int, title: str) -> bool:
    """Whether a block is a heading above the body or right below the headline, and no section's."""
    blocks, elements = context.page.blocks, context.page.elements
    block = blocks[index]
    if block.tag not in HEADINGS or len(match_key(block.text)) < SHORTEST_HEADING:
        return False
    # An h4 further below is a heading in the text.
    if block.tag == "h4" and index != last + 1:
        return False
    # The headings of sections come in several of one rank.
    if any(blocks[other].tag == block.tag for other in context.body_blocks if other != index):
        return False
    if _heads_something_else(context, index, last, title):
        return False
    if any(map(context.is_body, range(index + 1, index + 1 + BODY_WITHIN))):
        return True
    parent = elements[block.element].parent
    return index == last + 1 and parent == elements[blocks[last].element].parent


def _heads_something_else(context: Context, index: int, last: int, title: str) -> bool:
    """Whether a heading names people, tops a list, or follows lines of something else."""
    blocks = context.page.blocks
    if is_person(blocks[index].text) or byline_start(blocks[index].text):
        return True
    if is_in_box(context, blocks[index], is_sure=True):
        return True
    below = index + 1
    tops_list = below < len(blocks) and blocks[below].tag == "li"
    if tops_list and count_strangers(context, below, below + 1, title):
        return True
    return count_strangers(context, last + 1, index, title) > 1
