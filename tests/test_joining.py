"""Joining the pages of an article, and finding the address of the next one."""

from __future__ import annotations

from datetime import datetime

import pytest

import newsclean
from newsclean import Article, Credit, Image, InputError, Kind, Paragraph, Rights
from newsclean.fields.next_page import is_later_page

TEXTS = (
    "The ferry sailed at six with farmers, children and a dog, and its captain waved from above.",
    "On the far bank the shop had put out its chairs, and the baker sold the first rolls of May.",
    "By noon the wind had turned, and the second boat came in an hour late with wet passengers.",
)


def _article(*texts: str, **fields: object) -> Article:
    return Article(
        paragraphs=tuple(Paragraph(Kind.PARAGRAPH, text) for text in texts),
        **fields,  # type: ignore[arg-type]
    )


def _page(links: str = "", head: str = "") -> str:
    paragraphs = "".join(f"<p>{text}</p>" for text in TEXTS)
    return (
        f"<html><head><title>Ferry returns</title>{head}</head><body><h1>Ferry returns</h1>"
        f"{paragraphs}<div class=pager>{links}</div></body></html>"
    )


def test_the_first_page_that_states_a_field_gives_it() -> None:
    pages = [_article(title="Ferry", source=None), _article(title="Ferry (2)", source="River Post")]
    joined = newsclean.join(pages)
    assert (joined.title, joined.source) == ("Ferry", "River Post")


def test_paragraphs_pictures_and_names_are_kept_once() -> None:
    editor = Credit("编辑", ("林知秋",))
    lead = Image("a.jpg", paragraph=0)
    first = _article(TEXTS[0], TEXTS[1], authors=("Jane Roe",), images=(lead,), quality=0.9)
    second = _article(
        TEXTS[0], TEXTS[2], authors=("Jane Roe", "John Poe"), credits=(editor,), quality=0.6,
        images=(lead, Image("b.jpg", paragraph=1)), next_page="https://a.example/3",
    )  # fmt: skip
    joined = newsclean.join(iter([first, second]))
    assert joined.body == "\n".join(TEXTS)
    assert joined.authors == ("Jane Roe", "John Poe")
    assert joined.credits == (editor,)
    assert [(image.src, image.paragraph) for image in joined.images] == [("a.jpg", 0), ("b.jpg", 2)]
    assert (joined.quality, joined.next_page) == (0.6, "https://a.example/3")


def test_pictures_keep_their_places_beside_paragraphs_that_are_dropped() -> None:
    before_repeat, at_end = Image("a.jpg", paragraph=0), Image("b.jpg", paragraph=2)
    first = _article(TEXTS[0], TEXTS[1], images=(Image("c.jpg", paragraph=2),))
    second = _article(TEXTS[0], TEXTS[2], images=(before_repeat, at_end))
    places = {image.src: image.paragraph for image in newsclean.join([first, second]).images}
    assert places == {"a.jpg": 2, "b.jpg": 3, "c.jpg": 2}


def test_lists_of_two_pages_stay_apart() -> None:
    texts = ("Bring a coat.", "Bring food.")
    items = [Paragraph(Kind.LIST_ITEM, text, 1, list_id=0) for text in texts]
    joined = newsclean.join(Article(paragraphs=(item,)) for item in items)
    assert [part.list_id for part in joined.paragraphs] == [0, 1]
    assert joined.to_html().count("<ul>") == 2


def test_what_belongs_together_is_of_one_page() -> None:
    day = datetime(2024, 5, 9)
    pages = [
        Article(date_text="yesterday", section=("News",), article_probability=0.0),
        Article(date=day, section=("Home", "Page 2"), article_probability=0.9),
        Article(date_text="later", rights=Rights(license="CC BY")),
    ]
    joined = newsclean.join(pages)
    assert (joined.date, joined.date_text) == (day, None)
    assert joined.section == ("News",)
    assert joined.article_probability == 0.0
    assert joined.rights.license == "CC BY"


def test_a_short_paragraph_may_return() -> None:
    assert newsclean.join([_article("Why?", TEXTS[0]), _article("Why?")]).body.count("Why?") == 2


def test_one_article_is_joined_to_itself_and_none_is_an_error() -> None:
    article = newsclean.extract(_page())
    assert newsclean.join([article]) == article
    with pytest.raises(InputError, match="at least one"):
        newsclean.join([])


@pytest.mark.parametrize(
    ("address", "links", "head", "expected"),
    [
        ("n/12.html", "<a href=12_2.html>下一页</a>", "", "n/12_2.html"),
        (
            "n/12_2.html",
            "<a href=12.html>上一页</a> <a href=12_3.html>下一页</a>",
            "",
            "n/12_3.html",
        ),
        ("n/12", "<a href='?page=2'>Next page »</a>", "", "n/12?page=2"),
        ("n/ferry/", "<a href=page/2/>Weiter</a>", "", "n/ferry/page/2/"),
        ("n/ferry", "", "<link rel=next href=/n/ferry/2>", "n/ferry/2"),
        ("n/12.html", "<a href=13.html>下一页</a>", "", None),
        ("n/ferry", "", "<link rel=next href=/n/another-story>", None),
        ("n/12.html", "<a href=https://b.example/n/12_2.html>下一页</a>", "", None),
        ("n/12.html", "<a href=12_2.html>下一篇</a>", "", None),
        ("n/12_2.html", "<a href=12_2.html>下一页</a>", "", None),
    ],
)
def test_the_next_page(address: str, links: str, head: str, expected: str | None) -> None:
    article = newsclean.extract(_page(links, head), url=f"https://a.example/{address}")
    assert article.next_page == (expected and f"https://a.example/{expected}")


@pytest.mark.parametrize("other", ["https://[", "", "mailto:a@b.example", "https://a.example/"])
def test_an_address_that_is_none_is_no_later_page(other: str) -> None:
    assert not is_later_page("https://a.example/n/12.html", other)


def test_other_titles_and_the_description_are_kept() -> None:
    head = (
        "<meta property=og:title content='She waited for the ferry'>"
        "<meta name=description content=' A boat \n is back. '>"
    )
    article = newsclean.extract(_page(head=head))
    assert article.titles == (("social", "She waited for the ferry"),)
    assert article.description == "A boat is back."
