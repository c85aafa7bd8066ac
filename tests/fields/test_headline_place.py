"""Which of several lines is the headline, by where they stand."""

from __future__ import annotations

import pytest

from newsclean import Article, extract

TEXT = "".join(
    f"<p>The island ferry sails again from {day}, the council said, after a long winter in which "
    "nobody could cross and the shop ran out of everything but tea.</p>"
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday")
)


def article_of(page: str, url: str = "https://news.example/quay/2024/05/ferry.html") -> Article:
    return extract(page.replace("TEXT", TEXT), url=url)


@pytest.mark.parametrize(
    ("page", "title"),
    [
        # A bar that stays in view repeats the title for other sites; the article has its own.
        (
            (
                "<meta property=og:title content='Ferry to the island returns at last'>"
                "<header class=sticky><h1>Ferry to the island returns at last</h1></header>"
                "<main><h1>Afloat again</h1><h2 class=dek>The ferry is back, and the queue</h2>"
                "<p class=byline>By Jane Roe</p>TEXT</main>"
            ),
            "Afloat again",
        ),
        # … unless that is a standfirst, or there are several.
        (
            (
                "<title>Ferry returns to the island</title><h1>Ferry returns to the island</h1>"
                "<article><h1>After eleven weeks on the slip the boat is back.</h1>TEXT</article>"
            ),
            "Ferry returns to the island",
        ),
        (
            (
                "<title>Ferry returns to the island</title><h1>Ferry returns to the island</h1>"
                "<article><h1>One</h1><h1>Two</h1>TEXT</article>"
            ),
            "Ferry returns to the island",
        ),
        # The name of a blog in an h1 that links to its home, and first in <title>.
        (
            (
                "<title>Quayside Notes » Blog Archive » Ferry is back</title>"
                "<h1><a href='https://news.example/quay/'>Quayside Notes</a></h1>"
                "<p>5 May 2024</p><h2><a href='ferry.html'>Ferry is back</a></h2>TEXT"
            ),
            "Ferry is back",
        ),
        # A title that is the site's name and a word or two, which stands nowhere.
        (
            (
                "<title>News from The Harbour Post</title><table><tr><td><p class=body>"
                "Captain of the island ferry has sailed for forty years</p><div>By Jane Roe</div>"
                "<div>Harbour Post</div>TEXT</table><p>© The Harbour Post. All rights reserved"
            ),
            "Captain of the island ferry has sailed for forty years",
        ),
        (
            (
                "<title>Harbour Post</title><meta property=og:site_name content='Harbour Post'>"
                "<div class=art-title>Ferry returns to the island</div>TEXT"
            ),
            "Ferry returns to the island",
        ),
        (
            "<title>云州新闻网</title><table><tr><td class=biaoti>轮渡今起恢复通航</td></tr>"
            "<tr><td>2024-05-20 10:06 来源：云州日报</td></tr></table>"
            + "<p>云州日报讯 记者从会议上获悉，轮渡今起恢复通航，码头上排起了长队。</p>"
            * 4,
            "轮渡今起恢复通航",
        ),
        # A product that is called like its maker has its own name as headline.
        (
            (
                "<title>Harbour Pro</title><meta property=og:site_name content=Harbour>"
                "<h1>Harbour Pro</h1><h3>This device is not supported in your country</h3>TEXT"
            ),
            "Harbour Pro",
        ),
    ],
)
def test_the_headline_is(page: str, title: str) -> None:
    assert article_of(page).title == title


@pytest.mark.parametrize(
    ("heading", "kicker"),
    [
        # In the h1, named so, also where the metadata join the two.
        ("<h1><span class=art__kicker>Ferries</span> The boat is back</h1>", "Ferries"),
        # A heading of some words above it, in the same element.
        (
            "<div><h2>After eleven weeks on the slip</h2><h1>The boat is back</h1></div>",
            "After eleven weeks on the slip",
        ),
        ("<div><h2>Ferries and piers</h2><h1>The boat is back</h1></div>", None),
    ],
)
def test_the_kicker_is_apart(heading: str, kicker: str | None) -> None:
    page = f"<title>Ferries: The boat is back</title>{heading}TEXT"
    article = article_of(page)
    assert article.title == "The boat is back"
    assert article.kicker == kicker


def test_a_kicker_that_all_metadata_join_to_the_title_is_a_part_of_it() -> None:
    page = (
        "<title>Ferries: The boat is back</title>"
        "<meta property=og:title content='Ferries: The boat is back'>"
        "<h1><span class=kicker>Ferries</span> The boat is back</h1>TEXT"
    )
    assert article_of(page).title == "Ferries The boat is back"


def test_the_printed_headline_is_not_replaced_by_a_shorter_one_for_other_sites() -> None:
    page = (
        "<title>Council says that ferry returns to the island</title>"
        "<meta property=og:title content='Ferry returns to the island'>"
        '<script type="application/ld+json">{"@type": "NewsArticle",'
        ' "headline": "Ferry returns to the island"}</script>'
        "<h1>Council says that ferry returns to the island</h1>TEXT"
    )
    article = article_of(page)
    assert article.title == "Council says that ferry returns to the island"
    assert ("data", "Ferry returns to the island") in article.titles
