"""Each form of byline reads its example, and not the text that resembles it."""

from __future__ import annotations

from types import ModuleType

import pytest

from newsclean.mentions.names.bylines import Byline, chinese, find_bylines, japanese, korean
from newsclean.mentions.names.bylines.form import Form

FORMS = (*chinese.FORMS, *japanese.FORMS, *korean.FORMS)


def _name(form: Form) -> str:
    return f"{form.rule}: {form.example}"


@pytest.mark.parametrize("form", FORMS, ids=_name)
def test_a_form_reads_its_example(form: Form) -> None:
    assert form.pattern.search(form.example)
    assert [(found.names, found.rule) for found in find_bylines(form.example)] == [
        (form.names, form.rule)
    ]


@pytest.mark.parametrize("form", FORMS, ids=_name)
def test_a_form_does_not_read_what_resembles_it(form: Form) -> None:
    assert find_bylines(form.unlike) == []


@pytest.mark.parametrize("module", [chinese, japanese, korean], ids=lambda module: module.__name__)
def test_every_form_is_listed(module: ModuleType) -> None:
    forms = {name for name, value in vars(module).items() if isinstance(value, Form)}
    assert {name for name in forms if getattr(module, name) in module.FORMS} == forms


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("（大河社記者林青禾台北21日電）河灣的橋通車了。", ("林青禾",)),
        ("〔記者林青禾、周望舒／台北報導〕河灣的橋通車了。", ("林青禾", "周望舒")),
        ("（记者 欧阳 文 通讯员：沈砚青 文/图）", ("欧阳", "沈砚青")),
        ("【ソウル＝林千秋】島の航路が始まった。", ("林千秋",)),
        ("聞き手・林千秋、写真・森田一郎", ("林千秋",)),
        ("[뉴스강 이서연 기자] 섬을 잇는 항로가 문을 열었다.", ("이서연",)),
    ],
)
def test_variants_of_a_form(text: str, names: tuple[str, ...]) -> None:
    assert find_bylines(text)[0].names == names


LONG = (
    "河湾镇的桥今天上午通车，镇上的人说他们等了二十年，船工老周也来看热闹，他说以后渡船还是要开的，只是班次少一些，"
    * 2
)


@pytest.mark.parametrize(
    ("text", "starts", "ends", "found"),
    [
        (f"（林知秋）{LONG}", True, False, False),
        (f"{LONG}通车了。（林知秋）", False, True, True),
        (f"{LONG}通车了。（林知秋）", False, False, False),
        (f"大河社河湾5月19日电（林知秋）{LONG}", True, False, True),
        (f"大河社河湾5月19日电（林知秋）{LONG}", False, False, False),
        (f"大河社記者林青禾台北10日電{LONG}", True, True, True),
        (f"大河社記者林青禾台北10日電{LONG}", False, True, False),
        ("사진 이서연 기자", True, True, False),
        ("이서연 기자 는 말했다", True, True, False),
    ],
)
def test_where_a_byline_may_stand(text: str, starts: bool, ends: bool, found: bool) -> None:
    assert bool(find_bylines(text, starts, ends)) == found


def test_a_byline_in_a_sentence_is_not_apart() -> None:
    lead = f"大河社河湾5月19日电（林知秋）{LONG}"
    assert find_bylines(lead) == [
        Byline(("林知秋",), 12, 15, "names after the wire's line", apart=False)
    ]
