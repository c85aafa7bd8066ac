"""The header of a TEI document: what is known of the article and where it is from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time

from newsclean.model import Article
from newsclean.output.tei.xml import element, language_tag, lines, pointer, text
from newsclean.version import __version__

MADE = "Made from a web page by newsclean"


def header(article: Article) -> str:
    """The `teiHeader`: the article as a file, the page as its source, language and keywords."""
    file = lines(
        "fileDesc",
        [
            lines("titleStmt", [*_titles(article), *_responsible(article)]),
            lines("publicationStmt", [element("p", text(f"{MADE} {__version__}."))]),
            lines("sourceDesc", [lines("bibl", [*_source(article)])]),
        ],
    )
    profile = [*_profile(article)]
    return lines("teiHeader", [file, *([lines("profileDesc", profile)] if profile else [])])


def _titles(article: Article) -> Iterator[str]:
    """The headline; the lines above and below it are titles of their own."""
    yield element("title", text(article.title or ""), type="main")
    if article.kicker:
        yield element("title", text(article.kicker), type="kicker")
    if article.subtitle:
        yield element("title", text(article.subtitle), type="sub")


def _responsible(article: Article) -> Iterator[str]:
    for author in article.authors:
        yield element("author", text(author))
    for credit in article.credits:
        names = [element("name", text(name)) for name in credit.names]
        if names:
            role = element("resp", text(credit.role), n=credit.key)
            yield element("respStmt", role + "".join(names))


def _source(article: Article) -> Iterator[str]:
    """The page: the outlet that is credited published the text, and the site distributes it."""
    yield element("title", text(article.title or ""), level="a")
    for author in article.authors:
        yield element("author", text(author))
    publisher = article.source or article.site_name
    if publisher:
        yield element("publisher", text(publisher))
    if article.site_name and article.site_name != publisher:
        yield element("distributor", text(article.site_name))
    yield from _dates(article)
    if target := pointer(article.url or ""):
        yield element("ptr", target=target)
    if article.rights.license:
        licence = element(
            "licence", text(article.rights.license), target=pointer(article.rights.license)
        )
        yield element("availability", licence)


def _dates(article: Article) -> Iterator[str]:
    if article.date or article.date_text:
        printed = article.date_text or _stamp(article.date)
        yield element("date", text(printed or ""), type="published", when=_stamp(article.date))
    if article.updated:
        stamp = _stamp(article.updated)
        yield element("date", stamp or "", type="updated", when=stamp)


def _stamp(date: datetime | None) -> str | None:
    """The date as XML Schema has it, whose zones have no seconds; midnight is the day alone."""
    if date is None:
        return None
    if date.utcoffset() is None and date.time() == time.min:
        return date.date().isoformat()
    offset = date.utcoffset()
    if offset is not None and offset.total_seconds() % 60:
        date = date.replace(tzinfo=None)
    return date.isoformat(timespec="seconds")


def _profile(article: Article) -> Iterator[str]:
    if article.description:
        yield element("abstract", element("p", text(article.description)))
    if tag := language_tag(article.language):
        language = element("language", tag, ident=tag)
        yield element("langUsage", language)
    groups = [("section", article.section), ("tags", article.tags)]
    keywords = [
        element("keywords", "".join(element("term", text(word)) for word in words), n=name)
        for name, words in groups
        if words
    ]
    if keywords:
        yield lines("textClass", keywords)
