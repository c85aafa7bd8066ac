"""Scores are smoothed over siblings, and blocks between body paragraphs are promoted."""

from __future__ import annotations

import pytest

from newsclean.label.neighbours import body_rules, promote_between
from newsclean.label.smoothing import smooth_scores
from newsclean.parse import parse


def agreed(html: str, scores: dict[str, float]) -> dict[str, float]:
    """The smoothed score of each block, by its text."""
    page = parse(html)
    words = [float(len(block.text.split())) for block in page.blocks]
    found = smooth_scores(page, [scores[block.text] for block in page.blocks], words)
    return {block.text: round(score, 2) for block, score in zip(page.blocks, found, strict=True)}


def test_the_entries_of_a_list_get_one_score() -> None:
    found = agreed(
        "<ul><li>two words<li>three more words</ul><ul><li>other</ul>",
        {"two words": 0.2, "three more words": 0.9, "other": 0.3},
    )
    assert found["two words"] == found["three more words"] == 0.66
    assert found["other"] == 0.3


def test_so_do_entries_whose_text_is_in_a_section() -> None:
    scores = {"two words": 0.2, "three more words": 0.9, "a teaser": 0.3}
    item = "<li><section>{}</section>"
    found = agreed(
        f"<ul>{item.format('two words')}{item.format('three more words')}"
        "<li><section>a teaser</section><a href=/x></a></ul>",
        scores,
    )
    assert found["two words"] == found["three more words"] != 0.9
    two = agreed(
        f"<ul>{item.format('two words')}</ul><ol>{item.format('three more words')}</ol>",
        {"two words": 0.2, "three more words": 0.9},
    )
    assert two == {"two words": 0.2, "three more words": 0.9}


def test_the_cells_of_a_table_get_one_score_but_not_the_columns_of_a_layout() -> None:
    table = "<table><caption>Turnout</caption><tr><th>Ward</th><td>{}</td></tr></table>"
    assert set(
        agreed(table.format("41 %"), {"Turnout": 0.4, "Ward": 0.2, "41 %": 0.9}).values()
    ) == {0.61}
    column = " ".join(["word"] * 61)
    scores = {"Turnout": 0.4, "Ward": 0.2, column: 0.9}
    assert agreed(table.format(column), scores) == scores


def test_paragraphs_are_drawn_towards_each_other() -> None:
    found = agreed("<div><p>one two<p>three four</div>", {"one two": 0.4, "three four": 0.9})
    assert (found["one two"], found["three four"]) == (0.65, 0.76)
    wrapped = agreed(
        "<div class=w><p>one two</p></div><div>x</div><div class=w><p>three four</p></div>",
        {"one two": 0.4, "x": 0.1, "three four": 0.9},
    )
    assert wrapped == {**found, "x": 0.1}


@pytest.mark.parametrize(
    ("line", "is_drawn"),
    [
        ("<p>Updated today", True),
        ("<p class=date>Updated today", False),
        ("<p class=end>It was updated today.", True),
    ],
)
def test_a_line_of_another_class_is_drawn_only_if_it_is_a_sentence(
    line: str, is_drawn: bool
) -> None:
    page = parse(f"<div><p>One sails.<p>Another sails.{line}</div>")
    assert (smooth_scores(page, [0.9, 0.9, 0.2], [20.0, 20.0, 2.0])[2] > 0.5) == is_drawn


@pytest.mark.parametrize(
    ("html", "scores"),
    [
        ("<div><p>one two</p><h2>three four</h2></div>", {"one two": 0.9, "three four": 0.4}),
        (
            "<div class=a><p>one two</div><div class=b><p>three four</div>",
            {"one two": 0.9, "three four": 0.4},
        ),
        ("<div><p>one two<p><a href=/a>three four</a></div>", {"one two": 0.9, "three four": 0.4}),
        ("<div><p>one two<p>three four</div>", {"one two": 0.9, "three four": 0.0}),
        ("<table><tr><td>one<br>two</table>", {"one": 0.9, "two": 0.4}),
    ],
    ids=["other tag", "other element", "link", "never in question", "lines of a cell"],
)
def test_others_are_no_siblings(html: str, scores: dict[str, float]) -> None:
    assert agreed(html, scores) == scores


@pytest.mark.parametrize(
    ("inner", "found"),
    [
        ("<h2>x</h2>", True),
        ("<blockquote>x</blockquote>", True),
        ("<blockquote><p>x</p></blockquote>", True),
        ("<ul><li>x</ul>", True),
        ("<table><tr><td>x</table>", True),
        ("<table><tbody><tr><td>x</table>", True),
        ("<div>x</div>", False),
        ("<p>x</p>", False),
        ("<div><h2>x</h2></div>", True),
        ("<div><table><tr><td>x</table></div>", True),
        ("<h2 id=low>x</h2>", True),
        ("<h2 id=low>x</h2><div>y</div>", False),
        ("<p id=low><b>x</b></p>", True),
        ("<p id=low><b>x</b> y</p>", False),
        ("<p id=low><b><a href=/a>x</a></b></p>", False),
        ("<ul><li id=low>x</ul>", False),
        ("<div><pre id=low>x</pre></div>", True),
    ],
)
def test_what_stands_between_paragraphs_of_the_body(inner: str, found: bool) -> None:
    page = parse(f"<article><p>First.</p>{inner}<p>Last.</p></article><h2>Below.</h2>")
    score = 0.1 if "low" in inner else 0.2
    body = [block.text in ("First.", "Last.") for block in page.blocks]
    sandwiched = promote_between(page, body, [score] * len(body))
    assert [
        block.text for block, is_between in zip(page.blocks, sandwiched, strict=True) if is_between
    ] == ["x"] * found


@pytest.mark.parametrize(
    ("end", "last"),
    [
        ("<p><a href=/a>All of it link.</a></p>", "Third."),
        (
            "<p><a href=/a>All of it</a> <a href=/b>links.</a></p><p><a href=/a>Another.</a></p>",
            "Third.",
        ),
        ("<h3>More on the sea</h3><p><a href=/a>All of it link.</a></p>", "Third."),
        ("<p>Twitter: @marlow_desk</p><p>desk@marlow.example</p><p>On the web:</p>", "Third."),
        ("<h3>Further reading</h3><p>Mehr dazu auf www.marlow.example</p>", "Third."),
        ("<p>延伸阅读：</p><p>***</p>", "Third."),
        ("<p>She asked one thing: why?</p>", "She asked one thing: why?"),
        ("<p>They meet @ noon</p>", "They meet @ noon"),
        ("<p>The site www.marlow.example is new.</p>", "The site www.marlow.example is new."),
        ("<h3>A heading with nothing under it</h3>", "A heading with nothing under it"),
        ("<p>Half of it <a href=/a>is link.</a></p>", "Half of it is link."),
        ("<p><a href=/a>A link in the middle.</a></p><p>Fourth.</p>", "Fourth."),
        ("<table><tr><td>Ward</td><td><a href=/a>Results</a></td></tr></table>", "Results"),
    ],
)
def test_the_body_does_not_end_with_links(end: str, last: str) -> None:
    page = parse(f"<body><p>{'First. ' * 9}</p><p>Second.</p><p>Third.</p>{end}")
    held = body_rules(page, [0.9] * len(page.blocks), 0.5)
    assert [block.text for block, rule in zip(page.blocks, held, strict=True) if rule][-1] == last


def test_a_heading_over_links_at_the_end_stands_between_no_paragraphs() -> None:
    html = "<body><p>First.</p><p>Second.</p><h2>Heading.</h2>{}"
    scores = [0.9, 0.9, 0.2, 0.9]
    assert body_rules(parse(html.format("<p><a href=/a>Link.</a></p>")), scores, 0.5) == [
        "score",
        "score",
        "",
        "",
    ]
    assert body_rules(parse(html.format("<p>Third.</p>")), scores, 0.5) == [
        "score",
        "score",
        "between",
        "score",
    ]


def test_a_list_of_links_stays() -> None:
    page = parse("<body><p>First.</p><p><a href=/a>One</a></p><p><a href=/b>Two</a></p>")
    assert body_rules(page, [0.9, 0.9, 0.9], 0.5) == ["score"] * 3


def test_nothing_below_the_credits_of_the_desk_is_body() -> None:
    page = parse(
        "<div><p>The harbour board met on Tuesday and voted, eleven to two, to keep the "
        "lighthouse.</p><p>[责任编辑：黄杰] 标签：灯塔</p>"
        "<p>Read the news on your telephone.</p></div><p>Elsewhere.</p>"
    )
    rules = body_rules(page, [0.9, 0.2, 0.9, 0.9], 0.5)
    assert [bool(rule) for rule in rules] == [True, False, False, True]


def test_credits_above_most_of_the_text_end_nothing() -> None:
    page = parse("<div><p>It sails.</p><p>Editor: Jo Roe</p><p>It sails at noon, full.</p></div>")
    assert all(body_rules(page, [0.9, 0.9, 0.9], 0.5))
