"""Which blocks are in an element whose text is no body.

Menus, footers, comments, pop-ups, excerpts, captions, and the next article that is loaded below.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from itertools import accumulate
from typing import NamedTuple

from newsclean.label.captions import captions
from newsclean.label.class_names import ClassNames, NamePattern
from newsclean.label.comments import opened_comments
from newsclean.label.features.ancestors import OUTERMOST
from newsclean.label.signatures import repeated_comments
from newsclean.label.signed_lines import signed_lines
from newsclean.lexicon import Hit
from newsclean.model import Label, Page
from newsclean.parse.class_words import BOX_NAMES, COMMENT_NAME, POPUP_NAME, TRANSCRIPT_NAMES
from newsclean.text.patterns import lazy

# The class or id of an element that holds what readers wrote, or that pops up over the page. Its
# text is no body, unless fewer words than LEAST_OTHER would be body without it: a forum's thread is
# all comments. Cross-validated by site, body F1 of articles-en rises by 0.001 with anything from 50
# to 300, and the other sets of articles have no such text that is taken for body; on other pages it
# falls by 0.013 with 50 and by 0.005 with 100.
EXCLUDED = NamePattern(
    lazy(rf"(?:^| )(?:(?P<comment>{COMMENT_NAME})|{POPUP_NAME})(?: |$)"),
    ("comment", "dialog", "modal", "popup"),
)
LEAST_OTHER = 100
# The same for what is comments by its heading or by what each of them repeats. With 15 and 60, none
# of 634 labelled pages changes.
LEAST_POST = 30
# A box beside the text has no more words. Out of fold, of the words in such boxes of articles that
# were taken for body 460 are not in the gold and 13 are; of those in transcripts 1,383 are not, and
# 705 are, on one page that has no other text. With LEAST_OTHER for transcripts F1 is the same.
LONGEST_BOX = 120
SMALL_BOX = NamePattern(
    BOX_NAMES, ("disclaimer", "letter", "sign", "author", "opt", "sub", "contribution", "donat")
)
SPOKEN = NamePattern(TRANSCRIPT_NAMES, ("transcript",))
# This many elements with the same name that contains "excerpt" are teasers: of 42 labelled pages
# with such elements, none has body there.
FEWEST_EXCERPTS = 3
# A page may load the next article below its own, under an h1 of the same class. Of 1,285 labelled
# pages six have a second h1 of the headline's class that contains one of these words; the text
# around it is body on one of them, with 36 words. The headline's own element must hold LEAST_OTHER
# words: if it holds nothing else, the second h1 may begin a chapter of the same article.
HEADLINE_NAMES = lazy(r"title|headline|tit(?:$|[ _-])|biaoti")


class Region(NamedTuple):
    """What an element makes of the text in it.

    Attributes:
        label: The label of its text.
        rule: The rule that says so.
        is_excluded: Whether its text is no body whatever its score.
        least_other: With fewer words of body outside it, it is not excluded.
    """

    label: Label
    rule: str
    is_excluded: bool = False
    least_other: int = LEAST_OTHER


REGION_OF_TAG = {
    "nav": Region(Label.NAVIGATION, "element"),
    "menu": Region(Label.NAVIGATION, "element"),
    # Of the 58,000 words in selects of 2,533 labelled pages the gold has 284.
    "select": Region(Label.NAVIGATION, "element", True),
    "footer": Region(Label.NOTICE, "element"),
    "dialog": Region(Label.OTHER, "element", True),
    # The choices of a poll look like a list. Out of fold, of 20 blocks in a fieldset that were
    # taken for body one is in the gold.
    "fieldset": Region(Label.OTHER, "element", True),
}
CAPTION = Region(Label.CAPTION, "caption", True)
BOX = Region(Label.OTHER, "box", True, LEAST_POST)
TRANSCRIPT = Region(Label.OTHER, "transcript", True, LEAST_POST)
EXCERPT = Region(Label.RELATED, "excerpt", True)
COMMENTS = Region(Label.COMMENT, "comments below", True, LEAST_POST)
OTHER_ARTICLE = Region(Label.RELATED, "another headline", True)


def find_regions(
    page: Page,
    words: Sequence[float],
    headline: int | None,
    hits: Sequence[Sequence[Hit]],
) -> list[Region | None]:
    """The region of each block; None for a block that may be the article's.

    `words` is how many words each block has, `hits` what the lexicon finds in it.
    """
    names = ClassNames.from_elements(page.elements)
    by_element = _regions_of_elements(page, words, headline, names)
    found = [
        CAPTION if is_caption else by_element[block.element]
        for block, is_caption in zip(page.blocks, captions(page, words, names), strict=True)
    ]
    for comments in (
        *opened_comments(page, hits, words, headline),
        *repeated_comments(page, headline),
        *signed_lines(page, headline),
    ):
        found[comments.start : comments.stop] = [COMMENTS] * len(comments)
    return found


def exclude(
    regions: Sequence[Region | None],
    scores: Sequence[float],
    words: Sequence[float],
    threshold: float,
) -> Sequence[float]:
    """The scores, with 0 for blocks in excluded regions.

    They stay as they are if hardly any other text is body from the threshold on.
    """
    excluded = [region is not None and region.is_excluded for region in regions]
    if not any(excluded):
        return scores
    other = sum(
        count
        for count, score, is_excluded in zip(words, scores, excluded, strict=True)
        if score >= threshold and not is_excluded
    )
    return [
        0.0 if region and region.is_excluded and other >= region.least_other else score
        for region, score in zip(regions, scores, strict=True)
    ]


def _regions_of_elements(
    page: Page, words: Sequence[float], headline: int | None, names: ClassNames
) -> list[Region | None]:
    """The region of each element: its nearest ancestor's, or the outermost excluded one's."""
    # What holds the headline is the article, whatever its class: a paper's column may be "comment".
    article = _ancestors_of_headline(page, headline)
    others = _other_articles(page, words, headline, article)
    own = {
        index: REGION_OF_TAG[element.tag]
        for index, element in enumerate(page.elements)
        if element.tag in REGION_OF_TAG
    }
    own |= {
        index: region
        for index, region in _named_elements(page, words, names).items()
        if page.elements[index].depth > OUTERMOST and index not in article
    }
    own |= dict.fromkeys(others, OTHER_ARTICLE)
    # The last item is what is outside the root, whose parent is -1.
    found: list[Region | None] = [None] * (len(page.elements) + 1)
    if not own:
        return found
    for index, element in enumerate(page.elements):
        outer = found[element.parent]
        found[index] = outer if outer and outer.is_excluded else own.get(index, outer)
    return found


def _named_elements(page: Page, words: Sequence[float], names: ClassNames) -> dict[int, Region]:
    """The elements that have a region by their class or id, boxes only if they are short."""
    by_name = {name: _region_of_name(found) for name, found in names.found_by(EXCLUDED).items()}
    by_name |= dict.fromkeys(_excerpts(page, names), EXCERPT)
    boxes = dict.fromkeys(names.found_by(SMALL_BOX), BOX)
    transcripts = dict.fromkeys(names.found_by(SPOKEN), TRANSCRIPT)
    found = _with_names(page, by_name)
    if boxes:
        sums = list(accumulate(words, initial=0.0))
        for index, box in _with_names(page, boxes).items():
            element = page.elements[index]
            if sums[element.last] - sums[element.first] <= LONGEST_BOX:
                found[index] = box
    return found | _with_names(page, transcripts)


def _with_names(page: Page, regions: Mapping[str, Region]) -> dict[int, Region]:
    """The elements whose class names are among these."""
    if not regions:
        return {}
    return {
        index: regions[element.class_names]
        for index, element in enumerate(page.elements)
        if element.class_names in regions
    }


def _excerpts(page: Page, names: ClassNames) -> list[str]:
    """The class names with "excerpt" that enough elements have."""
    named = {*names.containing("excerpt")}
    if not named:
        return []
    counts = Counter([e.class_names for e in page.elements if e.class_names in named])
    return [name for name, count in counts.items() if count >= FEWEST_EXCERPTS]


def _region_of_name(found: re.Match[str]) -> Region:
    """The region of an element whose class or id says that it is a comment or a pop-up."""
    label = Label.COMMENT if found["comment"] else Label.OTHER
    return Region(label, found[0].strip(), True)


def _ancestors_of_headline(page: Page, headline: int | None) -> set[int]:
    if headline is None:
        return set()
    return set(page.ancestors(page.blocks[headline].element))


def _other_articles(
    page: Page, words: Sequence[float], headline: int | None, article: Set[int]
) -> set[int]:
    """The outermost elements below the headline that hold another headline of its class.

    They must be siblings of an element that holds the page's own headline with enough text.
    """
    if headline is None or page.blocks[headline].tag != "h1":
        return set()
    elements, title = page.elements, page.blocks[headline]
    names = elements[title.element].class_names
    alike = [
        block
        for block in page.blocks[headline + 1 :]
        if block.tag == "h1" and elements[block.element].class_names == names
    ]
    if not HEADLINE_NAMES.search(names) or all(block.text == title.text for block in alike):
        return set()
    parents = {
        elements[own].parent
        for own in article
        if sum(words[elements[own].first : elements[own].last]) >= LEAST_OTHER
    }
    outermost: list[int] = []
    for index, element in enumerate(elements):
        is_outermost = element.parent < 0 or element.parent in article
        outermost.append(index if is_outermost else outermost[element.parent])
    found = {outermost[block.element] for block in alike if block.text != title.text} - article
    return {index for index in found if elements[index].parent in parents}
