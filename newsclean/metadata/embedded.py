"""The article's text in a page's data, for pages that print none of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import repeat
from typing import Any, NamedTuple

from newsclean.model import UNLIMITED, Budget, Metadata
from newsclean.parse import parse
from newsclean.text.characters import replace_invalid
from newsclean.text.patterns import lazy

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
# A script that sets its state has done so after a few values; each that cannot be read costs one
# look at what follows.
MOST_VALUES = 12
# Where a value begins: an object, an array, or the string that a script has parsed.
VALUE = lazy(r'[{\[]|JSON\.parse\(\s{0,9}"')
# No number is wanted, and int refuses those of more than 4,300 digits.
DECODER = json.JSONDecoder(strict=False, parse_int=float)
PARAGRAPH = lazy(r"(?i:</?p[ >]|<br ?/?>\s{0,9}<br)")
# The number and the length that a server's components write before a text.
PUSHED = lazy(r"^[0-9a-f]{1,9}:T[0-9a-f]{1,9},")
# Data nested deeper than this is not made by a template.
DEEPEST = 60


class DataBody(NamedTuple):
    """The paragraphs that a page's data hold, where, and a sentence for each cut at a limit."""

    paragraphs: tuple[str, ...]
    place: str
    truncations: tuple[str, ...] = ()


class DataText(NamedTuple):
    """A text of the data, and whether it stands under a name that an article's text has."""

    text: str
    is_named: bool


def read_data_body(metadata: Metadata, budget: Budget = UNLIMITED) -> DataBody | None:
    """The article's text in JSON-LD, else the longest in the page's state; None without one.

    Text under a name that templates give to an article's goes before other text with paragraphs.
    """
    for place, raws in (("json-ld", metadata.json_ld), ("script", metadata.scripts)):
        texts = [
            text for raw in raws for data in _json(raw, budget) for text in _texts(data, budget)
        ]
        if texts:
            page = parse(replace_invalid(_best(texts))[0])
            shown = tuple(block.text for block in page.blocks if not block.hidden)
            if shown:
                return DataBody(shown, place, page.truncations)
    return None


def _best(texts: Sequence[DataText]) -> str:
    """The longest of the named texts, or of all; or the list of texts that it belongs to."""
    best = max(texts, key=lambda text: (text.is_named, len(text.text))).text
    return max((text.text for text in texts if best in text.text), key=len)


def _json(raw: str, budget: Budget = UNLIMITED) -> Iterator[Any]:
    """The JSON objects and arrays that a script holds, whatever stands around them.

    >>> list(_json('window.a = window.a || {}; window.b = {"text": ["x"]};'))
    [{}, {'text': ['x']}]
    >>> list(_json("function () { return 1 }")), list(_json('a = JSON.parse("[\\\\"x\\\\"]")'))
    ([], [['x']])
    """
    position = 0
    for _ in range(MOST_VALUES):
        budget.check()
        found = VALUE.search(raw, position)
        if found is None:
            return
        try:
            value, position = DECODER.raw_decode(raw, found.end() - 1)
            yield DECODER.decode(value) if isinstance(value, str) else value
        except (ValueError, RecursionError):
            position = max(position, found.end())


def _texts(data: Any, budget: Budget) -> Iterator[DataText]:
    """Texts long enough to be an article's, wherever they stand in the data."""
    stack: list[tuple[Any, str, int]] = [(data, "", 0)]
    for value, key, depth in budget.watch(iter(stack.pop, None)):
        if isinstance(value, str):
            yield from _text(value, key)
        elif isinstance(value, dict) or any(value):
            yield from _joined(value, key) if isinstance(value, list) else ()
            if depth < DEEPEST:
                inner = value.items() if isinstance(value, dict) else zip(repeat(""), value)
                stack += [
                    (item, name, depth + 1)
                    for name, item in inner
                    if item and isinstance(item, dict | list | str)
                ]
        if not stack:
            return


def _text(value: str, key: str) -> Iterator[DataText]:
    """A string, if it is long enough and is named as a text, or has paragraphs."""
    is_named = key in BODY_KEYS
    if len(value) >= SHORTEST_BODY and (is_named or _has_paragraphs(value)):
        yield DataText(_without_length(value), is_named)


def _joined(items: list[Any], key: str) -> Iterator[DataText]:
    """The paragraphs of a list in which each is a string, or an object that holds one."""
    lines = [_without_length(line) for item in items if item and (line := _line(item))]
    if not lines:
        return
    is_named = key in BODY_KEYS
    if is_named or sum(map(_has_paragraphs, lines)) > len(lines) // 2:
        text = "\n".join(lines)
        if len(text) >= SHORTEST_BODY:
            yield DataText(text, is_named)


def _without_length(text: str) -> str:
    return PUSHED.sub("", text, 1)


def _has_paragraphs(text: str) -> bool:
    """Whether a text is HTML of paragraphs.

    >>> _has_paragraphs("<p>The ferry sails again.</p>"), _has_paragraphs("<b>1 < 2</b>")
    (True, False)
    """
    return PARAGRAPH.search(text) is not None


def _line(item: Any) -> str:
    """The text of one paragraph in a list: a string, or an object with one under a usual name."""
    if isinstance(item, dict):
        item = next((item[key] for key in BODY_KEYS if isinstance(item.get(key), str)), "")
    return item if isinstance(item, str) else ""
