"""The article that a caller gets, and its parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any

from newsclean.model.credit import Credit
from newsclean.model.page import Image
from newsclean.model.paragraph import Chunk, Kind, Paragraph
from newsclean.model.pickling import get_state, set_state
from newsclean.model.representation import one_line, shorten
from newsclean.model.rights import NO_RIGHTS, Rights
from newsclean.model.value import Value

# Earlier pickles name Credit, Kind and Paragraph as parts of this module.
__all__ = ["Article", "Credit", "Kind", "Paragraph"]


@dataclass(frozen=True, slots=True, eq=False, repr=False, kw_only=True)
class Article(Value):
    """A clean, structured news article. A field that the page does not state is None or empty.

    Attributes:
        title: The headline, without the name of the site.
        kicker: The line above the headline (引题, Dachzeile).
        subtitle: The line, or standfirst, below the headline (副题, deck).
        titles: Other titles that the page states for itself, as (origin, text): "search" for
            <title>, "social" for og:title and twitter:title, "data" for JSON-LD and the other meta
            elements, "page" for a printed heading that is not the title.
        description: What the metadata say that the article is about, as they state it.
        date: When the article was published, as printed; it has a time zone only if the page
            states one.
        date_text: The text that `date` was read from.
        updated: When the article was last changed, if the page states that as well.
        source: The outlet or agency that is credited with the text (来源), not the site.
        authors: The names of the people who wrote the article.
        credits: The desk: editors, proofreaders, photographers, each with their role.
        paragraphs: The body, paragraph by paragraph.
        url: The canonical address.
        next_page: The address of the next page of the same article; see `newsclean.join`.
        site_name: The publisher of the page.
        language: A BCP 47 tag such as "en" or "zh-Hans".
        section: The path of sections to the article, outermost first.
        tags: The article's keywords.
        images: The lead picture first, then the pictures between the paragraphs.
        registrations: Numbers printed in the footer, as (kind, number): ("icp", "豫ICP备…号-1").
        paywalled: Whether the text is only for those who pay.
        rights: What the page states about the use of its text: licence, robots, data mining.
        copies: How often the page contains the article.
        quality: The probability that the body is right, from 0 to 1.
        is_article: Whether the page is an article at all.
        article_probability: The learned probability that it is one, from 0 to 1; None where a rule
            decided.
        page_type: news or article for an article; else what the page says it is: forum, product,
            listing, profile, questions, recipe, event, service, video; None if it does not say.
        encoding: The Python codec that the bytes were read with; None for text.
        truncations: A sentence for each part of the page that a limit cut off.
        faults: A sentence for each field reader that failed; its fields are empty.
    """

    title: str | None = None
    kicker: str | None = None
    subtitle: str | None = None
    titles: tuple[tuple[str, str], ...] = ()
    description: str | None = None
    date: datetime | None = None
    date_text: str | None = None
    updated: datetime | None = None
    source: str | None = None
    authors: tuple[str, ...] = ()
    credits: tuple[Credit, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    url: str | None = None
    next_page: str | None = None
    site_name: str | None = None
    language: str | None = None
    section: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    images: tuple[Image, ...] = ()
    registrations: tuple[tuple[str, str], ...] = ()
    paywalled: bool = False
    rights: Rights = NO_RIGHTS
    copies: int = 1
    quality: float = 0.0
    is_article: bool = False
    article_probability: float | None = None
    page_type: str | None = None
    encoding: str | None = None
    truncations: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()

    __getstate__ = get_state
    __setstate__ = set_state

    @property
    def body(self) -> str:
        """The paragraphs' texts, with a line feed between them; a video has none."""
        return "\n".join(
            paragraph.text
            for paragraph in self.paragraphs
            if paragraph.text or paragraph.kind is not Kind.EMBED
        )

    def date_in(self, zone: tzinfo) -> datetime | None:
        """The date in a time zone, which makes the dates of all articles comparable.

        A date without a zone is taken to be in this zone, because pages without a zone print local
        time. None if there is no date; TypeError if `zone` is not a tzinfo.

        >>> from datetime import UTC
        >>> Article(date=datetime.fromisoformat("2024-09-12T18:06+08:00")).date_in(UTC).isoformat()
        '2024-09-12T10:06:00+00:00'
        >>> Article(date=datetime(2024, 9, 12, 18, 6)).date_in(UTC).isoformat()
        '2024-09-12T18:06:00+00:00'
        >>> Article().date_in(UTC)
        """
        if not isinstance(zone, tzinfo):
            raise TypeError(
                f"zone must be a tzinfo, not {type(zone).__name__}: give datetime.UTC, or "
                'zoneinfo.ZoneInfo("Asia/Shanghai")'
            )
        if self.date is None:
            return None
        if self.date.utcoffset() is None:
            return self.date.replace(tzinfo=zone)
        try:
            return self.date.astimezone(zone)
        except OverflowError:  # a day before the year 1 or after 9999: the same moment, unchanged
            return self.date

    @property
    def fingerprint(self) -> str | None:
        """A 64-bit SimHash of the body, as 16 hexadecimal digits; None under 50 tokens.

        Reprints of a text differ in few bits: `newsclean.output.fingerprint` says how it is made.
        """
        from newsclean.output.fingerprint import fingerprint_of

        return fingerprint_of(self.body)

    def to_dict(self) -> dict[str, Any]:
        """The article as JSON-ready values: dates in ISO 8601, tuples as lists.

        `body` is included for readers, and `schema` and `newsclean_version` say what wrote it;
        `from_dict` reads none of the three back.
        """
        from newsclean.output.serialize import article_to_dict

        return article_to_dict(self)

    @classmethod
    def from_dict(cls, found: Mapping[str, Any], *, strict: bool = True) -> Article:
        """The article that `to_dict` made this from.

        A key that it lacks gets the default; the NaN of a pandas table is null.

        Args:
            found: What `to_dict` gave, or JSON of it that was read.
            strict: Whether a key that is not an article's is an error. Give False to read what a
                later version wrote, without the keys that this version does not know.

        Raises:
            TypeError: `found` is not a mapping.
            ArticleFormatError: A key or a value is not an article's.
        """
        from newsclean.output.serialize import article_from_dict

        return article_from_dict(found, strict)

    def to_markdown(
        self, *, links: bool = True, images: bool = True, front_matter: bool = False
    ) -> str:
        """The article as CommonMark with GitHub's tables, the page's own text escaped.

        `links` and `images` say whether those are written; `front_matter` puts the fields before
        the text, as YAML.
        """
        from newsclean.output.markdown import to_markdown

        return to_markdown(self, links=links, images=images, front_matter=front_matter)

    def __repr__(self) -> str:
        facts = [self.date.isoformat(" ", "minutes")] if self.date else []
        facts += [self.source] if self.source else []
        facts += [f"{len(self.paragraphs)} paragraphs", f"{len(self.body):,} characters"]
        facts.append(f"quality {self.quality:.2f}" if self.is_article else "not an article")
        return f"<Article {shorten(self.title)}: {', '.join(map(one_line, facts))}>"

    def to_text(self, separator: str = "\n\n") -> str:
        """The headline with the lines above and below it, and the paragraphs, as plain text.

        A video is its address.

        >>> Article(title="Ferry returns").to_text()
        'Ferry returns'
        """
        head = (self.kicker, self.title, self.subtitle)
        parts = (*head, *(paragraph.text or paragraph.address for paragraph in self.paragraphs))
        return separator.join(part for part in parts if part)

    def chunks(self, max_chars: int) -> tuple[Chunk, ...]:
        """The body in pieces of at most this many characters, each with its path of headings.

        Only a paragraph that is longer by itself is divided. ValueError if `max_chars` is no whole
        number of 1 or more.
        """
        from newsclean.output.chunks import chunks_of

        return chunks_of(self, max_chars)

    def to_json(self) -> str:
        """What `to_dict` gives as JSON, with two spaces for each level."""
        import json

        return json.dumps(self.to_dict(), ensure_ascii=False, indent=2)

    def to_html(self, *, images: bool = True) -> str:
        """The article as one `article` element, safe to show whatever the page held.

        Pictures are loaded when it is shown; `images=False` leaves them out.
        """
        from newsclean.output.html import to_html

        return to_html(self, images=images)

    def to_tei(self, *, images: bool = True) -> str:
        """The article as a document of TEI P5, to be written as UTF-8.

        Its header has the fields, its body the paragraphs with their structure and marks, in
        divisions under their headings; `images=False` leaves the pictures out.
        """
        from newsclean.output.tei import to_tei

        return to_tei(self, images=images)

    def _repr_html_(self) -> str:
        from newsclean.output.card import to_html

        return to_html(self)

    def _repr_markdown_(self) -> str:
        return self.to_markdown()
