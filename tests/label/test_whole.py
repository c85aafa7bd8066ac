"""Tables of data are kept or dropped as a whole, and so are the notes of a text."""

from __future__ import annotations

import pytest

from newsclean.label.whole import NOTE, TABLE, WHOSE, keep_whole
from newsclean.parse import parse_html

ROWS = "<tr><th>Port<th>Trips<tr><td>Holm<td>6<tr><td>Norrey<td>2"


def kept(html: str, body: str) -> list[str]:
    """The rules of the blocks of a page, of which those in `body` are body by score."""
    page = parse_html(html)
    rules = ["score" if block.text in body.split() else "" for block in page.blocks]
    return keep_whole(page, rules, [None] * len(rules))


@pytest.mark.parametrize(
    ("html", "body", "is_kept"),
    [
        (f"<p>a</p><table>{ROWS}</table>", "a Holm Norrey", True),
        (f"<p>a</p><table>{ROWS}</table>", "a 6", False),
        (f"<p>a</p><table>{ROWS}</table><p>b</p>", "a b", True),
        (f"<p>a</p><table>{ROWS}</table><p>b</p>", "a", False),
    ],
)
def test_a_table_is_kept_or_dropped_as_a_whole(html: str, body: str, is_kept: bool) -> None:
    cells = kept(html, body)[1:7]
    assert all(cells) if is_kept else not any(cells)


def test_a_table_of_links_between_paragraphs_is_not_kept() -> None:
    links = "<tr><td><a href=/1>One</a><td><a href=/2>Two</a>" * 2
    assert not any(kept(f"<p>a</p><table>{links}</table><p>b</p>", "a b")[1:5])


def test_the_notes_that_the_body_refers_to_are_kept() -> None:
    html = (
        "<p>a<sup><a href=#n1>1</a></sup></p><p>b <a href=#n3>other</a></p>"
        "<ol><li id=n1><p>one</p><li id=n2>two</ol><p id=n3>three</p>"
    )
    page = parse_html(html)
    rules = ["score" if block.tag == "p" and block.element < 4 else "" for block in page.blocks]
    found = keep_whole(page, rules, [None] * len(rules))
    assert [block.text for block, rule in zip(page.blocks, found, strict=True) if rule == NOTE] == [
        "one"
    ]
    assert TABLE not in found


@pytest.mark.parametrize("around", ["{}", "<div class=scroll>{}</div>"])
def test_the_caption_in_a_figure_goes_with_the_table(around: str) -> None:
    table = around.format(f"<table>{ROWS}</table>")
    html = f"<p>a</p><figure>{table}<figcaption>Trips a day</figcaption></figure><p>b</p>"
    assert kept(html, "a b")[-2] == TABLE
    assert not kept(html, "a")[-2]


@pytest.mark.parametrize(
    ("last_line", "rule"),
    [("— Ada Reid", WHOSE), ("– Ada Reid, 3 May", WHOSE), ("Ada Reid", ""), ("", "score")],
)
def test_the_line_that_says_whose_a_quotation_is_is_kept(last_line: str, rule: str) -> None:
    assert kept(f"<blockquote><p>a</p>{last_line}</blockquote>", "a")[-1] == rule


def test_no_line_with_a_dash_is_kept_below_what_is_no_body_or_outside_a_quotation() -> None:
    assert kept("<p>a<blockquote><p>b</p>— Ada</blockquote>", "a")[-1] == ""
    assert kept("<blockquote><p>a</p></blockquote><p>— Ada</p>", "a")[-1] == ""
    assert kept("<p>a<blockquote>— Ada</blockquote>", "a")[-1] == ""
    assert kept("<blockquote><p>a</p><p hidden>— Ada</p></blockquote>", "a")[-1] == ""
