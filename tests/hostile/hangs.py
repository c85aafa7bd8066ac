"""Pages on which a reader may hang or fail, or take hidden text for the article."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import Any

from tests.hostile.article import ARTICLE, BODY, HEADLINE, HIDDEN, page

# As many signs as Python makes no number of.
DIGITS = "9" * 4301
ROLES = "责编 编辑 审核 校对 统筹 策划 监制 排版 设计 摄影 剪辑 撰稿 翻译 主播 终审 复审 初审 制图"
# Twenty-four times in a line, a line of each: what names and what people do may be told apart in
# more ways than anybody can count.
PAIRS = (
    "责编 林青 ",
    "责编 编辑 ",
    "責任編輯 林青 ",
    "来源 编辑 ",
    "编辑：林青 审核 ",
    "记者 林青 ",
    "文/林青 图/林青 ",
    "（记者 林青 编辑 ）",
    "기자 이서연 ",
    "글 이서연 사진 ",
    "文・林 写真・林 ",
    "取材 林 撮影 ",
    "By Jo Roe ",
    "Jo Roe Photo ",
    "Text Jo Foto Jo ",
    "Von Jo und Jo ",
    "Por Jo Roe y Jo ",
    "Par Jo Roe et Jo ",
    "Автор Иван Петров ",
    "بقلم علي حسن ",
    "Jo Roe, Editor, ",
    "| Jo Roe | ",
    "2024-05-10 责编 ",
    "Updated By Jo ",
)
SOURCE_NAMES = ("source", "dc.source", "contentsource", "article:source", "newssource")
TITLE_NAMES = ("og:title", "twitter:title", "headline", "title", "dc.title", "articletitle")
# As many parts of three letters as a title that is not too long has.
PARTS = 48
MOST_OF_A_META = (
    "源：",
    "a | ",
    "By Jo Roe, ",
    "2024-05-10 ",
    "编辑 林青 ",
    "기자 ",
    " ",
    "（",
    "&amp;",
)


def _word(letters: random.Random, length: int) -> str:
    return "".join(letters.choices("abcdefghijklmnopqrstuvwxyz", k=length))


def _words(count: int, length: int = 5, seed: int = 3) -> list[str]:
    letters = random.Random(seed)
    return [_word(letters, length) for _ in range(count)]


def _json_ld(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value)
    return f'<script type="application/ld+json">{text}</script>'


def _metas(names: tuple[str, ...], content: str) -> str:
    return "".join(f'<meta name="{name}" property="{name}" content="{content}">' for name in names)


def _nodes(count: int, **values: Callable[[int], Any]) -> str:
    return _json_ld([{key: make(i) for key, make in values.items()} for i in range(count)])


def organisations_page(count: int, kind: str = "Organization") -> str:
    """A page of many names, and six long titles that may have them."""
    names = _words(count, 12)
    nodes = _nodes(count, **{"@type": lambda _: kind, "name": lambda i: names[i]})
    titles = (" | ".join(_words(PARTS, 3, seed)) for seed in range(len(TITLE_NAMES)))
    return page(head=nodes + "".join(_metas((name,), next(titles)) for name in TITLE_NAMES))


def links_page(count: int) -> str:
    """A page of links of one word each, and titles of many parts."""
    return page(
        head=_metas(TITLE_NAMES, " | ".join(_words(PARTS, 3))),
        before="".join(f"<p><a href=/>{word}</a></p>" for word in _words(count, seed=4)),
    )


def long_word_page(size: int) -> str:
    """A page of lines like bylines, and of a word so long that begins as their names do."""
    return page(
        before="".join(f"<p>Aa Aa{'a' * i} Aaa</p>" for i in range(14)),
        after=f"<p>{'a' * size}</p>",
    )


def classes_page(elements: int, words: int, attribute: str = "class") -> str:
    """A page whose elements have class names of many words, each another one."""
    names = iter(_words(elements * words))
    return page(
        after="".join(
            f"<p {attribute}='{' '.join(next(names) for _ in range(words))}'>Menu {i}</p>"
            for i in range(elements)
        )
    )


HANGS: dict[str, Callable[[], bytes | str]] = {
    **{
        f"24 times {pair!r} in a line": lambda pair=pair: page(
            before=f"<p>{pair * 24}x</p>", after=f"<p>{pair * 24}x</p>"
        )  # type: ignore[misc]
        for pair in PAIRS
    },
    "18 different roles in a line": lambda: page(
        after="<p>" + " ".join(f"{role} 林青" for role in ROLES.split()) + " x</p>"
    ),
    "24 pairs in each of 2,000 lines": lambda: page(after=f"<p>{'责编 林青 ' * 24}x</p>" * 2000),
    "spaces in a stated source": lambda: page(head=_metas(SOURCE_NAMES, f"a{' ' * 20_000}b")),
    "spaces in a stated author": (
        lambda: page(
            head=_metas(("og:article:author", "author", "byl"), f"가{' ' * 20_000}b")
        ).replace("lang=en", "lang=ko")
    ),
    **{
        f"99k times {piece!r} in metas": lambda piece=piece: page(  # type: ignore[misc]
            head=_metas((*SOURCE_NAMES, "author", "keywords", "pubdate"), piece * 99_000)
        )
        for piece in MOST_OF_A_META
    },
    "names of 4,900 organisations": lambda: organisations_page(4900, "Organization"),
    "names of 4,900 sites": lambda: organisations_page(4900, "WebSite"),
    "names of 4,900 people": lambda: organisations_page(4900, "Person"),
    "4,900 names of one site": lambda: page(
        head=_json_ld({"@type": "WebSite", "name": _words(4900), "alternateName": _words(4900)})
    ),
    "ids that are lists": lambda: page(
        head=_nodes(4000, **{"@type": lambda _: "WebSite", "@id": lambda i: [["x"] * 30, i]})
    ),
    "ids that point on": lambda: page(
        head=_nodes(4900, **{"@id": lambda i: f"#{i}", "name": lambda i: {"@id": f"#{i + 1}"}})
    ),
    "one word of 100k letters": lambda: long_word_page(100_000),
    "a hundred words of 4,000 letters": lambda: page(
        before="".join(f"<p>By {word.title()} Roe</p>" for word in _words(14)),
        after="".join(f"<p>{word * 800}</p>" for word in _words(100)),
    ),
    "400 class words in 800 elements": lambda: classes_page(800, 400),
    "80 class words in 2,000 elements": lambda: classes_page(2000, 80),
    "80 words of an id in 2,000 elements": lambda: classes_page(2000, 80, "id"),
    "a class of 500 letters in 2,000 elements": lambda: page(
        after="".join(f"<p class={word}>Menu</p>" for word in _words(2000, 500))
    ),
    "2,000 links and titles of many parts": lambda: links_page(2000),
}
"""Pages around an article that must come through."""

ISO_2022_JP_PARTS = (
    b"\x1b$B" + b"!!" * 99,
    b"\x1b$(D" + b'"7' * 99,
    b"\x1b$B" + b"! " * 99,
    b"\x1b$(D" + b'"7\n' * 66,
)
ISO_2022_JP: dict[str, Callable[[], bytes | str]] = {
    **{
        f"ISO-2022-JP, {name} {part[:12]!r}": (
            lambda part=part, size=size: b"<p>\x1b$x" + part * (size // len(part))  # type: ignore[misc]
        )
        for part in ISO_2022_JP_PARTS
        for name, size in (("15 MB of", 15_000_000), ("4 MB of", 3_900_000))
    },
    "ISO-2022-JP, 15 MB of pairs": lambda: b"<p>\x1b$B" + b"!!" * 7_500_000,
    "ISO-2022-JP, 15 MB of lines of a pair": lambda: b"<p>\x1b$B\x1b$x" + b"!!\n" * 5_000_000,
    "ISO-2022-JP, 4 MB of JIS X 0212 at once": lambda: b"<p>\x1b$(D" + b'"7' * 1_950_000,
    "ISO-2022-JP, 4 MB of bytes without a partner": lambda: b"<p>\x1b$B\x1b$(D" + b"! " * 1_950_000,
    "ISO-2022-JP, parts of a pair": lambda: b"<p>" + b"\x1b$x\x1b$BF|\x1b(B" * 1_000_000,
}
"""Pages of which nothing need be kept."""

ODD_NAMES: tuple[Any, ...] = ({}, {"@id": {}}, [[]], [{"name": []}], 1e999, None)
FAILS: dict[str, Callable[[], bytes | str]] = {
    "reference of 4,301 digits in JSON-LD": lambda: page(
        head=_json_ld(
            {"@type": "NewsArticle", "author": f"&#{DIGITS};", "headline": f"&#x{DIGITS}"}
        )
    ),
    "reference of 4,301 digits in metas": lambda: page(
        head=_metas((*SOURCE_NAMES, *TITLE_NAMES, "author"), f"&amp;#{DIGITS};")
    ),
    "number of 4,301 digits in JSON-LD": lambda: page(
        head=_json_ld('{"@type": "NewsArticle", "datePublished": ' + DIGITS + ', "author": -1e999}')
    ),
    "number of 4,301 digits in a script": lambda: page(
        head=f"<script>window.__INITIAL_STATE__ = {{a: {DIGITS}, publishedAt: '{DIGITS}'}}</script>"
        f'<script type="application/json">{{"text": {DIGITS}, "x": "{"y" * 400}"}}</script>'
    ),
    "dates of 4,301 digits": lambda: page(
        head=_metas(("pubdate", "article:published_time", "date"), DIGITS),
        before=(
            f"<time datetime='{DIGITS}'>x</time><p>{DIGITS}年5月10日 {DIGITS}:00</p>"
            f"<span data-timestamp={DIGITS}>x</span><p>May 10, {DIGITS}</p>"
        ),
    ),
    "digits that are none": lambda: page(
        before="<p>²⁰²⁴-⁰⁵-¹⁰ ①⑤:③⓪ ௧௦௰ 〇年五月十日 ٢٠٢٤年</p>" * 3,
        head=_metas(("pubdate", "article:published_time", "date"), "²⁰²⁴-⁰⁵-¹⁰T①:③"),
    ),
    "addresses that are none": lambda: page(
        head="".join(
            f"<link rel=canonical href='{url}'><base href='{url}'>" + _metas(("og:url",), url)
            for url in ("http://[", "//[::1", "http://a:b", "http://\u2100", "\\\\a", "data:,")
        )
        + _json_ld({"@type": "NewsArticle", "url": "http://[", "image": ["http://]", None]}),
        before="<a href='http://['>Menu</a><img src='http://['>",
    ),
    "types, ids and names that are objects": lambda: page(
        head="".join(
            _json_ld({"@type": kind, "@id": kind, "name": kind, "publisher": {"@id": kind}})
            for kind in ODD_NAMES
        )
    ),
    "state without a paragraph": lambda: page(
        head='<script type="application/ld+json">{"articleBody": "'
        + "<p> </p>" * 99
        + '"}</script>'
        + "<script>window.__NEXT_DATA__ = {body: '"
        + "<br>" * 200
        + "'}</script>"
    ),
    "unfinished escapes in JSON-LD": lambda: page(
        head="".join(
            _json_ld('{"@type": "NewsArticle", "articleBody": "' + end)
            for end in ("\\", "\\u", "\\ud8", '\\ud800"}', '\\x"}', "\x00", '"')
        )
    ),
}
"""Pages on which a reader might fail; the article is kept, and no reader may have failed."""

HOW = (
    "style='display:none'",
    "style='DISPLAY : none !important; display: block'",
    "style='display:/**/none'",
    "style='visibility:collapse'",
    "style='font-size:0'",
    "style='position:absolute;left:-9999px'",
    "style='text-indent:-9999px'",
    "style='color:transparent'",
    "hidden",
)
# Text in the middle of an article that no browser displays.
WITHIN = (
    *(f"<p {how}>{HIDDEN}</p>" for how in HOW),
    *(f"<div {how}><section><p>{HIDDEN}</p></section></div>" for how in HOW),
    f"<noscript><p>{HIDDEN}</p></noscript>",
    f"<template><p>{HIDDEN}</p></template>",
    f"<!-- <p>{HIDDEN}</p> -->",
    f"<p><span hidden>{HIDDEN}</span></p>",
    f"<ul hidden><li>{HIDDEN}</ul>",
    f"<table hidden><td>{HIDDEN}</table>",
)


def _within(piece: str, times: int = 1) -> Callable[[], str]:
    paragraphs = BODY.splitlines()
    return lambda: page(body=ARTICLE.replace(paragraphs[1], piece * times + paragraphs[1]))


def _short_chinese(how: str) -> str:
    lines = "".join(f"<p>{text}</p>" for text in SHORT_CHINESE)
    title = "渔岛渡轮停航三周后复航"
    return (
        f"<html lang=zh><title>{title}</title><body><h1>{title}</h1>"
        f"<div id=text {how}>{lines}</div><p>微信扫一扫关注该公众号</p>"
    )


SHORT_CHINESE = (
    "渔岛渡轮周一上午恢复通航，首班船载客一百二十人，码头上有居民敲锣打鼓迎接。",
    "这艘渡轮三月在灯塔以北两海里处因风暴发动机受损，随后进厂维修了三个星期。",
    "“听不到汽笛声，大家都不习惯。”码头小卖部的林阿婆说，停航期间面包都是渔船捎来的。",
    "港务局表示，六月将讨论是否购置第二艘渡轮，预计投资九百万元。",
)

HIDES: dict[str, Callable[[], bytes | str]] = {
    **{f"hidden: {piece[:44]}": _within(piece) for piece in WITHIN},
    "hidden: 5,000 paragraphs": _within(f"<p hidden>{HIDDEN}</p>", 5000),
    "hidden: 5,000 words in lines": _within(f"<p><b hidden>{HIDDEN}</b> x</p>", 5000),
    "hidden: eight times the article": _within(f"<div hidden><p>{HIDDEN * 6}</p></div>", 8),
    "hidden: before the headline": lambda: page(before=f"<div hidden><p>{HIDDEN}</p></div>" * 40),
    "hidden: after the article": lambda: page(after=f"<div hidden><p>{HIDDEN}</p></div>" * 40),
    "hidden: under a copy of the headline": lambda: page(
        before=f"<div hidden><h1>{HEADLINE}</h1>{f'<p>{HIDDEN}</p>' * 9}</div>"
    ),
    "hidden: in 500 nested elements": _within(
        "<div hidden>" * 500 + f"<p>{HIDDEN}</p>" + "</div>" * 500
    ),
    "hidden: by the last of 20k declarations": _within(
        f"<p style='{'color:red;' * 20_000}display:none'>{HIDDEN}</p>"
    ),
    "shown: by styles that hide nothing": lambda: page(
        body=ARTICLE.replace("<p>", "<p style='x-display:none-y; background:url(display:none)'>")
    ),
    "shown: by 20k comments in styles": lambda: page(
        before=f"<p style='{'/*' * 20_000}'>Menu</p><p style='{'/**/' * 20_000}'>Menu</p>"
    ),
    "shown: by brackets in styles": lambda: page(
        before=f"<p style='{'(' * 20_000}'>Menu</p><p style=\"{chr(92) * 20_000}'\">Menu</p>"
    ),
}
"""Pages with an article that must come through, and hidden text that must not."""

REVEALED: dict[str, Callable[[], str]] = {
    "revealed: short Chinese paragraphs": lambda: _short_chinese("style='visibility:hidden'"),
    "revealed: by display": lambda: _short_chinese("style='display:none'"),
}
"""Pages of which a script displays SHORT_CHINESE, the article."""
