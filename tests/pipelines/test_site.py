"""Rules learned from several pages of a site."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

import newsclean
from newsclean import Input, Label, Limits, Rules, extract_many
from newsclean.pipelines.site import site_rules
from newsclean.rules.repeated import RULE, repeated_blocks
from newsclean.rules.values import ElementRule, Part
from newsclean.text.match_key import match_key

APPEAL = "If you have seen something on the quay, the desk will listen to you at any hour."
FACTS = (
    "The harbour board will dredge the northern basin in spring, at a cost of {} crowns.",
    "Work on berth {} had been put off twice, because the pilots could not agree on the depth.",
    "“We have waited {} years for this,” said the pilot, who has run aground there.",
)


def _page(number: int, *more: str) -> str:
    facts = [fact.format(number) for fact in FACTS]
    text = "".join(f"<p>{line}</p>" for line in (*facts, *more))
    return f"<title>Basin {number} to be dredged</title><h1>Basin {number} to be dredged</h1>{text}"


PAGES = [_page(number, APPEAL) for number in range(12)]


def test_text_on_many_pages_is_dropped_with_its_reason() -> None:
    rules = site_rules("example.org", PAGES)
    assert APPEAL in newsclean.extract(PAGES[3]).body
    report = newsclean.explain(PAGES[3], rules=rules)
    assert report.article.body.splitlines() == [fact.format(3) for fact in FACTS]
    [removed] = [removed for removed in report.removed if removed.text == APPEAL]
    assert (removed.label, removed.rule) == (Label.OTHER, RULE)


def test_of_each_page_only_what_limits_allow_is_compared() -> None:
    assert site_rules("example.org", PAGES).repeated
    assert not site_rules("example.org", PAGES, limits=Limits(blocks=1)).repeated


def test_rules_of_a_site_work_in_many_and_beside_others() -> None:
    found = site_rules("example.org", [Input(page, "https://example.org/a") for page in PAGES])
    drop = ElementRule(Part.DROP, "rules/a.toml:1", text="Work on berth")
    rules = Rules((replace(found, elements=(drop,)),))
    here, elsewhere = extract_many(
        [Input(PAGES[0], "https://example.org/a"), Input(PAGES[0], "https://example.com/a")],
        processes=0,
        rules=rules,
    )
    articles = [result.article or newsclean.Article() for result in (here, elsewhere)]
    lengths = [len(article.body.splitlines()) for article in articles]
    assert lengths == [2, 4]


@pytest.mark.parametrize(
    "pages",
    [
        [],
        [_page(0, APPEAL)] * 12,
        [_page(0, APPEAL), _page(1, APPEAL), *(_page(n) for n in range(2, 12))],
        [_page(n, "<i></i>") for n in range(12)],
    ],
    ids=["no page", "one page twelve times", "on two of twelve", "nothing repeated"],
)
def test_what_is_on_few_pages_stays(pages: list[str]) -> None:
    rules = site_rules("example.org", pages)
    assert match_key(APPEAL) not in rules.repeated
    assert APPEAL in newsclean.extract(PAGES[0], rules=rules).body


def test_an_article_that_is_on_many_pages_stays() -> None:
    boxes = [f"<h1>Basin</h1><p>{'Other news. ' * n}" for n in range(40, 52)]
    whole = "".join(f"<p>{fact}</p>" for fact in FACTS)
    rules = site_rules("example.org", [box + whole for box in boxes])
    assert {match_key(fact) for fact in FACTS} <= rules.repeated
    assert newsclean.extract(f"<h1>Basin</h1>{whole}", rules=rules).body.count("\n") == 2


def test_headings_cells_and_items_stay() -> None:
    page = newsclean.explain("<h2>Ferry</h2><ul><li>Ferry</li></ul><p>Ferry</p>").page
    assert repeated_blocks(page, {"ferry"}) == {2}


def test_pages_that_cannot_be_read_count_as_none() -> None:
    odd: list[Any] = [b"", "", b"%PDF-1.4 x", b"\x00" * 9, Input("https://example.org"), 7]
    assert site_rules("example.org", [*PAGES, *odd]).repeated == (
        site_rules("example.org", PAGES).repeated
    )
