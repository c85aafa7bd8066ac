"""JSON-LD as pages write it: often broken, sometimes hostile. What can be read is read.

This is the one reader of JSON-LD: it knows the objects of a page, which of them is the article, and
how a reference by `@id` is resolved. Nothing here raises.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from newsclean.text.characters import replace_invalid, unescape
from newsclean.text.patterns import lazy

Node = dict[str, Any]
"""One object of JSON-LD."""

TRAILING_COMMA = lazy(r",(?=\s{0,200}[}\]])")
COMMENT = lazy(r"^\s*(?:<!--|//<!\[CDATA\[|/\*.{0,200}?\*/)|(?:-->|//\]\]>)\s*$", re.S)
# Deeper and more than a template makes.
DEEPEST, MOST_NODES, LONGEST = 40, 5000, 5_000_000
# A name that is itself an object, in a list in a list.
DEEPEST_TEXT, MOST_ITEMS = 5, 100
# Readers of fields see no more of a value. The longest title, author or description in the meta
# elements of 1,050 pages has 2,739 characters; articleBody, which is longer, is read elsewhere.
LONGEST_TEXT = 10_000
ARTICLE_TYPES = lazy(r"Article|BlogPosting|Report|LiveBlog|Review|NewsItem|CreativeWork$")
# Of several objects that may be the article, the one that states most of these is.
ARTICLE_KEYS = ("headline", "datePublished", "author", "articleBody")


class JsonLd(NamedTuple):
    """The JSON-LD of a page.

    Attributes:
        nodes: Every object, outer ones before the ones inside them.
        article: The object that is the article; empty if there is none.
        named: The first object with a name under each `@id`.
    """

    nodes: tuple[Node, ...]
    article: Node
    named: Mapping[str, Node]

    @classmethod
    def from_scripts(cls, raws: Sequence[str]) -> JsonLd:
        """The JSON-LD in these scripts.

        >>> raw = '{"@graph": [{"@type": "NewsArticle", "author": {"@id": "#a"},},'
        >>> found = JsonLd.from_scripts([raw + '{"@id": "#a", "name": "Ann Lee"}]}'])
        >>> found.name_of(found.article["author"])
        'Ann Lee'
        >>> JsonLd.from_scripts(["{oops"]).nodes
        ()
        """
        nodes = _read(raws)
        named: dict[str, Node] = {}
        for node in nodes:
            if "name" in node and isinstance(node.get("@id"), str):
                named.setdefault(node["@id"], node)
        return cls(nodes, _article(nodes), named)

    def resolve(self, value: Any) -> Any:
        """The object that a value refers to by its `@id`; the value itself if it has a name."""
        if isinstance(value, dict) and "name" not in value and "@id" in value:
            reference = value["@id"]
            return self.named.get(reference, {}) if isinstance(reference, str) else {}
        return value

    def name_of(self, value: Any) -> str:
        """The name of an object, which may be given by reference; "" if it has none."""
        return text_of(self.resolve(value))

    def names_of(self, value: Any) -> list[str]:
        """The names of one object or of several, in lists and lists in lists.

        >>> JsonLd.from_scripts(()).names_of([[{"name": {"name": "Ann Lee"}}], None, "Bo Roe"])
        ['Ann Lee', 'Bo Roe']
        """
        items = _flat(value)
        return [name for item in items if (name := self.name_of(item))]

    def of_type(self, *types: str) -> Iterator[Node]:
        """The objects of one of these types."""
        for node in self.nodes:
            if not type_names(node).isdisjoint(types):
                yield node


def _flat(value: Any, depth: int = DEEPEST_TEXT) -> list[Any]:
    """The items of a list and of the lists in it; the value itself if it is none."""
    if not isinstance(value, list):
        return [value]
    return [item for part in value[:MOST_ITEMS] for item in _flat(part, depth - 1) if depth]


def type_names(node: Node) -> frozenset[str]:
    """The types of an object, which may state one or a list of them.

    >>> sorted(type_names({"@type": ["NewsArticle", "Article"]})), type_names({})
    (['Article', 'NewsArticle'], frozenset())
    """
    stated = node.get("@type")
    if isinstance(stated, str):
        return frozenset((stated,))
    return (
        frozenset(item for item in stated if isinstance(item, str))
        if isinstance(stated, list)
        else frozenset()
    )


def _read(raws: Sequence[str]) -> tuple[Node, ...]:
    nodes: list[Node] = []
    for raw in raws:
        for node in _nodes(_load(raw)):
            nodes.append(node)
            if len(nodes) >= MOST_NODES:
                return tuple(nodes)
    return tuple(nodes)


def _article(nodes: Sequence[Node]) -> Node:
    articles = [n for n in nodes if any(map(ARTICLE_TYPES.search, type_names(n)))]
    return max(articles, key=lambda node: sum(key in node for key in ARTICLE_KEYS), default={})


def text_of(value: Any) -> str:
    """The text of a JSON-LD value: itself, its name, or the first item's; "" if it has none.

    >>> text_of([{"@type": "Person", "name": " Ann&amp;Bo "}])
    'Ann&Bo'
    >>> text_of(7)
    ''
    """
    return next(iter(texts_of(value)), "")


def texts_of(value: Any, depth: int = DEEPEST_TEXT) -> list[str]:
    """The texts of a JSON-LD value, one or several, nested no deeper than templates nest them."""
    if not depth:
        return []
    if isinstance(value, str):
        text = " ".join(replace_invalid(unescape(value[:LONGEST_TEXT]))[0].split())
        return [text] if text else []
    if isinstance(value, dict):
        return texts_of(value.get("name") or value.get("@value") or value.get("@id"), depth - 1)
    if isinstance(value, list):
        return [text for item in value[:MOST_ITEMS] for text in texts_of(item, depth - 1)]
    return []


def _load(raw: str) -> Any:
    """The value of a script; failing that, of one without trailing commas and comments.

    A whole number of more than 4,300 digits, which Python refuses, becomes infinite.

    >>> _load('{"wordCount": %s, "author": "Jane Roe",}' % ("9" * 5000))
    {'wordCount': inf, 'author': 'Jane Roe'}
    """
    raw = raw.strip()[:LONGEST].rstrip("; \n")
    if "&quot;" in raw and '"' not in raw:
        raw = unescape(raw)
    with suppress(ValueError, RecursionError):
        return json.loads(raw, strict=False)
    with suppress(ValueError, RecursionError):
        mended = TRAILING_COMMA.sub("", COMMENT.sub("", raw))
        return json.loads(mended, strict=False, parse_int=float)
    return None


def _nodes(value: Any) -> Iterator[Node]:
    """Objects in the order in which they open, down to a depth."""
    open_values: list[Iterator[Any]] = [iter((value,))]
    while open_values:
        for item in open_values[-1]:
            if isinstance(item, dict):
                yield item
                item = item.values()
            elif not isinstance(item, list):
                continue
            if len(open_values) <= DEEPEST:
                open_values.append(iter(item))
                break
        else:
            open_values.pop()
