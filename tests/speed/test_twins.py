"""Compiled functions give exactly what their pure twins give, on every fixture."""

from __future__ import annotations

import pytest

from newsclean._speed import COMPILED
from newsclean.decode import decode
from newsclean.label import read_signals
from newsclean.label.features import NAMES, feature_table
from newsclean.learned.files import read_learned
from newsclean.learned.trees import UNIT, Trees
from newsclean.parse import parse
from tests.cases import CASES, Case

pytestmark = pytest.mark.skipif(COMPILED is None, reason="the compiled functions are not used")
TREES = read_learned("labeller", NAMES).learned["trees"]
PURE = Trees.from_json(TREES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_scores_of_trees(case: Case) -> None:
    assert COMPILED is not None
    page = parse(decode(case.page()).text)
    table = feature_table(page, read_signals(page))
    assert COMPILED.Forest(TREES, UNIT).scores(table.parts) == PURE.scores(table.parts)
