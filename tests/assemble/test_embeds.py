"""Posts, videos and recordings between the paragraphs are paragraphs with their address."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.assemble.embeds import is_player
from newsclean.model import Article, Kind, Mark, MarkKind, Paragraph

BEFORE = "The ferry to the islands sails again from Monday, the harbour office said in the morning."
AFTER = "It was laid up in March, when a storm broke the ramp on which the cars drive on board."


def embeds(markup: str) -> list[tuple[str, str | None]]:
    """The text and the address of each embed of an article with this inside."""
    page = f"<div><h1>Ferry returns</h1><main><p>{BEFORE}</p>{markup}<p>{AFTER}</p></main></div>"
    article = newsclean.extract(page, url="https://news.example/a/1")
    kept = [(one.text, one.address) for one in article.paragraphs if one.kind is Kind.EMBED]
    assert article.body.split("\n") == [BEFORE, *(text for text, _ in kept if text), AFTER]
    return kept


@pytest.mark.parametrize(
    ("markup", "address"),
    [
        (
            "<iframe src=https://www.video.example/embed/1></iframe>",
            "https://www.video.example/embed/1",
        ),
        ("<iframe src=//player.example/v/1></iframe>", "https://player.example/v/1"),
        (
            "<p><iframe src=about:blank data-src=/player?id=1></iframe>",
            "https://news.example/player?id=1",
        ),
        ("<div><div><video src=/a.mp4></video></div></div>", "https://news.example/a.mp4"),
        ("<video><source src=b.webm><source src=b.mp4></video>", "https://news.example/a/b.webm"),
        (
            "<audio controls><source src=/talk.mp3>No audio.</audio>",
            "https://news.example/talk.mp3",
        ),
        ("<embed src=https://tube.example/watch/9>", "https://tube.example/watch/9"),
        ("<object data=https://tube.example/embed/9><p>x</object>", "https://tube.example/embed/9"),
    ],
)
def test_what_plays_something_has_its_address(markup: str, address: str) -> None:
    assert embeds(markup) == [("", address)]
    assert embeds(markup * 2) == [("", address)]


@pytest.mark.parametrize(
    "markup",
    [
        "<iframe src=https://ads.example/player></iframe>",
        "<iframe src=https://social.example/plugins/like.php></iframe>",
        "<iframe src=https://forms.example/1></iframe>",
        "<iframe src=https://maps.example/maps/embed?pb=1></iframe>",
        "<iframe></iframe>",
        "<iframe src=javascript:embed()></iframe>",
        "<div hidden><iframe src=https://video.example/embed/1></iframe></div>",
        "<noscript><video src=/a.mp4></video></noscript>",
        "<video src=blob:https://news.example/1.mp4></video>",
        "<picture><source src=/a.mp4 srcset=/a.webp><img src=/a.jpg></picture>",
    ],
)
def test_other_frames_are_none(markup: str) -> None:
    assert embeds(markup) == []


def test_a_player_outside_of_the_body_is_none() -> None:
    player = "<iframe src=https://video.example/embed/1></iframe>"
    body = f"<article><h1>Ferry returns</h1><p>{BEFORE}<p>{AFTER}"
    inside = newsclean.extract(f"<body>{body}{player}</article><footer>Imprint</footer>")
    outside = newsclean.extract(f"<body>{body}</article><footer>{player}Imprint</footer>")
    assert [one.address for one in inside.paragraphs][2:] == ["https://video.example/embed/1"]
    assert [one.address for one in outside.paragraphs] == [None, None]


@pytest.mark.parametrize(
    ("names", "attributes", "address"),
    [
        ("twitter-tweet", "", "https://posts.example/ann/1"),
        ("tiktok-embed", "cite=https://clips.example/7", "https://clips.example/7"),
        ("wp-embedded-content", "", "https://posts.example/ann/1"),
    ],
)
def test_a_post_has_its_text_and_the_address_that_it_ends_with(
    names: str, attributes: str, address: str
) -> None:
    post = (
        f"<blockquote class={names} {attributes}><p>We sail <a href=/tag>#again</a> on Monday.</p>"
        "<p>Ann <a href=https://posts.example/ann/1>18 May</a></p></blockquote>"
    )
    assert embeds(post) == [("We sail #again on Monday.", address), ("Ann 18 May", address)]


@pytest.mark.parametrize("names", ["quote", "pull-quote", "embedding"])
def test_another_quotation_is_no_post(names: str) -> None:
    quotation = f"<blockquote class={names}>We sail <a href=/1>again</a>, she said.</blockquote>"
    page = f"<h1>Ferry returns</h1><p>{BEFORE}</p>{quotation}<p>{AFTER}</p>"
    assert [one.address for one in newsclean.extract(page).paragraphs] == [None, None, None]


def test_the_words_of_players_are_not_looked_for_in_queries() -> None:
    assert not is_player("https://a.example/frame?next=/embed/1")
    assert is_player("https://a.example/embed/1?widget=0&ads=1")


MARK = Mark(4, 9, MarkKind.LINK, "https://p.example/1")
POST = (
    Paragraph(Kind.EMBED, "It sails.", quote=1, address="https://p.example/1"),
    Paragraph(Kind.EMBED, "Ann 1 May", quote=1, address="https://p.example/1"),
)
LINKED = Paragraph(Kind.EMBED, "Ann 1 May", quote=1, address=MARK.value, marks=(MARK,))
VIDEO = Paragraph(Kind.EMBED, "", address="https://v.example/1")


def test_outputs_have_the_address_once() -> None:
    article = Article(paragraphs=(*POST, VIDEO))
    assert article.body == "It sails.\nAnn 1 May"
    assert article.to_text("\n") == "It sails.\nAnn 1 May\nhttps://v.example/1"
    assert article.to_markdown() == (
        "> It sails.\n>\n> Ann 1 May\n>\n> [https://p.example/1](https://p.example/1)\n\n"
        "[https://v.example/1](https://v.example/1)\n"
    )
    assert article.to_html().replace("\n", "") == (
        "<article><blockquote><p>It sails.</p><p>Ann 1 May</p>"
        '<p><a href="https://p.example/1">https://p.example/1</a></p></blockquote>'
        '<p><a href="https://v.example/1">https://v.example/1</a></p></article>'
    )
    assert '<p><ref target="https://v.example/1">https://v.example/1</ref></p>' in article.to_tei()
    assert [chunk.paragraphs for chunk in article.chunks(100)] == [(0, 1)]
    assert Article.from_dict(article.to_dict()) == article


def test_a_post_that_links_to_itself_has_no_further_link() -> None:
    markdown = Article(paragraphs=(POST[0], LINKED)).to_markdown()
    assert markdown == "> It sails.\n>\n> Ann [1 May](https://p.example/1)\n"


def test_markdown_without_links_has_no_address() -> None:
    assert (
        Article(paragraphs=(*POST, VIDEO)).to_markdown(links=False)
        == "> It sails.\n>\n> Ann 1 May\n"
    )
