"""Japanese and Korean bylines made from their parts are read; what resembles them is not."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from newsclean.mentions.dates.finder import without_dates
from newsclean.mentions.names.grammar import read_japanese, read_korean

PARTS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "groups.toml").read_text("utf-8"))
JAPANESE, KOREAN = PARTS["japanese"], PARTS["korean"]
Line = tuple[str, tuple[str, ...]]


def without_space(*names: str) -> tuple[str, ...]:
    return tuple("".join(name.split()) for name in names)


def japanese() -> Iterator[Line]:
    for writer, sign, people, comma in product(
        JAPANESE["writers"], JAPANESE["signs"], JAPANESE["people"], "、，"
    ):
        line, names = f"{writer}{sign}{comma.join(people)}", without_space(*people)
        yield from ((form, names) for form in (line, f"（{line}）", f"{line} 2024年5月10日 10:06"))
        for gap, picture in product(("　", " ", "、", "／"), JAPANESE["pictures"]):
            yield f"{line}{gap}{picture}{sign}金子太郎", names
    for writer, gap, picture in product(JAPANESE["spaced"], " \u3000", JAPANESE["pictures"]):
        yield f"{writer}{gap}山田太郎", ("山田太郎",)
        yield f"{writer}{gap}山田太郎\u3000{picture}{gap}金子次郎", ("山田太郎",)
    for title, name in product(JAPANESE["titles"], ("林千秋", "林 千秋", "佐々木あかり")):
        forms = f"{title} {name}", f"{title}・{name}", f"{name}（{title}）", f"[{name} {title}]"
        yield from ((form, without_space(name)) for form in forms)
    for place, name in product(("ソウル", "ワシントン"), ("林千秋", "林 千秋")):
        yield f"（{place}＝{name}）", without_space(name)


def korean() -> Iterator[Line]:
    commas = ("·", ", ", "ㆍ", "/", " ")
    for people, comma, title in product(KOREAN["people"], commas, KOREAN["titles"]):
        names, line = tuple(people), f"{comma.join(people)} {title}"
        for before, after in product(KOREAN["before"], KOREAN["after"]):
            yield f"{before}{line}{after}", names
        yield from ((form, names) for form in (f"[강변일보 {line}]", f"[강변일보={line}]"))
    for label, sign in product(KOREAN["labels"], (" ", ": ", "=")):
        yield f"{label}{sign}이서연", ("이서연",)


def test_thousands_of_lines_are_made() -> None:
    assert len(list(japanese())) > 6000
    assert len(list(korean())) > 9000


def test_each_japanese_line_gives_its_names() -> None:
    read = {line: read_japanese(without_dates(line)[0]) for line, _ in japanese()}
    assert [(line, read[line]) for line, names in japanese() if read[line] != names] == []


def test_each_korean_line_gives_its_names() -> None:
    read = {line: read_korean(without_dates(line)[0]) for line, _ in korean()}
    assert [(line, read[line]) for line, names in korean() if read[line] != names] == []


@pytest.mark.parametrize("line", JAPANESE["others"])
def test_no_author_is_read_in_japanese(line: str) -> None:
    assert read_japanese(line) == ()


@pytest.mark.parametrize("line", KOREAN["others"])
def test_no_author_is_read_in_korean(line: str) -> None:
    assert read_korean(without_dates(line)[0]) == ()
