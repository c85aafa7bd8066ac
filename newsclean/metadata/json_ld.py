"""JSON-LD as pages write it: often broken, sometimes hostile. What can be read is read; nothing raises."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from newsclean.text.characters import replace_invalid

Node = dict[str, Any]

TRAILING_COMMA = re.compile(r",(?=\s{0,200}[}\]])")
COMMENT = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[|/\*.{0,200}?\*/)|(?:-->|//\]\]>)\s*$", re.S)
# Deeper and more than a template makes.
DEEPEST, MOST_NODES, LONGEST = 40, 5000, 5_000_000
ARTICLE_TYPES = re.compile(r"Article|BlogPosting|Report|LiveBlog|Review|NewsItem|CreativeWork$")


def read_json_ld(raws: Sequence[str]) -> tuple[Node, ...]:
    """Every object in the page's JSON-LD, outer ones before the ones inside them.

    >>> nodes = read_json_ld(['{"@graph": [{"@type": "NewsArticle", "author": {"@type": "Person"},}]}'])
    >>> [node["@type"] for node in nodes if "@type" in node]
    ['NewsArticle', 'Person']
    >>> read_json_ld(["{oops"])
    ()
    """
    nodes: list[Node] = []
    for raw in raws:
        for node in _nodes(_load(raw)):
            nodes.append(node)
            if len(nodes) >= MOST_NODES:
                return tuple(nodes)
    return tuple(nodes)


def article_node(nodes: Sequence[Node]) -> Node:
    """The object that is the article: of the types that articles have, the one that says most; {} if there is none."""
    articles = [node for node in nodes if ARTICLE_TYPES.search(text_of(node.get("@type")))]
    return max(articles, key=lambda node: sum(key in node for key in ("headline", "datePublished", "author", "articleBody")), default={})


def text_of(value: Any) -> str:
    """The text of a JSON-LD value: itself, its name, or that of the first of several; "" if it has none.

    >>> text_of([{"@type": "Person", "name": " Ann&amp;Bo "}])
    'Ann&Bo'
    >>> text_of(7)
    ''
    """
    return next(iter(texts_of(value)), "")


def texts_of(value: Any, depth: int = 3) -> list[str]:
    """The texts of a JSON-LD value that may be one or several, in objects and lists no deeper than a template makes them."""
    if not depth:
        return []
    if isinstance(value, str):
        text = " ".join(replace_invalid(html.unescape(value))[0].split())
        return [text] if text else []
    if isinstance(value, dict):
        inner = value.get("name") or value.get("@value") or value.get("@id")
        return texts_of(inner if not isinstance(inner, dict) else None, depth - 1)
    if isinstance(value, list):
        return [text for item in value[:100] if not isinstance(item, list) for text in texts_of(item, depth - 1)]
    return []


def _load(raw: str) -> Any:
    raw = raw.strip()[:LONGEST].rstrip("; \n")
    try:
        return json.loads(raw, strict=False)
    except (ValueError, RecursionError):
        pass
    try:
        return json.loads(TRAILING_COMMA.sub("", COMMENT.sub("", raw)), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: Any) -> Iterator[Node]:
    stack = [(value, 0)]
    while stack:
        item, depth = stack.pop()
        if depth > DEEPEST:
            continue
        if isinstance(item, dict):
            yield item
            stack.extend((inner, depth + 1) for inner in reversed(item.values()) if isinstance(inner, dict | list))
        elif isinstance(item, list):
            stack.extend((inner, depth + 1) for inner in reversed(item) if isinstance(inner, dict | list))
