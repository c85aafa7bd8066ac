"""Which blocks stand in what is no article's text: menus, footers, comments, pop-ups, excerpts, captions, the next article below."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from typing import NamedTuple

from newsclean.label.captions import captions
from newsclean.label.features.ancestors import OUTERMOST
from newsclean.model import Label, Page
from newsclean.parse.class_words import COMMENT_NAME, POPUP_NAME
from newsclean.text.patterns import lazy

# What an element calls itself that holds what readers wrote, or that pops up over the page. Its text is no body, unless fewer words than
# LEAST_OTHER would be body without it: a forum's thread is all comments. Cross-validated by site, body F1 of articles-en rises by 0.001
# with anything from 50 to 300, and the other sets of articles have no such text that is taken for body; of other pages it falls by 0.013
# with 50 and by 0.005 with 100.
APART = lazy(rf"(?:^| )(?:(?P<comment>{COMMENT_NAME})|{POPUP_NAME})(?: |$)")
LEAST_OTHER = 100
# So many elements of one name that calls them excerpts are teasers: of 42 labelled pages with such elements, none has body there.
FEWEST_EXCERPTS = 3
# Below its article a page may have the next one loaded, under an h1 of the same class. Of 1,285 labelled pages six have a second h1 of the
# headline's class that speaks of titles; what is around it is body on one of them, with 36 words. The headline's own element must hold
# LEAST_OTHER words: where it holds nothing else, the second h1 may be over a chapter of the same article.
HEADLINE_NAMES = re.compile(r"title|headline|tit(?:$|[ _-])|biaoti")


class Region(NamedTuple):
    """What an element makes of the text in it that is no body, by what it is or calls itself."""

    label: Label
    rule: str
    apart: bool = False  # its text stands apart from the article, whatever its score


OF_TAG = {
    "nav": Region(Label.NAVIGATION, "element"),
    "menu": Region(Label.NAVIGATION, "element"),
    "select": Region(Label.NAVIGATION, "element"),
    "footer": Region(Label.NOTICE, "element"),
    "dialog": Region(Label.BOILERPLATE, "element", True),
}
CAPTION = Region(Label.CAPTION, "caption", True)
EXCERPT = Region(Label.RELATED, "excerpt", True)
OTHER_ARTICLE = Region(Label.RELATED, "another headline", True)


def regions(page: Page, words: Sequence[float], headline: int | None) -> list[Region | None]:
    """For each block, by how many words it has, the region that it stands in; None for one that may be the article's."""
    around = _of_elements(page, words, headline)
    told = captions(page, words)
    return [CAPTION if is_caption else around[block.element] for block, is_caption in zip(page.blocks, told, strict=True)]


def without_apart(found: Sequence[Region | None], scores: Sequence[float], words: Sequence[float], cut: float) -> Sequence[float]:
    """The scores, with 0 for the blocks that stand apart from the article; as they were, if hardly any other text is body from `cut` on."""
    apart = [region is not None and region.apart for region in found]
    if not any(apart):
        return scores
    other = sum(count for count, score, is_apart in zip(words, scores, apart, strict=True) if score >= cut and not is_apart)
    return [0.0 if is_apart else score for score, is_apart in zip(scores, apart, strict=True)] if other >= LEAST_OTHER else scores


def _of_elements(page: Page, words: Sequence[float], headline: int | None) -> list[Region | None]:
    """For each element the region that the nearest element around it makes, or the outermost that stands apart."""
    found: list[Region | None] = []
    named: dict[str, Region | None] = {"": None}
    excerpts = Counter([element.names for element in page.elements if "excerpt" in element.names])
    named |= {names: EXCERPT for names, count in excerpts.items() if count >= FEWEST_EXCERPTS}
    holds = _holding(page, headline)
    others = _other_articles(page, words, headline, holds)
    for index, element in enumerate(page.elements):
        # What holds the headline is the article, whatever it calls itself: a paper's column may be its "comment".
        names = element.names if element.depth > OUTERMOST and index not in holds else ""
        if names not in named:
            named[names] = _named(names)
        around = found[element.parent] if element.parent >= 0 else None
        own = OTHER_ARTICLE if index in others else named[names] or OF_TAG.get(element.tag)
        found.append(around if around and around.apart else own or around)
    return found


def _named(names: str) -> Region | None:
    """The region of an element that calls itself comments or a pop-up."""
    found = APART.search(names)
    return Region(Label.COMMENT if found["comment"] else Label.BOILERPLATE, found[0].strip(), True) if found else None


def _holding(page: Page, headline: int | None) -> set[int]:
    """The elements that hold the headline."""
    holds = set()
    element = page.blocks[headline].element if headline is not None else -1
    while element >= 0:
        holds.add(element)
        element = page.elements[element].parent
    return holds


def _other_articles(page: Page, words: Sequence[float], headline: int | None, holds: Set[int]) -> set[int]:
    """The outermost elements below the headline, beside one that holds it and enough text, that hold another like it, of the same tag and
    class."""
    if headline is None or page.blocks[headline].tag != "h1":
        return set()
    elements, title = page.elements, page.blocks[headline]
    names = elements[title.element].names
    alike = [block for block in page.blocks[headline + 1 :] if block.tag == "h1" and elements[block.element].names == names]
    if not HEADLINE_NAMES.search(names) or all(block.text == title.text for block in alike):
        return set()
    beside = {elements[own].parent for own in holds if sum(words[elements[own].first : elements[own].last]) >= LEAST_OTHER}
    outermost: list[int] = []
    for index, element in enumerate(elements):
        outermost.append(index if element.parent < 0 or element.parent in holds else outermost[element.parent])
    found = {outermost[block.element] for block in alike if block.text != title.text} - holds
    return {index for index in found if elements[index].parent in beside}
