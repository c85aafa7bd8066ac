"""Chinese bylines made by the grammar, some thousands of them, are read; other lines are not."""

from __future__ import annotations

from itertools import product

import pytest

from newsclean.lexicon.lookups import words_of
from newsclean.mentions.names.bylines import find_bylines
from newsclean.mentions.names.grammar import BRACKETS, read_byline

WRITING, PICTURES = (sorted(words_of(f"name.{kind}", "zh")) for kind in ("writing", "pictures"))
PAPERS = ("", "本报", "河湾日报", "河湾网财经频道 ", "大河报全媒体", "总台", "经济时报-中国时报网")
PEOPLE = (
    ("林知秋",),
    ("周望",),
    ("欧阳文秋",),
    ("林知秋", "周望舒"),
    ("沈砚青", "陶立", "玛丽·罗"),
)
LIST_SEPARATORS = ("、", " ", "，", "\u3000", ",")
JOB_SEPARATORS = ("", " ", "：", "/", "丨", " | ")
# What may follow the names. A place that touches them leaves open where the name ends.
ENDINGS = ("", " 上海报道", " 发自北京", "/高雄報導", " 摄影报道", " 文/图", " 报道", " 综合报道")
SENTENCES = (
    "记者在现场看到，河水已经退去。",
    "林知秋说，桥已经通车。",
    "她当过记者，也当过编辑",
    "记者会上，林知秋没有回答",
    "文/图说明见第二页",
    "文明新风进万家",
    "摄影展今天开幕",
    "报道称，船已经到港",
)
OTHER_LINES = (
    *(
        "河湾要闻",
        "相关新闻",
        "新闻/视频",
        "首页 > 要闻",
        "国内 国际 社会 财经",
        "分享到：微博 微信",
    ),
    *("省发改委 省财政厅 省交通厅", "北京/上海/广州", "2024-05-10 10:06", "来源：河湾日报", "完"),
    *("责任编辑：林知秋", "编辑 林知秋 校对 周望舒", "阅读 1024 评论 12", "■ 相关链接", "【高温】"),
    *("网友：希望早点通车", "河湾一中 三班 林小雨 12岁", "（完）", "（图片来自网络）", "扫一扫"),
)


def _lines() -> list[tuple[str, tuple[str, ...]]]:
    jobs = sorted(words_of("name.reporter", "zh"))
    made = product(PAPERS, jobs, JOB_SEPARATORS, PEOPLE, LIST_SEPARATORS[:3], ENDINGS)
    lines = {
        f"{paper}{job}{gap}{comma.join(names)}{ending}": names
        for number, (paper, job, gap, names, comma, ending) in enumerate(made)
        if number % 7 == 0
    }
    works = product(
        [word for word in WRITING if "报" not in word and "報" not in word], "/／丨", PEOPLE
    )
    lines |= {f"{work}{stroke}{'、'.join(names)}": names for work, stroke, names in works}
    return list(lines.items())


LINES = _lines()


def test_thousands_of_lines_are_made() -> None:
    assert len(LINES) > 4000


def test_each_line_gives_its_names() -> None:
    readings = {line: read_byline(line) for line, _ in LINES}
    wrong = [
        (line, names, reading and reading.names)
        for line, names in LINES
        if (reading := readings[line]) is None or reading.names != names
    ]
    assert wrong == []


@pytest.mark.parametrize("brackets", BRACKETS)
def test_in_brackets_a_job_makes_a_byline_anywhere(brackets: str) -> None:
    opening, closing = tuple(brackets)
    for line, names in LINES[::40]:
        if not set(line) & set("".join(BRACKETS)) and any(job in line for job in ("记者", "記者")):
            text = f"{opening}{line}{closing}河湾镇的桥通车了，镇上的人等了二十年。"
            assert find_bylines(text)[0].names == names


@pytest.mark.parametrize("names", PEOPLE)
@pytest.mark.parametrize("place", ["", " 上海报道", "/高雄報導"])
def test_after_the_last_sentence_no_job_is_needed(names: tuple[str, ...], place: str) -> None:
    assert find_bylines(f"桥通车了。（{' '.join(names)}{place}）")[0].names == names
    assert find_bylines(f"桥通车了（{' '.join(names)}{place}）又关了") == []


@pytest.mark.parametrize("work", [word for word in PICTURES if len(word) < 3])
def test_who_only_took_the_picture_is_no_author(work: str) -> None:
    for text in (f"记者 林知秋 {work}", f"{work}/林知秋", f"桥头的船。（林知秋 {work}）"):
        assert [byline.names for byline in find_bylines(text)] == [()]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("文/林知秋 图/周望舒", ("林知秋",)),
        ("图/周望舒 文/林知秋", ("林知秋",)),
        ("记者/林知秋 摄影/周望舒", ("林知秋",)),
        ("大河报记者 林知秋 编辑 周望舒 校对 沈砚青", ("林知秋",)),
        ("记者 林知秋 通讯员 周望舒 摄影报道", ("林知秋", "周望舒")),
        ("本报记者林知秋周望舒发自北京", ("林知秋", "周望舒")),
        ("記者林青禾台北報導", ("林青禾",)),
        ("【河灣報╱記者林青禾／地方報導】", ("林青禾",)),
        ("[ 林知秋 ]", ("林知秋",)),
        ("◎林知秋 周望舒", ("林知秋", "周望舒")),
        ("桥通车了。（作者林知秋为河湾大学教授）", ("林知秋",)),
        ("桥通车了。（作者：林知秋 单位：河湾大学）", ("林知秋",)),
        ("桥通车了。（河湾日报 林知秋）", ("林知秋",)),
        ("林知秋/河湾日报", ("林知秋",)),
    ],
)
def test_bylines_of_other_shapes(text: str, names: tuple[str, ...]) -> None:
    assert find_bylines(text)[0].names == names


@pytest.mark.parametrize("text", [*SENTENCES, *OTHER_LINES])
def test_no_byline_is_read_in(text: str) -> None:
    assert [byline for byline in find_bylines(text) if byline.names] == []
