"""Why the article is as it is: a label for every character of the page, and the evidence for each field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from newsclean.model.article import Article
from newsclean.model.page import Decoded, Page


class Label(StrEnum):
    """What a span of text on the page is. All but the first seven are reported as removed."""

    BODY = "body"
    TITLE = "title"
    KICKER = "kicker"
    SUBTITLE = "subtitle"
    DATELINE = "dateline"  # the printed line of date, source and the like around the headline
    BYLINE = "byline"
    CREDIT = "credit"
    CAPTION = "caption"  # of a picture; where the captions are the article, they are body
    COPY = "copy"  # a further copy of text that stands in the article already
    NOTICE = "notice"  # licence, copyright, disclaimer, hotline, registration
    NAVIGATION = "navigation"
    RELATED = "related"  # teasers, previous and next, read more
    SHARE = "share"  # share, follow, print, font size, QR codes
    COMMENT = "comment"
    ADVERT = "advert"
    HIDDEN = "hidden"
    BOILERPLATE = "boilerplate"  # judged by its score to be none of the article, for no nearer reason


KEPT = frozenset({Label.BODY, Label.TITLE, Label.KICKER, Label.SUBTITLE, Label.DATELINE, Label.BYLINE, Label.CREDIT})
"""Labels of text that the article keeps, in its body or in a field."""


class Span(NamedTuple):
    """A decision: characters `start` to `end` of block `block` are `label`, because of `rule`."""

    block: int
    start: int
    end: int
    label: Label
    rule: str
    score: float | None = None  # the probability that it is body, where it was asked


@dataclass(frozen=True, slots=True)
class Removed:
    """A piece of the page's text that is not in the article's body or fields, what it is, and the rule that says so."""

    label: Label
    rule: str
    text: str
    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value that a field reader offered: where it was found, and the text it was read from."""

    value: str
    place: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a field's value came from, and what else was on offer."""

    chosen: Candidate | None
    others: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Opinion:
    """What another method would take for the body: its blocks, and the agreement with ours, an F1 over characters from 0 to 1."""

    blocks: tuple[int, ...]
    agreement: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One extraction with its reasons: the decoded text, the blocks, a label for every character, and the evidence for each field."""

    article: Article
    decoded: Decoded
    page: Page
    spans: tuple[Span, ...]
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    copies: tuple[tuple[int, int], ...] = ()  # block ranges [first, last) of the further copies

    @property
    def removed(self) -> tuple[Removed, ...]:
        """Every span that is not in the body or a field, in page order."""
        return tuple(
            Removed(span.label, span.rule, self.page.blocks[span.block].text[span.start : span.end], span.block, span.start, span.end)
            for span in self.spans
            if span.label not in KEPT
        )

    def to_dict(self) -> dict[str, Any]:
        """The article, how its bytes were read, the evidence for each field, and every block with its spans, as JSON-ready values."""
        from newsclean.output.serialize import report_to_dict

        return report_to_dict(self)

    def second_opinion(self) -> Opinion:
        """What readability-lxml would take for the body. Slow, and asked by nothing else: for pages whose `quality` is low.

        >>> from newsclean import explain
        >>> page = "<div><p>" + "The ferry, which the island waited for, sails again. " * 9 + "</div><ul><li><a href=/>Home</a></ul>"
        >>> explain(page).second_opinion()
        Opinion(blocks=(0,), agreement=1.0)
        """
        from newsclean.second_opinion import second_opinion

        return second_opinion(self)

    def to_html(self) -> str:
        """One self-contained page that shows every block with its labels, rules and scores; it loads and runs nothing."""
        from newsclean.output.report_page import to_html

        return to_html(self)
