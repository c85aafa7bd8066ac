"""A sentence below the headline is a standfirst, unless it sells something or is a paragraph."""

from __future__ import annotations

import pytest

from newsclean import extract

TEXT = "".join(
    f"<p>The island ferry sails again from {day}, the council said, after a long winter in which "
    "nobody could cross and the shop ran out of everything but tea.</p>"
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday")
)
STANDFIRSTS = (
    "After eleven weeks on the slip, the boat is back, and so is the queue",
    "Ein halbes Jahr lag die Fähre still, nun fährt sie wieder: was sich ändert und was bleibt",
    "The islanders are to pay half of what the new pier costs, and say so in a long letter.",
)
NOTICES = (
    "This page may contain affiliate links, which means that we are paid when you buy something.",
    "Purchases made through links earn us a small commission, at no extra cost to you.",
    "Each product is independently selected by our editors, who never tell the shops about it.",
    "If you want to know how much your boat is worth, click here and we will call you back.",
    "Dieser Text enthält Affiliate-Links, für die wir bei einem Kauf bezahlt werden, liebe Leser.",
)


def subtitle_of(line: str, name: str = "x1") -> str | None:
    page = f"<title>Ferry returns</title><h1>Ferry returns</h1><div class={name}>{line}</div>"
    return extract(f"{page}<p class=by>By Jane Roe</p><div class=text>{TEXT}</div>").subtitle


@pytest.mark.parametrize("line", STANDFIRSTS)
def test_a_sentence_above_the_byline_is_the_subtitle_if_it_is_named_so(line: str) -> None:
    assert subtitle_of(line, "article-standfirst") == line


@pytest.mark.parametrize("line", STANDFIRSTS)
def test_without_a_name_it_is_none_if_it_ends_as_a_paragraph(line: str) -> None:
    assert subtitle_of(line) == (None if line.endswith(".") else line)


@pytest.mark.parametrize("line", NOTICES)
@pytest.mark.parametrize("name", ["x1", "intro"])
def test_a_notice_is_none(line: str, name: str) -> None:
    assert subtitle_of(line, name) is None


def header_of(lines: str, rest: str = "") -> str | None:
    """The subtitle of a page with these lines below the headline."""
    page = f"<title>Ferry returns</title><header><h1>Ferry returns</h1>{lines}</header>{rest}"
    return extract(f"{page}<div class=text>{TEXT}</div>").subtitle


BYLINE = "<p class=byline>By Jane Roe on 3 May 2024"


@pytest.mark.parametrize(
    "lines",
    [
        "<p>“We never said when it sails.”</p>" + BYLINE,
        "<div class=post-excerpt><p>Same boat, but another captain.</div>" + BYLINE,
        "<h2 class=sub_header>“We never said when it sails.”</h2>" + BYLINE,
        "<h4>“We never said when,” says the captain</h4>" + BYLINE,
    ],
)
def test_a_short_line_between_headline_and_byline_is_the_subtitle(lines: str) -> None:
    assert header_of(lines) is not None


@pytest.mark.parametrize(
    "lines",
    [
        # A caption by its element, its credit, the alternative text of its picture, or its cell.
        "<figure><img src=a.jpg><div><p>The ferry at the pier of the island on Monday, in the rain",
        "<p>The ferry at the pier of the island on Monday, in the rain (Photo: Jane Roe)",
        "<p>Le bateau au port de l'île lundi matin, sous la pluie. Crédits photo : Le Courrier",
        "<img src=a.jpg alt='Ferry at the pier on Monday'><p>Ferry at the pier on Monday, afar",
        "<table><tr><td>The ferry at the pier of the island on Monday, as seen from the shop",
        # The names of a player, a form and a message, on whatever element around.
        "<div class=video-player><div class=x><p>The captain speaks to the islanders at the pier",
        "<div class=w-form-done><div class=x><p>Thank you! Please look for our letter",
        "<div class=c-messagebar><div class=x><p>If you read us elsewhere, that will change soon",
        # Headings of lists and boxes, names, and the headline once more.
        "<h3>What the story says</h3><ul><li>The ferry sails again from Monday on</ul>",
        "<h2>Share this article</h2>",
        "<h2>Amelia Harbour Roe</h2>",
        "<h2>Written by Amelia Roe of the Harbour Post</h2>",
        "<h2>The ferry returns</h2>",
    ],
)
def test_lines_of_something_else_are_none(lines: str) -> None:
    assert header_of(lines) is None


@pytest.mark.parametrize(("author", "is_subtitle"), [("Jane Roe", False), ("Jo Hill", True)])
def test_a_line_on_the_author_of_the_byline_is_none(author: str, is_subtitle: bool) -> None:
    line = (
        "<div>Jane Roe writes on boats, and on those who sail them, and lives on the island</div>"
    )
    lines = f"<p class=byline>By {author}</p>{line}<p class=date>3 May 2024"
    assert (header_of(lines) is not None) is is_subtitle


def test_what_follows_other_boxes_is_none() -> None:
    line = "<div>Explore with us how the boats of the islands earn what they cost the council"
    boxes = "<p>I hope that you found this useful</p><h2>See how others win in the searches</h2>"
    assert header_of("", "<div>" + line) is not None
    assert header_of("", boxes + line) is None
