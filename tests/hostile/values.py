"""Hostile values where fields are read from: JSON-LD, meta tags, dates, credits, headings."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import Any

from tests.hostile.article import HEADLINE, PARAGRAPHS, page

MANY = 100_000
ODD: tuple[Any, ...] = (
    None,
    5,
    -1.5e308,
    True,
    [],
    {},
    [[[[]]]],
    {"@value": {"@value": []}},
    [None, 5, {}],
    "",
    "\ud800",
    {"name": {"name": 5}},
)
KEYS = (
    "@type",
    "@id",
    "@graph",
    "headline",
    "name",
    "datePublished",
    "dateModified",
    "dateCreated",
    "author",
    "creator",
    "publisher",
    "articleBody",
    "articleSection",
    "keywords",
    "isAccessibleForFree",
    "image",
    "url",
    "provider",
    "sourceOrganization",
    "itemListElement",
    "inLanguage",
)
DATES = (
    "2024-05-10T06:58:00+99:99",
    "2024-05-10T06:58:00+24:00",
    "2024-05-10T99:99:99Z",
    "2024-02-30",
    "9999-99-99",
    "0000-00-00",
    "2024-05-10T06:58:00.999999999999",
    "1" * 100_000,
    "2024" + "0" * 100_000,
    "1/" * 50_000,
    "2024-" * 20_000,
    "10:" * 50_000,
    "令和" * 30_000 + "6年5月1日",
    "二〇二四年" * 20_000,
    "10 May " * 20_000,
    "2024年05月10日" * 20_000,
    "下午" * 50_000 + "3:00",
    "٢٠٢٤-٠٥-١٠",
    "２０２４年５月１０日",
    "²⁰²⁴-05-10",
    "2024-05-10T06:58:00" + "+" * 50_000,
    "-99999999999999999999-01-01",
    "June 31, 2024 " * 10_000,
    "GMT+25:61",
    "昭和九十九年十三月四十日",
    "31.12.9999 24:00",
    "1.1.1 1:1",
    "Infinity",
    "NaN",
    "\0",
    "2024-05-10 24:00:00",
    "令和99年99月99日",
)


def _json_ld(data: Any) -> str:
    return (
        '<script type="application/ld+json">'
        f"{data if isinstance(data, str) else json.dumps(data)}</script>"
    )


def _in_head(data: Any) -> Callable[[], str]:
    return lambda: page(head=_json_ld(data))


def _article(**values: Any) -> dict[str, Any]:
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": HEADLINE,
        **values,
    }


def _odd_values() -> str:
    return page(
        head="".join(
            _json_ld({"@type": "NewsArticle", key: value}) for key in KEYS for value in ODD
        )
    )


JSON_LD: dict[str, Callable[[], str]] = {
    "100k arrays deep": _in_head("[" * MANY),
    "100k arrays deep and closed": _in_head("[" * MANY + "]" * MANY),
    "100k objects deep": _in_head('{"a":' * MANY + "1" + "}" * MANY),
    "900 objects deep": _in_head('{"author":' * 900 + "1" + "}" * 900),
    "10 MB of one text": lambda: page(
        head=_json_ld(_article(articleBody="word and word. " * 666_666))
    ),
    "10 MB of backslashes": _in_head('{"articleBody": "' + "\\" * 10_000_001),
    "quotes and backslashes": _in_head('{"articleBody": "' + '\\"' * 1_000_000 + '"'),
    "articleBody 100k times": _in_head('{"articleBody": "x" ' * MANY),
    "spaces after articleBody": _in_head(('"articleBody"' + " " * 1000 + ":") * 2000),
    "200k nodes": lambda: page(
        head=_json_ld({"@graph": [{"@type": "Article", "name": str(i)} for i in range(200_000)]})
    ),
    "20k scripts": lambda: page(head=_json_ld(_article()) * 20_000),
    "100k authors": lambda: page(
        head=_json_ld(_article(author=[{"name": f"Jo Roe {i}"} for i in range(MANY)]))
    ),
    "100k keywords": lambda: page(head=_json_ld(_article(keywords=[f"k{i}" for i in range(MANY)]))),
    "100k breadcrumbs": lambda: page(
        head=_json_ld({"@type": "BreadcrumbList", "itemListElement": [{"name": "News"}] * MANY})
    ),
    "every key with every odd value": _odd_values,
    "not JSON": _in_head("{oops" * MANY),
    "trailing commas": _in_head("[1," * 50_000),
    "commas and spaces": _in_head('{"a": "' + ("," + " " * 190) * 10_000 + '"'),
    "comments": _in_head("<!--" + "/*" * 50_000 + "-->"),
    "number of 100k digits": _in_head(
        '{"@type": "NewsArticle", "datePublished": ' + "9" * 100_000 + "}"
    ),
    "NaN and Infinity": _in_head(
        '{"@type": "NewsArticle", "datePublished": NaN, "author": Infinity, "headline": -Infinity}'
    ),
    "ids that refer to themselves": lambda: page(
        head=_json_ld(_article(author={"@id": "#a"}, **{"@id": "#a"}))
    ),
    "entities in every value": lambda: page(
        head=_json_ld(_article(author="&amp;" * MANY, publisher="&#xD800;&#0;"))
    ),
    "lone surrogates": _in_head(
        '{"@type": "NewsArticle", "author": "\\ud800", "articleBody": "\\udfff", "datePublished":'
        ' "\\u0000"}'
    ),
    "type of 1 MB": lambda: page(head=_json_ld({"@type": "Article" * 150_000})),
    "state of 10 MB": lambda: page(
        head=(
            "<script>window.__INITIAL_STATE__ ="
            f" {json.dumps({'a': [{'b': 'c' * 50}] * 150_000})}</script>"
        )
    ),
}

META: dict[str, Callable[[], str]] = {
    "100k equal ones": lambda: page(head='<meta name="author" content="Jo Roe">' * MANY),
    "100k other ones": lambda: page(
        head="".join(f'<meta name="n{i}" content="Jo Roe">' for i in range(MANY))
    ),
    "100k titles": lambda: page(
        head="".join(f'<meta property="og:title" content="{HEADLINE} {i}">' for i in range(MANY))
    ),
    "100k tags": lambda: page(
        head="".join(f'<meta property="article:tag" content="tag {i}">' for i in range(MANY))
    ),
    "100k empty ones": lambda: page(head='<meta name="og:site_name" content=" ">' * MANY),
    "100k links": lambda: page(head='<link rel="canonical" href="http://[">' * MANY),
    "5 MB in one": lambda: page(
        head="".join(
            f'<meta name="{name}" content="{"Jo Roe, " * 600_000}">'
            for name in ("author", "og:title", "description")
        )
    ),
    "separators in a title": lambda: page(
        head=f'<meta property="og:title" content="{" | - " * 20_000}">'
    ),
    "1,000 charsets": lambda: page(head="<meta charset=gbk><meta charset=utf-16>" * 1000),
    "refresh and policy": lambda: page(
        head=(
            '<meta http-equiv="refresh" content="0;url=//evil.example/"><meta http-equiv="x"'
            ' content="">'
        )
    ),
}

LINES: dict[str, Callable[[], str]] = {
    "100k credit lines": lambda: page(
        after="<p>编辑：林青 责任编辑：杨格、林涛 审核：周远</p>" * MANY
    ),
    "20k credits in a line": lambda: page(after="<p>" + "编辑：林青 " * 20_000 + "</p>"),
    "100k labels without names": lambda: page(after="<p>编辑：</p><p>来源：</p>" * (MANY // 2)),
    "100k bylines": lambda: page(before="<p>By Jo Roe and Max Poe</p>" * MANY),
    "100k Korean bylines": lambda: page(before="<p>이서연·박도윤 기자</p>" * MANY),
    "50k names in a line": lambda: page(
        after=f"<p>编辑：{'林青、' * 50_000}</p><p class=author>{'Jo Roe, ' * 50_000}</p>"
    ),
    "spaced roles": lambda: page(after=f"<p>{'责编 林青 ' * 30}x</p>" * 1000),
    "spaces in a role": lambda: page(
        after=f"<p>责{' ' * 3}编{' ' * 3}</p><p>{'责 编 ' * 26}</p>" * 5000
    ),
    "brackets without an end": lambda: page(
        after=f"<p>{'（记者 ' * 20_000}</p><p>{'【' * 50_000}</p>"
    ),
    "50k reporters in a paragraph": lambda: page(
        after=f"<p>{'本报记者林青5月9日报道。' * 50_000}</p>"
    ),
    "100k headings": lambda: page(before=f"<h1>{HEADLINE}</h1>" * MANY),
    "100k other headings": lambda: page(
        after="".join(f"<h2>Heading {i}</h2>" for i in range(MANY))
    ),
    "100k date lines": lambda: page(before="<p class=date>2024-05-10 06:58</p>" * MANY),
    "100k times": lambda: page(after='<time datetime="2024-05-10T06:58:00Z">May 10</time> ' * MANY),
    "breadcrumbs": lambda: page(before=f"<p>您现在的位置：{'首页 > ' * 20_000}</p>"),
    "licence numbers": lambda: page(
        after="<p>豫ICP备14012713号-1 豫公网安备 41080202000005号 举报电话：0391-8797000</p>"
        * 20_000
    ),
    "a description that is in every block": lambda: page(
        head=f'<meta name="description" content="{PARAGRAPHS[0]}">',
        after=f"<p>{PARAGRAPHS[0][:100]}</p>" * 50_000,
    ),
    "a title of one letter": lambda: page(
        head='<meta property="og:title" content="a">', after="<p>a</p>" * MANY
    ),
    "a long title and 50k blocks of it": lambda: page(
        head=f'<meta property="og:title" content="{"word " * 2000}">',
        after="<p>word word word</p>" * 50_000,
    ),
}

# What readers look for, again and again in one block, in the byline's element, and in a title and
# the metadata.
PIECES = (
    "…",
    "/",
    ".",
    "・",
    "-",
    "|",
    "(",
    "（",
    "、",
    ",",
    "：",
    "=",
    "1",
    "a",
    "一",
    "文",
    "/文",
    "。",
    "—",
    "«",
    "“",
    "【",
    "_",
    "@",
    "www.",
    "年",
    "1年",
    "1:",
    "1/",
    "·",
    ". ",
    "… ",
    "/ ",
    "1 ",
    "a ",
    "A ",
    "By ",
    "Jo Roe, ",
    "记者",
    "来源：",
    " > ",
    "&amp;",
    "http://",
)


def _again(piece: str) -> Callable[[], str]:
    text = piece * (MANY // len(piece))
    head = (
        f"<title>{text}</title><meta name=author content='{text}'><meta property='og:title'"
        f" content='{text}'>"
    )
    return lambda: page(head=head, before=f"<p class=author>{text}</p>", after=f"<p>{text}</p>")


def _dated(text: str) -> str:
    """A page that states a text as its date wherever a date may stand."""
    meta = f'<meta property="article:published_time" content="{text}">'
    printed = f"<p>{text}</p><time datetime='{text}'>{text[:190]}</time>"
    return page(head=meta + _json_ld(_article(datePublished=text)), before=printed)


PAGES: dict[str, Callable[[], str]] = {
    **{f"100 kB of {piece!r}": _again(piece) for piece in PIECES},
    **{f"JSON-LD: {name}": make for name, make in JSON_LD.items()},
    **{f"meta: {name}": make for name, make in META.items()},
    **{f"lines: {name}": make for name, make in LINES.items()},
    **{f"date {text[:24]!r} ({len(text)})": partial(_dated, text) for text in DATES},
}
