"""Which of a page's dates is taken, on pages that differ in one thing."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsclean
from newsclean.learned import load_date_signs
from newsclean.model import Label

BODY = (
    "<p>The island ferry sails again from Monday, the council said, after the pier was mended and"
    " the crew came back from leave.</p>" * 4
)
MORE = (
    "<p>Passengers had waited for eleven weeks, and the shop on the quay had closed early on most"
    " days, its owner told the paper.</p>" * 4
)


def _page(line: str = "", head: str = "", after: str = "", top: str = "") -> str:
    return (
        "<html lang=en-GB><head><title>Ferry returns to the"
        f" island</title>{head}</head><body>{top}<article><h1>Ferry returns to the"
        f" island</h1>{line}{BODY}{MORE}</article>{after}</body></html>"
    )


def _date(page: str, reference_date: datetime | None = None) -> str:
    article = newsclean.extract(page, reference_date=reference_date)
    return (
        f"{article.date.isoformat() if article.date else '-'}"
        f" {article.updated.isoformat() if article.updated else '-'}"
    )


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (_page("<div class=date>12 September 2024, 10:06</div>"), "2024-09-12T10:06:00 -"),
        (_page("<div>2024</div><div>09/12</div><div>10:06:32</div>"), "2024-09-12T10:06:32 -"),
        (_page("<div>12.09.2024</div><div>10:06</div>"), "2024-09-12T10:06:00 -"),
        (_page("<div>12</div><div>Sep</div><div>2024</div>"), "2024-09-12T00:00:00 -"),
        (_page("<time>12 September 2024</time>"), "2024-09-12T00:00:00 -"),
        (
            _page('<time datetime="2024-09-12T10:06:00+01:00"></time>'),
            "2024-09-12T10:06:00+01:00 -",
        ),
        (
            _page('<abbr class="published" title="2024-09-12T10:06:00">today</abbr>'),
            "2024-09-12T10:06:00 -",
        ),
        (
            _page('<meta itemprop="datePublished" content="2024-09-12T10:06">'),
            "2024-09-12T10:06:00 -",
        ),
        (
            _page(head='<script>var page = {"publish_date": "2024-09-12 10:06:32"}</script>'),
            "2024-09-12T10:06:32 -",
        ),
        (
            _page(head='<meta name="w-published-date" content="2024-09-12">'),
            "2024-09-12T00:00:00 -",
        ),
        (
            _page(
                head=(
                    '<script type="application/ld+json">{"datePublished": "2024-09-12T10:06",'
                    " oops}</script>"
                )
            ),
            "2024-09-12T10:06:00 -",
        ),
        (
            _page(head='<link rel="canonical" href="https://example.org/2024/sep/12/ferry">'),
            "2024-09-12T00:00:00 -",
        ),
    ],
)
def test_a_date_is_found_in(page: str, expected: str) -> None:
    assert _date(page) == expected


@pytest.mark.parametrize(
    "page",
    [
        _page(after="<footer>© 2019 Island Paper. Copyright 1 May 2019</footer>"),
        _page(after="<footer>Licence 12120180010 of 3 May 2018, all rights reserved</footer>"),
        _page(
            after=(
                '<div class="comments"><p class="date">3 May 2020, 10:06</p><p>Good news!</p></div>'
            )
        ),
        _page(
            after=(
                '<div id="related-news"><a href="/1">Pier mended</a> <span class="date">3 May'
                " 2020</span></div>"
            )
        ),
        _page(
            after=(
                '<div class="comments"><time datetime="2020-05-03T10:06">3 years ago</time><p>Good'
                " news!</p></div>"
            )
        ),
        _page("<div>3 hours ago</div>"),
        _page("<div>12 September</div>"),
        _page(
            head=(
                '<meta name="expires" content="2024-09-12"><meta name="eventdate"'
                ' content="2024-09-12">'
            )
        ),
        _page(
            head=(
                '<meta property="og:url"'
                ' content="https://archive.example/web/20240912100632/http://example.org/ferry">'
            )
        ),
    ],
)
def test_no_date_is_taken_from(page: str) -> None:
    assert _date(page) == "- -"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        # Published and updated are told apart, whichever is printed first.
        (
            _page("<p>Updated: 13 September 2024</p><p>Published: 12 September 2024</p>"),
            "2024-09-12T00:00:00 2024-09-13T00:00:00",
        ),
        (
            _page("<p>Published 12 September 2024 10:06, updated 13 September 2024 11:00</p>"),
            "2024-09-12T10:06:00 2024-09-13T11:00:00",
        ),
        (
            _page("<p>Diterbitkan 12 September 2024 10:06, diperbarui 13 September 2024 11:00</p>"),
            "2024-09-12T10:06:00 2024-09-13T11:00:00",
        ),
        (
            _page("<p>प्रकाशित: 12 सितंबर 2024, 10:06</p><p>अपडेट: 13 सितंबर 2024, 11:00</p>"),
            "2024-09-12T10:06:00 2024-09-13T11:00:00",
        ),
        (
            _page("<p>প্রকাশ: ১২ সেপ্টেম্বর ২০২৪, ১০:০৬</p><p>আপডেট: ১৩ সেপ্টেম্বর ২০২৪, ১১:০০</p>"),
            "2024-09-12T10:06:00 2024-09-13T11:00:00",
        ),
        (
            _page("<p>פורסם: 12 בספטמבר 2024, 10:06</p><p>עודכן: 13 בספטמבר 2024, 11:00</p>"),
            "2024-09-12T10:06:00 2024-09-13T11:00:00",
        ),
        (
            _page("<p>2024年9月12日 10時06分（2024年9月13日 9時更新）</p>"),
            "2024-09-12T10:06:00 2024-09-13T09:00:00",
        ),
        (
            _page("<p>Actualizado: domingo 15 de septiembre de 2024</p><p>12/09/2024</p>"),
            "2024-09-12T00:00:00 2024-09-15T00:00:00",
        ),
        # A change on the same day, with its time only.
        (
            _page("<p>12 septembre 2024 à 10:06 (Mis à jour : 19:56)</p>"),
            "2024-09-12T10:06:00 2024-09-12T19:56:00",
        ),
        (
            _page("<p>12 September 2024, 10:06 (updated: 09:56)</p>"),
            "2024-09-12T10:06:00 -",
        ),
        # Two times with zones are compared as moments; what is earlier is no change.
        (
            _page(
                head='<meta property="article:published_time" content="2024-09-12T10:06:00Z">'
                '<meta property="article:modified_time" content="2024-09-12T11:51:00Z">'
            ),
            "2024-09-12T10:06:00+00:00 2024-09-12T11:51:00+00:00",
        ),
        (
            _page(
                head='<meta property="article:published_time" content="2024-09-12T10:06:00+02:00">'
                '<meta property="article:modified_time" content="2024-09-12T07:06:00Z">'
            ),
            "2024-09-12T10:06:00+02:00 -",
        ),
        # A class that names the link to the comments, on the line of the date.
        (
            _page(
                "<div class=comments_datetime>12 September 2024 | Updated: 13 September 2024</div>"
            ),
            "2024-09-12T00:00:00 2024-09-13T00:00:00",
        ),
        # A year and a rating; a date of history in the text.
        (
            _page("<div>2019</div><div>6.2</div><div>12 September 2024</div>"),
            "2024-09-12T00:00:00 -",
        ),
        (_page(after="<p>The pier was opened on August 14, 1935, by the mayor.</p>"), "- -"),
        (
            _page('<p>AP – <abbr title="2024-09-12T10:06:32Z">1 hr 4 mins ago</abbr></p>'),
            "2024-09-12T10:06:32+00:00 -",
        ),
        (_page(head='<meta name="pubdate" content="1970-01-01T00:00:00Z">'), "- -"),
        # The day that several places name, against one.
        (
            _page(
                "<p>06/01/2026 - 13:55</p>",
                '<meta property="article:published_time" content="2026-01-06T13:55:27+01:00">',
            ),
            "2026-01-06T13:55:00+01:00 -",
        ),
        (
            _page(
                "<p>12 September 2024</p>",
                top="<p>3 May 2025</p><ul><li>Home<li>News<li>Sport<li>Tide tables</ul>",
            ),
            "2024-09-12T00:00:00 -",
        ),
        # The printed time, with the zone that the metadata state for the same moment.
        (
            _page(
                "<p>12 September 2024, 10:06</p>",
                '<meta property="article:published_time" content="2024-09-12T08:06:11Z">',
            ),
            "2024-09-12T10:06:00+02:00 -",
        ),
        # A line without the year gives the time of the day that the address names.
        (
            _page(
                "<p>09-12 10:06</p>",
                '<link rel="canonical" href="https://example.org/20240912/1.htm">',
            ),
            "2024-09-12T10:06:00 -",
        ),
    ],
)
def test_of_several_dates(page: str, expected: str) -> None:
    assert _date(page) == expected


def test_a_relative_date_counts_from_the_reference() -> None:
    page = _page("<div class=time>3 hours ago</div>")
    assert _date(page, datetime(2024, 9, 12, 10, 6)) == "2024-09-12T07:06:00 -"
    east = datetime(2024, 9, 12, 10, 6, tzinfo=timezone(timedelta(hours=8)))
    assert _date(page, east) == "2024-09-12T07:06:00+08:00 -"
    assert _date(_page("<div class=date>12 September 2021</div>"), east) == "2021-09-12T00:00:00 -"


def test_the_evidence_names_what_was_not_taken() -> None:
    report = newsclean.explain(
        _page(
            "<p>Published 12 September 2024</p><p>Updated 13 September 2024</p>",
            '<meta name="date" content="2019-01-01">',
        )
    )
    assert report.evidence["date"].chosen is not None
    assert [other.value for other in report.evidence["date"].others] == ["2019-01-01T00:00:00"]
    assert report.evidence["updated"].chosen is not None
    assert report.evidence["updated"].chosen.text == "13 September 2024"


def test_the_line_of_date_is_labelled_so() -> None:
    report = newsclean.explain(_page("<p>12 September 2024, 10:06</p>"))
    assert [
        report.page.blocks[span.block].text for span in report.spans if span.label is Label.META
    ] == ["12 September 2024, 10:06"]


def test_weights_are_for_and_against() -> None:
    weights = {sign: found.weight for sign, found in load_date_signs().items()}
    assert weights["printed updated"] < 0 < weights["printed published"]
    assert weights["meta sure"] > weights["meta published"] > weights["meta modified"]


LINES = st.lists(
    st.sampled_from(
        [
            "12 September 2024",
            "10:06",
            "2024",
            "09/12",
            "Updated",
            "Published:",
            "3 hours ago",
            "© 2019",
            "06/01/2026",
            "昨天 08:12",
            "二〇二四年",
        ]
    )
    | st.text(max_size=12),
    max_size=6,
)


@given(
    LINES, st.none() | st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2090, 1, 1))
)
def test_a_date_is_printed_on_its_page(lines: list[str], reference: datetime | None) -> None:
    report = newsclean.explain(
        _page("".join(f"<p>{line.replace('<', ' ').replace('&', ' ')}</p>" for line in lines)),
        reference_date=reference,
    )
    text = " ".join(block.text for block in report.page.blocks)
    for candidate in (
        *report.evidence["date"].others,
        report.evidence["date"].chosen,
        report.evidence["updated"].chosen,
    ):
        assert candidate is None or candidate.text in text
