"""What frameworks for documents want of an article: a text, and a flat record about it."""

from __future__ import annotations

from typing import Any

from newsclean.model import Article


def metadata_of(article: Article, url: str | None) -> dict[str, Any]:
    """The metadata of an article under the keys that these frameworks use; only what is known.

    >>> metadata_of(Article(title="Ferry returns", authors=("Jane Roe",)), "https://example.org/a")
    {'source': 'https://example.org/a', 'title': 'Ferry returns', 'author': 'Jane Roe', \
'quality': 0.0, 'is_article': False}
    """
    found = {
        "source": url or article.url,
        "title": article.title,
        "author": ", ".join(article.authors),
        "date": article.date.isoformat() if article.date else None,
        "language": article.language,
        "publisher": article.source or article.site_name,
        "description": article.subtitle,
    }
    known = {name: value for name, value in found.items() if value}
    return {**known, "quality": round(article.quality, 4), "is_article": article.is_article}
