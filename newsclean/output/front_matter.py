"""What is known of an article as YAML, for the head of a Markdown file."""

from __future__ import annotations

import json

from newsclean.model import Article


def front_matter(article: Article) -> str:
    """The fields that have a value, between lines of hyphens.

    A text of JSON is a text of YAML, so each value is written as one.

    >>> print(front_matter(Article(title="Ferry returns", authors=("Jane Roe",))), end="")
    ---
    title: "Ferry returns"
    authors: ["Jane Roe"]
    ---
    <BLANKLINE>
    """
    fields = {
        "title": article.title,
        "kicker": article.kicker,
        "subtitle": article.subtitle,
        "date": article.date.isoformat() if article.date else None,
        "updated": article.updated.isoformat() if article.updated else None,
        "source": article.source,
        "authors": list(article.authors),
        "url": article.url,
        "site_name": article.site_name,
        "language": article.language,
        "section": list(article.section),
        "tags": list(article.tags),
    }
    lines = [f"{name}: {_yaml(value)}" for name, value in fields.items() if value]
    return "\n".join(("---", *lines, "---", "", ""))


def _yaml(value: object) -> str:
    # YAML takes some characters for line ends, or allows them only as references.
    text = json.dumps(value, ensure_ascii=False)
    return "".join(c if c.isprintable() else json.dumps(c)[1:-1] for c in text)
