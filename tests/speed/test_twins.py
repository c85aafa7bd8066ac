"""Compiled functions give exactly what their pure twins give."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean._speed import COMPILED
from newsclean.decode import decode
from newsclean.label.features import (
    PageKind,
    ancestors,
    blocks,
    element,
    position,
    prose_center,
    running_sums,
    scores,
    table,
    teasers,
    templates,
    words,
)
from newsclean.learned import logistic
from newsclean.lexicon import match
from newsclean.model import Block, Page
from newsclean.parse import events as parse_events
from newsclean.parse import names, parse, roles, starts
from newsclean.parse.blocks import Events
from newsclean.parse.builder import TABLES, BlockBuilder, CompiledBuilder
from newsclean.parse.class_words import CLASS_GROUPS
from newsclean.parse.flow import FIELDS, LAST
from newsclean.text import match_key, scripts, sentences
from tests.cases import CASES, Case
from tests.speed.leaks import least_growth
from tests.strategies import trees

if COMPILED is None:
    pytest.skip("the compiled functions are not used", allow_module_level=True)


def parse_purely(text: str) -> Page:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parse_events, "new_builder", BlockBuilder)
        return parse(text)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_fixtures(case: Case) -> None:
    assert COMPILED is not None
    text = decode(case.page()).text
    page = parse(text)
    assert page == parse_purely(text)


@given(trees)
def test_pages(tree: tuple[str, str]) -> None:
    assert parse(tree[0]) == parse_purely(tree[0])


def test_the_numbers_of_the_c_files_are_those_of_the_modules() -> None:
    assert COMPILED is not None
    own = {"FIELDS": FIELDS, "LAST": LAST, "BLOCK_FIELDS": len(Block._fields)}
    own |= {"CLASS_GROUPS": len(CLASS_GROUPS), "ANCESTOR_TAGS": len(ancestors.ANCESTOR_TAGS)}
    own |= {"ARTICLE": ancestors.ANCESTOR_TAGS.index("article")}
    own |= {"KINDS": len(PageKind._fields)}
    own |= {"MOST_PROSE_WORDS": prose_center.MOST_WORDS}
    modules = [roles, starts, names, ancestors, element, position, prose_center, running_sums]
    modules += [
        scores,
        table,
        teasers,
        templates,
        logistic,
        match,
        match_key,
        blocks,
        words,
        scripts,
        sentences,
    ]
    known = {name: value for module in modules for name, value in vars(module).items()}
    known |= own
    assert {name: known[name] for name in COMPILED.NUMBERS} == COMPILED.NUMBERS


def test_white_space_is_that_of_python() -> None:
    builder = CompiledBuilder(TABLES)
    builder.links = 1
    for code in range(sys.maxunicode + 1):
        before = builder.linked
        builder.data("." + chr(code))
        assert (builder.linked - before == 1) == chr(code).isspace(), code


TAGS = [*sorted(roles.ROLES), "span", "time", "my-part", "font", "x" * 600]
KEYS = ["class", "id", "rel", "role", "itemprop", "href", "name", "style", "hidden", "colspan"]
VALUES = [
    *("", "byline", "İSTANBUL Story", "sr-only", "a" * 501, "nofollow License", "3", "ß"),
    *("display:none", "display:block", "visibility:hidden", "display:inline", "ol", "line-number"),
]
TEXTS = [
    *("", " ", "\n", "The ferry", " sails  again\t", "渡轮 复航", "tide\xadway", "\xa0"),
    *("\x1c.", ".", "  two\n\nlines  ", "a", "\u3000全角", "\x85", "\ud800"),
]
ATTRIBUTES = st.dictionaries(st.sampled_from(KEYS), st.sampled_from(VALUES), max_size=4)
STEPS = st.lists(
    st.tuples(st.just("start"), st.sampled_from(TAGS), ATTRIBUTES)
    | st.tuples(st.just("end"), st.just("p"))
    | st.tuples(st.just("data"), st.sampled_from(TEXTS)),
    max_size=60,
)


def play(builder: Events, steps: Sequence[tuple[Any, ...]]) -> Page:
    """The page of a balanced sequence of events."""
    depth = 0
    for name, *arguments in steps:
        depth += (name == "start") - (name == "end")
        if depth < 0:
            depth = 0
            continue
        getattr(builder, name)(*arguments)
    for _ in range(depth):
        builder.end("p")
    builder.close()
    return builder.page(None)


@given(st.text(st.sampled_from(" \n\xa0\u3000\x1c\x85aé渡\ud800\U0001f600\ufeff")))
def test_any_white_space(text: str) -> None:
    steps: list[tuple[Any, ...]] = [("start", "p", {}), ("data", text), ("end", "p")]
    assert play(CompiledBuilder(TABLES), steps) == play(BlockBuilder(), steps)


def test_a_long_text_is_collapsed_as_a_short_one() -> None:
    for length in (99_999, 100_001):
        text = " é  \n" * (length // 5) + "é"
        steps: list[tuple[Any, ...]] = [("start", "p", {}), ("data", text), ("end", "p")]
        assert play(CompiledBuilder(TABLES), steps) == play(BlockBuilder(), steps)


@given(STEPS)
def test_any_events(steps: list[tuple[Any, ...]]) -> None:
    assert play(CompiledBuilder(TABLES), steps) == play(BlockBuilder(), steps)


@pytest.fixture
def builder() -> Any:
    return CompiledBuilder(TABLES)


def test_events_after_the_page_are_an_error(builder: Any) -> None:
    builder.data("The ferry sails.")
    builder.page(None)
    events: list[tuple[Any, ...]] = [("start", "p", {}), ("end", "p"), ("data", "sails")]
    for name, *arguments in events:
        with pytest.raises(RuntimeError):
            getattr(builder, name)(*arguments)


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("start", ()),
        ("start", ("p",)),
        ("start", ("p", None)),
        ("start", (None, {})),
        ("start", ("p", {"class": 5})),
        ("start", ("a", {"href": 5})),
        ("start", ("div", {1: 2, "id": b"x"})),
        ("data", (b"text",)),
        ("data", (None,)),
    ],
)
def test_wrong_events_are_errors(builder: Any, name: str, arguments: tuple[Any, ...]) -> None:
    with pytest.raises((TypeError, AttributeError)):
        getattr(builder, name)(*arguments)


@pytest.mark.parametrize("member", ["parts", "opened", "known", "fields", "inline", "recorded"])
def test_a_member_of_a_wrong_type_is_an_error(builder: Any, member: str) -> None:
    builder.data("The ferry")
    setattr(builder, member, 5)
    steps = [("start", "p", {"class": "story"}), ("start", "a", {}), ("data", "sails")]
    with pytest.raises((TypeError, SystemError)):
        play(builder, steps)


def test_more_ends_than_starts_are_ignored() -> None:
    compiled, pure = CompiledBuilder(TABLES), BlockBuilder()
    for one in (compiled, pure):
        one.data("The ferry")
        one.end("p")
        one.end("p")
    assert compiled.page(None) == pure.page(None)


def test_tables_are_checked() -> None:
    for name in TABLES:
        with pytest.raises(KeyError):
            CompiledBuilder({key: value for key, value in TABLES.items() if key != name})
    with pytest.raises(TypeError):
        CompiledBuilder({**TABLES, "Block": 5})
    with pytest.raises(TypeError):
        CompiledBuilder(None)


def test_nothing_is_leaked() -> None:
    page = "<ul><li class=x><a href=/a>One</a> two<li>three</ul><table><tr><td>a<td>b</table>" * 20
    # A leaked object a page would be 20 more each time, and one a block 1,600.
    assert least_growth(lambda: parse(page), 20) < 15
