"""Trees asked of all rows at once say what each row would hear walking down them alone."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.trees import AT_ONCE, FEW, LEAF_PLACES, SUM_PLACES, UNIT, Trees, weights

VALUES = st.sampled_from([-1.5, -1.0, 0.0, 0.25, 0.5, 1.0, 3.0])
COLUMNS = 4
LEAVES = st.integers(-900, 900)
TREES = st.lists(st.recursive(LEAVES, lambda nodes: st.tuples(st.integers(0, COLUMNS - 1), VALUES, nodes, nodes).map(list)), max_size=6)
ROWS = st.lists(st.lists(VALUES, min_size=COLUMNS, max_size=COLUMNS), max_size=40)


def walked(tree: Any, row: list[float]) -> int:
    while isinstance(tree, list):
        column, value, left, right = tree
        tree = left if row[column] <= value else right
    return int(tree)


def leaves_of(tree: Any) -> list[int]:
    return [*leaves_of(tree[2]), *leaves_of(tree[3])] if isinstance(tree, list) else [tree]


@given(TREES, ROWS)
def test_scores_are_those_of_walking_each_tree(trees: list[Any], rows: list[list[float]]) -> None:
    assert Trees.of(trees).scores(rows) == [sum(walked(tree, row) for tree in trees) / UNIT for row in rows]


def test_more_values_than_few_and_more_rows_than_at_once() -> None:
    stairs: Any = 0
    for step in range(FEW * 3):
        stairs = [0, step / 2, step, stairs] if step % 2 else [0, -step / 2, stairs, -step]
    rows = [[row / 40 - 20] for row in range(AT_ONCE * 3 + 7)]
    assert Trees.of([stairs]).scores(rows) == [walked(stairs, row) / UNIT for row in rows]


def test_a_block_without_a_row_is_surely_not_body() -> None:
    trees = Trees.of([[0, 0.5, -10 * UNIT, 10 * UNIT]])
    low, none, high = trees.probabilities([[0.0], None, [1.0]])
    assert none == 0.0
    assert low < 0.001 < 0.999 < high


def test_the_weights_that_ship_ask_only_for_columns_there_are() -> None:
    learned = weights()
    assert max(column for column, _ in learned.trees.columns) < len(learned.features)


def test_leaves_that_no_digits_hold_are_refused() -> None:
    with pytest.raises(ValueError, match="must not differ"):
        Trees.of([[0, 0.5, 0, 1 << LEAF_PLACES]])


def test_the_weights_that_ship_fit_the_digits_that_hold_them() -> None:
    trees = json.loads(files("newsclean").joinpath("weights.json").read_text("utf-8"))["trees"]
    spreads = [max(leaves) - min(leaves) for leaves in map(leaves_of, trees)]
    assert max(spreads) < 1 << LEAF_PLACES
    assert sum(spreads) < 1 << SUM_PLACES
