"""What readability-lxml would keep of a page, and how far it agrees with newsclean.

It is no part of an extraction: on doubtful pages its vote was measured to make the body worse
(docs/labeller.md), and it costs 116 ms a page. `Report.second_opinion` asks it for those who want
to know whether another method finds the same body.
"""

from __future__ import annotations

from itertools import islice

from newsclean.model import Label, Opinion, Report
from newsclean.parse import parse_html
from newsclean.parse.source import drop_attributes, prepare_source
from newsclean.text.patterns import lazy

# Readability's time grows faster than the page does. It reads the page up to so many characters and
# signs that may begin a tag; of 888 pages the longest has 5 million and the fullest 25,496.
LONGEST, MOST_TAGS = 4_000_000, 40_000
_TAG = lazy("<")


def second_opinion(report: Report) -> Opinion:
    """The blocks that readability-lxml keeps of a report's page.

    None for plain text, or if readability fails on the page.
    """
    blocks = report.page.blocks
    kept = (
        frozenset(_kept(report.decoded.text)) if blocks and not report.page.plain else frozenset()
    )
    theirs = frozenset(index for index, block in enumerate(blocks) if block.text in kept)
    ours = frozenset(span.block for span in report.spans if span.label is Label.BODY)
    size = [len(block.text) for block in blocks]
    both, all_of_both = (
        sum(size[i] for i in ours & theirs),
        sum(size[i] for i in ours) + sum(size[i] for i in theirs),
    )
    return Opinion(tuple(sorted(theirs)), 2 * both / all_of_both if all_of_both else 1.0)


def _kept(text: str) -> list[str]:
    """The texts of the blocks that readability keeps."""
    from readability import Document

    try:
        kept = Document(_beginning(text)).summary(html_partial=True)
    except Exception:  # readability raises whatever its parser does
        return []
    return [block.text for block in parse_html(kept).blocks]


def _beginning(text: str) -> str:
    """As much of a page as readability reads within seconds."""
    text = drop_attributes(prepare_source(text[:LONGEST]))
    beyond = next(islice(_TAG.finditer(text), MOST_TAGS, None), None)
    return text[: beyond.start()] if beyond else text
