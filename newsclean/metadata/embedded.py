"""The article's text in a page's data, for pages that print none of it: JSON-LD, and the state that scripts carry."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from newsclean.model import UNLIMITED, Budget, Metadata
from newsclean.parse import parse
from newsclean.text.characters import replace_invalid

BODY_KEYS = (
    "articleBody",
    "articlebody",
    "article_body",
    "contentHtml",
    "content",
    "body",
    "bodyText",
    "html",
    "text",
    "paragraphs",
    "value",
)
# An article's text is longer than any title, teaser or licence that a page's data carry beside it.
SHORTEST_BODY = 200
# A script that sets its state has done so after a few values; each that cannot be read costs one look at what follows.
MOST_VALUES = 12
# Data nested deeper than this is not made by a template.
DEEPEST = 60


@dataclass(frozen=True, slots=True)
class DataBody:
    """The paragraphs that a page's data hold, where, and a sentence for each cut at a limit."""

    paragraphs: tuple[str, ...]
    place: str
    truncations: tuple[str, ...] = ()


def read_data_body(metadata: Metadata, budget: Budget = UNLIMITED) -> DataBody | None:
    """The article's text in JSON-LD, else the longest in the page's state; None without one."""
    for place, raws in (("json-ld", metadata.json_ld), ("script", metadata.scripts)):
        texts = [
            text for raw in raws for data in _json(raw, budget) for text in _bodies(data, budget)
        ]
        if texts:
            page = parse(replace_invalid(max(texts, key=len))[0])
            shown = tuple(block.text for block in page.blocks if not block.hidden)
            if shown:
                return DataBody(shown, place, page.truncations)
    return None


def _json(raw: str, budget: Budget = UNLIMITED) -> Iterator[Any]:
    """The JSON objects and arrays that a script holds, whatever stands around them.

    >>> list(_json('window.a = window.a || {}; window.b = {"text": ["x"]};'))
    [{}, {'text': ['x']}]
    >>> list(_json("function () { return 1 }"))
    []
    """
    # No number is wanted, and int refuses those of more than 4,300 digits.
    decoder = json.JSONDecoder(strict=False, parse_int=float)
    position = 0
    for _ in range(MOST_VALUES):
        budget.check()
        start = min(
            (at for at in (raw.find("{", position), raw.find("[", position)) if at >= 0), default=-1
        )
        if start < 0:
            return
        try:
            value, position = decoder.raw_decode(raw, start)
            yield value
        except (ValueError, RecursionError):
            position = start + 1


def _bodies(data: Any, budget: Budget) -> Iterator[str]:
    """Texts under the names that templates give to an article's text."""
    stack: list[tuple[Any, str, int]] = [({"": data}, "", 0)]
    for value, key, depth in budget.watch(iter(stack.pop, None)):
        if isinstance(value, dict):
            for name, item in value.items():
                if isinstance(item, str):
                    if name in BODY_KEYS and len(item) >= SHORTEST_BODY:
                        yield item
                elif item and depth < DEEPEST and isinstance(item, dict | list):
                    stack.append((item, name, depth + 1))
        else:
            lines = [line for item in value if (line := _line(item))] if key in BODY_KEYS else []
            if sum(map(len, lines)) >= SHORTEST_BODY:
                yield "\n".join(lines)
            if depth < DEEPEST:
                stack += [
                    (item, "", depth + 1)
                    for item in value
                    if item and isinstance(item, dict | list)
                ]
        if not stack:
            return


def _line(item: Any) -> str:
    """The text of one paragraph in a list of them: a string, or an object with a string under one of the names."""
    if isinstance(item, dict):
        item = next((item[key] for key in BODY_KEYS if isinstance(item.get(key), str)), "")
    return item if isinstance(item, str) else ""
