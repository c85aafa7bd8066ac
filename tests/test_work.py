"""The work that a page takes, counted in calls, grows with the page, and not much unnoticed."""

from __future__ import annotations

import pytest

import newsclean
from tests.cases import FIXTURES
from tests.work import calls_made

# The calls that these pages take, uncompiled, by Python 3.11. Other versions differ by a few
# percent, and a new reader adds some; a loop that has gone wrong adds far more than half.
CALLS = {"city-paper-utf8": 40_700, "english-local-paper": 32_500, "forum-thread": 27_200}
GROSS = 1.5


@pytest.mark.parametrize("name", CALLS)
def test_a_page_takes_about_as_many_calls_as_it_did(name: str) -> None:
    page = (FIXTURES / name / "page.html").read_bytes()
    newsclean.extract(page)  # loads data and compiles patterns
    assert calls_made(lambda: newsclean.extract(page)) < GROSS * CALLS[name]


SENTENCE = "On day {0} the ferry to the islands sailed with {0} people on board, the office said."
# What a page may have many of, one of each to be repeated.
PARTS = {
    "paragraphs": ("", f"<p>{SENTENCE}", ""),
    "items": ("<ul>", f"<li>{SENTENCE}", "</ul>"),
    "numbered items": ("<ol reversed>", f"<li>{SENTENCE}", "</ol>"),
    "terms": ("<dl>", f"<dt>Day {{0}}<dd>{SENTENCE}", "</dl>"),
    "rows": ("<table>", "<tr><td>Day {0}<td>{0}<td>calm", "</table>"),
    "quotations": ("", f"<blockquote><p>{SENTENCE}</blockquote>", ""),
    "lines": ("<p>", f"{SENTENCE}<br>", ""),
    "links": ("<p>", "the <a href=/{0}>ferry {0}</a> sailed with <b>{0}</b> people, ", "so."),
    "pictures": ("", f"<p>{SENTENCE}<figure><img src={{0}}.jpg><figcaption>Day {{0}}</figure>", ""),
    "notes": ("", f"<p>{SENTENCE}<sup><a href=#n{{0}}>{{0}}</a></sup><p id=n{{0}}>Note {{0}}.", ""),
    "notes of a line": ("<p>", "day {0}<sup><a href=#n{0}>{0}</a></sup> and ", f"{SENTENCE}"),
    "bracketed notes": ("<p>", "day {0}<sup>[{0}]</sup> <a href=#n{0}>[9]</a> ", f"{SENTENCE}"),
    "code": ("", f"<p>{SENTENCE}<pre>sail({{0}})\nstop()</pre>", ""),
    "lines of code": ("<pre>", "<div>sail({0})</div>", "</pre>"),
    "initials": ("<p>", "<img alt=A src={0}.png>", f"{SENTENCE}"),
    "hidden parts": ("<p>", "<b></b><span hidden>{0}</span>", f"{SENTENCE}"),
    "buttons": (f"<p>{SENTENCE}", "<button>{0}</button> and {0}, ", "so."),
    "readings": ("<p>", "<ruby>字<rt>ji{0}</rt></ruby>", f"{SENTENCE}"),
    "players": ("", f"<p>{SENTENCE}<iframe src=//v.example/embed/{{0}}></iframe>", ""),
    "posts": (
        "",
        f"<blockquote class=tweet-embed>{SENTENCE} <a href=//p.example/{{0}}>1</a></blockquote>",
        "",
    ),
    "parts of a post": ("<blockquote class=tweet>", f"<p>{SENTENCE}", "</blockquote>"),
    "comments": ("<h3>Comments</h3>", f"<div><b>Jane {{0}}</b> 5 May 2024<p>{SENTENCE}</div>", ""),
}


@pytest.mark.parametrize("name", PARTS)
def test_the_work_grows_with_the_page(name: str) -> None:
    before, part, after = PARTS[name]
    article = "".join(f"<p>{SENTENCE.format(number)}" for number in range(8))

    def work(count: int) -> int:
        parts = "".join(part.format(number) for number in range(1000, 1000 + count))
        page = f"<h1>Ferry diary</h1>{article}{before}{parts}{after}{article}"
        return calls_made(lambda: _write_all(newsclean.extract(page)))

    work(10)  # loads data and compiles patterns
    assert work(240) < 5 * work(60)


def _write_all(article: newsclean.Article) -> None:
    article.to_markdown()
    article.to_html()
    article.to_text()
    article.to_dict()
    article.chunks(1000)
