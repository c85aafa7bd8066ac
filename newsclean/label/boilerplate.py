"""Which lines are boilerplate by their words, whatever their score."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.label.neighbours import CELLS
from newsclean.label.quotations import OPENING_QUOTES
from newsclean.lexicon import Hit
from newsclean.lexicon.folding import fold
from newsclean.lexicon.lookups import button_words
from newsclean.model import Block, Page
from newsclean.text.patterns import lazy
from newsclean.text.sentences import COLONS, has_sentence_end

# A short line that begins as boilerplate or holds a notice is no body: some pages print such lines
# as the last paragraph. Cross-validated by site, leaks fall by a twentieth on articles-en and by a
# fifth on news-cjk; body F1 moves by less than 0.0005 on every set.
NOTICES = frozenset({"notice.copyright", "notice.licence", "notice.disclaimer"})
GROUPS = frozenset(
    {"notice", "share", "related", "pager", "advert", "player", "comment", "endmark"}
)
# The longest line of that kind, and the longest row of buttons, in characters. Of 634 labelled
# pages, with lines of 40 five lose and three gain, 0.02 in all; with 160 sixteen lose and two gain,
# 0.7 in all. With rows of 20 and 80 none changes.
LONGEST_LINE, LONGEST_ROW = 80, 40
# A longer line must begin with a phrase of this length: "This article contains affiliate links"
# begins no other paragraph. Cross-validated by site, no set loses with anything from 18 to 30.
LONG_PHRASE = 18
# The end of an excerpt: dots, and a button of one of these groups.
BREAKS_OFF = lazy(r"(?:…|\.\.\.)[^\w.…]{0,4}(\w[^.…\])»]{1,24}?)[\s\])»›>→]{0,4}$")
READ_ON = frozenset({"related", "pager"})
# Of 2,533 labelled pages one has a line of nothing but such tags, without links; the gold lacks it.
TAGS = lazy(r"#[^\s#,]{1,40}(?:[\s,]{1,3}#[^\s#,]{1,40}){1,40}")
# A sentence with this score is body whatever it begins with, and so is a long one between two long
# blocks that are likely body. Out of fold, body F1 of no set moves by more than 0.0005: the rule is
# for articles about notices, which the sets hardly have.
SURE = 0.95
LIKELY = 0.5
# No score saves a sentence at the edge of the body that begins with a phrase of these groups, such
# as "This entry was posted on"; of the second set, with a long one. On the 2,533 labelled pages
# nine such sentences are sure to be body, and the gold has none of them.
NEVER_BODY = frozenset({"notice.paywall", "related.entry"})
NEVER_BODY_IF_LONG = frozenset({"comment", "share", "notice.copyright"})


def boilerplate(
    page: Page, scores: Sequence[float], hits: Sequence[Sequence[Hit]], lowest: float
) -> list[bool]:
    """Which blocks, of those with at least this score, are lines of boilerplate.

    `hits` are what the lexicon finds in each block.
    """
    inside = _between_paragraphs(page, scores)
    return [
        score >= lowest and is_boilerplate(page, block, found, score, index not in inside)
        for index, (block, score, found) in enumerate(zip(page.blocks, scores, hits, strict=True))
    ]


def _between_paragraphs(page: Page, scores: Sequence[float]) -> set[int]:
    """The blocks of the likely body whose neighbours in it are both longer than a line."""
    likely = [index for index, score in enumerate(scores) if score >= LIKELY]
    is_long = [len(page.blocks[index].text) > LONGEST_LINE for index in likely]
    return {
        index
        for index, before, after in zip(likely[1:], is_long, is_long[2:], strict=False)
        if before and after
    }


def is_boilerplate(
    page: Page, block: Block, hits: Sequence[Hit], score: float, is_edge: bool
) -> bool:
    """Whether a block is a line of boilerplate: it begins so, holds a notice, or is only buttons.

    `hits` are what the lexicon finds in it, and `is_edge` is whether it is at the edge of the
    body or among other lines. A cell of data is never boilerplate.
    """
    is_short = len(block.text) <= LONGEST_LINE
    is_sure = score >= SURE and has_sentence_end(block.text)
    found = (is_short or is_edge) and any(
        _begins(block, hit)
        and (is_short or _is_unmistakable(block, hit))
        and not (is_sure and not (is_edge and _is_never_body(block, hit)))
        for hit in hits
    )
    if is_short and (is_edge or not is_sure):
        found = found or any(hit.group in NOTICES for hit in hits)
    found = found or (is_short and is_row_of_buttons(block.text)) or _leads_on(block, hits)
    return found and not _is_data_cell(page, block)


def _begins(block: Block, hit: Hit) -> bool:
    """Whether a block begins with a phrase of boilerplate, and not as what somebody says."""
    is_first = hit.start == 0 or (hit.start == 1 and block.text[0] not in OPENING_QUOTES)
    return is_first and hit.group.partition(".")[0] in GROUPS


def _is_unmistakable(block: Block, hit: Hit) -> bool:
    """Whether a phrase begins no paragraph.

    It is long, a copyright with its year, or "Read also:" before a headline.
    """
    text = block.text[hit.start : hit.end]
    is_dated = hit.group == "notice.copyright" and any(map(str.isdecimal, text))
    return _is_label(block, hit) or is_dated or len(text) >= LONG_PHRASE


def _is_never_body(block: Block, hit: Hit) -> bool:
    """Whether a phrase begins a sentence that is no body, however sure the score is."""
    if hit.group in NEVER_BODY:
        return True
    return hit.group in NEVER_BODY_IF_LONG and _is_unmistakable(block, hit)


def _is_label(block: Block, hit: Hit) -> bool:
    """Whether a phrase is a label before another article: "Read also:"."""
    text = block.text
    has_colon = text[hit.end :].lstrip().startswith(COLONS) or text[: hit.end].endswith(COLONS)
    return hit.group == "related" and has_colon


def _leads_on(block: Block, hits: Sequence[Hit]) -> bool:
    """Whether a block is a linked headline behind a label, an excerpt, or only tags with a # each.

    Out of fold, of 17 linked headlines behind labels that were body 13 are not in the gold, nor are
    any of 34 excerpts.
    """
    if is_excerpt(block.text):
        return True
    if 2 * block.linked > len(block.text):
        return any(_begins(block, hit) and _is_label(block, hit) for hit in hits)
    return bool(TAGS.fullmatch(block.text))


def is_row_of_buttons(text: str) -> bool:
    """Whether a line has several words, each of which alone would be boilerplate.

    >>> is_row_of_buttons("分享 收藏 举报"), is_row_of_buttons("Share Reply")
    (True, True)
    >>> is_row_of_buttons("Share prices")
    False
    """
    # One word of printable characters, as most lines of menus are, has nothing that parts it.
    if len(text) > LONGEST_ROW or (" " not in text and text.isprintable()):
        return False
    words = fold(text).split()
    return len(words) > 1 and button_words(GROUPS).issuperset(words)


def is_excerpt(text: str) -> bool:
    """Whether a text breaks off in dots and a button to read on.

    >>> is_excerpt("The board met on Tuesday and vo… Read more"), is_excerpt("Vo... [阅读全文]")
    (True, True)
    >>> is_excerpt("I waited... and read more")
    False
    """
    found = BREAKS_OFF.search(text[-LONGEST_ROW:])
    return found is not None and fold(found[1]).strip() in button_words(READ_ON)


def _is_data_cell(page: Page, block: Block) -> bool:
    """Whether a block is all that a cell has, of a table with other text.

    The cells of a layout have more, and a table of one line is a box.
    """
    element = page.elements[block.element]
    if block.tag not in CELLS or element.last - element.first > 1:
        return False
    ancestors = [page.elements[index] for index in page.ancestors(block.element)]
    table = next((outer for outer in ancestors if outer.tag == "table"), element)
    return table.last - table.first > 1
