"""Galleries, summaries and comparisons show what they were given, and nothing of it is active."""

from __future__ import annotations

import dataclasses
import html
import json
import re
import time
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given

import newsclean
from newsclean import Article, Kind, Label, Paragraph, Report
from newsclean.cli import main
from newsclean.display import Side, View, compare, gallery, summary
from newsclean.display.gallery import A_SCREEN, MOST_CARDS
from newsclean.many import Result, Status
from tests.cases import FIXTURES
from tests.strategies import articles

PAGE = str(FIXTURES / "city-paper-utf8" / "page.html")
OTHER = str(FIXTURES / "city-paper-table" / "page.html")


def _article(number: int, quality: float = 0.9) -> Article:
    return Article(
        title=f"Ferry {number}",
        url=f"https://www.site{number % 3}.example/{number}",
        paragraphs=(Paragraph(Kind.PARAGRAPH, f"The ferry sails again {number}. " * 20),),
        is_article=True,
        quality=quality,
    )


def _titles(view: View) -> list[str]:
    return re.findall(r"Ferry \d+", view.html)


def _text(view: View) -> str:
    return html.unescape(re.sub(r"<[^>]+>", " ", view.html))


def test_the_lowest_quality_comes_first() -> None:
    view = gallery([_article(1, 0.9), _article(2, 0.2), _article(3, 0.6)])
    assert _titles(view) == ["Ferry 2", "Ferry 3", "Ferry 1"]
    assert "quality 0.20" in view.html


def test_a_screen_has_twelve_cards_and_the_others_are_folded() -> None:
    html = gallery([_article(number) for number in range(30)]).html
    assert len(re.findall(r"Ferry \d+", html.partition("13 to 24 of 30")[0])) == A_SCREEN
    assert re.findall(r"\d+ to \d+ of \d+", html) == ["13 to 24 of 30", "25 to 30 of 30"]


def test_a_gallery_of_very_many_is_bounded() -> None:
    endless = (dataclasses.replace(_article(1), quality=n / 9_999) for n in range(2_000))
    view = gallery(endless)
    assert len(_titles(view)) == MOST_CARDS
    assert f"… and {2_000 - MOST_CARDS:,} more, of a higher quality" in view.html
    assert view.title == "gallery of 2,000 pages"
    assert len(view.html) < 1_500_000


@pytest.mark.parametrize("show", [gallery, summary])
def test_nothing_is_shown_as_such(show: object) -> None:
    assert callable(show)
    assert "0 pages" in show([]).title


def test_what_could_not_be_read_is_shown_first_with_its_error() -> None:
    results = [
        Result(1, "https://example.org/1", Status.OK, _article(1)),
        Result("b", None, Status.ERROR, None, "The worker died."),
    ]
    text = _text(gallery(results))
    assert text.index("(not read)") < text.index("The worker died.") < text.index("Ferry 1")
    assert "not read" in summary(results).html


def test_a_name_of_any_length_is_cut() -> None:
    results = [Result("x" * 10**6, None, Status.ERROR, None, "y" * 10**6)]
    assert len(gallery(results).html) < 3_000
    assert len(summary(results).html) < 10_000


@pytest.mark.parametrize("show", [gallery, summary])
def test_other_values_are_refused(show: object) -> None:
    assert callable(show)
    with pytest.raises(TypeError, match=r"item 1 must be an Article, .* not str: extract the"):
        show([Article(), "<p>"])


def test_one_article_or_report_may_stand_alone(report: Report) -> None:
    assert gallery(report).title == gallery(report.article).title == "gallery of 1 page"


def _cells(view: View, site: str) -> list[str]:
    row = next(row for row in view.html.split("<tr>") if f"<bdi>{site}</bdi>" in row)
    return re.findall(r"<td[^>]*>([^<]*)</td>", row)


def test_a_summary_counts_by_site() -> None:
    pages = [
        _article(0, 0.3),
        dataclasses.replace(_article(3), date=datetime(2024, 5, 1), title=None),
        dataclasses.replace(_article(6), is_article=False),
        Article(url="https://site0.example/9"),
        _article(1),
    ]
    view = summary(pages)
    assert view.title == "summary of 5 pages of 2 sites"
    # pages, not read, empty, no article, low quality; no title, date, source, authors
    assert _cells(view, "site0.example") == ["4", "–", "1", "1", "1", "1", "1", "2", "2"]
    assert _cells(view, "all sites") == ["5", "–", "1", "1", "1", "1", "2", "3", "3"]
    assert "2024" in view.html
    assert "characters by label" not in view.html


def test_a_summary_of_reports_has_the_labels(report: Report) -> None:
    view = summary([report, report])
    characters = sum(s.end - s.start for s in report.spans if s.label is Label.NOTICE)
    assert "characters by label" in view.html
    assert re.search(rf"notice</div>.*?<div>{2 * characters}</div>", view.html)


def test_a_summary_of_many_sites_is_bounded() -> None:
    pages = (Article(url=f"https://site{number}.example/") for number in range(3_000))
    view = summary(pages)
    assert "… and 2,500 smaller sites" in view.html
    assert len(view.html) < 1_500_000


def test_a_comparison_marks_what_differs() -> None:
    left = dataclasses.replace(_article(1), source="The Harbour Post")
    right = dataclasses.replace(
        left,
        source="The Harbor Post",
        paragraphs=(*left.paragraphs, Paragraph(Kind.PARAGRAPH, "Read more.")),
    )
    view = compare(Side("old", left), Side("new", right))
    assert view.title == "old and new: 1 field differs, the bodies are different"
    marked = re.findall(r"<mark[^>]*>([^<]*)</mark>", view.html)
    assert marked == ["u", "Read more."]
    assert "equal: 1 paragraph" in view.html


@given(articles, articles)
def test_a_comparison_has_the_whole_text_of_both(one: Article, other: Article) -> None:
    text = "".join(_text(compare(Side("a", one), Side("b", other))).split())
    for article in (one, other):
        for paragraph in article.paragraphs:
            # A mark may stand inside the text, and is no white space.
            assert "".join(paragraph.text.split()) in text


def test_a_comparison_of_long_bodies_takes_no_time() -> None:
    lines = [Paragraph(Kind.PARAGRAPH, f"{number % 7}") for number in range(4_000)]
    left = Article(paragraphs=tuple(lines))
    right = Article(paragraphs=tuple(reversed(lines)))
    start = time.process_time()
    view = compare(Side("a", left), Side("b", right))
    assert time.process_time() - start < 5
    assert "3,000 more paragraphs were not compared" in view.html


def test_a_view_is_displayed_and_saved() -> None:
    view = gallery([_article(1)])
    assert view._repr_html_() == view.html
    assert view.to_html().startswith("<!doctype html>")
    assert view.html in view.to_html()
    assert len(repr(view)) < 80


def test_articles_are_compared_without_names() -> None:
    view = compare(Article(title="Ferry returns"), Side("new", Article(title="Ferry")))
    assert view.title == "left and new: 1 field differs, the bodies are equal"


def test_what_has_no_article_is_not_compared() -> None:
    with pytest.raises(TypeError, match=r"right must be an Article or a Side, not Report"):
        compare(Article(), newsclean.explain("<p>Ferry"))  # type: ignore[arg-type]


def test_the_command_compares_two_pages(tmp_path: Path) -> None:
    target = tmp_path / "comparison.html"
    assert main(["compare", PAGE, OTHER, "-o", str(target)]) == 0
    page = target.read_text("utf-8")
    assert "the bodies are" in page
    assert 'title="body: ' in page


def test_the_command_compares_what_was_saved(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    report = newsclean.explain(Path(PAGE).read_bytes())
    saved = {"report.json": report.to_dict(), "article.json": report.article.to_dict()}
    for name, found in saved.items():
        (tmp_path / name).write_text(json.dumps(found), "utf-8")
    names = [str(tmp_path / name) for name in saved]
    assert main(["compare", *names]) == 0
    page = capsysbinary.readouterr().out.decode()
    assert "0 fields differ, the bodies are equal" in page
    kept = sum(s.end - s.start for s in report.spans if s.label is Label.BODY)
    assert f'title="body: {kept:,} characters"' in page


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"article": 5}', "this JSON is no article or report"),
        ('{"name": "ferry"}', "this JSON is no article or report"),
        ('{"title": 5}', "title must be text or null, not int"),
    ],
)
def test_the_command_says_what_is_no_article(
    text: str, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.json"
    path.write_text(text)
    assert main(["compare", str(path), PAGE]) == 1
    assert message in capsys.readouterr().err


@pytest.mark.parametrize(
    "blocks",
    ["5", "[5]", '[{"spans": null}]', '[{"spans": [5, {"label": [1]}, {"label": "body"}]}]'],
)
def test_the_command_passes_over_spans_that_are_none(blocks: str, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(f'{{"article": {{"title": "Ferry"}}, "blocks": {blocks}}}')
    assert main(["compare", str(path), PAGE, "-o", str(tmp_path / "a.html")]) == 0


def test_only_one_side_is_standard_input(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["compare", "-", "-"])
    assert caught.value.code == 2
    assert "only one of A and B may be -" in capsys.readouterr().err
