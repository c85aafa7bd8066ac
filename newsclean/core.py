"""The five steps in order; this module is the table of contents of the others."""

from __future__ import annotations

from lxml import etree

from newsclean.assemble import assemble
from newsclean.collapse import collapse
from newsclean.decode import clean, decode
from newsclean.label import label
from newsclean.model import Article, Decoded, Label, Report
from newsclean.parse import parse

PageInput = bytes | bytearray | memoryview | str | etree._Element | etree._ElementTree


def extract(page: PageInput, url: str | None = None, content_type: str | None = None) -> Article:
    """The news article on a page.

    `page` is the page's bytes, its text (HTML, or the plain text of a page), or an lxml tree. `url` is the address it came from, which
    helps with dates, the site's name and relative links. `content_type` is the HTTP header, whose charset counts when `page` is bytes.

    A page with no article gives an `Article` whose `is_article` is False, with whatever was found. TypeError if `page` is something else.

    >>> extract("<h1>Ferry returns</h1><p>The island ferry sails again from Monday, the council said.").title
    'Ferry returns'
    >>> extract("").body
    ''
    """
    return explain(page, url, content_type).article


def explain(page: PageInput, url: str | None = None, content_type: str | None = None) -> Report:
    """The same run as `extract`, with its reasons: a label and a rule for every character of the page, and where each field was read."""
    decoded = _decoded(page, content_type)
    parsed = parse(decoded.text, url)
    labels = label(parsed)
    copies = collapse(parsed.blocks, [verdict.label is Label.BODY for verdict in labels.verdicts])
    return assemble(decoded, parsed, labels, copies)


def _decoded(page: PageInput, content_type: str | None) -> Decoded:
    if isinstance(page, bytes | bytearray | memoryview):
        return decode(bytes(page), content_type)
    if isinstance(page, etree._Element | etree._ElementTree):
        page = etree.tostring(page, encoding="unicode", method="html")
    if not isinstance(page, str):
        raise TypeError(f"newsclean reads bytes, str or an lxml tree, not {type(page).__name__}; give the page itself, not its address")
    text, replaced = clean(page)
    return Decoded(text, bad_bytes=replaced)
