"""Repeated text is kept once; text that is only similar is kept as it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.collapse import Collapse, collapse
from newsclean.model import Block, Element, Label, Metadata, Page
from newsclean.parse import parse
from tests.work import lines_run

STORY = (
    (
        "The harbour board met on Tuesday and voted, eleven to two, to keep the old lighthouse. It"
        " has stood on the northern pier since 1887."
    ),
    (
        "Two hotels had offered to buy it. The larger of them wished to put a glass dome on the"
        " lantern room and a bar beneath the stairs."
    ),
    (
        "Residents had gathered 4,100 signatures against the sale, a figure larger than the number"
        " of people who voted in the last election."
    ),
    (
        "The keeper’s daughter, now ninety, told the meeting that she had been born in the second"
        " room from the top during a gale in December."
    ),
    (
        "Repairs will cost two million crowns over three years. The first scaffold is to go up in"
        " April, when the gulls have chosen a ledge."
    ),
)
STORY_ZH = (
    (
        "记者从昨日召开的港务会议上获悉，北堤上的老灯塔将继续保留，不再对外出售，"
        "投票结果为十一票赞成、两票反对，与会者长时间鼓掌。"
    ),
    (
        "此前曾有两家酒店有意收购，其中较大的一家打算在灯室上加装玻璃穹顶，"
        "并把楼梯下面的储藏间改造成酒吧，引起居民强烈不满。"
    ),
    (
        "居民共征集到四千一百个反对出售的签名，这个数字比上次选举的投票人数还要多，"
        "其中年龄最大的签名者今年已经一百零二岁。"
    ),
    (
        "守塔人的女儿今年九十岁，她在会上讲述，自己就出生在从上往下数的第二个房间里，"
        "那是一个刮着大风的十二月夜晚，船靠不了岸。"
    ),
)


def page_of(texts: Sequence[str], hidden: Sequence[int] = (), box: Sequence[int] = ()) -> Page:
    """A page of paragraphs side by side; those of `box`, which are in a row, in a box."""
    first, last = (box[0], box[-1] + 1) if box else (0, 0)
    root = Element(-1, "body", "", 1, 0, len(texts))
    aside = Element(0, "aside", "", 2, first, last)
    paragraphs = [Element(int(i in box), "p", "", 3, i, i + 1) for i in range(len(texts))]
    blocks = [
        Block(text, "p", index + 2, hidden=index in hidden) for index, text in enumerate(texts)
    ]
    return Page(tuple(blocks), (root, aside, *paragraphs), Metadata())


def collapsed(
    *texts: str,
    body: Sequence[bool] | None = None,
    hidden: Sequence[int] = (),
    box: Sequence[int] = (),
) -> tuple[Collapse, list[int]]:
    """The copies on a page of these blocks, and the blocks that are wholly copies."""
    found = collapse(page_of(texts, hidden, box), body or [True] * len(texts))
    assert all(span.label is Label.COPY for span in found.spans)
    return found, [
        span.block for span in found.spans if (span.start, span.end) == (0, len(texts[span.block]))
    ]


@pytest.mark.parametrize("story", [STORY, STORY_ZH], ids=["letters", "characters"])
@pytest.mark.parametrize("times", [2, 3, 4])
def test_of_copies_the_first_stays(story: tuple[str, ...], times: int) -> None:
    found, copies = collapsed(*story * times)
    assert copies == list(range(len(story), times * len(story)))
    assert found.copies == times
    assert found.ranges == tuple((len(story) * n, len(story) * (n + 1)) for n in range(1, times))


def test_a_copy_cut_into_other_blocks_is_one() -> None:
    lines = [line.strip() + "." for line in " ".join(STORY).split(".") if line.strip()]
    found, copies = collapsed(*STORY, "Print", *lines)
    assert (found.copies, copies) == (2, list(range(6, 6 + len(lines))))
    found, copies = collapsed(*lines, "Print", " ".join(STORY))
    assert (found.copies, copies) == (2, [len(lines) + 1])


def test_a_copy_that_lacks_a_paragraph_or_has_a_new_one_is_one() -> None:
    assert collapsed(*STORY, *STORY[:2], *STORY[3:])[1] == [5, 6, 7, 8]
    assert collapsed(*STORY, *STORY[:2], "A word from our sponsor.", *STORY[2:])[1] == [
        5,
        6,
        7,
        8,
        9,
        10,
    ]


def test_changed_lines_at_the_edges_of_a_copy_go_with_it() -> None:
    opening = (
        "On Tuesday the harbour board met and voted, eleven to two, to keep the old lighthouse."
    )
    _, copies = collapsed(*STORY, opening, *STORY[1:])
    assert copies == [5, 6, 7, 8, 9]
    other = (
        "Rain is forecast for the whole of the coming week, with strong winds from the north-west"
        " and snow on the higher ground inland."
    )
    assert collapsed(*STORY, other, *STORY[1:])[1] == [6, 7, 8, 9]


def test_the_lines_around_both_copies_go_with_the_second() -> None:
    frame = ("Lighthouse to stay", "9 May 2024"), ("By Jane Roe",)
    page = (*frame[0], *STORY, *frame[1])
    _, copies = collapsed(*page, "Share", *page)
    assert copies == list(range(len(page) + 1, 2 * len(page) + 1))


def test_a_copy_that_the_labeller_missed_is_found_and_a_menu_is_not() -> None:
    assert collapsed(*STORY, *STORY, body=[True] * 5 + [False] * 5)[1] == [5, 6, 7, 8, 9]
    menu = "Weather, tides and sailing times for the whole of the northern coast, hour by hour"
    page = parse(f"<ul><li><a href=/>{menu}</a></ul><p>x</p><nav><a href=/>{menu}</a></nav>")
    assert collapse(page, [False] * 3).spans == ()


def test_the_copy_that_is_displayed_stays() -> None:
    assert collapsed(*STORY, *STORY, hidden=range(5))[1] == [0, 1, 2, 3, 4]
    assert collapsed(*STORY, *STORY, hidden=range(5, 10))[1] == [5, 6, 7, 8, 9]
    assert collapsed(*STORY * 3, hidden=range(5))[1] == [0, 1, 2, 3, 4, 10, 11, 12, 13, 14]


def test_the_copy_that_lacks_a_paragraph_goes_whichever_it_is() -> None:
    story = (*STORY, *STORY_ZH)
    assert collapsed(*story[:6], *story[7:], "Print", *story)[1] == [0, 1, 2, 3, 4, 5, 6, 7]
    assert collapsed(*STORY, "Print", *STORY[:2], *STORY[3:])[1] == [6, 7, 8, 9]
    changed = (
        "Those against it had gathered 4,100 names on their list, and that is more than had cared"
        " to go and cast a vote last time."
    )
    assert collapsed(*STORY, "Print", *STORY[:2], changed, *STORY[3:])[1] == [6, 7, 8, 9, 10]


def test_a_lead_that_the_whole_text_repeats_is_the_copy() -> None:
    longer = [text.replace("e", "a").replace("t", "d") for text in STORY]
    _, copies = collapsed(*STORY[:3], *STORY, *longer)
    assert copies == [0, 1, 2]


def test_a_new_line_inside_a_copy_goes_with_it_unless_it_is_repeated() -> None:
    new, lines = STORY[2], (STORY[0], STORY_ZH[0], STORY_ZH[1])
    assert collapsed(*lines, *lines[:2], new, lines[2])[1] == [3, 4, 5, 6]
    assert collapsed(*lines, *lines[:2], new, lines[2], new)[1] == [3, 4, 6]


def test_two_copies_in_one_block_are_parted_within_it() -> None:
    text = " ".join(STORY)
    spans = collapse(page_of([f"{text} {text}"]), [True]).spans
    assert [(span.block, span.start, span.end) for span in spans] == [
        (0, len(text), 2 * len(text) + 1)
    ]
    longer = " ".join(text.replace("e", "a").replace("t", "d") for text in STORY)
    lead = " ".join(STORY[:3])
    spans = collapse(page_of([f"{lead} {text} {longer}"]), [True]).spans
    assert [(span.block, span.start, span.end) for span in spans] == [(0, 0, len(lead))]


def test_a_teaser_that_breaks_off_is_a_copy() -> None:
    assert collapsed(STORY[0], STORY[1][:60] + " …", *STORY[1:])[1] == [1]
    assert (
        collapsed(STORY[0], "Two hotels had offered nothing at all, and said so ...", *STORY[1:])[1]
        == []
    )


@pytest.mark.parametrize(
    "texts",
    [
        ["And the sea said nothing, nothing at all."] * 12,
        ["“Listen,” she said. “Listen.”"] * 30,
        ["问：您怎么看？", "答：我觉得很好。"] * 8,
        [STORY[0], "Listen.", STORY[1], "Listen.", STORY[2], "Listen.", STORY[3]],
        [*STORY, STORY[3].split(",")[0] + "."],
    ],
    ids=["a refrain", "an exclamation", "questions", "a line between paragraphs", "a quotation"],
)
def test_refrains_and_quotations_are_no_copies(texts: list[str]) -> None:
    found, copies = collapsed(*texts)
    assert (found.copies, copies, found.ranges) == (1, [], ())


def test_one_repeated_paragraph_is_no_copy_of_the_article() -> None:
    found, copies = collapsed(
        *STORY,
        "Asked about the cost, the chair of the board had no answer to give to the residents.",
        STORY[2] + " " + STORY[3],
        box=[6],
    )
    assert (found.copies, copies) == (1, [6])


PLAN = (
    "The fee is paid on the first of the month and is not returned if the berth is left early.",
    "A boat that lies in the harbour after the last day of the plan is moved at its owner's cost.",
    "The keys of the gate are handed out at the office, and a lost one costs forty crowns.",
)


def test_conditions_that_each_plan_repeats_are_no_copies() -> None:
    plans = [line for name in ("Summer", "Winter", "Year") for line in (f"{name} berth", *PLAN)]
    assert collapsed(*STORY, *plans)[1] == []
    items = "".join(f"<li><h3>{name}</h3><p>{' '.join(PLAN)}</li>" for name in "ABC")
    page = parse(f"<h1>Berths</h1><ul>{items}</ul>")
    assert collapse(page, [True] * len(page.blocks)).spans == ()


def test_a_paragraph_with_words_of_its_own_stays() -> None:
    again = f"{STORY[2]} {STORY[3]} Nobody spoke against her."
    assert collapsed(*STORY, "In short", again, box=[5, 6])[1] == []
    assert collapsed(*STORY, "In short", f"{STORY[2]} {STORY[3]}", box=[5, 6])[1] == [6]


def test_paragraphs_win_over_one_block_of_all_that_a_page_says() -> None:
    block = " ".join(("Lighthouse to stay. Harbour, lighthouse, board.", *STORY))
    assert collapsed(block, "Print", *STORY, body=[True, False, *[True] * 3, False, False])[1] == [
        0
    ]


@given(
    st.lists(
        st.sampled_from(
            [*STORY, *STORY_ZH, "Listen.", "By Jane Roe", "Share", "And so …", STORY[0][:50] + "…"]
        ),
        max_size=30,
    ),
    st.data(),
)
def test_one_copy_of_each_text_stays(texts: list[str], data: st.DataObject) -> None:
    body = data.draw(st.lists(st.booleans(), min_size=len(texts), max_size=len(texts)))
    found = collapse(page_of(texts), body)
    gone = {span.block for span in found.spans}
    assert len(gone) == len(found.spans), "one span for a block"
    kept = {text for index, text in enumerate(texts) if index not in gone}
    # A changed line inside a copy goes with it; no other does.
    inside = {index for first, last in found.ranges for index in range(first + 1, last - 1)}
    assert {texts[index] for index in gone - inside if not texts[index].endswith("…")} <= kept
    assert found.copies == 1 + len(found.ranges)


COLLAPSE = ("copies", "runs", "frames", "repeats", "places", "sentences", "teasers")


def _numbered(n: int) -> list[str]:
    return [
        f"Sentence number {i} of this endless page tells of harbour {i * 7919 % n} and of the ships"
        " in it."
        for i in range(n)
    ]


SHAPES: dict[str, Callable[[int], list[str]]] = {
    "all new": _numbered,
    "two copies": lambda n: _numbered(n // 2) * 2,
    "many copies": lambda n: _numbered(10) * (n // 10),
    "one sentence": lambda n: _numbered(1) * n,
    "copies in reverse": lambda n: _numbered(n // 2) + _numbered(n // 2)[::-1],
    "pairs": lambda n: [text for text in _numbered(n // 2) for _ in "ab"],
    "one long block": lambda n: [" ".join(_numbered(n // 2))] * 2,
    "teasers": lambda n: [f"{'The harbour board met on Tuesday'} {i % 3}…" for i in range(n)],
}


@pytest.mark.parametrize("shape", SHAPES)
def test_the_work_grows_with_the_page_and_no_faster(shape: str) -> None:
    pages = [page_of(SHAPES[shape](n)) for n in (400, 1_600)]
    small, large = (
        lines_run(partial(collapse, page, [True] * len(page.blocks)), *COLLAPSE) for page in pages
    )
    assert large < 4.6 * small


PARAGRAPH = f"{STORY[2]} {STORY[3]}"
REPEATED = page_of((PARAGRAPH, STORY[0], PARAGRAPH, STORY[1], STORY[4]), box=[0])


def test_a_paragraph_stays_if_its_copy_is_no_body() -> None:
    assert collapse(REPEATED, [False, True, True, True, True]).spans == ()


def test_of_two_copies_of_a_paragraph_the_one_with_the_higher_score_stays() -> None:
    body = [True] * 5
    assert [span.block for span in collapse(REPEATED, body, [0.5, 0.9, 0.9, 0.9, 0.9]).spans] == [0]
    assert [span.block for span in collapse(REPEATED, body, [0.8, 0.9, 0.9, 0.9, 0.9]).spans] == [2]


def test_a_third_copy_goes_when_the_second_stays() -> None:
    page = page_of((PARAGRAPH, STORY[0], PARAGRAPH, STORY[1], STORY[4], PARAGRAPH), box=[5])
    body = [False, True, True, True, True, True]
    assert [span.block for span in collapse(page, body).spans] == [5]


def test_of_two_copies_of_an_article_the_one_that_is_body_stays() -> None:
    page = page_of((*STORY, "Listen to this.", *STORY))
    assert {span.block for span in collapse(page, [False] * 5 + [True] * 6).spans} == {
        0,
        1,
        2,
        3,
        4,
    }


def test_of_a_copy_in_one_block_and_one_in_paragraphs_the_paragraphs_stay() -> None:
    page = page_of((" ".join(STORY), "Listen to this.", *STORY))
    assert [span.block for span in collapse(page, [True] * 7).spans] == [0]
