"""The prose of a page of which hardly anything scores as body."""

from __future__ import annotations

import pytest

from newsclean.label import label_by
from newsclean.model import Label, Page
from newsclean.parse import parse

LINES = (
    "The council of Aldmere voted on Thursday to buy the empty cannery on the quay for the market.",
    "It will pay a third of what the owner had asked for two years ago, and the roof comes on top.",
    "Traders now sell from the backs of their vans on the square, where they block the bus stop.",
    "Building is to begin in May, once the gulls that nest under the eaves have left, they said.",
)
TEXT = "".join(f"<p>{line}</p>" for line in LINES)
HEAD = "<title>Council buys cannery</title><h1>Council buys cannery</h1>"


def _body(page: Page, scores: dict[str, float]) -> list[str]:
    """The body if a block has the score of its first word, else 0."""
    words = [float(len(block.text.split())) for block in page.blocks]
    found = [scores.get(block.text.split()[0], 0.0) for block in page.blocks]
    verdicts = label_by(page, found, words).verdicts
    return [b.text for b, v in zip(page.blocks, verdicts, strict=True) if v.label is Label.BODY]


def test_a_clear_text_is_body_whatever_its_scores() -> None:
    page = parse(f"{HEAD}<p>Print this page</p><div>{TEXT}</div><div><p>{LINES[3]}</div>")
    assert _body(page, {}) == [*LINES]


def test_a_lead_alone_is_no_body_beside_its_text() -> None:
    page = parse(f"{HEAD}<div class=lead>Traders say that they will come.</div><div>{TEXT}</div>")
    low = {"The": 0.1, "It": 0.1, "Traders": 0.1, "Building": 0.1}
    assert _body(page, low) == [*LINES]


@pytest.mark.parametrize(
    "box",
    [
        f"<div class=comment>{TEXT}</div>",
        f"<dialog open>{TEXT}</dialog>",
        f"<footer>{TEXT}</footer>",
        "".join(f"<p><a href=/{line[:3]}>{line}</a></p>" for line in LINES),
        f"<div hidden>{TEXT}</div>",
    ],
    ids=["comments", "dialog", "footer", "links", "hidden"],
)
def test_other_prose_is_not_body(box: str) -> None:
    assert _body(parse(f"{HEAD}<div>{box}</div>"), {}) == []


def test_of_two_texts_alike_neither_is_clear() -> None:
    page = parse(f"<title>News</title><div>{TEXT}</div><div><b>Else</b>{TEXT}</div>")
    assert _body(page, {}) == []


def test_prose_above_the_headline_is_not_the_text_below_it() -> None:
    page = parse(f"<title>Council buys cannery</title><div>{TEXT}</div>{HEAD}<p>Print this")
    assert _body(page, {}) == []
