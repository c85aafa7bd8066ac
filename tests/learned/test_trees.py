"""Evaluating trees for all rows at once gives the same as walking down each tree."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean._speed import COMPILED
from newsclean.learned.trees import UNIT, Scorer, Trees

VALUES = st.sampled_from([-1.5, -1.0, 0.0, 0.25, 0.5, 1.0, 3.0])
COLUMNS = ("length", "depth", "links", "share")
LEAVES = st.integers(-900, 900)
TREES = st.lists(
    st.recursive(
        LEAVES, lambda nodes: st.tuples(st.sampled_from(COLUMNS), VALUES, nodes, nodes).map(list)
    ),
    max_size=6,
)
ROWS = st.lists(st.lists(VALUES, min_size=len(COLUMNS), max_size=len(COLUMNS)), max_size=40)


Reader = Callable[[Sequence[Any]], Scorer]
READERS: list[Reader] = [Trees.from_json]
if COMPILED is not None:
    READERS.append(lambda trees: COMPILED.Forest(trees, UNIT))


def walked(tree: Any, row: list[float]) -> int:
    while isinstance(tree, list):
        column, value, left, right = tree
        tree = left if row[COLUMNS.index(column)] <= value else right
    return int(tree)


def scores(trees: Scorer, rows: list[list[float]]) -> list[float]:
    columns = dict(zip(COLUMNS, zip(*rows, strict=True), strict=False))
    return trees.scores([(columns, range(len(rows)))] if rows else [])


@pytest.mark.parametrize("read", READERS)
@given(TREES, ROWS)
def test_scores_are_those_of_walking_each_tree(
    read: Reader, trees: list[Any], rows: list[list[float]]
) -> None:
    assert scores(read(trees), rows) == [
        sum(walked(tree, row) for tree in trees) / UNIT for row in rows
    ]


@pytest.mark.parametrize("read", READERS)
@given(TREES, ROWS, st.randoms(use_true_random=False))
def test_rows_may_share_parts_of_themselves(
    read: Reader, trees: list[Any], shared: list[list[float]], random: Random
) -> None:
    places = [random.choices(range(len(shared)), k=50) if shared else [] for _ in range(2)]
    rows = [[*shared[left][:1], *shared[right][1:]] for left, right in zip(*places, strict=True)]
    columns = list(zip(COLUMNS, zip(*shared, strict=True), strict=False))
    parts = [(dict(columns[:1]), places[0]), (dict(columns[1:]), places[1])] if rows else []
    assert read(trees).scores(parts) == [
        sum(walked(tree, row) for tree in trees) / UNIT for row in rows
    ]


@pytest.mark.parametrize("read", READERS)
def test_a_tree_of_many_leaves(read: Reader) -> None:
    stairs: Any = 0
    for step in range(100):
        stairs = (
            ["length", step / 2, step, stairs] if step % 2 else ["length", -step / 2, stairs, -step]
        )
    rows = [[row / 4 - 20] for row in range(160)]
    assert scores(read([stairs]), rows) == [walked(stairs, row) / UNIT for row in rows]


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("value", [math.nan, -math.inf, math.inf, True, 2**40])
def test_unusual_numbers(read: Reader, value: float) -> None:
    trees = read([["length", 0.5, 1, 2], ["links", 0.5, 10, 20]])
    expected = (2 if value > 0.5 else 1) + 10  # a column that the table lacks fails no test
    assert trees.scores([({"length": [value]}, [0])]) == [expected / UNIT]


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize(
    "parts",
    [
        [({"length": [1.0]}, [1])],
        [({"length": [1.0]}, [0]), ({"links": [1.0]}, [0, 0])],
        [({"length": ["long"]}, [0])],
        [({"length": [1.0]}, ["first"])],
        [(["length"], [0])],
        [5],
    ],
)
def test_wrong_tables_are_errors(read: Reader, parts: Any) -> None:
    trees = read([["length", 0.5, 1, 2], ["links", 0.5, 10, 20]])
    with pytest.raises((TypeError, ValueError, IndexError, AttributeError)):
        trees.scores(parts)


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("trees", [[["length", 0.5, 1]], [["length", "a", 1, 2]], [None], 5])
def test_wrong_trees_are_errors(read: Reader, trees: Any) -> None:
    with pytest.raises((TypeError, ValueError)):
        read(trees).scores([({"length": [1.0, 2.0]}, [0, 1])])


@pytest.mark.skipif(COMPILED is None, reason="the compiled functions are not used")
def test_compiled_trees_refuse_what_is_too_large() -> None:
    assert COMPILED is not None
    with pytest.raises(OverflowError):
        COMPILED.Forest([2**40], UNIT)
    endless: list[Any] = ["length", 0.5, 1]
    endless.append(endless)
    with pytest.raises(RecursionError):
        COMPILED.Forest([endless], UNIT)


@pytest.mark.parametrize("read", READERS)
def test_each_row_goes_down_by_its_own_values(read: Reader) -> None:
    values = [-math.inf, -1.0, -0.0, 0.0, 0.5, 1.0, math.inf, math.nan] * 25
    trees = read([["length", 0.0, 256, ["length", 0.5, 512, 1024]], ["links", math.inf, 0, 1]])
    found = trees.scores([({"length": values, "links": values}, range(len(values)))])
    expected = [1.0 if not value > 0 else 2.0 if not value > 0.5 else 4.0 for value in values]
    assert found == expected


@pytest.mark.skipif(COMPILED is None, reason="the compiled functions are not used")
def test_a_column_may_be_compared_with_many_values() -> None:
    assert COMPILED is not None
    values = [float(number) for number in range(70_000)]
    trees = COMPILED.Forest([["length", value, 0, 1] for value in values[:60_000]], 1.0)
    assert trees.scores([({"length": [0.0, 0.5, 59_999.0, 60_000.0]}, [0, 1, 2, 3])]) == [
        0.0,
        1.0,
        59_999.0,
        60_000.0,
    ]
    with pytest.raises(OverflowError):
        COMPILED.Forest([["length", value, 0, 1] for value in values], 1.0)
