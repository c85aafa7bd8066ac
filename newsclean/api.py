"""The steps in order; this module is the table of contents of the others."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from newsclean.assemble import assemble
from newsclean.collapse import collapse
from newsclean.decode import decode
from newsclean.errors import ExtractionError, NewscleanError
from newsclean.label import label_displayed
from newsclean.model import Article, Budget, Limits, Report
from newsclean.parse import parse
from newsclean.text.characters import replace_invalid

PageInput = bytes | bytearray | memoryview | str | etree._Element | etree._ElementTree
LIMITS = Limits()


def extract(
    page: PageInput,
    url: str | None = None,
    content_type: str | None = None,
    *,
    reference_date: datetime | None = None,
    limits: Limits = LIMITS,
) -> Article:
    """The news article on a page.

    `page` is the page's bytes, its text (HTML, or the plain text of a page), or an lxml tree. `url` is the address it came from, which
    helps with dates, the site's name and relative links. `content_type` is the HTTP header, whose charset counts when `page` is bytes.
    `reference_date` is when the page was fetched: dates without a year and "3 hours ago" count from it; without it they are no dates.
    `limits` say how much of the page is read; what they cut stands in `truncated`.

    A page with no article gives an `Article` whose `is_article` is False, with whatever was found. TypeError if `page` is something else.

    >>> extract("<h1>Ferry returns</h1><p>The island ferry sails again from Monday, the council said.").title
    'Ferry returns'
    >>> extract("").body
    ''
    >>> extract("<p>The island ferry sails again.", limits=Limits(bytes=12)).truncated
    ('Of 32 characters the first 12 were read.',)
    """
    return explain(page, url, content_type, reference_date=reference_date, limits=limits).article


def explain(
    page: PageInput,
    url: str | None = None,
    content_type: str | None = None,
    *,
    reference_date: datetime | None = None,
    limits: Limits = LIMITS,
) -> Report:
    """The same run as `extract`, with its reasons.

    The report has a label and a rule for every character of the page, and says where each field was
    read. ExtractionError, from its cause, if a stage fails: that is a bug of newsclean.
    """
    given = _page_of(page)
    address = _address(url)
    try:
        budget = Budget(limits.seconds)
        decoded = decode(given, content_type, limits, budget)
        parsed = parse(decoded.text, address, limits, budget)
        parsed, labels = label_displayed(parsed, budget)
        copies = collapse(parsed.blocks, labels.body, labels.scores, budget)
        return assemble(decoded, parsed, labels, copies, reference_date, budget)
    except NewscleanError:
        raise
    except Exception as error:
        message = f"newsclean failed on this page: {type(error).__name__}: {error}"
        raise ExtractionError(message) from error


def _address(url: str | None) -> str | None:
    """The address, None if it is none that could be taken apart."""
    address = replace_invalid(url or "")[0].strip()
    try:
        urlsplit(address)
    except ValueError:
        return None
    return address or None


def _page_of(page: object) -> bytes | str:
    """The page as bytes or text. TypeError if it is neither, nor an lxml tree."""
    if isinstance(page, bytearray | memoryview):
        return bytes(page)
    if isinstance(page, etree._Element | etree._ElementTree):
        return _markup_of(page)
    if not isinstance(page, bytes | str):
        raise TypeError(
            f"newsclean reads bytes, str or an lxml tree, not {type(page).__name__}; "
            "give the page itself, not its address"
        )
    return page


def _root(tree: Any) -> etree._Element | None:
    return tree.getroot()  # type: ignore[no-any-return]  # the stubs know no document without a root


def _markup_of(tree: etree._Element | etree._ElementTree) -> str:
    """An element as HTML; or a document, whose root may have siblings, or be missing."""
    root: etree._Element | None = tree if isinstance(tree, etree._Element) else _root(tree)
    if root is None:
        # An XSLT result without an element may be text all the same.
        text = str(tree) if isinstance(tree, etree._XSLTResultTree) else ""
        return text if not text.startswith("<?xml") else "<!doctype html>" + text
    if root is tree or root.getparent() is not None:
        return "<!doctype html>" + etree.tostring(
            root, encoding="unicode", method="html", with_tail=False
        )
    nodes = (*reversed([*root.itersiblings(preceding=True)]), root, *root.itersiblings())
    return "<!doctype html>" + "".join(
        etree.tostring(node, encoding="unicode", method="html") for node in nodes
    )
