"""Which line below the headline is the standfirst."""

from __future__ import annotations

import pytest

from newsclean.fields.title.standfirst import descriptions, is_standfirst
from newsclean.parse import parse
from newsclean.text.match_key import match_key

LINE = "The island ferry sails again from Monday."


@pytest.mark.parametrize(
    ("printed", "title", "text", "found"),
    [
        (f"<div>{LINE}</div>", "Ferry returns", "The council said so.", True),
        (
            "<div>The island ferry  sails again from Monday</div>",
            "Ferry returns",
            "The council said so.",
            True,
        ),
        (
            "<div>The island ferry sails again.</div>",
            "Ferry returns",
            "The council said so.",
            False,
        ),
        (f"<div hidden>{LINE}</div>", "Ferry returns", "The council said so.", False),
        (f"<div><a href=/a>{LINE}</a></div>", "Ferry returns", "The council said so.", False),
        (f"<figcaption>{LINE}</figcaption>", "Ferry returns", "The council said so.", False),
        (f"<div>{LINE}</div>", f"Ferry: {LINE}", "The council said so.", False),
        (f"<div>{LINE}</div>", "Ferry returns", f"{LINE} The council said so.", False),
    ],
    ids=[
        "described",
        "other spaces and marks",
        "another line",
        "hidden",
        "link",
        "caption",
        "in the title",
        "in the text",
    ],
)
def test_the_standfirst_is_a_description_that_is_told_nowhere_else(
    printed: str, title: str, text: str, found: bool
) -> None:
    page = parse(f"<meta name=description content='{LINE}'><body>{printed}<p>{text}</p>")
    assert descriptions(page) == {match_key(LINE)}
    assert is_standfirst(page, page.blocks[0], title, descriptions(page), [1]) is found
