"""The compiled reader of features and the compiled trees give exactly what their twins give."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import islice
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean._speed import COMPILED
from newsclean.decode import decode
from newsclean.label import read_signals
from newsclean.label.features import NAMES, PageKind, PageSignals, feature_table, words
from newsclean.label.features.scores import new_reader, read_rows
from newsclean.learned.files import read_learned
from newsclean.learned.logistic import probability
from newsclean.learned.trees import UNIT, Trees
from newsclean.model import Block, Element, Metadata, Page
from newsclean.parse import parse
from tests.cases import CASES, Case
from tests.speed.leaks import least_growth
from tests.strategies import trees

if COMPILED is None:
    pytest.skip("the compiled functions are not used", allow_module_level=True)

LEARNED = read_learned("labeller", NAMES).learned
TEXT_WORDS, CLASS_WORDS = LEARNED["text_words"], LEARNED["class_words"]
READER = new_reader(TEXT_WORDS, CLASS_WORDS)
PURE = Trees.from_json(LEARNED["trees"])
FOREST: Any = COMPILED and COMPILED.Forest(LEARNED["trees"], UNIT)


def signals_of(page: Page) -> PageSignals:
    return read_signals(page)._replace(class_weights=CLASS_WORDS, word_weights=TEXT_WORDS)


def assert_features_are_equal(page: Page, signals: PageSignals) -> None:
    table = feature_table(page, signals)
    scored, words, rows = read_rows(READER, page, signals)
    assert scored == list(table.scored)
    assert words == table.words()
    values = memoryview(rows).cast("d").tolist()
    found = [dict(zip(NAMES, islice(values, i, None), strict=False)) for i in starts(values)]
    assert found == [dict(zip(NAMES, row, strict=True)) for row in table.rows() if row]
    expected = [probability(score) for score in PURE.scores(table.parts)]
    assert FOREST.probabilities(rows, NAMES, scored, len(words)) == table.spread(expected)
    assert FOREST.scores(table.parts) == PURE.scores(table.parts)


def starts(values: Sequence[float]) -> range:
    return range(0, len(values), len(NAMES))


def test_the_features_have_their_names_and_order() -> None:
    assert COMPILED is not None
    assert COMPILED.FEATURES == NAMES


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_fixtures(case: Case) -> None:
    page = parse(decode(case.page()).text)
    assert_features_are_equal(page, signals_of(page))


@given(trees)
def test_pages(tree: tuple[str, str]) -> None:
    page = parse(tree[0])
    if page.blocks:
        assert_features_are_equal(page, signals_of(page))


LETTERS = st.text(
    st.sampled_from("aAbzZ é’\xa0—½²µ渡轮カ\u212aİΣ1_.글\ud800\ufeffเรื่ ກາ្ကမိनदी।२"), max_size=200
)
TEXTS = LETTERS.filter(bool) | st.text(min_size=1) | st.sampled_from(sorted(TEXT_WORDS))
TAGS = st.sampled_from(["article", "p", "li", "div", "h2", "aside", "x-y", "section", "table"])
CLASSES = st.sampled_from(["", "nav", "comment-list", "story body", "é", "123"]) | st.sampled_from(
    sorted(CLASS_WORDS)
)
FLAG = st.booleans()
GROUPS = st.frozensets(st.sampled_from(["related", "notice.cookie", "share", "pager"]), max_size=2)


@st.composite
def pages(draw: st.DrawFn) -> tuple[Page, PageSignals]:
    """Any page whose elements hold the blocks that they say, and any signals."""
    count = draw(st.integers(1, 9))
    parents = [draw(st.integers(-1 if i == 0 else 0, i - 1)) for i in range(count)]
    owners = sorted(draw(st.lists(st.integers(0, count - 1), min_size=1, max_size=20)))
    elements: list[Element] = []
    for index, parent in enumerate(parents):
        first = draw(st.integers(0, len(owners)))
        last = draw(st.integers(first, len(owners)))
        depth = elements[parent].depth + 1 if parent >= 0 else 0
        elements.append(Element(parent, draw(TAGS), draw(CLASSES), depth, first, last))
        assert index == len(elements) - 1
    found = []
    for owner in owners:
        text = draw(TEXTS)
        linked = draw(st.integers(0, len(text)))
        found.append(Block(text, draw(TAGS), owner, linked, hidden=draw(st.booleans())))
    headline = draw(st.none() | st.integers(0, len(found) - 1))
    groups = [draw(GROUPS) for _ in found]
    about, stated = draw(st.tuples(TEXTS, st.just("") | TEXTS))
    kind = PageKind(*draw(st.tuples(st.integers(0, 99), st.integers(-1, 1), FLAG, FLAG)))
    signals = PageSignals(groups, headline, about, stated, kind, CLASS_WORDS, TEXT_WORDS)
    return Page(tuple(found), tuple(elements), Metadata()), signals


@given(pages())
def test_any_pages(given: tuple[Page, PageSignals]) -> None:
    assert_features_are_equal(*given)


def page_of(texts: Sequence[str]) -> Page:
    found = tuple(Block(text, "p", 0) for text in texts)
    return Page(found, (Element(-1, "div", "", 0, 0, len(texts)),), Metadata())


def test_every_character_parts_words_as_in_python() -> None:
    # Those beyond are Chinese, private, or not assigned.
    characters = [chr(code) for code in range(0x20000)] + [chr(0x20000), chr(sys.maxunicode)]
    pieces = [f"share{character}ferry " for character in characters]
    texts = ["".join(pieces[start : start + 12]) for start in range(0, len(pieces), 12)]
    page = page_of(texts)
    signals = PageSignals([frozenset()] * len(texts), about="ferry share sharekferry")
    signals = signals._replace(word_weights=TEXT_WORDS)
    table = feature_table(page, signals)
    _, _, rows = read_rows(READER, page, signals)
    columns = table.parts[0].columns
    values = memoryview(rows).cast("d")
    for name in ("words", "title_words", "mean_word_weight"):
        assert values[NAMES.index(name) :: len(NAMES)].tolist() == columns[name], name


def test_class_words_beyond_the_limit_have_no_groups() -> None:
    names = [f"nav{'x' * 600}{chr(97 + i % 26)}{chr(97 + i // 26)} comment" for i in range(120)]
    elements = [Element(-1, "div", "", 0, 0, 120)]
    elements += [Element(0, "div", name, 3, i, i + 1) for i, name in enumerate(names)]
    found = tuple(Block(f"The ferry {i}", "div", i + 1) for i in range(120))
    page = Page(found, tuple(elements), Metadata())
    assert_features_are_equal(page, PageSignals([frozenset()] * 120, class_weights=CLASS_WORDS))


def read(**changed: Any) -> Any:
    element = Element(-1, "div", "story", 0, 0, 1)
    arguments = {
        "blocks": (Block("The ferry", "p", 0),),
        "elements": (element,),
        "flags": b"\0",
        "headline": 0,
        "topic": frozenset({"ferry"}),
        "stated": "",
        "kind": PageKind(),
    } | changed
    return READER.read(*arguments.values())


@pytest.mark.parametrize(
    ("name", "value", "error"),
    [
        ("blocks", [], TypeError),
        ("blocks", (), ValueError),
        ("blocks", (5,), TypeError),
        ("blocks", (("text", "p"),), TypeError),
        ("blocks", (Block(b"text", "p", 0),), TypeError),  # type: ignore[arg-type]
        ("blocks", (Block("text", "p", 1),), IndexError),
        ("blocks", (Block("text", "p", -1),), IndexError),
        ("blocks", (Block("text", "p", 2**80),), OverflowError),
        ("blocks", (Block("text", "p", 0, -1),), ValueError),
        ("blocks", (Block("", "p", 0, 1),), ValueError),
        ("elements", (), ValueError),
        ("elements", (Element(0, "div", "", 0, 0, 1),), IndexError),
        ("elements", (Element(-2, "div", "", 0, 0, 1),), IndexError),
        ("elements", (Element(-1, "div", "", 0, 1, 0),), IndexError),
        ("elements", (Element(-1, "div", "", 0, 0, 2),), IndexError),
        ("elements", (Element(-1, "div", "", 2**40, 0, 1),), IndexError),
        ("elements", (Element(-1, 5, "", 0, 0, 1),), TypeError),  # type: ignore[arg-type]
        ("flags", b"", ValueError),
        ("flags", "x", TypeError),
        ("headline", 1, ValueError),
        ("headline", None, TypeError),
        ("topic", 5, TypeError),
        ("topic", {5}, TypeError),
        ("topic", {""}, ValueError),
        ("stated", b"", TypeError),
        ("kind", None, TypeError),
        ("kind", (1, 0, 0), ValueError),
        ("kind", (1, 0, 0, "x"), TypeError),
    ],
)
def test_wrong_pages_are_errors(name: str, value: Any, error: type[Exception]) -> None:
    read()
    with pytest.raises(error):
        read(**{name: value})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("text_words", {"text": "much"}),
        ("text_words", {"": 1.0}),
        ("class_words", {5: 1.0}),
        ("class_words", []),
        ("ranks", None),
        ("closing", "." * 33),
    ],
)
def test_wrong_weights_are_errors(name: str, value: Any) -> None:
    with pytest.raises((TypeError, ValueError)):
        reader_with(**{name: value})


def reader_with(**changed: Any) -> Any:
    assert COMPILED is not None
    arguments = {
        "text_words": {},
        "class_words": {},
        "ranks": {},
        "other_rank": 1,
        "tags": {},
        "closing": "",
        "read_letters": words.letters,
        "read_groups": lambda _: 0,
        "split": str.split,
        "sum": sum,
    } | changed
    return COMPILED.Reader(**arguments)


def fail(_: object) -> None:
    raise ZeroDivisionError


@pytest.mark.parametrize(
    ("name", "function", "error"),
    [
        ("read_letters", fail, ZeroDivisionError),
        ("read_letters", lambda _: ("a" * 255, bytes(256)), ValueError),
        ("read_letters", lambda _: ("a" * 256, b""), ValueError),
        ("read_letters", lambda _: 5, SystemError),
        ("read_groups", fail, ZeroDivisionError),
        ("read_groups", lambda _: 1 << 10, ValueError),
        ("read_groups", lambda _: -1, ValueError),
        ("read_groups", lambda _: "x", TypeError),
        ("split", fail, ZeroDivisionError),
        ("split", lambda text: [text * 90], ValueError),
        ("split", lambda _: [5], TypeError),
        ("split", lambda _: 5, TypeError),
        ("sum", fail, ZeroDivisionError),
        ("sum", lambda _: None, TypeError),
        ("ranks", {"p": "x"}, TypeError),
        ("tags", {"p": 7}, ValueError),
        ("tags", {"p": 2**80}, OverflowError),
    ],
)
def test_an_error_of_what_is_called_or_looked_up_is_passed_on(
    name: str, function: Any, error: type[Exception]
) -> None:
    words = dict.fromkeys(("the", "ferry", "sails"), 1.0)
    reader = reader_with(**{"text_words": words, name: function})
    page = page_of(["The ferry sails é İ", "The ferry sails again " * 9])
    with pytest.raises(error):
        reader.read(
            page.blocks,
            (Element(-1, "p", "story", 3, 0, 2),),
            bytes(2),
            -1,
            frozenset(),
            "",
            PageKind(),
        )


@pytest.mark.parametrize(
    ("trees", "error"),
    [
        ([2**40], OverflowError),
        (["x"], TypeError),
        ([["words", 0.5, 1]], ValueError),
        ([["words", "x", 1, 2]], TypeError),
        ([[[], 0.5, 1, 2]], TypeError),
        (5, TypeError),
    ],
)
def test_wrong_trees_are_errors(trees: Any, error: type[Exception]) -> None:
    assert COMPILED is not None
    with pytest.raises(error):
        COMPILED.Forest(trees, 1.0)


def test_trees_that_are_too_deep_are_an_error() -> None:
    assert COMPILED is not None
    tree: Any = 1
    for _ in range(100_000):
        tree = ["words", 0.5, 1, tree]
    with pytest.raises(RecursionError):
        COMPILED.Forest([tree], 1.0)
    while isinstance(tree, list):
        tree = tree.pop()


@pytest.mark.parametrize(
    ("rows", "names", "indices", "size"),
    [
        (b"", ("words",), [0], 1),
        (bytes(9), ("words",), [0], 1),
        (bytes(8), ("words",), [0, 1], 2),
        (bytes(8), (), [0], 1),
        (bytes(8), ("words",), [0], 0),
        (bytes(8), ("words",), [1], 1),
        (bytes(8), ("words",), [-1], 1),
        (bytes(8), ("words",), ["x"], 1),
        (bytes(8), ([],), [0], 1),
        (b"", (), [], -1),
    ],
)
def test_wrong_rows_are_errors(
    rows: bytes, names: tuple[str, ...], indices: list[int], size: int
) -> None:
    assert COMPILED is not None
    forest = COMPILED.Forest([["words", 0.5, 1, 2]], 1.0)
    with pytest.raises((ValueError, IndexError, TypeError)):
        forest.probabilities(rows, names, indices, size)


def test_no_trees_and_columns_that_are_missing() -> None:
    assert COMPILED is not None
    assert COMPILED.Forest([], 1.0).probabilities(bytes(8), ("words",), [1], 2) == [0.0, 0.5]
    forest = COMPILED.Forest([["words", 0.5, 0, 2], 0], 1.0)
    assert forest.probabilities(bytes(8), ("depth",), [0], 1) == [0.5]


def test_nothing_is_leaked() -> None:
    page = parse("<ul class='nav é'><li>One İ é Σ <li>two</ul><p class=story>The ferry" * 20)
    signals = read_signals(page)

    def work() -> None:
        read_rows(new_reader({"ferry": 1.0, "sails": 0.5}, {}), page, signals)
        scored, words, rows = read_rows(READER, page, signals)
        FOREST.probabilities(rows, NAMES, scored, len(words))

    assert least_growth(work, 50) < 15
