"""Text of a page -> blocks in reading order, the elements around them, and the metadata.

HTML goes through lxml's event interface, not its tree: one pass instead of a parse and a walk, and
none of the tree's silent losses (nesting deeper than 2,048, text after the first `</html>`). Plain
text takes the same types: a line is a block.

Visible text is every character outside comments and the elements that `roles.ROLES` says are no
text.
"""

from __future__ import annotations

import contextlib
import re
from dataclasses import replace

from lxml import etree

from newsclean.model import (
    UNLIMITED,
    Block,
    Budget,
    BudgetSpentError,
    Element,
    Limits,
    Metadata,
    Page,
)
from newsclean.parse.builder import new_builder
from newsclean.parse.density import limit_text
from newsclean.parse.flow import SOFT_HYPHEN
from newsclean.parse.limits import limit_page
from newsclean.parse.page_links import without_page_links
from newsclean.parse.source import prepare_source, split_lines
from newsclean.parse.wrapped import join_wrapped
from newsclean.text.characters import collapse_spaces, without_invalid_references

MARKUP = re.compile(
    r"<(?:!doctype|html|head|body|div|p|br|table|td|span|a|article|section|h[1-6]|ul|meta|script)"
    r"\b[^<>]{0,2000}>",
    re.I,
)

# Nearly every page is one piece; of a longer one no second copy as a whole is made.
PIECE = 1_000_000


DEFAULT_LIMITS = Limits()


def parse(
    text: str,
    url: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    budget: Budget = UNLIMITED,
) -> Page:
    """The blocks, elements and metadata of a page's text, within the limits.

    A text that holds a common tag is HTML, any other is plain text.
    """
    try:
        source = prepare_source(text, budget)
        text, notes = limit_text(source, limits, budget)
        is_html = MARKUP.search(text) is not None
        if not is_html:
            text, notes = limit_text(split_lines(source), limits, budget)
        page = parse_html(text, url, budget) if is_html else parse_plain(text, url)
        page = join_wrapped(page) if is_html else page
        page = limit_page(replace(page, truncations=(*notes, *page.truncations)), limits, budget)
    except BudgetSpentError:
        note = f"None of the text was read within {budget.seconds:g} seconds of computing."
        page = Page((), (), Metadata(), url=url, truncations=(note,) if text else ())
    return page


def parse_plain(text: str, url: str | None = None) -> Page:
    """A page of plain text: each line that is not blank is a block.

    >>> [block.text for block in parse_plain("Menu\\n\\n  One  line. ").blocks]
    ['Menu', 'One line.']
    >>> parse_plain("").blocks
    ()
    """
    text = text.replace(SOFT_HYPHEN, "")
    lines = [
        collapsed for line in split_lines(text).split("\n") if (collapsed := collapse_spaces(line))
    ]
    root = Element(parent=-1, tag="body", class_names="", depth=0, first=0, last=len(lines))
    return Page(
        blocks=tuple(Block(line, "p", 0, line=i) for i, line in enumerate(lines)),
        elements=(root,) if lines else (),
        metadata=Metadata(),
        url=url,
        plain=True,
    )


def parse_html(text: str, url: str | None = None, budget: Budget = UNLIMITED) -> Page:
    """A page of HTML. Anything at all may be given: what cannot be a tag is text.

    What is not reached within the budget is not read.

    >>> page = parse_html("<ul><li><a href=/>Home</a></ul><p>One<br>two")
    >>> [(block.tag, block.text) for block in page.blocks]
    [('li', 'Home'), ('p', 'One'), ('p', 'two')]
    >>> parse_html("").blocks
    ()
    """
    builder = new_builder()
    # Without a method `comment` the builder gets no comments, but the stubs ask for one.
    parser = etree.HTMLParser(target=builder, encoding="utf-8", huge_tree=True)  # type: ignore[arg-type]
    text = without_invalid_references(text)
    read = _feed(parser, text, budget)
    with contextlib.suppress(etree.XMLSyntaxError):  # no element at all, such as an empty page
        parser.close()
    page = without_page_links(builder.page(url))
    if read < len(text):
        note = (
            f"Of {len(text):,} characters the first {read:,} were read within "
            f"{budget.seconds:g} seconds of computing."
        )
        page = replace(page, truncations=(note,))
    return page


def _feed(parser: etree.HTMLParser, text: str, budget: Budget) -> int:
    """Parse the text piece by piece, and return how many characters the budget was enough for."""
    for start in range(0, len(text), PIECE):
        if budget.is_spent():
            return start
        parser.feed(text[start : start + PIECE].encode("utf-8", "replace"))
    return len(text)
