"""What pages state about the use of their text, and what kind of page they say they are."""

from __future__ import annotations

import json

import pytest

import newsclean
from newsclean import Rights

BY = "https://creativecommons.org/licenses/by/4.0/"


def _script(**data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


@pytest.mark.parametrize(
    ("markup", "rights"),
    [
        ("", Rights()),
        (f'<link rel="license" href="{BY}">', Rights(license=BY)),
        (f'<p>Text: <a rel="nofollow license" href="{BY}">CC BY</a>', Rights(license=BY)),
        ('<link rel=license href="/terms">', Rights(license="https://example.org/terms")),
        ('<p><a href="/licenses">licensed plumbers</a>', Rights()),
        (_script(**{"@type": "NewsArticle", "license": BY}), Rights(license=BY)),
        (
            _script(**{"@type": "Article", "copyrightHolder": {"name": "Harbour Post"}}),
            Rights(holder="Harbour Post"),
        ),
        ('<meta name="dc.rights" content="CC BY-NC 4.0">', Rights(license="CC BY-NC 4.0")),
        ('<meta name="copyright" content=" Harbour  Post ">', Rights(holder="Harbour Post")),
        (
            '<meta name="robots" content="NOINDEX,  noai,noindex, ,">',
            Rights(robots=("noindex", "noai")),
        ),
        (
            '<meta name="Googlebot-News" content="noarchive"><meta name="bottom" content="x">',
            Rights(robots=("googlebot-news: noarchive",)),
        ),
        ('<meta name="tdm-reservation" content="1">', Rights(tdm_reserved=True)),
        ('<meta name="tdm-reservation" content="0">', Rights(tdm_reserved=False)),
        ('<meta name="tdm-reservation" content="yes">', Rights()),
        (
            '<meta name="tdm-policy" content="/policy.json">',
            Rights(tdm_policy="https://example.org/policy.json"),
        ),
        ('<meta name="tdm-policy" content="javascript:alert(1)">', Rights()),
    ],
)
def test_rights_are_what_the_page_states(markup: str, rights: Rights) -> None:
    assert newsclean.extract(markup + "<h1>Ferry</h1>", "https://example.org/a").rights == rights


PROSE = "<h1>The ferry returns to the island</h1>" + "".join(
    f"<p>On day {day} the ferry sailed to the island again, the council said on Monday, and "
    "the pier was as full as in the summer before.</p>"
    for day in range(9)
)
NEWS = _script(**{"@type": "NewsArticle"})
PRODUCT = _script(**{"@type": "Product"})


@pytest.mark.parametrize(
    ("markup", "page_type"),
    [
        (PROSE, "article"),
        (NEWS + PROSE, "news"),
        (NEWS + PRODUCT + PROSE, "news"),
        (NEWS + PRODUCT, "product"),
        (NEWS, None),
        ('<meta property="og:type" content="profile"><p>Jane Roe', "profile"),
        (_script(**{"@graph": [{"@type": ["WebPage", "CollectionPage"]}]}), "listing"),
        ("", None),
    ],
)
def test_the_page_type_agrees_with_the_judgement(markup: str, page_type: str | None) -> None:
    article = newsclean.extract(markup)
    assert article.page_type == page_type
    assert article.is_article == (page_type in ("news", "article"))


def test_the_probability_is_the_one_behind_the_judgement() -> None:
    found = newsclean.extract(NEWS + PROSE)
    assert found.is_article
    assert found.article_probability is not None
    assert 0.5 <= found.article_probability <= 1
    assert newsclean.extract("").article_probability is None
