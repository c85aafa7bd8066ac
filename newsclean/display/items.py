"""What is displayed: articles, reports, or the results of `extract_many`, read as one type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from newsclean.many import Result
from newsclean.model import Article, Label, Report
from newsclean.output.palette import count_characters

# The longest address that browsers and servers agree on; anything longer is data.
LONGEST_NAME = 2_000
Source = Article | Report | Result


@dataclass(frozen=True, slots=True)
class Item:
    """One page.

    Attributes:
        name: Its address, or how else it is called.
        article: Its article; None if it could not be read.
        error: Why it could not be read.
        characters: How many characters of it have each label, if its report is known.
    """

    name: str
    article: Article | None
    error: str = ""
    characters: Mapping[Label, int] = field(default_factory=dict)

    @property
    def quality(self) -> float:
        """The quality of the article, 0 without one: what is displayed first is to be looked at."""
        return self.article.quality if self.article and self.article.is_article else 0.0

    @property
    def site(self) -> str:
        """The host of its address, else the name of its site."""
        address = (self.article.url if self.article else None) or self.name
        try:
            host = urlsplit(address).hostname
        except ValueError:
            host = None
        named = self.article.site_name if self.article else None
        return (host or named or "(not known)").removeprefix("www.")


def read_items(sources: Source | Iterable[Source]) -> Iterator[Item]:
    """The items, one by one. TypeError for a value that cannot be displayed."""
    if isinstance(sources, Source):
        sources = (sources,)
    for index, source in enumerate(sources):
        yield _read(source, index)


def _read(source: object, index: int) -> Item:
    match source:
        case Article():
            return Item((source.url or f"page {index}")[:LONGEST_NAME], source)
        case Report():
            name = (source.article.url or f"page {index}")[:LONGEST_NAME]
            return Item(name, source.article, characters=count_characters(source.spans))
        case Result():
            name = source.url if isinstance(source.url, str) else str(source.id)
            return Item(name[:LONGEST_NAME], source.article, source.error or "")
    raise TypeError(
        f"item {index} must be an Article, a Report or a Result of extract_many, "
        f"not {type(source).__name__}: extract the page first"
    )
