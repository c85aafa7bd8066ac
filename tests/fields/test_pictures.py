"""Pictures: which images of the page are some, each once, and where they stand."""

from __future__ import annotations

import pytest

import newsclean

BEFORE = "The ferry to the islands sails again from Monday, the harbour office said in the morning."
AFTER = "It was laid up in March, when a storm broke the ramp on which the cars drive on board."
LEAD = '<meta property="og:image" content="https://a.example/1200/ferry-1204.jpg">'


def pictures(markup: str, head: str = "", above: str = "") -> list[tuple[str, int | None, bool]]:
    """The pictures of an article with this inside: address, paragraph, and if it leads."""
    page = (
        f"<html><head>{head}</head><body><h1>Ferry returns</h1>{above}<p>By Jane Roe</p>"
        f"<p>{BEFORE}</p>{markup}<p>{AFTER}</p></body></html>"
    )
    images = newsclean.extract(page, url="https://a.example/1").images
    return [
        (image.src.removeprefix("https://a.example"), image.paragraph, image.lead)
        for image in images
    ]


@pytest.mark.parametrize(
    ("markup", "addresses"),
    [
        ("<img src=/a.jpg>", ["/a.jpg"]),
        ("<img src=/logo.png><img src=/icon.svg><img src=/a.gif>", []),
        (
            "<figure><img src=/logo-2.png><figcaption>The sign</figcaption></figure>",
            ["/logo-2.png"],
        ),
        ("<figure><img src=/a.gif><figcaption>The sign</figcaption></figure>", ["/a.gif"]),
        ("<figure><img src=/logo.svg><figcaption>The sign</figcaption></figure>", []),
        ("<figure><img src=/icon.png><figcaption>The sign</figcaption></figure>", []),
        ("<img src=/s/ferry-1204.jpg><img src=/l/ferry-1204.jpg?w=2>", ["/s/ferry-1204.jpg"]),
        ("<img src=/s/image.jpg><img src=/l/image.jpg>", ["/s/image.jpg", "/l/image.jpg"]),
        ("<img src=data:image/png;base64,x data-src=/a.jpg>", ["/a.jpg"]),
        ("<figure itemid=/a.jpg itemtype=http://schema.org/ImageObject>x</figure>", ["/a.jpg"]),
        ("<figure itemid=/a itemtype=http://schema.org/Person>x</figure>", []),
    ],
)
def test_which_images_are_pictures(markup: str, addresses: list[str]) -> None:
    assert [address for address, _, _ in pictures(markup)] == addresses


def test_a_picture_that_the_text_has_again_is_there_again() -> None:
    formula = "<p>where <img src=/x.svg alt=x> is the height of the water at the upper gate.</p>"
    assert pictures(formula * 2) == [("/x.svg", 1, False), ("/x.svg", 2, False)]


def test_a_formula_with_its_source_beside_it_has_a_place() -> None:
    source = "<span style='display: none'>x = 1</span>"
    formula = f"<p>where {source}<img src=/x.svg>{source} is the height of the water there.</p>"
    ((_, paragraph, _),) = pictures(formula)
    assert paragraph is not None


def test_the_lead_picture_above_the_byline_stands_before_the_text() -> None:
    printed = "<img src=/600/ferry-1204.jpg>"
    assert pictures("", LEAD, printed) == [("/600/ferry-1204.jpg", 0, True)]
    assert pictures("", LEAD, printed * 2) == [("/600/ferry-1204.jpg", 0, True)]
    assert pictures("", LEAD) == [("/1200/ferry-1204.jpg", None, True)]


def test_the_lead_picture_goes_first() -> None:
    found = pictures("<img src=/other.jpg><p>So.</p><img src=/600/ferry-1204.jpg>", LEAD)
    assert [(address, lead) for address, _, lead in found] == [
        ("/600/ferry-1204.jpg", True),
        ("/other.jpg", False),
    ]
