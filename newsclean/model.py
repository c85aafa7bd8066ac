"""Every value that one stage hands to the next, and the article at the end of them; all of them immutable.

`Element`, `Link`, `Mark`, `Stamp`, `Inline`, `Block` and `Span` are named tuples because a page makes thousands of them; the rest are
frozen dataclasses.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple


class NewscleanError(Exception):
    """Anything that newsclean itself refuses to do; the message says what to do instead."""


class Label(StrEnum):
    """What a span of text on the page is. All but the first eight are reported as removed."""

    BODY = "body"
    TITLE = "title"
    KICKER = "kicker"
    SUBTITLE = "subtitle"
    DATELINE = "dateline"  # the printed line of date, source and the like around the headline
    BYLINE = "byline"
    CREDIT = "credit"
    CAPTION = "caption"
    COPY = "copy"  # a further copy of text that stands in the article already
    NOTICE = "notice"  # licence, copyright, disclaimer, hotline, registration
    NAVIGATION = "navigation"
    RELATED = "related"  # teasers, previous and next, read more
    SHARE = "share"  # share, follow, print, font size, QR codes
    COMMENT = "comment"
    ADVERT = "advert"
    HIDDEN = "hidden"
    BOILERPLATE = "boilerplate"  # judged by its score to be none of the article, for no nearer reason


class Kind(StrEnum):
    """What a paragraph of the body is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    TABLE_ROW = "table_row"
    CAPTION = "caption"
    CODE = "code"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much of a page is read. Whatever is beyond is cut, and `article.truncated` tells what in a sentence for each cut.

    No one of 1,790 pages reaches the defaults: the largest has 74,318 tags and lines, 2,739 pieces, and 107,827 characters of text. A page of
    attacks takes no more than three seconds and 450 MB with them.
    """

    bytes: int = 64_000_000  # of the page as it is given, or characters of a text
    nodes: int = 80_000  # tags and lines of its source
    text: int = 500_000  # characters of visible text
    blocks: int = 4_000  # pieces of visible text: paragraphs, headings, menu entries
    seconds: float = 20.0  # of computing, after which no more of the page is parsed


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of the page's bytes, and how it was come by.

    `encoding` is the Python codec used, `declared` the label the page or its sender gave, `how` one of bom, utf-16, iso-2022, utf-8, http,
    meta, xml, detected, fallback, text. `bad_bytes` counts the replacement characters the decoder had to write. `notes` are sentences on
    anything a reader of the text should know (a lying label, text that was encoded twice, a cut at a limit).
    """

    text: str
    encoding: str | None = None
    declared: str | None = None
    how: str = "text"
    bad_bytes: int = 0
    notes: tuple[str, ...] = ()


class Element(NamedTuple):
    """An element that holds blocks. Its blocks are `page.blocks[first:last]`; its parent stands before it in `page.elements`."""

    parent: int  # index into page.elements, -1 for the root
    tag: str
    names: str  # class, id, role and itemprop in lower case, separated by spaces
    depth: int
    first: int
    last: int


class Link(NamedTuple):
    """The characters `start` to `end` of a block that are one hyperlink."""

    start: int
    end: int
    href: str


class Mark(NamedTuple):
    """The characters `start` to `end` of a block that stand in one inline element which says what they are."""

    start: int
    end: int
    tag: str
    names: str  # class, id, rel and itemprop, as in Element
    value: str  # `datetime`, `content` or `title` of a time or data element, else ""


class Stamp(NamedTuple):
    """A value that an element, or a script's `"publishedAt":`, states without printing it, such as `<time datetime>` and `<meta itemprop content>`."""

    block: int  # the block that it stands in, or before
    tag: str
    names: str  # as in Element; "published" for a script
    value: str


class Inline(NamedTuple):
    """An inline element that links the text inside it, or whose names say what that text is."""

    tag: str
    href: str
    names: str  # as in Element; "" where they say nothing of use
    value: str  # as in Mark


class Block(NamedTuple):
    """A run of text without a line break of the layout: a paragraph, a heading, a menu entry, a line before a `<br>`.

    White space is collapsed to single spaces; no other character is changed. Where links and marks stand is worked out when it is asked
    for, since most blocks are never asked.
    """

    text: str
    tag: str  # the nearest block-level element: p, h1, li, td, div …
    element: int  # that element's index in page.elements
    linked: int = 0  # characters in hyperlinks
    bold: int = 0  # characters in b or strong
    hidden: bool = False
    line: int = 0  # place among the lines that <br> makes of one element: 0, 1, 2 …
    pieces: tuple[str | Inline | None, ...] = ()  # the text as it stood, with each Inline at its start and None at its end

    @property
    def links(self) -> tuple[Link, ...]:
        """The block's hyperlinks, in the order of their ends."""
        return tuple(Link(start, end, inline.href) for inline, start, end in _placed(self.pieces) if inline.tag == "a")

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The block's inline elements that say what their text is, in the order of their ends."""
        return tuple(Mark(start, end, i.tag, i.names, i.value) for i, start, end in _placed(self.pieces) if i.names or i.tag == "time")


def _placed(pieces: tuple[str | Inline | None, ...]) -> list[tuple[Inline, int, int]]:
    """Where the inline elements stand in the text with its white space collapsed."""
    placed: list[tuple[Inline, int, int]] = []
    nested: list[Inline] = []  # open here, innermost last
    starts: list[int] = []  # of those in `nested` that have text; the others are innermost
    position = 0
    space = False
    for piece in pieces:
        if piece is None:
            inline = nested.pop()
            if len(starts) > len(nested):
                placed.append((inline, starts.pop(), position))
        elif isinstance(piece, Inline):
            nested.append(piece)
        elif words := piece.split():
            if position and (space or piece[0].isspace()):
                position += 1
            starts += [position] * (len(nested) - len(starts))
            position += len(" ".join(words))
            space = piece[-1].isspace()
        else:
            space = True
    placed.extend((inline, start, position) for inline, start in zip(nested, starts, strict=False))  # they go on in the next block
    return placed


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the page: its address, its text alternative, the block before which it stands, and the caption below it."""

    src: str
    alt: str = ""
    block: int = 0
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page says about itself outside its visible text."""

    title: str = ""  # the <title> element
    meta: tuple[tuple[str, str], ...] = ()  # (name or property or itemprop in lower case, content), in page order
    links: tuple[tuple[str, str], ...] = ()  # (rel, href) of <link>
    json_ld: tuple[str, ...] = ()  # raw text of each JSON-LD script
    scripts: tuple[str, ...] = ()  # raw text of scripts that may carry an article as data
    language: str = ""  # of <html lang>
    base: str = ""  # <base href>

    def stated(self) -> dict[str, str]:
        """The first non-empty content of each name."""
        found: dict[str, str] = {}
        for name, content in self.meta:
            if name not in found and (content := content.strip()):
                found[name] = content
        return found

    def first(self, *names: str) -> str:
        """The first non-empty content of the first of these names that has one, else ""."""
        for name in names:
            for key, content in self.meta:
                if key == name and content.strip():
                    return content.strip()
        return ""


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page: its blocks in reading order, the elements around them, and its metadata."""

    blocks: tuple[Block, ...]
    elements: tuple[Element, ...]
    metadata: Metadata
    images: tuple[Image, ...] = ()
    url: str | None = None
    plain: bool = False  # read from plain text, not from HTML
    truncated: tuple[str, ...] = ()  # a sentence for each thing that a limit cut
    stamps: tuple[Stamp, ...] = ()


class Span(NamedTuple):
    """A decision: characters `start` to `end` of block `block` are `label`, because of `rule`."""

    block: int
    start: int
    end: int
    label: Label
    rule: str
    score: float | None = None  # the learned probability that it is body, where it was asked


@dataclass(frozen=True, slots=True)
class Credit:
    """One desk role and the people in it: 责编 刘佳; Editing by Jane Roe.

    `role` is as printed, without inner spaces; `key` is the same role in every language (editor, proofreader, photographer …), or "" for a
    role the lexicon does not know.
    """

    role: str
    names: tuple[str, ...]
    text: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the body. `level` is a heading's rank (1-6) or a list item's depth (1 …), else 0."""

    kind: Kind
    text: str
    level: int = 0


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A clean, structured news article. A field that the page does not state is None or empty, never a guess."""

    title: str | None = None
    kicker: str | None = None
    subtitle: str | None = None
    date: datetime | None = None
    date_text: str | None = None
    updated: datetime | None = None
    source: str | None = None
    authors: tuple[str, ...] = ()
    credits: tuple[Credit, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    url: str | None = None
    site_name: str | None = None
    language: str | None = None
    section: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    images: tuple[Image, ...] = ()
    notices: tuple[tuple[str, str], ...] = ()  # facts of the footer: (kind, number), such as ("icp", "豫ICP备14012713号-1")
    paywalled: bool = False
    copies: int = 1
    quality: float = 0.0
    is_article: bool = False
    encoding: str | None = None
    truncated: tuple[str, ...] = ()

    @property
    def body(self) -> str:
        """The paragraphs' texts, one a line."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    def to_dict(self) -> dict[str, Any]:
        """This article as JSON-ready values: dates in ISO 8601, tuples as lists. `body` is included for readers; `from_dict` ignores it."""
        found = dataclasses.asdict(self)
        for key in ("date", "updated"):
            found[key] = found[key].isoformat() if found[key] else None
        return {**_listed(found), "body": self.body}

    @classmethod
    def from_dict(cls, found: Mapping[str, Any]) -> Article:
        """The article that `to_dict` made this from. NewscleanError if a key or a value is not an article's."""
        from newsclean.serialize import article_from_dict

        return article_from_dict(found)

    def to_markdown(self) -> str:
        """Headline, a line of date, source and authors, the body and the credits as CommonMark, with the page's own text escaped."""
        from newsclean.render.markdown import to_markdown

        return to_markdown(self)

    def _repr_html_(self) -> str:
        from newsclean.render.card import to_html

        return to_html(self)


def _listed(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _listed(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_listed(item) for item in value]
    return value


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
        from newsclean.serialize import report_to_dict

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
        from newsclean.render.report import to_html

        return to_html(self)


KEPT = frozenset({Label.BODY, Label.TITLE, Label.KICKER, Label.SUBTITLE, Label.DATELINE, Label.BYLINE, Label.CREDIT, Label.CAPTION})
"""Labels of text that the article keeps, in its body or in a field."""
