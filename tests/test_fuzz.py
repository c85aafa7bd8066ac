"""Random bytes, random markup and damaged fixtures raise nothing and lose no text."""

from __future__ import annotations

import random

from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

import newsclean
from tests.cases import CASES, Case
from tests.hostile.trial import faults

NAMES = (
    "p div span a b i br li ul td tr table h1 h2 meta title script style time img pre textarea"
    " select option noscript template svg html head body x-y".split()
)
PIECES = (
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<!doctype html>",
    "<?xml?>",
    "<",
    ">",
    "&",
    "&amp;",
    "&#1;",
    "&#xFFFE;",
    '"',
    "'",
    "/",
    "=",
    "\0",
    "\ud800",
    "\n",
    " ",
    "\u3000",
    "来源：",
    "编辑：林青 ",
    "（记者 ",
    "2024-05-10 06:58",
    "By Jo Roe",
    "下午3:05",
    "The council voted, nine to four. ",
    "议会投票通过。",
    "http://[",
    '{"@type": "NewsArticle", "author": [',
)
ATTRIBUTES = (
    "",
    " class=author",
    " href='/a'",
    " style='display:none'",
    " hidden",
    " type='application/ld+json'",
    " property=og:title content='x'",
    " datetime=2024",
    " lang=en",
)
tags = st.builds(
    "<{}{}{}>".format,
    st.sampled_from(["", "/"]),
    st.sampled_from(NAMES),
    st.sampled_from(ATTRIBUTES),
)
soups = st.lists(tags | st.sampled_from(PIECES) | st.text(max_size=8), max_size=60).map("".join)


def assert_harmless(
    page: bytes | str | etree._Element, url: str | None = None, content_type: str | None = None
) -> None:
    try:
        report = newsclean.explain(page, url, content_type)
    except newsclean.InputError:
        assert isinstance(page, str)
        assert "<" not in page
        return
    assert list(faults(report)) == []
    assert report.article.faults == ()


@given(st.binary(max_size=400), st.none() | st.text(max_size=30))
@example(b"\xfe\xff\xd8\x00<p>x", None)
def test_random_bytes_are_harmless(page: bytes, content_type: str | None) -> None:
    assert_harmless(page, content_type=content_type)


@given(soups, st.none() | st.text(max_size=30))
def test_random_markup_is_harmless(page: str, url: str | None) -> None:
    assert_harmless(page, url)


@given(st.sampled_from(CASES), st.randoms(use_true_random=False))
def test_damaged_fixtures_are_harmless(case: Case, chance: random.Random) -> None:
    page = case.page()
    data = bytearray(page if isinstance(page, bytes) else page.encode())
    for _ in range(chance.randrange(1, 12)):
        place = chance.randrange(len(data))
        match chance.randrange(4):
            case 0:
                data[place] = chance.randrange(256)
            case 1:
                del data[place : place + chance.randrange(200)]
            case 2:
                data[place:place] = data[place // 2 : place // 2 + chance.randrange(300)]
            case _:
                data[place:place] = chance.choice(PIECES).encode("utf-8", "surrogatepass")
        if not data:
            break
    assert_harmless(bytes(data))
