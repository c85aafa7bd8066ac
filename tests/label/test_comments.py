"""Comments are found by their heading, and by what each of them repeats."""

from __future__ import annotations

import pytest

from newsclean.label.comments import opened_comments
from newsclean.label.signatures import repeated_comments
from newsclean.label.signed_lines import signed_lines
from newsclean.lexicon import find_hits
from newsclean.model import Page
from newsclean.parse import parse

STORY = (
    "<h1>Lighthouse to stay</h1><p>The harbour board met on Tuesday and voted, eleven to two, to "
    "keep the old lighthouse on the northern pier.</p><p>Residents had gathered 4,100 signatures "
    "against the sale, more than had voted in the last election.</p>"
)


def opened(html: str) -> list[str]:
    """The text of the blocks that headings of comments open."""
    page = parse(html)
    words = [float(len(block.text.split())) for block in page.blocks]
    hits = find_hits([block.text for block in page.blocks])
    return _texts(page, opened_comments(page, hits, words, 0))


def repeated(html: str) -> list[str]:
    """The text of the blocks of repeated comments."""
    page = parse(html)
    return _texts(page, repeated_comments(page, 0))


def _texts(page: Page, ranges: object) -> list[str]:
    assert hasattr(ranges, "__iter__")
    return [page.blocks[index].text for found in ranges for index in found]


@pytest.mark.parametrize(
    "heading",
    [
        "<h3>Comments</h3>",
        "<h3>Comments (4)</h3>",
        "<h3>12 comments</h3>",
        "<div>Comments: 12</div>",
        "<h2>Комментарии (5)</h2>",
        "<h4>网友评论</h4>",
        "<h3>Kommentare</h3>",
        "<h3>コメント</h3>",
        "<div class=x><div><h3>Comentarios</h3></div></div>",
    ],
)
def test_a_heading_opens_the_comments_below_it(heading: str) -> None:
    found = opened(f"<div>{STORY}</div><div>{heading}<p>I was born there.<p>So was I.</div>")
    assert found[1:] == ["I was born there.", "So was I."]


@pytest.mark.parametrize(
    "html",
    [
        f"<div><h3>Comments</h3>{STORY}</div>",
        f"<div>{STORY}<h3>The minister's comments on the sale were brief</h3><p>More.</div>",
        f"<div>{STORY}<p><a href=#c>Comments (4)</a></p><p>More.</div>",
        "<div><h1>Lighthouse</h1><div>Comments (4)</div><p>The board met on Tuesday.</div>",
        f"<div>{STORY}<div>2 replies</div><p>More.</div>",
    ],
    ids=["above the text", "a heading of the text", "a link", "before the text", "a button"],
)
def test_other_lines_open_no_comments(html: str) -> None:
    assert [text for text in opened(html) if "omments" not in text] == []


def test_the_comments_end_at_the_next_heading() -> None:
    found = opened(
        f"<div>{STORY}<h3>Comments</h3><p>I was born there.<h3>Weather</h3><p>Rain.</div>"
    )
    assert found == ["Comments", "I was born there."]


COMMENT = "<div><b>{}</b> <i>{}</i><p>I was born there, in the second room from the top.</div>"


@pytest.mark.parametrize(
    "comments",
    [
        [("Ola", "9 May 2024"), ("Signe", "10 May 2024")],
        [("Ola", "2 hours ago"), ("Signe", "3 days ago")],
        [("Мария К.", "21 июня 2023 в 11:05"), ("Гость", "22 июня 2023 в 12:05")],
        [("江南一叶", "2024-11-17 08:12"), ("小明的妈", "2024-11-17 09:40")],
    ],
    ids=["English", "relative", "Russian", "Chinese"],
)
def test_siblings_with_names_and_dates_are_comments(comments: list[tuple[str, str]]) -> None:
    found = repeated(STORY + "".join(COMMENT.format(*comment) for comment in comments))
    assert len(found) == 2 * len(comments)


@pytest.mark.parametrize(
    "items",
    [
        COMMENT.format("Ola", "9 May 2024"),
        COMMENT.format("Update", "9 May 2024") * 2,
        COMMENT.format("", "9 May 2024") * 2,
        COMMENT.format("<a href=/1>Ferry sails again from Monday</a>", "9 May 2024")
        + COMMENT.format("<a href=/2>Saddler stays in Marrow Lane</a>", "8 May 2024"),
        "".join(
            f"<div><h3>{name}</h3><i>9 May 2024</i><p>I was born there.</div>"
            for name in ("Ola", "Signe")
        ),
        "<div><p>Ola, 9 May 2024<a>Reply</a></div><div><p>Signe, 10 May 2024<a>Reply</a></div>",
    ],
    ids=["one", "one name", "no name", "teasers", "headings", "no text"],
)
def test_other_siblings_are_none(items: str) -> None:
    assert repeated(STORY + items) == []


@pytest.mark.parametrize(
    "line",
    [
        "Comments are now closed for this story.",
        "*Submitted comments are subject to moderation before being displayed.",
        "Die Kommentarfunktion ist geschlossen.",
        "Комментарии закрыты.",
        "評論已關閉",
    ],
)
def test_a_line_on_closed_comments_opens_those_below_it(line: str) -> None:
    found = opened(f"<div>{STORY}<p>{line}</p><p>Joe</p><p>So was I.</p></div>")
    assert found == [line, "Joe", "So was I."]


@pytest.mark.parametrize(
    "line", ["Comments are closed, the editors said.", "He wrote that comments are closed."]
)
def test_a_sentence_about_closed_comments_opens_none(line: str) -> None:
    assert opened(f"<div>{STORY}<p>{line}</p><p>So they stay.</p></div>") == []


def test_a_wrapped_heading_does_not_open_the_article_below_it() -> None:
    heading = "<div><div><h3>Comments (4)</h3></div></div>"
    lead = "<p>The board of the harbour met on Tuesday, and nearly all of the town came.</p>" * 2
    text = STORY.partition("</h1>")[2]
    assert opened(f"<h1>Stays</h1><div>{lead}{heading}{text}</div>") == ["Comments (4)"]


REPLIED = "<div><b>{}</b><p>The tides will settle it, as they settle most things here.</p>{}</div>"


def replies(names: str, button: str, tag: str = "div") -> str:
    """A page with a comment of each name, each with a button."""
    comments = "".join(REPLIED.format(name, button) for name in names.split())
    return f"{STORY}<section>{comments.replace('div', tag)}</section>"


@pytest.mark.parametrize(
    "button", ["<a>Reply</a>", "<a>Reply</a> <a>Like</a> 3", "<i>Odpowiedz</i>"]
)
def test_names_with_a_button_to_reply_are_comments(button: str) -> None:
    assert len(repeated(replies("Ada Ben Cleo", button))) == 9


@pytest.mark.parametrize(
    "html",
    [
        replies("Ada Ben", "<a>Reply</a>"),
        replies("Ada Ada Ada", "<a>Reply</a>"),
        replies("Ada Ben Cleo", "<a>Buy</a>"),
        replies("Ada Ben Cleo", "<a>Reply</a>", "article"),
        replies("Ada Ben Cleo", "<a>Reply</a>").replace(STORY, "<h1>Lighthouse</h1>"),
    ],
)
def test_fewer_names_other_buttons_and_posts_are_no_comments(html: str) -> None:
    assert repeated(html) == []


def signed(lines: str) -> list[str]:
    """The text of the blocks from the first signed line on."""
    page = parse(f"<div>{STORY}<div>{lines}</div></div>")
    return _texts(page, signed_lines(page, 0))


def test_lines_with_names_and_times_are_comments_to_the_end_of_their_element() -> None:
    lines = (
        "<b>Ada</b> wrote on Mar 12, 2008 7:15 AM:<br>They knew.<br><br>"
        "<b>Ben</b> wrote on Mar 12, 2008 9:01 AM:<br>Who pays?<br><br>Powered by Tide"
    )
    assert signed(lines) == [
        "Ada wrote on Mar 12, 2008 7:15 AM:",
        "They knew.",
        "Ben wrote on Mar 12, 2008 9:01 AM:",
        "Who pays?",
        "Powered by Tide",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "<p>Ada, 12 March 2008<p>They knew.<p>Ben, 12 March 2008<p>Who pays?",
        "<p>Updated: 12 March 2008, 7:15<p>They knew.<p>Updated: 13 March 2008, 7:15",
        "<p>The board met on 12 March 2008 at 7:15 and voted.<p>It met on 13 March 2008 at 7:15.",
    ],
)
def test_dates_without_names_or_times_sign_no_lines(lines: str) -> None:
    assert signed(lines) == []
