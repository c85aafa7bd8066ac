"""Work grows as a text does: counted in lines that run, at one size and at four times that size."""

from __future__ import annotations

from functools import partial

import pytest

from newsclean.mentions.labelled.spaced import find_spaced
from tests.work import lines_run

PAIRS = {
    "one role and name again and again": "责编 林青 ",
    "padded": "责 编 林 青 ",
    "different roles": "责编 林青 审核 周远 统筹 贺兰 校对 温如玉 ",
    "roles alone": "责编 编辑 ",
    "names alone": "责编 林青 周远 ",
    "traditional": "責編 林青 核稿編輯 周遠 ",
    "Japanese": "編集 林青 撮影 周遠 ",
    "separators": "责编 林青、周远，贺兰 ",
}


@pytest.mark.parametrize("unit", PAIRS.values(), ids=PAIRS)
@pytest.mark.parametrize("end", ["x", "", "）", "，"])
def test_a_line_of_roles_and_names_is_read_in_proportion_to_its_length(unit: str, end: str) -> None:
    count = 38 // len(unit)
    short, long = (unit * count + end, unit * 4 * count + end)
    find_spaced(long)  # makes the pattern, once for all texts
    work, more = (lines_run(partial(find_spaced, text), "spaced") for text in (short, long))
    assert more <= 5 * work
