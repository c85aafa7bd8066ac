"""Sources, authors and credits in every form that papers print, and what holds for any text."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsclean
from newsclean.fields.credits import find_credits
from newsclean.fields.source.names import clean_source
from tests.work import lines_run

# One case a line: what stands in the page's head, under its headline, before its first and after
# its last sentence, and below its text; and the authors, source and credits that it must give. A
# field that a form leaves open is not named.
CASES: list[dict[str, Any]] = [
    json.loads(line)
    for line in (Path(__file__).parent / "bylines.jsonl").read_text("utf-8").splitlines()
]
TEXTS = {
    "zh": (
        "柳叶洲轮渡今起增开四班",
        (
            "清晨六点，第一班渡轮离开码头，驶向对岸的柳叶洲。船上坐着赶早市的菜农、上学的孩子，"
            "还有一位背着相机的老人，他说自己已经连续拍了十年。"
        ),
        (
            "渡轮公司负责人表示，新航线今年起每天增开四班，票价不变，并为学生和老人保留优惠。"
            "居民希望夜间也能开行，公司说正在研究。"
        ),
        "市交通局介绍，到年底还将改造三座码头，增设雨棚和无障碍坡道，全部工程预计投资一千二百万元。",
    ),
    "ja": (
        "島を結ぶ新航路が開業",
        (
            "島を結ぶ新しい航路が二十日に始まり、"
            "朝一番の船には通学の子どもたちや市場へ向かう農家の人たちが乗り込んだ。"
            "船長は「長く待たれていた」と話した。"
        ),
        (
            "運航会社によると、便数は一日四往復で、運賃は据え置く。"
            "天候が悪い日は翌日に順延するという。島の人口は約二千人で、"
            "通院の足として期待されている。"
        ),
        "島の人口は約二千人で、通勤や通院の足として期待されている。",
    ),
    "ko": (
        "섬 잇는 새 항로 문 열어",
        (
            "섬을 잇는 새 항로가 20일 문을 열었다. 첫 배에는 학교에 가는 아이들과 시장으로 향하는"
            " 농민들이 올랐다. 선장은 기다렸다고 한다."
        ),
        (
            "운항사는 하루 네 차례 왕복하며 요금은 그대로라고 밝혔다. 날씨가 나쁜 날에는 다음 날로"
            " 미룬다. 섬에는 약 이천 명이 살고 있다."
        ),
        "섬 주민들은 밤에도 배가 다니기를 바라고 있으며 회사는 이를 검토하고 있다.",
    ),
    "en": (
        "Island ferry sails four more times a day",
        (
            "The first ferry left the pier at six in the morning and headed for the island on the"
            " far bank, with farmers, children and a dog."
        ),
        (
            "The company said that four more boats a day will run from this year at the same price,"
            " and that pupils will still pay half of it."
        ),
        (
            "By the end of the year three piers are to be rebuilt with roofs and ramps, the council"
            " said, which will cost some twelve million."
        ),
    ),
}


def _page(case: dict[str, Any]) -> str:
    title, *paragraphs = TEXTS[case["language"]]
    head, meta, lead, end, tail = (
        case.get(key, "") for key in ("head", "meta", "lead", "end", "tail")
    )
    return (
        f"<html><head><title>{title}</title>{head}</head><body><div class=nav><a href=/>Home</a> <a"
        f" href=/a>World</a></div><h1>{title}</h1><div class=info>{meta}</div>"
        f"<div class=content><p>{lead}{paragraphs[0]}</p><p>{paragraphs[1]}</p>"
        f"<p>{paragraphs[2]}{end}</p>{tail}</div>"
        "<div class=footer>All rights reserved 版权所有</div></body></html>"
    )


@cache
def _explained(page: str) -> newsclean.Report:
    return newsclean.explain(page)


def _shown(case: dict[str, Any]) -> str:
    return " ".join(
        case[key] for key in ("language", "head", "meta", "lead", "end", "tail") if key in case
    )[:90]


@pytest.mark.parametrize("case", CASES, ids=_shown)
def test_each_form_is_read(case: dict[str, Any]) -> None:
    article = _explained(_page(case)).article
    found = {
        "authors": list(article.authors),
        "source": article.source,
        "credits": [[credit.role, list(credit.names)] for credit in article.credits],
    }
    expected = {key: case[key] for key in found if key in case}
    assert {key: found[key] for key in expected} == expected


@pytest.mark.parametrize(
    "case", [case for case in CASES if case.get("credits") and "tail" in case], ids=_shown
)
def test_credits_are_no_body_and_stay_in_the_report(case: dict[str, Any]) -> None:
    report = _explained(_page(case))
    names = [name for _, names in case["credits"] for name in names]
    told = "".join(
        "".join(report.page.blocks[span.block].text[span.start : span.end].split())
        for span in report.spans
        if span.label == "credit"
    )
    assert [name for name in names if name in report.article.body] == []
    assert [name for name in names if "".join(name.split()) not in told] == []


WORDS = (
    *"记者 通讯员 责任编辑： 来源: 文/ 图/ （ ） 【 】 [ ] 《 》 、 ， 。 林知秋 陈 彬"
    " 2024年5月10日 03版 電 報導 ／ ｜ 丨 _NN1 기자"
    " 홍길동 @ 특파원 = ･ ・ 編集委員".split(),
    *"By and von Jane Roe, MD Staff Writer | Reuters (Reuters) - Dr. Reporting by; Editing in . :"
    " : // @roe Written reviewed the".split(),
    " ",
    "\u3000",
    "  ",
)
TEXT = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(WORDS), max_size=40).map("".join),
    st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join),
)


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isprintable() and not char.isspace())


@given(TEXT)
def test_names_are_in_the_text(text: str) -> None:
    names = [
        clean_source(text),
        *(name for credit, *_ in find_credits(text) for name in credit.names),
    ]
    assert [name for name in names if _letters(name) not in _letters(text)] == []
    assert all(0 <= start < end <= len(text) for _, start, end in find_credits(text))


@given(st.sampled_from(["en", "zh"]), TEXT, TEXT, TEXT)
def test_a_page_with_any_line_gives_names_that_it_holds(
    language: str, meta: str, end: str, data: str
) -> None:
    page = _page(
        {
            "language": language,
            "meta": f"<p>{_escaped(meta)}</p>",
            "end": _escaped(end),
            "head": f'<meta name=author content="{_escaped(data)}">',
        }
    )
    article = newsclean.extract(page)
    assert article.faults == ()
    held = _letters(
        _escaped(meta + end + data)
        + "".join(TEXTS[language])
        + "Home World All rights reserved 版权所有"
    ).casefold()
    assert [name for name in article.authors if _letters(name).casefold() not in held] == []


def _escaped(text: str) -> str:
    return (
        text.replace("&", "").replace("<", "").replace(">", "").replace('"', "").replace("\0", "")
    )


@pytest.mark.parametrize("reader", [find_credits, clean_source], ids=lambda reader: reader.__name__)
@pytest.mark.parametrize(
    "unit", ["（", "责 编：林", "By Jane Roe, ", " ", "：", "Editing by Jo Roe; ", "来源："]
)
def test_work_grows_in_proportion_to_the_text(reader: Callable[[str], object], unit: str) -> None:
    def work(count: int) -> int:
        return lines_run(
            lambda: reader(unit * count), "credits", "source", "colons", "lists", "cjk"
        )

    work(1)  # reads the lexicon
    assert work(800) <= 4.5 * work(200) + 20
