"""The compiled search of the lexicon finds exactly what its pure twin finds."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean._speed import COMPILED
from newsclean.decode import decode
from newsclean.lexicon import Hit, find_hits
from newsclean.lexicon.compiled import load_index
from newsclean.lexicon.folding import fold
from newsclean.lexicon.match import characters, find_purely
from newsclean.parse import parse
from tests.cases import CASES, Case
from tests.speed.leaks import least_growth

if COMPILED is None:
    pytest.skip("the compiled functions are not used", allow_module_level=True)

INDEX = load_index()
NEEDLES = [rule.needle for rules in INDEX.inside.values() for rule in rules]
EXAMPLES = sorted({*INDEX.whole, *INDEX.prefixes, *NEEDLES})


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_fixtures(case: Case) -> None:
    texts = [block.text for block in parse(decode(case.page()).text).blocks]
    assert find_hits(texts) == find_purely(texts)


PIECES = st.lists(
    st.sampled_from(EXAMPLES)
    | st.sampled_from(
        [" ", "\n", ":", "x", "S", "Σ", "İ", "é", "©", "2024", "渡", "글", "\ud800", "\ufeff"]
    )
    | st.text(max_size=3),
    max_size=6,
)
TEXTS = PIECES.map("".join) | PIECES.map("".join).map(str.title)


@given(st.lists(TEXTS, max_size=5))
def test_any_texts(texts: list[str]) -> None:
    assert find_hits(texts) == find_purely(texts)


def test_every_entry_in_and_at_the_end_of_a_text() -> None:
    for before, after in (("", ""), ("x", ""), ("", "x"), ("", "Xx"), (" ", " : "), ("é", "é")):
        texts = [f"{before}{example}{after}" for example in EXAMPLES]
        assert find_hits(texts) == find_purely(texts)


def test_every_character_beside_an_entry() -> None:
    # Those beyond are Chinese, private, or not assigned.
    every = [chr(code) for code in range(0x20000)] + [chr(0x20000), chr(sys.maxunicode)]
    texts = [f"{c}share{c}all rights reserved{c}İlgili{c}" for c in every]
    for start in range(0, len(texts), 3000):
        part = texts[start : start + 3000]
        assert find_hits(part) == find_purely(part)


def test_a_line_break_in_a_text_parts_no_texts() -> None:
    texts = ["code\ncode", "Share", "The pier"]
    for find in (find_hits, find_purely):
        assert [bool(hits) for hits in find(texts)] == [False, True, False]


def lexicon_with(**changed: Any) -> Any:
    assert COMPILED is not None
    arguments = {
        "whole": {"share": [["share", "share/en/Share"]]},
        "prefixes": {"read also": [["related", "related/en/Read also", True]]},
        "rules": [("notice", "notice/en/rights", "rights", "", True, True)],
        "read_characters": characters,
        "fold": fold,
        "find_spans": lambda regex, text: [(0, len(regex + text))],
        "hit": Hit,
    } | changed
    return COMPILED.Lexicon(**arguments)


def test_a_lexicon_of_its_own() -> None:
    (found,) = lexicon_with().find(["Read also: rights"])
    assert found == (
        Hit("related", "related/en/Read also", 0, 9),
        Hit("notice", "notice/en/rights", 11, 17),
    )


REGEX = ("notice", "notice/en/x", "rights", "rights?", False, False)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("whole", []),
        ("whole", {"share": ()}),
        ("whole", {"share": [[]]}),
        ("whole", {"share": [["share"]]}),
        ("whole", {"share": ["share"]}),
        ("whole", {"": [["share", "x"]]}),
        ("whole", {5: [["share", "x"]]}),
        ("prefixes", {"read": [5]}),
        ("rules", ()),
        ("rules", [5]),
        ("rules", [("notice", "x")]),
        ("rules", [("notice", "x", "", "", False, False)]),
        ("rules", [("notice", "x", 5, "", False, False)]),
        ("hit", int),
        ("hit", 5),
    ],
)
def test_wrong_entries_are_errors(name: str, value: Any) -> None:
    with pytest.raises((TypeError, IndexError, SystemError)):
        lexicon_with(**{name: value})


def fail(*_: object) -> None:
    raise ZeroDivisionError


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"read_characters": fail}, ZeroDivisionError),
        ({"read_characters": lambda _: ("a" * 255, bytes(256))}, ValueError),
        ({"read_characters": lambda _: ("a" * 256, bytes(2))}, ValueError),
        ({"fold": fail}, ZeroDivisionError),
        ({"fold": lambda text: text + "x"}, ValueError),
        ({"fold": lambda _: 5}, TypeError),
        ({"rules": [REGEX], "find_spans": fail}, ZeroDivisionError),
        ({"rules": [REGEX], "find_spans": lambda *_: 5}, TypeError),
        ({"rules": [REGEX], "find_spans": lambda *_: [5]}, TypeError),
        ({"rules": [REGEX], "find_spans": lambda *_: [(1, "x")]}, TypeError),
    ],
)
def test_an_error_of_what_is_called_is_passed_on(
    changed: dict[str, Any], error: type[Exception]
) -> None:
    lexicon = lexicon_with(**changed)
    with pytest.raises(error):
        lexicon.find(["rights Σ"])


@pytest.mark.parametrize("texts", [5, [5], [b"share"], [None]])
def test_what_is_no_text_is_an_error(texts: Any) -> None:
    with pytest.raises(TypeError):
        lexicon_with().find(texts)


def test_nothing_is_leaked() -> None:
    texts = ["Share", "Σ Read also: 版权所有 © 2024", "İ all rights reserved é", "上一篇：渡轮"]

    def work() -> None:
        lexicon_with().find(texts)
        find_hits(texts)

    assert least_growth(work, 50) < 15
