"""Why the article is as it is: a label for every character, and the evidence for each field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Generic, NamedTuple, TypeVar

from newsclean.model.article import Article
from newsclean.model.frozen import FrozenMapping
from newsclean.model.page import Decoded, Page
from newsclean.model.representation import shorten
from newsclean.model.value import Value

T = TypeVar("T")


class Label(StrEnum):
    """What a span of text on the page is. `KEPT` lists the labels of text that the article keeps.

    Attributes:
        BODY: Text of the article.
        TITLE: The headline.
        KICKER: The line above the headline.
        SUBTITLE: The line, or standfirst, below the headline.
        META: The printed line of date, source and the like near the headline.
        BYLINE: The line that names the authors.
        CREDIT: A desk role with its names.
        CAPTION: The caption of a picture. Where captions are the article, they are BODY.
        COPY: A further copy of text that is already in the article.
        NOTICE: Licence, copyright, disclaimer, hotline, registration number.
        NAVIGATION: Menus, breadcrumbs, page numbers, lists of links.
        RELATED: Teasers, previous and next article, "read more".
        SHARE: Share buttons, "follow us", print, font size, QR codes, player controls.
        COMMENT: Text by readers.
        ADVERT: Advertisement.
        HIDDEN: Text that the page does not display.
        OTHER: Not part of the article by its score, for no more specific reason.
    """

    BODY = "body"
    TITLE = "title"
    KICKER = "kicker"
    SUBTITLE = "subtitle"
    META = "meta"
    BYLINE = "byline"
    CREDIT = "credit"
    CAPTION = "caption"
    COPY = "copy"
    NOTICE = "notice"
    NAVIGATION = "navigation"
    RELATED = "related"
    SHARE = "share"
    COMMENT = "comment"
    ADVERT = "advert"
    HIDDEN = "hidden"
    OTHER = "other"


KEPT = frozenset(
    {
        Label.BODY,
        Label.TITLE,
        Label.KICKER,
        Label.SUBTITLE,
        Label.META,
        Label.BYLINE,
        Label.CREDIT,
    }
)
"""Labels of text that the article keeps, in its body or in a field."""


class Span(NamedTuple):
    """One decision about a piece of a block.

    Attributes:
        block: Index of the block in `report.page.blocks`.
        start: Offset of the first character in the block's text.
        end: Offset after the last character.
        label: What the characters are.
        rule: The rule or reader that decided.
        score: The learned probability that the block is body; None if a reader decided.
    """

    block: int
    start: int
    end: int
    label: Label
    rule: str
    score: float | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Removed(Value):
    """A piece of the page's text that is in neither the article's body nor a field.

    Attributes:
        label: What the text is.
        rule: The rule that says so.
        text: The text itself.
        block: Index of its block in `report.page.blocks`.
        start: Offset of its first character in the block's text.
        end: Offset after its last character.
    """

    label: Label
    rule: str
    text: str
    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Candidate(Value, Generic[T]):
    """A value that a field reader offers. In the evidence of a report the value is text.

    Attributes:
        value: The value.
        origin: Where it was found, such as "json-ld author" or "byline".
        text: The text of the page that it was read from.
        spans: The spans of the page that belong to the field and not to the body.
        signs: What speaks for or against the value, in fields that weigh their candidates.
    """

    value: T
    origin: str
    text: str = ""
    spans: tuple[Span, ...] = ()
    signs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Evidence(Value):
    """Where the value of a field came from.

    Attributes:
        chosen: The candidate that was taken; None if the field is empty.
        others: The other candidates, in the order in which they were read.
        confidence: The calibrated probability that the value is right, from 0 to 1; None for
            fields without counts, for empty ones, and for those that a rule of the user sets.
    """

    chosen: Candidate[str] | None = None
    others: tuple[Candidate[str], ...] = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Opinion(Value):
    """The body according to another method.

    Attributes:
        blocks: Indices of its blocks.
        agreement: The F1, over characters, between its body and that of the article, from 0 to 1.
    """

    blocks: tuple[int, ...]
    agreement: float


@dataclass(frozen=True, slots=True, eq=False, repr=False, kw_only=True)
class Report(Value):
    """One extraction with its reasons. It is immutable throughout: it can be hashed and pickled.

    Attributes:
        article: The article, equal to what `extract` returns.
        decoded: The decoded text, and how its encoding was determined.
        page: The parsed page: blocks, elements, metadata.
        spans: A label for every character of every block, in page order.
        evidence: For each field, where its value came from.
        copies: The block ranges (first, last) of further copies of the article.
    """

    article: Article
    decoded: Decoded
    page: Page
    spans: tuple[Span, ...]
    evidence: Mapping[str, Evidence] = field(default_factory=FrozenMapping)
    copies: tuple[tuple[int, int], ...] = ()

    def __post_init__(self) -> None:
        if not isinstance(self.evidence, FrozenMapping):
            object.__setattr__(self, "evidence", FrozenMapping(self.evidence))

    @property
    def removed(self) -> tuple[Removed, ...]:
        """Every span that is in neither the body nor a field, in page order."""
        blocks = self.page.blocks
        return tuple(
            Removed(label, rule, blocks[block].text[start:end], block, start, end)
            for block, start, end, label, rule, _ in self.spans
            if label not in KEPT
        )

    @property
    def paragraph_blocks(self) -> tuple[tuple[int, ...], ...]:
        """For each paragraph of the article, the indices of the blocks that its text is from.

        A paragraph that was read from the page's data has none.
        """
        from newsclean.output.citations import paragraph_blocks

        return paragraph_blocks(self)

    def to_dict(self) -> dict[str, Any]:
        """The report as JSON-ready values: article, decoding, evidence, and blocks with spans."""
        from newsclean.output.serialize import report_to_dict

        return report_to_dict(self)

    def second_opinion(self) -> Opinion:
        """The body according to readability-lxml, which is slow: use it where `quality` is low.

        >>> from newsclean import explain
        >>> text = "The ferry, which the island waited for, sails again. " * 9
        >>> explain(f"<div><p>{text}</div><ul><li><a href=/>Home</a></ul>").second_opinion()
        Opinion(blocks=(0,), agreement=1.0)
        """
        from newsclean.second_opinion import second_opinion

        return second_opinion(self)

    def to_html(self) -> str:
        """A self-contained page: verdict, body, the origin of each field, and what was removed."""
        from newsclean.output.report_page import to_html

        return to_html(self)

    def __repr__(self) -> str:
        kept = sum(span.end - span.start for span in self.spans if span.label in KEPT)
        total = sum(span.end - span.start for span in self.spans)
        return (
            f"<Report of {shorten(self.article.title)}: {len(self.page.blocks):,} blocks, "
            f"{kept:,} of {total:,} characters in the article>"
        )

    def _repr_html_(self) -> str:
        from newsclean.output.report_page import to_cell

        return to_cell(self)
