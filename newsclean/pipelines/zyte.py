"""Scrapy and web-poet: an article as the standard item of `zyte_common_items`."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from newsclean.api import extract
from newsclean.errors import needing
from newsclean.model import Article

with needing("scrapy"):
    import zyte_common_items as zyte
    from web_poet import WebPage


def zyte_article(article: Article, url: str) -> zyte.Article:
    """The item of an article from this address."""
    images = [zyte.Image(url=image.src) for image in article.images]
    return zyte.Article(
        url=url,
        canonicalUrl=article.url,
        headline=article.title,
        description=article.subtitle,
        datePublished=_date(article.date or article.updated),
        datePublishedRaw=article.date_text,
        dateModified=_date(article.updated),
        authors=_list([zyte.Author(name=name) for name in article.authors]),
        breadcrumbs=_list([zyte.Breadcrumb(name=name) for name in article.section]),
        inLanguage=article.language.partition("-")[0] if article.language else None,
        mainImage=images[0] if images else None,
        images=_list(images),
        articleBody=article.body or None,
        metadata=zyte.ArticleMetadata(probability=article.quality),
    )


class NewscleanPage(WebPage[zyte.Article]):
    """A page object for any page of news: its item is the article on it."""

    async def to_item(self) -> zyte.Article:
        """The item of the page."""
        response = self.response
        address, header = str(response.url), response.headers.get("Content-Type")
        return zyte_article(extract(bytes(response.body), address, header), address)


def _date(value: datetime | None) -> str | None:
    """The date in the item's format, whose Z is UTC; one without a zone has none there either."""
    if value is None:
        return None
    return value.isoformat(timespec="seconds").replace("+00:00", "Z")


def _list(values: list[Any]) -> list[Any] | None:
    return values or None
