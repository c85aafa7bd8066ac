"""Where in the structure of the page a block stands: headings, quotations, lists, tables, code."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newsclean.label.tables import is_data_table, tables_in_figures
from newsclean.model import Page
from newsclean.parse.elements import HEADINGS, LISTS
from newsclean.text.patterns import lazy

CAPTIONS = frozenset({"figcaption", "caption"})
ITEMS = frozenset({"li", "dt", "dd"})
HOLDS_ITEMS = LISTS | {"dl"}
# The tags that can say what kind of paragraph is inside them; most of those around one do not.
TELLING = frozenset({*HEADINGS, *CAPTIONS, *ITEMS, *HOLDS_ITEMS, "table", "blockquote"})
# The language of code, in the classes of an element around it.
LANGUAGE = lazy(
    r"(?:^|\s)(?:language|lang|highlight-source|highlight-text|brush:)"
    r"[-: ]?\s?([a-z0-9+#_.-]{1,20})"
)
LANGUAGE_NAME = lazy(r"[a-z0-9+#_.-]{1,20}")
NO_LANGUAGES = frozenset({"plaintext", "text", "none"})
# The classes with a language stand on the innermost elements around code.
LANGUAGE_DEPTH = 4


class Place(NamedTuple):
    """Where a block stands. Elements are indices in `page.elements`, -1 if there is none.

    Attributes:
        heading: The rank of the heading that it is in, else 0.
        is_caption: Whether it is in a caption.
        quote: How many quotations it is in.
        item: The innermost item of a list, term or definition.
        list: The list of that item.
        depth: How many lists it is in.
        table: The outermost table of data that it is in.
        innermost: The innermost list that it is in.
    """

    heading: int = 0
    is_caption: bool = False
    quote: int = 0
    item: int = -1
    list: int = -1
    depth: int = 0
    table: int = -1
    innermost: int = -1


PLAIN = Place()
"""The place of a paragraph that is in nothing that says what it is, as most are."""


class Places:
    """Where the blocks of a page stand. What is in one element stands in one place."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._figures = tables_in_figures(page)
        self._places = {-1: PLAIN}

    def place_of(self, block: int) -> Place:
        """Where a block stands."""
        places, elements = self._places, self._page.elements
        element = self._page.blocks[block].element
        unknown = []
        while (place := places.get(element)) is None:
            unknown.append(element)
            element = elements[element].parent
        for element in reversed(unknown):
            if elements[element].tag in TELLING:
                place = _inside(self._page, place, element)
                if elements[element].tag == "figcaption" and place.table < 0:
                    table = self._figures.get(elements[element].parent, -1)
                    place = place._replace(table=table)
            places[element] = place
        return place


def _inside(page: Page, place: Place, index: int) -> Place:
    """The place of what is in an element with a telling tag that itself stands in `place`.

    A heading around an item is that of the list, not of the item.
    """
    tag = page.elements[index].tag
    if tag in HEADINGS:
        return place._replace(heading=HEADINGS[tag])
    if tag in CAPTIONS:
        return place._replace(is_caption=True)
    if tag == "blockquote":
        return place._replace(quote=place.quote + 1)
    if tag in HOLDS_ITEMS:
        return place._replace(depth=place.depth + 1, innermost=index)
    if tag in ITEMS:
        # A tenth of all pages is lists, and _replace() takes three times as long.
        _, is_caption, quote, _, _, depth, table, innermost = place
        return Place(0, is_caption, quote, index, innermost, depth, table, innermost)
    is_outermost = place.table < 0 and is_data_table(page, index)
    return place._replace(table=index) if is_outermost else place


def number_of(page: Page, item: int, its_list: int, lasts: dict[int, int]) -> int | None:
    """The number of an item of an ordered list. `lasts` remembers the last numbers of lists."""
    kept = dict(page.elements[item].attributes)
    if "number" not in kept:
        return None
    number = int(kept["number"])
    around = dict(page.elements[its_list].attributes) if its_list >= 0 else {}
    if "reversed" not in around:
        return number
    if its_list not in lasts:
        lasts[its_list] = max(_numbers(page, its_list), default=number)
    last = lasts[its_list]
    first = int(around.get("start", "")) if around.get("start", "").isdecimal() else 0
    return 2 * first - number if first else last + 1 - number


def _numbers(page: Page, its_list: int) -> Iterator[int]:
    for element in page.elements[its_list:]:
        if element.first >= page.elements[its_list].last:
            return
        if element.parent == its_list:
            yield from (int(value) for name, value in element.attributes if name == "number")


def language_of_code(page: Page, block: int) -> str | None:
    """The programming language that the elements of some code name, by a class or an attribute.

    A class such as "language-plaintext" names none.
    """
    inline = [element.class_names for element in page.blocks[block].inline_elements]
    ancestors = [*page.ancestors(page.blocks[block].element)][:LANGUAGE_DEPTH]
    around = [page.elements[index].class_names for index in ancestors]
    stated = dict(page.elements[ancestors[0]].attributes).get("language", "").lower()
    found = [found[1] for names in (*inline, *around) if (found := LANGUAGE.search(names))]
    if LANGUAGE_NAME.fullmatch(stated):
        found.append(stated)
    return next((name for name in found if name not in NO_LANGUAGES), None)
