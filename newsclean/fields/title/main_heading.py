"""The heading of the article's own element, where the headline that was found is outside of it."""

from __future__ import annotations

from newsclean.fields.context import Context
from newsclean.fields.title.place import is_above_byline
from newsclean.metadata.site import Site
from newsclean.text.match_key import match_key

ARTICLE_TAGS = ("article", "main")
# Neither half nor twice of the numbers below changes one of 134 known titles of open pages.
#
# The h1 stands above the first block of the body, with the byline and buttons between.
ABOVE_BODY = 20
# A longer h1 is a standfirst.
LONGEST = 120


def main_heading(context: Context, site: Site, headline: int) -> int | None:
    """The only h1 of the article's element above the body; None if that holds the headline.

    Bars that stay in view while one scrolls repeat the title that is meant for other sites.
    """
    page = context.page
    first = next((i for i in context.body_blocks if page.blocks[i].tag != "h1"), None)
    if first is None:
        return None
    around = (page.elements[i] for i in page.ancestors(page.blocks[first].element))
    article = next((element for element in around if element.tag in ARTICLE_TAGS), None)
    if article is None or article.first <= headline < article.last:
        return None
    start = max(article.first, first - ABOVE_BODY)
    headings = [i for i in range(start, first) if page.blocks[i].tag == "h1"]
    shown = [i for i in headings if not page.blocks[i].hidden and page.blocks[i].link_density < 0.5]
    # Without a byline below it, it is the first heading of the text.
    if len(shown) != 1 or not is_above_byline(context, shown[0]):
        return None
    text = page.blocks[shown[0]].text
    is_sentence = len(text) > LONGEST or text.endswith(".")
    return None if is_sentence or match_key(text) in site.keys else shown[0]
