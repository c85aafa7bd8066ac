"""Words overrule a score for short lines and at the edge of the body, not inside it."""

from __future__ import annotations

import pytest

from newsclean.label.boilerplate import boilerplate
from newsclean.lexicon import find_hits
from newsclean.parse import parse

PARAGRAPH = (
    "<p>The harbour board met on Tuesday and voted, eleven to two, to keep the old lighthouse on "
    "the northern pier.</p>"
)


def dropped(html: str, score: float) -> list[str]:
    """The text of the blocks that are boilerplate if each has this score."""
    page = parse(html)
    hits = find_hits([block.text for block in page.blocks])
    found = boilerplate(page, [score] * len(page.blocks), hits, 0.15)
    return [block.text for block, is_line in zip(page.blocks, found, strict=True) if is_line]


LONG = (
    "For more information on the sale the residents were told to call a number that nobody had "
    "answered since 2019."
)
SHORT = "All rights reserved."


@pytest.mark.parametrize(
    ("html", "score", "found"),
    [
        (f"{PARAGRAPH}<p>{SHORT}</p>", 0.9, True),
        (f"{PARAGRAPH}<p>{SHORT}</p>", 0.99, True),
        (f"{PARAGRAPH}<p>{SHORT}</p>{PARAGRAPH}", 0.9, True),
        (f"{PARAGRAPH}<p>{SHORT}</p>{PARAGRAPH}", 0.99, False),
        (f"{PARAGRAPH}<p>{SHORT}</p><p>{SHORT}</p>{PARAGRAPH}", 0.99, True),
        (f"{PARAGRAPH}<p>{LONG}</p>", 0.9, True),
        (f"{PARAGRAPH}<p>{LONG}</p>", 0.99, False),
        (f"{PARAGRAPH}<p>{LONG}</p>{PARAGRAPH}", 0.9, False),
        (f"{PARAGRAPH}<p>“All rights reserved,” said the mayor.</p>{PARAGRAPH}", 0.99, False),
        (f"{PARAGRAPH}<p>Share Reply</p>{PARAGRAPH}", 0.99, True),
        (f"{PARAGRAPH}<p>Copyright 2008 by Tide. {LONG}</p>", 0.9, True),
        (
            f"{PARAGRAPH}<p>Copyright is a matter of years, the board was told. {LONG}</p>",
            0.9,
            False,
        ),
        (f"{PARAGRAPH}<p>This entry was posted on Monday and is filed under Sale.</p>", 0.99, True),
        (f"{PARAGRAPH}<p>This entry was posted by a ghost, she said.</p>{PARAGRAPH}", 0.99, False),
        (f"{PARAGRAPH}<p>Last edited by Ferryman; 12-03-2010 at 03:14 PM.</p>", 0.99, True),
        (f"{PARAGRAPH}<p>Follow us on Facebook and Telegram for more. {LONG}</p>", 0.99, True),
        (f"{PARAGRAPH}<p>Have your say by posting a comment below.</p>", 0.99, True),
        (f"{PARAGRAPH}<p>Comments are read by nobody. {LONG}</p>", 0.99, False),
        (f"{PARAGRAPH}<table><tr><td>Reader comments</td></tr></table>", 0.9, True),
        (f"{PARAGRAPH}<table><tr><td>Comments<td>12</tr></table>", 0.9, False),
    ],
)
def test_words_against_scores(html: str, score: float, found: bool) -> None:
    assert bool(dropped(html, score)) is found


LINKED = (
    "<p>Related: <a href=/a>What the residents were told of the sale before the board met, and who"
    " told them</a></p>"
)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (LINKED, True),
        (LINKED.replace("<a href=/a>", "").replace("</a>", ""), False),
        (LINKED.replace("Related: ", ""), False),
        ("<p>#pier #lighthouse, #sale</p>", True),
        ("<p>#pier stays, said the board</p>", False),
    ],
)
def test_a_linked_headline_behind_a_label_and_tags_are_dropped_anywhere(
    line: str, found: bool
) -> None:
    assert bool(dropped(PARAGRAPH + line + PARAGRAPH, 0.99)) is found
