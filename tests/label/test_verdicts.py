"""Blocks that are not body although their score is high enough."""

from __future__ import annotations

import pytest

from newsclean.label import label_by
from newsclean.model import Label
from newsclean.parse import parse

PROSE = (
    "The ferry across the sound returns on Monday after three weeks in the yard, the harbour office"
    " said on Friday evening."
)
ARTICLE = f"<article><p>{' '.join([PROSE] * 6)}</article>"
OTHER = (
    "I have crossed the sound for thirty years and never seen the boat so clean as it was on that"
    " morning."
)


def last(html: str) -> tuple[Label, str]:
    """The label and the rule of the last block of a page."""
    page = parse(html)
    words = [float(len(block.text.split())) for block in page.blocks]
    verdict = label_by(page, [0.9] * len(words), words).verdicts[-1]
    return verdict.label, verdict.rule


@pytest.mark.parametrize(
    ("attribute", "label", "rule"),
    [
        ("class=comment", Label.COMMENT, "comment"),
        ("id=comment-12", Label.COMMENT, "comment-12"),
        ("id=li-comment-7", Label.COMMENT, "li-comment-7"),
        ("role=dialog", Label.OTHER, "dialog"),
        ("class='wide modal'", Label.OTHER, "modal"),
        ("class='newsletter-signup wide'", Label.OTHER, "box"),
        ("id=author_bio", Label.OTHER, "box"),
        ("class=video-transcript", Label.OTHER, "transcript"),
        ("class=newsletters-of-the-week", Label.BODY, "score"),
        ("class=comment-on-the-news", Label.BODY, "score"),
        ("class=commentary", Label.BODY, "score"),
        ("class=modal-trigger", Label.BODY, "score"),
    ],
)
def test_what_names_itself_comment_or_dialog_is_no_body(
    attribute: str, label: Label, rule: str
) -> None:
    assert last(f"{ARTICLE}<div {attribute}><p>{OTHER}</div>") == (label, rule)


def test_a_dialog_is_no_body() -> None:
    assert last(f"<body>{ARTICLE}<dialog open><p>{OTHER}</dialog>") == (
        Label.OTHER,
        "element",
    )


@pytest.mark.parametrize(
    ("form", "label"),
    [
        (f"<select><option>{OTHER}</select>", Label.NAVIGATION),
        (f"<form><fieldset><p>{OTHER}</fieldset></form>", Label.OTHER),
    ],
)
def test_the_choices_of_a_form_are_no_body(form: str, label: Label) -> None:
    assert last(f"<body>{ARTICLE}{form}") == (label, "element")


def test_an_article_in_a_fieldset_is_body() -> None:
    fieldset = f"<form><fieldset><p>{' '.join([PROSE] * 6)}</fieldset></form>"
    assert last(f"<h1>Ferry</h1>{fieldset}") == (Label.BODY, "score")


def test_a_page_of_nothing_but_comments_keeps_them() -> None:
    assert last(f"<h1>Ferry</h1><div class=comment><p>{' '.join([PROSE] * 6)}</div>") == (
        Label.BODY,
        "score",
    )


def test_what_holds_the_headline_is_no_comment() -> None:
    column = f"<title>Ferry</title><body>{ARTICLE}<div class=comment><h1>Ferry</h1><p>{OTHER}</div>"
    assert last(column) == (Label.BODY, "score")
    assert last(column.replace("<h1>Ferry</h1>", "")) == (Label.COMMENT, "comment")


def test_the_name_of_the_whole_page_says_nothing_of_its_parts() -> None:
    assert last(f"<body class=modal>{ARTICLE}<p>{OTHER}") == (Label.BODY, "score")


def test_three_excerpts_are_teasers_and_two_are_not() -> None:
    excerpt = f"<div class=post-excerpt><p>{OTHER}</div>"
    assert last(ARTICLE + excerpt * 3) == (Label.RELATED, "excerpt")
    assert last(ARTICLE + excerpt * 2) == (Label.BODY, "score")


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Read more: the ferry in pictures", Label.RELATED),
        ("© 2024 Harbour News", Label.NOTICE),
        ("Nobody on the pier could read more than the first line.", Label.BODY),
        (f"Read more of what the master of the ferry told the council: {OTHER}", Label.BODY),
        (f"This article contains affiliate links, for which we may be paid. {OTHER}", Label.ADVERT),
    ],
)
def test_a_line_that_begins_as_boilerplate_or_holds_a_notice_is_no_body(
    line: str, label: Label
) -> None:
    assert last(f"{ARTICLE}<p>{line}")[0] is label


NEXT = "<div class=full><h1 class=post-title>{}</h1><p>{}</div>"


@pytest.mark.parametrize(
    ("page", "label"),
    [
        (NEXT.format("Ferry", ARTICLE) + NEXT.format("Storm", OTHER), Label.RELATED),
        (NEXT.format("Ferry", ARTICLE) + NEXT.format("Ferry", OTHER), Label.BODY),
        (
            NEXT.format("Ferry", ARTICLE)
            + NEXT.format("Storm", OTHER).replace("post-title", "name"),
            Label.BODY,
        ),
        (
            NEXT.format("Ferry", ARTICLE) + NEXT.format("Storm", OTHER).replace("h1", "h2"),
            Label.BODY,
        ),
        (f"<h1 class=title>Ferry</h1>{ARTICLE}<h1 class=title>Storm</h1><p>{OTHER}", Label.BODY),
        (
            f"<header><h1 class=post-title>Ferry</h1></header>{ARTICLE}"
            + NEXT.format("Storm", OTHER),
            Label.BODY,
        ),
    ],
    ids=[
        "another headline",
        "the same again",
        "another class",
        "another tag",
        "beside it",
        "a chapter",
    ],
)
def test_the_next_article_below_is_no_body(page: str, label: Label) -> None:
    assert last(f"<title>Ferry</title><body>{page}")[0] is label


@pytest.mark.parametrize(
    ("cell", "label"),
    [("Share", Label.BODY), ("Weather<br>Share", Label.SHARE)],
    ids=["datum", "layout"],
)
def test_a_word_of_boilerplate_is_a_datum_where_a_cell_has_nothing_else(
    cell: str, label: Label
) -> None:
    assert last(f"<body>{ARTICLE}<table><tr><td>Company<td>{cell}</table>")[0] is label
