"""Markup is split into blocks as in segmentation.toml, at any depth, in linear time."""

from __future__ import annotations

import tomllib
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.parse import parse, parse_html, parse_plain
from tests.work import lines_run

CASES = tomllib.loads((Path(__file__).parent / "segmentation.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["shows"])
def test_a_page_becomes_these_blocks(case: dict[str, Any]) -> None:
    blocks = parse_html(case["html"]).blocks
    assert [f"{block.tag}: {block.text}" for block in blocks] == case["blocks"]
    for key in ("lines", "linked", "hidden", "aside"):
        if key in case:
            assert [getattr(block, key.removesuffix("s")) for block in blocks] == case[key], key


@pytest.mark.parametrize("depth", [300, 3_000, 30_000])
def test_no_depth_loses_text(depth: int) -> None:
    page = parse_html("<div>" * depth + "deep" + "</div>" * depth + "<p>after</p>")
    assert [block.text for block in page.blocks] == ["deep", "after"]


def test_elements_hold_their_blocks() -> None:
    page = parse_html("<div id=a class='B c'><p>One</p><div><p>two</p></div></div><p>three</p>")
    spans = {
        (element.tag, element.class_names): (element.first, element.last)
        for element in page.elements
    }
    assert spans["div", "b c a"] == (0, 2)
    assert spans["body", ""] == (0, 3)
    for index, block in enumerate(page.blocks):
        element = page.elements[block.element]
        assert element.first <= index < element.last
    assert all(element.parent < index for index, element in enumerate(page.elements))


def test_an_element_keeps_its_names_apart() -> None:
    page = parse_html("<div id=Top class='Story  text' role=main itemprop=articleBody><p>One")
    element = page.elements[-2]
    assert element.class_names == "story  text top main articlebody"
    assert (element.id, element.classes) == ("Top", ("Story", "text"))
    assert (element.role, element.itemprop) == ("main", "articleBody")
    assert page.elements[-1][6:] == ("", "", "", "", ())


def test_items_and_cells_are_counted() -> None:
    html = "<ol start=3><li>a<ol><li>b</ol><li><li>c<li value=9>d</ol><ul><li>e</ul>"
    table = "<table><tr><td>f<td><th colspan=2>g<td>h<tr><td>i</table>"
    page = parse_html(html + table)
    found = {block.text: dict(page.elements[block.element].attributes) for block in page.blocks}
    assert {text: kept["number"] for text, kept in found.items() if "number" in kept} == {
        "a": "3",
        "b": "1",
        "c": "5",
        "d": "9",
    }
    assert {text: kept["column"] for text, kept in found.items() if "column" in kept} == {
        "f": "0",
        "g": "2",
        "h": "4",
        "i": "0",
    }
    assert (found["g"]["colspan"], found["e"]) == ("2", {})


def test_links_and_marks_stand_where_their_text_stands() -> None:
    block = parse_html(
        '<p>By <span class="author"> <a href="/j">Jane  Roe</a></span>, <time'
        ' datetime="2024-05-09">Thursday</time></p>'
    ).blocks[0]
    assert block.text == "By Jane Roe, Thursday"
    assert [(block.text[link.start : link.end], link.href) for link in block.links] == [
        ("Jane Roe", "/j")
    ]
    marks = {
        element.class_names or element.tag: (block.text[element.start : element.end], element.value)
        for element in block.inline_elements
    }
    assert marks == {"author": ("Jane Roe", ""), "time": ("Thursday", "2024-05-09")}


def test_what_a_page_says_of_itself_is_kept_apart() -> None:
    page = parse_html(
        "<html lang=fr><title>A <b> title</title><meta name=Author content='Jane Roe'><meta"
        " property='og:title' content=T><link rel=Canonical href=/c><script"
        " type='application/ld+json'>{\"a\": 1}</script><base href=/b/><img data-src=/i.jpg"
        " alt=I><p>One</p>"
    )
    meta = page.metadata
    assert (meta.title, meta.language, meta.base, meta.first("author"), meta.first("og:title")) == (
        "A <b> title",
        "fr",
        "/b/",
        "Jane Roe",
        "T",
    )
    assert (meta.links, meta.json_ld) == ((("canonical", "/c"),), ('{"a": 1}',))
    assert [(image.src, image.alt, image.block) for image in page.images] == [("/i.jpg", "I", 0)]
    assert [block.text for block in page.blocks] == ["One"]


def test_text_without_a_tag_is_plain_text() -> None:
    page = parse("1 < 2 and 3 > 2\n\n  So   it is. \n")
    assert page.plain
    assert [block.text for block in page.blocks] == ["1 < 2 and 3 > 2", "So it is."]
    assert not parse("So <b>it</b><br> is").plain


@given(st.text())
def test_plain_text_keeps_every_character(text: str) -> None:
    kept = "".join("".join(block.text.split()) for block in parse_plain(text).blocks)
    assert kept == "".join(text.replace("\xad", "").split())


@pytest.mark.parametrize(
    "piece",
    [
        "<p>a",
        "<div><b>a<br>",
        "<a href=/x class=author>a</a>",
        "<td>a",
        "a</p>",
        "<span class=date>",
    ],
)
def test_the_work_grows_with_the_page_and_no_faster(piece: str) -> None:
    small, large = (lines_run(partial(parse_html, piece * n), "blocks") for n in (500, 2_000))
    assert large < 4.5 * small
