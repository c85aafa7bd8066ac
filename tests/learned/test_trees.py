"""Evaluating trees for all rows at once gives the same as walking down each tree."""

from __future__ import annotations

from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from newsclean.learned.trees import UNIT, Trees

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


def walked(tree: Any, row: list[float]) -> int:
    while isinstance(tree, list):
        column, value, left, right = tree
        tree = left if row[COLUMNS.index(column)] <= value else right
    return int(tree)


def scores(trees: Trees, rows: list[list[float]]) -> list[float]:
    columns = dict(zip(COLUMNS, zip(*rows, strict=True), strict=False))
    return trees.scores([(columns, range(len(rows)))] if rows else [])


@given(TREES, ROWS)
def test_scores_are_those_of_walking_each_tree(trees: list[Any], rows: list[list[float]]) -> None:
    assert scores(Trees.from_json(trees), rows) == [
        sum(walked(tree, row) for tree in trees) / UNIT for row in rows
    ]


@given(TREES, ROWS, st.randoms(use_true_random=False))
def test_rows_may_share_parts_of_themselves(
    trees: list[Any], shared: list[list[float]], random: Random
) -> None:
    places = [random.choices(range(len(shared)), k=50) if shared else [] for _ in range(2)]
    rows = [[*shared[left][:1], *shared[right][1:]] for left, right in zip(*places, strict=True)]
    columns = list(zip(COLUMNS, zip(*shared, strict=True), strict=False))
    parts = [(dict(columns[:1]), places[0]), (dict(columns[1:]), places[1])] if rows else []
    assert Trees.from_json(trees).scores(parts) == [
        sum(walked(tree, row) for tree in trees) / UNIT for row in rows
    ]


def test_a_tree_of_many_leaves() -> None:
    stairs: Any = 0
    for step in range(100):
        stairs = (
            ["length", step / 2, step, stairs] if step % 2 else ["length", -step / 2, stairs, -step]
        )
    rows = [[row / 4 - 20] for row in range(160)]
    assert scores(Trees.from_json([stairs]), rows) == [walked(stairs, row) / UNIT for row in rows]
