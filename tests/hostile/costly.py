"""Megabytes of what is slow to parse in markup and JSON: references, attributes, line ends."""

from __future__ import annotations

from collections.abc import Callable

from tests.hostile.article import PARAGRAPHS, page

SIZE = 15_000_000
"""The number of such characters: a little less than the default limit of a page."""
DATA = 2_900_000
"""The number of characters of JSON: a little less than the limit of embedded data."""

REFERENCES = (
    "&#0",
    "&#0;",
    "&#0 ",
    "&#1;",
    "&#xD8",
    "&#xD800;",
    "&#99999999;",
    "&#x110000;",
    "&#65;",
    "&#10;",
    "&#x4e00; ",
    "&#19968;",
    "&#x1f600;",
    "&#0&#00 ",
    "&#x4e00;&#x4e01;",
    "&#",
    "&#x",
    "&",
    "& ",
    "&x",
    "&;",
    "&nosuch;",
    "&amp;",
    "&lt;",
    "&quot;",
    "&eacute;",
)
ATTRIBUTES: dict[str, Callable[[int], str]] = {
    "equal": lambda _: " a=1",
    "without a value": lambda i: f" a{i}",
    "different": lambda i: f" a{i}=1",
    "with a date": lambda i: f" data-date-{i}=1",
    "with tags in them": lambda i: f" a{i}='<>'",
    "of quotation marks": lambda _: " \" '",
}
LINE_ENDS = {
    "CR": "\r",
    "NEL": "\x85",
    "U+2028": "\u2028",
    "form feed": "\f",
    "file separator": "\x1c",
}


def _of(piece: str, size: int = SIZE) -> str:
    return piece * (size // len(piece))


def _attributes(make: Callable[[int], str], size: int = SIZE) -> str:
    return "".join(map(make, range(size // len(make(10_000_000)))))


def _json_ld(value: str) -> str:
    return f'<script type="application/ld+json">{value}</script>'


def _article_body(value: str, end: str = '"}') -> str:
    return _json_ld('{"@type": "NewsArticle", "articleBody": "' + value + end)


PAGES: dict[str, Callable[[], bytes | str]] = {
    **{
        f"15 MB of {piece} in a paragraph": (
            lambda piece=piece: page(before=f"<p>{_of(piece)}</p>")  # type: ignore[misc]
        )
        for piece in REFERENCES
    },
    **{
        f"15 MB of {piece} in an attribute": (
            lambda piece=piece: page(before=f'<p title="{_of(piece)}">Menu</p>')  # type: ignore[misc]
        )
        for piece in ("&#0", "&#x4e00; ", "&amp;", "&nosuch;")
    },
    "15 MB of &#0; in a title": lambda: page(head=f"<title>{_of('&#0;')}</title>"),
    "15 MB of different references": lambda: page(
        before="<p>"
        + "".join(f"&#{number};" for number in range(20_000, 20_000 + SIZE // 9))
        + "</p>"
    ),
    **{
        f"15 MB of lines in <pre> by {sign}": (
            lambda sign=sign: page(after=f"<pre>{_of('x' + sign)}</pre>")  # type: ignore[misc]
        )
        for sign in ("\r", "&#10;", "&NewLine;")
    },
    **{
        f"15 MB of attributes {name}": (
            lambda make=make: page(before=f"<p{_attributes(make)}>Menu</p>")  # type: ignore[misc]
        )
        for name, make in ATTRIBUTES.items()
    },
    "15 MB of attributes in an end tag": lambda: page(
        before=f"<p>Menu</p{_attributes(ATTRIBUTES['different'])}>"
    ),
    "1,000 tags with 1,500 attributes": lambda: page(
        before=f"<p{_attributes(ATTRIBUTES['different'], 15_000)}>Menu</p>" * 1000
    ),
    **{
        f"15 MB of {name}s in a paragraph": (
            lambda sign=sign: page(after=f"<p>{_of('x' + sign)}</p>")  # type: ignore[misc]
        )
        for name, sign in LINE_ENDS.items()
    },
    **{
        f"15 MB of {piece}": (lambda piece=piece: page(before=_of(piece)))  # type: ignore[misc]
        for piece in ("<!---->", "<!-->", "<!---->x", "<!>", "<?>", "</>", "<", "<style></style>")
    },
    "15 MB of comments that do not end": lambda: page(after=_of("<!--")),
    **{
        f"articleBody of 3 MB of {piece!r}": (
            lambda piece=piece: page(head=_article_body(_of(piece, DATA)))  # type: ignore[misc]
        )
        for piece in ("word and word. ", "一段话，", "\\u4e00", '\\"')
    },
    "articleBody of 3 MB without an end": lambda: page(head=_article_body(_of("word. ", DATA), "")),
    **{
        f"JSON-LD of 3 MB of {piece}": (
            lambda piece=piece: page(head=_json_ld(f"[{_of(piece, DATA)}0]"))  # type: ignore[misc]
        )
        for piece in ("{},", '{"a":{}},', '"x",', "1234,")
    },
    "published dates in a script, 15 MB": lambda: page(
        head="<script>" + _of('publishedAt:"2024-05-10",') + "</script>"
    ),
}
"""Pages with an article, which must be kept whole."""

BARE: dict[str, Callable[[], bytes | str]] = {
    **{
        f"plain text, 15 MB of lines by {name}": (
            lambda sign=sign: _of("x" + sign)  # type: ignore[misc]
        )
        for name, sign in LINE_ENDS.items()
    },
    "plain text, the article and lines by CR": lambda: "\r".join(PARAGRAPHS) + _of("\rx"),
    **{
        f"articleBody of 3 MB of {piece!r} alone": (
            lambda piece=piece: page(head=_article_body(_of(piece, DATA)), body="<p>Menu")  # type: ignore[misc]
        )
        for piece in ("word and word. ", "<p>word and word.", "<p>&#0")
    },
    **{
        f"state of 3 MB of {piece}": (
            lambda piece=piece: page(  # type: ignore[misc]
                head=f"<script>window.__INITIAL_STATE__ = [{_of(piece, DATA)}0]</script>",
                body="<p>Menu",
            )
        )
        for piece in ('{"b":[]},', "[[],[]],", "{", "[")
    },
    **{
        f"15 MB of {name} as text": (lambda text=text: page(after=f"<p>{_of(text)}"))  # type: ignore[misc]
        for name, text in {"emoji": "\U0001f600", "emoji and spaces": "\U0001f600 "}.items()
    },
    "15 MB of lone surrogates": lambda: page(before="<p>" + _of("\ud800x") + "</p>"),
}
"""Pages without an article."""
