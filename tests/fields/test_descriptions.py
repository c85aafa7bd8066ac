"""Which line below the headline is the page's description."""

from __future__ import annotations

import pytest

from newsclean.fields.context import Context
from newsclean.fields.title.descriptions import descriptions, is_description
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
def test_a_description_counts_only_if_title_and_body_lack_it(
    printed: str, title: str, text: str, found: bool
) -> None:
    page = parse(f"<meta name=description content='{LINE}'><body>{printed}<p>{text}</p>")
    assert descriptions(page) == {match_key(LINE)}
    context = Context.from_page(page, None, [False, True])
    assert is_description(context, page.blocks[0], title, descriptions(page)) is found
