"""Pages that try to break the reader do not; the whole set is run by `python -m tests.hostile`, a few of each kind here."""

from __future__ import annotations

import pytest

import newsclean
from newsclean import Limits, parse
from tests.hostile.article import SENTENCES, kept, page
from tests.hostile.pages import Input, inputs
from tests.hostile.trial import faults

# Names of pages that take a few hundredths of a second each, as they begin.
QUICK = (
    "empty", "only", "half a mark", "cut off", "UTF-7", "NUL in", "lone surrogates in", "line separators in", "from ", "sent as", "every character of the plane",
    "invalid entities", "a billion laughs", "entity of", "parameter entity", "XInclude", "odd comments", "text after </html>", "in a ", "in <", "frameset",
    "JSON-LD: every key", "JSON-LD: 900 objects", "JSON-LD: 100k arrays deep", "JSON-LD: lone", "JSON-LD: NaN", "JSON-LD: ids", "meta: refresh",
    "body 100 times", "attributes of odd names", "a slash in each tag", "<head> that", "200k equal attributes", "100k nested <b>, never",
)  # fmt: skip
INPUTS = [one for one in inputs() if one.name.startswith(QUICK) or (one.name.startswith("date ") and len(one.name) < 30)]


@pytest.mark.parametrize("one", INPUTS, ids=lambda one: one.name)
def test_a_hostile_page_does_no_harm(one: Input) -> None:
    report = newsclean.explain(one.make(), url=one.url, content_type=one.content_type)
    assert list(faults(report)) == []
    assert kept(report.article.body, one.planted) == len(one.planted)


JUNK = "<div><i>x</i></div>"


@pytest.mark.parametrize(
    ("name", "limits", "text"),
    [
        ("bytes", Limits(bytes=4000), page(after="x" * 5000)),
        ("nodes", Limits(nodes=600), page(before=JUNK * 500, after=JUNK * 500)),
        ("blocks", Limits(blocks=300), page(before=JUNK * 500, after=JUNK * 500)),
        ("text", Limits(text=15_000), page(after=f"<p>{'word ' * 5000}</p>")),
        ("lines", Limits(nodes=600), page(before="\n" * 2000)),
    ],
)
def test_a_limit_cuts_what_is_no_article_and_says_so(name: str, limits: Limits, text: str) -> None:
    article = newsclean.extract(text, limits=limits)
    assert article.truncated
    assert kept(article.body) == len(SENTENCES)
    assert newsclean.extract(text).truncated == ()


def test_the_time_that_is_over_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parse, "PIECE", 5000)
    report = newsclean.explain(page(after="<p>word word word</p>" * 3000), limits=Limits(seconds=0.0))
    assert report.article.truncated[0].endswith("since reading took longer than 0 seconds.")
    assert kept(report.article.body) == len(SENTENCES)
